import { jourDe } from '#platform/dates.ts'
import { lireCadre } from '#domaines/actions/queries/cadre.server.ts'
import { lireCalendrier, LIGNES_PAR_PAGE } from '#domaines/actions/queries/calendrier.server.ts'
import { anneesMontrees } from '#domaines/actions/regles/calendrier.ts'
import { lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { lire } from '../../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const vue = lireVue(url.searchParams)
  const jour = jourDe(locals.maintenant)
  return lire(locals, async (db, perimetre) => {
    const { contrat, vue: vuDuContrat, offre, resume, fins } = await lireCadre(db, perimetre, vue, jour)
    const annees = anneesMontrees(
      vue.an,
      contrat,
      fins.map(({ fin }) => fin),
      jour
    )
    const calendrier = await lireCalendrier(db, perimetre, vuDuContrat, jour, { ...annees, page: vue.page })
    return {
      vue,
      ...annees,
      calendrier,
      pages: Math.max(1, Math.ceil(calendrier.total / LIGNES_PAR_PAGE)),
      vide: resume.vide,
      offre
    }
  })
}
