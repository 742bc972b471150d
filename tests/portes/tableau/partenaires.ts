/** Who belongs to the territory may read. */
const LECTURE = 'oui oui oui oui oui'

export const PARTENAIRES: Record<string, Record<string, string>> = {
  '[territoire]/partenaires': { load: LECTURE },
  '[territoire]/partenaires/besoins': {
    load: LECTURE,
    '?/noter': 'oui non non oui non',
    '?/modifier': 'oui non non oui non',
    '?/etat': 'oui non non oui non',
    '?/retirer': 'oui non non oui non',
    '?/retablir': 'oui non non oui non',
    '?/relier': 'oui non non oui non',
    '?/ecarter': 'oui non non oui non',
    '?/reprendre': 'oui non non oui non'
  },
  '[territoire]/partenaires/reciprocite': {
    load: LECTURE,
    '?/noter': 'oui non non oui non',
    '?/modifier': 'oui non non oui non',
    '?/retirer': 'oui non non oui non',
    '?/retablir': 'oui non non oui non'
  },
  '[territoire]/partenaires/chartes': {
    load: LECTURE,
    '?/noter': 'oui non non oui non',
    '?/modifier': 'oui non non oui non',
    '?/renouveler': 'oui non non oui non',
    '?/retirer': 'oui non non oui non',
    '?/retablir': 'oui non non oui non'
  },
  '[territoire]/partenaires/ambassadeurs': {
    load: LECTURE,
    '?/inscrire': 'oui non non oui non',
    '?/modifier': 'oui non non oui non',
    '?/accord': 'oui non non oui non',
    '?/retirer': 'oui non non oui non',
    '?/retablir': 'oui non non oui non'
  },
  '[territoire]/partenaires/rapprocher': {
    load: 'oui non non non non',
    '?/distinguer': 'oui non non non non',
    '?/rapprocher': 'oui non non non non'
  },
  '[territoire]/partenaires/rapprocher/reunir': { load: 'oui non non non non', '?/reunir': 'oui non non non non' },
  '[territoire]/partenaires/importer': {
    load: 'oui non non non non',
    '?/deposer': 'oui non non non non',
    '?/importer': 'oui non non non non'
  },
  '[territoire]/partenaires/importer/colonnes': { load: 'oui non non non non', '?/apparier': 'oui non non non non' },
  '[territoire]/partenaires/nouvelle': { load: 'oui non non oui non', '?/default': 'oui non non oui non' },
  '[territoire]/partenaires/[structure]': {
    load: LECTURE,
    '?/modifier': 'oui non non oui non',
    '?/retirer': 'oui non non oui non',
    '?/retablir': 'oui non non oui non',
    '?/inscrirePersonne': 'oui non non oui non',
    '?/provenance': 'oui non non oui non',
    '?/effacer-provenance': 'oui non non oui non',
    '?/implanter': 'oui non non oui non',
    '?/modifier-implantation': 'oui non non oui non',
    '?/retirer-implantation': 'oui non non oui non',
    '?/regrouper': 'oui non non oui non',
    '?/modifier-regroupement': 'oui non non oui non',
    '?/retirer-regroupement': 'oui non non oui non',
    '?/ressource': 'oui non non oui non',
    '?/effacer-ressource': 'oui non non oui non',
    '?/recue': 'oui non non oui non',
    '?/modifierFonction': 'oui non non oui non',
    '?/retirerFonction': 'oui non non oui non',
    '?/retablirFonction': 'oui non non oui non',
    '?/declarer-relation': 'oui non non oui non',
    '?/modifier-relation': 'oui non non oui non',
    '?/retirer-relation': 'oui non non oui non',
    '?/retablir-relation': 'oui non non oui non'
  },
  '[territoire]/partenaires/reseau': { load: LECTURE },
  '[territoire]/partenaires/reseau/niveaux': { load: 'oui non non non non', '?/default': 'oui non non non non' },
  '[territoire]/partenaires/croissance': { load: LECTURE },
  '[territoire]/partenaires/personnes': { load: LECTURE },
  '[territoire]/partenaires/personnes/nouvelle': { load: 'oui non non oui non', '?/default': 'oui non non oui non' },
  '[territoire]/partenaires/personnes/[personne]': {
    load: LECTURE,
    '?/modifier': 'oui non non oui non',
    '?/retirer': 'oui non non oui non',
    '?/retablir': 'oui non non oui non',
    '?/ajouterFonction': 'oui non non oui non',
    '?/provenance': 'oui non non oui non',
    '?/effacer-provenance': 'oui non non oui non',
    '?/changer': 'oui non non oui non',
    '?/modifierFonction': 'oui non non oui non',
    '?/retirerFonction': 'oui non non oui non',
    '?/traiter-correction': 'oui non non oui non',
    '?/reprendre-correction': 'oui non non oui non',
    '?/envoyer-espace': 'oui non non oui non',
    '?/eteindre-espace': 'oui non non oui non',
    '?/retablirFonction': 'oui non non oui non',
    '?/demander-effacement': 'oui non non non non',
    '?/garder': 'oui non non non non'
  },
  '[territoire]/partenaires/formations': {
    load: LECTURE,
    '?/noter': 'oui non non oui non',
    '?/modifier': 'oui non non oui non',
    '?/retirer': 'oui non non oui non',
    '?/retablir': 'oui non non oui non'
  },
  '[territoire]/partenaires/volontaires': {
    load: 'oui non non non non',
    '?/inscrire': 'oui non non non non',
    '?/renouveler': 'oui non non non non',
    '?/accord': 'oui non non non non'
  },
  '[territoire]/partenaires/personnes/a-revoir': {
    load: LECTURE,
    '?/reconduire': 'oui non non non non',
    '?/effacer': 'oui non non non non'
  },
  '[territoire]/partenaires/personnes/[personne]/passation/[structure]': {
    load: LECTURE,
    '?/ecrire': 'oui non non oui non',
    '?/reprendre': 'oui non non oui non',
    '?/rouvrir': 'oui non non oui non',
    '?/retirer': 'oui non non oui non',
    '?/retablir': 'oui non non oui non'
  },
  '[territoire]/partenaires/appuis': { load: LECTURE },
  '[territoire]/partenaires/ressources': { load: LECTURE },
  '[territoire]/partenaires/carte': { load: LECTURE }
}
