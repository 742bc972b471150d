import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { peutReunir } from '../droits.ts'
import type { Sorte } from '../schema/paires.ts'
import { personnes, structures } from '../tables.server.ts'
import { pairesPersonnes, pairesStructures } from '../tables/paires.server.ts'

const OBJETS = { structures, personnes }
const PAIRES = { structures: pairesStructures, personnes: pairesPersonnes }

const saisie = z.object({ unId: z.uuid().toLowerCase(), autreId: z.uuid().toLowerCase() })
type Deux = z.output<typeof saisie>

/** Both, living and in this territory, held until the end; null otherwise. */
async function lesDeux({ db, perimetre }: CtxTerritoire, sorte: Sorte, { unId, autreId }: Deux) {
  const table = OBJETS[sorte]
  const lues = await db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.collectiviteId, perimetre.collectiviteId), inArray(table.id, [unId, autreId]), isNull(table.supprimeLe)))
    .for('update')
  return lues.length === new Set([unId, autreId]).size ? {} : null
}

/** What was said of these two, whichever came first. */
const cettePaire = ({ perimetre }: CtxTerritoire, sorte: Sorte, { unId, autreId }: Deux) => {
  const table = PAIRES[sorte]
  return and(
    eq(table.collectiviteId, perimetre.collectiviteId),
    or(and(eq(table.unId, unId), eq(table.autreId, autreId)), and(eq(table.unId, autreId), eq(table.autreId, unId)))
  )
}

const distinguer = (sorte: Sorte) => ({
  saisie,
  charger: (ctx: CtxTerritoire, deux: Deux) => lesDeux(ctx, sorte, deux),
  droit: peutReunir,
  regle: (_: object, { unId, autreId }: Deux) => (unId === autreId ? refuser('la_meme') : {}),
  agir: async (ctx: CtxTerritoire, _: object, deux: Deux) => {
    const [unId, autreId] = [deux.unId, deux.autreId].toSorted() as [string, string]
    const dit = { verdict: 'distinctes' as const, auteur: ctx.acteur.nom, creeLe: ctx.maintenant }
    await ctx.db
      .insert(PAIRES[sorte])
      .values({ collectiviteId: ctx.perimetre.collectiviteId, id: ctx.nouvelId(), unId, autreId, ...dit })
      .onConflictDoNothing()
  }
})

const rapprocher = (sorte: Sorte) => ({
  saisie,
  charger: async (ctx: CtxTerritoire, deux: Deux) => {
    const distinctes = and(cettePaire(ctx, sorte, deux), eq(PAIRES[sorte].verdict, 'distinctes'))
    return (await ctx.db.select({ id: PAIRES[sorte].id }).from(PAIRES[sorte]).where(distinctes).for('update'))[0] ?? null
  },
  droit: peutReunir,
  regle: () => ({}),
  agir: async (ctx: CtxTerritoire, { id }: { id: string }) => {
    const table = PAIRES[sorte]
    await ctx.db.delete(table).where(and(eq(table.collectiviteId, ctx.perimetre.collectiviteId), eq(table.id, id)))
  }
})

/** Remembers that two structures are not one, under the name of who says it: they are not proposed again. Refusal: `la_meme`. */
export const distinguerStructures = commande('structures.distinguer', distinguer('structures'))
/** The same of two people. */
export const distinguerPersonnes = commande('personnes.distinguer', distinguer('personnes'))

/** Takes that back: the two are proposed again. */
export const rapprocherStructures = commande('structures.rapprocher', rapprocher('structures'))
/** The same of two people. */
export const rapprocherPersonnes = commande('personnes.rapprocher', rapprocher('personnes'))
