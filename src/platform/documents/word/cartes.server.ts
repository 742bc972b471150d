import { Paragraph, TextRun, type Table } from 'docx'
import type { Carte } from '../imprimable.ts'
import type { Peindre } from './styles.server.ts'
import { deuxParRangee, POINTILLE } from './tableaux.server.ts'
import { lignes } from './texte.server.ts'

/** Cards to cut out, two side by side. */
export const cartes = (toutes: readonly Carte[], couleur: Peindre): Table =>
  deuxParRangee(
    toutes.map((une) => dansLaCarte(une, couleur)),
    POINTILLE,
    { hauteur: toutes.some(({ grande }) => grande) ? 3000 : 2000, ensemble: false }
  )

function dansLaCarte({ coin, titre, lignes: dites, entrees, pied, grande }: Carte, couleur: Peindre): Paragraph[] {
  const ligne = (texte: string, style = 'Cellule') => new Paragraph({ style, spacing: { after: 60 }, children: lignes(texte) })
  return [
    new Paragraph({
      style: 'Cellule',
      children: [
        new TextRun({ text: titre, bold: true, size: grande ? 40 : 24, color: couleur('fil') }),
        ...(coin ? [new TextRun({ text: `\u2003${coin}`, bold: true, color: couleur('trame') })] : [])
      ]
    }),
    ...dites.map((texte) => ligne(texte, grande ? 'Cellule' : 'Libelle')),
    ...entrees.flatMap(({ nom, valeur }) => [ligne(nom, 'Libelle'), ligne(valeur)]),
    ...(pied ? [ligne(pied, 'Libelle'), ligne('…'), ligne('…')] : [])
  ]
}
