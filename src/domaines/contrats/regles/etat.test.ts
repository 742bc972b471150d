import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ETAPES_CONTRAT } from '../schema.ts'
import { echeanceAu, etatAu, TRANSITIONS } from './etat.ts'

const signe = (debut: string | null, fin: string | null, finProrogee: string | null = null) => ({
  etape: 'signe' as const,
  debut,
  fin,
  finProrogee
})

describe('l’état d’un contrat un jour donné', () => {
  test('R-008 · un contrat signé est en vigueur du premier au dernier jour de sa période, aussi vague soit-elle', () => {
    const cergy = signe('2020', '2022')
    expect(['2019-12-31', '2020-01-01', '2022-12-31', '2023-01-01'].map((jour) => etatAu(cergy, jour))).toEqual([
      'signe',
      'en_vigueur',
      'en_vigueur',
      'echu'
    ])
    const creteil = signe('2015-10', '2018-10')
    expect(['2015-09-30', '2015-10-01', '2018-10-31', '2018-11-01'].map((jour) => etatAu(creteil, jour))).toEqual([
      'signe',
      'en_vigueur',
      'en_vigueur',
      'echu'
    ])
  })

  test('R-008 · une seule borne connue suffit à dire où il en est ; sans aucune, il est seulement signé', () => {
    expect(etatAu(signe('2023', null), '2030-01-01')).toBe('en_vigueur')
    expect(etatAu(signe(null, '2022'), '2021-06-01')).toBe('en_vigueur')
    expect(etatAu(signe(null, '2022'), '2023-01-01')).toBe('echu')
    expect(etatAu(signe(null, null), '2026-01-01')).toBe('signe')
  })

  test('tant qu’il n’est pas signé, ses dates ne le mettent ni en vigueur ni à l’échéance', () => {
    for (const etape of ETAPES_CONTRAT.filter((etape) => etape !== 'signe'))
      for (const jour of ['2019-01-01', '2021-01-01', '2031-01-01'])
        expect(etatAu({ etape, debut: '2020', fin: '2022', finProrogee: null }, jour)).toBe(etape)
  })
})

describe('les étapes', () => {
  test('R-001 · on ne déclare signé qu’un contrat en relecture', () => {
    expect(ETAPES_CONTRAT.filter((etape) => TRANSITIONS[etape].includes('signe'))).toEqual(['en_relecture'])
  })

  test('aucune étape n’est sans issue, ni ne mène à elle-même', () => {
    for (const etape of ETAPES_CONTRAT) {
      expect(TRANSITIONS[etape].length).toBeGreaterThan(0)
      expect(TRANSITIONS[etape]).not.toContain(etape)
    }
  })
})

describe('le temps qui reste', () => {
  test('R-008 · il se dit en ans et en mois, puis en jours', () => {
    const dit = (jour: string) => echeanceAu(signe('2023', '2028'), jour)?.dire
    expect(['2026-11-22', '2026-12-31', '2027-12-31', '2028-11-30', '2028-12-01', '2028-12-30', '2028-12-31'].map(dit)).toEqual([
      '2 ans et 1 mois',
      '2 ans',
      '1 an',
      '1 mois',
      '30 jours',
      '1 jour',
      '0 jour'
    ])
  })

  test('R-008 · un mois entamé ne compte pas pour un mois plein', () => {
    expect(echeanceAu(signe('2022-03-07', '2028-03-07'), '2026-11-07')?.dire).toBe('1 an et 4 mois')
    expect(echeanceAu(signe('2022-03-07', '2028-03-07'), '2026-11-08')?.dire).toBe('1 an et 3 mois')
  })

  test('R-008 · le renouvellement se prépare dix-huit mois avant la fin', () => {
    const contrat = signe('2023', '2028')
    expect(echeanceAu(contrat, '2027-06-30')?.aRenouveler).toBe(false)
    expect(echeanceAu(contrat, '2027-07-01')?.aRenouveler).toBe(true)
  })

  test('R-008 · un contrat qui n’est pas en vigueur, ou sans fin connue, n’a pas d’échéance', () => {
    expect(echeanceAu(signe('2023', null), '2026-01-01')).toBeNull()
    expect(echeanceAu(signe('2020', '2022'), '2026-01-01')).toBeNull()
    expect(echeanceAu(signe('2027', '2031'), '2026-01-01')).toBeNull()
    expect(echeanceAu({ etape: 'elaboration', debut: '2023', fin: '2028', finProrogee: null }, '2026-01-01')).toBeNull()
  })

  test('R-008 · le temps qui reste ne fait que diminuer d’un jour sur l’autre, et finit à zéro', () => {
    const jour = (rang: number) => new Date(Date.UTC(2023, 0, 1 + rang)).toISOString().slice(0, 10)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2190 }), (rang) => {
        const [aujourdhui, demain] = [
          echeanceAu(signe('2023', '2028'), jour(rang))!,
          echeanceAu(signe('2023', '2028'), jour(rang + 1))!
        ]
        expect(aujourdhui.restant - demain.restant).toBe(1)
        expect(demain.aRenouveler || !aujourdhui.aRenouveler).toBe(true)
      })
    )
    expect(echeanceAu(signe('2023', '2028'), '2028-12-31')?.restant).toBe(0)
  })
})

describe('R-012 · un contrat prorogé par un arrêté', () => {
  const cergy = signe('2011', '2016', '2019-06-30')

  test('est en vigueur jusqu’à sa fin, prorogé jusqu’à celle de l’arrêté, échu ensuite', () => {
    expect(['2016-12-31', '2017-01-01', '2019-06-30', '2019-07-01'].map((jour) => etatAu(cergy, jour))).toEqual([
      'en_vigueur',
      'proroge',
      'proroge',
      'echu'
    ])
  })

  test('compte ce qui reste jusqu’à la fin prorogée, avant comme après sa première fin', () => {
    expect(echeanceAu(cergy, '2016-06-30')?.dire).toBe('3 ans')
    expect(echeanceAu(cergy, '2018-06-30')?.dire).toBe('1 an')
  })

  test('une prorogation ne change rien à un contrat qui n’est pas signé', () => {
    expect(etatAu({ ...cergy, etape: 'elaboration' }, '2018-01-01')).toBe('elaboration')
  })
})
