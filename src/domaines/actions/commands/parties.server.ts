import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { CtxTerritoire } from '#platform/commande.server.ts'
import type { Taxe } from '#platform/argent.ts'
import { normaliser } from '#platform/texte.ts'
import { quartiers } from '#domaines/territoires/tables.server.ts'
import { assurerPersonnes, assurerStructures } from '#domaines/partenaires/commands.server.ts'
import type { ObjectifPlat } from '../regles/objectifs.ts'
import type { EtatFinancement, NiveauObjectif, RoleIntervenant } from '../schema/mots.ts'
import { etapes, fichesQuartiers, financements, intervenants, objectifs } from '../tables.server.ts'

// The parts of fiches are written in sets: an import of a thousand fiches and the form of one take the same few statements.

export type Intervenant = { role: RoleIntervenant; structure: string | null; personne: string | null; detail: string | null }
export type Financement = { financeur: string; annee: number | null; montant: number | null; etat: EtatFinancement; taxe: Taxe }
export type Etape = { intitule: string; echeance: string | null; faite: boolean }

/** Rows of one statement: PostgreSQL takes 65,535 parameters at most. */
export const LOT = 2_000

/** A large import says at each set how many rows it has just written, and may be stopped there. */
export type CtxParties = CtxTerritoire & { lotEcrit?: (lignes: number) => Promise<void> }

export async function remplacer<T extends PgTable>(
  { db, perimetre, lotEcrit }: CtxParties,
  table: T,
  ficheIds: readonly string[],
  lignes: readonly T['$inferInsert'][]
): Promise<void> {
  if (ficheIds.length === 0) return
  await db.execute(
    sql`delete from ${table} where collectivite_id = ${perimetre.collectiviteId} and fiche_id = any(${sql.param([...ficheIds])}::uuid[])`
  )
  for (let debut = 0; debut < lignes.length; debut += LOT) {
    const lot = lignes.slice(debut, debut + LOT) as T['$inferInsert'][]
    await db.insert(table).values(lot)
    await lotEcrit?.(lot.length)
  }
}

const lignesDe = <P, L>(
  { perimetre, nouvelId }: CtxTerritoire,
  parFiche: ReadonlyMap<string, readonly P[]>,
  ligne: (partie: P, rang: number) => L
) =>
  [...parFiche].flatMap(([ficheId, parties]) =>
    parties.map((partie, rang) => ({
      collectiviteId: perimetre.collectiviteId,
      id: nouvelId(),
      ficheId,
      rang: rang + 1,
      ...ligne(partie, rang)
    }))
  )

/** Names that the directory takes at once. */
const NOMS = 10_000

/** Makes sure that the directory has these names, each said once; a large plan says them in several times. */
export async function assurer(ctx: CtxTerritoire, acte: typeof assurerStructures, dits: readonly string[]) {
  const noms = [...new Set(dits)]
  const ids = new Map<string, string>()
  let creees = 0
  for (let debut = 0; debut < noms.length; debut += NOMS) {
    const fait = await acte.dans(ctx, { noms: noms.slice(debut, debut + NOMS) })
    for (const [cle, id] of fait.ids) ids.set(cle, id)
    creees += fait.creees
  }
  return { ids, creees }
}

/** Replaces the objectives of fiches by these, given in reading order: each hangs from the nearest wider one before it. */
export async function remplacerObjectifs(ctx: CtxParties, parFiche: ReadonlyMap<string, readonly ObjectifPlat[]>): Promise<void> {
  const lignes = lignesDe(ctx, parFiche, (objectif) => ({ ...objectif, parentId: null as string | null }))
  const profondeur: Record<NiveauObjectif, number> = { general: 0, specifique: 1, operationnel: 2 }
  let chemin: typeof lignes = []
  for (const ligne of lignes) {
    if (ligne.rang === 1) chemin = []
    while (chemin.length > 0 && profondeur[chemin.at(-1)!.niveau] >= profondeur[ligne.niveau]) chemin.pop()
    ligne.parentId = chemin.at(-1)?.id ?? null
    chemin.push(ligne)
  }
  // children before parents on the way out, parents before children on the way in: one statement each, checked at its end
  await remplacer(ctx, objectifs, [...parFiche.keys()], lignes)
}

/** Replaces who takes part; names unknown to the directory enter it. Answers how many structures and people were new. */
export async function remplacerIntervenants(
  ctx: CtxParties,
  parFiche: ReadonlyMap<string, readonly Intervenant[]>
): Promise<{ structures: number; personnes: number }> {
  const tous = [...parFiche.values()].flat()
  const lesStructures = await assurer(
    ctx,
    assurerStructures,
    tous.flatMap(({ structure }) => structure ?? [])
  )
  const lesPersonnes = await assurer(
    ctx,
    assurerPersonnes,
    tous.flatMap(({ personne }) => personne ?? [])
  )
  const lignes = lignesDe(ctx, parFiche, ({ role, structure, personne, detail }) => ({
    role,
    detail,
    structureId: structure ? lesStructures.ids.get(normaliser(structure))! : null,
    personneId: personne ? lesPersonnes.ids.get(normaliser(personne))! : null
  }))
  await remplacer(ctx, intervenants, [...parFiche.keys()], lignes)
  return { structures: lesStructures.creees, personnes: lesPersonnes.creees }
}

export async function remplacerEtapes(ctx: CtxParties, parFiche: ReadonlyMap<string, readonly Etape[]>): Promise<void> {
  await remplacer(
    ctx,
    etapes,
    [...parFiche.keys()],
    lignesDe(ctx, parFiche, (etape) => etape)
  )
}

/** Replaces the money of fiches; funders are structures of the directory. Answers how many were new. */
export async function remplacerFinancements(
  ctx: CtxParties,
  parFiche: ReadonlyMap<string, readonly Financement[]>
): Promise<{ structures: number }> {
  const { ids, creees } = await assurer(
    ctx,
    assurerStructures,
    [...parFiche.values()].flat().map(({ financeur }) => financeur)
  )
  const lignes = lignesDe(ctx, parFiche, ({ financeur, ...reste }) => ({
    ...reste,
    structureId: ids.get(normaliser(financeur))!
  }))
  await remplacer(ctx, financements, [...parFiche.keys()], lignes)
  return { structures: creees }
}

/** Those of these quartiers that are of this territory. */
export async function quartiersConnus({ db, perimetre }: CtxTerritoire, voulus: readonly string[]): Promise<string[]> {
  if (voulus.length === 0) return []
  const ici = and(
    eq(quartiers.collectiviteId, perimetre.collectiviteId),
    inArray(quartiers.id, [...voulus]),
    isNull(quartiers.supprimeLe)
  )
  return (await db.select({ id: quartiers.id }).from(quartiers).where(ici)).map(({ id }) => id)
}

export async function remplacerQuartiers(ctx: CtxParties, parFiche: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const lignes = lignesDe(ctx, parFiche, (quartierId) => ({ quartierId })).map(({ rang: _, ...ligne }) => ligne)
  await remplacer(ctx, fichesQuartiers, [...parFiche.keys()], lignes)
}
