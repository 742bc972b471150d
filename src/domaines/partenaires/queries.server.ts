import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { normaliser } from '#platform/texte.ts'
import { fonctions, personnes, structures } from './tables.server.ts'
import type { CategorieStructure, TypeStructure } from './schema.ts'

export type FiltreStructures = { recherche?: string; type?: TypeStructure; categorie?: CategorieStructure; interne?: boolean }
export type LigneStructure = Awaited<ReturnType<typeof listerStructures>>[number]

/** The structures of the territory by name, filtered; those put aside are left out. */
export function listerStructures(db: Tx, perimetre: Perimetre, filtre: FiltreStructures = {}) {
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
    .where(
      and(
        eq(structures.collectiviteId, perimetre.collectiviteId),
        isNull(structures.supprimeLe),
        filtre.type ? eq(structures.type, filtre.type) : undefined,
        filtre.categorie ? eq(structures.categorie, filtre.categorie) : undefined,
        filtre.interne === undefined ? undefined : eq(structures.interne, filtre.interne),
        filtre.recherche ? sql`(${structures.cleNom} like ${contenant(filtre.recherche)} or lower(${structures.sigle}) like ${contenant(filtre.recherche)})` : undefined
      )
    )
    .orderBy(asc(structures.cleNom))
}

const contenant = (texte: string) => `%${normaliser(texte).replace(/[\\%_]/g, '\\$&')}%`

/** One structure with the people who hold a function in it now or did; null when it is not of this territory. */
export async function lireStructure(db: Tx, perimetre: Perimetre, id: string) {
  const [structure] = await db
    .select()
    .from(structures)
    .where(and(eq(structures.collectiviteId, perimetre.collectiviteId), eq(structures.id, id)))
  if (!structure) return null
  const equipe = await db
    .select({ id: personnes.id, nom: personnes.nom, courriel: personnes.courriel, telephone: personnes.telephone, intitule: fonctions.intitule, debut: fonctions.debut, fin: fonctions.fin, fonctionId: fonctions.id })
    .from(fonctions)
    .innerJoin(personnes, and(eq(personnes.collectiviteId, fonctions.collectiviteId), eq(personnes.id, fonctions.personneId)))
    .where(and(eq(fonctions.collectiviteId, perimetre.collectiviteId), eq(fonctions.structureId, id), isNull(personnes.supprimeLe)))
    .orderBy(sql`${fonctions.fin} is not null`, asc(personnes.cleNom))
  return { ...structure, equipe }
}

/** The people of the territory by name, with their present functions. */
export async function listerPersonnes(db: Tx, perimetre: Perimetre) {
  return db
    .select({
      id: personnes.id,
      nom: personnes.nom,
      courriel: personnes.courriel,
      telephone: personnes.telephone,
      exemple: personnes.exemple,
      fonctions: sql<{ structure: string; structureId: string; intitule: string | null }[]>`coalesce((select jsonb_agg(jsonb_build_object('structure', s.nom, 'structureId', s.id, 'intitule', f.intitule) order by s.nom)
        from fonctions f join structures s on s.collectivite_id = f.collectivite_id and s.id = f.structure_id
        where f.collectivite_id = personnes.collectivite_id and f.personne_id = personnes.id and f.fin is null), '[]')`
    })
    .from(personnes)
    .where(and(eq(personnes.collectiviteId, perimetre.collectiviteId), isNull(personnes.supprimeLe)))
    .orderBy(asc(personnes.cleNom))
}

/** Of these names, the structures that the territory already has, whatever the case, accents and spaces: normalised name → id. */
export async function structuresParNom(db: Tx, perimetre: Perimetre, noms: readonly string[]): Promise<Map<string, string>> {
  const cles = [...new Set(noms.map(normaliser))]
  if (cles.length === 0) return new Map()
  const lignes = await db
    .select({ id: structures.id, cle: structures.cleNom })
    .from(structures)
    .where(and(eq(structures.collectiviteId, perimetre.collectiviteId), inArray(structures.cleNom, cles), isNull(structures.supprimeLe)))
  return new Map(lignes.map((ligne) => [ligne.cle, ligne.id]))
}

/** The same for people. Two people of one name are one for an import; the person who reads can tell them apart. */
export async function personnesParNom(db: Tx, perimetre: Perimetre, noms: readonly string[]): Promise<Map<string, string>> {
  const cles = [...new Set(noms.map(normaliser))]
  if (cles.length === 0) return new Map()
  const lignes = await db
    .select({ id: personnes.id, cle: personnes.cleNom })
    .from(personnes)
    .where(and(eq(personnes.collectiviteId, perimetre.collectiviteId), inArray(personnes.cleNom, cles), isNull(personnes.supprimeLe)))
    .orderBy(sql`${personnes.creeLe} desc`)
  return new Map(lignes.map((ligne) => [ligne.cle, ligne.id]))
}
