import { error, redirect } from '@sveltejs/kit'
import { jourDe } from '#platform/dates.ts'
import { changerEnLot } from '#domaines/actions/commands/lot.server.ts'
import { peutImporterPlan } from '#domaines/actions/droits.ts'
import { direRefusDeLot } from '#domaines/actions/libelles/refus.ts'
import { lireCadre } from '#domaines/actions/queries/cadre.server.ts'
import { lireLot } from '#domaines/actions/queries/lot.server.ts'
import { effetsDuLot } from '#domaines/actions/regles/lot.ts'
import { CHAMPS_DE_LOT, VALEURS_DE_LOT } from '#domaines/actions/schema/lot.ts'
import { lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { annulerLot } from '#domaines/pilotage/commands/annuler-lot.server.ts'
import { direRefusDAnnuler } from '#domaines/pilotage/libelles.ts'
import { lireLaissees } from '#domaines/pilotage/queries/gestes-de-lot.server.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import { entrer, lire, lireFormulaire, repondre } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** What this page adds to the filters of the portfolio. */
const SIENS = ['champ', 'valeur', 'geste', 'changees', 'rendu', 'rendues']

const filtresDe = (url: URL) =>
  new URLSearchParams([...url.searchParams].filter(([nom]) => !SIENS.includes(nom) && !nom.startsWith('/')))

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!peutImporterPlan(entrer(locals).acteur))
    error(403, 'Votre rôle ne permet pas de changer plusieurs actions d’un coup.', {
      conseil: 'Demandez à la coordination du territoire.'
    })
  const filtres = filtresDe(url)
  const champ = CHAMPS_DE_LOT.find((un) => un === url.searchParams.get('champ')) ?? null
  const dite = url.searchParams.get('valeur')
  const lue = champ && dite !== null ? VALEURS_DE_LOT[champ].safeParse(dite) : null
  const fait = idDuParametre(url, 'geste')
  const rendu = idDuParametre(url, 'rendu')
  return lire(locals, async (db, perimetre) => {
    const cadre = await lireCadre(db, perimetre, lireVue(filtres), jourDe(locals.maintenant))
    const fiches = await lireLot(db, perimetre, cadre.vue)
    return {
      filtres: filtres.toString(),
      // the page draws a title; what it would become is in the effects
      fiches: fiches.map(({ id, titre }) => ({ id, titre })),
      champ,
      valeur: lue?.success ? (lue.data ?? '') : (dite ?? ''),
      faute: lue && !lue.success ? lue.error.issues.map(({ message }) => message).join(' ') : null,
      effets: champ && lue?.success ? effetsDuLot(fiches, champ, lue.data) : [],
      vu: locals.maintenant.toISOString(),
      fait: fait && !rendu ? { geste: fait, changees: Number(url.searchParams.get('changees')) || 0 } : null,
      defait:
        fait && rendu
          ? {
              rendues: Number(url.searchParams.get('rendues')) || 0,
              laissees: await lireLaissees(db, perimetre, { geste: fait, rendu })
            }
          : null
    }
  })
}

/** The same filters, and what was done under them. */
const suite = (territoire: string, url: URL, dit: Record<string, unknown>): never => {
  const filtres = filtresDe(url)
  for (const [nom, valeur] of Object.entries(dit)) filtres.set(nom, String(valeur))
  redirect(303, `/${territoire}/actions/lot?${filtres.toString()}`)
}

export const actions: Actions = {
  appliquer: async ({ request, locals, params, url }) => {
    const form = await request.formData()
    const fait = await changerEnLot(entrer(locals), lireFormulaire(form, ['ids']) as never)
    return fait.ok ? suite(params.territoire, url, fait.valeur) : repondre(fait, form, 'appliquer', direRefusDeLot)
  },
  annuler: async ({ request, locals, params, url }) => {
    const form = await request.formData()
    const fait = await annulerLot(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, 'annuler', direRefusDAnnuler)
    const { geste: rendu, rendues } = fait.valeur
    return suite(params.territoire, url, { geste: form.get('geste'), rendu, rendues })
  }
}
