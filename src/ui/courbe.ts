/** A value on a day, AAAA-MM-JJ, and how both are said. */
export type Point = { jour: string; valeur: number; dit: string }
/** A level that the line is compared with. */
export type Niveau = { valeur: number; libelle: string; ton: 'trame' | 'doux' }

export const LARGEUR = 400
export const HAUTEUR = 190
const CADRE = { gauche: 46, droite: 14, haut: 16, bas: 26 }

const jours = (jour: string) => Date.parse(`${jour}T00:00:00Z`) / 86_400_000

/** Round marks that hold all the values: at most five steps of 1, 2 or 5 times a power of ten, zero among them when it is near. */
export function echelle(valeurs: readonly number[]): number[] {
  const [bas, haut] = [Math.min(...valeurs), Math.max(...valeurs)]
  const etendue = haut - bas || Math.abs(haut) || 1
  // a line far from zero is not flattened by it
  const pied = bas >= 0 && bas <= etendue ? 0 : bas
  const brut = (haut - pied || etendue) / 4
  const puissance = 10 ** Math.floor(Math.log10(brut))
  const pas = [1, 2, 5, 10].map((n) => n * puissance).find((n) => n >= brut - puissance * 1e-9)!
  const debut = Math.floor(pied / pas)
  const fin = Math.max(debut + 1, Math.ceil(haut / pas - 1e-9))
  return Array.from({ length: fin - debut + 1 }, (_, rang) => Number(((debut + rang) * pas).toPrecision(12)))
}

/** Where everything stands: the points in the order of their days, the marks, the levels. Give one point at least. */
export function tracer(points: readonly Point[], niveaux: readonly Niveau[]) {
  const tries = points.toSorted((a, b) => (a.jour < b.jour ? -1 : a.jour > b.jour ? 1 : 0))
  const marques = echelle([...tries.map(({ valeur }) => valeur), ...niveaux.map(({ valeur }) => valeur)])
  const [min, max] = [marques[0]!, marques.at(-1)!]
  const [de, a] = [jours(tries[0]!.jour), jours(tries.at(-1)!.jour)]
  const large = LARGEUR - CADRE.gauche - CADRE.droite
  const y = (valeur: number) =>
    Math.round(10 * (CADRE.haut + ((max - valeur) / (max - min)) * (HAUTEUR - CADRE.haut - CADRE.bas))) / 10
  const x = (jour: string) => Math.round(10 * (CADRE.gauche + (a === de ? 0.5 : (jours(jour) - de) / (a - de)) * large)) / 10
  const places = tries.map((point) => ({ ...point, x: x(point.jour), y: y(point.valeur) }))
  return {
    points: places,
    chemin: places.map((place, rang) => `${rang === 0 ? 'M' : 'L'}${place.x} ${place.y}`).join(' '),
    marques: marques.map((valeur) => ({ valeur, y: y(valeur) })),
    // two words one over the other are not read: the second goes under its line
    niveaux: niveaux.map((niveau, rang) => {
      const ici = y(niveau.valeur)
      const dessous = niveaux
        .slice(0, rang)
        .some((autre) => autre.valeur >= niveau.valeur && Math.abs(y(autre.valeur) - ici) < 14)
      return { ...niveau, y: ici, texte: dessous || ici < CADRE.haut + 10 ? ici + 12 : ici - 4 }
    }),
    gauche: CADRE.gauche,
    droite: LARGEUR - CADRE.droite,
    pied: HAUTEUR - 8
  }
}
