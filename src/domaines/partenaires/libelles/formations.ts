import { compter } from '#platform/texte.ts'
import { direDepuis } from '#platform/dates.ts'
import type { EtatDuService, ServiceTouche } from '../regles/formations.ts'
import type { Competence, SensFormation } from '../schema/formations.ts'

export const SENS_FORMATION_DIT: Record<SensFormation, { libelle: string; titre: string; vide: string }> = {
  donnee: {
    libelle: 'Nous l’avons donnée',
    titre: 'Ce que nous avons transmis',
    vide: 'Une sensibilisation, un atelier, un document présenté à un service : notez-le, et qui y était.'
  },
  suivie: {
    libelle: 'Nous l’avons suivie',
    titre: 'Ce que nous avons appris',
    vide: 'Les formations de la coordination (CNFPT, IREPS…), et ce qu’elle en a rapporté.'
  }
}

export const COMPETENCE: Record<Competence, string> = {
  reseau: 'Mettre en réseau les acteurs du territoire',
  methodologie: 'Méthodologie',
  projet: 'Gestion de projet',
  animation: 'Techniques d’animation',
  reunion: 'Conduite de réunion'
}

/** Why a training was not noted. */
export const direRefusFormation = (): string => 'Cette date est à venir\u00a0: notez la formation quand elle aura eu lieu.'

/** Where one stands with a service: « jamais », « pas depuis mars 2023 ». */
export const direService = ({ derniere, etat }: ServiceTouche & { etat: EtatDuService }): string =>
  derniere === null || etat === 'jamais' ? 'jamais' : `pas ${direDepuis(derniere)}`

/** What the page says first. */
export function direFormations(donnees: number, services: number, aAller: number): string {
  if (donnees === 0) return 'Formations et culture commune'
  if (services > 0 && aAller === 0) return 'Chaque service a été touché depuis moins de deux ans'
  return `${compter(donnees, 'formation donnée', 'formations données')}${aAller > 0 ? `\u202f; ${compter(aAller, 'service reste à toucher', 'services restent à toucher')}` : ''}`
}

export const ACTES_FORMATIONS: Record<string, string> = {
  'formation.noter': 'a noté une formation',
  'formation.modifier': 'a corrigé ce qui est dit d’une formation',
  'formation.retirer': 'a retiré une formation',
  'formation.retablir': 'a fait revenir une formation'
}
export const OBJETS_FORMATIONS: Record<string, string> = {
  formations: 'Formation',
  formations_structures: 'Structure touchée par une formation'
}
export const CHAMPS_FORMATIONS: Record<string, string> = {
  sens: 'Suivie ou donnée',
  organisme: 'Organisme',
  heures: 'Durée en heures',
  participants: 'Participants',
  competences: 'Compétences',
  contenu: 'Ce qu’il faut en garder',
  formation_id: 'Formation'
}
export const VALEURS_FORMATIONS: Record<string, Record<string, string>> = {
  'formations.sens': { donnee: 'donnée', suivie: 'suivie' },
  'formations.competences': COMPETENCE
}
