import { convoquerSeance, relancerInvites } from '#domaines/instances/commands/invitations.server.ts'
import { rattacherReponse } from '#domaines/instances/commands/rattacher-reponse.server.ts'
import { composerOrdreDuJour } from '#domaines/instances/commands/points.server.ts'
import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { dessinerCode } from '#domaines/instances/exports/code.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { aInviter, lireConvocation } from '#domaines/instances/queries/invitations.server.ts'
import { listerSupports } from '#domaines/instances/queries/supports.server.ts'
import { actionsASuivre, lireSeance, tourDesPresentations } from '#domaines/instances/queries/ordre-du-jour.server.ts'
import { publicParDefaut } from '#domaines/instances/regles/invitations.ts'
import { depuisQuandSuivre } from '#domaines/instances/regles/ordre-du-jour.ts'
import { ecarterCourrier } from '#domaines/partenaires/commands/boites.server.ts'
import { renvoyer, tenirPourArrive } from '#domaines/partenaires/commands/envois.server.ts'
import { jourDe } from '#platform/dates.ts'
import { retoursVusPar, sansCourrier } from '../../../../../../lieu.server.ts'
import { idDe, idDuParametre } from '../../../../../../adresse.server.ts'
import { entrer, geste, lire, sectionDemandee, type Acte } from '../../../../../../session.server.ts'
import { surLesSupports } from './supports.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const peut = peutTenirInstances(entrer(locals).acteur)
  const modifie = peut ? sectionDemandee(url) : null
  const jour = jourDe(locals.maintenant)
  const lue = await lire(locals, async (db, perimetre) => {
    const seance = await lireSeance(db, perimetre, idDe(params.seance))
    if (!seance || seance.instanceId !== params.instance) return null
    const depuis = depuisQuandSuivre(seance.jour, seance.autres)
    const [convocation, gens, actions, structures, supports] = await Promise.all([
      lireConvocation(db, perimetre, seance.id),
      peut && seance.jour >= jour ? aInviter(db, perimetre, seance.id, seance.instanceId, publicParDefaut(seance.nature)) : [],
      seance.axeId ? actionsASuivre(db, perimetre, seance.axeId, depuis) : [],
      modifie === 'composer' ? tourDesPresentations(db, perimetre, jour) : [],
      listerSupports(db, perimetre, seance.id)
    ])
    return { seance, depuis, supports, convocation, aInviter: gens, actions, structures: structures.map(({ nom }) => nom) }
  })
  const { questions } = lue.seance
  const adresse = peut && questions && jour <= questions.fermeLe ? `${url.origin}/questions/${questions.cle}` : null
  const { boite, courriers } = lue.convocation
  return {
    ...lue,
    questions: adresse === null ? null : { adresse, code: dessinerCode(adresse) },
    convocation: { ...lue.convocation, courriers: peut ? courriers : [] },
    retours: boite !== null && retoursVusPar(boite.adresse),
    sansCourrier: peut && sansCourrier(),
    modifie,
    supportRetire: idDuParametre(url, 'retire'),
    peut
  }
}

const avec = (acte: Acte, formulaire: string, ici = true) =>
  geste(acte, {
    formulaire,
    dire: direRefusInstance,
    ici: ({ seance }) => (ici ? { id: seance } : {}),
    suite: ({ instance, seance }) => `/instances/${instance}/seances/${seance}${formulaire === 'composer' ? '' : '#invitations'}`
  })

export const actions: Actions = {
  composer: avec(composerOrdreDuJour, 'composer'),
  convoquer: avec(convoquerSeance, 'convoquer'),
  relancer: avec(relancerInvites, 'relancer'),
  renvoyer: avec(renvoyer, 'renvoyer', false),
  arrive: avec(tenirPourArrive, 'arrive', false),
  vu: avec(ecarterCourrier, 'vu', false),
  ...surLesSupports,
  rattacher: geste(rattacherReponse, {
    formulaire: (form) => `rattacher-${String(form.get('id'))}`,
    dire: direRefusInstance,
    suite: ({ instance, seance }) => `/instances/${instance}/seances/${seance}#invitations`
  })
}
