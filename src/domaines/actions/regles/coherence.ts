import { direMontants, enMontants, type Taxe } from '#platform/argent.ts'
import { ETAT_DES_EUROS } from '../libelles/moyens.ts'
import type { EtatFinancement } from '../schema/mots.ts'
import type { FicheBudget, LigneBudget } from './budget.ts'

/** More money in a state than in the one that it comes from, in cents, of one funder and one year. */
export type Incoherence = {
  fiche: string
  financeur: string
  annee: number | null
  taxe: Taxe
  etat: EtatFinancement
  montant: number
  avant: EtatFinancement
  montantAvant: number
}

/** One is granted no more than was asked for, paid no more than was granted, and spends no more than was paid. */
const AVANT = [
  ['accorde', 'demande'],
  ['verse', 'accorde'],
  ['consomme', 'verse']
] as const satisfies readonly (readonly [EtatFinancement, EtatFinancement])[]

/** What does not hold together in the money of these fiches; it is shown, never refused. A state that nobody says is compared with nothing. */
export const incoherencesDe = (fiches: readonly FicheBudget[]): Incoherence[] =>
  fiches.flatMap(({ id, financements }) =>
    [...Map.groupBy(financements, ({ financeur, annee, taxe }) => `${financeur} ${annee} ${taxe}`).values()].flatMap((lignes) => {
      const { financeur, annee, taxe } = lignes[0]!
      return AVANT.flatMap(([etat, avant]): Incoherence[] => {
        const [montant, montantAvant] = [sommeDe(lignes, etat), sommeDe(lignes, avant)]
        return montant !== null && montantAvant !== null && montant > montantAvant
          ? [{ fiche: id, financeur, annee, taxe, etat, montant, avant, montantAvant }]
          : []
      })
    })
  )

/** Null when no line of this state has an amount. */
function sommeDe(lignes: readonly LigneBudget[], etat: EtatFinancement): number | null {
  const dits = lignes.flatMap((ligne) => (ligne.etat === etat ? (ligne.montant ?? []) : []))
  return dits.length > 0 ? dits.reduce((somme, montant) => somme + montant, 0) : null
}

/** « ARS, en 2026 : 12 000 € versés, plus que les 10 000 € accordés. » */
export function direIncoherence(
  { financeur, annee, taxe, etat, montant, avant, montantAvant }: Incoherence,
  nomDe: (id: string) => string
): string {
  const dire = (combien: number) => direMontants(enMontants(combien, taxe))
  return `${nomDe(financeur)}, ${annee === null ? 'sans année' : `en ${annee}`}\u00a0: ${dire(montant)} ${ETAT_DES_EUROS[etat]}, plus que les ${dire(montantAvant)} ${ETAT_DES_EUROS[avant]}.`
}
