import { and, asc, eq, inArray, isNotNull, isNull, like, or, sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Lecteur, Tx } from '#platform/db.server.ts'
import { normaliser } from '#platform/texte.ts'
import { collectivites, collectivitesCommunes, communes, intercommunalites, quartiers } from './tables.server.ts'
import type { Contour } from './schema.ts'

export type Lieu = { code: string; nom: string; precision: string; nature: 'commune' | 'epci' | 'ept' }

/** Communes and intercommunalities whose name begins with the text, or whose code or postal code it is; at most twelve, the most peopled first. */
export async function chercherLieux(db: Lecteur, texte: string): Promise<Lieu[]> {
  const cherche = normaliser(texte)
  if (cherche.length < 2) return []
  const debut = `${cherche.replace(/[\\%_]/g, '')}%`
  const [villes, groupes] = await Promise.all([
    db
      .select({ code: communes.code, nom: communes.nom, departement: communes.departement, population: communes.population })
      .from(communes)
      .where(
        or(
          like(communes.recherche, debut),
          eq(communes.code, texte.trim().toUpperCase()),
          sql`${texte.trim()} = any(${communes.codesPostaux})`
        )
      )
      .orderBy(sql`${communes.population} desc nulls last`)
      .limit(8),
    db
      .select({ code: intercommunalites.siren, nom: intercommunalites.nom, nature: intercommunalites.nature })
      .from(intercommunalites)
      .where(or(like(intercommunalites.recherche, `%${debut}`), eq(intercommunalites.siren, texte.trim())))
      .limit(4)
  ])
  return [
    ...villes.map(({ code, nom, departement }) => ({
      code,
      nom,
      precision: `commune, ${departement}`,
      nature: 'commune' as const
    })),
    ...groupes.map(({ code, nom, nature }) => ({
      code,
      nom,
      precision: 'intercommunalité',
      nature: nature === 'EPT' ? ('ept' as const) : ('epci' as const)
    }))
  ]
}

/** What the official geography knows of a code: its name and the communes that make it; null when it knows none. */
export async function lieuDuCode(
  db: Lecteur,
  code: string
): Promise<{ nom: string; intercommunalite: string | null; communes: string[] } | null> {
  const [ville] = await db.select({ nom: communes.nom }).from(communes).where(eq(communes.code, code))
  if (ville) return { nom: ville.nom, intercommunalite: null, communes: [code] }
  const [groupe] = await db.select().from(intercommunalites).where(eq(intercommunalites.siren, code))
  if (!groupe) return null
  const membres = await db
    .select({ code: communes.code })
    .from(communes)
    .where(or(eq(communes.epci, code), eq(communes.ept, code)))
    .orderBy(asc(communes.code))
  return { nom: groupe.nom, intercommunalite: groupe.nature, communes: membres.map((membre) => membre.code) }
}

/** Of these INSEE codes, those that the geography does not know. */
export async function codesInconnus(db: Lecteur, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const connus = await db
    .select({ code: communes.code })
    .from(communes)
    .where(inArray(communes.code, [...codes]))
  const vus = new Set(connus.map((commune) => commune.code))
  return codes.filter((code) => !vus.has(code))
}

export type Territoire = typeof collectivites.$inferSelect

/** A territory by the code it was created with, or by its slug; null when there is none. */
export async function territoireDuCode(db: Lecteur, code: string): Promise<Territoire | null> {
  const [trouve] = await db
    .select()
    .from(collectivites)
    .where(or(eq(collectivites.code, code), eq(collectivites.slug, code)))
  return trouve ?? null
}

/** Every territory, by name. Their names are public facts: no scope is asked. */
export function listerTerritoires(db: Lecteur): Promise<Territoire[]> {
  return db.select().from(collectivites).orderBy(asc(collectivites.nom))
}

/** The territory of the scope with its communes, by name. */
export async function lireTerritoire(db: Tx, perimetre: Perimetre) {
  const [territoire] = await db.select().from(collectivites).where(eq(collectivites.id, perimetre.collectiviteId))
  const membres = await db
    .select({ code: communes.code, nom: communes.nom, population: communes.population, millesime: communes.millesime })
    .from(collectivitesCommunes)
    .innerJoin(communes, eq(communes.code, collectivitesCommunes.code))
    .where(eq(collectivitesCommunes.collectiviteId, perimetre.collectiviteId))
    .orderBy(asc(communes.nom))
  return { ...territoire!, communes: membres }
}

/** The quartiers of the territory, the priority ones first; those put aside are left out. */
export function listerQuartiers(db: Tx, perimetre: Perimetre) {
  return db
    .select({
      id: quartiers.id,
      nom: quartiers.nom,
      nature: quartiers.nature,
      generation: quartiers.generation,
      code: quartiers.code,
      enProjet: quartiers.enProjet,
      exemple: quartiers.exemple,
      aContour: sql<boolean>`${quartiers.contour} is not null`
    })
    .from(quartiers)
    .where(and(eq(quartiers.collectiviteId, perimetre.collectiviteId), isNull(quartiers.supprimeLe)))
    .orderBy(sql`${quartiers.nature} = 'quartier'`, sql`${quartiers.generation} desc nulls last`, asc(quartiers.nom))
}

/** Contours of the quartiers that have one, for the map. */
export async function listerContours(db: Tx, perimetre: Perimetre): Promise<{ id: string; contour: Contour }[]> {
  const lignes = await db
    .select({ id: quartiers.id, contour: quartiers.contour })
    .from(quartiers)
    .where(
      and(eq(quartiers.collectiviteId, perimetre.collectiviteId), isNull(quartiers.supprimeLe), isNotNull(quartiers.contour))
    )
    .orderBy(asc(quartiers.nom))
  return lignes.map(({ id, contour }) => ({ id, contour: contour! }))
}

/** The name of a quartier, when it is put aside: for the message that offers to bring it back. */
export async function nomDuQuartier(db: Tx, perimetre: Perimetre, id: string): Promise<string | null> {
  const [quartier] = await db
    .select({ nom: quartiers.nom })
    .from(quartiers)
    .where(and(eq(quartiers.collectiviteId, perimetre.collectiviteId), eq(quartiers.id, id), isNotNull(quartiers.supprimeLe)))
  return quartier?.nom ?? null
}
