import { citer, majuscule } from '#platform/texte.ts'
import type { Portee, SeanceALAgenda } from '../schema/agenda.ts'

const entier = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC'
})
const moisEntier = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const jourDit = (jour: string) => entier.format(new Date(`${jour}T00:00:00Z`))
const heureDite = (heure: string) =>
  heure.replace(/^0?(\d+):(\d\d)$/, (_, h: string, m: string) => `${h}\u00a0h${m === '00' ? '' : `\u00a0${m}`}`)

/** « Décembre 2026 » */
export const direMois = (mois: string): string => majuscule(moisEntier.format(new Date(`${mois}-01T00:00:00Z`)))

/** « Elle était prévue le mercredi 9 décembre 2026 à 14 h. »; null of a meeting that did not move. */
export function direAncienne({ ancienne, jour }: Pick<SeanceALAgenda, 'ancienne' | 'jour'>): string | null {
  if (!ancienne) return null
  const quand = ancienne.heure ? ` à ${heureDite(ancienne.heure)}` : ''
  return ancienne.jour === jour
    ? `Elle était prévue${quand || ' sans heure'}.`
    : `Elle était prévue le ${jourDit(ancienne.jour)}${quand}.`
}

/** The name of a meeting in a calendar: one that is called off, or moved, says so where programs show no status. */
export function titrerAuCalendrier({
  instance,
  annulee,
  ancienne
}: Pick<SeanceALAgenda, 'instance' | 'annulee' | 'ancienne'>): string {
  if (annulee) return `Annulée\u00a0: ${instance}`
  return ancienne ? `Déplacée\u00a0: ${instance}` : instance
}

export const decrireAuCalendrier = (seance: SeanceALAgenda): string =>
  [
    seance.annulee
      ? `Cette séance est annulée.${seance.motifAnnulation ? ` ${seance.motifAnnulation}` : ''}`
      : direAncienne(seance),
    seance.objet,
    seance.exemple ? '(exemple)' : null
  ]
    .filter(Boolean)
    .join('\n')

/** What a calendar followed is called among the others of a person. */
export const nommerFlux = ({ territoire, nom }: { territoire: string; nom: string | null }): string =>
  nom ? `${nom} (${territoire}, santé)` : `${territoire}, santé`

/** What a subscription follows. */
export const direAbonnement = ({ portee, nom }: { portee: Portee; nom: string | null }): string =>
  ({
    territoire: 'Toutes les séances',
    instance: `Les séances de ${citer(nom ?? '')}`,
    personne: `Les séances où ${nom} est invité·e`
  })[portee]

export const direRefusAgenda = (raison: string): string =>
  raison === 'plus_la' ? 'Cela n’est plus là\u00a0: choisissez autre chose.' : 'Cela n’a pas pu se faire.'

/** What the room says of subscriptions in the history. */
export const ACTES_AGENDA: Record<string, string> = {
  'agenda.abonner': 'a créé une adresse d’agenda',
  'agenda.renouveler': 'a renouvelé une adresse d’agenda',
  'agenda.arreter': 'a arrêté une adresse d’agenda',
  'agenda.suivre_les_siennes': 'a reçu une adresse d’agenda pour ses séances',
  'agenda.ne_plus_suivre': 'a arrêté l’adresse d’agenda de ses séances'
}
export const OBJETS_AGENDA: Record<string, string> = { abonnements: 'Adresse d’agenda' }
export const CHAMPS_AGENDA: Record<string, string> = {
  compte_id: 'Membre',
  portee: 'Ce qu’elle suit',
  renouvele_le: 'Renouvelée le'
}
export const VALEURS_AGENDA: Record<string, Record<string, string>> = {
  'abonnements.portee': { territoire: 'toutes les séances', instance: 'une instance', personne: 'une personne' }
}
