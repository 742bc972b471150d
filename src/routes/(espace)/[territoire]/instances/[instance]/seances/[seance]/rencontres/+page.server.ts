import { redirect } from '@sveltejs/kit'
import { composerRencontres, noterRencontre, tenirPromesse } from '#domaines/instances/commands/rencontres.server.ts'
import { transmettreContacts } from '#domaines/instances/commands/transmettre-contacts.server.ts'
import { noterTable } from '#domaines/instances/commands/noter-table.server.ts'
import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { direRefusRencontres } from '#domaines/instances/libelles/rencontres.ts'
import { lireSeance } from '#domaines/instances/queries/ordre-du-jour.server.ts'
import { lireRencontres } from '#domaines/instances/queries/rencontres.server.ts'
import { listerPersonnes, nomsDesStructures } from '#domaines/partenaires/queries.server.ts'
import { annulerGeste } from '#domaines/pilotage/commands/annuler.server.ts'
import { direRefusDAnnuler } from '#domaines/pilotage/libelles.ts'
import { jourDe } from '#platform/dates.ts'
import { idDe, idDuParametre } from '../../../../../../../adresse.server.ts'
import { entrer, geste, lire, lireFormulaire, repondre, sectionDemandee, type Acte } from '../../../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const peut = peutTenirInstances(entrer(locals).acteur)
  const lue = await lire(locals, async (db, perimetre) => {
    const seance = await lireSeance(db, perimetre, idDe(params.seance))
    if (!seance || seance.instanceId !== params.instance) return null
    const rencontres = await lireRencontres(db, perimetre, seance.id)
    const ecrit = peut && !seance.supprimeLe && !seance.annuleeLe
    const fige = rencontres.lettres.length > 0
    const compose = ecrit && !fige && (rencontres.minutes === null || sectionDemandee(url) === 'composer')
    const [personnes, structures] = await Promise.all([
      compose ? listerPersonnes(db, perimetre) : [],
      compose ? nomsDesStructures(db, perimetre) : []
    ])
    const noms = { personnes: personnes.map(({ nom }) => nom), structures: structures.map(({ nom }) => nom) }
    return { seance, rencontres, compose, peut: ecrit, ...noms }
  })
  return {
    ...lue,
    geste: idDuParametre(url, 'geste'),
    note: lue.peut ? idDuParametre(url, 'noter') : null,
    jour: jourDe(locals.maintenant)
  }
}

const ici = ({ territoire, instance, seance }: Record<string, string>) =>
  `/${territoire}/instances/${instance}/seances/${seance}/rencontres`

const avec = (acte: Acte, formulaire: string, listes: string[] = []) =>
  geste(acte, {
    formulaire,
    listes,
    dire: direRefusRencontres,
    suite: ({ instance, seance }, form) =>
      `/instances/${instance}/seances/${seance}/rencontres#${formulaire.startsWith('noter') ? `paire-${String(form.get('id'))}` : 'promesses'}`
  })

export const actions: Actions = {
  composer: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await composerRencontres(entrer(locals), { ...lireFormulaire(form, ['gens']), seanceId: params.seance })
    if (!fait.ok) return repondre(fait, form, 'composer', direRefusRencontres)
    redirect(303, `${ici(params)}?geste=${fait.valeur.geste}`)
  },
  annuler: geste(annulerGeste, {
    formulaire: 'annuler',
    dire: direRefusDAnnuler,
    suite: ({ instance, seance }) => `/instances/${instance}/seances/${seance}/rencontres`
  }),
  noter: avec(noterRencontre, 'noter'),
  'noter-table': avec(noterTable, 'noter-table', ['donnent']),
  tenir: avec(tenirPromesse, 'tenir'),
  transmettre: geste(transmettreContacts, {
    formulaire: 'transmettre',
    dire: direRefusRencontres,
    ici: ({ seance }) => ({ seanceId: seance }),
    suite: ({ instance, seance }) => `/instances/${instance}/seances/${seance}/rencontres#contacts`
  })
}
