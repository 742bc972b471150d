import { describe, expect, test } from 'vitest'
import { anneeScolaireDe, direAnneeScolaire, jugerCharte, suivreChartes } from './chartes.ts'

const charte = (structureId: string, annee: number, signeeLe: string | null = `${annee}-10`) => ({
  id: `${structureId} ${annee}`,
  structureId,
  annee,
  signeeLe
})
const ids = (chartes: readonly { id: string }[]) => chartes.map(({ id }) => id)

describe('R-105 · les chartes annuelles', () => {
  test('l’année scolaire tourne au premier août', () => {
    expect(['2026-07-31', '2026-08-01', '2027-01-15'].map(anneeScolaireDe)).toEqual([2025, 2026, 2026])
    expect(direAnneeScolaire(2026)).toBe('2026-2027')
  })

  test('la dernière charte de chaque établissement dit où il en est ; les autres sont son histoire', () => {
    const chartes = [
      charte('Collège du Moulin', 2026),
      charte('Collège du Moulin', 2025),
      charte('Lycée Kastler', 2026, null),
      charte('École des Linandes', 2025),
      charte('École des Linandes', 2023),
      charte('École du Terroir', 2024, null)
    ]
    const { signees, aSigner, aRenouveler, anciennes } = suivreChartes(chartes, '2026-11-22')
    expect(ids(signees)).toEqual(['Collège du Moulin 2026'])
    expect(ids(aSigner)).toEqual(['Lycée Kastler 2026'])
    expect(ids(aRenouveler)).toEqual(['École des Linandes 2025', 'École du Terroir 2024'])
    expect(ids(anciennes)).toEqual(['Collège du Moulin 2025', 'École des Linandes 2023'])
  })

  test('une charte déjà écrite pour l’année suivante n’est pas à renouveler', () => {
    expect(ids(suivreChartes([charte('École', 2026, '2026-06')], '2026-07-01').signees)).toEqual(['École 2026'])
  })

  test('une par an et par établissement, jamais signée avant son jour', () => {
    expect(jugerCharte(true, null, '2026-11-22')).toBe('charte_deja')
    expect(jugerCharte(false, '2026-11-23', '2026-11-22')).toBe('signature_a_venir')
    expect(jugerCharte(false, '2026-11', '2026-11-22')).toBeNull()
    expect(jugerCharte(false, null, '2026-11-22')).toBeNull()
  })
})
