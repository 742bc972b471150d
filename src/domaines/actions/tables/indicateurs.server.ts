import { sql } from 'drizzle-orm'
import { check, index, integer, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { structures } from '#domaines/partenaires/tables.server.ts'
import type { Frequence, NatureIndicateur } from '../schema/mots.ts'
import { fiches } from '../tables.server.ts'

/** What an action measures, whence it starts and what it aims at. */
export const indicateurs = pgTable(
  'indicateurs',
  {
    ...cle(),
    ficheId: uuid().notNull(),
    rang: integer().notNull(),
    intitule: text().notNull(),
    unite: text(),
    initiale: numeric({ mode: 'number' }),
    cible: numeric({ mode: 'number' }),
    definition: text(),
    nature: text().$type<NatureIndicateur>(),
    source: text(),
    frequence: text().$type<Frequence>(),
    /** the structure that holds the figure */
    detenteurId: uuid(),
    /** the operational objective that it measures, in the words of the fiche */
    objectif: text()
  },
  (t) => [
    clePrimaire(t),
    reference('indicateurs_fiche_fk', t, t.ficheId, () => fiches),
    reference('indicateurs_detenteur_fk', t, t.detenteurId, () => structures),
    index('indicateurs_par_fiche').on(t.collectiviteId, t.ficheId, t.rang),
    check('indicateurs_nature', sql`${t.nature} in ('processus', 'resultat', 'impact')`)
  ]
)

/** Dated values of an indicator. */
export const indicateursValeurs = pgTable(
  'indicateurs_valeurs',
  {
    ...cle(),
    ficheId: uuid().notNull(),
    indicateurId: uuid().notNull(),
    date: text().$type<DateFloue>().notNull(),
    valeur: numeric({ mode: 'number' }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('indicateurs_valeurs_fiche_fk', t, t.ficheId, () => fiches),
    reference('indicateurs_valeurs_indicateur_fk', t, t.indicateurId, () => indicateurs),
    index('indicateurs_valeurs_par_fiche').on(t.collectiviteId, t.ficheId, t.indicateurId, t.date)
  ]
)
