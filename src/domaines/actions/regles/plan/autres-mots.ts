/** How towns say the words of our lists, beside our own. Letters alone: no accent, no space. */

export const AUTRES_STATUTS = {
  termine: 'realise',
  terminee: 'realise',
  fait: 'realise',
  faite: 'realise',
  acheve: 'realise',
  achevee: 'realise',
  nondemarre: 'a_venir',
  nondemarree: 'a_venir',
  encoursderealisation: 'en_cours',
  annule: 'abandonne',
  annulee: 'abandonne',
  abandon: 'abandonne',
  avoir: 'a_discuter',
  adefinir: 'a_discuter',
  apreciser: 'a_discuter',
  aetudier: 'a_discuter',
  avalider: 'a_discuter',
  suspendu: 'en_pause',
  suspendue: 'en_pause'
} as const

export const AUTRES_PRIORITES = {
  haute: 'eleve',
  haut: 'eleve',
  forte: 'eleve',
  moyenne: 'moyen',
  basse: 'bas',
  faible: 'bas'
} as const

export const AUTRES_NATURES = {
  nouvelle: 'nouvelle',
  nouveau: 'nouvelle',
  creation: 'nouvelle',
  adevelopper: 'a_developper',
  developpement: 'a_developper',
  existante: 'existante',
  existant: 'existante',
  encours: 'existante'
} as const

export const AUTRES_PARTICIPATIONS = { aucune: 'aucune', non: 'aucune' } as const
