import { expect, test } from 'vitest'
import { echelle, HAUTEUR, LARGEUR, tracer } from './courbe.ts'

const point = (jour: string, valeur: number) => ({ jour, valeur, dit: '' })

test('les graduations sont rondes, peu nombreuses, et contiennent toutes les valeurs', () => {
  expect(echelle([0, 250])).toEqual([0, 100, 200, 300])
  expect(echelle([40, 180, 250])).toEqual([0, 100, 200, 300])
  expect(echelle([0.1, 0.35])).toEqual([0, 0.1, 0.2, 0.3, 0.4])
  expect(echelle([-12, 5])).toEqual([-15, -10, -5, 0, 5])
  // far from zero, the line is not flattened
  expect(echelle([1010, 1040])).toEqual([1010, 1020, 1030, 1040])
  for (const valeurs of [[7], [0], [-3], [3, 3], [1e9, 2e9], [0.0001, 0.0002]]) {
    const marques = echelle(valeurs)
    expect(marques.length, String(valeurs)).toBeLessThanOrEqual(7)
    expect(marques[0]!).toBeLessThanOrEqual(Math.min(...valeurs))
    expect(marques.at(-1)!).toBeGreaterThanOrEqual(Math.max(...valeurs))
  }
})

test('les points suivent leurs jours, de gauche à droite, et le plus grand est le plus haut', () => {
  const { points, chemin, gauche, droite } = tracer(
    [point('2026-07-01', 30), point('2026-01-01', 10), point('2026-04-01', 50)],
    []
  )
  expect(points.map(({ valeur }) => valeur)).toEqual([10, 50, 30])
  expect(points[0]!.x).toBe(gauche)
  expect(points[2]!.x).toBe(droite)
  expect(points[1]!.y).toBeLessThan(points[2]!.y)
  expect(chemin).toMatch(/^M[\d.]+ [\d.]+ L[\d.]+ [\d.]+ L[\d.]+ [\d.]+$/)
})

test('un seul point tient au milieu, et rien ne sort du dessin', () => {
  const { points, niveaux } = tracer(
    [point('2026', 5)],
    [
      { valeur: 500, libelle: 'Cible', ton: 'trame' },
      { valeur: 498, libelle: 'Départ', ton: 'doux' }
    ]
  )
  expect(points[0]!.x).toBeGreaterThan(LARGEUR / 3)
  expect(points[0]!.x).toBeLessThan((2 * LARGEUR) / 3)
  for (const { y, texte } of niveaux) {
    expect(y).toBeGreaterThan(0)
    expect(texte).toBeLessThan(HAUTEUR)
  }
  expect(Math.abs(niveaux[0]!.texte - niveaux[1]!.texte), 'deux mots voisins ne se couvrent pas').toBeGreaterThanOrEqual(12)
})
