import {
  accueillir,
  effacerEmargement,
  emarger,
  ouvrirEmargement,
  reconnaitre
} from '#domaines/instances/commands/emargement.server.ts'
import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { dessinerCode } from '#domaines/instances/exports/code.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { lireEmargement } from '#domaines/instances/queries/emargement.server.ts'
import { nomsDesStructures } from '#domaines/partenaires/queries.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDe } from '../../../../../../../adresse.server.ts'
import { entrer, geste, lire, type Acte } from '../../../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const peut = peutTenirInstances(entrer(locals).acteur)
  const lue = await lire(locals, async (db, perimetre) => {
    const [emargement, structures] = await Promise.all([
      lireEmargement(db, perimetre, idDe(params.seance)),
      peut ? nomsDesStructures(db, perimetre) : []
    ])
    return emargement?.instanceId === params.instance ? { emargement, structures: structures.map(({ nom }) => nom) } : null
  })
  const { cle, ...emargement } = lue.emargement
  const adresse = peut && cle ? `${url.origin}/presence/${cle}` : null
  const code = adresse && dessinerCode(adresse)
  return {
    ...lue,
    emargement,
    code,
    adresse,
    peut,
    jour: jourDe(locals.maintenant),
    recherche: url.searchParams.get('recherche') ?? ''
  }
}

const avec = (acte: Acte, formulaire: string, ancre: (form: FormData) => string, deLaSeance = true) =>
  geste(acte, {
    formulaire,
    dire: direRefusInstance,
    ici: ({ seance }) => (deLaSeance ? { id: seance } : {}),
    suite: ({ instance, seance }, form) => {
      const recherche = String(form.get('recherche') ?? '')
      return `/instances/${instance}/seances/${seance}/emargement${recherche ? `?${new URLSearchParams({ recherche })}` : ''}#${ancre(form)}`
    }
  })

export const actions: Actions = {
  emarger: avec(emarger, '', (form) => `i-${String(form.get('invitationId'))}`),
  effacer: avec(effacerEmargement, '', () => 'liste', false),
  accueillir: avec(accueillir, 'accueillir', () => 'autres'),
  reconnaitre: avec(reconnaitre, '', () => 'autres', false),
  code: avec(ouvrirEmargement, '', () => 'code')
}
