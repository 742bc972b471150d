import { direDate } from '#platform/dates.ts'
import type { Attente, Devenir, SourceAttente } from '../schema/attentes.ts'

export const SOURCE_ATTENTE: Record<SourceAttente, string> = {
  reponse: 'écrit après la séance',
  choix: 'choisi après la séance',
  besoin: 'besoin entendu en séance'
}

/** « demandé après la séance du 12 mars 2024 » */
export const direDemande = (jour: string): string => `demandé après la séance du ${direDate(jour)}`

/** « prévu à la séance du 9 décembre 2026 » */
export const direDevenir = (devenir: Devenir, prevue: Attente['prevue']): string =>
  ({
    attend: 'attend une prochaine séance',
    prevue: `prévu à la séance du ${direDate(prevue?.jour ?? '')}`,
    tenue: `mis à l’ordre du jour du ${direDate(prevue?.jour ?? '')}`,
    ecartee: 'mis de côté'
  })[devenir]

export const TON_DEVENIR: Record<Devenir, 'neutre' | 'fil' | 'ok' | 'trame'> = {
  attend: 'trame',
  prevue: 'fil',
  tenue: 'ok',
  ecartee: 'neutre'
}

/** What the history says of it. */
export const ACTES_ATTENTES: Record<string, string> = {
  'seance.interroger': 'a ouvert les questions de fin de séance',
  'attente.proposer': 'a retenu une demande pour la prochaine séance',
  'attente.prevoir': 'a mis une demande à l’ordre du jour',
  'attente.ecarter': 'a mis une demande de côté',
  'attente.reprendre': 'a repris une demande mise de côté'
}
export const OBJETS_ATTENTES: Record<string, string> = {
  interrogations: 'Questions de fin de séance',
  attentes: 'Demande pour une prochaine séance'
}
export const CHAMPS_ATTENTES: Record<string, string> = {
  reponse_id: 'Réponse',
  conclusion_id: 'Conclusion',
  ecartee_le: 'Mise de côté le',
  attente_id: 'Demande à laquelle il répond'
}
export const VALEURS_ATTENTES: Record<string, Record<string, string>> = { 'attentes.source': SOURCE_ATTENTE }
