import { redirect } from '@sveltejs/kit'
import { deciderDesSuites } from '#domaines/actions/commands/suite.server.ts'
import { direRefusFiche } from '#domaines/actions/libelles/refus.ts'
import { lireSuite } from '#domaines/actions/queries/suite.server.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { annulerGeste } from '#domaines/pilotage/commands/annuler.server.ts'
import { direRefusDAnnuler } from '#domaines/pilotage/libelles.ts'
import { idDe, idDuParametre } from '../../../../../adresse.server.ts'
import { entrer, geste, lire, lireFormulaire, repondre } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const fait = idDuParametre(url, 'geste')
  return {
    suite: await lire(locals, (db, perimetre) => lireSuite(db, perimetre, idDe(params.contrat))),
    fait: fait ? { geste: fait, ecrites: Number(url.searchParams.get('ecrites')) || 0 } : null,
    peutEcrire: peutEcrireContrat(entrer(locals).acteur)
  }
}

export const actions: Actions = {
  decider: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await deciderDesSuites(entrer(locals), { ...lireFormulaire(form), contratId: params.contrat })
    if (!fait.ok) return repondre(fait, form, 'decider', direRefusFiche)
    const { geste: quoi, ecrites } = fait.valeur
    redirect(303, `/${params.territoire}/contrats/${params.contrat}/suite${quoi ? `?geste=${quoi}&ecrites=${ecrites}` : ''}`)
  },
  annuler: geste(annulerGeste, {
    formulaire: 'annuler',
    dire: direRefusDAnnuler,
    suite: ({ contrat }) => `/contrats/${contrat}/suite`
  })
}
