/** So many times in so many seconds; after a pause they come back little by little. */
export type Debit = { fois: number; secondes: number }

/** What is remembered at once: past that, those who asked the longest ago are forgotten. */
const CLES_MAX = 20_000

/**
 * Counts what each one asks, in the memory of the process: nothing is written, and two processes count apart. Answers how many seconds to
 * wait, 0 when it may go on; what is refused does not count (GCRA: one instant a key is all that is kept).
 */
export function ouvrirFrein({ fois, secondes }: Debit): (cle: string, quand: Date) => number {
  const pas = (secondes * 1000) / fois
  const rendez = new Map<string, number>()
  return (cle, quand) => {
    const maintenant = quand.getTime()
    const suivant = Math.max(maintenant, rendez.get(cle) ?? 0) + pas
    const attente = suivant - maintenant - secondes * 1000
    if (attente > 0) return Math.ceil(attente / 1000)
    // the latest to ask goes last: the first of the map is who asked the longest ago
    rendez.delete(cle)
    rendez.set(cle, suivant)
    for (const [vieille, fini] of rendez) {
      if (fini > maintenant && rendez.size <= CLES_MAX) break
      rendez.delete(vieille)
    }
    return 0
  }
}
