import type { DateFloue } from '#platform/dates.ts'
import type { Generation, NatureQuartier } from '#domaines/territoires/schema.ts'
import type { Age, GuideAxe, NatureProgramme } from '#domaines/contrats/schema.ts'
import type { RefPrs } from './dossier.ts'

type ComplementAxe = { ages: Age[]; instance: string | null; demandePar: string | null; prs: RefPrs[] }
export type AxeAnnexe = ComplementAxe & {
  /** titles from the top, its own the last */
  axes: string[]
  enjeu: string | null
  constat: string | null
  objectif: string | null
}
export type TransversalAnnexe = ComplementAxe & GuideAxe & { intitule: string; question: string | null; sousQuestions: string[] }

/** What the fiches of a contract refer to and that is not theirs alone; an import completes what is there and never changes it. */
export type AnnexesPlan = {
  /** names of the levels of the thematic tree; empty when the file does not say them */
  niveaux: string[]
  axes: AxeAnnexe[]
  transversaux: TransversalAnnexe[]
  postes: {
    intitule: string
    quotite: number
    employeur: string | null
    debut: DateFloue | null
    fin: DateFloue | null
  }[]
  quartiers: { nom: string; nature: NatureQuartier; generation: Generation | null; code: string | null; enProjet: boolean }[]
  programmes: { nature: NatureProgramme; intitule: string; debut: DateFloue | null; fin: DateFloue | null }[]
  prs: {
    sigle: string
    intitule: string | null
    debut: DateFloue | null
    fin: DateFloue | null
    parueLe: DateFloue | null
    axes: { numero: string; intitule: string }[]
  }[]
}

/** The same as the database tells it: what an axis says beside its texts, by its id. */
export type AnnexesDossier = Omit<AnnexesPlan, 'niveaux' | 'axes' | 'transversaux'> & {
  complements: Record<string, ComplementAxe>
}

/** Columns of « Axes transversaux » that came later: a file without them is read all the same. */
export const COLONNES_DU_GUIDE = [
  ['Conseil à la conception', 'Exemples à la conception'],
  ['Conseil à la déclinaison', 'Exemples à la déclinaison'],
  ['Conseil à l’évaluation', 'Exemples à l’évaluation']
] as const

/** Sheets of our exports beside those of the template, and their columns; « Axes » begins with one column a level. */
export const FEUILLES_ANNEXES = {
  axes: { nom: 'Axes', colonnes: ['Enjeu', 'Constat', 'Objectif', 'Âges', 'Instance', 'Demandé par', 'Axes du PRS'] },
  transversaux: {
    nom: 'Axes transversaux',
    colonnes: ['Axe transversal', 'Question', 'Sous-questions', 'Âges', 'Instance', 'Demandé par', 'Axes du PRS']
  },
  postes: { nom: 'Postes', colonnes: ['Poste', 'Temps plein (ETP)', 'Employeur', 'Début', 'Fin'] },
  quartiers: { nom: 'Quartiers', colonnes: ['Quartier', 'Sorte', 'Génération', 'Code', 'En projet'] },
  programmes: { nom: 'Autres programmes', colonnes: ['Programme', 'Sorte', 'Début', 'Fin'] },
  prs: {
    nom: 'Projet régional de santé',
    colonnes: ['PRS', 'Intitulé du PRS', 'Début', 'Fin', 'Paru le', 'Numéro', 'Axe du PRS']
  }
} as const
