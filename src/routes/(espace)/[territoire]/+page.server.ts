import { jourDe } from '#platform/dates.ts'
import { echeanceAu } from '#domaines/contrats/regles/etat.ts'
import { lireTableau } from '#domaines/pilotage/queries/tableau.server.ts'
import { compterParFamille } from '#domaines/pilotage/regles/familles.ts'
import { tachesDuJour } from '#domaines/pilotage/regles/taches.ts'
import { lire } from '../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const jour = jourDe(locals.maintenant)
  const tableau = await lire(locals, (db, perimetre) => lireTableau(db, perimetre, jour))
  return {
    ouvert: tableau.contrat !== null,
    echeance: tableau.contrat && echeanceAu(tableau.contrat, jour),
    taches: tachesDuJour(tableau, jour),
    avancement: tableau.avancement.map(({ statuts, ...axe }) => ({
      ...axe,
      actions: statuts.length,
      parts: compterParFamille(statuts)
    })),
    parNature: tableau.parNature,
    structures: tableau.structures,
    personnes: tableau.personnes
  }
}
