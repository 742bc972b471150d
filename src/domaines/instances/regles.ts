import { dernierJour } from '#platform/dates.ts'
import type { DateFloue } from '#platform/dates.ts'
import {
  RAPPELS_INSTANCE,
  type FamilleInstance,
  type NatureInstance,
  type PlaceDuCls,
  type RappelInstance,
  type RoleSiege
} from './schema.ts'

const FAMILLES: Record<NatureInstance, FamilleInstance> = {
  copil: 'contrat',
  cotech: 'contrat',
  groupe: 'groupes',
  groupe_interne: 'groupes',
  clsm_pleniere: 'clsm',
  clsm_copil: 'clsm',
  clsm_groupe: 'clsm',
  conseil_developpement: 'participatives',
  conseil_citoyen: 'participatives',
  conseil_quartier: 'participatives',
  participative: 'participatives'
}

export const familleDe = (nature: NatureInstance): FamilleInstance => FAMILLES[nature]

/** Whether it works on a theme: the quota of meetings and the place of the CLS are rules of these. */
export const estUnGroupe = (nature: NatureInstance): boolean =>
  nature === 'groupe' || nature === 'groupe_interne' || nature === 'clsm_groupe'

/** Groups are piloted or co-piloted by the CLS, or say why not. */
export const motifDuClsManque = ({ nature, placeDuCls, motifSansCls }: InstanceAJuger): boolean =>
  estUnGroupe(nature) && placeDuCls === 'sans' && !motifSansCls

export type InstanceAJuger = { nature: NatureInstance; placeDuCls: PlaceDuCls; motifSansCls: string | null }

export type InstanceARappeler = InstanceAJuger & {
  axe: string | null
  mission: string | null
  mandatDebut: DateFloue | null
  mandatFin: DateFloue | null
  sieges: readonly { role: RoleSiege }[]
}

/**
 * What a body still lacks on a day, said and never imposed: a mission and a pilot, a theme for a group, a chair where one is
 * elected, the mental health axis and the psychiatry's co-chair for a CLSM (R-144, references B7), the dates of a mandate.
 */
export function rappelsDe(instance: InstanceARappeler, jour: string): RappelInstance[] {
  const { nature, axe, mission, mandatDebut, mandatFin, placeDuCls, sieges } = instance
  const famille = familleDe(nature)
  const tenu = (...roles: RoleSiege[]) => sieges.some(({ role }) => roles.includes(role))
  const manques: Record<RappelInstance, boolean> = {
    mission: !mission && famille !== 'participatives',
    theme: nature === 'groupe' && axe === null,
    pilote: estUnGroupe(nature) && placeDuCls === 'sans' && !tenu('pilote', 'copilote'),
    presidence: (famille === 'contrat' || nature === 'clsm_pleniere' || nature === 'clsm_copil') && !tenu('presidence'),
    sante_mentale: famille === 'clsm' && axe === null,
    coanimation: nature === 'clsm_copil' && !tenu('copilote'),
    mandat_sans_dates: famille === 'participatives' && mandatDebut === null,
    mandat_echu: mandatFin !== null && dernierJour(mandatFin) < jour
  }
  return RAPPELS_INSTANCE.filter((rappel) => manques[rappel])
}
