import {
  BorderStyle,
  ImageRun,
  PageBreak,
  Paragraph,
  ShadingType,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
  type FileChild,
  type IParagraphOptions
} from 'docx'
import { logerImage, PLACE_DU_LOGO, type Imprimable, type Logo } from '../imprimable.ts'
import type { Peindre } from './styles.server.ts'
import { LARGEUR, reperes } from './tableaux.server.ts'
import { lignes } from './texte.server.ts'

/** The cover page, or the few lines that stand for it, then the table of contents. */
export function ouverture(imprimable: Imprimable, couleur: Peindre): FileChild[] {
  const { pleinePage } = imprimable.ouverture
  const debut = pleinePage ? couverture(imprimable, couleur) : entete(imprimable)
  return [...debut, ...(imprimable.sommaire ? sommaire(pleinePage) : pleinePage ? [sautDePage()] : [])]
}

/** White on the cover: around the band in points, elsewhere in twentieths of one. With many parties, the band leaves them its place. */
const BLANCS = {
  ample: { bord: 31, sousLeLogo: 900, sousLeSurtitre: 1300, entre: 160, sousLaBande: 1000 },
  serre: { bord: 18, sousLeLogo: 400, sousLeSurtitre: 160, entre: 80, sousLaBande: 600 }
} as const
type Blancs = (typeof BLANCS)[keyof typeof BLANCS]

function couverture({ ouverture, mention, logo }: Imprimable, couleur: Peindre): FileChild[] {
  const dit = (texte: string, size: number) => lignes(texte, { size, color: couleur('papier') })
  const serre = ouverture.parties.length > 7
  const blancs = serre ? BLANCS.serre : BLANCS.ample
  const bande = surLaBande(couleur, blancs, [
    { style: 'Subtitle', children: dit(ouverture.surtitre, 28) },
    { style: 'Title', children: dit(ouverture.titre, ouverture.titre.length > 70 ? 50 : 62) },
    ...(ouverture.sousTitre ? [{ style: 'Subtitle', children: dit(ouverture.sousTitre, 34) }] : []),
    ...(ouverture.ligne ? [{ style: 'Subtitle', children: dit(ouverture.ligne, 26) }] : [])
  ])
  return [
    ...(logo
      ? [
          new Paragraph({
            spacing: { after: blancs.sousLeLogo, line: 240, lineRule: 'auto' },
            children: [image(logo, 'couverture')]
          })
        ]
      : []),
    ...bande,
    ...(mention ? [new Paragraph({ children: [new TextRun({ text: mention, bold: true, color: couleur('trame') })] })] : []),
    ...(ouverture.parties.length
      ? [new Paragraph({ style: 'Libelle', keepNext: true, spacing: { after: 80 }, children: lignes('Entre') })]
      : []),
    ...ouverture.parties.map(
      (nom) =>
        new Paragraph({
          numbering: { reference: 'puces', level: 0 },
          spacing: serre ? { after: 0, line: 240, lineRule: 'auto' } : { after: 60 },
          children: lignes(nom, serre ? { size: 19 } : {})
        })
    ),
    new Paragraph({ children: [] }),
    ...(ouverture.reperes.length ? [reperes(ouverture.reperes, couleur)] : [])
  ]
}

/**
 * The coloured band and the thread under it. Word draws paragraphs of one frame and one shade as one box, and the frame here has the colour
 * of the shade: the band is made of nothing but its own lines, in order, for whoever hears them.
 */
function surLaBande(couleur: Peindre, blancs: Blancs, dits: IParagraphOptions[]): Paragraph[] {
  const bord = { style: BorderStyle.SINGLE, size: 48, color: couleur('fil'), space: blancs.bord }
  const cote = { ...bord, space: BLANCS.ample.bord }
  const border = { top: bord, left: cote, right: cote, bottom: { ...bord, color: couleur('trame') } }
  const shading = { type: ShadingType.CLEAR, color: 'auto', fill: couleur('fil') }
  const dernier = dits.length - 1
  return dits.map((dit, rang) => {
    const after = rang === 0 ? blancs.sousLeSurtitre : rang === dernier ? blancs.sousLaBande : blancs.entre
    return new Paragraph({ ...dit, shading, border, spacing: { after } })
  })
}

/** Word counts an image in pixels, 96 to the inch. */
const PIXELS_PAR_CM = 96 / 2.54

function image(logo: Logo, place: keyof typeof PLACE_DU_LOGO): ImageRun {
  const { largeur, hauteur } = logerImage(logo, PLACE_DU_LOGO[place])
  return new ImageRun({
    type: logo.genre === 'png' ? 'png' : 'jpg',
    data: logo.octets,
    transformation: { width: Math.round(largeur * PIXELS_PAR_CM), height: Math.round(hauteur * PIXELS_PAR_CM) },
    altText: { name: 'Logo', description: logo.alternatif }
  })
}

function entete({ ouverture, logo }: Imprimable): FileChild[] {
  // the logo stands on the first line, at its end: a frame beside the text would be lost to a reader of screens
  const auBout = logo
    ? {
        tabStops: [{ type: TabStopType.RIGHT, position: LARGEUR }],
        spacing: { after: 60, line: 240, lineRule: 'auto' as const },
        children: [...lignes(ouverture.surtitre), new TextRun({ children: [new Tab()] }), image(logo, 'entete')]
      }
    : { children: lignes(ouverture.surtitre) }
  return [
    new Paragraph({ style: 'Libelle', ...auBout }),
    new Paragraph({ spacing: { after: 60 }, children: lignes(ouverture.titre, { bold: true, size: 26 }) }),
    ...(ouverture.sousTitre ? [new Paragraph({ style: 'Libelle', children: lignes(ouverture.sousTitre) })] : [])
  ]
}

const sommaire = (pageBreakBefore: boolean): FileChild[] => [
  new Paragraph({
    style: 'TitreSommaire',
    pageBreakBefore,
    spacing: { before: pageBreakBefore ? 0 : 480, after: 240 },
    children: lignes('Sommaire')
  }),
  new TableOfContents('Sommaire', { hyperlink: true, headingStyleRange: '1-6' }),
  sautDePage()
]

const sautDePage = () => new Paragraph({ children: [new PageBreak()] })
