import { writeXlsx, type Cell, type CellStyle, type CellValue, type WriteSheet } from 'hucre'
import type { Cellule, CelluleAEcrire, FeuilleAEcrire, StyleCellule } from '#platform/classeur.ts'

/** Excel refuses a file with a longer cell. */
const CARACTERES_MAX = 32_767
const SUITE = '… (texte coupé : trop long pour une cellule)'

const HAUT: CellStyle = { alignment: { wrapText: true, vertical: 'top' } }
const FORMATS = { date: 'dd/mm/yyyy', montant: '#,##0.00' } as const
const STYLES: Record<StyleCellule, CellStyle> = {
  titre: { font: { bold: true, size: 14 }, alignment: { vertical: 'center' } },
  entete: {
    font: { bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE8F0' } },
    border: { bottom: { style: 'thin' } },
    alignment: { wrapText: true, vertical: 'center' }
  },
  aide: { font: { italic: true, color: { rgb: '555555' } }, ...HAUT },
  important: { font: { bold: true }, ...HAUT }
}

/** The bytes of an .xlsx file that Excel and LibreOffice open. Text stays text, even when it begins with « = ». */
export async function ecrireClasseur(feuilles: FeuilleAEcrire[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: feuilles.map(feuilleEcrite), defaultFont: { name: 'Calibri', size: 11 } })
}

function feuilleEcrite(feuille: FeuilleAEcrire): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const rows = feuille.lignes.map((ligne, l) =>
    ligne.map((cellule, c) => {
      const { valeur, style } = separer(cellule)
      const ecrite = ecrire(valeur)
      if (ecrite !== null)
        cells.set(`${l},${c}`, { value: ecrite, style: style ? STYLES[style] : styleDe(valeur, feuille.colonnes[c]) })
      return ecrite
    })
  )
  return {
    name: feuille.nom,
    rows,
    cells,
    hidden: feuille.masquee,
    columns: feuille.colonnes.map(({ largeur }) => ({ width: largeur })),
    freezePane: { rows: feuille.lignesFigees ?? 0, columns: feuille.colonnesFigees ?? 0 },
    dataValidations: (feuille.listes ?? []).map((liste) => ({
      type: 'list',
      values: [...liste.valeurs],
      range: `${lettre(liste.colonne)}${liste.deLigne + 1}:${lettre(liste.colonne)}${liste.aLigne + 1}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: 'Valeur hors de la liste',
      errorMessage: 'Choisissez plutôt une valeur de la liste.'
    }))
  }
}

const separer = (cellule: CelluleAEcrire): { valeur: Cellule; style?: StyleCellule } =>
  typeof cellule === 'object' && cellule !== null && 'valeur' in cellule ? cellule : { valeur: cellule }

function styleDe(valeur: Cellule, colonne: FeuilleAEcrire['colonnes'][number] | undefined): CellStyle {
  if (typeof valeur === 'object' && valeur) return { ...HAUT, numFmt: FORMATS.date }
  if (typeof valeur === 'number' && colonne?.format) return { ...HAUT, numFmt: FORMATS[colonne.format] }
  // the text format keeps a formula-like text harmless even when someone edits the cell afterwards
  if (typeof valeur === 'string' && /^[=+\-@]/.test(valeur)) return { ...HAUT, numFmt: '@' }
  return HAUT
}

function ecrire(valeur: Cellule): CellValue {
  if (typeof valeur === 'object' && valeur) return new Date(`${valeur.date}T00:00:00Z`)
  if (typeof valeur !== 'string') return valeur
  // Excel reads « _x000D_ » in a text as the code of a character; « _x005F_ » is the escaped underscore
  const net = valeur.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  return net.length <= CARACTERES_MAX ? net : net.slice(0, CARACTERES_MAX - SUITE.length) + SUITE
}

/** 0 → « A », 26 → « AA ». */
function lettre(colonne: number): string {
  const derniere = String.fromCharCode(65 + (colonne % 26))
  return colonne < 26 ? derniere : lettre(Math.floor(colonne / 26) - 1) + derniere
}
