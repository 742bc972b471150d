import type { AlignementLu } from '#domaines/actions/queries/alignement.server.ts'
import { alignement } from '#domaines/contrats/regles/prs.ts'

/** The same contract before an invented regional plan of three axes: one that two axes answer, one that an action answers, one that finds nothing. */
export function alignementDEssai(): AlignementLu {
  const prsAxes = ['Prévenir', 'Soigner près de chez soi', 'Innover'].map((intitule, rang) => ({
    id: `p${rang + 1}`,
    prsId: 'prs',
    numero: String(rang + 1),
    intitule
  }))
  const axes = [
    { id: 'a1', parentId: null, numero: '1', intitule: 'Accès aux soins', prsAxes: ['p2'] },
    { id: 'a2', parentId: null, numero: '2', intitule: 'Santé mentale', prsAxes: [] }
  ]
  const actions = [
    { id: 'f1', numero: '1.1', titre: 'Créer un centre municipal de santé', axeId: 'a1', exemple: false },
    { id: 'f2', numero: '2.1', titre: 'Former aux premiers secours', axeId: 'a2', exemple: true },
    { id: 'f3', numero: null, titre: 'Marcher le dimanche', axeId: null, exemple: false }
  ]
  const version = { id: 'prs', sigle: 'PRS9', intitule: null, debut: '2024', fin: '2028', parueLe: '2024', axes: prsAxes }
  return {
    contrat: { id: 'c1', intitule: 'Contrat local de santé de Fontclaire', etape: 'signe', prsId: 'prs' },
    versions: [version],
    version,
    axes,
    alignement: alignement('prs', prsAxes, axes, actions, [{ prsAxeId: 'p1', ficheId: 'f3' }])
  }
}
