import type { RefusGeojson } from './regles/geojson.ts'
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

/** Why a file of quartiers was refused, whole. */
export const REFUS_GEOJSON: Record<RefusGeojson, string> = {
  pas_json: 'Ce fichier n’est pas du GeoJSON : il ne se lit pas comme du JSON. Exportez la couche au format GeoJSON depuis votre logiciel de cartographie.',
  pas_geojson: 'Ce fichier est du JSON, mais pas du GeoJSON : il n’y a ni collection d’objets ni contour.',
  aucun_polygone: 'Ce fichier ne dessine aucun contour : il ne contient que des points ou des lignes.',
  projection: 'Les coordonnées de ce fichier sont en mètres. Exportez-le en longitude et latitude (WGS 84, EPSG:4326).',
  trop_de_quartiers: 'Ce fichier contient plus de 2 000 objets. Gardez ceux de votre territoire avant de l’apporter.'
}

/** Acts of this room, as the history tells them. */
export const ACTES_TERRITOIRES: Record<string, string> = {
  'territoire.creer': 'a créé le territoire',
  'territoire.regler': 'a changé les réglages du territoire',
  'quartiers.ajouter': 'a ajouté des quartiers',
  'quartier.modifier': 'a corrigé un quartier',
  'quartier.retirer': 'a retiré un quartier',
  'quartier.retablir': 'a fait revenir un quartier'
}

/** Names of the room's objects and of their fields, by table and column, as the history tells them. */
export const OBJETS_TERRITOIRES: Record<string, string> = { collectivites: 'Territoire', collectivites_communes: 'Commune du territoire', quartiers: 'Quartier' }
export const CHAMPS_TERRITOIRES: Record<string, string> = {
  nom: 'Nom',
  nature: 'Nature',
  generation: 'Génération',
  code: 'Code',
  en_projet: 'En projet',
  contour: 'Contour',
  competence_sante: 'Compétence en santé',
  competence_depuis: 'Compétence en santé depuis',
  asv_depuis: 'Atelier santé ville depuis',
  parties_requises: 'Signatures requises'
}
export const VALEURS_TERRITOIRES: Record<string, Record<string, string>> = {
  'quartiers.nature': NATURE_QUARTIER,
  'quartiers.generation': GENERATION_QPV,
  'collectivites.parties_requises': PARTIE_REQUISE
}
