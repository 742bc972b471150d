import { compter } from '#platform/texte.ts'
import { VOLONTAIRES_MAX, type DemandeAuxHabitants, type DureeAccord } from '../schema/volontaires.ts'
import type { EtatDAccord, RefusDeVolontaire } from '../regles/volontaires.ts'

/** What a resident agreed to, on a box to tick and on a label. */
export const DEMANDE_AUX_HABITANTS: Record<DemandeAuxHabitants, { libelle: string; court: string }> = {
  groupe: { libelle: 'Prendre part à un groupe de travail', court: 'groupe' },
  temoignage: { libelle: 'Raconter ce qu’elle vit, dans un entretien ou un groupe de parole', court: 'témoignage' },
  relecture: { libelle: 'Relire un document, dire s’il est clair', court: 'relecture' },
  evenement: { libelle: 'Donner un coup de main lors d’un événement', court: 'événement' }
}

export const DUREE_ACCORD: Record<DureeAccord, string> = { 6: 'six mois', 12: 'un an', 24: 'deux ans' }

export const ETAT_ACCORD: Record<EtatDAccord, { libelle: string; ton: 'ok' | 'trame' | 'alerte' | 'neutre' }> = {
  en_cours: { libelle: 'accord en cours', ton: 'ok' },
  bientot_fini: { libelle: 'accord bientôt fini', ton: 'trame' },
  fini: { libelle: 'accord fini', ton: 'alerte' },
  retire: { libelle: 'accord retiré', ton: 'neutre' }
}

const REFUS: Record<RefusDeVolontaire, string> = {
  accord_a_venir: 'Cette date est à venir\u00a0: inscrivez la personne quand elle aura donné son accord.',
  accord_deja_fini: 'Avec cette date et cette durée, l’accord est déjà fini\u00a0: demandez-le-lui à nouveau.',
  volontaire_deja: 'Cette personne est déjà sur la liste\u00a0: renouvelez plutôt son accord.',
  est_partenaire: 'Cette personne représente une structure\u00a0: elle est déjà invitée comme partenaire.',
  trop_de_volontaires: `La liste s’arrête à ${VOLONTAIRES_MAX} personnes\u00a0: ce n’est pas un fichier d’habitants. Effacez d’abord celles qui ne sont plus sollicitées.`
}
export const direRefusVolontaire = (raison: string): string => REFUS[raison as RefusDeVolontaire]

/** What the page says first: « 6 habitants volontaires, dont 4 pour un groupe de travail ». */
export function direVolontaires(joignables: readonly { pour: readonly DemandeAuxHabitants[] }[]): string {
  if (joignables.length === 0) return 'Aucun habitant volontaire pour l’instant'
  const groupe = joignables.filter(({ pour }) => pour.includes('groupe')).length
  return `${compter(joignables.length, 'habitant volontaire', 'habitants volontaires')}${groupe === 0 ? '' : `, dont ${groupe} pour un groupe de travail`}`
}

/** « Groupe mixte : 4 professionnels ou structures, 2 habitants ». */
export const direComposition = ({ professionnels, habitants }: { professionnels: number; habitants: number }): string =>
  `Groupe mixte\u00a0: ${compter(professionnels, 'professionnel ou structure', 'professionnels ou structures')}, ${compter(habitants, 'habitant', 'habitants')}`

export const ACTES_VOLONTAIRES: Record<string, string> = {
  'volontaire.inscrire': 'a inscrit un habitant volontaire',
  'volontaire.renouveler': 'a renouvelé l’accord d’un habitant volontaire',
  'volontaire.retirer_accord': 'a noté qu’un habitant volontaire retire son accord',
  'volontaires.finir': 'a constaté que des accords d’habitants ont pris fin'
}
export const OBJETS_VOLONTAIRES: Record<string, string> = { volontaires: 'Habitant volontaire' }
export const CHAMPS_VOLONTAIRES: Record<string, string> = { pour: 'Accepte', jusqu_au: 'Accord valable jusqu’au' }
export const VALEURS_VOLONTAIRES: Record<string, Record<string, string>> = {
  'volontaires.pour': Object.fromEntries(Object.entries(DEMANDE_AUX_HABITANTS).map(([cle, { court }]) => [cle, court]))
}
