import { dernierJour, premierJour, type DateFloue } from '#platform/dates.ts'

/** An act of prorogation; `id` is null while it is being written. */
export type Prorogation = { id: string | null; reference: string; date: DateFloue; nouvelleFin: DateFloue }

/** The acts of prorogation of a contract in the order of their dates; those of one day in the order in which they were written. */
export function chaineDesProrogations<A extends Prorogation>(actes: readonly A[]): A[] {
  const rang = ({ date, id }: Prorogation) => `${premierJour(date)} ${id ?? '~'}`
  return actes.toSorted((a, b) => (rang(a) < rang(b) ? -1 : rang(a) > rang(b) ? 1 : 0))
}

/**
 * The end that the acts of prorogation give, null without one: that of the latest act by its date. Among arrêtés on one object the
 * later replaces the earlier; as each must go further than the one before it, this end is the farthest too.
 */
export const finDesProrogations = (actes: readonly Prorogation[]): DateFloue | null =>
  chaineDesProrogations(actes).at(-1)?.nouvelleFin ?? null

export type FinRefusee =
  | { raison: 'nouvelle_fin_trop_tot'; fin: DateFloue; reference: string | null }
  | { raison: 'nouvelle_fin_avant_acte' }
  | { raison: 'nouvelle_fin_apres_suivante'; fin: DateFloue; reference: string }

/**
 * What is wrong with the end that an act gives, null when nothing is: it must come after the act itself, after the end in force when the act
 * was taken (`fin` of the contract, or that of the act before), and before the end of the act that followed, which took it further.
 */
export function jugerProrogation(fin: DateFloue, actes: readonly Prorogation[], acte: Prorogation): FinRefusee | null {
  const chaine = chaineDesProrogations([...actes.filter(({ id }) => id !== acte.id), acte])
  const rang = chaine.indexOf(acte)
  const [avant, apres] = [chaine[rang - 1], chaine[rang + 1]]
  const finAvant = avant?.nouvelleFin ?? fin
  const sienne = dernierJour(acte.nouvelleFin)
  if (sienne <= dernierJour(finAvant))
    return { raison: 'nouvelle_fin_trop_tot', fin: finAvant, reference: avant?.reference ?? null }
  if (sienne <= premierJour(acte.date)) return { raison: 'nouvelle_fin_avant_acte' }
  if (apres && sienne >= dernierJour(apres.nouvelleFin))
    return { raison: 'nouvelle_fin_apres_suivante', fin: apres.nouvelleFin, reference: apres.reference }
  return null
}

/** What each act of prorogation did to the end: it gives the one in force, or another act replaced it. */
export function effets<A extends Prorogation>(actes: readonly A[]): Map<A, { remplacePar: A | null }> {
  const chaine = chaineDesProrogations(actes)
  return new Map(chaine.map((acte, rang) => [acte, { remplacePar: chaine[rang + 1] ?? null }]))
}
