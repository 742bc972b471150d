import { and, eq, gt, lt, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande } from '#platform/commande.server.ts'
import { peutEcrireFiche } from '../droits.ts'
import { PRESENT, type Presence } from '../schema/presence.ts'
import { presences } from '../tables/suivi.server.ts'
import { verrouillerFiche } from './fiche.server.ts'

/** Says that this person is on a fiche, and where she writes; answers who else is there, seen less than a minute ago. */
export const signalerPresence = commande('fiche.signaler_presence', {
  saisie: z.object({ id: z.uuid(), section: z.string().max(40).nullable().default(null) }),
  charger: (ctx, { id }) => verrouillerFiche(ctx, id),
  droit: peutEcrireFiche,
  regle: () => ({}),
  agir: async ({ db, perimetre, acteur, maintenant, nouvelId }, _, { id: ficheId, section }): Promise<Presence[]> => {
    if (acteur.sorte !== 'membre') return []
    const { collectiviteId } = perimetre
    const ici = and(eq(presences.collectiviteId, collectiviteId), eq(presences.ficheId, ficheId))
    const limite = new Date(maintenant.getTime() - PRESENT)
    await db.delete(presences).where(and(ici, lt(presences.vuLe, limite)))
    await db
      .insert(presences)
      .values({
        collectiviteId,
        id: nouvelId(),
        ficheId,
        compteId: acteur.compteId,
        nom: acteur.nom,
        section,
        vuLe: maintenant
      })
      .onConflictDoUpdate({
        target: [presences.collectiviteId, presences.ficheId, presences.compteId],
        set: { section, nom: acteur.nom, vuLe: sql`excluded.vu_le` }
      })
    return db
      .select({ nom: presences.nom, section: presences.section })
      .from(presences)
      .where(and(ici, ne(presences.compteId, acteur.compteId), gt(presences.vuLe, limite)))
      .orderBy(presences.nom)
  }
})
