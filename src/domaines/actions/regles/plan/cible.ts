import { normaliser } from '#platform/texte.ts'
import type { EtapeContrat } from '#domaines/contrats/schema.ts'
import type { ChoixDeCible } from '../../schema/import.ts'
import type { PlanLu } from '../../schema/plan.ts'

/** A contract of the territory, as a plan may be recognised in it. `planImporte`: the key of the plan that an import brought there. */
export type ContratConnu = {
  id: string
  intitule: string
  etape: EtapeContrat
  planImporte: string | null
  actions: number
}

/** Why a plan goes into a contract; `nouveau` when none is its own. */
export type RaisonDeCible = 'choisi' | 'fichier' | 'deja_importe' | 'meme_titre' | 'en_preparation' | 'nouveau'

/** The key under which a later import of the same plan finds the contract that the first one made. */
export const cleDuPlan = (titre: string | null): string => normaliser(titre ?? 'plan sans titre')

/**
 * Where a plan goes: as a person chose; else into the contract that the file says it came from, that an import of this plan was brought
 * to, that has its title, or that is alone in preparation and still empty; else into a new one. `contrats` are those of the territory
 * that are not put aside, the latest first: what the file says of any other is not heard. Null when the chosen one is not among them.
 */
export function choisirCible(
  { titre, contrat }: Pick<PlanLu, 'titre' | 'contrat'>,
  contrats: readonly ContratConnu[],
  { contratId, nouveau }: ChoixDeCible
): { contrat: ContratConnu | null; raison: RaisonDeCible } | null {
  if (nouveau) return { contrat: null, raison: 'nouveau' }
  if (contratId !== null) {
    const choisi = contrats.find(({ id }) => id === contratId)
    return choisi ? { contrat: choisi, raison: 'choisi' } : null
  }
  const cle = cleDuPlan(titre)
  const vivants = contrats.filter(({ etape }) => etape !== 'abandonne')
  const enPreparation = vivants.filter(({ etape, actions }) => EN_PREPARATION.has(etape) && actions === 0)
  const pistes: [RaisonDeCible, ContratConnu | undefined][] = [
    ['fichier', contrats.find(({ id }) => id === contrat)],
    ['deja_importe', contrats.find(({ planImporte }) => planImporte === cle)],
    ['meme_titre', vivants.find(({ intitule }) => normaliser(intitule) === cle)],
    ['en_preparation', enPreparation.length === 1 ? enPreparation[0] : undefined]
  ]
  const [raison, trouve] = pistes.find(([, un]) => un !== undefined) ?? ['nouveau' as const, undefined]
  return { contrat: trouve ?? null, raison }
}

const EN_PREPARATION: ReadonlySet<EtapeContrat> = new Set(['prefiguration', 'elaboration'])

/** Whether a plan needs a contract to go into: it says something else than actions that stand in none. */
export const veutUnContrat = ({ axes, lignes, annexes }: Pick<PlanLu, 'axes' | 'lignes' | 'annexes'>): boolean =>
  axes.length > 0 ||
  (annexes?.transversaux ?? []).length > 0 ||
  lignes.some(({ hors, champs }) => !hors || champs.reponses.length > 0)

/** Whether the next import of this plan would find this contract again by itself. */
export const seRetrouve = ({ titre, contrat }: Pick<PlanLu, 'titre' | 'contrat'>, { id, intitule, planImporte }: ContratConnu) =>
  contrat === id || [planImporte, normaliser(intitule)].includes(cleDuPlan(titre))

/** Another contract that has at least half of the actions that an import would make, by their titles. */
export type Jumeau = { id: string; intitule: string; communes: number; creees: number }

export function jumeauDe(
  communes: readonly { id: string; intitule: string; communes: number }[],
  creees: number,
  cible: string | null
): Jumeau | null {
  const [plus] = communes.filter(({ id }) => id !== cible).toSorted((a, b) => b.communes - a.communes)
  return plus && plus.communes > 0 && plus.communes * 2 >= creees ? { ...plus, creees } : null
}
