import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import { personnes, structures } from '#domaines/partenaires/tables.server.ts'
import type {
  Age,
  EtapeContrat,
  NatureActe,
  NatureAxe,
  NatureFait,
  NatureProgramme,
  NatureRepere,
  RoleSignataire
} from './schema.ts'

/** Versions of the regional health plan, as the territory notes them; `parueLe` is null while it is awaited. */
export const prs = pgTable(
  'prs',
  {
    ...cle(),
    sigle: text().notNull(),
    intitule: text(),
    debut: text().$type<DateFloue>(),
    fin: text().$type<DateFloue>(),
    parueLe: text().$type<DateFloue>(),
    exemple: boolean().notNull().default(false),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    foreignKey({ columns: [t.collectiviteId], foreignColumns: [collectivites.id] }),
    check('prs_dates', sql`${t.debut} is null or ${t.fin} is null or ${t.fin} >= left(${t.debut}, length(${t.fin}))`)
  ]
)

/** The axes of one version, by their number. */
export const prsAxes = pgTable(
  'prs_axes',
  { ...cle(), prsId: uuid().notNull(), rang: integer().notNull(), numero: text().notNull(), intitule: text().notNull() },
  (t) => [
    clePrimaire(t),
    reference('prs_axes_prs_fk', t, t.prsId, () => prs),
    uniqueIndex('prs_axes_un_numero').on(t.collectiviteId, t.prsId, t.numero)
  ]
)

