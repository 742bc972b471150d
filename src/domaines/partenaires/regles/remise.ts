import type { EtatEnvoi } from '../schema/envois.ts'

/** What a failure of the mail server says, as nodemailer tells it. */
export type EchecDeRemise = { responseCode?: number; command?: string; code?: string }

/**
 * What becomes of a letter that a server did not take. A clear refusal of the address is kept as such; a server out of reach, or that asks to
 * wait, leaves the letter to send; only a silence after the letter was handed over (the connection lost after DATA) is a doubt.
 */
export function apresUnEchec({ responseCode, command }: EchecDeRemise): { etat: EtatEnvoi; attendre: boolean } {
  const deLAdresse = command === 'RCPT TO' || command === 'DATA'
  if (responseCode !== undefined && responseCode >= 500 && deLAdresse) return { etat: 'refuse', attendre: false }
  if (responseCode === undefined && command === 'DATA') return { etat: 'doute', attendre: false }
  return { etat: 'pret', attendre: true }
}
