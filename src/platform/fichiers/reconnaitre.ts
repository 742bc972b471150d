import { POIDS_MAX, type GenreFichier, type RaisonFichier } from '../fichiers.ts'
import { taillePng, tailleJpeg, tailleWebp, type Taille } from './images.ts'
import { genreDeLArchive } from './archive.ts'

/** A file that may be kept: what it is, the size in pixels of an image, how a text is written. */
export type Reconnu = { genre: GenreFichier; taille: Taille | null; jeu: 'utf-8' | 'windows-1252' | null }

const debute = (octets: Uint8Array, signe: readonly number[], a = 0) => signe.every((octet, rang) => octets[a + rang] === octet)
const lettres = (texte: string) => [...texte].map((lettre) => lettre.charCodeAt(0))
const latin = (octets: Uint8Array, de: number, a: number) => String.fromCharCode(...octets.subarray(de, a))

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const PROGRAMMES = [
  lettres('MZ'),
  lettres('\x7fELF'),
  [0xca, 0xfe, 0xba, 0xbe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xce, 0xfa, 0xed, 0xfe],
  lettres('#!')
]
const AUTRES_IMAGES = [lettres('GIF8'), lettres('BM'), [0x49, 0x49, 0x2a, 0], [0x4d, 0x4d, 0, 0x2a]]
const AUTRES_ARCHIVES = [[0x1f, 0x8b], lettres('Rar!'), lettres('7z\xbc\xaf')]

/** What a file is by its bytes, whatever it is called; or why it cannot be kept. The name only tells a CSV from another text. */
export function reconnaitre(octets: Uint8Array, nom: string): Reconnu | RaisonFichier {
  if (octets.length === 0) return 'fichier_vide'
  if (octets.length > POIDS_MAX) return 'fichier_trop_lourd'
  if (debute(octets, lettres('%PDF-')) && /\d/.test(latin(octets, 5, 6))) return { genre: 'pdf', taille: null, jeu: null }
  if (debute(octets, PNG)) return image('png', taillePng(octets))
  if (debute(octets, [0xff, 0xd8, 0xff])) return image('jpeg', tailleJpeg(octets))
  if (debute(octets, lettres('RIFF')) && debute(octets, lettres('WEBP'), 8)) return image('webp', tailleWebp(octets))
  if (debute(octets, [0x50, 0x4b, 3, 4])) {
    const genre = genreDeLArchive(octets)
    return genre.startsWith('fichier_') ? (genre as RaisonFichier) : { genre: genre as GenreFichier, taille: null, jeu: null }
  }
  if (debute(octets, OLE)) return 'fichier_ancien'
  if (PROGRAMMES.some((signe) => debute(octets, signe))) return 'fichier_programme'
  if (AUTRES_ARCHIVES.some((signe) => debute(octets, signe))) return 'fichier_archive'
  const ftyp = debute(octets, lettres('ftyp'), 4) && /^(?:hei|hev|mif|msf|avi)/.test(latin(octets, 8, 11))
  const jeu = jeuDuTexte(octets)
  if (jeu === null) return ftyp || AUTRES_IMAGES.some((signe) => debute(octets, signe)) ? 'fichier_image' : 'fichier_inconnu'
  if (/^(?:\xef\xbb\xbf)?\s*<[!?a-z]/i.test(latin(octets, 0, 1024))) return 'fichier_page'
  return { genre: /\.csv$/i.test(nom) ? 'csv' : 'texte', taille: null, jeu }
}

const image = (genre: GenreFichier, taille: Taille | null): Reconnu | RaisonFichier =>
  taille ? { genre, taille, jeu: null } : 'fichier_abime'

/** How a text is written, for whoever opens it; null when these bytes are no text. */
export function jeuDuTexte(octets: Uint8Array): 'utf-8' | 'windows-1252' | null {
  if (octets.some((octet) => octet < 32 && octet !== 9 && octet !== 10 && octet !== 13 && octet !== 12)) return null
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(octets)
    return 'utf-8'
  } catch {
    // five codes mean nothing in what old French software writes
    return octets.some((octet) => [0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(octet)) ? null : 'windows-1252'
  }
}
