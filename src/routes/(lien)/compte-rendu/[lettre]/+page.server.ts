import { SYSTEME } from '#platform/acteur.ts'
import { compterLecture } from '#domaines/instances/commands/compte-rendu.server.ts'
import { questionsEncore } from '#domaines/instances/regles/suites.ts'
import { jourDe } from '#platform/dates.ts'
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
  await compterLecture({ ...appel, acteur: SYSTEME }, { id: objet.rendu.seanceId })
  const questions = questionsEncore(objet.rendu, jourDe(event.locals.maintenant))
  return {
    rendu: objet.rendu,
    questions,
    supports: await supportsAuLien(appel, objet.rendu.seanceId),
    ici: `/compte-rendu/${lettre}`,
    personne: objet.qui.personneId !== null,
    dit
  }
}

export const actions: Actions = {
  redemander: redemander(ouvrirCompteRendu, 'lettre', '/compte-rendu'),
  espace: demanderSonEspace(ouvrirCompteRendu, 'lettre', '/compte-rendu')
}
