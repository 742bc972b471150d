import { describe, expect, test } from 'vitest'
import { NATURES_ENVOI } from '../schema/envois.ts'
import { estUneSollicitation, maisonsVisees } from './sollicitations.ts'

const comptees = (dit: { demandee?: boolean; interroge?: boolean }) =>
  NATURES_ENVOI.filter((nature) => estUneSollicitation(nature, { demandee: false, interroge: false, ...dit }))

describe('R-129 · ce qui compte comme une sollicitation', () => {
  test('l’invitation, le rappel et la demande de nouvelles', () =>
    expect(comptees({})).toEqual(['invitation', 'rappel', 'nouvelles']))
  test('toute lettre qui porte des questions', () => expect(comptees({ interroge: true })).toContain('compte_rendu'))
  test('jamais une lettre que l’on a demandée soi-même', () => expect(comptees({ demandee: true, interroge: true })).toEqual([]))
})

describe('R-129 · les structures déjà très sollicitées', () => {
  const cpts = { id: 's1', nom: 'CPTS', sollicitations: 24, gens: ['s1', 'p1', 'p2'] }
  const caf = { id: 's2', nom: 'CAF', sollicitations: 21, gens: ['s2', 'p3'] }
  test('celles où travaille quelqu’un à qui l’on va écrire', () =>
    expect(maisonsVisees([cpts, caf], ['p2', 'p9'])).toEqual([cpts]))
  test('celles à qui l’on écrit sans nommer personne', () => expect(maisonsVisees([cpts, caf], ['s2'])).toEqual([caf]))
  test('aucune quand personne n’y travaille', () => expect(maisonsVisees([cpts, caf], [])).toEqual([]))
})
