import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { collectivites, quartiers } from '#domaines/territoires/tables.server.ts'
import type { CategorieStructure, Courriels, TypeStructure } from './schema.ts'

/** Partner structures, outside the collectivité or inside it. `cleNom` is the normalised name: two structures of one name are one. */
export const structures = pgTable(
  'structures',
  {
    ...cle(),
    nom: text().notNull(),
    cleNom: text().notNull(),
    sigle: text(),
    type: text().$type<TypeStructure>().notNull().default('autre'),
    categorie: text().$type<CategorieStructure>(),
    interne: boolean().notNull().default(false),
    /** fourteen digits, one establishment */
    siret: text(),
    /** the address and the number of the house itself, when nobody is named */
    courriel: text(),
    telephone: text(),
    /** what the house accepts to receive at that address */
    courriels: text().$type<Courriels>().notNull().default('tous'),
    courrielsLe: timestamp({ withTimezone: true }),
    quartierId: uuid(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    uniqueIndex('structures_un_nom')
      .on(t.collectiviteId, t.cleNom)
      .where(sql`${t.supprimeLe} is null`),
    index('structures_par_nom').on(t.collectiviteId, t.nom),
    reference('structures_quartier_fk', t, t.quartierId, () => quartiers),
    check('structures_courriels', sql`${t.courriels} in ('tous', 'lecture', 'aucun')`),
    check('structures_siret', sql`${t.siret} ~ '^[0-9]{14}$'`),
    foreignKey({ columns: [t.collectiviteId], foreignColumns: [collectivites.id] })
  ]
)

/** People of the partnership. No health data, nothing beyond what an invitation needs. */
export const personnes = pgTable(
  'personnes',
  {
    ...cle(),
    nom: text().notNull(),
    cleNom: text().notNull(),
    courriel: text(),
    telephone: text(),
    /** what she accepts to receive: everything, the minutes only, nothing */
    courriels: text().$type<Courriels>().notNull().default('tous'),
    courrielsLe: timestamp({ withTimezone: true }),
    /** when the coordination last said that it still needs her in the directory */
    revueLe: timestamp({ withTimezone: true }),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    check('personnes_courriels', sql`${t.courriels} in ('tous', 'lecture', 'aucun')`),
    index('personnes_par_nom').on(t.collectiviteId, t.cleNom),
    foreignKey({ columns: [t.collectiviteId], foreignColumns: [collectivites.id] })
  ]
)

/** What a person is in a structure, and when. */
export const fonctions = pgTable(
  'fonctions',
  {
    ...cle(),
    personneId: uuid().notNull(),
    structureId: uuid().notNull(),
    intitule: text(),
    debut: text().$type<DateFloue>(),
    fin: text().$type<DateFloue>()
  },
  (t) => [
    clePrimaire(t),
    reference('fonctions_personne_fk', t, t.personneId, () => personnes),
    reference('fonctions_structure_fk', t, t.structureId, () => structures),
    index('fonctions_par_personne').on(t.collectiviteId, t.personneId),
    index('fonctions_par_structure').on(t.collectiviteId, t.structureId),
    check('fonctions_dates', sql`${t.debut} is null or ${t.fin} is null or ${t.fin} >= left(${t.debut}, length(${t.fin}))`)
  ]
)
