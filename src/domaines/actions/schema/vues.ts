import { z } from 'zod'
import { ligneSchema } from '#platform/saisie.ts'
import { adresseDeLaVue, COLONNES_PAR_DEFAUT, lireVue } from './portefeuille.ts'

/** The ways of looking at the actions whose address can be kept, under the address of the actions. */
export const PAGES_DES_VUES = [
  '',
  '/statuts',
  '/calendrier',
  '/pilotes',
  '/quartiers',
  '/publics',
  '/matrice',
  '/budget'
] as const

/** What an address says of a moment, not of a view. */
const PASSAGERS = new Set(['page', 'retire', 'garder', 'vue-retiree', 'modifier', 'passee', 'de', 'poste-retire'])

/** The query of the portfolio without what has its usual value, which its form sends too. */
function sansUsages(demandes: URLSearchParams): string {
  const vue = lireVue(demandes)
  const usuelles = vue.col?.join() === COLONNES_PAR_DEFAUT.join()
  return adresseDeLaVue(vue, usuelles ? { col: undefined } : {})
}

/**
 * The address of a view as it is kept and compared: `?statut=bloque`, `/calendrier?an=2026`; « » for the portfolio as it opens. Null for
 * what is not a page of the actions of this product.
 */
export function adresseGardee(adresse: string): string | null {
  const [, page, question] = /^([^?#]*)(?:\?([^#]*))?$/.exec(adresse) ?? []
  if (page === undefined || !(PAGES_DES_VUES as readonly string[]).includes(page)) return null
  const demandes = new URLSearchParams(question)
  const dits = new URLSearchParams(
    page === ''
      ? sansUsages(demandes)
      : [...demandes].filter(([nom, valeur]) => valeur !== '' && !nom.startsWith('/') && !PASSAGERS.has(nom))
  )
  dits.sort()
  return dits.size === 0 ? page : `${page}?${dits}`
}

/** The page that a kept address opens. */
export const pageDe = (gardee: string) => gardee.split('?')[0] as (typeof PAGES_DES_VUES)[number]

/** A view to keep: its name, its address, and whether the whole territory sees it. */
export const vueGardeeSchema = z.object({
  nom: ligneSchema('Le nom de la vue', 80),
  adresse: z
    .string('L’adresse de la vue manque.')
    .max(2_000, 'Cette vue a trop de filtres pour être gardée.')
    .transform((adresse, ctx) => {
      const gardee = adresseGardee(adresse)
      if (gardee === null) ctx.addIssue({ code: 'custom', message: 'Cette adresse n’est pas une vue des actions.' })
      return gardee ?? z.NEVER
    }),
  partagee: z.preprocess((valeur) => valeur === true || valeur === 'oui', z.boolean())
})
