import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { commande } from '#platform/commande.server.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import { COURRIELS } from '../schema.ts'
import { personnes, structures } from '../tables.server.ts'

/** Keeps what a person, or a house, accepts to receive: everything, the minutes only, nothing. */
export const reglerCourriels = commande('contact.regler_courriels', {
  saisie: z.object({ personneId: z.uuid().nullable(), structureId: z.uuid().nullable(), courriels: z.enum(COURRIELS) }),
  charger: async () => ({}),
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async ({ db, perimetre, maintenant }, _, { personneId, structureId, courriels }) => {
    for (const [table, id] of [
      [personnes, personneId],
      [structures, structureId]
    ] as const)
      if (id)
        await db
          .update(table)
          .set({ courriels, courrielsLe: maintenant })
          .where(and(eq(table.collectiviteId, perimetre.collectiviteId), eq(table.id, id)))
  }
})
