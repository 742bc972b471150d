import { BorderStyle, PageBreak, Paragraph, TableOfContents, TextRun, type FileChild } from 'docx'
import type { Imprimable } from '../imprimable.ts'
import { couleur } from './styles.server.ts'
import { reperes } from './tableaux.server.ts'
import { lignes } from './texte.server.ts'

/** The cover page, or the few lines that stand for it, then the table of contents. */
export function ouverture(imprimable: Imprimable): FileChild[] {
  const { pleinePage } = imprimable.ouverture
  const debut = pleinePage ? couverture(imprimable) : entete(imprimable)
  return [...debut, ...(imprimable.sommaire ? sommaire(pleinePage) : pleinePage ? [sautDePage()] : [])]
}

function couverture({ ouverture, mention }: Imprimable): FileChild[] {
  const tissage = { bottom: { style: BorderStyle.SINGLE, size: 24, color: couleur('trame'), space: 12 } }
  return [
    new Paragraph({ style: 'Subtitle', spacing: { before: 2400, after: 240 }, children: lignes(ouverture.surtitre) }),
    new Paragraph({ style: 'Title', children: lignes(ouverture.titre) }),
    new Paragraph({ style: 'Subtitle', border: tissage, spacing: { after: 600 }, children: lignes(ouverture.sousTitre ?? '') }),
    ...(mention ? [new Paragraph({ children: [new TextRun({ text: mention, bold: true, color: couleur('trame') })] })] : []),
    ...(ouverture.parties.length
      ? [new Paragraph({ style: 'Libelle', keepNext: true, spacing: { after: 80 }, children: lignes('Entre') })]
      : []),
    ...ouverture.parties.map(
      (nom) => new Paragraph({ numbering: { reference: 'puces', level: 0 }, spacing: { after: 60 }, children: lignes(nom) })
    ),
    new Paragraph({ children: [] }),
    ...(ouverture.reperes.length ? [reperes(ouverture.reperes)] : [])
  ]
}

function entete({ ouverture }: Imprimable): FileChild[] {
  return [
    new Paragraph({ style: 'Libelle', children: lignes(ouverture.surtitre) }),
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
