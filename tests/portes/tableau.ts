/**
 * Who may what, written by hand: coordination, direction, elu, contributeur, lecteur; for what is public, also the coordination of
 * another territory and nobody. oui · non (403) · renvoi (the reading sends elsewhere) · a status.
 */
const LECTURE = 'oui oui oui oui oui'
export const TABLEAU: Record<string, Record<string, string>> = {
  '/': { load: 'renvoi renvoi renvoi renvoi renvoi renvoi oui', '?/demonstration': '422 422 422 422 422 422 422' },
  commencer: { load: '404 404 404 404 404 404 404', '?/default': '422 422 422 422 422 422 422' },
  connexion: { load: 'oui oui oui oui oui oui oui', '?/default': 'oui oui oui oui oui oui oui' },
  'connexion/[jeton]': { '?/default': 'oui oui oui oui oui oui oui' },
  courriels: { load: '404 404 404 404 404 404 404' },
  deconnexion: { load: 'renvoi renvoi renvoi renvoi renvoi renvoi renvoi', '?/default': 'oui oui oui oui oui oui oui' },
  'agenda/[adresse].ics': { GET: 'oui oui oui oui oui oui oui' },
  'invitation/[jeton]': {
    load: 'oui oui oui oui oui oui oui',
    '?/repondre': 'oui oui oui oui oui oui oui',
    '?/redemander': 'oui oui oui oui oui oui oui'
  },
  'invitation/[jeton]/messages': { load: 'oui oui oui oui oui oui oui', '?/default': 'oui oui oui oui oui oui oui' },
  'invitation/[jeton]/seance.ics': { GET: 'oui oui oui oui oui oui oui' },
  'questions/[questionnaire]': { load: 'oui oui oui oui oui oui oui', '?/default': 'oui oui oui oui oui oui oui' },
  'presence/[code]': { load: 'oui oui oui oui oui oui oui', '?/default': 'oui oui oui oui oui oui oui' },
  'compte-rendu/[lettre]': { load: 'oui oui oui oui oui oui oui', '?/redemander': 'oui oui oui oui oui oui oui' },
  'compte-rendu/[lettre]/compte-rendu.[extension]': { GET: 'oui oui oui oui oui oui oui' },
  'compte-rendu/[lettre]/messages': { load: 'oui oui oui oui oui oui oui', '?/default': 'oui oui oui oui oui oui oui' },
  'taches/[rappel]': {
    load: 'oui oui oui oui oui oui oui',
    '?/terminer': 'oui oui oui oui oui oui oui',
    '?/rouvrir': 'oui oui oui oui oui oui oui',
    '?/redemander': 'oui oui oui oui oui oui oui'
  },
  'nouvelles/[demande]': {
    load: 'oui oui oui oui oui oui oui',
    '?/repondre': 'oui oui oui oui oui oui oui',
    '?/redemander': 'oui oui oui oui oui oui oui'
  },
  'nouvelles/[demande]/messages': { load: 'oui oui oui oui oui oui oui', '?/default': 'oui oui oui oui oui oui oui' },
  'taches/[rappel]/messages': { load: 'oui oui oui oui oui oui oui', '?/default': 'oui oui oui oui oui oui oui' },
  'public/[lieu]': { load: 'oui oui oui oui oui oui oui' },
  sante: { GET: 'oui oui oui oui oui oui oui' },
  'fichiers/[territoire]/contrats/[fichier]': { GET: LECTURE },
  'fichiers/[territoire]/fiches/[fichier]': { GET: LECTURE },
  'fichiers/[territoire]/logo': { GET: LECTURE },
  'fichiers/[territoire]/seances/[seance].[extension]': { GET: LECTURE },
  'fichiers/[territoire]/annuaire.xlsx': { GET: LECTURE },
  'fichiers/[territoire]/contacts.vcf': { GET: LECTURE },
  'fichiers/[territoire]/personnes/[personne].pdf': { GET: 'oui non non non non' },
  'fichiers/[territoire]/pieces/[fichier]': { GET: LECTURE },
  'fichiers/[territoire]/fiches/selection.[extension]': { GET: LECTURE },
  '[territoire]/+layout': { load: LECTURE },
  '[territoire]': { load: LECTURE },
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
  '[territoire]/actions/[fiche]/presence': { POST: 'oui non non oui non' },
  '[territoire]/contrats': { load: LECTURE, '?/retablir': 'oui non non non non' },
  '[territoire]/contrats/nouveau': { load: 'oui non non non non', '?/default': 'oui non non non non' },
  '[territoire]/contrats/[contrat]': {
    load: LECTURE,
    '?/bref': 'oui non non non non',
    '?/preambule': 'oui non non non non',
    '?/gouvernance': 'oui non non non non',
    '?/references': 'oui non non non non',
    '?/signature': 'oui non non non non',
    '?/etape': 'oui non non non non',
    '?/transversaux': 'oui non non non non',
    '?/programmes': 'oui non non non non',
    '?/convention': 'oui non non non non',
    '?/retirer-convention': 'oui non non non non',
    '?/retablir-convention': 'oui non non non non',
    '?/joindre': 'oui non non non non',
    '?/version': 'oui non non non non',
    '?/modifier-piece': 'oui non non non non',
    '?/retirer-piece': 'oui non non non non',
    '?/retablir-piece': 'oui non non non non',
    '?/retirer': 'oui non non non non'
  },
  '[territoire]/contrats/frise': { load: LECTURE },
  '[territoire]/contrats/reperes': {
    load: 'oui non non non non',
    '?/prs': 'oui non non non non',
    '?/corriger-prs': 'oui non non non non',
    '?/retirer-prs': 'oui non non non non',
    '?/retablir-prs': 'oui non non non non',
    '?/repere': 'oui non non non non',
    '?/corriger-repere': 'oui non non non non',
    '?/retirer-repere': 'oui non non non non',
    '?/retablir-repere': 'oui non non non non',
    '?/programme': 'oui non non non non',
    '?/corriger-programme': 'oui non non non non',
    '?/retirer-programme': 'oui non non non non',
    '?/retablir-programme': 'oui non non non non'
  },
  '[territoire]/contrats/[contrat]/vie': {
    load: LECTURE,
    '?/acte': 'oui non non non non',
    '?/corriger': 'oui non non non non',
    '?/retirer-acte': 'oui non non non non',
    '?/retablir-acte': 'oui non non non non',
    '?/fait': 'oui non non non non',
    '?/retirer-fait': 'oui non non non non',
    '?/joindre': 'oui non non non non',
    '?/version': 'oui non non non non',
    '?/modifier-piece': 'oui non non non non',
    '?/retirer-piece': 'oui non non non non',
    '?/retablir-piece': 'oui non non non non',
    '?/retablir-fait': 'oui non non non non'
  },
  '[territoire]/contrats/[contrat]/suite': {
    load: LECTURE,
    '?/decider': 'oui non non non non',
    '?/annuler': 'oui non non non non'
  },
  '[territoire]/contrats/[contrat]/prs': { load: LECTURE, '?/choisir': 'oui non non non non', '?/relier': 'oui non non non non' },
  '[territoire]/contrats/[contrat]/axes': {
    load: 'oui non non non non',
    '?/ordre': 'oui non non non non',
    '?/ajouter': 'oui non non non non',
    '?/liste': 'oui non non non non',
    '?/retablir': 'oui non non non non'
  },
  '[territoire]/contrats/[contrat]/axes/[axe]': {
    load: 'oui non non non non',
    '?/modifier': 'oui non non non non',
    '?/ranger': 'oui non non non non',
    // the order of the actions is said of the actions, not of the axis
    '?/fiches': 'oui non non non non',
    '?/retirer': 'oui non non non non'
  },
  '[territoire]/contrats/[contrat]/signature': {
    load: LECTURE,
    '?/ajouter': 'oui non non non non',
    '?/corriger': 'oui non non non non',
    '?/retirer': 'oui non non non non',
    '?/retablir': 'oui non non non non',
    '?/etape': 'oui non non non non',
    '?/signer': 'oui oui non non non'
  },
  '[territoire]/historique': { load: LECTURE, '?/annuler': 'oui non non non non' },
  '[territoire]/historique/retires': { load: LECTURE, '?/retablir': 'oui non non oui non' },
  '[territoire]/historique/[objet]': { load: LECTURE, '?/annuler': 'oui non non non non' },
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
    '?/retablirFonction': 'oui non non oui non',
    '?/demander-effacement': 'oui non non non non',
    '?/garder': 'oui non non non non'
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
  '[territoire]/partenaires/carte': { load: LECTURE },
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
    '?/rattacher': 'oui non non oui non'
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
    '?/envoyer': 'oui non non oui non'
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
    '?/tenir': 'oui non non oui non'
  },
  '[territoire]/instances/[instance]/seances/[seance]/rencontres/feuilles': { load: LECTURE },
  '[territoire]/instances/agenda': {
    load: LECTURE,
    '?/abonner': 'oui oui oui oui oui',
    '?/renouveler': 'oui non non non non',
    '?/fermer': 'oui non non non non'
  },
  '[territoire]/instances/presentations': { load: LECTURE },
  '[territoire]/reglages': { load: LECTURE, '?/regler': 'oui non non non non' },
  '[territoire]/reglages/documents': {
    load: LECTURE,
    '?/couverture': 'oui non non non non',
    '?/logo': 'oui non non non non',
    '?/retirer-logo': 'oui non non non non',
    '?/chapitres': 'oui non non non non',
    '?/annuler': 'oui non non non non'
  },
  '[territoire]/reglages/boite': {
    load: LECTURE,
    // no server answers at the address of the form
    '?/essayer': '422 non non non non',
    '?/regler': '422 non non non non',
    '?/oublier': 'oui non non non non',
    '?/vu': 'oui non non oui non',
    '?/relever': 'oui non non non non'
  },
  '[territoire]/reglages/membres': {
    load: LECTURE,
    '?/inviter': 'oui non non non non',
    '?/modifier': 'oui non non non non',
    '?/retirer': 'oui non non non non',
    '?/retablir': 'oui non non non non'
  },
  '[territoire]/reglages/quartiers': {
    load: LECTURE,
    '?/ajouter': 'oui non non non non',
    '?/modifier': 'oui non non non non',
    '?/retirer': 'oui non non non non',
    '?/retablir': 'oui non non non non'
  },
  '[territoire]/reglages/quartiers/importer': {
    load: 'oui non non non non',
    '?/apercevoir': 'oui non non non non',
    '?/importer': 'oui non non non non'
  }
}
