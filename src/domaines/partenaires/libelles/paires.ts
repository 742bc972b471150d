import type { Raison, Sorte } from '../schema/paires.ts'

/** Why two look like one, as a person reads it: « même SIRET », « une lettre ou deux de différence : « Moulin » et « Moulins » ». */
export function direRaison(raison: Raison): string {
  switch (raison.sorte) {
    case 'sigle':
      return `même sigle\u00a0: ${raison.sigle}`
    case 'contenu':
      return `«\u202f${raison.court}\u202f» est contenu dans l’autre nom`
    case 'proche':
      return `une ou deux lettres d’écart\u00a0: «\u202f${raison.mots[0]}\u202f» et «\u202f${raison.mots[1]}\u202f»`
    case 'initiale':
      return `«\u202f${raison.court}\u202f» peut être l’autre, en initiale`
    default:
      return SIMPLES[raison.sorte]
  }
}

const SIMPLES = {
  siret: 'même SIRET',
  courriel: 'même adresse électronique',
  telephone: 'même téléphone',
  nom: 'même nom, aux accents et petits mots près',
  ordre: 'mêmes mots, dans un autre ordre',
  structure: 'dans la même structure'
} as const

/** What a merge calls each of its objects. */
export const SORTE: Record<Sorte, { un: string; le: string; plusieurs: string; deux: string }> = {
  structures: { un: 'structure', le: 'cette structure', plusieurs: 'structures', deux: 'Deux structures, ou une seule\u00a0?' },
  personnes: { un: 'personne', le: 'cette personne', plusieurs: 'personnes', deux: 'Deux personnes, ou une seule\u00a0?' }
}

/** Fields among which a merge chooses, in the order in which they are shown. */
export const CHAMPS_REUNIS: Record<string, string> = {
  nom: 'Nom',
  sigle: 'Sigle',
  type: 'Type',
  categorie: 'Catégorie',
  interne: 'Place',
  siret: 'SIRET',
  courriel: 'Courriel',
  telephone: 'Téléphone',
  quartierId: 'Quartier'
}

/** Why two could not be made one. */
export const direRefusReunion = (raison: 'la_meme' | 'nom_pris', { nom }: { nom?: unknown } = {}): string =>
  ({
    la_meme: 'C’est la même\u00a0: il en faut deux pour les réunir.',
    nom_pris: `Une autre structure s’appelle déjà «\u202f${String(nom)}\u202f»\u00a0: gardez l’autre nom.`
  })[raison]
