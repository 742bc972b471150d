import { error, redirect, type RequestEvent } from '@sveltejs/kit'
import * as paires from '#domaines/partenaires/commands/paires.server.ts'
import { peutReunir } from '#domaines/partenaires/droits.ts'
import { direRefusReunion } from '#domaines/partenaires/libelles/paires.ts'
import { lirePaires, PAIRES_PAR_PAGE } from '#domaines/partenaires/queries/paires.server.ts'
import { sorteDe } from '#domaines/partenaires/schema/paires.ts'
import { gestesAnnulables } from '#domaines/pilotage/queries/gestes.server.ts'
import { idDuParametre, numeroDePage } from '../../../../adresse.server.ts'
import { entrer, lire, lireFormulaire, repondre } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { acteur, maintenant } = entrer(locals)
  if (!peutReunir(acteur))
    error(403, 'Votre rôle ne permet pas de réunir des partenaires.', { conseil: 'Demandez à la coordination du territoire.' })
  const sorte = sorteDe(url.searchParams.get('sorte'))
  const [page, geste] = [numeroDePage(url), idDuParametre(url, 'geste')]
  return lire(locals, async (db, perimetre) => {
    const lues = await lirePaires(db, perimetre, sorte, page)
    const annulables = geste ? await gestesAnnulables(db, acteur, [geste], maintenant) : []
    return {
      ...lues,
      sorte,
      page,
      pages: Math.ceil(lues.total / PAIRES_PAR_PAGE),
      reunie: annulables[0] ?? null,
      reste: idDuParametre(url, 'reste')
    }
  })
}

const dire =
  (verbe: 'distinguer' | 'rapprocher') =>
  async ({ request, locals, params }: RequestEvent) => {
    const form = await request.formData()
    const sorte = sorteDe(form.get('sorte'))
    const acte = paires[`${verbe}${sorte === 'structures' ? 'Structures' : 'Personnes'}`]
    const fait = await acte(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, verbe, direRefusReunion)
    redirect(303, `/${params.territoire}/partenaires/rapprocher?sorte=${sorte}`)
  }

export const actions: Actions = { distinguer: dire('distinguer'), rapprocher: dire('rapprocher') }
