import { expect, test } from 'vitest'
import { siglesDu } from './sigles.ts'
import { REFERENCES_PROPOSEES, TRANSVERSAUX_PROPOSES } from './transversaux.ts'

test('R-062 · les quatre axes transversaux de Cergy sont proposés, chacun avec sa question et des sous-questions', () => {
  expect(TRANSVERSAUX_PROPOSES.map(({ intitule }) => intitule)).toEqual([
    'Coordination des acteurs et travail en réseau',
    'Visibilité et lisibilité de l’offre de santé du territoire',
    'Mobilisation des habitants',
    'Politique de santé intégrée'
  ])
  for (const { question, sousQuestions } of TRANSVERSAUX_PROPOSES)
    for (const phrase of [question, ...sousQuestions]) expect(phrase).toMatch(/[\u00a0\u202f ]\?$/)
  expect(TRANSVERSAUX_PROPOSES.every(({ sousQuestions }) => sousQuestions.length >= 2)).toBe(true)
})

test('R-017 · un contrat s’ouvre avec les lois de 2009 et de 2016 qui le fondent, et aucun sigle à deviner', () => {
  expect(REFERENCES_PROPOSEES[0]).toMatch(/2009-879 .*hôpital/)
  expect(REFERENCES_PROPOSEES[1]).toMatch(/2016-41 .*modernisation de notre système de santé/)
  expect(REFERENCES_PROPOSEES.every((reference) => reference.startsWith('Vu '))).toBe(true)
  expect(siglesDu(REFERENCES_PROPOSEES.join(' '))).toEqual([])
})
