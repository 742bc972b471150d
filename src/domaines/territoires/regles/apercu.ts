import type { Generation, NatureQuartier } from '../schema.ts'
import { ecrireQuartiersGeojson, type QuartierLu } from './geojson.ts'
import { estDuTerritoire, rapprocherQuartiers, type QuartierConnu } from './quartiers.ts'

type Liste = { nature: NatureQuartier; generation: Generation | null }
/** One contour of the file; `liste` is null when its code does not say which, `sort` when it cannot be compared for that reason. */
export type LigneApercu = {
  rang: number
  nom: string
  code: string | null
  communes: string | null
  liste: Liste | null
  duTerritoire: boolean | null
  sort: 'neuf' | 'complete' | 'inchange' | null
}
/** What an import would do, before it does; `texte` is what comes back with the choice. */
export type Apercu = { lignes: LigneApercu[]; ecartes: number; texte: string }

/** The preview of a file: each contour with its list, whether it is in the territory, and what would become of it. */
export function apercevoirQuartiers(
  lus: readonly QuartierLu[],
  ecartes: number,
  connus: readonly QuartierConnu[],
  communes: readonly { code: string; nom: string }[]
): Apercu {
  const sorts = rapprocherQuartiers(
    connus,
    lus.map((lu) => enQuartier(lu, lu.generation ?? 'quartier'))
  )
  const lignes = lus.map(({ nom, code, communes: nommees, generation }, rang) => ({
    rang,
    nom,
    code,
    communes: nommees,
    liste: generation && { nature: 'qpv' as const, generation },
    duTerritoire: estDuTerritoire(nommees, communes),
    sort: generation ? sorts[rang]!.sort : null
  }))
  return { lignes, ecartes, texte: ecrireQuartiersGeojson(lus) }
}

/** A contour of the file as the territory would keep it; `sinon` is the list of those whose code announces none. */
export function enQuartier({ nom, code, generation, contour }: QuartierLu, sinon: Generation | 'quartier') {
  const liste = generation ?? sinon
  return liste === 'quartier'
    ? { nom, code, contour, nature: 'quartier' as const, generation: null }
    : { nom, code, contour, nature: 'qpv' as const, generation: liste }
}
