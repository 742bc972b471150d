import { dernierJour, direDate, premierJour, type DateFloue } from '#platform/dates.ts'
import { estVivante } from './suivi.ts'
import type { Frequence, Statut } from '../schema/mots.ts'

type Releve = { date: DateFloue; valeur: number }
type Mesure = { initiale: number | null; cible: number | null; valeurs: readonly Releve[] }

/** Months between two readings; an indicator read once has none. */
const MOIS: Record<Frequence, number | null> = {
  mensuelle: 1,
  trimestrielle: 3,
  semestrielle: 6,
  annuelle: 12,
  ponctuelle: null
}

/**
 * Where the last value stands between the baseline (zero when nobody said it) and the target, in whole percent: negative when it goes the
 * other way, 100 only when the target is reached. Null when there is no target, no value, or nothing to go through.
 */
export function progres({ initiale, cible, valeurs }: Mesure): { part: number; atteint: boolean } | null {
  const derniere = valeurs.at(-1)
  if (cible === null || !derniere) return null
  const depart = initiale ?? 0
  if (depart === cible) return null
  const atteint = cible > depart ? derniere.valeur >= cible : derniere.valeur <= cible
  const part = (100 * (derniere.valeur - depart)) / (cible - depart)
  return { part: atteint ? Math.max(100, Math.round(part)) : Math.min(99, Math.round(part)), atteint }
}

/** « 74 % du chemin vers la cible »; null as for `progres`. */
export function direProgres(mesure: Mesure): string | null {
  const fait = progres(mesure)
  if (!fait) return null
  if (fait.atteint) return 'cible atteinte'
  if (fait.part < 0) return 'la valeur s’éloigne de la cible'
  return `${fait.part}\u202f% du chemin vers la cible`
}

/** The day from which a new value is due, when that day is past: AAAA-MM-JJ; null when nothing is due, or the action no longer lives. */
export function releveAttenduDepuis(
  indicateur: { frequence: Frequence | null; valeurs: readonly Releve[] },
  action: { statut: Statut | null; debut: DateFloue | null },
  jour: string
): string | null {
  const mois = indicateur.frequence && MOIS[indicateur.frequence]
  if (!mois || !estVivante(action.statut)) return null
  const derniere = indicateur.valeurs.at(-1)
  const depuis = derniere ? dernierJour(derniere.date) : action.debut && premierJour(action.debut)
  if (!depuis) return null
  const attendu = plusTard(depuis, mois)
  return attendu < jour ? attendu : null
}

/** The same day some months later, or the last one of a shorter month; the last day of a month stays the last. */
function plusTard(jour: string, mois: number): string {
  const [annee, m, j] = jour.split('-').map(Number) as [number, number, number]
  const dernier = new Date(Date.UTC(annee, m + mois, 0)).getUTCDate()
  const finDeMois = j === new Date(Date.UTC(annee, m, 0)).getUTCDate()
  return new Date(Date.UTC(annee, m - 1 + mois, finDeMois ? dernier : Math.min(j, dernier))).toISOString().slice(0, 10)
}

/** A number as one writes it in French. */
export const direNombre = (valeur: number): string => valeur.toLocaleString('fr-FR')

/** What the chart of an indicator says, for who does not see it. */
export function direCourbe({ intitule, unite, initiale, cible, valeurs }: Mesure & { intitule: string; unite: string | null }) {
  const [premiere, derniere] = [valeurs[0], valeurs.at(-1)]
  const mesure = unite === null ? '' : ` ${unite}`
  return [
    `${intitule}\u00a0: ${valeurs.length} valeurs`,
    premiere && `de ${direNombre(premiere.valeur)}${mesure} (${direDate(premiere.date)})`,
    derniere && `à ${direNombre(derniere.valeur)}${mesure} (${direDate(derniere.date)})`
  ]
    .filter(Boolean)
    .join(' ')
    .concat(
      cible === null ? '' : `, cible ${direNombre(cible)}`,
      initiale === null ? '' : `, ${direNombre(initiale)} au départ`,
      '.'
    )
}
