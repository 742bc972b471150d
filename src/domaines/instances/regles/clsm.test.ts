import { describe, expect, test } from 'vitest'
import type { DateFloue } from '#platform/dates.ts'
import { composerClsm, type InstanceDuClsm } from './clsm.ts'

const instance = (id: string, nature: InstanceDuClsm['nature'], dit: Partial<InstanceDuClsm> = {}): InstanceDuClsm => ({
  id,
  nom: id,
  nature,
  exemple: false,
  axe: null,
  prochaine: '2026-12-09',
  derniere: null,
  sieges: [],
  ...dit
})
const siege = (structure: string | null, personne: string | null = null, titres: string[] = []) => ({
  role: 'membre' as const,
  structure,
  personne,
  titres
})
const lire = (instances: InstanceDuClsm[], asvDepuis: DateFloue | null = null) => composerClsm(instances, asvDepuis, '2026-11-22')

describe('R-144 · le conseil local de santé mentale a sa gouvernance, ses groupes, ses membres, son axe', () => {
  test('assemblée plénière, comité de pilotage et groupes se lisent ensemble, dans cet ordre', () => {
    const lu = lire([
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
    const lu = lire([instance('c', 'clsm_copil', { sieges }), instance('g', 'clsm_groupe', { sieges: [siege('UNAFAM')] })])
    expect(lu.membres).toEqual(['GHT NOVO', 'Le Dr Petit', 'UNAFAM'])
  })

  test('ce qui lui manque est dit : un seul de ses groupes qui nomme l’axe suffit à l’y relier', () => {
    expect(lire([instance('g', 'clsm_groupe')]).manques).toEqual(['pleniere', 'copil', 'axe'])
    const axe = { id: 'a', intitule: 'Santé mentale', contratId: 'k' }
    const lu = lire([instance('c', 'clsm_copil'), instance('g', 'clsm_groupe', { axe })])
    expect([lu.axe, lu.manques]).toEqual([axe, ['pleniere']])
  })

  test('l’assemblée plénière se réunit au moins une fois par an : tenue depuis moins d’un an, ou prévue', () => {
    const manque = (dit: Partial<InstanceDuClsm>) =>
      lire([instance('p', 'clsm_pleniere', { prochaine: null, ...dit })]).manques.includes('pleniere_annuelle')
    expect(manque({})).toBe(true)
    expect(manque({ derniere: '2025-11-21' })).toBe(true)
    expect(manque({ derniere: '2025-11-22' })).toBe(false)
    expect(manque({ prochaine: '2027-03-10' })).toBe(false)
    expect(lire([]).manques, 'sans plénière, c’est elle qui manque').not.toContain('pleniere_annuelle')
  })

  test('où il y a un atelier santé ville, sa coordination siège au comité de pilotage : sa qualité ou sa fonction le dit', () => {
    const manque = (titres: string[], depuis: DateFloue | null = '2007') =>
      lire([instance('c', 'clsm_copil', { sieges: [siege('Ville', 'Ana Roy', titres)] })], depuis).manques.includes(
        'coordination_asv'
      )
    expect(manque([])).toBe(true)
    expect(manque(['Coordonnatrice de l’ASV'])).toBe(false)
    expect(manque(['Chargée de l’Atelier Santé-Ville'])).toBe(false)
    expect(manque(['Directrice de l’asvel'])).toBe(true)
    expect(manque([], null), 'sans atelier santé ville').toBe(false)
    expect(manque([], '2027'), 'pas encore ouvert').toBe(false)
    expect(lire([], '2007').manques, 'sans comité, c’est lui qui manque').not.toContain('coordination_asv')
  })
})
