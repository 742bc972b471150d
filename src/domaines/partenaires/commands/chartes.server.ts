import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { jourDe } from '#platform/dates.ts'
import { normaliser } from '#platform/texte.ts'
import { assurerPersonnes } from '../commands.server.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import { structuresParNom } from '../queries.server.ts'
import { anneeScolaireDe, direAnneeScolaire, jugerCharte } from '../regles/chartes.ts'
import { charteSchema } from '../schema/chartes.ts'
import { chartes } from '../tables/chartes.server.ts'
import { nommer } from './nommer.server.ts'

const CHAMP = { charte_deja: 'annee', signature_a_venir: 'signeeLe' } as const

const ici = ({ perimetre }: CtxTerritoire) => eq(chartes.collectiviteId, perimetre.collectiviteId)

/** True when another living charter of the structure has this year. */
async function deja(ctx: CtxTerritoire, structureId: string | null, annee: number, sauf: string | null = null) {
  if (structureId === null) return false
  const autre = sauf === null ? undefined : ne(chartes.id, sauf)
  const meme = and(ici(ctx), eq(chartes.structureId, structureId), eq(chartes.annee, annee), isNull(chartes.supprimeLe), autre)
  return (await ctx.db.select({ id: chartes.id }).from(chartes).where(meme)).length > 0
}

const structureNommee = async ({ db, perimetre }: CtxTerritoire, nom: string) =>
  (await structuresParNom(db, perimetre, [nom])).get(normaliser(nom)) ?? null

const juger = (dite: { deja: boolean }, { annee, signeeLe }: { annee: number; signeeLe: string | null }, quand: Date) => {
  const refus = jugerCharte(dite.deja, signeeLe, jourDe(quand))
  return refus === null ? {} : refuser(refus, CHAMP[refus], { annee: direAnneeScolaire(annee) })
}

/** The columns of what a form says: its names found in the directory, or entered there. */
async function colonnes(ctx: CtxTerritoire, saisie: z.output<typeof charteSchema>, exemple = false) {
  const { structure, contact, infirmier, ...charte } = saisie
  const noms = [contact, infirmier].filter((nom) => nom !== null)
  const ids = noms.length === 0 ? new Map<string, string>() : (await assurerPersonnes.dans(ctx, { noms, exemple })).ids
  const id = (nom: string | null) => (nom === null ? null : (ids.get(normaliser(nom)) ?? null))
  const { structureId } = await nommer(ctx, { structure, personne: null }, exemple)
  return { ...charte, structureId, contactId: id(contact), infirmierId: id(infirmier) }
}

/** Notes the charter of a structure for a school year. Refusals: `charte_deja`, `signature_a_venir`. */
export const noterCharte = commande('charte.noter', {
  saisie: charteSchema.extend({ exemple: z.boolean().default(false) }),
  charger: async (ctx, { structure, annee }) => ({ deja: await deja(ctx, await structureNommee(ctx, structure), annee) }),
  droit: peutTenirAnnuaire,
  regle: (dite, saisie, quand) => juger(dite, saisie, quand),
  agir: async (ctx, _, { exemple, ...saisie }) => {
    const id = ctx.nouvelId()
    const { collectiviteId } = ctx.perimetre
    const dites = await colonnes(ctx, saisie, exemple)
    await ctx.db.insert(chartes).values({ collectiviteId, id, ...dites, exemple, creeLe: ctx.maintenant })
    return { id }
  }
})

const cette = (ctx: CtxTerritoire, id: string) => and(ici(ctx), eq(chartes.id, id), isNull(chartes.supprimeLe))

async function laCharte(ctx: CtxTerritoire, id: string) {
  const [charte] = await ctx.db.select().from(chartes).where(cette(ctx, id)).for('update')
  return charte ?? null
}

/** Corrects a charter, or says on which day it was signed. Refusals: `charte_deja`, `signature_a_venir`. */
export const modifierCharte = commande('charte.modifier', {
  saisie: charteSchema.extend({ id: z.uuid() }),
  charger: async (ctx, { id, structure, annee }) =>
    (await laCharte(ctx, id)) && { deja: await deja(ctx, await structureNommee(ctx, structure), annee, id) },
  droit: peutTenirAnnuaire,
  regle: (dite, saisie, quand) => juger(dite, saisie, quand),
  agir: async (ctx, _, { id, ...saisie }) => {
    await ctx.db
      .update(chartes)
      .set(await colonnes(ctx, saisie))
      .where(cette(ctx, id))
  }
})

/**
 * Renews a charter in one act, for the school year that runs, or the next when it is of this one: the same structure and people, the same
 * times of meeting, not signed yet. Answers the id of the new one. Refusal: `charte_deja`.
 */
export const renouvelerCharte = commande('charte.renouveler', {
  saisie: z.object({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const charte = await laCharte(ctx, id)
    if (!charte) return null
    const annee = Math.max(charte.annee + 1, anneeScolaireDe(jourDe(ctx.maintenant)))
    return { ...charte, annee, deja: await deja(ctx, charte.structureId, annee) }
  },
  droit: peutTenirAnnuaire,
  regle: ({ annee, ...charte }, _, quand) => juger(charte, { annee, signeeLe: null }, quand),
  agir: async (ctx, charte) => {
    const id = ctx.nouvelId()
    const { collectiviteId, structureId, contactId, infirmierId, rencontres, annee, exemple } = charte
    const copie = { structureId, contactId, infirmierId, rencontres, annee, exemple }
    await ctx.db.insert(chartes).values({ collectiviteId, id, ...copie, creeLe: ctx.maintenant })
    return { id }
  }
})

/** Takes a charter away, and brings it back unless another took its year. */
export const { retirer: retirerCharte, retablir: retablirCharte } = corbeilleDe(
  'charte',
  chartes,
  peutTenirAnnuaire,
  sql`not exists (select 1 from chartes c where c.collectivite_id = chartes.collectivite_id and c.structure_id = chartes.structure_id
    and c.annee = chartes.annee and c.id <> chartes.id and c.supprime_le is null)`
)
