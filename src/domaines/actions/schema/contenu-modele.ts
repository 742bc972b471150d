import type { Age } from '#domaines/contrats/schema.ts'
import type { AxeOttawa, Facette, NiveauObjectif, Participation, Thematique, TypeAction } from './mots.ts'

/** What a new action takes from a model: its words and its plan; never dates, money, values, news nor answers. */
export type ContenuModele = {
  titre: string
  contexte: string | null
  description: string | null
  moyens: string | null
  vigilance: string | null
  gouvernance: string | null
  participation: Participation | null
  thematiques: Thematique[]
  types: TypeAction[]
  facettes: Facette[]
  publics: string[]
  ages: Age[]
  milieux: string[]
  ottawa: AxeOttawa[]
  objectifs: { niveau: NiveauObjectif; texte: string; resultat: string | null }[]
  etapes: string[]
  indicateurs: { intitule: string; unite: string | null }[]
  /** structures and their role; people are of their time and place */
  intervenants: { role: 'pilote' | 'copilote' | 'partenaire' | 'service_pilote' | 'direction_referente'; structure: string }[]
}
