import type { Clsm, PartieDuClsm } from '../regles/clsm.ts'

export const PARTIE_DU_CLSM: Record<PartieDuClsm, { une: string; plusieurs: string }> = {
  clsm_pleniere: { une: 'Assemblée plénière', plusieurs: 'Assemblées plénières' },
  clsm_copil: { une: 'Comité de pilotage', plusieurs: 'Comités de pilotage' },
  clsm_groupe: { une: 'Groupe de travail', plusieurs: 'Groupes de travail' }
}

export const MANQUE_AU_CLSM: Record<Clsm['manques'][number], string> = {
  pleniere: 'Il n’a pas encore d’assemblée plénière, où tous ses membres se retrouvent au moins une fois par an.',
  copil: 'Il n’a pas encore de comité de pilotage.',
  groupe: 'Aucun groupe de travail n’y est encore rattaché.',
  axe: 'Aucune de ses instances n’est reliée à l’axe du contrat qui parle de santé mentale.'
}
