import { premierJour, type DateFloue } from '#platform/dates.ts'

/** The school year of a day, by the year in which it begins: it turns on the first of August, when the next one is prepared. */
export const anneeScolaireDe = (jour: string): number => Number(jour.slice(0, 4)) - (jour.slice(5, 7) < '08' ? 1 : 0)

/** « 2026-2027 ». */
export const direAnneeScolaire = (annee: number): string => `${annee}-${annee + 1}`

type Charte = { id: string; structureId: string; annee: number; signeeLe: DateFloue | null }

/** What is to be done of the charters, each structure once: signed for this school year or a later one, to be signed, to be renewed. */
export type Suivi<C> = { signees: C[]; aSigner: C[]; aRenouveler: C[]; anciennes: C[] }

/** Of each structure the latest charter says where it is; the others are its history. */
export function suivreChartes<C extends Charte>(chartes: readonly C[], jour: string): Suivi<C> {
  const annee = anneeScolaireDe(jour)
  const dernieres = new Map<string, C>()
  for (const charte of chartes) {
    const connue = dernieres.get(charte.structureId)
    if (!connue || connue.annee < charte.annee) dernieres.set(charte.structureId, charte)
  }
  const lues = chartes.filter((charte) => dernieres.get(charte.structureId) === charte)
  return {
    signees: lues.filter((charte) => charte.annee >= annee && charte.signeeLe !== null),
    aSigner: lues.filter((charte) => charte.annee >= annee && charte.signeeLe === null),
    aRenouveler: lues.filter((charte) => charte.annee < annee),
    anciennes: chartes.filter((charte) => dernieres.get(charte.structureId) !== charte)
  }
}

export type RefusDeCharte = 'charte_deja' | 'signature_a_venir'

/** One charter a year for each structure, and none is signed before its day. Null when it may be noted. */
export function jugerCharte(deja: boolean, signeeLe: DateFloue | null, jour: string): RefusDeCharte | null {
  if (deja) return 'charte_deja'
  return signeeLe !== null && premierJour(signeeLe) > jour ? 'signature_a_venir' : null
}
