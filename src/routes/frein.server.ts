import { error, fail, type RequestEvent } from '@sveltejs/kit'
import { ouvrirFrein } from '#platform/frein.ts'
import { compter } from '#platform/texte.ts'
import { valeursDe, type Refuse } from './session.server.ts'

type Appelant = Pick<RequestEvent, 'getClientAddress' | 'setHeaders' | 'locals'>

// a whole meeting room may answer behind one address: it has room, and a link or a mailbox has less
const parMachine = ouvrirFrein({ fois: 400, secondes: 600 })
const parCible = ouvrirFrein({ fois: 40, secondes: 600 })
const parQuestionnaire = ouvrirFrein({ fois: 300, secondes: 600 })
const parCourriel = ouvrirFrein({ fois: 10, secondes: 900 })
const desInconnus = ouvrirFrein({ fois: 60, secondes: 600 })

/** Seconds to wait before one more act on a link, by its subject and by the machine that asks; 0: go on. */
export const freinerLien = ({ getClientAddress, locals: { maintenant } }: Appelant, sujetId: string): number =>
  parCible(sujetId, maintenant) || parMachine(getClientAddress(), maintenant)

/** The same for the link of a questionnaire, that a whole room opens at once: three hundred answers in ten minutes. */
export const freinerQuestionnaire = ({ getClientAddress, locals: { maintenant } }: Appelant, id: string): number =>
  parQuestionnaire(id, maintenant) || parMachine(getClientAddress(), maintenant)

/** The same for a link to sign in, sent to an address: whether it is known changes nothing to what is answered. */
export const freinerCourriel = ({ getClientAddress, locals: { maintenant } }: Appelant, courriel: string): number =>
  parCourriel(courriel.trim().toLowerCase(), maintenant) || parMachine(getClientAddress(), maintenant)

/** Counts a secret address that opens nothing; who tries many is told to wait, and learns nothing more. */
export function compterInconnu({ getClientAddress, setHeaders, locals: { maintenant } }: Appelant): void {
  const attente = desInconnus(getClientAddress(), maintenant)
  if (attente === 0) return
  setHeaders({ 'retry-after': String(attente) })
  error(429, direAttente(attente), {})
}

/** The answer to a form sent too often: it comes back whole, with when to try again. */
export function faireAttendre({ setHeaders }: Appelant, attente: number, form: FormData, formulaire: string) {
  setHeaders({ 'retry-after': String(attente) })
  const erreurs = { '': [`${direAttente(attente)} Rien n’est perdu.`] }
  return fail(429, { erreurs, valeurs: valeursDe(form), formulaire } satisfies Refuse)
}

const direAttente = (secondes: number): string =>
  `Trop de demandes à la suite\u00a0: réessayez dans ${secondes < 60 ? compter(secondes, 'seconde') : compter(Math.ceil(secondes / 60), 'minute')}.`
