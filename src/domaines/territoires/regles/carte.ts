import type { Contour } from '../schema.ts'

/** A place to show on the map: longitude then latitude, as contours are. */
export type Lieu = { id: string; point: readonly [number, number] }
export type Trace = { id: string; chemin: string; x: number; y: number }

/**
 * Draws contours in a frame of `largeur` units: an SVG path for each and the middle of its largest polygon, north up, at the scale
 * of their latitude. `lieux` are placed in the same frame, which they stretch by half of it at most: one farther than that is left out. `hauteur` follows the shape of the whole; null when there is nothing to draw.
 */
export function dessinerContours(
  formes: readonly { id: string; contour: Contour }[],
  largeur = 640,
  lieux: readonly Lieu[] = []
): { largeur: number; hauteur: number; traces: Trace[]; lieux: { id: string; x: number; y: number }[] } | null {
  const bords = formes.flatMap(({ contour }) => contour.coordinates.flat(2))
  const montres = lieux.filter(({ point }) => estPres(point, bords))
  const points = [...bords, ...montres.map(({ point }) => point)]
  if (points.length === 0) return null
  let [ouest, sud, est, nord] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    ouest = Math.min(ouest, x)
    est = Math.max(est, x)
    sud = Math.min(sud, y)
    nord = Math.max(nord, y)
  }
  const aplati = Math.cos((((sud + nord) / 2) * Math.PI) / 180)
  const marge = largeur / 40
  // a single long shape must not make a page-high map
  const echelle = Math.min((largeur - 2 * marge) / Math.max((est - ouest) * aplati, 1e-6), largeur / Math.max(nord - sud, 1e-6))
  const hauteur = Math.ceil((nord - sud) * echelle + 2 * marge)
  const debord = (largeur - (est - ouest) * aplati * echelle) / 2
  const placer = ([x, y]: readonly [number, number]): [number, number] => [
    dixieme(debord + (x - ouest) * aplati * echelle),
    dixieme(marge + (nord - y) * echelle)
  ]
  const traces = formes.map(({ id, contour }) => {
    const polygones = contour.coordinates.map((anneaux) => anneaux.map((anneau) => anneau.map(placer)))
    const chemin = polygones
      .flatMap((anneaux) => anneaux.map((anneau) => `M${anneau.map(([x, y]) => `${x} ${y}`).join('L')}Z`))
      .join('')
    const exterieurs = polygones.map((anneaux) => cadre(anneaux[0]!)).sort((a, b) => b.aire - a.aire)
    return { id, chemin, x: exterieurs[0]!.x, y: exterieurs[0]!.y }
  })
  const places = montres.map(({ id, point }) => {
    const [x, y] = placer(point)
    return { id, x, y }
  })
  return { largeur, hauteur, traces, lieux: places }
}

/** True of a point that stands no farther from the whole than half of its size; of any point when there is nothing else to draw. */
function estPres([x, y]: readonly [number, number], bords: readonly (readonly [number, number])[]): boolean {
  if (bords.length === 0) return true
  const [xs, ys] = [bords.map(([longitude]) => longitude), bords.map(([, latitude]) => latitude)]
  const dans = (valeur: number, axe: readonly number[]) => {
    const [de, a] = axe.reduce(([bas, haut], une) => [Math.min(bas, une), Math.max(haut, une)], [Infinity, -Infinity])
    return valeur >= de - (a - de) / 2 && valeur <= a + (a - de) / 2
  }
  return dans(x, xs) && dans(y, ys)
}

const dixieme = (valeur: number) => Math.round(valeur * 10) / 10

function cadre(anneau: readonly [number, number][]): { aire: number; x: number; y: number } {
  const xs = anneau.map(([x]) => x)
  const ys = anneau.map(([, y]) => y)
  const [gauche, droite, haut, bas] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return { aire: (droite - gauche) * (bas - haut), x: dixieme((gauche + droite) / 2), y: dixieme((haut + bas) / 2) }
}
