import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { essaisParExigence, lireExigences } from './exigences.ts'

const exigences = lireExigences(readFileSync('docs/exigences.md', 'utf8'))
const par = essaisParExigence()

test('les 164 exigences sont là, une fois chacune, avec leur étape et leur état', () => {
  expect(exigences.map(({ numero }) => numero)).toEqual(
    Array.from({ length: 164 }, (_, rang) => `R-${String(rang + 1).padStart(3, '0')}`)
  )
  for (const { numero, etat } of exigences) expect(['fait', 'en partie', 'à faire'], numero).toContain(etat)
})

test('une exigence faite est nommée par un essai qui existe, et le tableau dit lesquels', () => {
  for (const { numero, etat, essais } of exigences) {
    if (etat === 'fait') expect(essais, `${numero} est dite faite sans essai`).not.toEqual([])
    expect(essais, numero).toEqual((par.get(numero) ?? []).toSorted())
  }
})

test('le lecteur du tableau voit une ligne sans essai', () => {
  expect(lireExigences('| R-001 | Une phrase | 1 | fait |  |')).toEqual([
    { numero: 'R-001', phrase: 'Une phrase', etape: 1, etat: 'fait', essais: [] }
  ])
})
