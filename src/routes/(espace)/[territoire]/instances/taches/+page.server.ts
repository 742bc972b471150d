import { modifierTache, rappelerTaches, rouvrirTache, terminerTache } from '#domaines/instances/commands/taches.server.ts'
import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { lireTaches } from '#domaines/instances/queries/taches.server.ts'
import { listerPersonnes } from '#domaines/partenaires/queries.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import { entrer, geste, lire, type Acte } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const peut = peutTenirInstances(entrer(locals).acteur)
  const corrigee = peut ? idDuParametre(url, 'corriger') : null
  const [taches, personnes] = await lire(locals, (db, perimetre) =>
    Promise.all([lireTaches(db, perimetre), corrigee ? listerPersonnes(db, perimetre) : []])
  )
  return { taches, corrigee, personnes: [...new Set(personnes.map(({ nom }) => nom))], peut, jour: jourDe(locals.maintenant) }
}

const avec = (acte: Acte, formulaire: string) =>
  geste(acte, { formulaire, dire: direRefusInstance, suite: () => '/instances/taches' })

export const actions: Actions = {
  terminer: avec(terminerTache, ''),
  rouvrir: avec(rouvrirTache, ''),
  modifier: avec(modifierTache, 'modifier'),
  rappeler: avec(rappelerTaches, '')
}
