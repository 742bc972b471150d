import { boolean, check, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { cle, clePrimaire, reference } from '#platform/tables.server.ts'
import { personnes, structures } from '#domaines/partenaires/tables.server.ts'
import { invitations, seances } from '../tables.server.ts'

/**
 * Who came to a meeting, and for which house. Someone whom the directory does not hold has her name alone (`nom`), with what she wrote herself
 * of her house and address (`parSoi`), until the coordination keeps her or not.
 */
export const emargements = pgTable(
  'emargements',
  {
    ...cle(),
    seanceId: uuid().notNull(),
    personneId: uuid(),
    structureId: uuid(),
    invitationId: uuid(),
    nom: text(),
    cleNom: text(),
    structureDite: text(),
    courriel: text(),
    parSoi: boolean().notNull().default(false),
    noteeLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    clePrimaire(t),
    reference('emargements_seance_fk', t, t.seanceId, () => seances),
    reference('emargements_personne_fk', t, t.personneId, () => personnes),
    reference('emargements_structure_fk', t, t.structureId, () => structures),
    reference('emargements_invitation_fk', t, t.invitationId, () => invitations),
    uniqueIndex('emargements_une_par_personne').on(t.collectiviteId, t.seanceId, t.personneId),
    uniqueIndex('emargements_une_par_invitation').on(t.collectiviteId, t.seanceId, t.invitationId),
    index('emargements_par_personne').on(t.collectiviteId, t.personneId),
    index('emargements_par_structure').on(t.collectiviteId, t.structureId),
    check('emargements_quelqu_un', sql`num_nonnulls(${t.personneId}, ${t.structureId}, ${t.nom}) >= 1`)
  ]
)
