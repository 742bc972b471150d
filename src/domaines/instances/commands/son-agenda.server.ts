import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Acteur } from '#platform/acteur.ts'
import { commande, type CtxTerritoire } from '#platform/commande.server.ts'
import { emettreJeton, revoquerLesJetons } from '#domaines/comptes/commands.server.ts'
import { personnes } from '#domaines/partenaires/tables.server.ts'
import { peutSuivreLesSiennes } from '../droits.ts'
import { abonnements } from '../tables/abonnements.server.ts'

/**
 * Gives a person of the directory, by the link of her page, an address by which her calendar follows the meetings that she is invited to;
 * asked again, the address before dies. The secret is answered here and never again (ADR 0027).
 */
export const suivreLesSiennes = commande('agenda.suivre_les_siennes', {
  saisie: z.object({ id: z.uuid() }),
  charger: elle,
  droit: (acteur: Acteur, qui) => peutSuivreLesSiennes(acteur, qui),
  regle: () => ({}),
  agir: async (ctx, { id: personneId, siens }) => {
    const { collectiviteId } = ctx.perimetre
    await eteindre(ctx, siens)
    const [garde, ...autres] = siens
    const id = garde ?? ctx.nouvelId()
    if (garde)
      await ctx.db
        .update(abonnements)
        .set({ renouveleLe: ctx.maintenant })
        .where(ceux(ctx, [garde]))
    else
      await ctx.db
        .insert(abonnements)
        .values({ collectiviteId, id, compteId: null, portee: 'personne', personneId, renouveleLe: ctx.maintenant })
    // two people who became one each had theirs
    if (autres.length > 0) await ctx.db.update(abonnements).set({ supprimeLe: ctx.maintenant }).where(ceux(ctx, autres))
    return { jeton: await emettreJeton(ctx, 'agenda', id, collectiviteId) }
  }
})

/** Stops it: the address opens nothing from now on. The product does so by itself when all her links are put out. */
export const nePlusSuivre = commande('agenda.ne_plus_suivre', {
  saisie: z.object({ id: z.uuid() }),
  charger: elle,
  droit: (acteur: Acteur, qui) => acteur.sorte === 'systeme' || peutSuivreLesSiennes(acteur, qui),
  regle: () => ({}),
  agir: async (ctx, { siens }) => {
    if (siens.length === 0) return
    await eteindre(ctx, siens)
    await ctx.db.update(abonnements).set({ supprimeLe: ctx.maintenant }).where(ceux(ctx, siens))
  }
})

const ceux = ({ perimetre }: CtxTerritoire, ids: readonly string[]) =>
  and(eq(abonnements.collectiviteId, perimetre.collectiviteId), inArray(abonnements.id, [...ids]))

async function eteindre(ctx: CtxTerritoire, ids: readonly string[]): Promise<void> {
  for (const id of ids) await revoquerLesJetons(ctx, 'agenda', id)
}

/** A living person, locked, with the subscriptions that are her own and no member's. */
async function elle({ db, perimetre }: CtxTerritoire, { id }: { id: string }) {
  const [personne] = await db
    .select({ id: personnes.id })
    .from(personnes)
    .where(and(eq(personnes.collectiviteId, perimetre.collectiviteId), eq(personnes.id, id), isNull(personnes.supprimeLe)))
    .for('update')
  if (!personne) return null
  const siens = await db
    .select({ id: abonnements.id })
    .from(abonnements)
    .where(
      and(
        eq(abonnements.collectiviteId, perimetre.collectiviteId),
        eq(abonnements.personneId, id),
        isNull(abonnements.compteId),
        isNull(abonnements.supprimeLe)
      )
    )
    .orderBy(asc(abonnements.id))
  return { id, siens: siens.map((un) => un.id) }
}
