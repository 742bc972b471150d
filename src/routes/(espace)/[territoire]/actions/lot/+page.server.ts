import { error, redirect } from '@sveltejs/kit'
import { jourDe } from '#platform/dates.ts'
import { changerEnLot } from '#domaines/actions/commands/lot.server.ts'
import { peutImporterPlan } from '#domaines/actions/droits.ts'
import { direRefusFiche } from '#domaines/actions/libelles/refus.ts'
import { lireCadre } from '#domaines/actions/queries/cadre.server.ts'
import { lireLot } from '#domaines/actions/queries/lot.server.ts'
import { effetsDuLot } from '#domaines/actions/regles/lot.ts'
import { CHAMPS_DE_LOT, VALEURS_DE_LOT } from '#domaines/actions/schema/lot.ts'
import { lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { annulerGeste } from '#domaines/pilotage/commands/annuler.server.ts'
import { direRefusDAnnuler } from '#domaines/pilotage/libelles.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import { entrer, geste, lire, lireFormulaire, repondre } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** What this page adds to the filters of the portfolio. */
const SIENS = ['champ', 'valeur', 'geste', 'changees']

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!peutImporterPlan(entrer(locals).acteur))
    error(403, 'Votre rôle ne permet pas de changer plusieurs actions d’un coup.', {
      conseil: 'Demandez à la coordination du territoire.'
    })
  const filtres = new URLSearchParams([...url.searchParams].filter(([nom]) => !SIENS.includes(nom) && !nom.startsWith('/')))
  const champ = CHAMPS_DE_LOT.find((un) => un === url.searchParams.get('champ')) ?? null
  const dite = url.searchParams.get('valeur')
  const lue = champ && dite !== null ? VALEURS_DE_LOT[champ].safeParse(dite) : null
  const fiches = await lire(locals, async (db, perimetre) => {
    const cadre = await lireCadre(db, perimetre, lireVue(filtres), jourDe(locals.maintenant))
    return lireLot(db, perimetre, cadre.vue)
  })
  const fait = idDuParametre(url, 'geste')
  return {
    filtres: filtres.toString(),
    fiches,
    champ,
    valeur: lue?.success ? (lue.data ?? '') : (dite ?? ''),
    faute: lue && !lue.success ? lue.error.issues.map(({ message }) => message).join(' ') : null,
    effets: champ && lue?.success ? effetsDuLot(fiches, champ, lue.data) : [],
    fait: fait ? { geste: fait, changees: Number(url.searchParams.get('changees')) || 0 } : null
  }
}

export const actions: Actions = {
  appliquer: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await changerEnLot(entrer(locals), lireFormulaire(form, ['ids']) as never)
    if (!fait.ok) return repondre(fait, form, 'appliquer', direRefusFiche)
    const filtres = new URLSearchParams(String(form.get('filtres') ?? ''))
    for (const [nom, valeur] of Object.entries(fait.valeur)) filtres.set(nom, String(valeur))
    redirect(303, `/${params.territoire}/actions/lot?${filtres.toString()}`)
  },
  annuler: geste(annulerGeste, { formulaire: 'annuler', dire: direRefusDAnnuler, suite: () => '/actions' })
}
