import { compter, enumerer } from '#platform/texte.ts'
import type { RefusGeojson } from './regles/geojson.ts'
import type { Generation, NatureQuartier, NatureTerritoire, PartieRequise } from './schema.ts'

/** What kind of collectivity carries the territory, as written in a document: « Commune ». */
export const NATURE_TERRITOIRE: Record<NatureTerritoire, string> = {
  commune: 'Commune',
  epci: 'Établissement public de coopération intercommunale',
  ept: 'Établissement public territorial',
  libre: 'Groupe de communes'
}

export const NATURE_QUARTIER: Record<NatureQuartier, string> = {
  qpv: 'Quartier prioritaire (QPV)',
  quartier: 'Quartier'
}

export const GENERATION_QPV: Record<Generation, string> = {
  '2015': 'Géographie prioritaire de 2015',
  '2024': 'Géographie prioritaire de 2024'
}

/** The parties whose signature can be required (R-001), as said in a sentence: « il manque la signature de… ». */
export const PARTIE_REQUISE: Record<PartieRequise, string> = {
  collectivite: 'la collectivité',
  ars: 'l’agence régionale de santé',
  prefecture: 'la préfecture'
}

/** What the page of the territory says first: « Ville de Cergy, 66 322 habitants », « Boucles de Marne, 2 communes, 120 000 habitants ». */
export function direTerritoire(nom: string, communes: number, population: { total: number } | null): string {
  return [nom, communes > 1 ? compter(communes, 'commune') : '', population ? compter(population.total, 'habitant') : '']
    .filter(Boolean)
    .join(', ')
}

/** What the page of the quartiers says first: « 4 quartiers prioritaires de 2024, 2 de 2015 et 1 autre quartier ». */
export function direQuartiers(quartiers: readonly { nature: NatureQuartier; generation: Generation | null }[]): string {
  if (quartiers.length === 0) return 'Aucun quartier encore'
  const combien = (generation: Generation) => quartiers.filter((quartier) => quartier.generation === generation).length
  const autres = quartiers.filter((quartier) => quartier.nature === 'quartier').length
  const listes = (['2024', '2015'] as const).filter((generation) => combien(generation) > 0)
  const prioritaires = listes.map(
    (generation, rang) =>
      `${rang === 0 ? compter(combien(generation), 'quartier prioritaire', 'quartiers prioritaires') : combien(generation)} de ${generation}`
  )
  const reste =
    autres === 0
      ? []
      : [prioritaires.length === 0 ? compter(autres, 'quartier') : compter(autres, 'autre quartier', 'autres quartiers')]
  return enumerer([...prioritaires, ...reste])
}

/** What an addition did: « 2 quartiers ajoutés, 3 complétés », « Rien à ajouter : ils étaient déjà là ». */
export function direImport({ ajoutes, completes }: { ajoutes: number; completes: number }): string {
  if (ajoutes + completes === 0) return 'Rien à ajouter\u00a0: tout était déjà là'
  if (ajoutes === 0) return compter(completes, 'quartier complété', 'quartiers complétés')
  return `${compter(ajoutes, 'quartier ajouté', 'quartiers ajoutés')}${completes > 0 ? `, ${compter(completes, 'complété')}` : ''}`
}

/** The list on which a quartier stands, in a word: « QPV 2024 », « Quartier ». */
export const direListe = ({ nature, generation }: { nature: NatureQuartier; generation: Generation | null }): string =>
  nature === 'qpv' ? `QPV ${generation}` : 'Quartier'

/** Why a quartier was refused. */
export const REFUS_QUARTIER: Record<'nom_pris', string> = { nom_pris: 'Un autre quartier de la même liste porte déjà ce nom.' }

/** Why a file of quartiers was refused, whole. */
export const REFUS_GEOJSON: Record<RefusGeojson, string> = {
  pas_json:
    'Ce fichier n’est pas du GeoJSON\u00a0: il ne se lit pas comme du JSON. Exportez la couche au format GeoJSON depuis votre logiciel de cartographie.',
  pas_geojson: 'Ce fichier est du JSON, mais pas du GeoJSON\u00a0: il n’y a ni collection d’objets ni contour.',
  aucun_polygone: 'Ce fichier ne dessine aucun contour\u00a0: il ne contient que des points ou des lignes.',
  projection:
    'Les coordonnées de ce fichier sont en mètres. Demandez à qui l’a fait de le donner en longitude et latitude (il dira «\u202fWGS 84\u202f»).',
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
export const OBJETS_TERRITOIRES: Record<string, string> = {
  collectivites: 'Territoire',
  collectivites_communes: 'Commune du territoire',
  quartiers: 'Quartier'
}
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
  parties_requises: 'Signatures requises',
  seuil_sollicitations: 'Sollicitations par personne en douze mois',
  seuil_structures: 'Sollicitations par structure en douze mois',
  statut_d_office: 'Statut proposé par un pilote, pris aussitôt'
}
export const VALEURS_TERRITOIRES: Record<string, Record<string, string>> = {
  'quartiers.nature': NATURE_QUARTIER,
  'quartiers.generation': GENERATION_QPV,
  'collectivites.parties_requises': PARTIE_REQUISE
}
