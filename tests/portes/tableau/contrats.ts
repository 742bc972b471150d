/** Who belongs to the territory may read. */
const LECTURE = 'oui oui oui oui oui'

export const CONTRATS: Record<string, Record<string, string>> = {
  'fichiers/[territoire]/contrats/[fichier]': { GET: LECTURE },
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
  }
}
