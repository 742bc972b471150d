import { redirect } from '@sveltejs/kit'
import {
  cloreSansEnvoyer,
  conclure,
  envoyerCompteRendu,
  faireNaitreFiche,
  introduire,
  noterPoint,
  retirerConclusion,
  rouvrirCompteRendu,
  validerCompteRendu
} from '#domaines/instances/commands/compte-rendu.server.ts'
import { confierTache, retirerTache } from '#domaines/instances/commands/taches.server.ts'
import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { lecteursDuCompteRendu, lireCompteRendu } from '#domaines/instances/queries/compte-rendu.server.ts'
import { listerPersonnes } from '#domaines/partenaires/queries.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDe } from '../../../../../../../adresse.server.ts'
import { entrer, geste, lire, lireFormulaire, repondre, type Acte } from '../../../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const peut = peutTenirInstances(entrer(locals).acteur)
  const lu = await lire(locals, async (db, perimetre) => {
    const id = idDe(params.seance)
    const [rendu, lecteurs, personnes] = await Promise.all([
      lireCompteRendu(db, perimetre, id),
      peut ? lecteursDuCompteRendu(db, perimetre, id) : [],
      peut ? listerPersonnes(db, perimetre) : []
    ])
    if (rendu?.instanceId !== params.instance) return null
    return { rendu, adresses: lecteurs.length, personnes: [...new Set(personnes.map(({ nom }) => nom))] }
  })
  return { ...lu, peut, jour: jourDe(locals.maintenant) }
}

const avec = (acte: Acte, formulaire: string, ancre: string, deLaSeance = true) =>
  geste(acte, {
    formulaire,
    dire: direRefusInstance,
    ici: ({ seance }) => (deLaSeance ? { id: seance } : {}),
    suite: ({ instance, seance }) => `/instances/${instance}/seances/${seance}/compte-rendu#${ancre}`
  })

export const actions: Actions = {
  noter: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await noterPoint(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, `noter-${String(form.get('id'))}`, direRefusInstance)
    redirect(303, `/${params.territoire}/instances/${params.instance}/seances/${params.seance}/compte-rendu#notes`)
  },
  introduire: avec(introduire, 'introduire', 'notes'),
  conclure: avec(conclure, 'conclure', 'conclusions'),
  'retirer-conclusion': avec(retirerConclusion, '', 'conclusions', false),
  confier: avec(confierTache, 'confier', 'taches'),
  'retirer-tache': avec(retirerTache, '', 'taches', false),
  naitre: avec(faireNaitreFiche, 'naitre', 'naissances'),
  valider: avec(validerCompteRendu, 'valider', 'envoi'),
  rouvrir: avec(rouvrirCompteRendu, '', 'envoi'),
  envoyer: avec(envoyerCompteRendu, 'envoyer', 'envoi'),
  clore: avec(cloreSansEnvoyer, 'clore', 'envoi')
}
