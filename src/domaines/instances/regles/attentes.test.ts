import { describe, expect, test } from 'vitest'
import { TROIS_QUESTIONS } from '#domaines/enquetes/libelles.ts'
import { devenirDe, enPoint, placer, prochainePour, ranger } from './attentes.ts'

describe('R-096 · ce qui est demandé devient un point prévu', () => {
  test('qui veut apprendre à se connaître a un temps d’interconnaissance, avec des rencontres express (R-100)', () => {
    const commun = { temps: 'presentation', technique: 'speed_meeting' }
    expect(ranger(TROIS_QUESTIONS[2]!.choix[0]!)).toEqual(commun)
    expect(ranger('Apprendre à SE CONNAÎTRE entre structures')).toEqual(commun)
    expect(ranger('On ne sait pas qui fait quoi')).toEqual(commun)
    expect(ranger('Connaître les autres partenaires')).toEqual(commun)
  })

  test('une présentation va au deuxième temps, le reste au travail sur le thème', () => {
    expect(ranger('La présentation de la CPTS')).toEqual({ temps: 'presentation', technique: null })
    expect(ranger('Une formation commune')).toEqual({ temps: 'thematique', technique: null })
    expect(ranger('Un interprète pour les permanences du jeudi.')).toEqual({ temps: 'thematique', technique: null })
  })

  test('un long texte donne un titre court, coupé à un mot, et se lit en entier dessous', () => {
    const long = `${'parler des permanences '.repeat(8)}fin`
    const { intitule, detail } = enPoint(long)
    expect(intitule.length).toBeLessThanOrEqual(121)
    expect(intitule).toMatch(/permanences…$|parler…$|des…$/)
    expect(detail).toBe(long)
    expect(enPoint('Une visite')).toMatchObject({ intitule: 'Une visite', detail: null, minutes: null })
  })

  test('il entre à la fin de son temps ; une séance sans ordre du jour reçoit ses trois temps, et lui à la place du sien', () => {
    const point = enPoint('Un temps pour apprendre à se connaître')
    const temps = (...dits: ('suivi' | 'presentation' | 'thematique')[]) => dits.map((un) => ({ temps: un }))
    expect(placer(temps('suivi', 'presentation', 'thematique'), 120, point)).toMatchObject({ rang: 3, attendu: 0 })
    expect(placer(temps('suivi', 'thematique'), 120, point).rang).toBe(2)
    expect(placer(temps('thematique'), 120, point).rang).toBe(1)
    const seul = placer([], 120, point)
    expect(seul.neufs.map(({ temps: un, intitule, minutes }) => [un, intitule, minutes])).toEqual([
      ['suivi', 'Des nouvelles des actions', 30],
      ['presentation', 'Un temps pour apprendre à se connaître', 20],
      ['thematique', 'Travail sur le thème', 70]
    ])
    expect([seul.rang, seul.attendu]).toEqual([1, 1])
  })

  test('la prochaine séance est la première qui tient, et jamais celle après laquelle on a demandé', () => {
    const seance = (id: string, jour: string, annuleeLe: Date | null = null) => ({ id, jour, annuleeLe })
    const seances = [
      seance('origine', '2026-11-22'),
      seance('loin', '2027-03-10'),
      seance('annulee', '2026-12-01', new Date()),
      seance('proche', '2026-12-09'),
      seance('passee', '2026-03-10')
    ]
    expect(prochainePour({ seanceId: 'origine' }, seances, '2026-11-22')).toBe('2026-12-09')
    expect(prochainePour({ seanceId: 'origine' }, seances.slice(0, 1), '2026-11-22')).toBeNull()
  })

  test('retiré de l’ordre du jour, ou prévu à une séance annulée, cela attend de nouveau', () => {
    const prevue = (jour: string, annulee = false) => ({ ecartee: false, prevue: { id: 's', jour, annulee } })
    expect(devenirDe({ ecartee: false, prevue: null }, '2026-11-22')).toBe('attend')
    expect(devenirDe(prevue('2026-12-09'), '2026-11-22')).toBe('prevue')
    expect(devenirDe(prevue('2026-11-22'), '2026-11-22')).toBe('prevue')
    expect(devenirDe(prevue('2026-12-09', true), '2026-11-22')).toBe('attend')
    expect(devenirDe(prevue('2026-12-09'), '2026-12-10')).toBe('tenue')
    expect(devenirDe({ ...prevue('2026-12-09'), ecartee: true }, '2026-11-22')).toBe('ecartee')
  })
})
