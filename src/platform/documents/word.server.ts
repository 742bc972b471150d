import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { Imprimable } from './imprimable.ts'
import { FAMILLE, lirePolices } from './polices.server.ts'
import { toutImprimer } from './proprete.ts'
import { enElements } from './word/blocs.server.ts'
import { ouverture } from './word/ouverture.server.ts'
import { compteur, numerotations, peindre, styles, type Peindre } from './word/styles.server.ts'
import { LARGEUR } from './word/tableaux.server.ts'

/**
 * The document as a Word file (.docx), A4, in named styles: headings that Word numbers and lists in its own table of contents, header
 * rows repeated, page « x sur y », language and properties set, the font inside.
 */
export async function enWord({ logo, ...imprimable }: Imprimable): Promise<Uint8Array> {
  const propre = { ...toutImprimer(imprimable), logo: logo && { ...logo, alternatif: toutImprimer(logo.alternatif) } }
  const couleur = peindre(propre.teinte)
  const polices = lirePolices()
  const listes = numerotations(propre.blocs, couleur)
  const compter = compteur(listes)
  const document = new Document({
    title: propre.titre,
    creator: propre.auteur,
    lastModifiedBy: propre.auteur,
    description: '',
    styles: styles(couleur),
    numbering: { config: listes },
    fonts: [{ name: FAMILLE, data: polices.normale, bold: polices.grasse, italic: polices.italique }],
    // docx can estimate the pages of the contents itself, at four times the cost of the document; Word fills them at opening
    features: { updateFields: propre.sommaire },
    sections: [
      {
        properties: {
          titlePage: propre.ouverture.pleinePage,
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1420, bottom: 1300, left: 1303, right: 1303, header: 650, footer: 600 }
          }
        },
        headers: { default: enTete(propre, couleur) },
        footers: { default: pied(propre) },
        children: [...ouverture(propre, couleur), ...propre.blocs.flatMap((bloc) => enElements(bloc, compter, couleur))]
      }
    ]
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

const bout = [{ type: TabStopType.RIGHT, position: LARGEUR }]

function enTete({ titre, mention, ouverture }: Imprimable, couleur: Peindre): Header {
  const children = [
    new TextRun(ouverture.pleinePage ? titre : ''),
    ...(mention ? [new TextRun({ children: [new Tab(), mention], bold: true, color: couleur('trame') })] : [])
  ]
  return new Header({ children: [new Paragraph({ style: 'Pied', tabStops: bout, children })] })
}

function pied({ pied: texte }: Imprimable): Footer {
  const children = [
    new TextRun(texte),
    new TextRun({ children: [new Tab(), 'page ', PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES] })
  ]
  return new Footer({ children: [new Paragraph({ style: 'Pied', tabStops: bout, alignment: AlignmentType.LEFT, children })] })
}
