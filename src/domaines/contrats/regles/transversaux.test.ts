import { expect, test } from 'vitest'
import { siglesDu } from './sigles.ts'
import { MOMENTS } from '../schema.ts'
import {
  CONSEIL_DU_MOMENT,
  guideDe,
  guideDuMoment,
  REFERENCES_PROPOSEES,
  SANS_GUIDE,
  TRANSVERSAUX_PROPOSES
} from './transversaux.ts'

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

test('R-064 · chaque axe proposé a, à chaque moment, un conseil et un exemple qui ne sont qu’à lui', () => {
  expect(TRANSVERSAUX_PROPOSES[2]!.question).toMatch(/^Quel rôle les habitants .*\?$/)
  const guides = TRANSVERSAUX_PROPOSES.flatMap((axe) => MOMENTS.map((moment) => guideDuMoment(axe, moment)))
  expect(new Set(guides.map(({ conseil }) => conseil)).size).toBe(12)
  expect(new Set(guides.flatMap(({ exemples }) => exemples)).size).toBe(12)
  for (const { conseil } of guides) expect(conseil).toMatch(/^(Dites|Nommez|Choisissez) /)
})

test('R-064 · l’axe qu’un territoire écrit donne ses conseils à lui, et celui du moment là où il n’en dit pas', () => {
  const axe = { ...SANS_GUIDE, conseilDeclinaison: 'Comptez les refus.', exemplesDeclinaison: ['Trois refus.', 'Aucun.'] }
  expect(guideDuMoment(axe, 'declinaison')).toEqual({ conseil: 'Comptez les refus.', exemples: ['Trois refus.', 'Aucun.'] })
  expect(guideDuMoment(axe, 'evaluation')).toEqual({ conseil: CONSEIL_DU_MOMENT.evaluation, exemples: [] })
  expect(guideDe({ ...axe, intitule: 'Égalité' } as typeof axe)).toEqual(axe)
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
