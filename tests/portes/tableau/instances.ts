/** Who belongs to the territory may read. */
const LECTURE = 'oui oui oui oui oui'

export const INSTANCES: Record<string, Record<string, string>> = {
  '[territoire]/instances': { load: LECTURE },
  '[territoire]/instances/nouvelle': { load: 'oui non non oui non', '?/default': 'oui non non oui non' },
  '[territoire]/instances/[instance]': {
    load: LECTURE,
    '?/modifier': 'oui non non oui non',
    '?/composer': 'oui non non oui non',
    '?/prevoir-seance': 'oui non non oui non',
    '?/modifier-seance': 'oui non non oui non',
    '?/annuler-seance': 'oui non non oui non',
    '?/maintenir-seance': 'oui non non oui non',
    '?/retirer-seance': 'oui non non oui non',
    '?/noter-passage': 'oui non non oui non',
    '?/modifier-passage': 'oui non non oui non',
    '?/retirer-passage': 'oui non non oui non',
    '?/retablir-passage': 'oui non non oui non',
    '?/retablir-seance': 'oui non non oui non',
    '?/noter-interet': 'oui non non oui non',
    '?/retirer-interet': 'oui non non oui non',
    '?/prevoir-attente': 'oui non non oui non',
    '?/ecarter-attente': 'oui non non oui non',
    '?/reprendre-attente': 'oui non non oui non',
    '?/retirer': 'oui non non oui non',
    '?/retablir': 'oui non non oui non'
  },
  '[territoire]/instances/[instance]/seances/[seance]': {
    load: LECTURE,
    '?/composer': 'oui non non oui non',
    '?/convoquer': 'oui non non oui non',
    '?/relancer': 'oui non non oui non',
    '?/renvoyer': 'oui non non oui non',
    '?/arrive': 'oui non non oui non',
    '?/vu': 'oui non non oui non',
    '?/rattacher': 'oui non non oui non',
    '?/joindre-support': 'oui non non oui non',
    '?/retirer-support': 'oui non non oui non',
    '?/retablir-support': 'oui non non oui non'
  },
  '[territoire]/instances/[instance]/seances/[seance]/emargement': {
    load: LECTURE,
    '?/emarger': 'oui non non oui non',
    '?/effacer': 'oui non non oui non',
    '?/accueillir': 'oui non non oui non',
    '?/reconnaitre': 'oui non non oui non',
    '?/code': 'oui non non oui non'
  },
  '[territoire]/instances/[instance]/seances/[seance]/feuille': { load: LECTURE },
  '[territoire]/instances/[instance]/seances/[seance]/projection': { load: LECTURE },
  '[territoire]/instances/[instance]/seances/[seance]/compte-rendu': {
    load: LECTURE,
    '?/noter': 'oui non non oui non',
    '?/introduire': 'oui non non oui non',
    '?/conclure': 'oui non non oui non',
    '?/retirer-conclusion': 'oui non non oui non',
    '?/confier': 'oui non non oui non',
    '?/retirer-tache': 'oui non non oui non',
    '?/naitre': 'oui non non oui non',
    '?/valider': 'oui non non oui non',
    '?/rouvrir': 'oui non non oui non',
    '?/envoyer': 'oui non non oui non',
    '?/clore': 'oui non non oui non'
  },
  '[territoire]/instances/[instance]/seances/[seance]/questions': {
    load: LECTURE,
    '?/ouvrir': 'oui non non oui non',
    '?/formuler': 'oui non non oui non',
    '?/rouvrir': 'oui non non oui non',
    '?/fermer': 'oui non non oui non',
    '?/proposer': 'oui non non oui non'
  },
  '[territoire]/instances/taches': {
    load: LECTURE,
    '?/terminer': 'oui non non oui non',
    '?/rouvrir': 'oui non non oui non',
    '?/modifier': 'oui non non oui non',
    '?/rappeler': 'oui non non oui non'
  },
  '[territoire]/instances/presences': { load: LECTURE },
  '[territoire]/instances/[instance]/seances/[seance]/rencontres': {
    load: LECTURE,
    '?/composer': 'oui non non oui non',
    '?/annuler': 'oui non non non non',
    '?/noter': 'oui non non oui non',
    '?/noter-table': 'oui non non oui non',
    '?/tenir': 'oui non non oui non',
    '?/transmettre': 'oui non non oui non'
  },
  '[territoire]/instances/[instance]/seances/[seance]/rencontres/feuilles': { load: LECTURE },
  '[territoire]/instances/agenda': {
    load: LECTURE,
    '?/abonner': 'oui oui oui oui oui',
    '?/renouveler': 'oui non non non non',
    '?/fermer': 'oui non non non non'
  },
  '[territoire]/instances/presentations': { load: LECTURE }
}
