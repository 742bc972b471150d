/** A place on earth, in degrees. */
export type Point = { latitude: number; longitude: number }

const NOMBRE = String.raw`(-?\d{1,3}(?:[.,]\d+)?)`
/** « 49.0364, 2.0633 », « 49,0364 ; 2,0633 », « 49.0364 2.0633 », a « geo: » address or the « @49.0364,2.0633 » of a map's address. */
const FORMES = [
  new RegExp(`^(?:geo:)?${NOMBRE}\\s*[;\\s]\\s*${NOMBRE}$`),
  /^(?:geo:)?(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)(?:[,;?].*)?$/,
  /[@=](-?\d{1,3}\.\d+),(-?\d{1,3}\.\d+)/
]

/** A point as a person types or pastes it, latitude first; null when it is none. */
export function lirePoint(texte: string): Point | null {
  for (const forme of FORMES) {
    const lu = forme.exec(texte.trim())
    if (!lu) continue
    const [latitude, longitude] = [lu[1]!, lu[2]!].map((nombre) => Number(nombre.replace(',', '.'))) as [number, number]
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
  }
  return null
}
