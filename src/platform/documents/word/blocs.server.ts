import { BorderStyle, HeadingLevel, Paragraph, ShadingType, TextRun, type FileChild } from 'docx'
import { direNumero, type Bloc, type Element, type Numero, type Repere, type Titre } from '../imprimable.ts'
import type { Peindre } from './styles.server.ts'
import { cartes } from './cartes.server.ts'
import { reperes, signatures, tableau } from './tableaux.server.ts'
import { lignes } from './texte.server.ts'

type Compteur = (numero: Numero) => { reference: string; level: number } | null

/** What a block becomes in Word; `compter` tells which headings Word numbers by itself. */
export function enElements(bloc: Bloc, compter: Compteur, couleur: Peindre): FileChild[] {
  switch (bloc.bloc) {
    case 'titre':
      return [enTitre(bloc, compter, couleur)]
    case 'paragraphe':
      return [new Paragraph({ children: lignes(bloc.texte) })]
    case 'liste':
      return bloc.elements.flatMap((element) => puce(element, 0, couleur))
    case 'encadre':
      return bloc.entrees.flatMap((entree) => encadre(entree, couleur))
    case 'reperes':
      return [reperes(bloc.entrees, couleur), respiration()]
    case 'tableau':
      return [tableau(bloc, couleur), respiration()]
    case 'cartes':
      return [cartes(bloc.cartes, couleur), respiration()]
    case 'signatures':
      return [signatures(bloc.cases, couleur), respiration()]
  }
}

const NIVEAUX = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6
]

const bandeau = (couleur: Peindre) => ({ left: { style: BorderStyle.SINGLE, size: 24, color: couleur('fil'), space: 6 } })

function enTitre(bloc: Titre, compter: Compteur, couleur: Peindre): Paragraph {
  const numbering = bloc.numero && compter(bloc.numero)
  const ecrit = numbering ? '' : direNumero(bloc.numero)
  return new Paragraph({
    ...(bloc.auSommaire
      ? { heading: NIVEAUX[Math.min(bloc.niveau, NIVEAUX.length) - 1] }
      : { style: 'Intertitre', outlineLevel: Math.min(bloc.niveau, 9) - 1 }),
    ...(numbering && { numbering }),
    pageBreakBefore: bloc.nouvellePage,
    ...(bloc.bandeau && {
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: couleur('filFond') },
      border: bandeau(couleur)
    }),
    children: [
      ...(ecrit ? [new TextRun({ text: ecrit, color: couleur('trame') })] : []),
      ...lignes(bloc.texte),
      ...(bloc.mention
        ? [new TextRun({ text: ` (${bloc.mention})`, bold: false, italics: true, size: 19, color: couleur('encreDouce') })]
        : [])
    ]
  })
}

function puce(element: Element, level: number, couleur: Peindre): Paragraph[] {
  return [
    new Paragraph({
      numbering: { reference: 'puces', level: Math.min(level, 8) },
      spacing: { after: 80 },
      children: [
        ...(element.nom ? [new TextRun({ text: `${element.nom}\u00a0: `, bold: true })] : []),
        ...lignes(element.texte),
        ...(element.note ? [new TextRun({ break: 1 }), ...lignes(element.note, { color: couleur('encreDouce') })] : [])
      ]
    }),
    ...element.enfants.flatMap((enfant) => puce(enfant, level + 1, couleur))
  ]
}

function encadre({ nom, valeur }: Repere, couleur: Peindre): Paragraph[] {
  return [
    new Paragraph({
      style: 'Encadre',
      keepNext: true,
      spacing: { after: 40 },
      children: [new TextRun({ text: nom, bold: true, size: 18, color: couleur('trame') })]
    }),
    new Paragraph({ style: 'Encadre', children: lignes(valeur) })
  ]
}

// Word glues two tables that touch, and a table to the text below it
const respiration = () => new Paragraph({ spacing: { after: 80, line: 120, lineRule: 'auto' }, children: [] })
