import { compter, enumerer } from '#platform/texte.ts'
import type { RefusDEtat } from '../regles/rencontres.ts'
import type { EtatEchange, NatureEchange, VerdictRencontre } from '../schema/echanges.ts'

/** What a partner brings. */
export const NATURE_ECHANGE: Record<NatureEchange, string> = {
  appui: 'Demande d’appui',
  offre: 'Offre',
  besoin: 'Besoin',
  idee: 'Idée de projet'
}

/** What each nature is, for who chooses. */
export const NATURE_EXPLIQUEE: Record<NatureEchange, string> = {
  appui: 'une aide demandée à la coordination',
  offre: 'ce qu’un partenaire met à disposition des autres',
  besoin: 'ce qui lui manque, et qu’un autre a peut-être',
  idee: 'un projet qu’il voudrait monter à plusieurs'
}

export const ETAT_ECHANGE: Record<EtatEchange, string> = {
  ouverte: 'En attente',
  en_cours: 'En cours',
  aboutie: 'A abouti',
  abandonnee: 'Sans suite'
}

const NOMBRE: Record<NatureEchange, [un: string, plusieurs: string]> = {
  appui: ['demande d’appui', 'demandes d’appui'],
  offre: ['offre', 'offres'],
  besoin: ['besoin', 'besoins'],
  idee: ['idée de projet', 'idées de projet']
}

/** What the board says first: « 2 offres, 3 besoins et 1 demande d’appui attendent une suite ». */
export function direTableau(comptes: Partial<Record<NatureEchange, number>>): string {
  const dits = (Object.keys(NOMBRE) as NatureEchange[]).filter((nature) => comptes[nature])
  if (dits.length === 0) return 'Rien n’attend de suite aujourd’hui'
  const total = dits.reduce((somme, nature) => somme + comptes[nature]!, 0)
  return `${enumerer(dits.map((nature) => compter(comptes[nature]!, ...NOMBRE[nature])))} ${total < 2 ? 'attend' : 'attendent'} une suite`
}

const REFUS: Record<RefusDEtat | 'meme_echange' | 'relation_a_venir', string> = {
  issue_manque: 'Dites en une phrase ce que cela a donné, ou pourquoi cela s’arrête\u00a0: on s’en souviendra.',
  etat_a_venir: 'Cette date est à venir\u00a0: notez le changement quand il aura eu lieu.',
  meme_echange: 'Choisissez deux échanges différents.',
  relation_a_venir: 'Cette date est à venir\u00a0: notez la mise en relation quand elle aura eu lieu.'
}

/** Why the board refused, as said to who asked. */
export const direRefusEchange = (raison: string): string => REFUS[raison as keyof typeof REFUS]

const VERDICT: Record<VerdictRencontre, string> = { mises_en_relation: 'mis en relation', ecartees: 'sans rapport' }

/** The board as the history tells it. */
export const ACTES_ECHANGES: Record<string, string> = {
  'echange.deposer': 'a noté une offre, un besoin ou une demande',
  'appui.demander': 'a demandé un appui, depuis sa page',
  'echange.modifier': 'a corrigé une offre, un besoin ou une demande',
  'echange.changer_etat': 'a dit où en est une offre, un besoin ou une demande',
  'echange.retirer': 'a retiré une offre, un besoin ou une demande',
  'echange.retablir': 'a fait revenir une offre, un besoin ou une demande',
  'rapprochement.noter': 'a noté une mise en relation',
  'rapprochement.ecarter': 'a écarté un rapprochement',
  'rapprochement.reprendre': 'est revenu sur un rapprochement'
}
export const OBJETS_ECHANGES: Record<string, string> = { echanges: 'Offre, besoin ou demande', rapprochements: 'Rapprochement' }
export const CHAMPS_ECHANGES: Record<string, string> = {
  issue: 'Ce que cela a donné',
  note: 'Note',
  'rapprochements.autre_id': 'L’autre'
}
export const VALEURS_ECHANGES: Record<string, Record<string, string>> = {
  'echanges.nature': NATURE_ECHANGE,
  'echanges.etat': ETAT_ECHANGE,
  'rapprochements.verdict': VERDICT
}
