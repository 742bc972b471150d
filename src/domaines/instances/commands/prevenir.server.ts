import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { SYSTEME } from '#platform/acteur.ts'
import type { CtxTerritoire } from '#platform/commande.server.ts'
import { confierEnvois } from '#domaines/partenaires/commands/envois.server.ts'
import { accepteDEtreSollicite } from '#domaines/partenaires/queries/courriels.server.ts'
import type { NatureEnvoi } from '#domaines/partenaires/schema/envois.ts'
import { adresseDuJour } from '#domaines/partenaires/queries/adresses.server.ts'
import { invitations, seances } from '../tables.server.ts'

/**
 * Tells those who were invited that a meeting moved or is called off; the version that calendars compare grows. Nobody was: nothing. Who prefers
 * to read, or said nothing and is not asked any more, hears of a change in the minutes; a meeting called off has none, and is told to all
 * who accept letters.
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
    .where(
      and(
        ...[eq(invitations.collectiviteId, collectiviteId), eq(invitations.seanceId, seance.id)],
        // a meeting that is called off stands in the calendars of all
        or(
          nature === 'annulation' ? sql`true` : undefined,
          inArray(invitations.reponse, ['vient', 'remplace', 'absent']),
          and(
            isNull(invitations.reponse),
            accepteDEtreSollicite(
              sql`${invitations.collectiviteId}`,
              sql`${invitations.personneId}`,
              sql`${invitations.structureId}`
            )
          )
        )
      )
    )
    .returning({
      personneId: invitations.personneId,
      structureId: invitations.structureId,
      courriel: adresseDuJour('invitations')
    })
  await confierEnvois.dans({ ...ctx, acteur: SYSTEME }, { nature, objetId: seance.id, destinataires })
}
