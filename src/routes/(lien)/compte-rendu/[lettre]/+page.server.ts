import { redirect } from '@sveltejs/kit'
import { SYSTEME } from '#platform/acteur.ts'
import { compterLecture } from '#domaines/instances/commands/compte-rendu.server.ts'
import { questionsEncore } from '#domaines/instances/regles/suites.ts'
import { jourDe } from '#platform/dates.ts'
import { faireAttendre, freinerLien } from '../../../frein.server.ts'
import { redemander } from '../../demandes.server.ts'
import { supportsAuLien } from '../../supports.server.ts'
import { lireLeRendu, ouvrirCompteRendu } from '../../rendu.server.ts'
import { demanderSonEspace } from '../../espace.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { lettre } = event.params
  const ouvert = await ouvrirCompteRendu(event, lettre, { eteint: true })
  const dit = event.url.searchParams.get('dit')
  const { territoire, instance } = ouvert.objet.rendu
  if (ouvert.eteintLe) return { eteint: { territoire, dit }, rendu: null }
  if (ouvert.perime) return { perime: { territoire, instance, dit }, rendu: null }
  const { appel, objet } = lireLeRendu(ouvert)
  const questions = questionsEncore(objet.rendu, jourDe(event.locals.maintenant))
  return {
    rendu: objet.rendu,
    questions,
    supports: await supportsAuLien(appel, objet.rendu.seanceId),
    ici: `/compte-rendu/${lettre}`,
    compter: true,
    personne: objet.qui.personneId !== null,
    dit
  }
}

export const actions: Actions = {
  // the page says so itself, by `static/lu.js`: opening a link changes nothing
  lu: async (event) => {
    const { lettre } = event.params
    const { appel, objet, perime } = await ouvrirCompteRendu(event, lettre)
    if (perime || !objet.rendu.valideLe) redirect(303, `/compte-rendu/${lettre}`)
    const attente = freinerLien(event, `lu ${lettre}`)
    if (attente > 0) return faireAttendre(event, attente, await event.request.formData(), '')
    await compterLecture({ ...appel, acteur: SYSTEME }, { id: objet.rendu.seanceId })
  },
  redemander: redemander(ouvrirCompteRendu, 'lettre', '/compte-rendu'),
  espace: demanderSonEspace(ouvrirCompteRendu, 'lettre', '/compte-rendu')
}
