import { and, asc, count, eq, getTableColumns, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { normaliser } from '#platform/texte.ts'
import { autresNoms } from './queries/annuaire.server.ts'
import { lettrePerdue } from './queries/lettres-perdues.server.ts'
import { foisSollicitee, foisSollicitees } from './queries/sollicitations.server.ts'
import { estHabitante } from './queries/volontaires.server.ts'
import type { MotifEffacement } from './schema/effacements.ts'
import type { Sorte } from './schema/paires.ts'
import { fonctions, personnes, structures } from './tables.server.ts'
import type { CategorieStructure, TypeStructure } from './schema.ts'

/** Rows on one page of the directory. */
export const PAR_PAGE = 50

export type FiltreStructures = {
  recherche?: string
  type?: TypeStructure
  categorie?: CategorieStructure | 'sans'
  interne?: boolean
}
export type LigneStructure = Awaited<ReturnType<typeof listerStructures>>[number]

const retenues = (perimetre: Perimetre, filtre: FiltreStructures) =>
  and(
    eq(structures.collectiviteId, perimetre.collectiviteId),
    isNull(structures.supprimeLe),
    filtre.type ? eq(structures.type, filtre.type) : undefined,
    filtre.categorie
      ? filtre.categorie === 'sans'
        ? isNull(structures.categorie)
        : eq(structures.categorie, filtre.categorie)
      : undefined,
    filtre.interne === undefined ? undefined : eq(structures.interne, filtre.interne),
    filtre.recherche
      ? sql`(${structures.cleNom} like ${contenant(filtre.recherche)} or lower(${structures.sigle}) like ${contenant(filtre.recherche)})`
      : undefined
  )

/** The structures of the territory by name, filtered (R-003, R-005, R-007); those put aside are left out. */
export function listerStructures(db: Tx, perimetre: Perimetre, filtre: FiltreStructures = {}) {
  return structuresParLeurNom(db, perimetre, filtre)
}

/** One page of the same list, and how many structures the filter keeps. */
export async function pageDeStructures(db: Tx, perimetre: Perimetre, filtre: FiltreStructures, page: number) {
  const lignes = await structuresParLeurNom(db, perimetre, filtre)
    .limit(PAR_PAGE)
    .offset((page - 1) * PAR_PAGE)
  const [compte] = await db.select({ total: count() }).from(structures).where(retenues(perimetre, filtre))
  return { lignes, total: compte!.total }
}

/** How many structures stand in each category, null for none, inside the collectivité and outside: what the directory says first. */
export function compterStructures(db: Tx, perimetre: Perimetre) {
  return db
    .select({ categorie: structures.categorie, interne: structures.interne, nombre: count() })
    .from(structures)
    .where(retenues(perimetre, {}))
    .groupBy(structures.categorie, structures.interne)
}

/** Names of the structures, for a list to choose from. */
export function nomsDesStructures(db: Tx, perimetre: Perimetre) {
  return db
    .select({ id: structures.id, nom: structures.nom })
    .from(structures)
    .where(retenues(perimetre, {}))
    .orderBy(asc(structures.cleNom))
}

/** Names of the people and structures of the directory, for a field that suggests them. One statement. */
export async function nomsDeLAnnuaire(db: Tx, { collectiviteId }: Perimetre): Promise<string[]> {
  const lus = (await db.execute(sql`select nom from personnes where collectivite_id = ${collectiviteId} and supprime_le is null
    union select nom from structures where collectivite_id = ${collectiviteId} and supprime_le is null order by nom`)) as unknown as {
    nom: string
  }[]
  return lus.map(({ nom }) => nom)
}

function structuresParLeurNom(db: Tx, perimetre: Perimetre, filtre: FiltreStructures) {
  return db
    .select({
      id: structures.id,
      nom: structures.nom,
      sigle: structures.sigle,
      type: structures.type,
      categorie: structures.categorie,
      interne: structures.interne,
      exemple: structures.exemple,
      personnes: sql<number>`(select count(*)::int from fonctions f join personnes p on p.collectivite_id = f.collectivite_id and p.id = f.personne_id and p.supprime_le is null
        where f.collectivite_id = structures.collectivite_id and f.structure_id = structures.id and f.fin is null)`
    })
    .from(structures)
    .where(retenues(perimetre, filtre))
    .orderBy(asc(structures.cleNom))
}

const contenant = (texte: string) => `%${normaliser(texte).replace(/[\\%_]/g, '\\$&')}%`

/** The one that stays, of a structure or a person that was merged; null of any other. */
const celleQuiReste = (paires: string, table: string) =>
  sql<
    string | null
  >`(select un_id from ${sql.identifier(paires)} p where p.collectivite_id = ${sql.identifier(table)}.collectivite_id
    and p.autre_id = ${sql.identifier(table)}.id and p.verdict = 'reunies' and ${sql.identifier(table)}.supprime_le is not null)`

/**
 * One structure with the people who hold a function in it now or did, and the other structures where they hold one today (`ailleurs`,
 * R-102); `reunieA` is the one that it was merged into. Null when it is not of this territory.
 */
export async function lireStructure(db: Tx, perimetre: Perimetre, id: string) {
  const [structure] = await db
    .select({
      ...getTableColumns(structures),
      quartier: sql<
        string | null
      >`(select q.nom from quartiers q where q.collectivite_id = structures.collectivite_id and q.id = structures.quartier_id)`,
      sollicitations: foisSollicitees(sql`structures.collectivite_id`, sql`structures.id`),
      reunieA: celleQuiReste('paires_structures', 'structures'),
      perdue: lettrePerdue('structures')
    })
    .from(structures)
    .where(and(eq(structures.collectiviteId, perimetre.collectiviteId), eq(structures.id, id)))
  if (!structure) return null
  const equipe = await db
    .select({
      id: personnes.id,
      nom: personnes.nom,
      courriel: personnes.courriel,
      telephone: personnes.telephone,
      exemple: personnes.exemple,
      intitule: fonctions.intitule,
      debut: fonctions.debut,
      fin: fonctions.fin,
      fonctionId: fonctions.id,
      ailleurs: sql<
        { id: string; nom: string }[]
      >`coalesce((select jsonb_agg(distinct jsonb_build_object('id', s.id, 'nom', s.nom)) from fonctions f
        join structures s on s.collectivite_id = f.collectivite_id and s.id = f.structure_id and s.supprime_le is null
        where f.collectivite_id = ${fonctions.collectiviteId} and f.personne_id = ${fonctions.personneId} and f.structure_id <> ${fonctions.structureId} and f.fin is null), '[]')`
    })
    .from(fonctions)
    .innerJoin(personnes, and(eq(personnes.collectiviteId, fonctions.collectiviteId), eq(personnes.id, fonctions.personneId)))
    .where(
      and(eq(fonctions.collectiviteId, perimetre.collectiviteId), eq(fonctions.structureId, id), isNull(personnes.supprimeLe))
    )
    .orderBy(sql`${fonctions.fin} is not null`, asc(personnes.cleNom))
  return { ...structure, equipe }
}

/** The people of the territory by name, with their present functions. */
export function listerPersonnes(db: Tx, perimetre: Perimetre) {
  return personnesParLeurNom(db, perimetre, '')
}

/** One page of the people whose name, address or present structure holds the text, and how many there are. */
export async function pageDePersonnes(db: Tx, perimetre: Perimetre, recherche: string, page: number) {
  const lignes = await personnesParLeurNom(db, perimetre, recherche)
    .limit(PAR_PAGE)
    .offset((page - 1) * PAR_PAGE)
  const [compte] = await db.select({ total: count() }).from(personnes).where(presentes(perimetre, recherche))
  return { lignes, total: compte!.total }
}

/** How many people the directory has, and how many of them hold no function today. */
export async function compterPersonnes(db: Tx, perimetre: Perimetre): Promise<{ total: number; sansFonction: number }> {
  const [compte] = await db
    .select({ total: count(), sansFonction: sql<number>`(count(*) filter (where not exists (${enPoste(sql`1`)})))::int` })
    .from(personnes)
    .where(presentes(perimetre, ''))
  return compte!
}

/** Present functions of the person of the row, with their structure (`f`, `s`). */
const enPoste = (
  choix: SQL
) => sql`select ${choix} from fonctions f join structures s on s.collectivite_id = f.collectivite_id and s.id = f.structure_id
  where f.collectivite_id = personnes.collectivite_id and f.personne_id = personnes.id and f.fin is null`

const presentes = (perimetre: Perimetre, recherche: string) =>
  and(
    eq(personnes.collectiviteId, perimetre.collectiviteId),
    isNull(personnes.supprimeLe),
    sql`not ${estHabitante(sql`personnes`)}`,
    recherche
      ? sql`(${personnes.cleNom} like ${contenant(recherche)} or ${personnes.courriel} like ${contenant(recherche)} or exists (${enPoste(sql`1`)} and s.cle_nom like ${contenant(recherche)}))`
      : undefined
  )

function personnesParLeurNom(db: Tx, perimetre: Perimetre, recherche: string) {
  return db
    .select({
      id: personnes.id,
      nom: personnes.nom,
      courriel: personnes.courriel,
      telephone: personnes.telephone,
      exemple: personnes.exemple,
      fonctions: sql<
        { structure: string; structureId: string; intitule: string | null }[]
      >`coalesce((${enPoste(sql`jsonb_agg(jsonb_build_object('structure', s.nom, 'structureId', s.id, 'intitule', f.intitule) order by s.nom)`)}), '[]')`
    })
    .from(personnes)
    .where(presentes(perimetre, recherche))
    .orderBy(asc(personnes.cleNom), asc(personnes.id))
}

/** When she is to be erased, or was. */
export type Effacement = { prevuLe: string; faitLe: string | null; motif: MotifEffacement }

/** One person with every function that she holds or held, the present ones first, and `reunieA`; null when she is not of this territory. */
export async function lirePersonne(db: Tx, perimetre: Perimetre, id: string) {
  const [personne] = await db
    .select({
      ...getTableColumns(personnes),
      sollicitations: foisSollicitee(sql`personnes.collectivite_id`, sql`personnes.id`),
      reunieA: celleQuiReste('paires_personnes', 'personnes'),
      perdue: lettrePerdue('personnes'),
      aussi: sql<
        { id: string; nom: string }[]
      >`(select coalesce(json_agg(json_build_object('id', a.id, 'nom', a.nom) order by a.cle_nom, a.id), '[]') from personnes a
        where a.collectivite_id = personnes.collectivite_id and a.id <> personnes.id and lower(a.courriel) = lower(personnes.courriel) and a.supprime_le is null
          and not ${estHabitante(sql`a`)})`,
      habitante: sql<boolean>`${estHabitante(sql`personnes`)}`,
      effacement: sql<Effacement | null>`(select json_build_object('prevuLe', e.prevu_le, 'faitLe', e.fait_le, 'motif', e.motif) from effacements e
        where e.collectivite_id = personnes.collectivite_id and e.personne_id = personnes.id)`
    })
    .from(personnes)
    .where(and(eq(personnes.collectiviteId, perimetre.collectiviteId), eq(personnes.id, id)))
  if (!personne) return null
  const parcours = await db
    .select({
      id: fonctions.id,
      intitule: fonctions.intitule,
      debut: fonctions.debut,
      fin: fonctions.fin,
      structureId: structures.id,
      structure: structures.nom
    })
    .from(fonctions)
    .innerJoin(structures, and(eq(structures.collectiviteId, fonctions.collectiviteId), eq(structures.id, fonctions.structureId)))
    .where(and(eq(fonctions.collectiviteId, perimetre.collectiviteId), eq(fonctions.personneId, id)))
    .orderBy(sql`${fonctions.fin} is not null`, sql`${fonctions.debut} desc nulls last`, asc(structures.cleNom))
  return { ...personne, parcours }
}

/**
 * Of these names, the structures that the territory already has, whatever the case, accents and spaces: normalised name → id. A name that
 * was merged into another structure leads to it.
 */
export const structuresParNom = (db: Tx, perimetre: Perimetre, noms: readonly string[]) =>
  parNom(db, perimetre, 'structures', noms)

/** The same for people. Two people of one name are one for an import; the person who reads can tell them apart. */
export const personnesParNom = (db: Tx, perimetre: Perimetre, noms: readonly string[]) => parNom(db, perimetre, 'personnes', noms)

async function parNom(db: Tx, perimetre: Perimetre, sorte: Sorte, noms: readonly string[]): Promise<Map<string, string>> {
  const cles = [...new Set(noms.map(normaliser))]
  if (cles.length === 0) return new Map()
  const table = { structures, personnes }[sorte]
  const lignes = await db
    .select({ id: table.id, cle: table.cleNom })
    .from(table)
    .where(and(eq(table.collectiviteId, perimetre.collectiviteId), inArray(table.cleNom, cles), isNull(table.supprimeLe)))
    .orderBy(sql`${table.creeLe} desc`)
  const trouves = new Map(lignes.map((ligne) => [ligne.cle, ligne.id]))
  if (cles.every((cle) => trouves.has(cle))) return trouves
  const autres = (await autresNoms(db, perimetre))[sorte].map(({ id, nom }) => [normaliser(nom), id] as const)
  return new Map([...autres.filter(([cle]) => cles.includes(cle)), ...trouves])
}

/** The name of a structure, when it is put aside: for the message that offers to bring it back. */
export async function nomDeLaStructure(db: Tx, perimetre: Perimetre, id: string): Promise<string | null> {
  const [structure] = await db
    .select({ nom: structures.nom })
    .from(structures)
    .where(and(eq(structures.collectiviteId, perimetre.collectiviteId), eq(structures.id, id), isNotNull(structures.supprimeLe)))
  return structure?.nom ?? null
}

/** The same for a person. */
export async function nomDeLaPersonne(db: Tx, perimetre: Perimetre, id: string): Promise<string | null> {
  const [personne] = await db
    .select({ nom: personnes.nom })
    .from(personnes)
    .where(and(eq(personnes.collectiviteId, perimetre.collectiviteId), eq(personnes.id, id), isNotNull(personnes.supprimeLe)))
  return personne?.nom ?? null
}
