import { index, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, reference } from '#platform/tables.server.ts'
import { personnes } from '#domaines/partenaires/tables.server.ts'
import { instances } from '../tables.server.ts'

/** That the theme of a group interests somebody: it says whom to ring first, and never who is invited. */
export const interets = pgTable('interets', { ...cle(), personneId: uuid().notNull(), instanceId: uuid().notNull() }, (t) => [
  clePrimaire(t),
  reference('interets_personne_fk', t, t.personneId, () => personnes),
  reference('interets_instance_fk', t, t.instanceId, () => instances),
  uniqueIndex('interets_un_par_personne').on(t.collectiviteId, t.personneId, t.instanceId),
  index('interets_par_instance').on(t.collectiviteId, t.instanceId)
])
