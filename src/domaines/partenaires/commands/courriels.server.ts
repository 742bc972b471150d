import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { SYSTEME, type Acteur } from '#platform/acteur.ts'
import { commande } from '#platform/commande.server.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import { COURRIELS } from '../schema.ts'
import { envois } from '../tables/envois.server.ts'
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

/**
 * What who reads a letter accepts to receive from now on, said by the link of that letter: its subject is the letter itself, or the person
 * (R-122).
 */
export const choisirSesCourriels = commande('contact.choisir_courriels', {
  saisie: z.object({ id: z.uuid(), courriels: z.enum(COURRIELS, 'Choisissez ce que vous voulez recevoir.') }),
  charger: async ({ db, perimetre }, { id }) => {
    const { personneId, structureId } = envois
    const [lettre] = await db
      .select({ personneId, structureId })
      .from(envois)
      .where(and(eq(envois.collectiviteId, perimetre.collectiviteId), eq(envois.id, id)))
    return { id, qui: lettre ?? { personneId: id, structureId: null } }
  },
  droit: (acteur: Acteur, { id }) => acteur.sorte === 'lien' && acteur.sujetId === id,
  regle: () => ({}),
  agir: (ctx, { qui }, { courriels }) => reglerCourriels.dans({ ...ctx, acteur: SYSTEME }, { ...qui, courriels })
})
