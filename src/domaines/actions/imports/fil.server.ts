import { repondreDesTaches, type Ici } from '#platform/taches.server.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { PLANS } from './taches.server.ts'
import { executerImport } from './travail.server.ts'

// What runs in a thread of its own: the reading of a large file, its comparison with what is here, its import.

const importer = ({ db, perimetre }: Ici, donnees: string, id: string) =>
  executerImport(db, donnees, perimetre.collectiviteId, id)

await repondreDesTaches({ ...PLANS.taches, importer }, perimetreSysteme)
