import { expect, test } from 'vitest'
import { etatVu, partFaite, SILENCE, vaEncore } from './import.ts'

const vuLe = new Date('2026-11-22T10:00:00Z')
const apres = (millisecondes: number) => new Date(vuLe.getTime() + millisecondes)

test('un grand import en cours qui ne donne plus signe de vie est dit interrompu, et non en cours', () => {
  expect(etatVu({ etat: 'en_cours', vuLe }, apres(SILENCE))).toBe('en_cours')
  expect(etatVu({ etat: 'en_cours', vuLe }, apres(SILENCE + 1))).toBe('interrompu')
  expect(etatVu({ etat: 'fait', vuLe }, apres(SILENCE * 10))).toBe('fait')
  expect(vaEncore('interrompu')).toBe(false)
  expect(vaEncore('en_attente')).toBe(true)
})

test('la part faite ne dit jamais tout avant la fin', () => {
  expect(partFaite({ fait: 0, total: 0 })).toBe(0)
  expect(partFaite({ fait: 1, total: 3 })).toBe(33)
  expect(partFaite({ fait: 3, total: 3 })).toBe(99)
})
