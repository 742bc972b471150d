import { describe, expect, test } from 'vitest'
import { estUnGroupe, familleDe, motifDuClsManque, rappelsDe, type InstanceARappeler } from './regles.ts'
import { NATURES_INSTANCE } from './schema.ts'

const groupe: InstanceARappeler = {
  nature: 'groupe',
  placeDuCls: 'pilote',
  motifSansCls: null,
  axe: 'Accès aux soins',
  mission: 'Réunir qui soigne et qui accompagne.',
  mandatDebut: null,
  mandatFin: null,
  sieges: []
}
const rappels = (change: Partial<InstanceARappeler>) => rappelsDe({ ...groupe, ...change }, '2026-11-22')

describe('R-118 · le CLS pilote ou copilote tous les groupes de travail', () => {
  test.each(['groupe', 'groupe_interne', 'clsm_groupe'] as const)('un %s sans le CLS doit dire pourquoi', (nature) => {
    expect(motifDuClsManque({ nature, placeDuCls: 'sans', motifSansCls: null })).toBe(true)
    expect(motifDuClsManque({ nature, placeDuCls: 'sans', motifSansCls: 'La CPTS le pilote seule.' })).toBe(false)
    expect(motifDuClsManque({ nature, placeDuCls: 'copilote', motifSansCls: null })).toBe(false)
  })
  test('un conseil citoyen n’a pas à le dire', () => {
    expect(motifDuClsManque({ nature: 'conseil_citoyen', placeDuCls: 'sans', motifSansCls: null })).toBe(false)
  })
  test('un groupe que le CLS ne pilote pas demande qui le pilote', () => {
    const sans = { placeDuCls: 'sans', motifSansCls: 'La CPTS le pilote seule.' } as const
    expect(rappels(sans)).toEqual(['pilote'])
    expect(rappels({ ...sans, sieges: [{ role: 'copilote' }] })).toEqual([])
  })
})

describe('R-117 · une instance dit pourquoi elle se réunit', () => {
  test('un groupe complet n’a rien à compléter', () => expect(rappels({})).toEqual([]))
  test('un groupe sans mission ni thème le dit', () =>
    expect(rappels({ mission: null, axe: null })).toEqual(['mission', 'theme']))
  test('un groupe interne n’a pas besoin de thème', () => expect(rappels({ nature: 'groupe_interne', axe: null })).toEqual([]))
  test('un comité de pilotage attend sa présidence', () => {
    expect(rappels({ nature: 'copil' })).toEqual(['presidence'])
    expect(rappels({ nature: 'copil', sieges: [{ role: 'presidence' }] })).toEqual([])
  })
})

describe('R-144 · un conseil local de santé mentale a ses propres règles', () => {
  test('son comité est présidé, et coanimé avec la psychiatrie', () => {
    expect(rappels({ nature: 'clsm_copil' })).toEqual(['presidence', 'coanimation'])
    expect(rappels({ nature: 'clsm_copil', sieges: [{ role: 'presidence' }, { role: 'copilote' }] })).toEqual([])
  })
  test('il se relie à l’axe du contrat qui parle de santé mentale', () =>
    expect(rappels({ nature: 'clsm_groupe', axe: null })).toEqual(['sante_mentale']))
})

describe('R-132 · le mandat d’une instance participative', () => {
  const conseil = { nature: 'conseil_citoyen', mission: null, axe: null, placeDuCls: 'sans' } as const
  test('sans dates, il les demande ; la mission ne lui est pas demandée', () =>
    expect(rappels(conseil)).toEqual(['mandat_sans_dates']))
  test('passé, il le dit ; le dernier mois compte encore', () => {
    expect(rappels({ ...conseil, mandatDebut: '2020', mandatFin: '2026-10' })).toEqual(['mandat_echu'])
    expect(rappels({ ...conseil, mandatDebut: '2020', mandatFin: '2026-11' })).toEqual([])
    expect(rappels({ ...conseil, mandatDebut: '2020', mandatFin: '2026' })).toEqual([])
  })
})

test('R-136 · chaque sorte d’instance est d’une famille, et le conseil de développement est participatif', () => {
  expect(NATURES_INSTANCE.map(familleDe)).not.toContain(undefined)
  expect(familleDe('conseil_developpement')).toBe('participatives')
})

test('R-130 · un groupe entre services est un groupe de travail comme un autre', () => {
  expect(estUnGroupe('groupe_interne')).toBe(true)
  expect(familleDe('groupe_interne')).toBe('groupes')
})
