import { sql } from 'drizzle-orm'
import type { Scene } from '#domaines/comptes/fixtures.server.ts'
import { assurerStructures } from '#domaines/partenaires/commands.server.ts'
import { reussi } from '#platform/commande.server.ts'
import type { Tx } from '#platform/db.server.ts'
import { changements } from '#platform/tables.server.ts'
import { normaliser } from '#platform/texte.ts'
import { creerAxe } from './commands/axes.server.ts'
import { changerEtape, creerContrat } from './commands/contrat.server.ts'
import { ajouterSignataire } from './commands/signature.server.ts'
import { listerAxes } from './queries.server.ts'
import { aplatir, arbreDesAxes } from './regles/arbre.ts'
import type { RoleSignataire } from './schema.ts'

/** A contract being written, with a period; anything of it can be said otherwise. Answers its id. */
export const ouvrirContrat = async (scene: Scene, dit: Record<string, unknown> = {}): Promise<string> =>
  reussi(await creerContrat(scene, { intitule: 'Contrat local de santé', debut: '2027', fin: '2031', ...dit })).id

/** The same, at the step where it can be signed. */
export async function enRelecture(scene: Scene, dit: Record<string, unknown> = {}): Promise<string> {
  const id = await ouvrirContrat(scene, dit)
  await changerEtape(scene, { id, vers: 'en_relecture' })
  return id
}

/** Axes of these names, in this order, under one parent or at the top. Answers their ids. */
export async function desAxes(
  scene: Scene,
  contratId: string,
  intitules: readonly string[],
  parentId: string | null = null
): Promise<string[]> {
  const ids: string[] = []
  for (const intitule of intitules) ids.push(reussi(await creerAxe(scene, { contratId, parentId, intitule })).id)
  return ids
}

/** A contract of two levels: A (A1, A2), B, C. Answers its id and theirs. */
export async function unArbre(scene: Scene) {
  const contratId = await ouvrirContrat(scene, { niveaux: ['Axe', 'Thématique'] })
  const [a, b, c] = (await desAxes(scene, contratId, ['A', 'B', 'C'])) as [string, string, string]
  const [a1, a2] = (await desAxes(scene, contratId, ['A1', 'A2'], a)) as [string, string]
  return { contratId, a, b, c, a1, a2 }
}

/** The thematic tree as it is read: « 1 A », « 1.1 A1 ». */
export async function axesLus({ db, perimetre }: Scene, contratId: string): Promise<string[]> {
  const thematiques = (await listerAxes(db as Tx, perimetre, contratId)).filter(({ nature }) => nature === 'thematique')
  return aplatir(arbreDesAxes(thematiques)).map(({ numero, intitule }) => `${numero} ${intitule}`)
}

/** A signatory named by its structure, whose type follows from its name. Answers its id. */
export async function unSignataire(
  scene: Scene,
  contratId: string,
  structure: string,
  role: RoleSignataire = 'autre'
): Promise<string> {
  const { ids } = reussi(await assurerStructures(scene, { noms: [structure] }))
  return reussi(await ajouterSignataire(scene, { contratId, structureId: ids.get(normaliser(structure))!, role })).id
}

/** The three parties that a territory requires by default. Answers the ids of the signatories: collectivité, ARS, préfecture. */
export async function leSocle(scene: Scene, contratId: string): Promise<string[]> {
  return [
    await unSignataire(scene, contratId, 'Ville de Cergy', 'porteur'),
    await unSignataire(scene, contratId, 'ARS Île-de-France', 'obligatoire'),
    await unSignataire(scene, contratId, 'Préfecture du Val-d’Oise', 'obligatoire')
  ]
}

/** What the history says of an object and of what belongs to it, the oldest first: « act table author ». */
export async function histoireDe({ db, perimetre }: Scene, racineId: string): Promise<string[]> {
  const lignes = await db
    .select({ acte: changements.acte, table: changements.objetTable, auteur: changements.acteurNom })
    .from(changements)
    .where(sql`${changements.collectiviteId} = ${perimetre.collectiviteId} and ${changements.racineId} = ${racineId}`)
    .orderBy(changements.id)
  return lignes.map(({ acte, table, auteur }) => `${acte} ${table} ${auteur}`)
}
