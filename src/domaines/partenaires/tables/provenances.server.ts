import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, reference } from '#platform/tables.server.ts'
import type { Origine } from '../schema/provenances.ts'
import { personnes, structures } from '../tables.server.ts'

/** How a person or a structure came to be known, and who brought her: one line for each. */
export const provenances = pgTable(
  'provenances',
  {
    ...cle(),
    personneId: uuid(),
    structureId: uuid(),
    sorte: text().$type<Origine>().notNull(),
    parPersonneId: uuid(),
    parStructureId: uuid(),
    precision: text()
  },
  (t) => [
    clePrimaire(t),
    reference('provenances_personne_fk', t, t.personneId, () => personnes),
    reference('provenances_structure_fk', t, t.structureId, () => structures),
    reference('provenances_par_personne_fk', t, t.parPersonneId, () => personnes),
    reference('provenances_par_structure_fk', t, t.parStructureId, () => structures),
    uniqueIndex('provenances_une_par_personne').on(t.collectiviteId, t.personneId),
    uniqueIndex('provenances_une_par_structure').on(t.collectiviteId, t.structureId),
    index('provenances_par_personne').on(t.collectiviteId, t.parPersonneId),
    index('provenances_par_structure').on(t.collectiviteId, t.parStructureId),
    check('provenances_de_qui', sql`num_nonnulls(${t.personneId}, ${t.structureId}) = 1`),
    check(
      'provenances_par_qui',
      sql`(${t.sorte} = 'personne') = (${t.parPersonneId} is not null) and (${t.sorte} = 'structure') = (${t.parStructureId} is not null)`
    ),
    check(
      'provenances_sorte',
      sql`${t.sorte} in ('personne', 'structure', 'seance', 'bouche_a_oreille', 'forum', 'demarche', 'internet', 'presse', 'autre')`
    )
  ]
)
