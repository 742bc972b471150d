import { redirect } from '@sveltejs/kit'
import { enregistrerVue, retablirVue, retirerVue } from '#domaines/actions/commands/vues.server.ts'
import { peutPartagerVue, peutRetirerVue } from '#domaines/actions/droits.ts'
import { direRefusFiche } from '#domaines/actions/libelles/refus.ts'
import { listerVues } from '#domaines/actions/queries/vues-gardees.server.ts'
import { adresseGardee } from '#domaines/actions/schema/vues.ts'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { entrer, lireFormulaire, repondre } from '../../../../session.server.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import type { Actions } from './$types'

/** The kept views that the portfolio lists, and the one that its form would keep: the page's, or the one that another page asked for. */
export async function lireVuesGardees(db: Tx, perimetre: Perimetre, acteur: ReturnType<typeof entrer>['acteur'], url: URL) {
  const ici = adresseGardee(url.search) ?? ''
  const demandee = url.searchParams.get('garder')
  return {
    vues: (await listerVues(db, perimetre, acteur.compteId)).map(({ compteId, ...vue }) => ({
      ...vue,
      mienne: compteId === acteur.compteId,
      retirable: peutRetirerVue(acteur, { compteId, partagee: vue.partagee })
    })),
    ici,
    adresse: (demandee === null ? ici : adresseGardee(demandee)) ?? ici,
    retiree: idDuParametre(url, 'vue-retiree'),
    peutPartager: peutPartagerVue(acteur)
  }
}

/** The same page, with what the acts of views added to its address. */
const revenir = (territoire: string, url: URL, retiree?: string): never => {
  const ici = adresseGardee(url.search) ?? ''
  const suite = retiree ? `${ici === '' ? '?' : `${ici}&`}vue-retiree=${retiree}` : ici
  redirect(303, `/${territoire}/actions${suite}#vues`)
}

export const surLesVues: Actions = {
  'garder-vue': async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await enregistrerVue(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, 'vue', direRefusFiche)
    redirect(303, `/${params.territoire}/actions${fait.valeur.adresse}#vues`)
  },
  'retirer-vue': async ({ request, locals, params, url }) => {
    const form = await request.formData()
    const fait = await retirerVue(entrer(locals), lireFormulaire(form))
    return fait.ok ? revenir(params.territoire, url, String(form.get('id'))) : repondre(fait, form, 'vue', direRefusFiche)
  },
  'retablir-vue': async ({ request, locals, params, url }) => {
    const form = await request.formData()
    const fait = await retablirVue(entrer(locals), lireFormulaire(form))
    return fait.ok ? revenir(params.territoire, url) : repondre(fait, form, 'vue', direRefusFiche)
  }
}
