import type { DateFloue } from '#platform/dates.ts'
import {
  anneesDuBudget,
  cofinancees,
  deLAnnee,
  montantsSansAnnee,
  parAxe,
  parFinanceur,
  partageDuPoste,
  sommerBudget,
  type FicheBudget
} from './budget.ts'
import { anneesDesActes, budgetDesActes, type ActeDuBudget } from './budget-des-actes.ts'
import { direIncoherence, incoherencesDe } from './coherence.ts'
import { direDoublon, doublonsDe } from './doublons.ts'

export type PosteLu = {
  id: string
  intitule: string
  employeur: string | null
  quotite: number
  debut: DateFloue | null
  fin: DateFloue | null
  exemple: boolean
  /** what living actions take of it, wherever they stand */
  parts: {
    ficheId: string
    titre: string
    etp: number
    annee: number | null
    financeur: string | null
    montant: number | null
  }[]
}

export type BudgetLu = {
  /** the fiches of the view and their sub-actions that say money or a post */
  fiches: FicheBudget[]
  /** the posts of the territory, whole: what another view takes of them counts too */
  postes: PosteLu[]
  /** names of the structures that are cited, by id */
  noms: Record<string, string>
  /** actions of the view, whether or not they say anything */
  total: number
}

/** How many lines of each list the page shows; the rest is counted. */
const MONTRES = 50

const debut = <T>(liste: readonly T[]) => ({ nombre: liste.length, montres: liste.slice(0, MONTRES) })

/** The money of a view as its page shows it, for one year or for all, and beside it what the acts of its contract bring. */
export function composerBudget(
  { fiches: toutes, postes, noms, total }: BudgetLu,
  actes: readonly ActeDuBudget[],
  axes: readonly { id: string; nom: string }[],
  annee: number | null,
  dehors: { auContrat: string; hors: string }
) {
  const fiches = deLAnnee(toutes, annee)
  const doublons = doublonsDe(fiches)
  const titres = new Map(fiches.map(({ id, titre }) => [id, titre]))
  const nomDe = (id: string) => noms[id] ?? 'Une structure'
  return {
    total,
    annee,
    annees: [...new Set([...anneesDuBudget(toutes), ...anneesDesActes(actes)])].sort((a, b) => a - b),
    sansAnnee: annee === null ? 0 : montantsSansAnnee(toutes),
    sommes: sommerBudget(fiches, doublons),
    actes: budgetDesActes(actes, toutes, annee),
    axes: parAxe(fiches, axes, doublons, dehors),
    financeurs: debut(
      parFinanceur(fiches, doublons).map(({ financeur, sommes }) => ({ cle: financeur, nom: nomDe(financeur), sommes }))
    ),
    cofinancees: debut(
      cofinancees(fiches).map(({ financeurs, ...action }) => ({ ...action, financeurs: financeurs.map(nomDe) }))
    ),
    reserves: debut(
      [
        ...doublons.map((doublon) => ({ fiche: doublon.fiche, dit: direDoublon(doublon, nomDe) })),
        ...incoherencesDe(fiches).map((une) => ({ fiche: une.fiche, dit: direIncoherence(une, nomDe) }))
      ].map(({ fiche, dit }) => ({ fiche, titre: titres.get(fiche)!, dit }))
    ),
    postes: postes.map(({ parts, ...poste }) => ({
      ...poste,
      parts: parts
        .filter((part) => annee === null || part.annee === null || part.annee === annee)
        .map((part) => ({ ...part, financeur: part.financeur === null ? null : nomDe(part.financeur) })),
      partage: partageDuPoste(poste.quotite, parts, annee)
    }))
  }
}

export type BudgetCompose = ReturnType<typeof composerBudget>
