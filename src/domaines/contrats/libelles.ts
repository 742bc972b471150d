import type { Age, EtapeContrat, EtatContrat, Moment, NatureAxe, RoleSignataire } from './schema.ts'

/** What a contract is on a given day, as said of it: « Ce contrat est… ». */
export const ETAT_CONTRAT: Record<EtatContrat, string> = {
  prefiguration: 'en préfiguration',
  elaboration: 'en cours d’élaboration',
  en_relecture: 'en relecture',
  signe: 'signé',
  en_vigueur: 'en vigueur',
  proroge: 'prorogé',
  echu: 'échu',
  abandonne: 'abandonné'
}

/** What a person declares of a contract: the same words as its state. */
export const ETAPE_CONTRAT: Record<EtapeContrat, string> = ETAT_CONTRAT

export const ROLE_SIGNATAIRE: Record<RoleSignataire, string> = {
  porteur: 'Porteur du contrat',
  obligatoire: 'Signataire obligatoire',
  autre: 'Autre signataire'
}

export const NATURE_AXE: Record<NatureAxe, string> = { thematique: 'Axe thématique', transversal: 'Axe transversal' }

/** The three moments at which a transversal axis asks its question. */
export const MOMENT: Record<Moment, string> = { conception: 'Conception', declinaison: 'Déclinaison', evaluation: 'Évaluation' }

/** Ages of life. */
export const AGE: Record<Age, string> = {
  perinatalite: 'Périnatalité et petite enfance',
  enfance: 'Enfance',
  jeunesse: 'Jeunesse',
  adultes: 'Adultes',
  seniors: 'Seniors'
}
