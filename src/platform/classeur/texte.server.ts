import { parseCsv, writeCsv } from 'hucre'
import { ClasseurIllisible, type Encodage, type Separateur, type Signe } from '#platform/classeur.ts'

/** In the order in which a tie is settled: French spreadsheets write semicolons, and sentences hold commas. */
const SEPARATEURS: readonly Separateur[] = [';', '\t', '|', ',']
const ECHANTILLON = 100_000

/** A text of rows and columns, whatever parts its columns and however it is encoded. Throws ClasseurIllisible for what is no text. */
export function lireTexte(octets: Uint8Array): { lignes: (string | null)[][]; signe: Signe } {
  const encodage = encodageDe(octets)
  const texte = new TextDecoder(encodage).decode(octets)
  // eslint-disable-next-line no-control-regex -- control characters are exactly what tells a binary file
  if (texte.startsWith('%PDF') || /[\u0000-\u0008\u000e-\u001f]/.test(texte.slice(0, 4096)))
    throw new ClasseurIllisible('pas_un_tableur')
  // Excel's own way to say it, on a line that is no data
  const dit = /^sep=([;,\t|])\r?\n/.exec(texte)
  const net = dit ? texte.slice(dit[0].length) : texte
  const separateur = (dit?.[1] as Separateur | undefined) ?? separateurDe(net)
  // an apostrophe before a sign of formula is how text is told from a formula, here and in spreadsheets
  const lignes = parseCsv(net, { delimiter: separateur, unescapeFormulae: true }) as (string | null)[][]
  return { lignes, signe: { sorte: 'texte', separateur, encodage } }
}

/** Rows as a text that Excel opens with its accents and in columns, in French; no cell becomes a formula. lireTexte reads the same rows. */
export const ecrireTexte = (lignes: readonly (string | null)[][]): Uint8Array =>
  new TextEncoder().encode(writeCsv(lignes as (string | null)[][], { delimiter: ';', bom: true, escapeFormulae: true }))

/** What the bytes say of themselves; else UTF-16 by its zeros, UTF-8 when it is, or what French spreadsheets write on Windows. */
function encodageDe(octets: Uint8Array): Encodage {
  if (octets[0] === 0xff && octets[1] === 0xfe) return 'utf-16le'
  if (octets[0] === 0xfe && octets[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const debut = octets.subarray(0, 2000)
  debut.forEach((octet, rang) => void (octet === 0 && zeros[rang % 2]!++))
  if (zeros[1]! > debut.length / 4 && zeros[0]! < debut.length / 40) return 'utf-16le'
  if (zeros[0]! > debut.length / 4 && zeros[1]! < debut.length / 40) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(octets)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** The separator that gives most of the rows one same number of columns, quoted cells counted as they are written. */
function separateurDe(texte: string): Separateur {
  const debut = texte.slice(0, ECHANTILLON)
  let meilleur: Separateur = ';'
  let part = 0
  for (const candidat of SEPARATEURS) {
    const largeurs = new Map<number, number>()
    const lues = parseCsv(debut, { delimiter: candidat, skipEmptyRows: true })
    const lignes = lues.length > 1 && texte.length > ECHANTILLON ? lues.slice(0, -1) : lues
    for (const { length } of lignes) if (length > 1) largeurs.set(length, (largeurs.get(length) ?? 0) + 1)
    const sienne = Math.max(0, ...largeurs.values()) / lignes.length
    if (sienne > part) [meilleur, part] = [candidat, sienne]
  }
  return meilleur
}
