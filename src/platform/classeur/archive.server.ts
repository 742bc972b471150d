import { inflateRawSync } from 'node:zlib'
import { ClasseurIllisible } from '#platform/classeur.ts'

/**
 * Fifty thousand rows of the template's 36 columns unfold to 120 MB, and are read in less than 1 GB of memory: twice that is read,
 * what is bigger is refused before any of it is parsed.
 */
const OCTETS_DEPLIES_MAX = 256 * 2 ** 20
const ENTREES_MAX = 5000

const FIN_REPERTOIRE = 0x06054b50
const ENTREE = 0x02014b50
const ENTETE_LOCAL = 0x04034b50

export const estUneArchive = (octets: Uint8Array) =>
  octets[0] === 0x50 && octets[1] === 0x4b && octets[2] === 3 && octets[3] === 4

/**
 * Names of the entries of a ZIP archive, after each was really inflated against one shared allowance: sizes that an archive
 * declares may lie. Throws ClasseurIllisible (`trop_gros`, `abime`).
 */
export function nomsDesEntrees(octets: Uint8Array, maximum = OCTETS_DEPLIES_MAX): Set<string> {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  const noms = new Set<string>()
  try {
    const fin = positionDeFin(vue)
    const nombre = vue.getUint16(fin + 10, true)
    if (nombre > ENTREES_MAX) throw new ClasseurIllisible('trop_gros')
    let position = vue.getUint32(fin + 16, true)
    let reste = maximum
    for (let rang = 0; rang < nombre; rang++) {
      if (vue.getUint32(position, true) !== ENTREE) throw new ClasseurIllisible('abime')
      const entree = lireEntree(vue, octets, position)
      reste -= tailleDepliee(vue, octets, entree, reste)
      if (reste < 0) throw new ClasseurIllisible('trop_gros')
      noms.add(entree.nom)
      position += entree.longueur
    }
  } catch (cause) {
    if (cause instanceof ClasseurIllisible) throw cause
    throw new ClasseurIllisible('abime', cause)
  }
  return noms
}

/** The content of one entry of an archive that `nomsDesEntrees` has measured; null when it has none of that name. */
export function lireEntreeNommee(octets: Uint8Array, nom: string): Uint8Array | null {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  const fin = positionDeFin(vue)
  let position = vue.getUint32(fin + 16, true)
  for (let rang = 0; rang < vue.getUint16(fin + 10, true); rang++) {
    const entree = lireEntree(vue, octets, position)
    if (entree.nom === nom) return deplier(vue, octets, entree, OCTETS_DEPLIES_MAX)
    position += entree.longueur
  }
  return null
}

/** Unfolded, what is read in a few hundredths of a second: some hundreds of rows. */
const LEGER = 2 ** 19

/** Whether a file is so small, really unfolded, that reading it keeps nobody waiting. */
export function estLeger(octets: Uint8Array): boolean {
  if (!estUneArchive(octets)) return octets.length <= LEGER / 2
  try {
    nomsDesEntrees(octets, LEGER)
    return true
  } catch (cause) {
    return cause instanceof ClasseurIllisible && cause.raison !== 'trop_gros'
  }
}

type Entree = { nom: string; methode: number; compressee: number; local: number; longueur: number; taillesApres: boolean }

function lireEntree(vue: DataView, octets: Uint8Array, position: number): Entree {
  const nomLongueur = vue.getUint16(position + 28, true)
  return {
    nom: new TextDecoder().decode(octets.subarray(position + 46, position + 46 + nomLongueur)),
    taillesApres: (vue.getUint16(position + 8, true) & 8) !== 0,
    methode: vue.getUint16(position + 10, true),
    compressee: vue.getUint32(position + 20, true),
    local: vue.getUint32(position + 42, true),
    longueur: 46 + nomLongueur + vue.getUint16(position + 30, true) + vue.getUint16(position + 32, true)
  }
}

const tailleDepliee = (vue: DataView, octets: Uint8Array, entree: Entree, reste: number): number =>
  entree.nom.endsWith('/') ? 0 : deplier(vue, octets, entree, reste).length

function deplier(vue: DataView, octets: Uint8Array, entree: Entree, reste: number): Uint8Array {
  if (vue.getUint32(entree.local, true) !== ENTETE_LOCAL) throw new ClasseurIllisible('abime')
  // the reader would look for the size elsewhere than we do: an archive read in two ways is not measured
  if (entree.compressee === 0 && entree.taillesApres) throw new ClasseurIllisible('abime')
  const debut = entree.local + 30 + vue.getUint16(entree.local + 26, true) + vue.getUint16(entree.local + 28, true)
  const donnees = octets.subarray(debut, debut + entree.compressee)
  if (entree.methode === 0) return donnees
  if (entree.methode !== 8) throw new ClasseurIllisible('abime')
  try {
    return inflateRawSync(donnees, { maxOutputLength: Math.max(1, reste) })
  } catch (cause) {
    throw new ClasseurIllisible((cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'trop_gros' : 'abime', cause)
  }
}

function positionDeFin(vue: DataView): number {
  for (let position = vue.byteLength - 22; position >= Math.max(0, vue.byteLength - 65_557); position--) {
    if (vue.getUint32(position, true) === FIN_REPERTOIRE) return position
  }
  throw new ClasseurIllisible('abime')
}
