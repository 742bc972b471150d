import { dernierJour, direQuand, premierJour, type DateFloue } from '#platform/dates.ts'
import { direMois, moisPleins } from '#domaines/contrats/regles/intervalles.ts'

export type MandatDate = { intitule: string; debut: DateFloue | null; fin: DateFloue | null }
/** `fin` is where the contract really ends, what prolongs it included. */
export type ContratDate = { intitule: string; debut: DateFloue; fin: DateFloue }

/** A mandate that ends this close to the end of a contract leaves before it is renewed. */
const MOIS_DE_RENOUVELLEMENT = 6

/**
 * Where the mandates of the bodies and the calendar of the contracts do not fit, each in one sentence: a mandate that ends while the
 * contract is being renewed or prepared, one that is renewed in its middle, one that begins on what is already under way.
 */
export function ecartsDesMandats(mandats: readonly MandatDate[], contrats: readonly ContratDate[]): string[] {
  return mandats.flatMap((mandat) => [...commenceTard(mandat, contrats), ...finitTropTot(mandat, contrats)])
}

function finitTropTot({ intitule, fin }: MandatDate, contrats: readonly ContratDate[]): string[] {
  if (fin === null) return []
  const jour = dernierJour(fin)
  const dit = `Le mandat «\u00a0${intitule}\u00a0» finit ${direQuand(fin)}`
  const courant = contrats.find((contrat) => premierJour(contrat.debut) <= jour && jour <= dernierJour(contrat.fin))
  if (courant) {
    const reste = moisPleins(jour, voisin(dernierJour(courant.fin), 1))
    if (reste < 1) return []
    return reste <= MOIS_DE_RENOUVELLEMENT
      ? [
          `${dit}, ${direMois(reste)} avant «\u00a0${courant.intitule}\u00a0»\u00a0: qui l’a suivi ne sera plus là pour le renouveler.`
        ]
      : [`${dit}, au milieu de «\u00a0${courant.intitule}\u00a0»\u00a0: les suivants arriveront sur un projet déjà en cours.`]
  }
  return contrats.flatMap((suivant) => {
    const attente = premierJour(suivant.debut) > jour ? moisPleins(jour, premierJour(suivant.debut)) : 0
    return attente >= 1 && attente <= MOIS_DE_RENOUVELLEMENT
      ? [
          `${dit}, ${direMois(attente)} avant que «\u00a0${suivant.intitule}\u00a0» commence\u00a0: qui l’a préparé n’y siégera plus.`
        ]
      : []
  })
}

function commenceTard({ intitule, debut }: MandatDate, contrats: readonly ContratDate[]): string[] {
  if (debut === null) return []
  const jour = premierJour(debut)
  const courant = contrats.find((contrat) => premierJour(contrat.debut) < jour && jour <= dernierJour(contrat.fin))
  const passe = courant ? moisPleins(voisin(premierJour(courant.debut), -1), jour) : 0
  return courant && passe >= 1
    ? [
        `Le mandat «\u00a0${intitule}\u00a0» commence ${direQuand(debut)}, ${direMois(passe)} après «\u00a0${courant.intitule}\u00a0»\u00a0: il trouve un projet écrit sans lui.`
      ]
    : []
}

const voisin = (jour: string, pas: number): string =>
  new Date(Date.parse(`${jour}T00:00:00Z`) + pas * 86_400_000).toISOString().slice(0, 10)
