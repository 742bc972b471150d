import { NIVEAUX, SECTEURS, type Niveau, type Secteur } from '#domaines/partenaires/schema/relations.ts'

/** A structure to draw; `rang`: that of its community, which orders it inside its sector. */
export type ADessiner = { id: string; nom: string; sigle: string | null; secteur: Secteur; rang: number; liens: number }
export type Dessin = {
  /** the drawing is a square of this side, its centre at 0, 0 */
  cote: number
  /** there are so many links that they must be thin */
  serre: boolean
  noeuds: {
    id: string
    x: number
    y: number
    tourne: number
    fin: boolean
    etiquette: string
    /** the name goes on */
    coupe: boolean
    nom: string
    secteur: Secteur
    liens: number
  }[]
  /** one path for all the links of a level, the lowest first */
  traits: { niveau: Niveau; d: string }[]
  /** the same for those of the structure that one looks at */
  siens: { niveau: Niveau; d: string }[]
  arcs: { secteur: Secteur; d: string; texte: string }[]
}

/** No more structures than one can read the names of. */
export const MAX_DESSINEES = 150

/** Room for a name around the circle, for a letter of it, and for the arc of a sector with its name. */
const PAS = 17
const LETTRE = 6.7
const LETTRES = 25
const BANDE = 26
/** Past so many links they are drawn thinner. */
const SERRES = 250
/** A sector takes the room of its name at least, in steps. */
const MINIMUM = 7
const ENTRE = 1.5

/** The structures on a circle, those of a sector side by side; the same data makes the same drawing. */
export function dessiner(
  structures: readonly ADessiner[],
  liens: readonly { un: string; autre: string; niveau: Niveau }[],
  regardee: string | null
): Dessin {
  const secteurs = SECTEURS.flatMap((secteur) => {
    const siennes = structures
      .filter((structure) => structure.secteur === secteur)
      .toSorted((a, b) => a.rang - b.rang || a.nom.localeCompare(b.nom, 'fr') || (a.id < b.id ? -1 : 1))
    return siennes.length > 0 ? [{ secteur, siennes, place: Math.max(siennes.length, MINIMUM) }] : []
  })
  const tour = secteurs.reduce((somme, { place }) => somme + place + ENTRE, 0)
  const rayon = Math.max(210, Math.round((tour * PAS) / (2 * Math.PI)))
  const plusLong = Math.max(8, ...structures.map(({ nom, sigle }) => abreger(sigle ?? nom).length))
  const bande = rayon + 22 + Math.ceil(plusLong * LETTRE)
  const angleDe = (place: number) => (place / tour) * 2 * Math.PI - Math.PI / 2
  const noeuds: Dessin['noeuds'] = []
  const arcs: Dessin['arcs'] = []
  const angles = new Map<string, number>()
  let depuis = ENTRE / 2
  for (const { secteur, siennes, place } of secteurs) {
    const marge = (place - siennes.length) / 2
    for (const [rang, { id, nom, sigle, liens: combien }] of siennes.entries()) {
      const angle = angleDe(depuis + marge + rang + 0.5)
      const degres = (angle * 180) / Math.PI
      const fin = Math.cos(angle) < 0
      angles.set(id, angle)
      noeuds.push({
        id,
        ...point(angle, rayon),
        tourne: dixieme(fin ? degres + 180 : degres),
        fin,
        etiquette: abreger(sigle ?? nom),
        coupe: (sigle ?? nom).length > LETTRES,
        nom,
        secteur,
        liens: combien
      })
    }
    const [de, a] = [angleDe(depuis), angleDe(depuis + place)]
    arcs.push({ secteur, ...arc(de, a, bande) })
    depuis += place + ENTRE
  }
  const cote = 2 * (bande + BANDE)
  const chemins = (ceux: typeof liens) =>
    NIVEAUX.flatMap((niveau) => {
      const d = ceux
        .filter((lien) => lien.niveau === niveau && angles.has(lien.un) && angles.has(lien.autre))
        .map(({ un, autre }) => courbe(angles.get(un)!, angles.get(autre)!, rayon - 9))
        .join('')
      return d ? [{ niveau, d }] : []
    })
  const aElle = ({ un, autre }: { un: string; autre: string }) => un === regardee || autre === regardee
  return {
    cote,
    serre: liens.length > SERRES,
    noeuds,
    traits: chemins(liens.filter((lien) => !aElle(lien))),
    siens: chemins(liens.filter(aElle)),
    arcs
  }
}

const dixieme = (nombre: number) => Math.round(nombre * 10) / 10
const point = (angle: number, rayon: number) => ({
  x: Math.round(Math.cos(angle) * rayon),
  y: Math.round(Math.sin(angle) * rayon)
})

/** From one to the other by the inside of the circle: near ones by its edge, opposite ones by its centre. */
function courbe(un: number, autre: number, rayon: number): string {
  const [a, b] = [point(un, rayon), point(autre, rayon)]
  const ecart = Math.abs(Math.atan2(Math.sin(un - autre), Math.cos(un - autre))) / Math.PI
  const vers = 1 - Math.min(1, 0.4 + 0.6 * ecart)
  const [x, y] = [Math.round(((a.x + b.x) / 2) * vers), Math.round(((a.y + b.y) / 2) * vers)]
  return `M${a.x} ${a.y}Q${x} ${y} ${b.x} ${b.y}`
}

/** The arc of a sector, and the line that its name follows, which is never upside down. */
function arc(de: number, a: number, rayon: number): { d: string; texte: string } {
  const grand = a - de > Math.PI ? 1 : 0
  const chemin = (r: number, debut: number, fin: number, sens: 0 | 1) => {
    const [p, q] = [point(debut, r), point(fin, r)]
    return `M${p.x} ${p.y}A${r} ${r} 0 ${grand} ${sens} ${q.x} ${q.y}`
  }
  const enBas = Math.sin((de + a) / 2) > 0
  return { d: chemin(rayon, de, a, 1), texte: enBas ? chemin(rayon + 19, a, de, 0) : chemin(rayon + 8, de, a, 1) }
}

const abreger = (nom: string) => (nom.length <= LETTRES ? nom : nom.slice(0, LETTRES - 1).trimEnd())
