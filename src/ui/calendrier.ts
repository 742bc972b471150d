import { graduations, part } from './frise.ts'

/** What lasts on a calendar, and what happens in it: days as AAAA-MM-JJ, both ends included; an end that is null is not known. */
export type Duree<M extends { jour: string } = { jour: string }> = {
  debut: string | null
  fin: string | null
  /** the last day of what goes on past its end; null when nothing does */
  retard: string | null
  marques: readonly M[]
}

/** A bar, in hundredths of the width; `coupe…`: it goes on out of the frame, or its end is not known. */
export type Barre = { x: number; largeur: number; coupeAvant: boolean; coupeApres: boolean }

export type Rangee<M> = { barre: Barre | null; retard: Barre | null; marques: (M & { x: number })[] }

/** The least that is seen of a bar, and the least between two marks. */
const MINCE = 0.6
const PAS_DES_MARQUES = 1.7

/** Where the bar, the late part and the marks of a row stand between the first day of the year `de` and the last of `a`. */
export function placer<M extends { jour: string }>({ debut, fin, retard, marques }: Duree<M>, de: number, a: number): Rangee<M> {
  const [premier, dernier] = [`${de}-01-01`, `${a}-12-31`]
  const dedans = marques
    .filter(({ jour }) => jour >= premier && jour <= dernier)
    .toSorted((une, autre) => (une.jour < autre.jour ? -1 : 1))
  return {
    barre: debut === null && fin === null ? null : barrer(debut, fin, de, a),
    retard: retard === null || fin === null ? null : barrer(lendemain(fin), retard, de, a),
    marques: espacer(dedans.map(({ jour }) => 100 * part(jour, de, a))).map((x, rang) => ({ ...dedans[rang]!, x }))
  }
}

/** Marks of one day stand side by side, and those of the last days before the edge. */
function espacer(places: readonly number[]): number[] {
  const serrees: number[] = []
  for (const place of places) serrees.push(Math.max(place, (serrees.at(-1) ?? -Infinity) + PAS_DES_MARQUES))
  for (let rang = serrees.length - 1, bord = 100 - MINCE; rang >= 0 && serrees[rang]! > bord; rang--, bord -= PAS_DES_MARQUES)
    serrees[rang] = Math.max(0, bord)
  return serrees.map(centieme)
}

function barrer(debut: string | null, fin: string | null, de: number, a: number): Barre | null {
  const [premier, dernier] = [`${de}-01-01`, `${a}-12-31`]
  if ((debut !== null && debut > dernier) || (fin !== null && fin < premier) || (debut !== null && fin !== null && debut > fin))
    return null
  const x = debut === null ? 0 : 100 * part(debut, de, a)
  const bout = fin === null ? 100 : 100 * part(lendemain(fin), de, a)
  const largeur = Math.max(MINCE, bout - x)
  return {
    x: centieme(Math.min(x, 100 - largeur)),
    largeur: centieme(largeur),
    coupeAvant: debut === null || debut < premier,
    coupeApres: fin === null || fin > dernier
  }
}

const centieme = (valeur: number): number => Math.round(valeur * 100) / 100
const lendemain = (jour: string): string => new Date(Date.parse(`${jour}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const MOIS = ['janv.', 'févr.', 'mars', 'avril', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.']

/** What is written above: the twelve months of one year, or the years of several (never more than fourteen). */
export function colonnes(de: number, a: number): { libelle: string; x: number }[] {
  if (de < a)
    return graduations(de, a).map(({ annee }) => ({ libelle: String(annee), x: centieme(100 * part(`${annee}-01-01`, de, a)) }))
  return MOIS.map((libelle, rang) => ({
    libelle,
    x: centieme(100 * part(`${de}-${String(rang + 1).padStart(2, '0')}-01`, de, a))
  }))
}

/** Where this day stands; null when the frame does not hold it. */
export const ceJour = (jour: string, de: number, a: number): number | null =>
  jour < `${de}-01-01` || jour > `${a}-12-31` ? null : centieme(100 * part(jour, de, a))
