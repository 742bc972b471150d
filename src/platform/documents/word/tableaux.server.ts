import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType
} from 'docx'
import { tientEnsemble, type Bloc, type Repere, type Signature } from '../imprimable.ts'
import type { Peindre } from './styles.server.ts'
import { lignes } from './texte.server.ts'

/** Width between the margins of an A4 page, in twentieths of a point. */
export const LARGEUR = 9300

const AUCUN = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const filet = (couleur: Peindre, nom: 'filet' | 'filetFort', size = 4) =>
  ({ style: BorderStyle.SINGLE, size, color: couleur(nom) }) as const
/** What scissors follow. */
export const POINTILLE = { style: BorderStyle.DASHED, size: 6, color: 'auto' } as const
const marges = { top: 70, bottom: 70, left: 110, right: 110 }

const cellule = (
  couleur: Peindre,
  texte: string,
  style: string,
  reste: { width: number; droite?: boolean; fond?: 'creux' | 'filFond'; gras?: boolean; garde?: boolean }
) =>
  new TableCell({
    width: { size: reste.width, type: WidthType.DXA },
    margins: marges,
    ...(reste.fond && { shading: { fill: couleur(reste.fond), type: 'clear' as const, color: 'auto' } }),
    children: [
      new Paragraph({
        style,
        keepNext: reste.garde ?? false,
        alignment: reste.droite ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: lignes(texte, reste.gras ? { bold: true } : {})
      })
    ]
  })

const cadre = (couleur: Peindre, rows: TableRow[], columnWidths: number[], premiere: 'ligne' | 'colonne' | null) =>
  new Table({
    rows,
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: LARGEUR, type: WidthType.DXA },
    tableLook: { firstRow: premiere === 'ligne', firstColumn: premiere === 'colonne', noHBand: true, noVBand: true },
    borders: {
      top: filet(couleur, 'filet'),
      bottom: filet(couleur, 'filet'),
      left: AUCUN,
      right: AUCUN,
      insideVertical: AUCUN,
      insideHorizontal: filet(couleur, 'filet')
    }
  })

/** A table with its first row repeated on each page; a short row is never cut. */
export function tableau(bloc: Extract<Bloc, { bloc: 'tableau' }>, couleur: Peindre): Table {
  const parts = bloc.colonnes.reduce((somme, { part }) => somme + part, 0)
  const largeurs = bloc.colonnes.map(({ part }) => Math.floor((part / parts) * LARGEUR))
  const rangee = (textes: string[], gras: boolean) =>
    new TableRow({
      cantSplit: tientEnsemble(textes),
      children: textes.map((texte, i) =>
        cellule(couleur, texte, 'Cellule', { width: largeurs[i]!, droite: bloc.colonnes[i]!.chiffre, gras })
      )
    })
  const tete = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: bloc.colonnes.map(({ titre, chiffre }, i) =>
      cellule(couleur, titre, 'Cellule', { width: largeurs[i]!, droite: chiffre, fond: 'filFond', gras: true, garde: true })
    )
  })
  return cadre(
    couleur,
    [tete, ...bloc.lignes.map((l) => rangee(l, false)), ...(bloc.total ? [rangee(bloc.total, true)] : [])],
    largeurs,
    'ligne'
  )
}

/** A card of facts: labels in the first column; a card that is not too long is never cut. */
export function reperes(entrees: readonly Repere[], couleur: Peindre): Table {
  const largeurs = [2700, LARGEUR - 2700]
  const courte = entrees.reduce((somme, { valeur }) => somme + 60 + valeur.length, 0) <= 2200
  const rangees = entrees.map(
    ({ nom, valeur }, i) =>
      new TableRow({
        cantSplit: tientEnsemble([valeur]),
        children: [
          cellule(couleur, nom, 'Libelle', { width: largeurs[0]!, fond: 'creux', garde: i < entrees.length - 1 && courte }),
          cellule(couleur, valeur, 'Cellule', { width: largeurs[1]!, garde: i < entrees.length - 1 && courte })
        ]
      })
  )
  return cadre(couleur, rangees, largeurs, 'colonne')
}

/** Boxes to sign in, two side by side, never cut, together on one page up to six. */
export function signatures(cases: readonly Signature[], couleur: Peindre): Table {
  const dessinees = cases.map((une) => dansLaCase(une, couleur))
  return deuxParRangee(dessinees, filet(couleur, 'filetFort', 6), { hauteur: 2900, ensemble: cases.length <= 6 })
}

/** Boxes two side by side, never cut. */
export function deuxParRangee(
  cases: Paragraph[][],
  bord: ReturnType<typeof filet> | typeof POINTILLE,
  { hauteur, ensemble }: { hauteur: number; ensemble: boolean }
): Table {
  const moitie = LARGEUR / 2
  const vide = { top: AUCUN, bottom: AUCUN, left: AUCUN, right: AUCUN }
  const paires = Array.from({ length: Math.ceil(cases.length / 2) }, (_, i) => cases.slice(i * 2, i * 2 + 2))
  const boite = (une: Paragraph[] | undefined) =>
    new TableCell({
      width: { size: moitie, type: WidthType.DXA },
      margins: { top: 160, bottom: 160, left: 180, right: 180 },
      verticalAlign: VerticalAlign.TOP,
      borders: une ? { top: bord, bottom: bord, left: bord, right: bord } : vide,
      children: une ?? [new Paragraph({ style: 'Cellule' })]
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: LARGEUR, type: WidthType.DXA },
    columnWidths: [moitie, moitie],
    tableLook: { firstRow: false, firstColumn: false, noHBand: true, noVBand: true },
    rows: paires.map(
      (paire, i) =>
        new TableRow({
          cantSplit: true,
          keepNext: ensemble && i < paires.length - 1,
          height: { value: hauteur, rule: 'atLeast' },
          children: [boite(paire[0]), boite(paire[1])]
        })
    )
  })
}

function dansLaCase(s: Signature, couleur: Peindre): Paragraph[] {
  const ligne = (texte: string | null, sinon: string) =>
    new Paragraph({ style: texte ? 'Cellule' : 'Libelle', spacing: { after: 60 }, children: lignes(texte ?? sinon) })
  return [
    new Paragraph({ style: 'Cellule', children: [new TextRun({ text: s.structure, bold: true, color: couleur('fil') })] }),
    ...(s.precision ? [new Paragraph({ style: 'Libelle', spacing: { after: 200 }, children: lignes(s.precision) })] : []),
    ligne(s.personne, 'Nom\u00a0:'),
    ligne(s.qualite, 'Qualité\u00a0:'),
    ligne(s.date, 'Date\u00a0:'),
    ligne(null, 'Signature\u00a0:')
  ]
}
