import { cleDeNom } from '#platform/classeur/libre.ts'

/** A heading that says itself the title of a fiche; `sous` for that of a sub-action. */
export type TitreLu = { texte: string; sous: boolean }

const EXPLICITE =
  /^(?<sous>sous[- ]action)?(?:fiches?[- ]?actions?|fiche|action)?\s*(?:n\s*[°ºo]\s*)?(?<numero>\d{1,3}(?:\.\d{1,3})*\.?)?\s*[·:–—-]\s*(?<texte>\S.*)$/isu
const NOMMEE = /^(?:sous[- ]action|fiches?[- ]?actions?|fiche|action)\b/iu

/** « Fiche action 3 · Bus santé », « ACTION N°2 : Bus santé » as « 3. Bus santé »; null for any other paragraph. */
export function lireTitre(ligne: string): TitreLu | null {
  const trouve = NOMMEE.test(ligne) ? EXPLICITE.exec(ligne.trim()) : null
  if (!trouve) return null
  const { sous, numero, texte } = trouve.groups as { sous?: string; numero?: string; texte: string }
  return { texte: numero ? `${numero.replace(/\.$/, '')}. ${texte}` : texte, sous: sous !== undefined }
}

/** Headings under which a fiche says more, in our own documents and in those of many towns. */
const SECTIONS = new Set([
  'contexte',
  'constat',
  'constats',
  'enjeux',
  'objectifs',
  'objectif',
  'description',
  "description de l'action",
  'etapes',
  'moyens humains et techniques',
  'moyens',
  'moyens mutualises',
  'budget',
  'financement',
  'financements',
  'plan de financement',
  'postes',
  'indicateurs',
  "indicateurs d'evaluation",
  'evaluation',
  'reponses aux axes transversaux',
  'dernieres nouvelles',
  'points de vigilance',
  'notes',
  'actions liees',
  'documents',
  'partenaires',
  'calendrier'
])

export const estUneSection = (ligne: string): boolean => SECTIONS.has(cleDeNom(ligne).replace(/^\d+[.)] ?/, ''))

/** Longer, or ended as a sentence is, a paragraph over a table is no title. */
const LONGUEUR_D_UN_TITRE = 160

/** Whether the paragraph just over a table may be the title of its fiche. */
export const sembleUnTitre = (ligne: string | undefined, axe: RegExp): ligne is string =>
  ligne !== undefined &&
  ligne.length <= LONGUEUR_D_UN_TITRE &&
  /\p{L}{2}/u.test(ligne) &&
  !/^- |[.;:,]$/u.test(ligne) &&
  !axe.test(ligne) &&
  !estUneSection(ligne) &&
  // « Fiche action n° 3 » says no title
  !/^(?:sous[- ]action|fiches?[- ]?actions?|fiche|action)?\s*(?:n\s*[°ºo])?\s*[\d.]*$/iu.test(ligne)
