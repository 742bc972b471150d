import { repondreDesTaches } from '#platform/taches.server.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { LISTES } from './taches.server.ts'

// What runs in a thread of its own: the reading of a long list of contacts, its comparison with the directory, its import.

await repondreDesTaches(LISTES.taches, perimetreSysteme)
