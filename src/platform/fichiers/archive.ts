import type { GenreFichier, RaisonFichier } from '../fichiers.ts'

const FIN = 0x06054b50
const ENTREE = 0x02014b50
const ENTREES_MAX = 20_000

/** The part that makes an archive a document of Microsoft Office. */
const PARTIES: Record<string, GenreFichier> = {
  'word/document.xml': 'docx',
  'xl/workbook.xml': 'xlsx',
  'ppt/presentation.xml': 'pptx'
}
const ODF: Record<string, GenreFichier> = { text: 'odt', spreadsheet: 'ods', presentation: 'odp' }

/** Which office document an archive is, by the names of its parts: nothing is inflated. */
export function genreDeLArchive(octets: Uint8Array): GenreFichier | RaisonFichier {
  // OpenDocument says what it is in its first entry, which is not compressed
  const debut = new TextDecoder('latin1').decode(octets.subarray(30, 130))
  const odf = /^mimetypeapplication\/vnd\.oasis\.opendocument\.(\w+)(?=PK|$)/.exec(debut)
  const noms = nomsDesEntrees(octets)
  if (noms === null) return 'fichier_abime'
  if (odf) return ODF[odf[1]!] ?? 'fichier_inconnu'
  if (!noms.includes('[Content_Types].xml')) return 'fichier_archive'
  if (noms.some((nom) => /vbaProject\.bin$/i.test(nom))) return 'fichier_macros'
  const partie = noms.find((nom) => nom in PARTIES)
  return partie ? PARTIES[partie]! : 'fichier_archive'
}

/** The names in the directory at the end of an archive; null when it is cut. */
function nomsDesEntrees(octets: Uint8Array): string[] | null {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  const noms: string[] = []
  try {
    let fin = octets.length - 22
    while (fin >= 0 && vue.getUint32(fin, true) !== FIN) if (--fin < octets.length - 65_558) return null
    const nombre = Math.min(vue.getUint16(fin + 10, true), ENTREES_MAX)
    let a = vue.getUint32(fin + 16, true)
    for (let rang = 0; rang < nombre; rang++) {
      if (vue.getUint32(a, true) !== ENTREE) return null
      const long = vue.getUint16(a + 28, true)
      noms.push(new TextDecoder().decode(octets.subarray(a + 46, a + 46 + long)))
      a += 46 + long + vue.getUint16(a + 30, true) + vue.getUint16(a + 32, true)
    }
  } catch {
    return null
  }
  return noms
}
