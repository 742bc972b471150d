import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { jourDe, premierJour } from '#platform/dates.ts'
import { peutEcrireFiche } from '../droits.ts'
import { nouvelleSchema } from '../schema/nouvelles.ts'
import { nouvelles } from '../tables/suivi.server.ts'
import { verrouillerFiche } from './fiche.server.ts'

/** News tell what happened, never what will. */
const pasEncore = (_: unknown, { date }: z.output<typeof nouvelleSchema>, quand: Date) =>
  date !== null && premierJour(date) > jourDe(quand) ? refuser('nouvelle_a_venir', 'date') : {}

/** Notes what is heard of an action, under the name of who notes it; today when no date is said. Refusal: `nouvelle_a_venir`. */
export const noterNouvelle = commande('nouvelle.noter', {
  saisie: nouvelleSchema.extend({ ficheId: z.uuid(), exemple: z.boolean().default(false) }),
  charger: (ctx, { ficheId }) => verrouillerFiche(ctx, ficheId),
  droit: peutEcrireFiche,
  regle: pasEncore,
  agir: async ({ db, perimetre, nouvelId, acteur, maintenant }, _, { date, ...saisie }) => {
    const id = nouvelId()
    await db.insert(nouvelles).values({
      collectiviteId: perimetre.collectiviteId,
      id,
      ...saisie,
      date: date ?? jourDe(maintenant),
      auteur: acteur.nom,
      creeLe: maintenant
    })
    return { id }
  }
})

/** Corrects a piece of news of the fiche; who noted it stays. Refusal: `nouvelle_a_venir`. */
export const modifierNouvelle = commande('nouvelle.modifier', {
  saisie: nouvelleSchema.extend({ ficheId: z.uuid(), id: z.uuid() }),
  charger: async (ctx, { ficheId, id }) => {
    if (!(await verrouillerFiche(ctx, ficheId))) return null
    const ici = and(
      eq(nouvelles.collectiviteId, ctx.perimetre.collectiviteId),
      eq(nouvelles.ficheId, ficheId),
      eq(nouvelles.id, id),
      isNull(nouvelles.supprimeLe)
    )
    return (await ctx.db.select({ date: nouvelles.date }).from(nouvelles).where(ici))[0] ?? null
  },
  droit: peutEcrireFiche,
  regle: pasEncore,
  agir: async ({ db, perimetre }, nouvelle, { id, ficheId, date, texte, source }) => {
    await db
      .update(nouvelles)
      .set({ texte, source, date: date ?? nouvelle.date })
      .where(and(eq(nouvelles.collectiviteId, perimetre.collectiviteId), eq(nouvelles.ficheId, ficheId), eq(nouvelles.id, id)))
  }
})

/** Takes a piece of news away, and brings it back. */
export const { retirer: retirerNouvelle, retablir: retablirNouvelle } = corbeilleDe('nouvelle', nouvelles, peutEcrireFiche)
