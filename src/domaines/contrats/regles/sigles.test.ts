import { expect, test } from 'vitest'
import { SIGLES, siglesDu } from './sigles.ts'

test('R-115 · les sigles utiles du contrat de Cergy ont tous leur développé', () => {
  for (const sigle of ['ARS', 'ASV', 'CACP', 'CLS', 'CLSM', 'CPTS', 'GHT', 'MPS', 'PRS', 'QPV'])
    expect(SIGLES[sigle], sigle).toMatch(/\p{L}{4}/u)
})

test('R-115 · seuls les sigles présents dans le texte sont expliqués, une fois chacun, par ordre alphabétique', () => {
  expect(siglesDu('Le PRS3 de l’ARS, le CLSM et l’AP-HP ; l’ARS encore.').map(({ sigle }) => sigle)).toEqual([
    'AP-HP',
    'ARS',
    'CLSM',
    'PRS'
  ])
  expect(siglesDu('L’ARS').at(0)).toEqual({ sigle: 'ARS', developpe: 'Agence régionale de santé' })
})

test('R-115 · un sigle n’est pas lu au milieu d’un autre, ni dans un mot ordinaire', () => {
  expect(siglesDu('CLSM').map(({ sigle }) => sigle)).toEqual(['CLSM'])
  expect(siglesDu('Les arsenaux, MARSEILLE, épargne')).toEqual([])
})
