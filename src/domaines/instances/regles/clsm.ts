import type { RoleSiege } from '../schema.ts'

export const PARTIES_DU_CLSM = ['clsm_pleniere', 'clsm_copil', 'clsm_groupe'] as const
export type PartieDuClsm = (typeof PARTIES_DU_CLSM)[number]

type SiegeDuClsm = { role: RoleSiege; structure: string | null; personne: string | null }
export type InstanceDuClsm = {
  id: string
  nom: string
  nature: PartieDuClsm
  exemple: boolean
  axe: { id: string; intitule: string; contratId: string } | null
  prochaine: string | null
  sieges: readonly SiegeDuClsm[]
}

export type Clsm = {
  parties: { partie: PartieDuClsm; instances: InstanceDuClsm[] }[]
  /** who sits in one of them at least, each once, by name */
  membres: string[]
  axe: InstanceDuClsm['axe']
  manques: ('pleniere' | 'copil' | 'groupe' | 'axe')[]
}

/**
 * The local mental health council of a territory, out of its bodies: a plenary where everyone sits, a committee that pilots it, groups
 * that work for it; its members; the axis of the contract that it answers to, the first that one of them names. What it lacks is said.
 */
export function composerClsm(instances: readonly InstanceDuClsm[]): Clsm {
  const parties = PARTIES_DU_CLSM.map((partie) => ({ partie, instances: instances.filter(({ nature }) => nature === partie) }))
  const membres = new Set(
    instances.flatMap(({ sieges }) => sieges.flatMap(({ structure, personne }) => structure ?? personne ?? []))
  )
  const axe = instances.find((instance) => instance.axe !== null)?.axe ?? null
  const absente = (partie: PartieDuClsm) => parties.find((une) => une.partie === partie)!.instances.length === 0
  return {
    parties,
    membres: [...membres].toSorted((a, b) => a.localeCompare(b, 'fr')),
    axe,
    manques: [
      ...(absente('clsm_pleniere') ? (['pleniere'] as const) : []),
      ...(absente('clsm_copil') ? (['copil'] as const) : []),
      ...(absente('clsm_groupe') ? (['groupe'] as const) : []),
      ...(axe === null ? (['axe'] as const) : [])
    ]
  }
}
