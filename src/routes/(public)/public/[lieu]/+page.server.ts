import { error } from '@sveltejs/kit'
import { base, lecture } from '#platform/db.server.ts'
import { jourDe } from '#platform/dates.ts'
import { lireVitrine } from '#domaines/actions/queries/vitrine.server.ts'
import { momentPublic } from '#domaines/actions/regles/vitrine.ts'
import { ouvrirAuPublic } from '#domaines/comptes/queries.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, locals }) => {
  const ouvert = await ouvrirAuPublic(base().db, params.lieu)
  const lues = ouvert ? await lecture(ouvert.perimetre, (db) => lireVitrine(db, ouvert.perimetre)) : []
  const jour = jourDe(locals.maintenant)
  const actions = lues.flatMap((action) => {
    const moment = momentPublic(action, jour)
    return moment ? [{ ...action, moment }] : []
  })
  // a territory that shows nothing answers as one that does not exist
  if (!ouvert || actions.length === 0)
    error(404, 'Aucune action ne se montre à cette adresse.', { conseil: 'Vérifiez l’adresse, ou demandez-la à votre mairie.' })
  return { nom: ouvert.nom, demonstration: ouvert.demonstration, actions }
}
