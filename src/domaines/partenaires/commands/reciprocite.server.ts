import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { jourDe } from '#platform/dates.ts'
import { facultatif } from '#platform/saisie.ts'
import { laStructure } from '../commands.server.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import { jugerInvitationRecue } from '../regles/reciprocite.ts'
import { invitationRecueSchema } from '../schema/reciprocite.ts'
import { invitationsRecues } from '../tables/reciprocite.server.ts'
import { nommer } from './nommer.server.ts'

const CHAMP = { pas_encore: 'presence', motif_manque: 'motif' } as const

const regle = (_: unknown, saisie: Parameters<typeof jugerInvitationRecue>[0], quand: Date) => {
  const refus = jugerInvitationRecue(saisie, jourDe(quand))
  return refus === null ? {} : refuser(refus, CHAMP[refus])
}

const cette = ({ perimetre }: CtxTerritoire, id: string) =>
  and(eq(invitationsRecues.collectiviteId, perimetre.collectiviteId), eq(invitationsRecues.id, id))

/** Notes a meeting of a partner, named or told by its id, where the service was invited, and who went. Refusals: `pas_encore`, `motif_manque`. */
export const noterInvitationRecue = commande('invitation_recue.noter', {
  saisie: invitationRecueSchema
    .extend({
      structure: facultatif(invitationRecueSchema.shape.structure).default(null),
      structureId: facultatif(z.uuid()).default(null),
      exemple: z.boolean().default(false)
    })
    .refine(({ structure, structureId }) => structure ?? structureId, {
      path: ['structure'],
      error: 'Le nom de la structure manque.'
    }),
  charger: async (ctx, { structureId }) => (structureId === null ? {} : laStructure(ctx, structureId)),
  droit: peutTenirAnnuaire,
  regle,
  agir: async (ctx, _, { structure, structureId: dite, ...invitation }) => {
    const id = ctx.nouvelId()
    const structureId = dite ?? (await nommer(ctx, { structure: structure!, personne: null }, invitation.exemple)).structureId
    const { collectiviteId } = ctx.perimetre
    await ctx.db.insert(invitationsRecues).values({ collectiviteId, id, structureId, ...invitation, creeLe: ctx.maintenant })
    return { id }
  }
})

/** Corrects it, or says afterwards whether somebody went. Refusals: `pas_encore`, `motif_manque`. */
export const modifierInvitationRecue = commande('invitation_recue.modifier', {
  saisie: invitationRecueSchema.extend({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const vivante = and(cette(ctx, id), isNull(invitationsRecues.supprimeLe))
    return (await ctx.db.select({ id: invitationsRecues.id }).from(invitationsRecues).where(vivante).for('update'))[0] ?? null
  },
  droit: peutTenirAnnuaire,
  regle,
  agir: async (ctx, _, { id, structure, ...invitation }) => {
    const { structureId } = await nommer(ctx, { structure, personne: null })
    await ctx.db
      .update(invitationsRecues)
      .set({ structureId, ...invitation })
      .where(cette(ctx, id))
  }
})

/** Takes one away, and brings it back. */
export const { retirer: retirerInvitationRecue, retablir: retablirInvitationRecue } = corbeilleDe(
  'invitation_recue',
  invitationsRecues,
  peutTenirAnnuaire
)
