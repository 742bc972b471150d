import { expect, test } from 'vitest'
import { vieDuContrat } from './vie.ts'

test('R-024 · actes et journal se lisent dans un seul cours, le plus récent d’abord, l’acte avant ce qu’on en dit', () => {
  const cours = vieDuContrat(
    [
      { id: 'arrete', date: '2016-12' },
      { id: 'avenant', date: '2013' }
    ],
    [
      { id: 'crise', date: '2020-03-17' },
      { id: 'depart', date: '2016-12' }
    ]
  )
  expect(cours.map((un) => (un.sorte === 'acte' ? un.acte.id : un.fait.id))).toEqual(['crise', 'arrete', 'depart', 'avenant'])
})
