import { z } from 'zod'
import { dateTapeeSchema, facultatif, ligneSchema, texteSchema } from '#platform/saisie.ts'
import { FACETTES, THEMATIQUES, type Facette, type Thematique } from './themes.ts'

/** What a partner brings to the board: a help asked of the coordination, an offer, a need, an idea of a project. */
export const NATURES_ECHANGE = ['appui', 'offre', 'besoin', 'idee'] as const
export type NatureEchange = (typeof NATURES_ECHANGE)[number]

/** Entries on one page of the board. */
export const ECHANGES_PAR_PAGE = 30

export const ETATS_ECHANGE = ['ouverte', 'en_cours', 'aboutie', 'abandonnee'] as const
export type EtatEchange = (typeof ETATS_ECHANGE)[number]
/** Those that still wait for something. */
export const ETATS_VIVANTS = ['ouverte', 'en_cours'] as const satisfies readonly EtatEchange[]

/** What was said of two entries: put in touch, or nothing to do with each other. */
export const VERDICTS_RENCONTRE = ['mises_en_relation', 'ecartees'] as const
export type VerdictRencontre = (typeof VERDICTS_RENCONTRE)[number]

const choisis = <const M extends readonly [string, ...string[]]>(mots: M) =>
  z
    .array(z.enum(mots, 'Choisissez dans la liste.'))
    .default([])
    .transform((dits) => [...new Set(dits)])

/** What a form says of an entry; the structure and the person are named, the directory finds or enters them. */
export const echangeSchema = z.object({
  nature: z.enum(NATURES_ECHANGE, 'Dites si c’est une demande d’appui, une offre, un besoin ou une idée.'),
  structure: ligneSchema('Le nom de la structure'),
  personne: facultatif(ligneSchema('Le nom de la personne')).default(null),
  titre: ligneSchema('Le titre', 200),
  texte: facultatif(texteSchema).default(null),
  thematiques: choisis(THEMATIQUES),
  facettes: choisis(FACETTES),
  quartierId: facultatif(z.uuid('Choisissez un quartier dans la liste.')).default(null),
  jusque: facultatif(dateTapeeSchema).default(null)
})

/** What a partner asks herself, from her page: for a structure where she is today. */
export const appuiSchema = z.object({
  id: z.uuid(),
  structureId: z.uuid('Dites pour quelle structure.'),
  titre: ligneSchema('Ce que vous demandez', 200),
  texte: facultatif(
    texteSchema.pipe(z.string().max(2_000, 'Ce texte dépasse 2 000 caractères\u00a0: allez à l’essentiel.'))
  ).default(null)
})
/** Requests of one person that may wait at once. */
export const APPUIS_MAX = 5

export const etatSchema = z.object({
  id: z.uuid(),
  etat: z.enum(ETATS_ECHANGE, 'Choisissez un état dans la liste.'),
  date: facultatif(dateTapeeSchema).default(null),
  issue: facultatif(texteSchema).default(null)
})

/** How the board is filtered, as its address says it. */
export type FiltreEchanges = {
  q?: string | undefined
  nature?: NatureEchange | undefined
  theme?: Thematique | undefined
  facette?: Facette | undefined
  etat?: EtatEchange | 'toutes' | undefined
}

const parmi = <V extends string>(params: URLSearchParams, nom: string, valeurs: readonly V[]): V | undefined =>
  valeurs.find((valeur) => valeur === params.get(nom))

/** The filter that an address asks for; what it does not understand filters nothing. */
export function lireFiltreEchanges(params: URLSearchParams): FiltreEchanges {
  return {
    q: params.get('q')?.trim().slice(0, 100) || undefined,
    nature: parmi(params, 'nature', NATURES_ECHANGE),
    theme: parmi(params, 'theme', THEMATIQUES),
    facette: parmi(params, 'facette', FACETTES),
    etat: parmi(params, 'etat', [...ETATS_ECHANGE, 'toutes'])
  }
}

/** The address of the board under a filter, with what else it must say: « ?nature=offre&modifier=… »; empty when there is nothing to say. */
export function adresseDesEchanges(filtre: FiltreEchanges, aussi: Record<string, string> = {}): string {
  const dits = Object.entries({ ...filtre, ...aussi }).filter((paire): paire is [string, string] => Boolean(paire[1]))
  return dits.length === 0 ? '' : `?${new URLSearchParams(dits)}`
}
