import { describe, expect, test } from 'vitest'
import { composerClsm, type InstanceDuClsm } from './clsm.ts'

const instance = (id: string, nature: InstanceDuClsm['nature'], dit: Partial<InstanceDuClsm> = {}): InstanceDuClsm => ({
  id,
  nom: id,
  nature,
  exemple: false,
  axe: null,
  prochaine: null,
  sieges: [],
  ...dit
})
const siege = (structure: string | null, personne: string | null = null) => ({ role: 'membre' as const, structure, personne })

describe('R-144 · le conseil local de santé mentale a sa gouvernance, ses groupes, ses membres, son axe', () => {
  test('assemblée plénière, comité de pilotage et groupes se lisent ensemble, dans cet ordre', () => {
    const lu = composerClsm([
      instance('g2', 'clsm_groupe'),
      instance('c', 'clsm_copil'),
      instance('p', 'clsm_pleniere'),
      instance('g1', 'clsm_groupe')
    ])
    expect(lu.parties.map(({ partie, instances }) => [partie, instances.map(({ id }) => id)])).toEqual([
      ['clsm_pleniere', ['p']],
      ['clsm_copil', ['c']],
      ['clsm_groupe', ['g2', 'g1']]
    ])
    expect(lu.manques).toEqual(['axe'])
  })

  test('qui siège à deux endroits est membre une fois ; une personne sans structure est membre sous son nom', () => {
    const sieges = [siege('GHT NOVO', 'Ana Roy'), siege('UNAFAM'), siege(null, 'Le Dr Petit')]
    const lu = composerClsm([
      instance('c', 'clsm_copil', { sieges }),
      instance('g', 'clsm_groupe', { sieges: [siege('UNAFAM')] })
    ])
    expect(lu.membres).toEqual(['GHT NOVO', 'Le Dr Petit', 'UNAFAM'])
  })

  test('ce qui lui manque est dit : un seul de ses groupes qui nomme l’axe suffit à l’y relier', () => {
    expect(composerClsm([instance('g', 'clsm_groupe')]).manques).toEqual(['pleniere', 'copil', 'axe'])
    const axe = { id: 'a', intitule: 'Santé mentale', contratId: 'k' }
    const lu = composerClsm([instance('c', 'clsm_copil'), instance('g', 'clsm_groupe', { axe })])
    expect([lu.axe, lu.manques]).toEqual([axe, ['pleniere']])
  })
})
