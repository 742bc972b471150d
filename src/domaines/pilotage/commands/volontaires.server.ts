import { and, eq, inArray, isNull, lt } from 'drizzle-orm'
import { z } from 'zod'
import { commande, type CtxTerritoire } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { leVolontaire } from '#domaines/partenaires/commands/volontaires.server.ts'
import { peutTenirVolontaires } from '#domaines/partenaires/droits.ts'
import { fonctions } from '#domaines/partenaires/tables.server.ts'
import { volontaires } from '#domaines/partenaires/tables/volontaires.server.ts'
import { lireSort } from '../queries/effacement.server.ts'
import { demanderEffacement } from './effacement.server.ts'

/**
 * Who gives no agreement any more is to be erased, unless something else holds her in the directory: a function in a structure, a contract
 * that she signed.
 */
async function laisserPartir(ctx: CtxTerritoire, personneId: string): Promise<void> {
  const sort = await lireSort(ctx.db, ctx.perimetre, personneId)
  const [poste] = await ctx.db
    .select({ id: fonctions.id })
    .from(fonctions)
    .where(
      and(eq(fonctions.collectiviteId, ctx.perimetre.collectiviteId), eq(fonctions.personneId, personneId), isNull(fonctions.fin))
    )
  if (poste || !sort || sort.effacement || sort.signes.length > 0) return
  await demanderEffacement.dans(ctx, { id: personneId, motif: 'accord_fini' })
}

const retirer = (ctx: CtxTerritoire, ids: string[]) =>
  ctx.db
    .update(volontaires)
    .set({ accordRetireLe: jourDe(ctx.maintenant) })
    .where(and(eq(volontaires.collectiviteId, ctx.perimetre.collectiviteId), inArray(volontaires.id, ids)))

/** She takes her agreement back: she is asked nothing more from that day, and erased seven days later. */
export const retirerAccordDeVolontaire = commande('volontaire.retirer_accord', {
  saisie: z.object({ id: z.uuid() }),
  charger: (ctx, { id }) => leVolontaire(ctx, id),
  droit: peutTenirVolontaires,
  regle: () => ({}),
  agir: async (ctx, { personneId }, { id }) => {
    await retirer(ctx, [id])
    await laisserPartir(ctx, personneId)
  }
})

/** Lets go those whose agreement is over, of one territory: an agreement that nobody renews ends by itself. Answers how many. The product calls it by itself. */
export const finirLesAccords = commande('volontaires.finir', {
  saisie: z.object({}),
  charger: async (ctx) => ({
    finis: await ctx.db
      .select({ id: volontaires.id, personneId: volontaires.personneId })
      .from(volontaires)
      .where(
        and(
          eq(volontaires.collectiviteId, ctx.perimetre.collectiviteId),
          isNull(volontaires.supprimeLe),
          isNull(volontaires.accordRetireLe),
          lt(volontaires.jusquAu, jourDe(ctx.maintenant))
        )
      )
      .for('update')
  }),
  droit: (acteur) => acteur.sorte === 'systeme',
  regle: () => ({}),
  agir: async (ctx, { finis }) => {
    if (finis.length === 0) return { nombre: 0 }
    await retirer(
      ctx,
      finis.map(({ id }) => id)
    )
    for (const { personneId } of finis) await laisserPartir(ctx, personneId)
    return { nombre: finis.length }
  }
})
