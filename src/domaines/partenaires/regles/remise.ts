import type { EtatEnvoi } from '../schema/envois.ts'

/** What a failure of the mail server says, as nodemailer tells it; `remise`: the whole letter had been given to the server. */
export type EchecDeRemise = { responseCode?: number; command?: string; code?: string; remise?: boolean }

/** What becomes of a letter, and who waits: nobody, this letter alone, or all of them. */
export type Suite = { etat: EtatEnvoi; attend: 'personne' | 'elle' | 'toutes' }

/**
 * What becomes of a letter that a server did not take. A clear refusal of the address is kept as such; an address whose server asks to wait
 * (a full mailbox, a first letter that it does not know: RFC 5321 4.2.1) waits alone; a server out of reach, or that refuses our account, makes all
 * of them wait. Where the whole letter was given and nothing was answered, it may have arrived: that, and that only, is a doubt.
 */
export function apresUnEchec({ responseCode, command, remise = false }: EchecDeRemise): Suite {
  const deLAdresse = command === 'RCPT TO' || command === 'DATA'
  if (responseCode !== undefined && responseCode >= 500 && deLAdresse) return { etat: 'refuse', attend: 'personne' }
  // 421: the server itself leaves
  if (responseCode !== undefined && responseCode !== 421 && deLAdresse) return { etat: 'pret', attend: 'elle' }
  if (responseCode === undefined && remise) return { etat: 'doute', attend: 'personne' }
  return { etat: 'pret', attend: 'toutes' }
}

const MINUTE = 60_000
/** How long a letter that must wait is tried again, in days: what mail servers do themselves. */
const JOURS_D_ESSAI = 3

/**
 * When a letter that was asked for so long ago is tried again: as long again as it has waited, from ten minutes to four hours; null once it has
 * waited three days, and is given up.
 */
export function prochainEssai(creeLe: Date, maintenant: Date): Date | null {
  const age = maintenant.getTime() - creeLe.getTime()
  if (age > JOURS_D_ESSAI * 24 * 60 * MINUTE) return null
  return new Date(maintenant.getTime() + Math.min(Math.max(age, 10 * MINUTE), 240 * MINUTE))
}
