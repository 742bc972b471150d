import { fermerQuestionnaire, formulerQuestions, rouvrirQuestionnaire } from '#domaines/enquetes/commands.server.ts'
import { direRefusEnquete } from '#domaines/enquetes/libelles.ts'
import { lireRecueil } from '#domaines/enquetes/queries.server.ts'
import { estOuvert, sontLisibles } from '#domaines/enquetes/regles.ts'
import { proposerAttente } from '#domaines/instances/commands/attentes.server.ts'
import { interroger } from '#domaines/instances/commands/questions.server.ts'
import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { dessinerCode } from '#domaines/instances/exports/code.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { lireQuestionsDeSeance } from '#domaines/instances/queries/questions.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDe } from '../../../../../../../adresse.server.ts'
import { entrer, geste, lire, type Acte } from '../../../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const peut = peutTenirInstances(entrer(locals).acteur)
  const jour = jourDe(locals.maintenant)
  const { seance, recueil } = await lire(locals, async (db, perimetre) => {
    const seance = await lireQuestionsDeSeance(db, perimetre, idDe(params.seance), jour)
    if (seance?.instanceId !== params.instance) return null
    return { seance, recueil: seance.questionnaireId ? await lireRecueil(db, perimetre, seance.questionnaireId) : null }
  })
  if (!recueil) return { seance, recueil, code: null, adresse: null, peut, jour }
  const { cle, ...lu } = recueil
  const adresse = peut && estOuvert(lu, jour) ? `${url.origin}/questions/${cle}` : null
  // what may not be read does not leave the server, not even unseen
  const reponses = sontLisibles(lu, lu.recues, jour) ? lu.reponses : []
  return { seance, recueil: { ...lu, reponses }, code: adresse && dessinerCode(adresse), adresse, peut, jour }
}

const avec = (acte: Acte, formulaire: string, ancre: string, deLaSeance: boolean) =>
  geste(acte, {
    formulaire,
    dire: deLaSeance ? direRefusInstanceOuEnquete : direRefusEnquete,
    ici: ({ seance }) => (deLaSeance ? { id: seance } : {}),
    suite: ({ instance, seance }) => `/instances/${instance}/seances/${seance}/questions#${ancre}`
  })

const direRefusInstanceOuEnquete = (raison: string, precisions: Record<string, unknown>) =>
  raison.startsWith('fin_') ? direRefusEnquete(raison) : direRefusInstance(raison, precisions)

export const actions: Actions = {
  ouvrir: avec(interroger, 'ouvrir', 'reponses', true),
  formuler: avec(formulerQuestions, 'formuler', 'reponses', false),
  rouvrir: avec(rouvrirQuestionnaire, 'rouvrir', 'fin', false),
  fermer: avec(fermerQuestionnaire, '', 'reponses', false),
  proposer: avec(proposerAttente, 'proposer', 'reponses', true)
}
