import type { Base } from '#platform/db.server.ts'
import type { Travaux } from '#platform/jobs.server.ts'
import { confierImport } from './imports/confier.server.ts'

/** Work of this room: a large import (its file lies under `donnees`), in a thread of its own. */
export const travauxDesActions = ({ db, adresse }: Pick<Base, 'db' | 'adresse'>, donnees: string): Travaux => ({
  import_demande: ({ collectiviteId, id }) =>
    confierImport(db, { adresse, donnees, collectiviteId: String(collectiviteId), id: String(id) })
})
