import { z } from 'zod'
import { MOMENTS, type Moment } from '#domaines/contrats/schema.ts'

const vueMatriceSchema = z.object({
  contrat: z.uuid().optional().catch(undefined),
  axe: z.uuid().optional().catch(undefined),
  moment: z.enum(MOMENTS).optional().catch(undefined),
  manque: z.literal('oui').optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1)
})
/** The view of the matrix that an address describes. */
export type VueMatrice = z.output<typeof vueMatriceSchema>

/** Reads the view in the parameters of an address: what is wrong in it is left out, never an error. */
export const lireVueMatrice = (parametres: URLSearchParams): VueMatrice => vueMatriceSchema.parse(Object.fromEntries(parametres))

/** The address of a view, with some of it changed; what has its usual value is left out. */
export function adresseDeLaMatrice(vue: VueMatrice, change: Partial<VueMatrice> = {}): string {
  const { page, ...reste } = { ...vue, page: 1, ...change }
  const parametres = new URLSearchParams()
  for (const [nom, valeur] of Object.entries({ ...reste, ...(page > 1 ? { page: String(page) } : {}) }))
    if (valeur !== undefined) parametres.set(nom, valeur)
  return `?${parametres}`
}

/** Where the form of one answer opens on the page of its action, its field in focus; `depuis` is the view of the matrix to come back to. */
export function adresseDeLaReponse(axe: string, moment: Moment, vue: VueMatrice | null = null): string {
  const parametres = new URLSearchParams({ modifier: 'reponse', axe, moment })
  if (vue?.contrat) parametres.set('contrat', vue.contrat)
  if (vue) parametres.set('depuis', adresseDeLaMatrice(vue, { page: vue.page }))
  return `?${parametres}#reponse-texte`
}

/** The view of the matrix that an answer came from, read again rather than trusted; null when it came from elsewhere. */
export const vueDeDepart = (depuis: unknown): VueMatrice | null =>
  typeof depuis === 'string' ? lireVueMatrice(new URLSearchParams(depuis)) : null

/** Where one comes back to once the answer is given, under the address of the actions: the row of the action in that view. */
export const retourALaMatrice = (vue: VueMatrice, fiche: string): string =>
  `/matrice${adresseDeLaMatrice(vue, { page: vue.page }).replace(/^\?$/, '')}#action-${fiche}`
