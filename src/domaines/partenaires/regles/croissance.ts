export type MoisDeListe = { mois: string; arrivees: number; departs: number }

/** How many the list held at the end of each month, from how many it held before the first. */
export function cumuler(mois: readonly MoisDeListe[], avant: number): (MoisDeListe & { total: number })[] {
  let total = avant
  return mois.map((un) => ({ ...un, total: (total += un.arrivees - un.departs) }))
}

/** How many more the list holds than at the end of the month that was the last but `combien`; negative when it shrank. */
export function gainSur(mois: readonly { total: number }[], combien: number, avant: number): number {
  const depart = mois.at(-1 - combien)?.total ?? avant
  return (mois.at(-1)?.total ?? avant) - depart
}
