import { EncryptedFileError, parseCsv, read, readOds, type CellValue, type Workbook } from 'hucre'
import { ClasseurIllisible, type Cellule, type Classeur } from '#platform/classeur.ts'
import { estUneArchive, nomsDesEntrees } from './archive.server.ts'

const OCTETS_MAX = 30 * 2 ** 20
const EXTENSIONS_TEXTE = /\.(?:csv|tsv|txt)$/i

/**
 * Reads a .xlsx, .xlsm, .xls, .ods or .csv file into neutral cells: rich text as its text, formulas as their last computed value,
 * dates by the cell's format and the workbook's own calendar. `nomFichier` only tells a text file from what is no spreadsheet.
 * Throws ClasseurIllisible with a sentence to show.
 */
export async function lireClasseur(octets: Uint8Array, nomFichier: string): Promise<Classeur> {
  if (octets.length > OCTETS_MAX) throw new ClasseurIllisible('trop_gros')
  if (estUneArchive(octets)) return neutre(await lireArchive(octets))
  if (estUnConteneurOle(octets)) return neutre(await lireOle(octets))
  if (EXTENSIONS_TEXTE.test(nomFichier)) return lireTexte(octets, nomFichier)
  throw new ClasseurIllisible('pas_un_tableur')
}

async function lireArchive(octets: Uint8Array): Promise<Workbook> {
  const noms = nomsDesEntrees(octets)
  const ods = noms.has('content.xml') && noms.has('mimetype')
  if (!ods && !noms.has('xl/workbook.xml') && !noms.has('xl/workbook.bin')) throw new ClasseurIllisible('pas_un_tableur')
  try {
    return await (ods ? readOds(octets) : read(octets))
  } catch (cause) {
    throw new ClasseurIllisible(cause instanceof EncryptedFileError ? 'protege' : 'abime', cause)
  }
}

const estUnConteneurOle = (octets: Uint8Array) => [0xd0, 0xcf, 0x11, 0xe0].every((octet, rang) => octets[rang] === octet)

/** The old container of Office holds an .xls, an encrypted .xlsx, or something else (.doc, .msg). */
async function lireOle(octets: Uint8Array): Promise<Workbook> {
  try {
    return await read(octets)
  } catch (cause) {
    if (!(cause instanceof EncryptedFileError)) throw new ClasseurIllisible('abime', cause)
    const chiffre = Buffer.from(octets).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new ClasseurIllisible(chiffre ? 'protege' : 'pas_un_tableur', cause)
  }
}

function lireTexte(octets: Uint8Array, nomFichier: string): Classeur {
  const texte = decoder(octets)
  // eslint-disable-next-line no-control-regex -- control characters are exactly what tells a binary file
  if (texte.startsWith('%PDF') || /[\u0000-\u0008\u000e-\u001f]/.test(texte.slice(0, 4096)))
    throw new ClasseurIllisible('pas_un_tableur')
  const lignes = parseCsv(texte).map((ligne) => ligne.map(cellule))
  const nom = nomFichier.replace(/^.*[\\/]/, '').replace(EXTENSIONS_TEXTE, '')
  return { base1904: false, feuilles: [{ nom, lignes, fusions: [], masquee: false }] }
}

/** UTF-8, or UTF-16 when it says so, else what French spreadsheets write on Windows. */
function decoder(octets: Uint8Array): string {
  if (octets[0] === 0xff && octets[1] === 0xfe) return new TextDecoder('utf-16le').decode(octets)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    return new TextDecoder('windows-1252').decode(octets)
  }
}

function neutre(lu: Workbook): Classeur {
  return {
    base1904: lu.dateSystem === '1904',
    feuilles: lu.sheets.map((feuille) => ({
      nom: feuille.name,
      masquee: Boolean(feuille.hidden || feuille.veryHidden),
      fusions: (feuille.merges ?? []).map((zone) => ({
        ligne: zone.startRow,
        colonne: zone.startCol,
        hauteur: zone.endRow - zone.startRow + 1,
        largeur: zone.endCol - zone.startCol + 1
      })),
      lignes: feuille.rows.map((ligne) => ligne.map(cellule))
    }))
  }
}

function cellule(valeur: CellValue): Cellule {
  if (valeur instanceof Date) return Number.isNaN(valeur.getTime()) ? null : { date: valeur.toISOString().slice(0, 10) }
  if (typeof valeur === 'string') return valeur.trim() === '' ? null : valeur.replace(/\r\n?/g, '\n')
  return valeur
}
