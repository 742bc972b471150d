import { normaliser } from '#platform/texte.ts'
import type { Reponse } from '../schema.ts'

type Attendable = {
  id: string
  nom: string
  structure: string | null
  remplacant: string | null
  reponse: Reponse | null
  la: boolean
}

/** Why nobody can be noted present yet, or any more; null when it is the time: the day itself, and after it from the paper sheet. */
export function pasEncore(seance: { jour: string; annulee: boolean }, jour: string): 'seance_annulee' | 'seance_a_venir' | null {
  if (seance.annulee) return 'seance_annulee'
  return jour < seance.jour ? 'seance_a_venir' : null
}

/** Whether someone said that she comes, or that somebody comes for her. */
export const estAttendu = ({ reponse }: { reponse: Reponse | null }): boolean => reponse === 'vient' || reponse === 'remplace'

/** Those whose name, house or stand-in has all these words, whatever the accents; everyone when nothing is looked for. */
export function chercherInvites<T extends Attendable>(invites: readonly T[], cherche: string): T[] {
  const mots = normaliser(cherche).split(' ').filter(Boolean)
  return invites.filter(({ nom, structure, remplacant }) => {
    const dit = normaliser([nom, structure, remplacant].filter(Boolean).join(' '))
    return mots.every((mot) => dit.includes(mot))
  })
}

/** « 12 of the 31 expected came, and 4 others »: the figures of the door. */
export function compterEmargement(invites: readonly Attendable[], autres: number) {
  const attendus = invites.filter(estAttendu)
  const venusAttendus = attendus.filter(({ la }) => la).length
  const venusInvites = invites.filter(({ la }) => la).length
  return { attendus: attendus.length, venusAttendus, venus: venusInvites + autres, enPlus: venusInvites - venusAttendus + autres }
}
