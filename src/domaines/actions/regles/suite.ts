import { echeanceAu, etatAu, type Periode } from '#domaines/contrats/regles/etat.ts'
import { DEVENIRS, type ACTIONS_REPRISES, type Devenir } from '../schema/suite.ts'

/** What a person chose for one action: what it becomes, and the axis of the next contract that takes it over (null: under none). */
export type Decision = { choix: Devenir; axeId: string | null }

/** Reads the word of a form: « axe:<id> » is « reconduite » under that axis; null when nothing was chosen. */
export function lireDecision(mot: string): Decision | null {
  if (mot.startsWith('axe:')) return { choix: 'reconduite', axeId: mot.slice(4) }
  return (DEVENIRS as readonly string[]).includes(mot) ? { choix: mot as Devenir, axeId: null } : null
}

/** The word of a form for a decision. */
export const motDe = (choix: Devenir | null, axeId: string | null): string =>
  choix === null ? '' : choix === 'reconduite' && axeId !== null ? `axe:${axeId}` : choix

/** An action of the contract that ends, and what was decided of it. */
export type FicheEnSuite = { id: string; axeId: string | null; choix: Devenir | null; nouvelAxeId: string | null }

/**
 * The decisions to write: those chosen action by action where they differ from what was decided, then those chosen for a whole axis, for its
 * actions that nobody had decided of. An action of another contract is left out.
 */
export function decisionsAEcrire(
  fiches: readonly FicheEnSuite[],
  parFiche: readonly { ficheId: string; choix: string }[],
  parAxe: readonly { axeId: string; choix: string }[]
): Map<string, Decision> {
  const dites = new Map(parFiche.map(({ ficheId, choix }) => [ficheId, lireDecision(choix)]))
  const groupes = new Map(parAxe.map(({ axeId, choix }) => [axeId, lireDecision(choix)]))
  const aEcrire = new Map<string, Decision>()
  for (const fiche of fiches) {
    const voulue = dites.get(fiche.id) ?? (fiche.choix === null ? (groupes.get(fiche.axeId ?? '') ?? null) : null)
    if (voulue && motDe(voulue.choix, voulue.axeId) !== motDe(fiche.choix, fiche.nouvelAxeId)) aEcrire.set(fiche.id, voulue)
  }
  return aEcrire
}

/** True when a contract asks what becomes of its actions: it has ended, or its renewal should have begun. */
export const demandeLaSuite = (contrat: Periode, jour: string): boolean =>
  etatAu(contrat, jour) === 'echu' || (echeanceAu(contrat, jour)?.aRenouveler ?? false)

/** The actions that a new generation takes over, in their order; what is done or given up never is. */
export function actionsReprises<T extends { statut: string | null; choix: Devenir | null }>(
  fiches: readonly T[],
  lesquelles: (typeof ACTIONS_REPRISES)[number]
): T[] {
  if (lesquelles === 'aucune') return []
  if (lesquelles === 'decidees') return fiches.filter(({ choix }) => choix === 'reconduite')
  return fiches.filter(
    ({ statut, choix }) => statut !== 'realise' && statut !== 'abandonne' && (choix === null || choix === 'reconduite')
  )
}
