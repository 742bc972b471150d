/** A thing that lasts, on a line of time: days as AAAA-MM-JJ, `fin` null while it goes on. */
export type Trait = {
  cle: string
  libelle: string
  debut: string
  fin: string | null
  ton: string
  dates: string
  /** its whole name, where `libelle` is a shorter one */
  nom?: string
}

export type Place<T> = T & { x: number; y: number; largeur: number; texte: string }

export const LARGEUR = 1120
/** Room for the names of the lanes. */
export const GAUCHE = 178
const DROITE = 8
const HAUT = 40
const PAS = 38
const EPAISSEUR = 28
/** Mean width of a letter at the size of the labels. */
const LETTRE = 7

const jours = (jour: string) => Date.parse(`${jour}T00:00:00Z`) / 86_400_000

/** The share (0 to 1) of the years `de` to `a` that has gone by when a day begins. */
export function part(jour: string, de: number, a: number): number {
  const debut = jours(`${de}-01-01`)
  return Math.min(1, Math.max(0, (jours(jour) - debut) / (jours(`${a + 1}-01-01`) - debut)))
}

/** Where a day stands between the first day of the year `de` and the last of the year `a`. */
export const abscisse = (jour: string, de: number, a: number): number => GAUCHE + part(jour, de, a) * (LARGEUR - GAUCHE - DROITE)

/** The years written above, never more than fourteen. */
export function graduations(de: number, a: number): { annee: number; x: number }[] {
  const pas = Math.ceil((a - de + 1) / 14)
  return Array.from({ length: Math.ceil((a - de + 1) / pas) }, (_, rang) => de + rang * pas).map((annee) => ({
    annee,
    x: abscisse(`${annee}-01-01`, de, a)
  }))
}

/**
 * Lanes one under the other; in a lane, what overlaps goes to a row below. A label that does not fit its bar is cut, and never runs into
 * the next one.
 */
export function disposer<T extends Trait>(
  couloirs: readonly { cle: string; titre: string; segments: readonly T[] }[],
  de: number,
  a: number
): { couloirs: { cle: string; titre: string; y: number; places: Place<T>[] }[]; hauteur: number } {
  let y = HAUT
  const poses = couloirs.map(({ cle, titre, segments }) => {
    const bouts: number[] = []
    const haut = y
    const places = segments.map((segment) => {
      const x = abscisse(segment.debut, de, a)
      const bout = abscisse(segment.fin ?? `${a}-12-31`, de, a)
      const largeur = Math.max(6, bout - x)
      let rangee = bouts.findIndex((fin) => fin <= x + 0.5)
      if (rangee < 0) rangee = bouts.push(0) - 1
      bouts[rangee] = x + largeur
      return { ...segment, x, largeur, y: haut + rangee * PAS, texte: '' }
    })
    y += Math.max(1, bouts.length) * PAS + 6
    return {
      cle,
      titre,
      y: haut,
      places: places.map((place) => {
        const suivant = Math.min(
          LARGEUR,
          ...places.filter((autre) => autre.y === place.y && autre.x > place.x).map((autre) => autre.x)
        )
        // a thin bar has its label on its right, as far as the next bar
        const dedans = place.libelle.length * LETTRE + 14 <= place.largeur
        const libre = dedans || place.largeur > 60 ? place.largeur - 14 : suivant - place.x - place.largeur - 10
        return { ...place, texte: couper(place.libelle, Math.floor(libre / LETTRE)) }
      })
    }
  })
  return { couloirs: poses, hauteur: y + 18 }
}

export const HAUTEUR_DE_BARRE = EPAISSEUR

/** True when the label of a bar stands on its right. */
export const aCote = ({ libelle, largeur }: Place<Trait>): boolean => libelle.length * LETTRE + 14 > largeur && largeur <= 60

const couper = (texte: string, lettres: number): string =>
  texte.length <= lettres ? texte : lettres < 4 ? '' : `${texte.slice(0, lettres - 1).trimEnd()}…`
