import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, reference } from '#platform/tables.server.ts'
import { personnes, structures } from '#domaines/partenaires/tables.server.ts'
import type { Statut } from '../schema/mots.ts'
import type { Decision } from '../schema/demandes.ts'
import { fiches } from '../tables.server.ts'

/** News asked of somebody about one action, and what came back: the news itself is in `nouvelles`. One open request a fiche and a person. */
export const demandesNouvelles = pgTable(
  'demandes_nouvelles',
  {
    ...cle(),
    ficheId: uuid().notNull(),
    personneId: uuid(),
    structureId: uuid(),
    /** what who asked wished to say with it */
    mot: text(),
    /** who asked, as she was called then */
    auteur: text().notNull(),
    demandeLe: timestamp({ withTimezone: true }).notNull(),
    reponduLe: timestamp({ withTimezone: true }),
    nouvelleId: uuid(),
    /** the status that was proposed with the answer, when it is another one */
    statutPropose: text().$type<Statut>(),
    decision: text().$type<Decision>()
  },
  (t) => [
    clePrimaire(t),
    reference('demandes_nouvelles_fiche_fk', t, t.ficheId, () => fiches),
    reference('demandes_nouvelles_personne_fk', t, t.personneId, () => personnes),
    reference('demandes_nouvelles_structure_fk', t, t.structureId, () => structures),
    index('demandes_nouvelles_par_fiche').on(t.collectiviteId, t.ficheId, t.demandeLe),
    index('demandes_nouvelles_par_personne').on(t.collectiviteId, t.personneId),
    index('demandes_nouvelles_par_structure').on(t.collectiviteId, t.structureId),
    uniqueIndex('demandes_nouvelles_une_ouverte')
      .on(t.collectiviteId, t.ficheId, sql`coalesce(${t.personneId}, ${t.structureId})`)
      .where(sql`${t.reponduLe} is null`),
    check('demandes_nouvelles_a_qui', sql`num_nonnulls(${t.personneId}, ${t.structureId}) = 1`),
    check('demandes_nouvelles_decision', sql`${t.decision} in ('accepte', 'ecarte')`)
  ]
)
