import { premierJour, type DateFloue } from '#platform/dates.ts'
import { normaliser } from '#platform/texte.ts'
import type { EtapeContrat } from '../schema.ts'

/** « 4. Réduire les inégalités », « Axe 4 : Réduire… », « 4 - Réduire… »: a number and a title; a line without a number takes its place in the list. */
export function lireAxesDuPrs(lignes: readonly string[]): { numero: string; intitule: string }[] {
  return lignes.map((ligne, rang) => {
    const lu = /^(?:axe\s+)?(\d{1,2}(?:\.\d+)*)(?:\s*[.):–—-]\s*|\s+(?=\p{L}))(.+)$/iu.exec(ligne.trim())
    return lu ? { numero: lu[1]!, intitule: lu[2]!.trim() } : { numero: String(rang + 1), intitule: ligne.trim() }
  })
}

const PREPARES: readonly EtapeContrat[] = ['prefiguration', 'elaboration', 'en_relecture']

/** True for a contract in preparation whose regional plan is not published on that day. */
export function attendLePrs(contrat: { etape: EtapeContrat }, prs: { parueLe: DateFloue | null } | null, jour: string): boolean {
  if (!prs || !PREPARES.includes(contrat.etape)) return false
  return prs.parueLe === null || premierJour(prs.parueLe) > jour
}

export type AxeDePrs = { id: string; prsId: string; numero: string; intitule: string }
/** `actions`: ids of the actions under this axis. */
export type AxeLie = {
  id: string
  numero: string
  intitule: string
  actions: readonly string[]
  prsAxes: readonly string[]
}

export type Alignement = {
  /** each axis of the regional plan with the axes of the contract that answer it, and their actions */
  lignes: { prsAxe: AxeDePrs; axes: { id: string; numero: string; intitule: string }[]; actions: number }[]
  /** axes of the contract that answer no axis of this version; `proposes` are those that their links to another version, or their words, suggest */
  sansLien: { id: string; numero: string; intitule: string; anciens: AxeDePrs[]; proposes: AxeDePrs[] }[]
}

/**
 * How a contract answers one version of the regional plan: what each of its axes finds in the contract, and which axes of the contract
 * are still to be linked again after the plan changed. `prsAxes` are the axes of every version; `directes`, the actions that answer one of them
 * by themselves.
 */
export function alignement(
  prsId: string,
  prsAxes: readonly AxeDePrs[],
  axes: readonly AxeLie[],
  directes: readonly { prsAxeId: string; ficheId: string }[] = []
): Alignement {
  const actuels = prsAxes.filter((axe) => axe.prsId === prsId)
  const parId = new Map(prsAxes.map((axe) => [axe.id, axe]))
  const dit = ({ id, numero, intitule }: AxeLie) => ({ id, numero, intitule })
  return {
    lignes: actuels.map((prsAxe) => {
      const lies = axes.filter((axe) => axe.prsAxes.includes(prsAxe.id))
      // an action that answers by itself and through its axis counts once
      const siennes = directes.filter(({ prsAxeId }) => prsAxeId === prsAxe.id).map(({ ficheId }) => ficheId)
      return { prsAxe, axes: lies.map(dit), actions: new Set([...lies.flatMap(({ actions }) => actions), ...siennes]).size }
    }),
    sansLien: axes
      .filter((axe) => !axe.prsAxes.some((id) => parId.get(id)?.prsId === prsId))
      .map((axe) => {
        const anciens = axe.prsAxes.flatMap((id) => parId.get(id) ?? [])
        return { ...dit(axe), anciens, proposes: proposer(axe, anciens, actuels) }
      })
  }
}

/** At most two axes of the new version: those that share most words with the axis or with what it was linked to. */
function proposer(axe: AxeLie, anciens: readonly AxeDePrs[], actuels: readonly AxeDePrs[]): AxeDePrs[] {
  const siens = motsDe([axe.intitule, ...anciens.map(({ intitule }) => intitule)].join(' '))
  return actuels
    .map((candidat) => ({ candidat, communs: [...motsDe(candidat.intitule)].filter((mot) => siens.has(mot)).length }))
    .filter(({ communs }) => communs > 0)
    .toSorted((a, b) => b.communs - a.communs)
    .slice(0, 2)
    .map(({ candidat }) => candidat)
}

const OUTILS = new Set(['les', 'des', 'aux', 'une', 'dans', 'pour', 'avec', 'sur', 'par', 'sante', 'axe'])
const motsDe = (texte: string) =>
  new Set(
    normaliser(texte)
      .split(/[^a-z0-9]+/)
      .filter((mot) => mot.length > 3 && !OUTILS.has(mot))
      // singular and plural are one word
      .map((mot) => mot.replace(/s$/, ''))
  )
