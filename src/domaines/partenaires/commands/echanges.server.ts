import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { jourDe } from '#platform/dates.ts'
import { normaliser } from '#platform/texte.ts'
import { quartierDIci } from '../commands.server.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import { jugerEtat } from '../regles/rencontres.ts'
import { echangeSchema, etatSchema } from '../schema/echanges.ts'
import { echanges } from '../tables/echanges.server.ts'
import { nommer } from './nommer.server.ts'

const cet = ({ perimetre }: CtxTerritoire, id: string) =>
  and(eq(echanges.collectiviteId, perimetre.collectiviteId), eq(echanges.id, id))

/** A living entry of the board, held until the end; null when there is none. */
export async function verrouillerEchange(ctx: CtxTerritoire, id: string) {
  const [echange] = await ctx.db
    .select({ id: echanges.id, etat: echanges.etat })
    .from(echanges)
    .where(and(cet(ctx, id), isNull(echanges.supprimeLe)))
    .for('update')
  return echange ?? null
}

/** Puts on the board what a partner asks or offers. Answers the id. */
export const deposerEchange = commande('echange.deposer', {
  saisie: echangeSchema.extend({ exemple: z.boolean().default(false) }),
  charger: async (ctx, { quartierId }) => ((await quartierDIci(ctx, quartierId)) ? {} : null),
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async (ctx, _, { structure, personne, exemple, ...echange }) => {
    const id = ctx.nouvelId()
    await ctx.db.insert(echanges).values({
      collectiviteId: ctx.perimetre.collectiviteId,
      id,
      ...echange,
      ...(await nommer(ctx, { structure, personne }, exemple)),
      cleTitre: normaliser(echange.titre),
      depuis: jourDe(ctx.maintenant),
      exemple,
      creeLe: ctx.maintenant
    })
    return { id }
  }
})

/** Corrects an entry; its state has an act of its own. */
export const modifierEchange = commande('echange.modifier', {
  saisie: echangeSchema.extend({ id: z.uuid() }),
  charger: async (ctx, { id, quartierId }) => ((await quartierDIci(ctx, quartierId)) ? verrouillerEchange(ctx, id) : null),
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async (ctx, _, { id, structure, personne, ...echange }) => {
    await ctx.db
      .update(echanges)
      .set({ ...echange, ...(await nommer(ctx, { structure, personne })), cleTitre: normaliser(echange.titre) })
      .where(cet(ctx, id))
  }
})

/** Says where an entry is, since when, and what it came to. Refusals: `issue_manque`, `etat_a_venir`. */
export const changerEtatEchange = commande('echange.changer_etat', {
  saisie: etatSchema,
  charger: (ctx, { id }) => verrouillerEchange(ctx, id),
  droit: peutTenirAnnuaire,
  regle: (_, { etat, issue, date }, quand) => {
    const refus = jugerEtat(etat, issue, date, jourDe(quand))
    return refus === null ? {} : refuser(refus, refus === 'issue_manque' ? 'issue' : 'date')
  },
  agir: async (ctx, _, { id, etat, date, issue }) => {
    await ctx.db
      .update(echanges)
      .set({ etat, issue, depuis: date ?? jourDe(ctx.maintenant) })
      .where(cet(ctx, id))
  }
})

/** Takes an entry off the board, and brings it back. */
export const { retirer: retirerEchange, retablir: retablirEchange } = corbeilleDe('echange', echanges, peutTenirAnnuaire)
