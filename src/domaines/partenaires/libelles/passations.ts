import { direDate, type DateFloue } from '#platform/dates.ts'

/** « jusqu’au 14 octobre 2026 », « jusqu’en septembre 2026 ». */
export const direJusque = (fin: DateFloue): string => `${fin.length === 10 ? 'jusqu’au' : 'jusqu’en'} ${direDate(fin)}`

/** The handover notes as the history tells them. */
export const ACTES_PASSATIONS: Record<string, string> = {
  'passation.ecrire': 'a écrit une note de passation',
  'passation.reprendre': 'a dit que tout ce qui était à reprendre l’est',
  'passation.rouvrir': 'a dit qu’il reste quelque chose à reprendre',
  'passation.retirer': 'a retiré une note de passation',
  'passation.retablir': 'a fait revenir une note de passation'
}
export const OBJETS_PASSATIONS: Record<string, string> = { passations: 'Note de passation' }
export const CHAMPS_PASSATIONS: Record<string, string> = { reprise_le: 'Tout est repris, le' }
