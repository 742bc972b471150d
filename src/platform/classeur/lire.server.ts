import { EncryptedFileError, read, readOds, type CellValue, type Workbook } from 'hucre'
import { ClasseurIllisible, type Cellule, type Classeur } from '#platform/classeur.ts'
import { estUneArchive, nomsDesEntrees } from './archive.server.ts'
import { caches, sansValeur, signesDe, type Caches } from './signes.server.ts'
import { lireTexte } from './texte.server.ts'

const OCTETS_MAX = 30 * 2 ** 20
const EXTENSIONS_TEXTE = /\.(?:csv|tsv|txt)$/i

/**
 * Reads a .xlsx, .xlsm, .xls, .ods or .csv file into neutral cells: rich text as its text, formulas as their last computed value,
 * dates by the cell's format and the workbook's own calendar. `nomFichier` only tells a text file from what is no spreadsheet.
 * `signes` says what it holds beside: macros, which never run, links elsewhere, formulas, hidden rows. Throws ClasseurIllisible with a
 * sentence to show.
 */
export async function lireClasseur(octets: Uint8Array, nomFichier: string): Promise<Classeur> {
  if (octets.length > OCTETS_MAX) throw new ClasseurIllisible('trop_gros')
  if (estUneArchive(octets)) return lireArchive(octets)
  if (estUnConteneurOle(octets)) return neutre(await lireOle(octets), new Set(), null)
  if (!EXTENSIONS_TEXTE.test(nomFichier)) throw new ClasseurIllisible('pas_un_tableur')
  const { lignes, signe } = lireTexte(octets)
  const nom = nomFichier.replace(/^.*[\\/]/, '').replace(EXTENSIONS_TEXTE, '')
  return {
    base1904: false,
    signes: [signe],
    feuilles: [{ nom, lignes: lignes.map((ligne) => ligne.map(cellule)), fusions: [], masquee: false }]
  }
}

async function lireArchive(octets: Uint8Array): Promise<Classeur> {
  const noms = nomsDesEntrees(octets)
  const ods = noms.has('content.xml') && noms.has('mimetype')
  if (!ods && !noms.has('xl/workbook.xml') && !noms.has('xl/workbook.bin')) throw new ClasseurIllisible('pas_un_tableur')
  try {
    return neutre(await (ods ? readOds(octets) : read(octets)), noms, ods ? caches(octets) : null)
  } catch (cause) {
    if (cause instanceof ClasseurIllisible) throw cause
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

function neutre(lu: Workbook, noms: ReadonlySet<string>, cachesOds: Caches | null): Classeur {
  return {
    base1904: lu.dateSystem === '1904',
    signes: signesDe(lu, noms, cachesOds),
    feuilles: lu.sheets.map((feuille) => ({
      nom: feuille.name,
      masquee: Boolean(feuille.hidden || feuille.veryHidden || cachesOds?.get(feuille.name)?.masquee),
      fusions: (feuille.merges ?? []).map((zone) => ({
        ligne: zone.startRow,
        colonne: zone.startCol,
        hauteur: zone.endRow - zone.startRow + 1,
        largeur: zone.endCol - zone.startCol + 1
      })),
      lignes: feuille.cells?.size
        ? feuille.rows.map((ligne, l) =>
            ligne.map((valeur, c) => (sansValeur(feuille.cells!.get(`${l},${c}`)) ? null : cellule(valeur)))
          )
        : feuille.rows.map((ligne) => ligne.map(cellule))
    }))
  }
}

function cellule(valeur: CellValue): Cellule {
  if (valeur instanceof Date) return Number.isNaN(valeur.getTime()) ? null : { date: valeur.toISOString().slice(0, 10) }
  if (typeof valeur === 'string') return valeur.trim() === '' ? null : valeur.replace(/\r\n?/g, '\n')
  return valeur
}
