// the words of this room that the history tells

export const ACTES_ACTIONS: Record<string, string> = {
  'fiche.ecrire_section': 'a écrit une partie d’une fiche',
  'fiche.signaler_presence': 'est venu sur une fiche',
  'fiches.changer_en_lot': 'a changé plusieurs actions d’un coup',
  'fiche.ecrire_liens': 'a écrit les liens d’une action',
  'fiche.creer': 'a créé une fiche-action',
  'fiche.modifier': 'a modifié une fiche-action',
  'fiche.placer': 'a placé une fiche dans le contrat',
  'fiche.rattacher': 'a changé la place d’une fiche dans le contrat',
  'fiche.oter_du_contrat': 'a ôté une fiche du contrat',
  'fiche.retirer': 'a retiré une fiche-action',
  'fiche.retablir': 'a fait revenir une fiche-action',
  'fiche.repondre': 'a répondu à un axe transversal',
  'fiche.ecrire_objectifs': 'a écrit les objectifs',
  'fiche.ecrire_intervenants': 'a écrit les pilotes et partenaires',
  'fiche.ecrire_etapes': 'a écrit les étapes',
  'fiche.ecrire_budget': 'a écrit le budget',
  'fiche.ecrire_quartiers': 'a écrit les quartiers',
  'fiche.ecrire_indicateurs': 'a écrit les indicateurs',
  'fiches.ordonner': 'a changé l’ordre des fiches',
  'nouvelle.noter': 'a noté une nouvelle',
  'nouvelle.modifier': 'a corrigé une nouvelle',
  'nouvelle.retirer': 'a retiré une nouvelle',
  'nouvelle.retablir': 'a fait revenir une nouvelle',
  'vue.enregistrer': 'a gardé une vue des actions',
  'vue.retirer': 'a retiré une vue des actions',
  'vue.retablir': 'a fait revenir une vue des actions',
  'indicateur.relever': 'a relevé un indicateur',
  'appariement.retenir': 'a dit ce que contiennent les colonnes d’un tableur',
  'import.demander': 'a demandé un grand import',
  'import.arreter': 'a arrêté un grand import',
  'import.suivre': 'a suivi un grand import',
  'plan.importer': 'a importé un plan d’action',
  'fiche.creer_depuis_modele': 'a créé une fiche-action d’après un modèle',
  'fiche.presenter': 'a écrit ce que tout le monde peut lire d’une action',
  'fiche.distinguer': 'a dit que deux fiches ne sont pas des doublons',
  'fiche.rapprocher': 'a rapproché deux fiches dites différentes'
}

export const OBJETS_ACTIONS: Record<string, string> = {
  distinctions: 'Distinction entre deux fiches',
  presentations: 'Ce que tout le monde peut lire'
}

export const CHAMPS_ACTIONS: Record<string, string> = {
  montree: 'Montrée à tous',
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
  participation: 'Participation des habitants',
  vigilance: 'Points de vigilance',
  autre_id: 'Autre fiche-action'
}
