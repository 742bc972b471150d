import type { Clsm, PartieDuClsm } from '../regles/clsm.ts'

export const PARTIE_DU_CLSM: Record<PartieDuClsm, { une: string; plusieurs: string }> = {
  clsm_pleniere: { une: 'Assemblée plénière', plusieurs: 'Assemblées plénières' },
  clsm_copil: { une: 'Comité de pilotage', plusieurs: 'Comités de pilotage' },
  clsm_groupe: { une: 'Groupe de travail', plusieurs: 'Groupes de travail' }
}

export const MANQUE_AU_CLSM: Record<Clsm['manques'][number], string> = {
  pleniere: 'Il n’a pas encore d’assemblée plénière, où tous ses membres se retrouvent au moins une fois par an.',
  pleniere_annuelle:
    'Son assemblée plénière ne s’est pas réunie depuis un an, et aucune séance n’est prévue\u00a0: elle se réunit une fois par an au moins.',
  coordination_asv:
    'Votre atelier santé ville a une coordination, qui siège au comité de pilotage\u00a0: ajoutez-la, avec «\u00a0coordination de l’ASV\u00a0» pour qualité.',
  copil: 'Il n’a pas encore de comité de pilotage.',
  groupe: 'Aucun groupe de travail n’y est encore rattaché.',
  axe: 'Aucune de ses instances n’est reliée à l’axe du contrat qui parle de santé mentale.'
}
