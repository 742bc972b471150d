import { compter } from '#platform/texte.ts'

/** Why a file of cards is refused: nothing of it is written. */
export const direCarteRefusee = (raison: 'pas_une_carte' | 'carte_coupee', rang: number): string =>
  raison === 'pas_une_carte'
    ? 'Ce fichier ne contient aucune carte de visite. Exportez de nouveau vos contacts au format vCard (.vcf).'
    : `La carte n°\u00a0${rang} n’est pas terminée\u00a0: le fichier a sans doute été coupé. Rien n’est importé\u00a0; exportez de nouveau vos contacts, puis recommencez.`

/** What is left aside, by property, singular and plural. */
const MOTS: Record<string, [un: string, plusieurs: string]> = {
  PHOTO: ['photo', 'photos'],
  LOGO: ['logo', 'logos'],
  NOTE: ['note', 'notes'],
  ADR: ['adresse postale', 'adresses postales'],
  LABEL: ['étiquette d’adresse', 'étiquettes d’adresse'],
  BDAY: ['date de naissance', 'dates de naissance'],
  ANNIVERSARY: ['anniversaire', 'anniversaires'],
  URL: ['site', 'sites'],
  CATEGORIES: ['groupe de contacts', 'groupes de contacts'],
  EMAIL: ['seconde adresse électronique', 'secondes adresses électroniques'],
  TEL: ['troisième numéro', 'troisièmes numéros'],
  '?': ['ligne illisible', 'lignes illisibles']
}

/** « 3 photos et 1 adresse postale des cartes ne sont pas reprises », a sentence for each; what no word says is counted together. */
export function direLaisses(laisses: ReadonlyMap<string, number>): string[] {
  const autres = [...laisses].filter(([nom]) => !(nom in MOTS)).reduce((somme, [, nombre]) => somme + nombre, 0)
  const dites = Object.entries(MOTS)
    .map(([nom, mots]) => [laisses.get(nom) ?? 0, ...mots] as const)
    .concat([[autres, 'autre information', 'autres informations']])
    .filter(([nombre]) => nombre > 0)
    .map(([nombre, un, plusieurs]) => compter(nombre, un, plusieurs))
  return dites.length === 0 ? [] : [`Dans les cartes, ceci n’est pas repris\u00a0: ${dites.join(', ')}.`]
}
