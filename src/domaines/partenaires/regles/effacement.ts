import { jourDe } from '#platform/dates.ts'
import { JOURS_AVANT_EFFACEMENT, MOIS_SANS_CONTACT } from '../schema/effacements.ts'

/** The day, in Paris, on which an erasure asked at that instant is done: until then it can be given up. */
export const jourDeLEffacement = (demande: Date): string =>
  jourDe(new Date(demande.getTime() + JOURS_AVANT_EFFACEMENT * 86_400_000))

/** The day (AAAA-MM-JJ) before which a last contact is too old to keep someone without asking oneself why. */
export function limiteDuContact(jour: string): string {
  const limite = new Date(`${jour}T12:00:00Z`)
  const quantieme = limite.getUTCDate()
  limite.setUTCMonth(limite.getUTCMonth() - MOIS_SANS_CONTACT)
  // 29 February three years before is the last day of that month, not the first of the next
  if (limite.getUTCDate() !== quantieme) limite.setUTCDate(0)
  return limite.toISOString().slice(0, 10)
}

export type RefusDEffacer = 'a_signe' | 'deja_demande'

/** Nobody who signed a contract is erased: the contract is a public act and bears her name (RGPD, article 17.3). Null when she may be. */
export function jugerEffacement({ deja, signes }: { deja: boolean; signes: readonly string[] }): RefusDEffacer | null {
  if (deja) return 'deja_demande'
  return signes.length > 0 ? 'a_signe' : null
}
