import { premierJour, type DateFloue } from '#platform/dates.ts'
import { normaliser } from '#platform/texte.ts'
import type { RoleSiege } from '../schema.ts'

export const PARTIES_DU_CLSM = ['clsm_pleniere', 'clsm_copil', 'clsm_groupe'] as const
export type PartieDuClsm = (typeof PARTIES_DU_CLSM)[number]

/** `titres`: in which quality one sits, and the functions that she holds today. */
type SiegeDuClsm = { role: RoleSiege; structure: string | null; personne: string | null; titres: readonly string[] }
export type InstanceDuClsm = {
  id: string
  nom: string
  nature: PartieDuClsm
  exemple: boolean
  axe: { id: string; intitule: string; contratId: string } | null
  prochaine: string | null
  /** the last meeting held */
  derniere: string | null
  sieges: readonly SiegeDuClsm[]
}

export type Clsm = {
  parties: { partie: PartieDuClsm; instances: InstanceDuClsm[] }[]
  /** who sits in one of them at least, each once, by name */
  membres: string[]
  axe: InstanceDuClsm['axe']
  manques: ('pleniere' | 'pleniere_annuelle' | 'copil' | 'coordination_asv' | 'groupe' | 'axe')[]
}

const PARLE_DE_L_ASV = /\basv\b|ateliers? sante[ -]ville/

/**
 * The local mental health council of a territory, out of its bodies: a plenary where everyone sits, a committee that pilots it, groups
 * that work for it; its members; the axis of the contract that it answers to, the first that one of them names. What it lacks on a day is said:
 * a plenary meets once a year at least, and the coordinator of an ASV sits in the committee where there is one (references B7). She is known by
 * the quality of her seat, or by her function.
 */
export function composerClsm(instances: readonly InstanceDuClsm[], asvDepuis: DateFloue | null, jour: string): Clsm {
  const parties = PARTIES_DU_CLSM.map((partie) => ({ partie, instances: instances.filter(({ nature }) => nature === partie) }))
  const membres = new Set(
    instances.flatMap(({ sieges }) => sieges.flatMap(({ structure, personne }) => structure ?? personne ?? []))
  )
  const axe = instances.find((instance) => instance.axe !== null)?.axe ?? null
  const de = (partie: PartieDuClsm) => parties.find((une) => une.partie === partie)!.instances
  const absente = (partie: PartieDuClsm) => de(partie).length === 0
  const ilYAUnAn = `${Number(jour.slice(0, 4)) - 1}${jour.slice(4)}`
  const seReunit = ({ prochaine, derniere }: InstanceDuClsm) => prochaine !== null || (derniere ?? '') >= ilYAUnAn
  const asv = asvDepuis !== null && premierJour(asvDepuis) <= jour
  const laCoordonne = ({ sieges }: InstanceDuClsm) =>
    sieges.some(({ titres }) => titres.some((titre) => PARLE_DE_L_ASV.test(normaliser(titre))))
  return {
    parties,
    membres: [...membres].toSorted((a, b) => a.localeCompare(b, 'fr')),
    axe,
    manques: [
      ...(absente('clsm_pleniere') ? (['pleniere'] as const) : []),
      ...(!absente('clsm_pleniere') && !de('clsm_pleniere').some(seReunit) ? (['pleniere_annuelle'] as const) : []),
      ...(absente('clsm_copil') ? (['copil'] as const) : []),
      ...(asv && !absente('clsm_copil') && !de('clsm_copil').some(laCoordonne) ? (['coordination_asv'] as const) : []),
      ...(absente('clsm_groupe') ? (['groupe'] as const) : []),
      ...(axe === null ? (['axe'] as const) : [])
    ]
  }
}
