import { z } from 'zod'
import { AGES } from '#domaines/contrats/schema.ts'
import { FACETTES, NATURES_ACTION, PRIORITES, STATUTS, THEMATIQUES, TYPES_ACTION } from './mots.ts'

export const GROUPEMENTS = ['axe', 'statut', 'pilote', 'aucun'] as const
export type Groupement = (typeof GROUPEMENTS)[number]

export const TRIS = ['numero', 'titre', 'statut', 'debut', 'fin', 'budget', 'modifie'] as const
export type Tri = (typeof TRIS)[number]

export const COLONNES = [
  'numero',
  'pilotes',
  'statut',
  'priorite',
  'debut',
  'fin',
  'quartiers',
  'publics',
  'themes',
  'types',
  'referents',
  'budget',
  'modifie'
] as const
export type Colonne = (typeof COLONNES)[number]
export const COLONNES_PAR_DEFAUT: readonly Colonne[] = ['numero', 'pilotes', 'statut', 'fin', 'quartiers', 'budget']

/** The status that the filter asks for; « non_dit »: the actions of which nobody has said it. */
export const STATUT_NON_DIT = 'non_dit'
export const STATUTS_FILTRES = [...STATUTS, STATUT_NON_DIT] as const
export type StatutFiltre = (typeof STATUTS_FILTRES)[number]

/** Asked instead of a quartier: the actions that name no priority one. */
export const SANS_QPV = 'sans_qpv'

/** How many fiches one Word or PDF file takes at most; past them there are several, in one archive. */
export const FICHES_PAR_DOCUMENT = 200
/** How many fiches are taken out at once as documents, at most. */
export const FICHES_SORTIES = 2_000

/** What the calendar shows: the months of one year, or (« tout ») every year of the contract. */
export type An = number | 'tout'

const souple = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined as never)

/** The view of the portfolio that an address describes: what is wrong in it is left out, never an error. */
export const vueSchema = z.object({
  q: souple(z.string().trim().max(200)),
  statut: souple(z.enum(STATUTS_FILTRES)),
  priorite: souple(z.enum(PRIORITES)),
  quartier: souple(z.union([z.uuid(), z.literal(SANS_QPV)])),
  structure: souple(z.uuid()),
  public: souple(z.string().trim().min(1).max(200)),
  theme: souple(z.enum(THEMATIQUES)),
  type: souple(z.enum(TYPES_ACTION)),
  facette: souple(z.enum(FACETTES)),
  age: souple(z.enum(AGES)),
  nature: souple(z.enum(NATURES_ACTION)),
  axe: souple(z.uuid()),
  contrat: souple(z.uuid()),
  dans: souple(z.enum(['contrat', 'hors'])),
  /** of the contract by rule, or not; `au` asks it of a past day */
  programme: souple(z.enum(['cls', 'asv'])),
  au: souple(z.iso.date()),
  /** the living actions without news for more than ninety days */
  silence: souple(z.literal('oui')),
  grouper: z.enum(GROUPEMENTS).default('axe').catch('axe'),
  tri: z.enum(TRIS).default('numero').catch('numero'),
  sens: z.enum(['asc', 'desc']).default('asc').catch('asc'),
  an: souple(z.union([z.literal('tout'), z.coerce.number().int().min(1990).max(2200)])),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
  col: z.array(z.enum(COLONNES)).optional().catch(undefined)
})
export type Vue = z.output<typeof vueSchema>

/** Reads the view in the parameters of an address. */
export function lireVue(parametres: URLSearchParams): Vue {
  const colonnes = parametres.getAll('col').filter((nom) => nom !== '')
  const simples = Object.fromEntries([...parametres].filter(([nom, valeur]) => nom !== 'col' && valeur !== ''))
  return vueSchema.parse({ ...simples, ...(colonnes.length > 0 ? { col: colonnes } : {}) })
}

/** The address of a view, with some of it changed; what has its usual value is left out. */
export function adresseDeLaVue(vue: Vue, change: Partial<Vue> = {}): string {
  const { col, ...reste } = { ...vue, ...('page' in change ? {} : { page: 1 }), ...change }
  const usuels: Record<string, unknown> = { grouper: 'axe', tri: 'numero', sens: 'asc', page: 1 }
  const parametres = new URLSearchParams()
  for (const [nom, valeur] of Object.entries(reste))
    if (valeur !== undefined && valeur !== usuels[nom]) parametres.set(nom, String(valeur))
  for (const nom of col ?? []) parametres.append('col', nom)
  const texte = parametres.toString()
  return texte === '' ? '?' : `?${texte}`
}

const FILTRES = [
  'q',
  'statut',
  'priorite',
  'quartier',
  'structure',
  'public',
  'theme',
  'type',
  'facette',
  'age',
  'nature',
  'axe',
  'dans',
  'silence',
  'programme',
  'au'
] as const satisfies readonly (keyof Vue)[]

/** True when the view leaves actions out; how they are sorted, grouped and drawn leaves none out. */
export const estFiltree = (vue: Vue): boolean => FILTRES.some((filtre) => vue[filtre] !== undefined)
