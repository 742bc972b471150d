import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dateFloueSchema,
  dernierJour,
  direDate,
  direDateRefusee,
  direPeriode,
  ecrireDate,
  estDateFloue,
  jourDe,
  joursEntre,
  lireDateFloue,
  premierJour
} from './dates.ts'
import { jourTapeSchema } from './saisie.ts'

describe('une date aussi précise que connue', () => {
  test.each([
    ['2020', '2020'],
    ['07/03/2022', '2022-03-07'],
    ['7 mars 2022', '2022-03-07'],
    ['jeudi 7 novembre 2019', '2019-11-07'],
    ['Octobre 2015', '2015-10'],
    ['1er févr. 2024', '2024-02-01'],
    ['09/2026', '2026-09'],
    ['2026-09-30', '2026-09-30']
  ])('« %s » se lit %s', (tape, lu) => expect(lireDateFloue(tape)).toBe(lu))

  test.each(['', '30/02/2024', '13/2024', 'bientôt', '32 mars 2024', '1850', 'jui 2024'])('« %s » ne se lit pas', (tape) =>
    expect(lireDateFloue(tape)).toBeNull()
  )

  test.each([
    ['31/02/2026', 'Le 31 février n’existe pas. Écrivez 2026, 09/2026 ou 30/09/2026.'],
    ['31 avril 2026', 'Le 31 avril n’existe pas. Écrivez 2026, 09/2026 ou 30/09/2026.'],
    ['2023-02-29', 'Le 29 février n’existe pas en 2023. Écrivez 2026, 09/2026 ou 30/09/2026.'],
    ['13/2024', 'Le mois 13 n’existe pas. Écrivez 2026, 09/2026 ou 30/09/2026.'],
    ['30/09/26', 'Écrivez l’année en entier : 2026, 09/2026 ou 30/09/2026.'],
    ['26', 'Écrivez l’année en entier : 2026, 09/2026 ou 30/09/2026.'],
    ['1850', 'L’année 1850 est trop loin : elle va de 1900 à 2200.'],
    ['hier', 'Cette date n’est pas comprise. Écrivez 2026, 09/2026 ou 30/09/2026.'],
    ['', 'La date manque. Écrivez 2026, 09/2026 ou 30/09/2026.']
  ])('« %s » se refuse en disant pourquoi, dans les mots de l’aide : %s', (tape, phrase) => {
    expect(direDateRefusee(tape).replaceAll('\u00a0', ' ')).toBe(phrase)
    expect(dateFloueSchema.safeParse(tape).error?.issues[0]?.message).toBe(direDateRefusee(tape))
  })

  test('couvre de son premier à son dernier jour', () => {
    expect([premierJour('2024'), dernierJour('2024')]).toEqual(['2024-01-01', '2024-12-31'])
    expect([premierJour('2024-02'), dernierJour('2024-02')]).toEqual(['2024-02-01', '2024-02-29'])
  })

  test('se dit comme on parle', () => {
    expect(['2020', '2015-10', '2022-03-07', '2023-05-01'].map(direDate)).toEqual([
      '2020',
      'octobre 2015',
      '7 mars 2022',
      '1er mai 2023'
    ])
    expect(direPeriode('2020', '2022')).toBe('2020-2022')
    expect(direPeriode('2022-03-07', '2024')).toBe('7 mars 2022 – 2024')
    expect([direPeriode('2023', null), direPeriode(null, '2024'), direPeriode(null, null)]).toEqual([
      'depuis 2023',
      'jusqu’en 2024',
      ''
    ])
  })

  test('ce qui n’a pas commencé se dit « à partir de », au jour où on le lit', () => {
    const dite = (debut: string) => direPeriode(debut, null, '2026-11-22')
    expect(['2030', '2030-10', '2030-03', '2026-11-23', '2026-11-22', '2026'].map(dite)).toEqual([
      'à partir de 2030',
      'à partir d’octobre 2030',
      'à partir de mars 2030',
      'à partir du 23 novembre 2026',
      'depuis le 22 novembre 2026',
      'depuis 2026'
    ])
  })

  test('s’écrit dans un champ comme on l’écrit en français', () => {
    expect(['2026', '2026-09', '2026-09-30', '', 'bientôt'].map(ecrireDate)).toEqual([
      '2026',
      '09/2026',
      '30/09/2026',
      '',
      'bientôt'
    ])
  })

  test.each([
    ['lundi prochain', 'Cette date n’est pas comprise. Écrivez le jour en entier : 30/09/2026 ou 30 septembre 2026.'],
    ['31/02/2027', 'Le 31 février n’existe pas. Écrivez le jour en entier : 30/09/2026 ou 30 septembre 2026.'],
    ['2026', 'Écrivez le jour en entier : 30/09/2026 ou 30 septembre 2026.'],
    ['09/2026', 'Écrivez le jour en entier : 30/09/2026 ou 30 septembre 2026.'],
    ['30/09/26', 'Écrivez le jour en entier : 30/09/2026 ou 30 septembre 2026.'],
    ['', 'La date manque. Écrivez le jour en entier : 30/09/2026 ou 30 septembre 2026.']
  ])('là où il faut un jour, « %s » se refuse en une fois : %s', (tape, phrase) => {
    expect(jourTapeSchema.safeParse(tape).error?.issues.map(({ message }) => message.replaceAll('\u00a0', ' '))).toEqual([phrase])
  })

  test('là où il faut un jour, un jour entier se lit comme on l’écrit', () => {
    expect(['30/09/2026', '30 septembre 2026'].map((tape) => jourTapeSchema.parse(tape))).toEqual(['2026-09-30', '2026-09-30'])
  })

  test('tout jour du calendrier se dit et se relit', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2149-12-31'), noInvalidDate: true }), (date) => {
        const jour = date.toISOString().slice(0, 10)
        expect(estDateFloue(jour)).toBe(true)
        expect(lireDateFloue(direDate(jour))).toBe(jour)
        expect(joursEntre(premierJour(jour.slice(0, 7)), jour)).toBe(date.getUTCDate() - 1)
      })
    )
  })

  test('le jour est celui de Paris, quelle que soit l’heure du serveur', () => {
    expect(jourDe(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01')
  })
})
