import { propre } from '#platform/texte.ts'
import type { Contour, Generation } from '../schema.ts'

/** A quartier as a file draws it; `generation` is null when its code announces none, `communes` the text that the file gives, if any. */
export type QuartierLu = {
  nom: string
  code: string | null
  generation: Generation | null
  communes: string | null
  contour: Contour
}

export type RefusGeojson = 'pas_json' | 'pas_geojson' | 'aucun_polygone' | 'projection' | 'trop_de_quartiers'
export type LectureGeojson = { ok: true; quartiers: QuartierLu[]; ecartes: number } | { ok: false; refus: RefusGeojson }

/** How many features a file may hold. */
export const MAXIMUM_QUARTIERS = 2000

/**
 * Reads the quartiers of a GeoJSON text: polygons only, in longitude and latitude, rounded to the metre. The name
 * and the code are looked for under the usual headings of producers. `ecartes` counts the features that are no polygon. Refusals:
 * `pas_json`, `pas_geojson`, `aucun_polygone`, `projection` (planar coordinates), `trop_de_quartiers`.
 */
export function lireQuartiersGeojson(texte: string): LectureGeojson {
  let lu: unknown
  try {
    lu = JSON.parse(texte.replace(/^\uFEFF/, ''))
  } catch {
    return { ok: false, refus: 'pas_json' }
  }
  const objets = objetsDe(lu)
  if (!objets) return { ok: false, refus: 'pas_geojson' }
  if (objets.length > MAXIMUM_QUARTIERS) return { ok: false, refus: 'trop_de_quartiers' }
  const quartiers: QuartierLu[] = []
  for (const objet of objets) {
    const contour = contourDe(objet.geometry)
    if (contour === 'projection') return { ok: false, refus: 'projection' }
    if (contour) quartiers.push(decrire(proprietes(objet.properties), contour, quartiers.length + 1))
  }
  return quartiers.length === 0
    ? { ok: false, refus: 'aucun_polygone' }
    : { ok: true, quartiers, ecartes: objets.length - quartiers.length }
}

/** The same quartiers as a compact text that `lireQuartiersGeojson` reads back alike: what a preview confides to the page. */
export function ecrireQuartiersGeojson(quartiers: readonly QuartierLu[]): string {
  const features = quartiers.map(({ nom, code, communes, contour }) => ({
    type: 'Feature',
    properties: { nom, code, commune: communes },
    geometry: contour
  }))
  return JSON.stringify({ type: 'FeatureCollection', features })
}

/** The list that a code announces: QN… codes are of the 2024 geography, QP… of the 2015 one. */
export function generationDuCode(code: string | null): Generation | null {
  if (code === null) return null
  return /^QN\d/i.test(code) ? '2024' : /^QP\d/i.test(code) ? '2015' : null
}

type Objet = { geometry?: unknown; properties?: unknown }
const estObjet = (valeur: unknown): valeur is Record<string, unknown> =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)

function objetsDe(lu: unknown): Objet[] | null {
  if (!estObjet(lu)) return null
  if (lu.type === 'FeatureCollection') return Array.isArray(lu.features) ? lu.features.filter(estObjet) : null
  if (lu.type === 'Feature') return [lu]
  return lu.type === 'Polygon' || lu.type === 'MultiPolygon' ? [{ geometry: lu }] : null
}

/** Properties by lower-case heading. */
const proprietes = (lues: unknown): Map<string, string> =>
  new Map(
    Object.entries(estObjet(lues) ? lues : {})
      .filter((paire): paire is [string, string | number] => typeof paire[1] === 'string' || typeof paire[1] === 'number')
      .map(([nom, valeur]) => [nom.toLowerCase(), propre(String(valeur)).replace(/\n/g, ' ')])
  )

const NOMS = [
  'libelle',
  'lib_qp',
  'libelle_qp',
  'nom_qp',
  'nom_qpv',
  'nom',
  'nom_quartier',
  'quartier',
  'name',
  'label',
  'libqp',
  'intitule'
]
const CODES = ['identifian', 'identifiant', 'code_qp', 'code_qpv', 'codeqp', 'code_quartier', 'code', 'qp', 'id']
const COMMUNES = [
  'commune_ag',
  'commune_qp',
  'nom_commune',
  'nom_com',
  'noms_communes',
  'communes',
  'commune',
  'libcom',
  'ville',
  'insee_com',
  'code_insee'
]

function decrire(champs: Map<string, string>, contour: Contour, rang: number): QuartierLu {
  const premier = (noms: string[], max: number) =>
    noms
      .map((nom) => champs.get(nom))
      .find((valeur) => valeur)
      ?.slice(0, max) ?? null
  const code = premier(CODES, 20)
  return {
    nom: premier(NOMS, 200) ?? code ?? `Contour ${rang}`,
    code,
    generation: generationDuCode(code),
    communes: premier(COMMUNES, 300),
    contour
  }
}

function contourDe(geometrie: unknown): Contour | 'projection' | null {
  if (!estObjet(geometrie)) return null
  const brut =
    geometrie.type === 'Polygon' ? [geometrie.coordinates] : geometrie.type === 'MultiPolygon' ? geometrie.coordinates : null
  if (!Array.isArray(brut)) return null
  const polygones: Contour['coordinates'] = []
  for (const polygone of brut) {
    if (!Array.isArray(polygone) || polygone.length === 0) return null
    const anneaux = polygone.map(anneauDe)
    if (anneaux.includes('projection')) return 'projection'
    if (anneaux.some((anneau) => anneau === null)) return null
    polygones.push(anneaux as [number, number][][])
  }
  return polygones.length > 0 ? { type: 'MultiPolygon', coordinates: polygones } : null
}

const arrondir = (degres: number) => Math.round(degres * 1e5) / 1e5

function anneauDe(anneau: unknown): [number, number][] | 'projection' | null {
  if (!Array.isArray(anneau) || anneau.length < 4) return null
  const points: [number, number][] = []
  for (const point of anneau) {
    const [x, y] = Array.isArray(point) ? (point as unknown[]) : []
    if (typeof x !== 'number' || typeof y !== 'number') return null
    // metres of a national projection, not degrees
    if (Math.abs(x) > 180 || Math.abs(y) > 90) return 'projection'
    points.push([arrondir(x), arrondir(y)])
  }
  return points
}
