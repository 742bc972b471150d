import { premierJour, type DateFloue } from '#platform/dates.ts'
import { compter, normaliser } from '#platform/texte.ts'
import type { EtapeContrat } from '../schema.ts'

/** « 4. Réduire les inégalités », « Axe 4 : Réduire… », « 4 - Réduire… »: a number and a title; a line without a number takes its place in the list. */
export function lireAxesDuPrs(lignes: readonly string[]): { numero: string; intitule: string }[] {
  return lignes.map((ligne, rang) => {
    const lu = /^(?:axe\s+)?(\d{1,2}(?:\.\d+)*)(?:\s*[.):–—-]\s*|\s+(?=\p{L}))(.+)$/iu.exec(ligne.trim())
    return lu ? { numero: lu[1]!, intitule: lu[2]!.trim() } : { numero: String(rang + 1), intitule: ligne.trim() }
  })
}

const PREPARES: readonly EtapeContrat[] = ['prefiguration', 'elaboration', 'en_relecture']

/** True for a contract in preparation whose regional plan is not published on that day (R-011). */
export function attendLePrs(contrat: { etape: EtapeContrat }, prs: { parueLe: DateFloue | null } | null, jour: string): boolean {
  if (!prs || !PREPARES.includes(contrat.etape)) return false
  return prs.parueLe === null || premierJour(prs.parueLe) > jour
}

export type AxeDePrs = { id: string; prsId: string; numero: string; intitule: string }
/** `parentId`: the axis that it stands under. */
export type AxeLie = {
  id: string
  parentId: string | null
  numero: string
  intitule: string
  prsAxes: readonly string[]
}
/** `axeId`: the axis of the contract that it stands under; null for none. */
export type ActionAlignee = { id: string; numero: string | null; titre: string; axeId: string | null; exemple: boolean }

type AxeDit = Pick<AxeLie, 'id' | 'numero' | 'intitule'>
type ActionDite = Omit<ActionAlignee, 'axeId'>

export type Alignement = {
  /** each axis of the regional plan with the axes of the contract that answer it, and the actions: those under these axes, and those that answer by themselves */
  lignes: { prsAxe: AxeDePrs; axes: AxeDit[]; actions: ActionDite[] }[]
  /** axes of the contract that answer no axis of this version; `proposes` are those that their links to another version, or their words, suggest */
  sansLien: (AxeDit & { anciens: AxeDePrs[]; proposes: AxeDePrs[] })[]
  /** actions of the contract that answer none, neither by themselves nor by their axis */
  horsPrs: ActionDite[]
}

/**
 * How a contract answers one version of the regional plan (R-014): what each of its axes finds in the contract, which axes of the contract
 * are still to be linked, and which actions answer nothing. A link of an axis holds for all that stands under it. `prsAxes` are the axes of
 * every version; `directes`, the actions that answer one of them by themselves.
 */
export function alignement(
  prsId: string,
  prsAxes: readonly AxeDePrs[],
  axes: readonly AxeLie[],
  actions: readonly ActionAlignee[],
  directes: readonly { prsAxeId: string; ficheId: string }[] = []
): Alignement {
  const actuels = prsAxes.filter((axe) => axe.prsId === prsId)
  const parId = new Map(prsAxes.map((axe) => [axe.id, axe]))
  const dit = ({ id, numero, intitule }: AxeLie) => ({ id, numero, intitule })
  const dite = ({ axeId: _, ...action }: ActionAlignee): ActionDite => action
  const lignees = new Map(axes.map(({ id }) => [id, ligneeDe(axes, id)]))
  const lignes = actuels.map((prsAxe) => {
    const lies = axes.filter((axe) => axe.prsAxes.includes(prsAxe.id))
    const repondent = new Set(lies.map(({ id }) => id))
    const siennes = new Set(directes.filter(({ prsAxeId }) => prsAxeId === prsAxe.id).map(({ ficheId }) => ficheId))
    const parSonAxe = ({ axeId }: ActionAlignee) => axeId !== null && (lignees.get(axeId) ?? []).some((id) => repondent.has(id))
    return {
      prsAxe,
      axes: lies.map(dit),
      actions: actions.filter((action) => siennes.has(action.id) || parSonAxe(action)).map(dite)
    }
  })
  const relies = new Set(lignes.flatMap((ligne) => ligne.axes.map(({ id }) => id)))
  // an axis is held by a link of its own, of one above it, or of one under it
  const tenus = new Set([...relies].flatMap((id) => lignees.get(id)!))
  const repondu = new Set(lignes.flatMap((ligne) => ligne.actions.map(({ id }) => id)))
  return {
    lignes,
    sansLien: axes
      .filter(({ id }) => !tenus.has(id) && !lignees.get(id)!.some((dessus) => relies.has(dessus)))
      .map((axe) => {
        const anciens = axe.prsAxes.flatMap((id) => parId.get(id) ?? [])
        return { ...dit(axe), anciens, proposes: proposer(axe, anciens, actuels) }
      }),
    horsPrs: actions.filter(({ id }) => !repondu.has(id)).map(dite)
  }
}

/** What the page of the alignment says first: what is to be done, else that all is answered. */
export function titreDeLAlignement(sigle: string, { lignes, sansLien, horsPrs }: Alignement, attend: boolean): string {
  const muets = lignes.filter(({ axes, actions }) => axes.length === 0 && actions.length === 0).length
  if (attend) return `Le contrat attend le ${sigle}`
  if (sansLien.length > 0) return `${compter(sansLien.length, 'axe est', 'axes sont')} à relier au ${sigle}`
  if (muets > 0) return `${compter(muets, `axe du ${sigle} ne trouve rien`, `axes du ${sigle} ne trouvent rien`)} dans le contrat`
  if (horsPrs.length > 0) return `${compter(horsPrs.length, 'action ne répond', 'actions ne répondent')} à aucun axe du ${sigle}`
  return `Chaque axe répond au ${sigle}`
}

/** An axis and those that it stands under, the nearest first. */
function ligneeDe(axes: readonly AxeLie[], id: string): string[] {
  const parents = new Map(axes.map((axe) => [axe.id, axe.parentId]))
  const lignee: string[] = []
  for (let place: string | null = id; place !== null && parents.has(place); place = parents.get(place)!) lignee.push(place)
  return lignee
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
