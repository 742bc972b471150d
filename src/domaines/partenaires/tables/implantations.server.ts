import { sql } from 'drizzle-orm'
import { boolean, check, doublePrecision, foreignKey, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { communes, quartiers } from '#domaines/territoires/tables.server.ts'
import type { NatureImplantation } from '../schema/implantations.ts'
import { structures } from '../tables.server.ts'

/** A place where a partner is: its seat, a branch, or hours that it keeps somewhere. `surPlace`: on the territory. */
export const implantations = pgTable(
  'implantations',
  {
    ...cle(),
    structureId: uuid().notNull(),
    nature: text().$type<NatureImplantation>().notNull(),
    nom: text(),
    adresse: text(),
    quartierId: uuid(),
    commune: text(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    jours: text(),
    surPlace: boolean().notNull().default(true),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('implantations_structure_fk', t, t.structureId, () => structures),
    reference('implantations_quartier_fk', t, t.quartierId, () => quartiers),
    foreignKey({ name: 'implantations_commune_fk', columns: [t.commune], foreignColumns: [communes.code] }),
    index('implantations_par_structure').on(t.collectiviteId, t.structureId),
    index('implantations_par_quartier').on(t.collectiviteId, t.quartierId),
    check('implantations_nature', sql`${t.nature} in ('siege', 'antenne', 'permanence')`),
    check('implantations_point', sql`(${t.latitude} is null) = (${t.longitude} is null)`)
  ]
)
