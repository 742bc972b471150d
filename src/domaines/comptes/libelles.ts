import type { Role } from '#platform/acteur.ts'
import { compter } from '#platform/texte.ts'

/** Roles on a territory, in plain words, and what each may do: the same as `droits` decides. */
export const ROLE: Record<Role, { nom: string; peut: string }> = {
  coordination: {
    nom: 'Coordination',
    peut: 'Écrit tout\u00a0: le contrat, les actions, l’annuaire, les réglages. Invite les autres membres.'
  },
  direction: { nom: 'Direction', peut: 'Lit tout et déclare la signature du contrat.' },
  elu: { nom: 'Élu·e', peut: 'Lit tout.' },
  contributeur: { nom: 'Contributeur', peut: 'Lit tout, écrit les actions et complète l’annuaire.' },
  lecteur: { nom: 'Lecteur', peut: 'Lit tout, ne change rien.' }
}

/** Why an act on members was refused. */
export const REFUS_MEMBRE: Record<'derniere_coordination', string> = {
  derniere_coordination: 'Cette personne est la seule à coordonner le territoire. Donnez d’abord ce rôle à quelqu’un d’autre.'
}

/** Acts of this room, as the history tells them. */
export const ACTES_COMPTES: Record<string, string> = {
  'membre.inviter': 'a invité un membre',
  'membre.modifier': 'a changé le rôle d’un membre',
  'membre.retirer': 'a retiré un membre',
  'membre.retablir': 'a fait revenir un membre',
  'comptes.commencer': 'a ouvert le territoire'
}

/** Names of the room's objects and of their fields, by table and column, as the history tells them. */
export const OBJETS_COMPTES: Record<string, string> = { adhesions: 'Membre' }
export const CHAMPS_COMPTES: Record<string, string> = {
  role: 'Rôle',
  fonction: 'Fonction',
  quotite: 'Part de temps plein',
  compte_id: 'Membre'
}
export const VALEURS_COMPTES: Record<string, Record<string, string>> = {
  'adhesions.role': Object.fromEntries(Object.entries(ROLE).map(([role, { nom }]) => [role, nom]))
}

/** « temps plein », « 0,5 temps plein »; null when it is not known (R-159). */
export const direQuotite = (quotite: number | null): string | null =>
  quotite === null ? null : quotite === 1 ? 'temps plein' : `${quotite.toLocaleString('fr-FR')} temps plein`

/** What the page of the members says first: « 3 membres, dont 1 à la coordination : 1,5 temps plein ». */
export function direMembres(membres: readonly { role: Role; quotite: number | null }[]): string {
  const coordination = membres.filter((membre) => membre.role === 'coordination')
  const temps = coordination.reduce((somme, membre) => somme + (membre.quotite ?? 0), 0)
  const part = direQuotite(temps === 0 ? null : Math.round(temps * 100) / 100)
  return `${compter(membres.length, 'membre')}, dont ${coordination.length} à la coordination${part ? `\u00a0: ${part}` : ''}`
}
