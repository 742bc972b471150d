import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { SYSTEME } from '#platform/acteur.ts'
import type { CtxTerritoire } from '#platform/commande.server.ts'
import { confierEnvois } from '#domaines/partenaires/commands/envois.server.ts'
import { adresseDuJour } from '#domaines/partenaires/queries/adresses.server.ts'
import { montes, placer, type Places } from '../regles/invitations.ts'
import { invitations } from '../tables.server.ts'

/** An invitation, at the address of today. */
export const INVITATION = { ...getTableColumns(invitations), courriel: adresseDuJour('invitations') }

const aCelle = ({ perimetre }: CtxTerritoire, seanceId: string) =>
  and(eq(invitations.collectiviteId, perimetre.collectiviteId), eq(invitations.seanceId, seanceId))

/** Everyone invited to a meeting, with what they answered: hundreds of rows at each answer, so no address. */
export const reponsesA = (ctx: CtxTerritoire, seanceId: string) =>
  ctx.db
    .select({
      id: invitations.id,
      personneId: invitations.personneId,
      structureId: invitations.structureId,
      reponse: invitations.reponse,
      reponduLe: invitations.reponduLe
    })
    .from(invitations)
    .where(aCelle(ctx, seanceId))
type ReponseLue = Awaited<ReturnType<typeof reponsesA>>[number]

/** Who has a chair and who waits, with so many places. */
export const placesDe = (reponses: readonly ReponseLue[], capacite: number | null): Places =>
  placer(
    reponses.map((une) => ({ ...une, reponduLe: une.reponduLe?.toISOString() ?? null })),
    capacite
  )

/** The same, read. */
export const lesPlaces = async (ctx: CtxTerritoire, seanceId: string, capacite: number | null): Promise<Places> =>
  placesDe(await reponsesA(ctx, seanceId), capacite)

/** Writes to those who waited for a chair, and have one now. */
export async function annoncerLesPlaces(ctx: CtxTerritoire, seanceId: string, avant: Places, apres: Places): Promise<void> {
  const heureux = montes(avant, apres)
  if (heureux.length === 0) return
  const destinataires = await ctx.db
    .select({ personneId: invitations.personneId, structureId: invitations.structureId, courriel: INVITATION.courriel })
    .from(invitations)
    .where(and(aCelle(ctx, seanceId), inArray(invitations.id, heureux)))
  await confierEnvois.dans({ ...ctx, acteur: SYSTEME }, { nature: 'place', objetId: seanceId, destinataires })
}

/** A room that holds more gives chairs to those who waited, in their order, and tells them. */
export async function donnerLesPlaces(
  ctx: CtxTerritoire,
  seanceId: string,
  avant: number | null,
  apres: number | null
): Promise<void> {
  const reponses = await reponsesA(ctx, seanceId)
  await annoncerLesPlaces(ctx, seanceId, placesDe(reponses, avant), placesDe(reponses, apres))
}

/** The answers were given for another day, or another hour: they stand, and are asked again. */
export async function faireConfirmer(ctx: CtxTerritoire, seanceId: string): Promise<void> {
  await ctx.db
    .update(invitations)
    .set({ aConfirmer: true })
    .where(
      and(
        aCelle(ctx, seanceId),
        inArray(invitations.reponse, ['vient', 'remplace', 'absent']),
        sql`not ${invitations.aConfirmer}`
      )
    )
}
