import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core'
import type { Taxe } from '#platform/argent.ts'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { collectivites, quartiers } from '#domaines/territoires/tables.server.ts'
import { personnes, structures } from '#domaines/partenaires/tables.server.ts'
import type { Age, Moment } from '#domaines/contrats/schema.ts'
import { axes, contrats } from '#domaines/contrats/tables.server.ts'
import type {
  AxeOttawa,
  EtatFinancement,
  MoyenMutualise,
  Facette,
  NatureAction,
  NiveauObjectif,
  Participation,
  Politique,
  Priorite,
  RoleIntervenant,
  Statut,
  Thematique,
  TypeAction
} from './schema/mots.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** Fiches-actions belong to their territory and outlive their contract; a sub-action is a fiche under another. */
export const fiches = pgTable(
  'fiches',
  {
    ...cle(),
    parentId: uuid(),
    rang: integer().notNull(),
    /** set when the territory numbers its fiches itself; computed from the tree otherwise */
    numero: text(),
    titre: text().notNull(),
    cleTitre: text().notNull(),
    nature: text().$type<NatureAction>(),
    /** why an action that exists already stands in the contract */
    motifExistante: text(),
    statut: text().$type<Statut>(),
    priorite: text().$type<Priorite>(),
    debut: text().$type<DateFloue>(),
    fin: text().$type<DateFloue>(),
    calendrier: text(),
    ameliorationContinue: boolean(),
    participation: text().$type<Participation>(),
    gouvernance: text(),
    contexte: text(),
    description: text(),
    moyens: text(),
    /** what partners put in common, and in which way */
    mutualises: text()
      .array()
      .$type<MoyenMutualise[]>()
      .notNull()
      .default(sql`'{}'`),
    mutualisation: text(),
    vigilance: text(),
    notes: text(),
    documents: text(),
    liens: text(),
    publics: text().array().notNull(),
    ages: text().array().$type<Age[]>().notNull(),
    milieux: text().array().notNull(),
    ottawa: text().array().$type<AxeOttawa[]>().notNull(),
    thematiques: text().array().$type<Thematique[]>().notNull().default([]),
    types: text().array().$type<TypeAction[]>().notNull().default([]),
    facettes: text().array().$type<Facette[]>().notNull().default([]),
    budgetPrevisionnel: bigint({ mode: 'number' }),
    budgetTaxe: text().$type<Taxe>().notNull().default('ht'),
    /** policies of the town that it works with */
    politiques: text().array().$type<Politique[]>().notNull().default([]),
    /** why an action of the ASV names no priority quartier */
    horsQpv: text(),
    /** what the last import wrote, field by field: tells a person's change from the file's */
    dernierImport: jsonb().$type<Record<string, unknown>>(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    modifieLe: timestamp({ withTimezone: true }).notNull(),
    recherche: tsvector().generatedAlwaysAs(
      sql`to_tsvector('francais', coalesce(titre, '') || ' ' || coalesce(contexte, '') || ' ' || coalesce(description, '') || ' ' || en_texte(publics))`
    ),
    /** the words of the title, short enough to stand in the index that finds near actions */
    mots: tsvector().generatedAlwaysAs(sql`to_tsvector('francais', left(titre, 200))`),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('fiches_parent_fk', t, t.parentId, () => ({ collectiviteId: t.collectiviteId, id: t.id })),
    foreignKey({ columns: [t.collectiviteId], foreignColumns: [collectivites.id] }),
    index('fiches_par_titre').on(t.collectiviteId, t.cleTitre),
    index('fiches_par_parent').on(t.collectiviteId, t.parentId, t.rang),
    check(
      'fiches_statut',
      sql`${t.statut} in ('a_venir', 'a_discuter', 'en_cours', 'realise', 'en_retard', 'en_pause', 'bloque', 'abandonne')`
    ),
    check('fiches_dates', sql`${t.debut} is null or ${t.fin} is null or ${t.fin} >= left(${t.debut}, length(${t.fin}))`),
    check('fiches_budget', sql`${t.budgetPrevisionnel} >= 0`),
    check('fiches_budget_taxe', sql`${t.budgetTaxe} in ('ht', 'ttc')`)
  ]
)

/**
 * The place of a fiche in a contract, under an axis or under none; a fiche may have had a place in several generations. A place that ended
 * (`jusque`) stays, so that the past is counted rightly; `depuis` null: since the contract began.
 */
export const places = pgTable(
  'places',
  {
    ...cle(),
    ficheId: uuid().notNull(),
    contratId: uuid().notNull(),
    axeId: uuid(),
    rang: integer().notNull(),
    depuis: text(),
    jusque: text(),
    /** why it entered, or left */
    motif: text()
  },
  (t) => [
    clePrimaire(t),
    uniqueIndex('places_une_par_contrat')
      .on(t.collectiviteId, t.contratId, t.ficheId)
      .where(sql`${t.jusque} is null`),
    check('places_dates', sql`${t.jusque} is null or ${t.depuis} is null or ${t.jusque} >= ${t.depuis}`),
    reference('places_fiche_fk', t, t.ficheId, () => fiches),
    reference('places_contrat_fk', t, t.contratId, () => contrats),
    reference('places_axe_fk', t, t.axeId, () => axes),
    index('places_par_fiche').on(t.collectiviteId, t.ficheId),
    index('places_par_axe').on(t.collectiviteId, t.axeId, t.rang)
  ]
)

/** General objectives hold specific ones, which hold operational ones. */
export const objectifs = pgTable(
  'objectifs',
  {
    ...cle(),
    ficheId: uuid().notNull(),
    parentId: uuid(),
    niveau: text().$type<NiveauObjectif>().notNull(),
    rang: integer().notNull(),
    texte: text().notNull(),
    resultat: text()
  },
  (t) => [
    clePrimaire(t),
    reference('objectifs_fiche_fk', t, t.ficheId, () => fiches),
    reference('objectifs_parent_fk', t, t.parentId, () => ({ collectiviteId: t.collectiviteId, id: t.id })),
    index('objectifs_par_fiche').on(t.collectiviteId, t.ficheId, t.rang)
  ]
)

/** Who takes part in an action: a structure, a person, or both. */
export const intervenants = pgTable(
  'intervenants',
  {
    ...cle(),
    ficheId: uuid().notNull(),
    role: text().$type<RoleIntervenant>().notNull(),
    structureId: uuid(),
    personneId: uuid(),
    detail: text(),
    rang: integer().notNull()
  },
  (t) => [
    clePrimaire(t),
    reference('intervenants_fiche_fk', t, t.ficheId, () => fiches),
    reference('intervenants_structure_fk', t, t.structureId, () => structures),
    reference('intervenants_personne_fk', t, t.personneId, () => personnes),
    index('intervenants_par_fiche').on(t.collectiviteId, t.ficheId, t.role, t.rang),
    index('intervenants_par_structure').on(t.collectiviteId, t.structureId),
    index('intervenants_par_personne').on(t.collectiviteId, t.personneId),
    check('intervenants_quelqu_un', sql`${t.structureId} is not null or ${t.personneId} is not null`)
  ]
)

export const fichesQuartiers = pgTable(
  'fiches_quartiers',
  { ...cle(), ficheId: uuid().notNull(), quartierId: uuid().notNull() },
  (t) => [
    clePrimaire(t),
    uniqueIndex('fiches_quartiers_une_fois').on(t.collectiviteId, t.ficheId, t.quartierId),
    reference('fiches_quartiers_fiche_fk', t, t.ficheId, () => fiches),
    reference('fiches_quartiers_quartier_fk', t, t.quartierId, () => quartiers),
    index('fiches_quartiers_par_quartier').on(t.collectiviteId, t.quartierId)
  ]
)

export const etapes = pgTable(
  'etapes',
  {
    ...cle(),
    ficheId: uuid().notNull(),
    rang: integer().notNull(),
    intitule: text().notNull(),
    echeance: text().$type<DateFloue>(),
    faite: boolean().notNull().default(false)
  },
  (t) => [
    clePrimaire(t),
    reference('etapes_fiche_fk', t, t.ficheId, () => fiches),
    index('etapes_par_fiche').on(t.collectiviteId, t.ficheId, t.rang)
  ]
)

/** Money by year, funder and state, in cents. The funder is a structure of the territory. */
export const financements = pgTable(
  'financements',
  {
    ...cle(),
    ficheId: uuid().notNull(),
    rang: integer().notNull(),
    structureId: uuid().notNull(),
    annee: integer(),
    montant: bigint({ mode: 'number' }),
    etat: text().$type<EtatFinancement>().notNull(),
    taxe: text().$type<Taxe>().notNull().default('ht')
  },
  (t) => [
    clePrimaire(t),
    reference('financements_fiche_fk', t, t.ficheId, () => fiches),
    reference('financements_structure_fk', t, t.structureId, () => structures),
    index('financements_par_fiche').on(t.collectiviteId, t.ficheId, t.rang),
    check('financements_montant', sql`${t.montant} >= 0`),
    check('financements_taxe', sql`${t.taxe} in ('ht', 'ttc')`)
  ]
)

/** An action's answer to a transversal axis at one moment. */
export const reponses = pgTable(
  'reponses',
  {
    ...cle(),
    ficheId: uuid().notNull(),
    axeId: uuid().notNull(),
    moment: text().$type<Moment>().notNull(),
    texte: text().notNull()
  },
  (t) => [
    clePrimaire(t),
    uniqueIndex('reponses_une_par_moment').on(t.collectiviteId, t.ficheId, t.axeId, t.moment),
    reference('reponses_fiche_fk', t, t.ficheId, () => fiches),
    reference('reponses_axe_fk', t, t.axeId, () => axes),
    index('reponses_par_axe').on(t.collectiviteId, t.axeId),
    check('reponses_moment', sql`${t.moment} in ('conception', 'declinaison', 'evaluation')`)
  ]
)
