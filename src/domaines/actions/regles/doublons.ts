import { direMontant, direMontants, enMontants, type Taxe } from '#platform/argent.ts'
import { ETATS_FINANCEMENT } from '../schema/mots.ts'
import type { FicheDossier } from '../schema/dossier.ts'
import type { FicheBudget, LigneBudget } from './budget.ts'

/** Money that may have been counted twice, or more money than the action costs. `montant` in cents is what is in doubt. */
export type Doublon =
  | {
      sorte: 'poste_et_financement'
      fiche: string
      financeur: string
      annee: number | null
      montant: number
      taxe: Taxe
    }
  | {
      sorte: 'action_et_sous_action'
      fiche: string
      parent: string
      financeur: string
      annee: number | null
      montant: number
      taxe: Taxe
    }
  | { sorte: 'depasse_previsionnel'; fiche: string; montant: number; financements: number; previsionnel: number; taxe: Taxe }

/** True of two years of which nobody said that they differ. */
export const memeAnnee = (une: number | null, autre: number | null): boolean => une === null || autre === null || une === autre

/** Everything in the money of these fiches that may be a double; it is shown, never refused. */
export function doublonsDe(fiches: readonly FicheBudget[]): Doublon[] {
  const parId = new Map(fiches.map((fiche) => [fiche.id, fiche]))
  return fiches.flatMap((fiche) => [
    ...postesEtFinancements(fiche),
    ...repetes(fiche, fiche.parentId === null ? undefined : parId.get(fiche.parentId)),
    ...depassement(fiche)
  ])
}

/** The same funder, the same year, pays a line of the action and a part of a post in it. */
function postesEtFinancements({ id, financements, fractions }: FicheBudget): Doublon[] {
  const payees = fractions.flatMap(({ financeur, annee, montant }) =>
    financeur !== null && montant !== null && montant > 0 ? [{ financeur, annee, montant }] : []
  )
  return [...Map.groupBy(payees, ({ financeur, annee }) => `${financeur} ${annee}`).values()].flatMap((siennes): Doublon[] => {
    const { financeur, annee } = siennes[0]!
    const lignes = financements
      .filter((ligne) => ligne.financeur === financeur && memeAnnee(ligne.annee, annee) && (ligne.montant ?? 0) > 0)
      .toSorted((a, b) => b.montant! - a.montant!)
    const ligne = lignes[0]
    if (!ligne) return []
    const salaires = siennes.reduce((somme, { montant }) => somme + montant, 0)
    const montant = Math.min(salaires, ligne.montant!)
    return [{ sorte: 'poste_et_financement', fiche: id, financeur, annee: annee ?? ligne.annee, montant, taxe: ligne.taxe }]
  })
}

/** A sub-action says again a line of its action: same funder, same year, same amount. Each line is matched once. */
function repetes(sous: FicheBudget, action: FicheBudget | undefined): Doublon[] {
  if (!action) return []
  const libres = [...action.financements]
  return sous.financements.flatMap(({ financeur, annee, montant, taxe }): Doublon[] => {
    if (!montant) return []
    const meme = (ligne: LigneBudget) =>
      ligne.financeur === financeur && ligne.annee === annee && ligne.montant === montant && ligne.taxe === taxe
    const rang = libres.findIndex(meme)
    if (rang < 0) return []
    libres.splice(rang, 1)
    return [{ sorte: 'action_et_sous_action', fiche: sous.id, parent: action.id, financeur, annee, montant, taxe }]
  })
}

/** A sum follows its states, from planned to spent: of one funder and one year, only the greatest state is a resource of the action. */
function depassement({ id, previsionnel, previsionnelTaxe, financements }: FicheBudget): Doublon[] {
  if (previsionnel === null) return []
  const comparables = financements.filter(({ taxe }) => taxe === previsionnelTaxe)
  const total = [...Map.groupBy(comparables, ({ financeur, annee }) => `${financeur} ${annee}`).values()]
    .map((lignes) =>
      Math.max(
        ...ETATS_FINANCEMENT.map((etat) =>
          lignes.filter((ligne) => ligne.etat === etat).reduce((somme, { montant }) => somme + (montant ?? 0), 0)
        )
      )
    )
    .reduce((somme, montant) => somme + montant, 0)
  const exces = total - previsionnel
  return exces > 0
    ? [{ sorte: 'depasse_previsionnel', fiche: id, montant: exces, financements: total, previsionnel, taxe: previsionnelTaxe }]
    : []
}

/** Why this may be a double, in a sentence. */
export function direDoublon(doublon: Doublon, nomDe: (id: string) => string): string {
  if (doublon.sorte === 'depasse_previsionnel') {
    const dire = (montant: number) => direMontants(enMontants(montant, doublon.taxe))
    return `Les financements ${doublon.taxe === 'ht' ? 'hors taxes ' : ''}(${dire(doublon.financements)}) dépassent le budget prévisionnel (${dire(doublon.previsionnel)}) de ${dire(doublon.montant)}.`
  }
  const { annee, financeur, montant } = doublon
  const quand = annee === null ? 'la même année' : `en ${annee}`
  const qui = nomDe(financeur)
  return doublon.sorte === 'poste_et_financement'
    ? `${qui} finance l’action et une part de poste dans l’action, ${quand}\u00a0: ${direMontant(montant)} peut-être comptés deux fois.`
    : `La même somme de ${qui} est sur l’action et sur sa sous-action, ${annee === null ? 'sans année' : quand}\u00a0: ${direMontant(montant)} peut-être comptés deux fois.`
}

/** « 12 000 € », « 12 000 € TTC »; null when nothing is announced. */
export const direBudget = ({
  budgetPrevisionnel,
  budgetTaxe
}: Pick<FicheDossier, 'budgetPrevisionnel' | 'budgetTaxe'>): string | null =>
  budgetPrevisionnel === null ? null : direMontants(enMontants(budgetPrevisionnel, budgetTaxe ?? 'ht'))

/** One fiche by itself, its funders and posts told by their names, as its page knows it. */
export const budgetDeLaFiche = (
  fiche: Pick<FicheDossier, 'id' | 'titre' | 'budgetPrevisionnel' | 'budgetTaxe' | 'financements' | 'postes'>
): FicheBudget => ({
  id: fiche.id,
  parentId: null,
  titre: fiche.titre,
  axeId: null,
  auContrat: false,
  previsionnel: fiche.budgetPrevisionnel,
  previsionnelTaxe: fiche.budgetTaxe ?? 'ht',
  financements: fiche.financements,
  fractions: fiche.postes
})
