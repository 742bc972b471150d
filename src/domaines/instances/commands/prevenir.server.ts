import { and, eq, sql } from 'drizzle-orm'
import { SYSTEME } from '#platform/acteur.ts'
import type { CtxTerritoire } from '#platform/commande.server.ts'
import { confierEnvois } from '#domaines/partenaires/commands/envois.server.ts'
import type { NatureEnvoi } from '#domaines/partenaires/schema/envois.ts'
import { adresseDuJour } from '#domaines/partenaires/queries/adresses.server.ts'
import { invitations, seances } from '../tables.server.ts'

/**
 * Tells those who were invited that a meeting moved or is called off; the version that calendars compare grows. Nobody was: nothing. The
 * entry stands in the calendar of all: whatever they answered, they hear of it, but for who asked for no letter at all.
 */
export async function prevenirLesInvites(
  ctx: CtxTerritoire,
  seance: { id: string; convoqueeLe: Date | null; jour: string },
  nature: Extract<NatureEnvoi, 'mise_a_jour' | 'annulation'>
): Promise<void> {
  if (!seance.convoqueeLe) return
  const { collectiviteId } = ctx.perimetre
  await ctx.db
    .update(seances)
    .set({ version: sql`${seances.version} + 1` })
    .where(and(eq(seances.collectiviteId, collectiviteId), eq(seances.id, seance.id)))
  const destinataires = await ctx.db
    .update(invitations)
    .set({ prevenuLe: ctx.maintenant })
    .where(and(eq(invitations.collectiviteId, collectiviteId), eq(invitations.seanceId, seance.id)))
    .returning({
      personneId: invitations.personneId,
      structureId: invitations.structureId,
      courriel: adresseDuJour('invitations')
    })
  await confierEnvois.dans({ ...ctx, acteur: SYSTEME }, { nature, objetId: seance.id, destinataires })
}
