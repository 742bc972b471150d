// the words of this room that the history tells

export const ACTES_ACTIONS: Record<string, string> = {
  'fiche.creer_depuis_modele': 'a créé une fiche-action d’après un modèle',
  'fiche.distinguer': 'a dit que deux fiches ne sont pas des doublons',
  'fiche.rapprocher': 'a rapproché deux fiches dites différentes'
}

export const OBJETS_ACTIONS: Record<string, string> = { distinctions: 'Distinction entre deux fiches' }

export const CHAMPS_ACTIONS: Record<string, string> = {
  thematiques: 'Thèmes',
  types: 'Types d’action',
  publics: 'Publics',
  milieux: 'Milieux d’intervention',
  ottawa: 'Charte d’Ottawa',
  facettes: 'À qui elle s’adresse',
  motif_existante: 'Pourquoi l’inscrire',
  priorite: 'Priorité',
  calendrier: 'Calendrier',
  amelioration_continue: 'Amélioration continue',
  participation: 'Participation citoyenne',
  vigilance: 'Points de vigilance',
  autre_id: 'Autre fiche-action'
}
