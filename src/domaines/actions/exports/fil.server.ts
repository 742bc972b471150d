import { repondreDesTaches, type Ici } from '#platform/taches.server.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { imprimerPart, type Part } from './selection.server.ts'

// What runs in a thread of its own: the writing of a long document.

await repondreDesTaches({ imprimer: (ici: Ici, part: Part) => imprimerPart(ici, part) }, perimetreSysteme)
