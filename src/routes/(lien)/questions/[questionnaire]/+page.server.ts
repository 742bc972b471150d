import { redirect } from '@sveltejs/kit'
import { repondreAuxQuestions } from '#domaines/enquetes/commands.server.ts'
import { direRefusEnquete } from '#domaines/enquetes/libelles.ts'
import { lireQuestionnaire } from '#domaines/enquetes/queries.server.ts'
import { estOuvert } from '#domaines/enquetes/regles.ts'
import { seanceInterrogee } from '#domaines/instances/queries/questions.server.ts'
import { jourDe } from '#platform/dates.ts'
import { faireAttendre, freinerQuestionnaire } from '../../../frein.server.ts'
import { lireFormulaire, repondre } from '../../../session.server.ts'
import { ouvrirObjet, type Appelant } from '../../lien.server.ts'
import type { Actions, PageServerLoad } from './$types'

const ouvrir = (event: Appelant, jeton: string) =>
  ouvrirObjet(
    event,
    jeton,
    'questionnaire',
    async (tx, perimetre, id) => {
      const questionnaire = await lireQuestionnaire(tx, perimetre, id)
      const seance = await seanceInterrogee(tx, perimetre, id)
      return questionnaire && seance && { questionnaire, seance }
    },
    () => 'Quelqu’un'
  )

export const load: PageServerLoad = async (event) => {
  const { params, url, locals } = event
  const { objet, perime } = await ouvrir(event, params.questionnaire)
  const { questionnaire, seance } = objet
  const ouvert = !perime && !seance.annulee && estOuvert(questionnaire, jourDe(locals.maintenant))
  return { ...objet, etat: url.searchParams.has('merci') ? 'merci' : ouvert ? 'ouvert' : 'ferme' } as const
}

export const actions: Actions = {
  default: async (event) => {
    const { params, request } = event
    const { appel, objet, perime } = await ouvrir(event, params.questionnaire)
    if (perime) redirect(303, `/questions/${params.questionnaire}`)
    const form = await request.formData()
    const { id, questions } = objet.questionnaire
    const attente = freinerQuestionnaire(event, id)
    if (attente > 0) return faireAttendre(event, attente, form, '')
    const choix = questions.filter(({ genre }) => genre !== 'texte').map(({ rang }) => `choix-${rang}`)
    const fait = await repondreAuxQuestions(appel, { ...lireFormulaire(form, choix), id })
    if (!fait.ok) return repondre(fait, form, '', direRefusEnquete)
    redirect(303, `/questions/${params.questionnaire}?merci`)
  }
}
