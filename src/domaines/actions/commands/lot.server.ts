import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { peutImporterPlan } from '../droits.ts'
import { verrouillerLot } from '../queries/lot.server.ts'
import { effetsDuLot, listeDe, retouchees } from '../regles/lot.ts'
import { CHAMPS_DE_LOT, LOT_MAX, VALEURS_DE_LOT } from '../schema/lot.ts'
import { fiches } from '../tables.server.ts'

/**
 * Changes one field of many actions at once; those that say it already, and those that it would make impossible, are left as they are.
 * Answers how many changed, and the act to undo. Refusals: `lot_vide` (none was chosen), `lot_sans_effet` (nothing would change),
 * `lot_retouche` (somebody wrote on some of them since the preview was read at `vu`: their `titres`, `sur` how many were chosen).
 */
export const changerEnLot = commande('fiches.changer_en_lot', {
  saisie: z
    .object({
      ids: z.array(z.uuid()).max(LOT_MAX, `Choisissez ${LOT_MAX} actions au plus.`),
      champ: z.enum(CHAMPS_DE_LOT, 'Choisissez ce qui change.'),
      valeur: z.string().default(''),
      /** when the preview was read */
      vu: z.iso.datetime().optional()
    })
    .transform((saisie, ctx) => {
      const lue = VALEURS_DE_LOT[saisie.champ].safeParse(saisie.valeur)
      if (lue.success) return { ...saisie, valeur: lue.data }
      for (const { message } of lue.error.issues) ctx.addIssue({ code: 'custom', message, path: ['valeur'] })
      return z.NEVER
    }),
  charger: ({ db, perimetre }, { ids }) => verrouillerLot(db, perimetre, ids),
  droit: peutImporterPlan,
  regle: (lues, { champ, valeur, vu }) => {
    if (lues.length === 0) return refuser('lot_vide', 'ids')
    const titres = vu ? retouchees(lues, vu).map(({ titre }) => titre) : []
    if (titres.length > 0) return refuser('lot_retouche', undefined, { titres, sur: lues.length })
    const ids = effetsDuLot(lues, champ, valeur).flatMap(({ id, etat }) => (etat === 'change' ? [id] : []))
    return ids.length === 0 ? refuser('lot_sans_effet') : { ids }
  },
  agir: async ({ db, perimetre, maintenant, gesteId }, _, { champ, valeur }, { ids }) => {
    const liste = listeDe(champ)
    const change = liste
      ? {
          [liste.liste]:
            liste.sens === 'plus'
              ? sql`array_append(${fiches[liste.liste]}, ${valeur})`
              : sql`array_remove(${fiches[liste.liste]}, ${valeur})`
        }
      : { [champ]: valeur }
    await db
      .update(fiches)
      .set({ ...change, modifieLe: maintenant })
      .where(and(eq(fiches.collectiviteId, perimetre.collectiviteId), inArray(fiches.id, ids)))
    return { changees: ids.length, geste: gesteId }
  }
})
