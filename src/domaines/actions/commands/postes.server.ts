import { and, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { normaliser } from '#platform/texte.ts'
import { assurerStructures } from '#domaines/partenaires/commands.server.ts'
import { peutEcrireFiche } from '../droits.ts'
import { creerPosteSchema, fractionsSchema, modifierPosteSchema } from '../schema/postes.ts'
import { fiches } from '../tables.server.ts'
import { postes, postesFractions } from '../tables/postes.server.ts'
import { cetteFiche, verrouillerFiche } from './fiche.server.ts'
import { assurer, LOT, type CtxParties } from './parties.server.ts'

/** The living posts of these titles, by the key of the title. */
const postesParCle = async ({ db, perimetre }: CtxTerritoire, cles: readonly string[]): Promise<Map<string, string>> =>
  cles.length === 0
    ? new Map()
    : new Map(
        (
          await db
            .select({ cle: postes.cleIntitule, id: postes.id })
            .from(postes)
            .where(
              and(
                eq(postes.collectiviteId, perimetre.collectiviteId),
                inArray(postes.cleIntitule, [...cles]),
                isNull(postes.supprimeLe)
              )
            )
        ).map(({ cle, id }) => [cle, id])
      )

/** The id of a structure by its name, entered in the directory when it is new; null when none is named. */
async function structureDe(ctx: CtxTerritoire, nom: string | null): Promise<string | null> {
  return nom === null ? null : (await assurerStructures.dans(ctx, { noms: [nom] })).ids.get(normaliser(nom))!
}

/** Opens a post of the territory. Refusal: `poste_pris` when a living one has this title. */
export const creerPoste = commande('poste.creer', {
  saisie: creerPosteSchema,
  charger: (ctx, { intitule }) => postesParCle(ctx, [normaliser(intitule)]),
  droit: peutEcrireFiche,
  regle: (homonymes) => (homonymes.size > 0 ? refuser('poste_pris', 'intitule') : {}),
  agir: async (ctx, _, { employeur, ...saisie }) => {
    const id = ctx.nouvelId()
    const structureId = await structureDe(ctx, employeur)
    await ctx.db.insert(postes).values({
      collectiviteId: ctx.perimetre.collectiviteId,
      id,
      ...saisie,
      structureId,
      cleIntitule: normaliser(saisie.intitule),
      creeLe: ctx.maintenant
    })
    return { id }
  }
})

/** Corrects a post; the actions keep their parts of it. Refusal: `poste_pris` when another living one has this title. */
export const modifierPoste = commande('poste.modifier', {
  saisie: modifierPosteSchema,
  charger: async ({ db, perimetre }, { id, intitule }) => {
    const vivants = and(eq(postes.collectiviteId, perimetre.collectiviteId), isNull(postes.supprimeLe))
    const [poste] = await db
      .select({ id: postes.id })
      .from(postes)
      .where(and(vivants, eq(postes.id, id)))
      .for('update')
    const homonymes = await db
      .select({ id: postes.id })
      .from(postes)
      .where(and(vivants, eq(postes.cleIntitule, normaliser(intitule)), ne(postes.id, id)))
    return poste ? { homonymes: homonymes.length } : null
  },
  droit: peutEcrireFiche,
  regle: ({ homonymes }) => (homonymes > 0 ? refuser('poste_pris', 'intitule') : {}),
  agir: async (ctx, _, { id, employeur, ...saisie }) => {
    const structureId = await structureDe(ctx, employeur)
    await ctx.db
      .update(postes)
      .set({ ...saisie, structureId, cleIntitule: normaliser(saisie.intitule) })
      .where(and(eq(postes.collectiviteId, ctx.perimetre.collectiviteId), eq(postes.id, id)))
  }
})

/** Puts a post aside: what the actions take of it is no longer counted, and is counted again when it comes back. */
export const { retirer: retirerPoste } = corbeilleDe('poste', postes, peutEcrireFiche)

/** Brings a post back. Refusal: `poste_pris` when another took its title meanwhile. */
export const retablirPoste = commande('poste.retablir', {
  saisie: z.object({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const ici = eq(postes.collectiviteId, ctx.perimetre.collectiviteId)
    const [poste] = await ctx.db
      .select({ cle: postes.cleIntitule })
      .from(postes)
      .where(and(ici, eq(postes.id, id), isNotNull(postes.supprimeLe)))
      .for('update')
    return poste ? { homonymes: (await postesParCle(ctx, [poste.cle])).size } : null
  },
  droit: peutEcrireFiche,
  regle: ({ homonymes }) => (homonymes > 0 ? refuser('poste_pris') : {}),
  agir: async ({ db, perimetre }, _, { id }) => {
    await db
      .update(postes)
      .set({ supprimeLe: null })
      .where(and(eq(postes.collectiviteId, perimetre.collectiviteId), eq(postes.id, id)))
  }
})

/**
 * Writes what an action takes of posts, in place of what it took. Posts are named by their titles: an unknown one becomes a post of one full
 * time, or of the part taken when that is more. What it takes of a post put aside is left as it is.
 */
export const ecrirePostes = commande('fiche.ecrire_postes', {
  saisie: z.object({ id: z.uuid(), fractions: fractionsSchema, exemple: z.boolean().default(false) }),
  charger: (ctx, { id }) => verrouillerFiche(ctx, id),
  droit: peutEcrireFiche,
  regle: () => ({}),
  agir: async (ctx, _, { id: ficheId, fractions, exemple }) => {
    await remplacerPostes(ctx, new Map([[ficheId, fractions]]), exemple)
    await ctx.db.update(fiches).set({ modifieLe: ctx.maintenant }).where(cetteFiche(ctx, ficheId))
  }
})

type Fraction = z.output<typeof fractionsSchema>[number]

/** Replaces what fiches take of living posts; a post of an unknown title is opened. */
export async function remplacerPostes(
  ctx: CtxParties,
  parFiche: ReadonlyMap<string, readonly Fraction[]>,
  exemple = false
): Promise<void> {
  if (parFiche.size === 0) return
  const { db, perimetre, nouvelId, maintenant } = ctx
  const { collectiviteId } = perimetre
  const dites = [...parFiche.values()].flat()
  const { ids: financeurs } = await assurer(
    ctx,
    assurerStructures,
    dites.flatMap(({ financeur }) => financeur ?? [])
  )
  const connus = await postesParCle(ctx, [...new Set(dites.map(({ poste }) => normaliser(poste)))])
  const neufs = [...Map.groupBy(dites, ({ poste }) => normaliser(poste))].filter(([cle]) => !connus.has(cle))
  const ouverts = neufs.map(([cleIntitule, siennes]) => {
    const id = nouvelId()
    connus.set(cleIntitule, id)
    const quotite = siennes.reduce((plus, { etp }) => Math.max(plus, etp), 1)
    return { collectiviteId, id, intitule: siennes[0]!.poste, cleIntitule, quotite, exemple, creeLe: maintenant }
  })
  for (let debut = 0; debut < ouverts.length; debut += LOT) await db.insert(postes).values(ouverts.slice(debut, debut + LOT))
  await db.execute(
    sql`delete from postes_fractions pf using postes p where pf.collectivite_id = ${collectiviteId} and pf.fiche_id = any(${sql.param([...parFiche.keys()])}::uuid[])
      and p.collectivite_id = pf.collectivite_id and p.id = pf.poste_id and p.supprime_le is null`
  )
  const lignes = [...parFiche].flatMap(([ficheId, fractions]) =>
    fractions.map(({ poste, financeur, ...reste }, rang) => ({
      collectiviteId,
      id: nouvelId(),
      ficheId,
      rang: rang + 1,
      posteId: connus.get(normaliser(poste))!,
      structureId: financeur === null ? null : financeurs.get(normaliser(financeur))!,
      ...reste
    }))
  )
  for (let debut = 0; debut < lignes.length; debut += LOT)
    await db.insert(postesFractions).values(lignes.slice(debut, debut + LOT))
}
