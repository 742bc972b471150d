/** Cents as one types euros: « 1250,5 ». */
export const euros = (centimes: number | null | undefined): string =>
  centimes === null || centimes === undefined ? '' : String(centimes / 100).replace('.', ',')

/** A number as one types it: « 0,8 ». */
export const nombre = (valeur: number | null | undefined): string =>
  valeur === null || valeur === undefined ? '' : String(valeur).replace('.', ',')
