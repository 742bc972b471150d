import { describe, expect, test } from 'vitest'
import { appuisUniques, aReprendre, type Depart, type LienDePersonne } from './appuis.ts'

const lien = (personne: string, reste: Partial<LienDePersonne> = {}): LienDePersonne => ({
  personneId: personne,
  personne,
  venues: 0,
  sieges: [],
  actions: [],
  ...reste
})
const structure = (liens: LienDePersonne[], engagements = 0) => ({ id: 's', nom: 'CPAM', engagements, liens })
const de = (partie: Partial<Parameters<typeof appuisUniques>[0]>) =>
  appuisUniques({ structures: [], actions: [], instances: [], ...partie })

describe('R-101 · ce qui tient à une seule personne', () => {
  test('une structure dont un seul contact vient, siège ou mène une action', () => {
    const seul = lien('Ana', { venues: 2 })
    expect(de({ structures: [structure([seul, lien('Lou')])] })).toMatchObject([
      { nature: 'structure', personne: 'Ana', autres: 1 }
    ])
    expect(de({ structures: [structure([seul, lien('Lou', { sieges: ['Comité'] })])] })).toEqual([])
  })

  test('une structure engagée dont un seul contact est connu, même s’il n’est jamais venu', () => {
    expect(de({ structures: [structure([lien('Ana')], 2)] })).toMatchObject([{ personne: 'Ana', engagements: 2 }])
    expect(de({ structures: [structure([lien('Ana')], 0)] })).toEqual([])
    expect(de({ structures: [structure([lien('Ana'), lien('Lou')], 2)] })).toEqual([])
    expect(de({ structures: [structure([], 2)] })).toEqual([])
  })

  test('une action où une seule personne est nommée ou donne des nouvelles', () => {
    const ana = { personneId: 'a', personne: 'Ana', roles: ['personne_pilote' as const], nouvelles: 3 }
    const action = { id: 'f', nom: 'Bus', partenaires: 4, gens: [ana] }
    expect(de({ actions: [action] })).toMatchObject([{ nature: 'action', personne: 'Ana', nouvelles: 3, partenaires: 4 }])
    const lou = { personneId: 'l', personne: 'Lou', roles: [], nouvelles: 1 }
    expect(de({ actions: [{ ...action, gens: [ana, lou] }] })).toEqual([])
    expect(de({ actions: [{ ...action, gens: [] }] })).toEqual([])
  })

  test('une instance qu’une seule personne préside ou pilote ; une structure qui copilote suffit à ce que ce ne soit plus le cas', () => {
    const tete = { personneId: 'a', personne: 'Ana', role: 'presidence' as const }
    const instance = { id: 'i', nom: 'Comité', sieges: 5, aVenir: 1, tetes: [tete] }
    expect(de({ instances: [instance] })).toMatchObject([{ nature: 'instance', personne: 'Ana', role: 'presidence' }])
    expect(de({ instances: [{ ...instance, tetes: [tete, { ...tete, role: 'pilote' as const }] }] })).toHaveLength(1)
    const structure = { personneId: null, personne: null, role: 'copilote' as const }
    expect(de({ instances: [{ ...instance, tetes: [tete, structure] }] })).toEqual([])
    expect(de({ instances: [{ ...instance, tetes: [] }] })).toEqual([])
  })

  test('ce qui se perdrait le plus vient d’abord', () => {
    const petite = { ...structure([lien('Ana', { venues: 1 })]), id: 'p', nom: 'Petite' }
    const grande = { ...structure([lien('Lou', { venues: 1, sieges: ['Comité'], actions: ['Bus'] })], 4), id: 'g', nom: 'Grande' }
    expect(de({ structures: [petite, grande] }).map(({ id }) => id)).toEqual(['g', 'p'])
  })
})

describe('R-101 · un départ', () => {
  const depart: Depart = {
    personneId: 'a',
    personne: 'Ana',
    structureId: 's',
    structure: 'CPAM',
    fin: '2026-09',
    actions: [],
    instances: [],
    taches: 0,
    restent: 1,
    note: false,
    reprise: false
  }
  test('rappelle ce qui la nomme encore, ou la structure où plus personne n’est connu', () => {
    expect(aReprendre([depart])).toEqual([])
    expect(aReprendre([{ ...depart, restent: 0 }])).toHaveLength(1)
    expect(aReprendre([{ ...depart, taches: 1 }])).toHaveLength(1)
    expect(aReprendre([{ ...depart, actions: [{ id: 'f', nom: 'Bus' }] }])).toHaveLength(1)
  })
  test('ne rappelle plus rien quand on a dit que tout est repris ; le dernier départ vient d’abord', () => {
    const avant = { ...depart, taches: 1, fin: '2026-01' }
    const apres = { ...depart, taches: 1, fin: '2026-10' }
    expect(aReprendre([{ ...avant, reprise: true }])).toEqual([])
    expect(aReprendre([avant, apres]).map(({ fin }) => fin)).toEqual(['2026-10', '2026-01'])
  })
})
