import { error } from '@sveltejs/kit'
import { inscrireVolontaire, renouvelerAccord } from '#domaines/partenaires/commands/volontaires.server.ts'
import { peutTenirVolontaires } from '#domaines/partenaires/droits.ts'
import { direRefusVolontaire } from '#domaines/partenaires/libelles/volontaires.ts'
import { listerVolontaires } from '#domaines/partenaires/queries/volontaires.server.ts'
import { retirerAccordDeVolontaire } from '#domaines/pilotage/commands/volontaires.server.ts'
import { listerQuartiers } from '#domaines/territoires/queries.server.ts'
import { jourDe } from '#platform/dates.ts'
import { entrer, geste, lire, sectionDemandee, type Acte } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!peutTenirVolontaires(entrer(locals).acteur))
    error(403, 'Seule la coordination connaît les habitants volontaires.', { conseil: 'Demandez-lui de les solliciter.' })
  return lire(locals, async (db, perimetre) => ({
    jour: jourDe(locals.maintenant),
    volontaires: await listerVolontaires(db, perimetre),
    quartiers: await listerQuartiers(db, perimetre),
    modifie: sectionDemandee(url)
  }))
}

const sur = (acte: Acte, formulaire: string | ((form: FormData) => string)) =>
  geste(acte, { formulaire, listes: ['pour'], dire: direRefusVolontaire, suite: () => '/partenaires/volontaires' })

export const actions: Actions = {
  inscrire: sur(inscrireVolontaire, 'inscrire'),
  renouveler: sur(renouvelerAccord, (form) => `volontaire-${String(form.get('id'))}`),
  accord: sur(retirerAccordDeVolontaire, 'accord')
}
