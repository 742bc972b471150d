import { normaliser } from '#platform/texte.ts'
import { dernierJour, premierJour, type DateFloue } from '#platform/dates.ts'
import type { Echelle, Niveau } from '../schema/relations.ts'

type Periode = { debut: DateFloue | null; fin: DateFloue | null }

/** True when two periods have a day in common; a date that is not known leaves its side open. */
export const seRecouvrent = (une: Periode, autre: Periode): boolean =>
  (une.fin === null || autre.debut === null || premierJour(autre.debut) <= dernierJour(une.fin)) &&
  (autre.fin === null || une.debut === null || premierJour(une.debut) <= dernierJour(autre.fin))

/** What forbids to declare a relation beside those that the two structures have already; null when nothing does. */
export function jugerRelation(
  dites: readonly (Periode & { niveau: Niveau })[],
  relation: Periode & { niveau: Niveau }
): 'deja_dite' | null {
  return dites.some((dite) => dite.niveau === relation.niveau && seRecouvrent(dite, relation)) ? 'deja_dite' : null
}

/** What forbids to name the four levels so; null when nothing does. */
export function jugerEchelle(noms: Echelle): { raison: 'niveaux_confondus' | 'coordination_territoriale'; rang: number } | null {
  const nets = noms.map(normaliser)
  const metier = nets.findIndex((nom) => /coordinat(?:ion territoriale|eur|rice)/.test(nom))
  if (metier >= 0) return { raison: 'coordination_territoriale', rang: metier }
  const double = nets.findIndex((nom, rang) => nets.indexOf(nom) < rang)
  return double >= 0 ? { raison: 'niveaux_confondus', rang: double } : null
}
