import { BorderStyle, LevelFormat, LevelSuffix, type ILevelsOptions, type IStylesOptions } from 'docx'
import { couleursDe, type Couleurs, type Teinte } from '../couleurs.ts'
import { direNumero, type Bloc, type Numero } from '../imprimable.ts'
import { FAMILLE } from '../polices.server.ts'

/** The colours of the document, as docx writes them: without their sharp. */
export type Peindre = (nom: keyof Couleurs) => string

export function peindre(teinte: Teinte): Peindre {
  const couleurs = couleursDe(teinte)
  return (nom) => couleurs[nom].slice(1)
}

const TAILLES = [38, 30, 26, 24, 23, 22]

const enTete = (rang: number, couleur: Peindre) => ({
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  run: { size: TAILLES[rang]!, bold: true, color: couleur('fil') },
  paragraph: {
    keepNext: true,
    keepLines: true,
    spacing: { before: rang === 0 ? 480 : 400, after: rang === 0 ? 200 : 140, line: 252, lineRule: 'auto' as const },
    ...(rang === 0 && { border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: couleur('trame'), space: 4 } } })
  }
})

const sommaire = (rang: number) => ({
  id: `TOC${rang + 1}`,
  name: `toc ${rang + 1}`,
  basedOn: 'Normal',
  next: 'Normal',
  uiPriority: 39,
  run: { bold: rang === 0 },
  paragraph: { indent: { left: rang * 220 }, spacing: { before: rang === 0 ? 160 : 0, after: 60 } }
})

/** Named styles, so that a person restyles the whole document in Word by changing one of them. */
export const styles = (couleur: Peindre): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: FAMILLE,
        size: 21,
        color: couleur('encre'),
        language: { value: 'fr-FR', eastAsia: 'fr-FR', bidirectional: 'fr-FR' }
      },
      paragraph: { spacing: { after: 140, line: 288, lineRule: 'auto' as const } }
    },
    title: {
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: 60, bold: true, color: couleur('fil') },
      paragraph: { spacing: { after: 240, line: 240, lineRule: 'auto' as const } }
    },
    heading1: enTete(0, couleur),
    heading2: enTete(1, couleur),
    heading3: enTete(2, couleur),
    heading4: enTete(3, couleur),
    heading5: enTete(4, couleur),
    heading6: enTete(5, couleur)
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 32, color: couleur('encreDouce') },
      paragraph: { spacing: { after: 240 } }
    },
    {
      id: 'TitreSommaire',
      name: 'Titre du sommaire',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 38, bold: true, color: couleur('fil') },
      paragraph: { keepNext: true, spacing: { after: 240 } }
    },
    {
      id: 'Intertitre',
      name: 'Intertitre de fiche',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { bold: true, color: couleur('fil') },
      paragraph: { keepNext: true, keepLines: true, spacing: { before: 260, after: 100 } }
    },
    {
      id: 'Encadre',
      name: 'Encadré',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        indent: { left: 240 },
        border: { left: { style: BorderStyle.SINGLE, size: 20, color: couleur('trame'), space: 10 } }
      }
    },
    {
      id: 'Cellule',
      name: 'Cellule',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 19 },
      paragraph: { spacing: { after: 0, line: 259, lineRule: 'auto' as const } }
    },
    {
      id: 'Libelle',
      name: 'Libellé',
      basedOn: 'Cellule',
      quickFormat: true,
      run: { size: 18, bold: true, color: couleur('encreDouce') }
    },
    {
      id: 'Pied',
      name: 'En-tête et pied',
      basedOn: 'Normal',
      run: { size: 17, color: couleur('encreDouce') },
      paragraph: { spacing: { after: 0 } }
    },
    ...[0, 1, 2, 3, 4, 5].map(sommaire)
  ]
})

const PUCES = ['•', '–', '·']

/** The lists of the document: one for bullets, one for each series of numbered headings, its levels worded as the headings are. */
export function numerotations(blocs: readonly Bloc[], couleur: Peindre): { reference: string; levels: ILevelsOptions[] }[] {
  const series = new Map<string, Map<number, ILevelsOptions>>()
  for (const bloc of blocs) {
    if (bloc.bloc !== 'titre' || !bloc.numero?.serie) continue
    const rang = decomposer(bloc.numero)
    const niveaux = series.get(bloc.numero.serie) ?? new Map<number, ILevelsOptions>()
    if (rang && !niveaux.has(rang.length - 1)) niveaux.set(rang.length - 1, niveau(bloc.numero, rang, couleur))
    series.set(bloc.numero.serie, niveaux)
  }
  const puces = PUCES.concat(PUCES, PUCES).map((text, level) => ({
    level,
    text,
    format: LevelFormat.BULLET,
    style: {
      paragraph: { indent: { left: 340 * (level + 1), hanging: 240 } },
      run: { color: couleur(level === 0 ? 'trame' : 'fil') }
    }
  }))
  const listes = [...series].map(([reference, niveaux]) => ({
    reference,
    levels: [...niveaux.values()].sort((a, b) => a.level - b.level)
  }))
  return [{ reference: 'puces', levels: puces }, ...listes]
}

function niveau(numero: Numero, rang: number[], couleur: Peindre): ILevelsOptions {
  const modele = rang.map((_, i) => `%${i + 1}`).join('.')
  return {
    level: rang.length - 1,
    text: `${numero.avant}${modele}${numero.apres}`.trimEnd(),
    format: /^[IVX]+$/.test(numero.rang) ? LevelFormat.UPPER_ROMAN : LevelFormat.DECIMAL,
    suffix: LevelSuffix.SPACE,
    style: { run: { color: couleur('trame') }, paragraph: { indent: { left: 0, hanging: 0 } } }
  }
}

const ROMAINS: Record<string, number> = { I: 1, V: 5, X: 10 }

/** « 1.2 » → [1, 2]; « IV » → [4]; null for what Word could not count. */
function decomposer({ rang }: Numero): number[] | null {
  if (/^[IVX]+$/.test(rang)) {
    const valeurs = [...rang].map((lettre) => ROMAINS[lettre]!)
    return [valeurs.reduce((somme, v, i) => somme + (v < (valeurs[i + 1] ?? 0) ? -v : v), 0)]
  }
  return /^\d+(?:\.\d+){0,8}$/.test(rang) ? rang.split('.').map(Number) : null
}

/**
 * Follows the headings as Word would number them, and tells for each whether Word's own count gives the number that the document wants:
 * then the number is a real one, that renumbers itself; otherwise it is written as text.
 */
export function compteur(listes: readonly { reference: string; levels: readonly ILevelsOptions[] }[]) {
  const comptes = new Map<string, number[]>()
  return (numero: Numero): { reference: string; level: number } | null => {
    const rang = decomposer(numero)
    if (!numero.serie || !rang) return null
    const level = rang.length - 1
    const compte = comptes.get(numero.serie) ?? []
    const suivant = [...compte.slice(0, level), (compte[level] ?? 0) + 1]
    const modele = listes.find((l) => l.reference === numero.serie)?.levels.find((l) => l.level === level)?.text
    const vu = modele?.replace(/%(\d)/g, (_, n: string) => (rang.length === 1 ? numero.rang : String(suivant[Number(n) - 1])))
    if (suivant.join('.') !== rang.join('.') || vu !== direNumero(numero).trimEnd()) return null
    comptes.set(numero.serie, suivant)
    return { reference: numero.serie, level }
  }
}
