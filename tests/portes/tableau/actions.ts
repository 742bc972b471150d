/** Who belongs to the territory may read. */
const LECTURE = 'oui oui oui oui oui'

export const ACTIONS: Record<string, Record<string, string>> = {
  '[territoire]/actions': {
    load: LECTURE,
    '?/retablir': 'oui non non oui non',
    // a view is its member's: the one of this line is the coordination's, which shares it
    '?/garder-vue': LECTURE,
    '?/retirer-vue': 'oui non non non non',
    '?/retablir-vue': 'oui non non non non'
  },
  '[territoire]/actions/demandes': {
    load: LECTURE,
    '?/demander': 'oui non non oui non',
    '?/accepter': 'oui non non oui non',
    '?/ecarter': 'oui non non oui non'
  },
  '[territoire]/actions/matrice': { load: LECTURE },
  '[territoire]/actions/statuts': { load: LECTURE, '?/passer': 'oui non non oui non' },
  '[territoire]/actions/calendrier': { load: LECTURE },
  '[territoire]/actions/pilotes': { load: LECTURE },
  '[territoire]/actions/quartiers': { load: LECTURE },
  '[territoire]/actions/budget': {
    load: LECTURE,
    '?/poste': 'oui non non oui non',
    '?/modifier-poste': 'oui non non oui non',
    '?/retirer-poste': 'oui non non oui non',
    '?/retablir-poste': 'oui non non oui non'
  },
  '[territoire]/actions/publics': { load: LECTURE },
  '[territoire]/actions/nouvelle': { load: 'oui non non oui non', '?/default': 'oui non non oui non' },
  '[territoire]/actions/modeles': { load: 'oui non non oui non' },
  '[territoire]/actions/importer': {
    load: 'oui non non non non',
    '?/deposer': 'oui non non non non',
    '?/importer': 'oui non non non non'
  },
  '[territoire]/actions/importer/[import]': { load: 'oui non non non non', '?/arreter': 'oui non non non non' },
  '[territoire]/actions/importer/colonnes': { load: 'oui non non non non', '?/apparier': 'oui non non non non' },
  '[territoire]/actions/[fiche]': {
    load: LECTURE,
    '?/titre': 'oui non non oui non',
    '?/textes': 'oui non non oui non',
    '?/bref': 'oui non non oui non',
    '?/classement': 'oui non non oui non',
    '?/suivi': 'oui non non oui non',
    '?/objectifs': 'oui non non oui non',
    '?/intervenants': 'oui non non oui non',
    '?/quartiers': 'oui non non oui non',
    '?/etapes': 'oui non non oui non',
    '?/budget': 'oui non non oui non',
    '?/postes': 'oui non non oui non',
    '?/indicateurs': 'oui non non oui non',
    '?/releve': 'oui non non oui non',
    '?/corriger-releve': 'oui non non oui non',
    '?/retirer-releve': 'oui non non oui non',
    '?/retablir-releve': 'oui non non oui non',
    '?/reponse': 'oui non non oui non',
    '?/place': 'oui non non oui non',
    '?/liens': 'oui non non oui non',
    '?/public': 'oui oui non non non',
    '?/nouvelle': 'oui non non oui non',
    '?/modifier-nouvelle': 'oui non non oui non',
    '?/retirer-nouvelle': 'oui non non oui non',
    '?/retablir-nouvelle': 'oui non non oui non',
    '?/accepter': 'oui non non oui non',
    '?/ecarter': 'oui non non oui non',
    '?/distinguer': 'oui non non oui non',
    '?/rapprocher': 'oui non non oui non',
    '?/joindre': 'oui non non oui non',
    '?/version': 'oui non non oui non',
    '?/modifier-piece': 'oui non non oui non',
    '?/retirer-piece': 'oui non non oui non',
    '?/retablir-piece': 'oui non non oui non',
    '?/retirer': 'oui non non oui non'
  },
  '[territoire]/actions/lot': {
    load: 'oui non non non non',
    '?/appliquer': 'oui non non non non',
    '?/annuler': 'oui non non non non'
  },
  '[territoire]/actions/[fiche]/presence': { POST: 'oui non non oui non' }
}
