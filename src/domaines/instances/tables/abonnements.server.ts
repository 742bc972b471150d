import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { comptes } from '#domaines/comptes/tables.server.ts'
import { personnes } from '#domaines/partenaires/tables.server.ts'
import type { Portee } from '../schema/agenda.ts'
import { instances } from '../tables.server.ts'

/**
 * What a member follows from her own calendar; without a member, what a person of the directory follows by her link, who is then `personneId`.
 * The secret of the address is a token whose hash alone is kept; `renouveleLe` is its date.
 */
export const abonnements = pgTable(
  'abonnements',
  {
    ...cle(),
    compteId: uuid(),
    portee: text().$type<Portee>().notNull(),
    instanceId: uuid(),
    personneId: uuid(),
    renouveleLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    foreignKey({ columns: [t.compteId], foreignColumns: [comptes.id] }),
    reference('abonnements_instance_fk', t, t.instanceId, () => instances),
    reference('abonnements_personne_fk', t, t.personneId, () => personnes),
    index('abonnements_par_compte').on(t.collectiviteId, t.compteId),
    index('abonnements_par_personne').on(t.collectiviteId, t.personneId),
    check('abonnements_a_qui', sql`${t.compteId} is not null or ${t.personneId} is not null`),
    check('abonnements_portee', sql`${t.portee} in ('territoire', 'instance', 'personne')`),
    check(
      'abonnements_quoi',
      sql`(${t.portee} = 'instance') = (${t.instanceId} is not null) and (${t.portee} = 'personne') = (${t.personneId} is not null)`
    )
  ]
)
