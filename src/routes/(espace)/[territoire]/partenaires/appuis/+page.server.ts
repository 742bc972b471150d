import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { lireAppuis, lireDeparts } from '#domaines/pilotage/queries/appuis.server.ts'
import { appuisUniques, aReprendre } from '#domaines/pilotage/regles/appuis.ts'
import { jourDe } from '#platform/dates.ts'
import { entrer, lire } from '../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  const jour = jourDe(locals.maintenant)
  return lire(locals, async (db, perimetre) => ({
    peut: peutTenirAnnuaire(entrer(locals).acteur),
    appuis: appuisUniques(await lireAppuis(db, perimetre, jour)),
    departs: aReprendre(await lireDeparts(db, perimetre, jour))
  }))
}
