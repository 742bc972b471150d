import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import { personnes, structures } from '#domaines/partenaires/tables.server.ts'
import type { Age, EtapeContrat, NatureAxe, RoleSignataire } from './schema.ts'

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
    /** the body that carries it, « CLSM », « ASV » */
    instance: text(),
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
