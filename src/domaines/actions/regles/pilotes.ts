import type { Montants, Taxe } from '#platform/argent.ts'
import { compter } from '#platform/texte.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { RoleIntervenant, Statut } from '../schema/mots.ts'
import { estVivante, joursDeRetard } from './suivi.ts'

/**
 * Living actions from which a pilot who carries them alone is a single point of failure: one such action is usual, two happen; at three,
 * if this structure changes its priorities or this person her post, a part of the contract stops.
 */
export const SEUIL_PILOTE_SEUL = 3

/** How many of the actions that a pilot carries alone are named: past this, the names no longer help to choose whom to relieve. */
export const SEULES_NOMMEES = 12

export type Porteur = { cle: string; role: RoleIntervenant; sorte: 'structure' | 'personne' }
export type ActionPortee = {
  id: string
  titre: string
  statut: Statut | null
  fin: DateFloue | null
  budget: number | null
  taxe: Taxe
  porteurs: readonly Porteur[]
}

/** What one pilot carries: actions that live, those past their end, their budget in cents, and those that nobody else carries. */
export type Charge = {
  cle: string
  vivantes: number
  echues: number
  finies: number
  budget: Montants
  seules: { id: string; titre: string }[]
}

/**
 * True when this pilot carries the action alone: no copilot, and no other pilot of the same sort. A structure and the person who holds
 * the pen in it are one carrier each, for either may leave without the other.
 */
export function porteSeul(porteur: Porteur, porteurs: readonly Porteur[]): boolean {
  const autres = porteurs.filter(({ cle }) => cle !== porteur.cle)
  return !autres.some(({ role, sorte }) => role === 'copilote' || sorte === porteur.sorte)
}

/** The load of each pilot, copilots included: first who alone carries too much, then who carries most. */
export function chargesDesPilotes(actions: readonly ActionPortee[], jour: string): Charge[] {
  const charges = new Map<string, Charge>()
  for (const { id, titre, statut, fin, budget, taxe, porteurs } of actions) {
    const vivante = estVivante(statut)
    for (const [cle, siens] of Map.groupBy(porteurs, (porteur) => porteur.cle)) {
      const charge = charges.get(cle) ?? { cle, vivantes: 0, echues: 0, finies: 0, budget: { ht: 0, ttc: 0 }, seules: [] }
      charges.set(cle, charge)
      if (!vivante) charge.finies++
      else {
        charge.vivantes++
        charge.budget[taxe] += budget ?? 0
        if (joursDeRetard({ statut, fin }, jour) > 0) charge.echues++
        if (siens.every((porteur) => porteSeul(porteur, porteurs))) charge.seules.push({ id, titre })
      }
    }
  }
  return [...charges.values()].sort(
    (a, b) =>
      Number(estFragile(b)) - Number(estFragile(a)) || b.vivantes - a.vivantes || b.echues - a.echues || (a.cle < b.cle ? -1 : 1)
  )
}

/** True of a pilot on whom alone too many living actions rest. */
export const estFragile = ({ seules }: { seules: readonly unknown[] }): boolean => seules.length >= SEUIL_PILOTE_SEUL

/** What the page says at first sight: who is a single point of failure, and what nobody pilots. */
export function titreDesPilotes(charges: readonly (Charge & { nom: string })[], sansPilote: number): string {
  const fragiles = charges.filter(estFragile)
  const seul =
    fragiles.length === 1
      ? `${compter(fragiles[0]!.seules.length, 'action')} ne reposent que sur ${fragiles[0]!.nom}`
      : fragiles.length > 1
        ? `${fragiles.length.toLocaleString('fr-FR')} pilotes portent seuls ${SEUIL_PILOTE_SEUL} actions ou plus`
        : null
  const sans = sansPilote === 0 ? null : compter(sansPilote, 'action sans pilote', 'actions sans pilote')
  if (seul && sans) return `${seul}, et ${sans}`
  if (seul) return seul
  if (sans) return sans
  return charges.length === 0 ? 'Aucune action à piloter' : 'Chaque action a son pilote, et aucun n’en porte trop seul'
}
