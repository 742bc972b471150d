import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { quartiers } from '#domaines/territoires/tables.server.ts'
import type { EtatEchange, NatureEchange, VerdictRencontre } from '../schema/echanges.ts'
import type { Facette, Thematique } from '../schema/themes.ts'
import { personnes, structures } from '../tables.server.ts'

/** What a partner asks or offers. No quartier: the whole territory. */
export const echanges = pgTable(
  'echanges',
  {
    ...cle(),
    nature: text().$type<NatureEchange>().notNull(),
    structureId: uuid().notNull(),
    personneId: uuid(),
    titre: text().notNull(),
    cleTitre: text().notNull(),
    texte: text(),
    thematiques: text().array().$type<Thematique[]>().notNull().default([]),
    facettes: text().array().$type<Facette[]>().notNull().default([]),
    quartierId: uuid(),
    /** until when it holds */
    jusque: text().$type<DateFloue>(),
    etat: text().$type<EtatEchange>().notNull().default('ouverte'),
    /** since when it is in that state */
    depuis: text().$type<DateFloue>().notNull(),
    /** what it came to, in a sentence */
    issue: text(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('echanges_structure_fk', t, t.structureId, () => structures),
    reference('echanges_personne_fk', t, t.personneId, () => personnes),
    reference('echanges_quartier_fk', t, t.quartierId, () => quartiers),
    index('echanges_par_etat').on(t.collectiviteId, t.etat, t.creeLe.desc()),
    index('echanges_par_structure').on(t.collectiviteId, t.structureId),
    check('echanges_nature', sql`${t.nature} in ('appui', 'offre', 'besoin', 'idee')`),
    check('echanges_etat', sql`${t.etat} in ('ouverte', 'en_cours', 'aboutie', 'abandonnee')`)
  ]
)

/** What was said of two entries that could meet, the smaller id first: put in touch on a day, or nothing to do with each other. */
export const rapprochements = pgTable(
  'rapprochements',
  {
    ...cle(),
    unId: uuid().notNull(),
    autreId: uuid().notNull(),
    verdict: text().$type<VerdictRencontre>().notNull(),
    date: text().$type<DateFloue>().notNull(),
    note: text(),
    /** who said it, as she was called then */
    auteur: text().notNull(),
    creeLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    clePrimaire(t),
    uniqueIndex('rapprochements_une_fois').on(t.collectiviteId, t.unId, t.autreId),
    index('rapprochements_par_autre').on(t.collectiviteId, t.autreId),
    reference('rapprochements_un_fk', t, t.unId, () => echanges),
    reference('rapprochements_autre_fk', t, t.autreId, () => echanges),
    check('rapprochements_deux', sql`${t.unId} < ${t.autreId}`),
    check('rapprochements_verdict', sql`${t.verdict} in ('mises_en_relation', 'ecartees')`)
  ]
)
