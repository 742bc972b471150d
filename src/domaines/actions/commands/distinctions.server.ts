import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { peutEcrireFiche } from '../droits.ts'
import { distinctions } from '../tables/suivi.server.ts'
import { verrouillerFiche } from './fiche.server.ts'

const deuxFiches = z.object({ id: z.uuid(), autreId: z.uuid() })

/** The two in the order of the table: what is said of one is said of the other. */
const paire = ({ id, autreId }: z.output<typeof deuxFiches>) => {
  const [ficheId, autre] = [id, autreId].map((un) => un.toLowerCase()).toSorted() as [string, string]
  return { ficheId, autreId: autre }
}

const cettePaire = ({ perimetre }: CtxTerritoire, saisie: z.output<typeof deuxFiches>) => {
  const { ficheId, autreId } = paire(saisie)
  return and(
    eq(distinctions.collectiviteId, perimetre.collectiviteId),
    eq(distinctions.ficheId, ficheId),
    eq(distinctions.autreId, autreId)
  )
}

/** Remembers that two actions are no double, under the name of who says it. Refusal: `meme_fiche`. */
export const distinguerFiches = commande('fiche.distinguer', {
  saisie: deuxFiches,
  charger: async (ctx, { id, autreId }) => {
    const fiche = await verrouillerFiche(ctx, id)
    return fiche && (id === autreId || (await verrouillerFiche(ctx, autreId))) ? fiche : null
  },
  droit: peutEcrireFiche,
  regle: (_, { id, autreId }) => (id === autreId ? refuser('meme_fiche', 'autreId') : {}),
  agir: async ({ db, perimetre, nouvelId, acteur, maintenant }, _, saisie) => {
    const dit = { auteur: acteur.nom, creeLe: maintenant }
    await db
      .insert(distinctions)
      .values({ collectiviteId: perimetre.collectiviteId, id: nouvelId(), ...paire(saisie), ...dit })
      .onConflictDoUpdate({
        target: [distinctions.collectiviteId, distinctions.ficheId, distinctions.autreId],
        set: { ...dit, supprimeLe: null }
      })
  }
})

/** Takes that back: the two are proposed to each other again. */
export const rapprocherFiches = commande('fiche.rapprocher', {
  saisie: deuxFiches,
  charger: async (ctx, saisie) =>
    (
      await ctx.db
        .select({ id: distinctions.id })
        .from(distinctions)
        .where(and(cettePaire(ctx, saisie), isNull(distinctions.supprimeLe)))
        .for('update')
    )[0] ?? null,
  droit: peutEcrireFiche,
  regle: () => ({}),
  agir: async (ctx, _, saisie) => {
    await ctx.db.update(distinctions).set({ supprimeLe: ctx.maintenant }).where(cettePaire(ctx, saisie))
  }
})
