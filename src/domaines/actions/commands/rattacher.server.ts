import { and, eq, isNull, max } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { dernierJour, jourDe, premierJour } from '#platform/dates.ts'
import { dateTapeeSchema, facultatif, texteSchema } from '#platform/saisie.ts'
import { contratSeul, listerAxes } from '#domaines/contrats/queries.server.ts'
import { EN_COURS, etatAu, finEffective } from '#domaines/contrats/regles/etat.ts'
import { peutEcrireFiche } from '../droits.ts'
import { places } from '../tables.server.ts'
import { oterDuContrat, placerFiche, verrouillerFiche } from './fiche.server.ts'

const laPlace = ({ perimetre }: CtxTerritoire, ficheId: string, contratId: string) =>
  and(
    eq(places.collectiviteId, perimetre.collectiviteId),
    eq(places.ficheId, ficheId),
    eq(places.contratId, contratId),
    isNull(places.jusque)
  )

/**
 * Says where an action stands in a contract: under an axis, under none (empty), or out of it (« hors »). While the contract binds, coming
 * under an axis or leaving all of them is a requalification between CLS and ASV: it has a date and a reason, and the place that ends
 * stays, so that the past is counted rightly. Before, or from an axis to another, the place simply moves.
 * Refusals: `axe_inconnu`, `sous_action_sans_place`, `motif_manque`, `date_future`, `date_avant_place`, `avant_le_contrat`, `apres_le_contrat`
 * (with the `debut` and the `fin` of the contract; one that has no dates refuses none).
 */
export const rattacherFiche = commande('fiche.rattacher', {
  saisie: z.object({
    id: z.uuid(),
    contratId: z.uuid(),
    axeId: facultatif(z.union([z.uuid(), z.literal('hors')])).default(null),
    date: facultatif(dateTapeeSchema).default(null),
    motif: facultatif(texteSchema).default(null)
  }),
  charger: async (ctx, { id, contratId }) => {
    const fiche = await verrouillerFiche(ctx, id)
    const contrat = await contratSeul(ctx.db, ctx.perimetre, contratId)
    if (!fiche || !contrat) return null
    const [place] = await ctx.db
      .select()
      .from(places)
      .where(laPlace(ctx, id, contratId))
    return { fiche, contrat, place, axes: (await listerAxes(ctx.db, ctx.perimetre, contratId)).map((axe) => axe.id) }
  },
  droit: peutEcrireFiche,
  regle: ({ fiche, contrat, place, axes }, { axeId, date, motif }, maintenant) => {
    const jour = jourDe(maintenant)
    if (fiche.parentId) return refuser('sous_action_sans_place', 'axeId')
    if (axeId !== null && axeId !== 'hors' && !axes.includes(axeId)) return refuser('axe_inconnu', 'axeId')
    if (date && premierJour(date) > jour) return refuser('date_future', 'date')
    const [debut, fin] = [contrat.debut, finEffective(contrat)]
    // a date as vague as « 2023 » is before a contract only when all of it is
    if (date && debut && dernierJour(date) < premierJour(debut)) return refuser('avant_le_contrat', 'date', { debut, fin })
    if (date && fin && premierJour(date) > dernierJour(fin)) return refuser('apres_le_contrat', 'date', { debut, fin })
    const etait = place !== undefined && place.axeId !== null
    const sera = axeId !== null && axeId !== 'hors'
    if (etait === sera || !EN_COURS.includes(etatAu(contrat, jour))) return { requalifie: false, le: jour }
    const le = date ?? jour
    if (motif === null) return refuser('motif_manque', 'motif')
    if (place?.depuis && premierJour(le) < premierJour(place.depuis)) return refuser('date_avant_place', 'date')
    return { requalifie: true, le }
  },
  agir: async (ctx, { place }, { id, contratId, axeId, motif }, { requalifie, le }) => {
    const axe = axeId === 'hors' ? null : axeId
    if (!requalifie) {
      if (axeId === 'hors') await oterDuContrat.dans(ctx, { id, contratId })
      else await placerFiche.dans(ctx, { id, contratId, axeId: axe })
      return
    }
    // the place that ends says why it did; the one that begins, why it does
    if (place)
      await ctx.db
        .update(places)
        .set({ jusque: le, ...(axe === null ? { motif } : {}) })
        .where(and(eq(places.collectiviteId, ctx.perimetre.collectiviteId), eq(places.id, place.id)))
    if (axeId === 'hors') return
    const [{ dernier }] = (await ctx.db
      .select({ dernier: max(places.rang) })
      .from(places)
      .where(and(eq(places.collectiviteId, ctx.perimetre.collectiviteId), eq(places.contratId, contratId)))) as [
      { dernier: number | null }
    ]
    await ctx.db.insert(places).values({
      collectiviteId: ctx.perimetre.collectiviteId,
      id: ctx.nouvelId(),
      ficheId: id,
      contratId,
      axeId: axe,
      rang: (dernier ?? 0) + 1,
      depuis: le,
      motif: axe === null ? null : motif
    })
  }
})
