import { describe, expect, test } from 'vitest'
import type { Joignable } from '../schema/demandes.ts'
import { aQuiDemander, attendUneDecision, peutCorriger, repartir, vientDEtreDemandee } from './demandes.ts'

const JOUR = '2026-11-22'
const ccas: Joignable = {
  role: 'pilote',
  rang: 0,
  personneId: null,
  personne: null,
  courriel: null,
  courriels: null,
  structureId: 'ccas',
  structure: 'CCAS',
  courrielStructure: 'ccas@exemple.fr',
  courrielsStructure: 'tous',
  gens: [{ personneId: 'ana', nom: 'Ana Roy', courriel: 'ana@exemple.fr', courriels: 'tous' }]
}
const lou: Joignable = {
  ...ccas,
  role: 'personne_pilote',
  rang: 3,
  personneId: 'lou',
  personne: 'Lou Petit',
  courriel: 'lou@exemple.fr',
  courriels: 'tous',
  structureId: null,
  structure: null,
  courrielStructure: null,
  courrielsStructure: null,
  gens: []
}
const noms = (...intervenants: Joignable[]) => aQuiDemander(intervenants).destinataires.map(({ nom }) => nom)

describe('à qui demander des nouvelles d’une action', () => {
  test('à la personne qui la pilote d’abord, puis à sa structure, puis à ceux qui y travaillent', () => {
    expect(noms(ccas, lou)).toEqual(['Lou Petit', 'CCAS', 'Ana Roy'])
  })

  test('à la copilote quand le pilote n’a pas d’adresse ; qui n’est que partenaire n’est jamais sollicité', () => {
    const muet: Joignable = { ...ccas, courrielStructure: null, gens: [] }
    expect(noms(muet, { ...lou, role: 'copilote' })).toEqual(['Lou Petit'])
    expect(aQuiDemander([{ ...lou, role: 'partenaire' }])).toEqual({ destinataires: [], empechement: 'sans_pilote' })
    expect(aQuiDemander([muet])).toMatchObject({ empechement: 'sans_adresse' })
  })

  test('R-122 · jamais à qui suit par la lecture, ni à qui ne reçoit plus rien', () => {
    expect(noms({ ...lou, courriels: 'lecture' }, ccas)).toEqual(['CCAS', 'Ana Roy'])
    expect(aQuiDemander([{ ...lou, courriels: 'aucun' }])).toMatchObject({ destinataires: [], empechement: 'ne_veulent_pas' })
  })

  test('une personne nommée deux fois n’est proposée qu’une', () => {
    const elle = { personneId: 'lou', nom: 'Lou Petit', courriel: 'lou@exemple.fr', courriels: 'tous' as const }
    expect(noms(lou, { ...ccas, gens: [elle] })).toEqual(['Lou Petit', 'CCAS'])
  })
})

test('une lettre par personne : les actions se rangent sous qui les pilote, et celles qu’on ne peut demander sont nommées', () => {
  const fiche = (id: string, ...intervenants: Joignable[]) => ({ id, titre: `Action ${id}`, intervenants })
  const { groupes, empechees } = repartir([fiche('1', lou), fiche('2', ccas), fiche('3', lou), fiche('4')])
  expect(groupes.map(({ a, actions }) => [a.nom, actions.map(({ fiche: { id } }) => id)])).toEqual([
    ['CCAS', ['2']],
    ['Lou Petit', ['1', '3']]
  ])
  expect(empechees).toEqual([{ id: '4', titre: 'Action 4', empechement: 'sans_pilote', muets: [] }])
})

test('une action dont les pilotes n’ont pas d’adresse nomme ceux à qui en donner une, la personne d’abord, chacun une fois', () => {
  const muette = { ...ccas, courrielStructure: null, gens: [] }
  const seule = { ...lou, courriel: null }
  const intervenants = [muette, { ...muette, role: 'copilote' as const }, seule, { ...ccas, role: 'partenaire' as const }]
  expect(repartir([{ id: '1', titre: 'Action 1', intervenants }]).empechees).toEqual([
    {
      id: '1',
      titre: 'Action 1',
      empechement: 'sans_adresse',
      muets: [
        { personneId: 'lou', structureId: null, nom: 'Lou Petit' },
        { personneId: null, structureId: 'ccas', nom: 'CCAS' }
      ]
    }
  ])
})

test('R-129 · la même chose ne se redemande pas avant une semaine', () => {
  expect([null, '2026-11-22', '2026-11-16', '2026-11-15'].map((le) => vientDEtreDemandee(le, JOUR))).toEqual([
    false,
    true,
    true,
    false
  ])
})

test('un statut proposé attend qu’on l’accepte ou qu’on le laisse', () => {
  expect(attendUneDecision({ propose: 'realise', decision: null })).toBe(true)
  expect(attendUneDecision({ propose: 'realise', decision: 'ecarte' })).toBe(false)
  expect(attendUneDecision({ propose: null, decision: null })).toBe(false)
})

test('une réponse se corrige un mois, tant que personne n’a rien décidé', () => {
  expect(peutCorriger({ reponduLe: '2026-11-01', decision: null }, JOUR)).toBe(true)
  expect(peutCorriger({ reponduLe: '2026-10-20', decision: null }, JOUR)).toBe(false)
  expect(peutCorriger({ reponduLe: '2026-11-01', decision: 'accepte' }, JOUR)).toBe(false)
  expect(peutCorriger({ reponduLe: null, decision: null }, JOUR)).toBe(false)
})
