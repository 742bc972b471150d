import { describe, expect, test } from 'vitest'
import { direCourbe, direProgres, progres, releveAttenduDepuis } from './indicateurs.ts'

const mesure = (initiale: number | null, cible: number | null, ...valeurs: number[]) => ({
  initiale,
  cible,
  valeurs: valeurs.map((valeur, rang) => ({ date: `${2020 + rang}`, valeur }))
})

describe('le chemin vers la cible', () => {
  test('se compte du départ à la cible, avec la dernière valeur', () => {
    expect(progres(mesure(50, 250, 90, 150))).toEqual({ part: 50, atteint: false })
    expect(direProgres(mesure(50, 250, 90, 150))).toBe('50\u202f% du chemin vers la cible')
  })
  test('se compte aussi quand il faut baisser', () => {
    expect(progres(mesure(40, 10, 25))).toEqual({ part: 50, atteint: false })
    expect(progres(mesure(40, 10, 8))).toEqual({ part: 107, atteint: true })
    expect(direProgres(mesure(40, 10, 45))).toBe('la valeur s’éloigne de la cible')
  })
  test('part de zéro quand personne n’a dit le départ, et cent n’est dit que de la cible atteinte', () => {
    expect(progres(mesure(null, 1000, 999))).toEqual({ part: 99, atteint: false })
    expect(direProgres(mesure(null, 1000, 1000))).toBe('cible atteinte')
  })
  test('n’est pas dit sans cible, sans valeur, ou quand la cible est le départ', () => {
    expect(progres(mesure(0, null, 5))).toBeNull()
    expect(progres(mesure(0, 10))).toBeNull()
    expect(direProgres(mesure(10, 10, 5))).toBeNull()
    expect(progres(mesure(null, 0, 5))).toBeNull()
  })
})

describe('un relevé attendu', () => {
  const action = { statut: 'en_cours' as const, debut: '2026-01' }
  const depuis = (frequence: 'mensuelle' | 'trimestrielle' | 'annuelle' | 'ponctuelle' | null, ...dates: string[]) =>
    releveAttenduDepuis({ frequence, valeurs: dates.map((date) => ({ date, valeur: 1 })) }, action, '2026-11-22')

  test('l’est un mois, un trimestre ou un an après ce que couvre le dernier', () => {
    expect(depuis('trimestrielle', '2026-03', '2026-06')).toBe('2026-09-30')
    expect(depuis('trimestrielle', '2026-09-15')).toBeNull()
    expect(depuis('mensuelle', '2026-01-31')).toBe('2026-02-28')
    expect(depuis('mensuelle', '2026-02'), 'la fin d’un mois mène à la fin du suivant').toBe('2026-03-31')
    expect(depuis('annuelle', '2024')).toBe('2025-12-31')
    expect(depuis('annuelle', '2025')).toBeNull()
  })
  test('sans aucun relevé, se compte du début de l’action', () => {
    expect(depuis('trimestrielle')).toBe('2026-04-01')
    expect(releveAttenduDepuis({ frequence: 'mensuelle', valeurs: [] }, { ...action, debut: null }, '2026-11-22')).toBeNull()
  })
  test('ne l’est jamais sans fréquence, d’un indicateur relevé une seule fois, ni d’une action finie', () => {
    expect(depuis(null, '2020')).toBeNull()
    expect(depuis('ponctuelle', '2020')).toBeNull()
    const finie = { ...action, statut: 'realise' as const }
    expect(releveAttenduDepuis({ frequence: 'mensuelle', valeurs: [] }, finie, '2026-11-22')).toBeNull()
  })
})

test('la courbe se dit en une phrase', () => {
  const indicateur = { intitule: 'Dossiers ouverts', unite: 'dossiers', ...mesure(0, 250, 40, 180) }
  expect(direCourbe(indicateur)).toBe(
    'Dossiers ouverts\u00a0: 2 valeurs de 40 dossiers (2020) à 180 dossiers (2021), cible 250, 0 au départ.'
  )
})
