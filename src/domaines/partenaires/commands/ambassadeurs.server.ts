import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { jourDe } from '#platform/dates.ts'
import { normaliser } from '#platform/texte.ts'
import { assurerPersonnes, quartierDIci } from '../commands.server.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import { personnesParNom } from '../queries.server.ts'
import { estPresent, jugerAmbassadeur } from '../regles/ambassadeurs.ts'
import { ambassadeurSchema, periodeSchema } from '../schema/ambassadeurs.ts'
import { ambassadeurs } from '../tables/ambassadeurs.server.ts'

const CHAMP = { accord_a_venir: 'accordLe', ambassadeur_deja: 'quartierId' } as const

const ici = ({ perimetre }: CtxTerritoire) => eq(ambassadeurs.collectiviteId, perimetre.collectiviteId)
const cet = (ctx: CtxTerritoire, id: string) =>
  and(ici(ctx), eq(ambassadeurs.id, id), isNull(ambassadeurs.supprimeLe), isNull(ambassadeurs.accordRetireLe))

async function lAmbassadeur(ctx: CtxTerritoire, id: string) {
  const [dit] = await ctx.db.select().from(ambassadeurs).where(cet(ctx, id)).for('update')
  return dit ?? null
}

/** True when the person is an ambassador of this quartier today, by another line. */
async function deja(ctx: CtxTerritoire, personneId: string | null, quartierId: string, sauf: string | null = null) {
  if (personneId === null) return false
  const autre = sauf === null ? undefined : ne(ambassadeurs.id, sauf)
  const memes = await ctx.db
    .select()
    .from(ambassadeurs)
    .where(
      and(
        ici(ctx),
        eq(ambassadeurs.personneId, personneId),
        eq(ambassadeurs.quartierId, quartierId),
        isNull(ambassadeurs.supprimeLe),
        autre
      )
    )
  return memes.some((meme) => estPresent(meme, jourDe(ctx.maintenant)))
}

const juger = (dite: { deja: boolean }, accordLe: string, quand: Date) => {
  const refus = jugerAmbassadeur(dite.deja, accordLe, jourDe(quand))
  return refus === null ? {} : refuser(refus, CHAMP[refus])
}

/** Notes a health ambassador who agreed to be one. Refusals: `accord_a_venir`, `ambassadeur_deja`. */
export const inscrireAmbassadeur = commande('ambassadeur.inscrire', {
  saisie: ambassadeurSchema,
  charger: async (ctx, { personne, quartierId }) => {
    if (!(await quartierDIci(ctx, quartierId))) return null
    const connue = (await personnesParNom(ctx.db, ctx.perimetre, [personne])).get(normaliser(personne)) ?? null
    return { deja: await deja(ctx, connue, quartierId) }
  },
  droit: peutTenirAnnuaire,
  regle: (dite, { accordLe }, quand) => juger(dite, accordLe, quand),
  agir: async (ctx, _, { personne, quartierId, debut, fin, accordLe, exemple }) => {
    const id = ctx.nouvelId()
    const { ids } = await assurerPersonnes.dans(ctx, { noms: [personne], exemple })
    const dit = { personneId: ids.get(normaliser(personne))!, quartierId, debut, fin, accordLe, exemple }
    const { collectiviteId } = ctx.perimetre
    await ctx.db.insert(ambassadeurs).values({ collectiviteId, id, ...dit, creeLe: ctx.maintenant })
    return { id }
  }
})

/** Corrects the quartier, the dates, the day of the agreement. Refusals: `accord_a_venir`, `ambassadeur_deja`. */
export const modifierAmbassadeur = commande('ambassadeur.modifier', {
  saisie: periodeSchema,
  charger: async (ctx, { id, quartierId }) => {
    const dit = await lAmbassadeur(ctx, id)
    if (!dit || !(await quartierDIci(ctx, quartierId))) return null
    return { deja: await deja(ctx, dit.personneId, quartierId, id) }
  },
  droit: peutTenirAnnuaire,
  regle: (dite, { accordLe }, quand) => juger(dite, accordLe, quand),
  agir: async (ctx, _, { id, quartierId, debut, fin, accordLe }) => {
    await ctx.db.update(ambassadeurs).set({ quartierId, debut, fin, accordLe }).where(cet(ctx, id))
  }
})

/** She takes her agreement back: from that day she is named nowhere as an ambassador, in any quartier. */
export const retirerAccord = commande('ambassadeur.retirer_accord', {
  saisie: z.object({ id: z.uuid() }),
  charger: (ctx, { id }) => lAmbassadeur(ctx, id),
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async (ctx, { personneId }) => {
    await ctx.db
      .update(ambassadeurs)
      .set({ accordRetireLe: jourDe(ctx.maintenant) })
      .where(and(ici(ctx), eq(ambassadeurs.personneId, personneId), isNull(ambassadeurs.accordRetireLe)))
  }
})

/** Takes away a line noted by mistake, and brings it back. */
export const { retirer: retirerAmbassadeur, retablir: retablirAmbassadeur } = corbeilleDe(
  'ambassadeur',
  ambassadeurs,
  peutTenirAnnuaire
)
