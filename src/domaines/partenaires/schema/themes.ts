/** What an action is about, by group: care, prevention, mental health, ages, surroundings. */
export const FAMILLES_DE_THEMES = {
  acces: ['acces_droits', 'acces_soins', 'offre_soins', 'litteratie'],
  prevention: [
    'bucco_dentaire',
    'nutrition',
    'activite_physique',
    'sommeil',
    'ecrans',
    'addictions',
    'sexualite',
    'vaccination',
    'depistage_cancers',
    'maladies_chroniques'
  ],
  mental: ['sante_mentale', 'isolement', 'violences'],
  vie: ['perinatalite', 'parentalite', 'maintien_domicile', 'perte_autonomie', 'handicap'],
  milieu: ['environnement', 'logement', 'amenagement']
} as const
export type FamilleDeThemes = keyof typeof FAMILLES_DE_THEMES
export type Thematique = (typeof FAMILLES_DE_THEMES)[FamilleDeThemes][number]
export const THEMATIQUES = Object.values(FAMILLES_DE_THEMES).flat() as [Thematique, ...Thematique[]]

/** Whom an action is for, beside the ages of life; the publics in free words say it more finely. */
export const FACETTES = [
  'tous',
  'familles',
  'parents',
  'femmes',
  'etudiants',
  'aidants',
  'handicap',
  'isolement',
  'precarite',
  'exil',
  'qpv',
  'professionnels',
  'agents'
] as const
export type Facette = (typeof FACETTES)[number]
