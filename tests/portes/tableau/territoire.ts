/** Who belongs to the territory may read. */
const LECTURE = 'oui oui oui oui oui'

export const TERRITOIRE: Record<string, Record<string, string>> = {
  'fichiers/[territoire]/fiches/[fichier]': { GET: LECTURE },
  'fichiers/[territoire]/logo': { GET: LECTURE },
  'fichiers/[territoire]/seances/[seance].[extension]': { GET: LECTURE },
  'fichiers/[territoire]/seances/[seance]/rencontres.pdf': { GET: LECTURE },
  'fichiers/[territoire]/annuaire.[tableur]': { GET: LECTURE },
  'fichiers/[territoire]/contacts.vcf': { GET: LECTURE },
  'fichiers/[territoire]/personnes/[personne].pdf': { GET: 'oui non non non non' },
  'fichiers/[territoire]/pieces/[fichier]': { GET: LECTURE },
  'fichiers/[territoire]/supports/[support]': { GET: LECTURE },
  'fichiers/[territoire]/fiches/selection.[extension]': { GET: LECTURE },
  '[territoire]/+layout': { load: LECTURE },
  '[territoire]': { load: LECTURE },
  '[territoire]/historique': { load: LECTURE, '?/annuler': 'oui non non non non' },
  '[territoire]/historique/retires': { load: LECTURE, '?/retablir': 'oui non non oui non' },
  '[territoire]/historique/[objet]': { load: LECTURE, '?/annuler': 'oui non non non non' },
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
