import { ajouterMontants, direMontants, poidsDe, sommerMontants, type Montants } from '#platform/argent.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { MontantActe } from '#domaines/contrats/schema.ts'
import { deLAnnee, type FicheBudget } from './budget.ts'
import { trouveDe } from './ecart.ts'

/** An act of the contract with what it brings. */
export type ActeDuBudget = { id: string; reference: string; date: DateFloue; montants: readonly MontantActe[] }

/** What acts bring from one funder (`cle` null: not said), by year and in all, beside what the actions have found from it. */
export type LigneDesActes = {
  cle: string | null
  nom: string | null
  annees: Montants[]
  total: Montants
  trouve: Montants
}

export type BudgetDesActes = {
  /** in order; the last is null when some amounts have no year */
  annees: (number | null)[]
  lignes: LigneDesActes[]
  parAnnee: Montants[]
  total: Montants
  /** found by the actions of the contract, from these funders */
  trouve: Montants
  /** those that bring something in what is shown, with what they bring */
  actes: { id: string; reference: string; date: DateFloue; total: Montants }[]
  /** amounts that have no year: a year leaves them out */
  sansAnnee: number
}

/** The years that the acts name, in order. */
export const anneesDesActes = (actes: readonly ActeDuBudget[]): number[] =>
  [...new Set(actes.flatMap(({ montants }) => montants.flatMap(({ annee }) => annee ?? [])))].sort((a, b) => a - b)

/**
 * What the acts of a contract bring (R-012), for one year or for all. It is never added to the money of the actions, for an action spends
 * what an act brings: the two stand side by side, funder by funder.
 */
export function budgetDesActes(
  actes: readonly ActeDuBudget[],
  fiches: readonly FicheBudget[],
  annee: number | null
): BudgetDesActes {
  const voulus = actes
    .map((acte) => ({ ...acte, montants: acte.montants.filter((un) => annee === null || un.annee === annee) }))
    .filter(({ montants }) => montants.length > 0)
  const tous = voulus.flatMap(({ montants }) => montants)
  const annees: (number | null)[] = [...anneesDesActes(voulus), ...(tous.some((un) => un.annee === null) ? [null] : [])]
  const parAnnee = (montants: readonly MontantActe[]) =>
    annees.map((an) => sommerMontants(montants.filter((un) => un.annee === an)))
  const duContrat = deLAnnee(fiches, annee).filter((fiche) => fiche.auContrat)
  const lignes = [...Map.groupBy(tous, ({ financeurId }) => financeurId)]
    .map(([cle, siens]) => ({
      cle,
      nom: siens[0]!.financeur,
      annees: parAnnee(siens),
      total: sommerMontants(siens),
      trouve: cle === null ? sommerMontants([]) : trouveDuFinanceur(duContrat, cle)
    }))
    // who gives most first, what nobody is named for last
    .sort(
      (a, b) => Number(a.cle === null) - Number(b.cle === null) || poidsDe(b.total) - poidsDe(a.total) || comparer(a.nom, b.nom)
    )
  return {
    annees,
    lignes,
    parAnnee: parAnnee(tous),
    total: sommerMontants(tous),
    trouve: ajouterMontants(lignes.map(({ trouve }) => trouve)),
    actes: voulus.map(({ montants, ...acte }) => ({ ...acte, total: sommerMontants(montants) })),
    sansAnnee: actes.flatMap(({ montants }) => montants).filter((un) => un.annee === null).length
  }
}

const comparer = (a: string | null, b: string | null) => (a ?? '').localeCompare(b ?? '', 'fr')

/** Found from one funder, action by action with its sub-actions. */
const trouveDuFinanceur = (fiches: readonly FicheBudget[], financeur: string): Montants =>
  ajouterMontants(
    [...Map.groupBy(fiches, ({ id, parentId }) => parentId ?? id).values()].map((siennes) =>
      trouveDe(siennes.flatMap(({ financements }) => financements.filter((ligne) => ligne.financeur === financeur)))
    )
  )

/** « 45 000 € apportés par les actes du contrat en 2026 ». */
export const titreDesActes = (total: Montants, annee: number | null): string =>
  `${direMontants(total)} ${poidsDe(total) < 200 ? 'apporté' : 'apportés'} par les actes du contrat${annee === null ? '' : ` en ${annee}`}`
