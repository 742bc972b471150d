import { normaliser } from '#platform/texte.ts'

/** Type hints of row 3 and filling instructions of row 4 of an untouched template, by the beginning of their text. */
const CONSIGNES = [
  'champ texte',
  'champ liste deroulante',
  'champ numerique',
  'champ date',
  'champ binaire',
  'si vos axes sont numerotes',
  'si vos sous-axes sont numerotes',
  'si vos sous-sous-axes sont numerotes',
  'texte court de 300 caracteres',
  "ce champ ne sera pas integre lors de l'importation",
  'presentez en quelques lignes le descriptif',
  'reseignez ici le nom et les objectifs',
  'renseignez ici le nom et les objectifs',
  '➔ utilisez exactement la meme ecriture',
  'plusieurs services peuvent etre indiques',
  'creez sous la forme : "prenom nom"',
  "choisissez l'option qui correspond le mieux",
  'saisissez un nombre entier, sans espaces',
  'saisissez une date sous le format',
  "indiquer si l'action est en amelioration continue",
  'ces informations devront etre saisies directement sur la plateforme'
]

/** Long texts of the example row, which nobody writes by chance, by their beginning. */
const EXEMPLES = [
  'un territoire desirable qui allie bien-etre, resilience',
  'informer, sensibiliser, mobiliser et associer les differents acteurs autour de la thematique de la qualite',
  'assurer la coordination de la transition ecologique (ou)',
  'assurer la coordination de la transition ecologique 1.1.1.1',
  'la collectivite exemple organise des rencontres',
  'le codir est compose de 5 membres',
  "contribution au suivi de la feuille de route qualite de l'air",
  'la collectivite 1, la collectivite 2',
  '- la collectivite - la dreal region',
  'la collectivite - la dreal region',
  'associations locales, ecopartenaire',
  'service environnement, departement environnement',
  'marie paul, pierre gwen',
  'renee charles, dominique trelle',
  'metropole - dreal - departement 64',
  '- metropole - dreal - departement 64'
]

/** Short values of the example row: they mark it only beside its long texts. */
const EXEMPLES_COURTS = new Set([
  'metropole, region',
  '50000',
  'dreal',
  '15000',
  'departement 64',
  '12000',
  '124566',
  'a venir',
  'moyen',
  '16 novembre 2022',
  '9 mars 2024',
  'vrai',
  'consultation',
  "ameliorer la qualite de l'air pour tous"
])

/** How these texts begin: nearly every other text is told from them by that alone. */
const AMORCE = 4
const AMORCES = new Set([...CONSIGNES, ...EXEMPLES].map((texte) => texte.slice(0, AMORCE)))
/** Longer than any of them. */
const DEBUT = 200

const commencePar = (texte: string, debuts: readonly string[]) => {
  if (!AMORCES.has(normaliser(texte.slice(0, 4 * AMORCE)).slice(0, AMORCE))) return false
  const net = normaliser(texte.slice(0, DEBUT))
  return debuts.some((debut) => net.startsWith(debut))
}

/** A hint or an instruction of the template, standing where a value should be. */
export const estUneConsigne = (texte: string) => commencePar(texte, CONSIGNES)

const sansNumero = (texte: string) => texte.replace(/^\s*(?:Action\s+\d+\s*-|[\d.]+)\s*/u, '')

const estUnExemple = (texte: string) => commencePar(texte, EXEMPLES) || commencePar(sansNumero(texte), EXEMPLES)

export type Nature = 'vraie' | 'modele' | 'douteuse'

/**
 * What the cells of a row say (empty ones left out, instructions taken away): the untouched example of the template, a real row, or
 * a row that keeps some of the example (`douteuse`: read, with a warning, since a row kept is better than a row lost).
 */
export function natureDeLigne(textes: readonly string[]): Nature {
  const exemples = textes.filter(estUnExemple).length
  if (exemples === 0) return 'vraie'
  const courts = textes.filter(
    (texte) =>
      !estUnExemple(texte) && (EXEMPLES_COURTS.has(normaliser(texte)) || EXEMPLES_COURTS.has(normaliser(sansNumero(texte))))
  ).length
  return exemples + courts === textes.length ? 'modele' : 'douteuse'
}

/** Words of the banner over the column names, which are no title of a plan. */
const BANDEAU = new Set([
  "presentation de l'action",
  'objectifs et indicateurs',
  'acteurs',
  'modalites de mise en oeuvre',
  'actions liees',
  'suivi',
  'informations complementaires',
  'documents'
])

export const estUnMotDuBandeau = (texte: string) => BANDEAU.has(normaliser(texte))