/** Contracts and their generations; periods are free and may leave gaps. */
export const contrats = pgTable(
  'contrats',
  {
    ...cle(),
    intitule: text().notNull(),
    generation: integer().notNull(),
    precedentId: uuid(),
    debut: text().$type<DateFloue>(),
    fin: text().$type<DateFloue>(),
    etape: text().$type<EtapeContrat>().notNull(),
    /** the end that the acts of prorogation give, kept here by those acts; null without one */
    finProrogee: text().$type<DateFloue>(),
    /** the version of the regional plan that it refers to, perhaps not published yet */
    prsId: uuid(),
    signeLe: text().$type<DateFloue>(),
    signatureLieu: text(),
    signatureRecit: text(),
    preambule: text(),
    gouvernance: text(),
    referencesLegales: text().array().notNull(),
    /** names of the levels of the thematic tree, from the top */
    niveaux: text().array().notNull(),
    /** title of the plan whose import made it: a later import of the same plan finds it again */
    planImporte: text(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('contrats_precedent_fk', t, t.precedentId, () => ({ collectiviteId: t.collectiviteId, id: t.id })),
    reference('contrats_prs_fk', t, t.prsId, () => prs),
    foreignKey({ columns: [t.collectiviteId], foreignColumns: [collectivites.id] }),
    index('contrats_par_debut').on(t.collectiviteId, t.debut),
    check('contrats_etape', sql`${t.etape} in ('prefiguration', 'elaboration', 'en_relecture', 'signe', 'abandonne')`),
    check('contrats_dates', sql`${t.debut} is null or ${t.fin} is null or ${t.fin} >= left(${t.debut}, length(${t.fin}))`)
  ]
)

/** Who signs: a structure, the person who holds the pen and in which quality, when, and in which role. Counts are computed. */
export const signataires = pgTable(
  'signataires',
  {
    ...cle(),
    contratId: uuid().notNull(),
    structureId: uuid().notNull(),
    personneId: uuid(),
    qualite: text(),
    role: text().$type<RoleSignataire>().notNull(),
    signeLe: text().$type<DateFloue>(),
    rang: integer().notNull(),
    exemple: boolean().notNull().default(false),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('signataires_contrat_fk', t, t.contratId, () => contrats),
    reference('signataires_structure_fk', t, t.structureId, () => structures),
    reference('signataires_personne_fk', t, t.personneId, () => personnes),
    index('signataires_par_contrat').on(t.collectiviteId, t.contratId, t.rang),
    check('signataires_role', sql`${t.role} in ('porteur', 'obligatoire', 'autre')`)
  ]
)

/** Partners bound by a convention, who do not sign the contract. */
export const conventions = pgTable(
  'conventions',
  {
    ...cle(),
    contratId: uuid().notNull(),
    structureId: uuid().notNull(),
    objet: text(),
    date: text().$type<DateFloue>(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('conventions_contrat_fk', t, t.contratId, () => contrats),
    reference('conventions_structure_fk', t, t.structureId, () => structures),
    index('conventions_par_contrat').on(t.collectiviteId, t.contratId)
  ]
)

/** Thematic axes are a tree, transversal axes a list that asks its question of every action. */
export const axes = pgTable(
  'axes',
  {
    ...cle(),
    contratId: uuid().notNull(),
    parentId: uuid(),
    nature: text().$type<NatureAxe>().notNull(),
    rang: integer().notNull(),
    intitule: text().notNull(),
    cleIntitule: text().notNull(),
    enjeu: text(),
    constat: text(),
    objectif: text(),
    question: text(),
    sousQuestions: text().array().notNull(),
    /** a transversal axis: advice and examples for who answers it, at each moment */
    conseilConception: text(),
    exemplesConception: text().array().notNull().default([]),
    conseilDeclinaison: text(),
    exemplesDeclinaison: text().array().notNull().default([]),
    conseilEvaluation: text(),
    exemplesEvaluation: text().array().notNull().default([]),
    /** the body that carries it, « CLSM », « ASV » */
    instance: text(),
    /** who asked for it, « ARS Île-de-France »; null: the territory's own choice */
    demandePar: text(),
    ages: text().array().$type<Age[]>().notNull(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('axes_contrat_fk', t, t.contratId, () => contrats),
    reference('axes_parent_fk', t, t.parentId, () => ({ collectiviteId: t.collectiviteId, id: t.id })),
    index('axes_par_contrat').on(t.collectiviteId, t.contratId, t.nature, t.rang),
    check('axes_nature', sql`${t.nature} in ('thematique', 'transversal')`),
    check('axes_transversal_plat', sql`${t.nature} = 'thematique' or ${t.parentId} is null`)
  ]
)

/** The legal life of a contract beside its signature: avenants, prorogations by arrêté, deliberations, studies. */
export const actes = pgTable(
  'actes',
  {
    ...cle(),
    contratId: uuid().notNull(),
    nature: text().$type<NatureActe>().notNull(),
    /** « arrêté n° 2018-42 de l'ARS Île-de-France » */
    reference: text().notNull(),
    date: text().$type<DateFloue>().notNull(),
    objet: text(),
    nouvelleFin: text().$type<DateFloue>(),
    exemple: boolean().notNull().default(false),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('actes_contrat_fk', t, t.contratId, () => contrats),
    index('actes_par_contrat').on(t.collectiviteId, t.contratId, t.date),
    check('actes_nature', sql`${t.nature} in ('etude', 'deliberation', 'avenant', 'prorogation', 'convention', 'autre')`),
    check('actes_fin', sql`(${t.nature} = 'prorogation') = (${t.nouvelleFin} is not null)`)
  ]
)

/** The journal of a contract: what explains its course, written by hand. */
export const faits = pgTable(
  'faits',
  {
    ...cle(),
    contratId: uuid().notNull(),
    date: text().$type<DateFloue>().notNull(),
    nature: text().$type<NatureFait>().notNull(),
    texte: text().notNull(),
    exemple: boolean().notNull().default(false),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('faits_contrat_fk', t, t.contratId, () => contrats),
    index('faits_par_contrat').on(t.collectiviteId, t.contratId, t.date),
    check('faits_nature', sql`${t.nature} in ('crise', 'depart', 'arrivee', 'ouverture', 'retard', 'autre')`)
  ]
)

/** Which axes of a regional plan an axis of the contract answers. */
export const axesPrs = pgTable('axes_prs', { ...cle(), axeId: uuid().notNull(), prsAxeId: uuid().notNull() }, (t) => [
  clePrimaire(t),
  uniqueIndex('axes_prs_une_fois').on(t.collectiviteId, t.axeId, t.prsAxeId),
  reference('axes_prs_axe_fk', t, t.axeId, () => axes),
  reference('axes_prs_prs_axe_fk', t, t.prsAxeId, () => prsAxes),
  index('axes_prs_par_prs_axe').on(t.collectiviteId, t.prsAxeId)
])

/** What else stands on the line of time: mandates, elections, long projects, diagnostics. */
export const reperes = pgTable(
  'reperes',
  {
    ...cle(),
    nature: text().$type<NatureRepere>().notNull(),
    intitule: text().notNull(),
    debut: text().$type<DateFloue>().notNull(),
    fin: text().$type<DateFloue>(),
    exemple: boolean().notNull().default(false),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    foreignKey({ columns: [t.collectiviteId], foreignColumns: [collectivites.id] }),
    check('reperes_nature', sql`${t.nature} in ('diagnostic', 'projet', 'mandat', 'election', 'autre')`),
    check('reperes_dates', sql`${t.fin} is null or ${t.fin} >= left(${t.debut}, length(${t.fin}))`)
  ]
)

/** Other programmes of the territory that contracts and actions meet: contrat de ville, CLSM, PTSM, CTG, Cité éducative. */
export const programmes = pgTable(
  'programmes',
  {
    ...cle(),
    nature: text().$type<NatureProgramme>().notNull(),
    intitule: text().notNull(),
    debut: text().$type<DateFloue>(),
    fin: text().$type<DateFloue>(),
    exemple: boolean().notNull().default(false),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    foreignKey({ columns: [t.collectiviteId], foreignColumns: [collectivites.id] }),
    check('programmes_nature', sql`${t.nature} in ('contrat_de_ville', 'clsm', 'ptsm', 'ctg', 'cite_educative', 'autre')`)
  ]
)

export const contratsProgrammes = pgTable(
  'contrats_programmes',
  { ...cle(), contratId: uuid().notNull(), programmeId: uuid().notNull() },
  (t) => [
    clePrimaire(t),
    uniqueIndex('contrats_programmes_une_fois').on(t.collectiviteId, t.contratId, t.programmeId),
    reference('contrats_programmes_contrat_fk', t, t.contratId, () => contrats),
    reference('contrats_programmes_programme_fk', t, t.programmeId, () => programmes)
  ]
)
