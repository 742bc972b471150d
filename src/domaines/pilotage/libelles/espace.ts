import { compter } from '#platform/texte.ts'
import type { EtatEnvoi } from '#domaines/partenaires/schema/envois.ts'
import type { RefusDEspace } from '../regles/espace.ts'

export const objetDEspace = (territoire: string): string => `Votre page, contrat local de santé, ${territoire}`

const REFUS: Record<RefusDEspace, string> = {
  sans_adresse: 'Aucune adresse électronique n’est connue pour cette personne\u00a0: complétez d’abord ses coordonnées.',
  ne_veut_rien: 'Cette personne a demandé à ne plus rien recevoir\u00a0: son lien ne lui est envoyé que si elle le demande.',
  lien_recent: 'Son lien vient de partir\u00a0: attendez une heure avant d’en envoyer un autre.'
}
export const direRefusEspace = (raison: string): string => REFUS[raison as RefusDEspace] ?? 'Cela n’a pas pu se faire.'

/** « 3 choses vous attendent », « Rien ne vous attend ». */
export const direAttendu = (nombre: number): string =>
  nombre === 0 ? 'Rien ne vous attend, merci' : `${compter(nombre, 'chose vous attend', 'choses vous attendent')}`

const ETAT: Record<EtatEnvoi, (le: string) => string> = {
  pret: (le) => `Son lien part (demandé le ${le}).`,
  en_vol: (le) => `Son lien part (demandé le ${le}).`,
  parti: (le) => `Son lien lui a été envoyé le ${le}.`,
  refuse: (le) => `Son lien, envoyé le ${le}, a été refusé par son serveur de courriel.`,
  doute: (le) => `Son lien du ${le}\u00a0: on ne sait pas s’il est arrivé.`
}

/** « Son lien lui a été envoyé le 9 décembre 2026. » */
export const direLienEnvoye = ({ etat, motif }: { etat: EtatEnvoi; motif: string | null }, le: string): string =>
  `${ETAT[etat](le)}${etat === 'refuse' && motif ? ` ${motif}` : ''}`
