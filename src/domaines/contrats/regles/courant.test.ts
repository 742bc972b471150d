import { expect, test } from 'vitest'
import type { EtapeContrat } from '../schema.ts'
import { contratCourant } from './courant.ts'

const contrat = (generation: number, etape: EtapeContrat, debut: string | null = null, fin: string | null = null) => ({
  generation,
  etape,
  debut,
  finProrogee: null,
  fin
})
const JOUR = '2026-11-22'

test('le contrat avec lequel on travaille est celui en vigueur, même quand le suivant se prépare', () => {
  const enVigueur = contrat(2, 'signe', '2023', '2028')
  expect(
    contratCourant(
      [contrat(4, 'en_relecture'), contrat(3, 'elaboration', '2029', '2033'), enVigueur, contrat(1, 'signe', '2020', '2022')],
      JOUR
    )
  ).toBe(enVigueur)
})

test('sans contrat en vigueur, c’est le plus avancé de ceux qui se préparent', () => {
  const relu = contrat(2, 'en_relecture')
  expect(
    contratCourant([contrat(3, 'prefiguration'), contrat(4, 'elaboration'), relu, contrat(1, 'signe', '2020', '2022')], JOUR)
  ).toBe(relu)
})

test('sans rien en préparation, c’est la dernière génération échue, et jamais un contrat abandonné tant qu’il y en a une', () => {
  const dernier = contrat(2, 'signe', '2020', '2022')
  expect(contratCourant([contrat(3, 'abandonne'), contrat(1, 'signe', '2011', '2016'), dernier], JOUR)).toBe(dernier)
  expect(contratCourant([contrat(1, 'abandonne')], JOUR)).toMatchObject({ etape: 'abandonne' })
})

test('un territoire sans contrat n’en a pas de courant', () => {
  expect(contratCourant([], JOUR)).toBeNull()
})
