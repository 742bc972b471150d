import { compter } from '#platform/texte.ts'
import type { RefusDeReciprocite } from '../regles/reciprocite.ts'
import type { Presence } from '../schema/reciprocite.ts'

export const PRESENCE: Record<Presence, string> = {
  attendue: 'Pas encore dit',
  honoree: 'Nous y sommes allés',
  deleguee: 'Quelqu’un y est allé pour nous',
  manquee: 'Personne n’y est allé'
}

const REFUS: Record<RefusDeReciprocite, string> = {
  pas_encore: 'Cette réunion est à venir\u00a0: choisissez «\u202fPas encore dit\u202f», et revenez dire qui y est allé.',
  motif_manque: 'Dites pourquoi personne n’y est allé\u00a0: vous pourrez le dire au partenaire.'
}

/** Why the log of invitations refused. */
export const direRefusReciprocite = (raison: string): string => REFUS[raison as RefusDeReciprocite]

/** « 3 fois sur 4 »; « jamais invités » when there was nothing to honour. */
export const direFois = (fois: number, sur: number, rien: string): string =>
  sur === 0 ? rien : `${compter(fois, 'fois', 'fois')} sur ${sur.toLocaleString('fr-FR')}`

/** What the page says first. */
export function direReciprocite(alles: number, invites: number, mois: number): string {
  if (invites === 0) return `Aucune invitation de partenaire n’est notée depuis ${mois} mois`
  return `En ${mois} mois, nous avons honoré ${compter(alles, 'invitation')} sur ${invites.toLocaleString('fr-FR')}`
}

/** The log as the history tells it. */
export const ACTES_RECIPROCITE: Record<string, string> = {
  'invitation_recue.noter': 'a noté l’invitation d’un partenaire',
  'invitation_recue.modifier': 'a corrigé l’invitation d’un partenaire',
  'invitation_recue.retirer': 'a retiré l’invitation d’un partenaire',
  'invitation_recue.retablir': 'a fait revenir l’invitation d’un partenaire'
}
export const OBJETS_RECIPROCITE: Record<string, string> = { invitations_recues: 'Invitation d’un partenaire' }
export const CHAMPS_RECIPROCITE: Record<string, string> = { presence: 'Qui y est allé', qui: 'Nom' }
export const VALEURS_RECIPROCITE: Record<string, Record<string, string>> = { 'invitations_recues.presence': PRESENCE }
