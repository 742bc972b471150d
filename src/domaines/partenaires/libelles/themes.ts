import type { Facette, FamilleDeThemes, Thematique } from '../schema/themes.ts'

export const FAMILLE_DE_THEMES: Record<FamilleDeThemes, string> = {
  acces: 'Accès et offre',
  prevention: 'Prévention',
  mental: 'Santé mentale et lien social',
  vie: 'Âges de la vie et autonomie',
  milieu: 'Environnement et cadre de vie'
}

export const THEMATIQUE: Record<Thematique, string> = {
  acces_droits: 'Accès aux droits',
  acces_soins: 'Accès aux soins',
  offre_soins: 'Offre de soins',
  litteratie: 'Comprendre et s’orienter en santé',
  bucco_dentaire: 'Santé bucco-dentaire',
  nutrition: 'Nutrition',
  activite_physique: 'Activité physique et sport-santé',
  sommeil: 'Sommeil',
  ecrans: 'Écrans',
  addictions: 'Addictions',
  sexualite: 'Sexualité et vie affective',
  vaccination: 'Vaccination',
  depistage_cancers: 'Dépistage des cancers',
  maladies_chroniques: 'Maladies chroniques',
  sante_mentale: 'Santé mentale',
  isolement: 'Isolement et lien social',
  violences: 'Violences',
  perinatalite: 'Périnatalité',
  parentalite: 'Parentalité',
  maintien_domicile: 'Maintien à domicile',
  perte_autonomie: 'Perte d’autonomie',
  handicap: 'Handicap',
  environnement: 'Santé environnementale',
  logement: 'Logement et habitat',
  amenagement: 'Aménagement et mobilités'
}

export const FACETTE: Record<Facette, string> = {
  tous: 'Tous les habitants',
  familles: 'Familles',
  parents: 'Parents',
  femmes: 'Femmes',
  etudiants: 'Étudiants',
  aidants: 'Aidants',
  handicap: 'Personnes en situation de handicap',
  isolement: 'Personnes isolées',
  precarite: 'Personnes en précarité',
  exil: 'Personnes exilées',
  qpv: 'Habitants des quartiers prioritaires',
  professionnels: 'Professionnels',
  agents: 'Agents de la collectivité'
}
