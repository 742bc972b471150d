import type { GENERATIONS_QPV, NATURES_QUARTIER, NatureTerritoire, PartieRequise } from './schema.ts'

/** What kind of collectivity carries the territory, as written in a document: « Commune ». */
export const NATURE_TERRITOIRE: Record<NatureTerritoire, string> = {
  commune: 'Commune',
  epci: 'Établissement public de coopération intercommunale',
  ept: 'Établissement public territorial',
  libre: 'Groupe de communes'
}

export const NATURE_QUARTIER: Record<(typeof NATURES_QUARTIER)[number], string> = {
  qpv: 'Quartier prioritaire (QPV)',
  quartier: 'Quartier'
}

export const GENERATION_QPV: Record<(typeof GENERATIONS_QPV)[number], string> = {
  '2015': 'Géographie prioritaire de 2015',
  '2024': 'Géographie prioritaire de 2024'
}

/** The parties whose signature can be required, as said in a sentence: « il manque la signature de… ». */
export const PARTIE_REQUISE: Record<PartieRequise, string> = {
  collectivite: 'la collectivité',
  ars: 'l’agence régionale de santé',
  prefecture: 'la préfecture'
}
