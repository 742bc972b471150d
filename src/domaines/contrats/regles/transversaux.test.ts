import { expect, test } from 'vitest'
import { siglesDu } from './sigles.ts'
import { MOMENTS } from '../schema.ts'
import { CONSEIL_DU_MOMENT, exempleDeReponse, REFERENCES_PROPOSEES, TRANSVERSAUX_PROPOSES } from './transversaux.ts'

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

const demande = (rang: number) => [TRANSVERSAUX_PROPOSES[rang]!.question, ...TRANSVERSAUX_PROPOSES[rang]!.sousQuestions].join(' ')

test('R-064 · la mobilisation se demande à chaque action par une question, et chaque réponse a son conseil et son exemple', () => {
  expect(TRANSVERSAUX_PROPOSES[2]!.question).toMatch(/^Quel rôle les habitants .*\?$/)
  for (const moment of MOMENTS) expect(CONSEIL_DU_MOMENT[moment]).toMatch(/ dites /)
  const exemples = TRANSVERSAUX_PROPOSES.flatMap(({ intitule }) => MOMENTS.map((moment) => exempleDeReponse(intitule, moment)))
  expect(new Set(exemples.filter(Boolean)).size).toBe(12)
  expect(exempleDeReponse('mobilisation  des HABITANTS', 'conception')).toMatch(/^Concertation/)
  expect(exempleDeReponse('Égalité femmes-hommes', 'conception')).toBeNull()
})

test.each([
  [
    'R-065 · la coordination demande les ruptures de parcours, le décloisonnement et la mutualisation',
    0,
    [/ruptures/, /décloisonn/, /mutualis/]
  ],
  [
    'R-066 · la visibilité demande la communication, l’« aller vers », les partenaires et les autres dispositifs',
    1,
    [/communication/, /aller vers/, /partenaires/, /dispositifs/]
  ],
  [
    'R-067 · la mobilisation demande le degré de participation, le pouvoir d’agir et l’inclusion sociale',
    2,
    [/information, consultation, concertation, co-construction/, /pouvoir d’agir/, /inclusion sociale/]
  ],
  [
    'R-068 · la politique intégrée nomme six politiques de la collectivité',
    3,
    [/urbain, aménagement, éducation, petite enfance, jeunesse, culture/, /culture commune/]
  ]
])('%s', (_, rang, motifs) => {
  for (const motif of motifs) expect(demande(rang)).toMatch(motif)
})

test('R-017 · un contrat s’ouvre avec les lois de 2009 et de 2016 qui le fondent, et aucun sigle à deviner', () => {
  expect(REFERENCES_PROPOSEES[0]).toMatch(/2009-879 .*hôpital/)
  expect(REFERENCES_PROPOSEES[1]).toMatch(/2016-41 .*modernisation de notre système de santé/)
  expect(REFERENCES_PROPOSEES.every((reference) => reference.startsWith('Vu '))).toBe(true)
  expect(siglesDu(REFERENCES_PROPOSEES.join(' '))).toEqual([])
})
