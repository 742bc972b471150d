import type { Courriels } from '#domaines/partenaires/schema.ts'
import type { ContactPasse } from '../schema/rencontres.ts'
import { contactsAPasser } from './participants.ts'

type Paire = {
  tour: number
  rang: number
  unId: string
  autreId: string | null
  unAccepte: boolean
  autreAccepte: boolean
  promesse: string | null
}
type Personne = ContactPasse & { id: string; courriels: Courriels }

/** What one person may be written: the contacts of those who said yes as she did, and what she and one of them promised each other. */
export type LettreDue<G> = { a: G; contacts: G[]; promesses: { avec: G; texte: string }[] }

/** Who is due a letter after the rounds: to write, without an address, who asked for no letter, and who had hers already. */
export type LettresDues<G> = { aEcrire: LettreDue<G>[]; sansAdresse: G[]; refusent: G[]; ecrites: G[] }

/**
 * The letters after express meetings: only between two who both agreed, so that whoever did not is named in none; each person once,
 * whatever is noted after hers left; nobody who asked to be written no more.
 */
export function lettresDues<G extends Personne>(
  paires: readonly Paire[],
  gens: readonly G[],
  parties: readonly string[]
): LettresDues<G> {
  const dues = contactsAPasser(paires, gens).map(({ a, de }): LettreDue<G> => {
    const promesses = paires.flatMap(({ unId, autreId, promesse }) => {
      const avec = de.find(({ id }) => (unId === a.id && autreId === id) || (autreId === a.id && unId === id))
      return avec && promesse ? [{ avec, texte: promesse }] : []
    })
    return { a, contacts: de, promesses }
  })
  const restent = dues.filter(({ a }) => !parties.includes(a.id))
  const ouverts = restent.filter(({ a }) => a.courriels !== 'aucun')
  return {
    aEcrire: ouverts.filter(({ a }) => a.courriel),
    sansAdresse: ouverts.filter(({ a }) => !a.courriel).map(({ a }) => a),
    refusent: restent.filter(({ a }) => a.courriels === 'aucun').map(({ a }) => a),
    ecrites: gens.filter(({ id }) => parties.includes(id))
  }
}
