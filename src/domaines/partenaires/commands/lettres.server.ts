import { and, desc, eq, gt, or } from 'drizzle-orm'
import { z } from 'zod'
import { SYSTEME, type Acteur } from '#platform/acteur.ts'
import { commande } from '#platform/commande.server.ts'
import { envois } from '../tables/envois.server.ts'
import { confierEnvois } from './envois.server.ts'

/**
 * Sends a letter again, with a new link, to the address that had it: its own is out of date. The subject of the link is the letter, or the person
 * (`taches`). The address is not shown to who asks. One an hour: asked again, nothing more leaves;
 * a letter that left before the link was put out (`eteintLe`) does not count, its own link being dead too.
 */
export const redemanderLettre = commande('lettre.redemander', {
  saisie: z.object({ id: z.uuid(), eteintLe: z.date().nullish() }),
  charger: async ({ db, perimetre, maintenant }, { id, eteintLe }) => {
    const ici = eq(envois.collectiviteId, perimetre.collectiviteId)
    const [lettre] = await db
      .select()
      .from(envois)
      .where(and(ici, or(eq(envois.id, id), and(eq(envois.personneId, id), eq(envois.nature, 'taches')))))
      .orderBy(desc(envois.creeLe))
      .limit(1)
    if (!lettre) return null
    const [recente] = await db
      .select({ id: envois.id })
      .from(envois)
      .where(
        and(
          ...[ici, eq(envois.courriel, lettre.courriel), eq(envois.nature, lettre.nature), eq(envois.objetId, lettre.objetId)],
          gt(envois.creeLe, depuisQuand(maintenant, eteintLe))
        )
      )
      .limit(1)
    return { id, lettre, recente: recente !== undefined }
  },
  droit: (acteur: Acteur, { id }) => acteur.sorte === 'lien' && acteur.sujetId === id,
  regle: () => ({}),
  agir: async (ctx, { lettre: { nature, objetId, personneId, structureId, courriel }, recente }) => {
    if (recente) return
    await confierEnvois.dans(
      { ...ctx, acteur: SYSTEME },
      { nature, objetId, destinataires: [{ personneId, structureId, courriel }], demandee: true }
    )
  }
})

/** From when a letter that left is enough: an hour ago, or since all the links before were put out. */
export const depuisQuand = (maintenant: Date, eteintLe?: Date | null): Date =>
  new Date(Math.max(maintenant.getTime() - 3_600_000, eteintLe?.getTime() ?? 0))
