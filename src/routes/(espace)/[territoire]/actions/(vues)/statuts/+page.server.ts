import { redirect } from '@sveltejs/kit'
import { jourDe } from '#platform/dates.ts'
import { lireCadre } from '#domaines/actions/queries/cadre.server.ts'
import { lireStatuts } from '#domaines/actions/queries/statuts.server.ts'
import { lirePassage } from '#domaines/actions/schema/statuts.ts'
import { adresseDeLaVue, lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { modifierFiche } from '#domaines/actions/commands/fiche.server.ts'
import { direRefusFiche } from '#domaines/actions/libelles/refus.ts'
import { peutEcrireFiche } from '#domaines/actions/droits.ts'
import { entrer, lire, repondre } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const vue = lireVue(url.searchParams)
  const passage = lirePassage(url.searchParams)
  const { acteur } = entrer(locals)
  const jour = jourDe(locals.maintenant)
  return lire(locals, async (db, perimetre) => {
    const cadre = await lireCadre(db, perimetre, vue, jour)
    const { colonnes, passee } = await lireStatuts(db, perimetre, cadre.vue, jour, { passee: passage?.id })
    return {
      vue,
      colonnes,
      vide: cadre.resume.vide,
      // once put back where it was, there is nothing left to undo
      passage: passage && passee && passee.statut !== passage.de ? { ...passee, de: passage.de } : null,
      offre: cadre.offre,
      peutEcrire: peutEcrireFiche(acteur)
    }
  })
}

export const actions: Actions = {
  passer: async ({ request, locals, params, url }) => {
    const form = await request.formData()
    const fait = await modifierFiche(entrer(locals), { id: form.get('id'), statut: form.get('statut') ?? undefined })
    if (!fait.ok) return repondre(fait, form, 'passer', direRefusFiche)
    const fiche = String(form.get('id'))
    const de = form.get('de')
    const vue = adresseDeLaVue(lireVue(url.searchParams))
    const passage = de === null ? '' : `${vue === '?' ? '' : '&'}${new URLSearchParams({ passee: fiche, de: String(de) })}`
    redirect(303, `/${params.territoire}/actions/statuts${vue}${passage}#fiche-${fiche}`)
  }
}
