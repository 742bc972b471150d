import mammoth from 'mammoth'
import { ClasseurIllisible, type Fusion, type TableauWord } from '#platform/classeur.ts'
import { nomsDesEntrees } from './archive.server.ts'

type Noeud = {
  type: string
  value?: string
  children?: Noeud[]
  numbering?: unknown
  styleId?: string | null
  styleName?: string | null
  colSpan?: number
  rowSpan?: number
}

/**
 * The tables of a .docx, in their order, each with the paragraphs that stand over it; what stands under the last one comes over an empty
 * one. Throws ClasseurIllisible.
 */
export async function lireTableauxWord(octets: Uint8Array): Promise<{ tableaux: TableauWord[]; macros: boolean }> {
  const noms = nomsDesEntrees(octets)
  if (!noms.has('word/document.xml')) throw new ClasseurIllisible('pas_un_tableur')
  let racine: Noeud | null = null
  const transformDocument = (document: Noeud) => (racine = document)
  try {
    // only the tree is wanted: no picture is unfolded
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    await mammoth.convertToHtml({ buffer: Buffer.from(octets) }, { transformDocument, convertImage })
  } catch (cause) {
    throw new ClasseurIllisible('abime', cause)
  }
  const tableaux: TableauWord[] = []
  let avant: string[] = []
  let titres: number[] = []
  for (const noeud of (racine as Noeud | null)?.children ?? []) {
    if (noeud.type === 'table') {
      tableaux.push({ avant, titres, ...grilleDe(noeud) })
      avant = []
      titres = []
    } else {
      const texte = texteDe(noeud).trim()
      if (texte && avant.push(texte) && estUnTitre(noeud)) titres.push(avant.length - 1)
    }
  }
  if (avant.length > 0) tableaux.push({ avant, titres, lignes: [], fusions: [] })
  return { tableaux, macros: noms.has('word/vbaProject.bin') }
}

/** A heading by its style, in a French or an English document, or in one of ours. */
const estUnTitre = ({ styleId, styleName }: Noeud): boolean =>
  [styleId, styleName].some((nom) => /^(?:(?:heading|titre) ?\d|intertitre)/i.test(nom ?? ''))

/** Rows on one grid: a cell over several columns or rows holds its text in the first, the others are empty. */
function grilleDe(table: Noeud): Pick<TableauWord, 'lignes' | 'fusions'> {
  const lignes: (string | null)[][] = []
  const prises = new Set<string>()
  const fusions: Fusion[] = []
  for (const [l, rangee] of (table.children ?? []).filter(({ type }) => type === 'tableRow').entries()) {
    const ligne: (string | null)[] = []
    for (const cellule of rangee.children ?? []) {
      while (prises.has(`${l},${ligne.length}`)) ligne.push(null)
      const [hauteur, largeur, colonne] = [cellule.rowSpan ?? 1, cellule.colSpan ?? 1, ligne.length]
      for (let bas = 1; bas < hauteur; bas++)
        for (let droite = 0; droite < largeur; droite++) prises.add(`${l + bas},${colonne + droite}`)
      if (hauteur > 1 || largeur > 1) fusions.push({ ligne: l, colonne, hauteur, largeur })
      ligne.push(texteDe(cellule).trim() || null, ...Array.from({ length: largeur - 1 }, () => null))
    }
    lignes.push(ligne)
  }
  return { lignes, fusions }
}

/** The text of what a node holds: one paragraph a line, bullets kept. */
function texteDe(noeud: Noeud): string {
  const { type, value, children = [], numbering } = noeud
  if (type === 'text') return value ?? ''
  if (type === 'break') return '\n'
  if (type === 'tab') return ' '
  const dedans = children.map(texteDe).join(type === 'tableCell' || type === 'table' || type === 'tableRow' ? '\n' : '')
  return numbering && dedans.trim() && !estUnTitre(noeud) ? `- ${dedans}` : dedans
}
