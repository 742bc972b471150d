import { describe, expect, test } from 'vitest'
import { ecartsDesMandats } from './mandats.ts'

const contrat = (debut: string, fin: string) => ({ intitule: `CLS ${debut}-${fin}`, debut, fin })
const mandat = (debut: string | null, fin: string | null) => ({ intitule: 'Conseil citoyen', debut, fin })
const CERGY = [contrat('2011', '2016'), contrat('2020', '2022'), contrat('2023', '2028')]

describe('R-132 · les mandats et le calendrier du contrat', () => {
  test('un mandat qui commence sur un projet déjà en cours, et se renouvelle en son milieu, est nommé en deux phrases', () => {
    expect(ecartsDesMandats([mandat('2020-07', '2026-06')], CERGY)).toEqual([
      'Le mandat «\u00a0Conseil citoyen\u00a0» commence en juillet 2020, 6 mois après «\u00a0CLS 2020-2022\u00a0»\u00a0: il trouve un projet écrit sans lui.',
      'Le mandat «\u00a0Conseil citoyen\u00a0» finit en juin 2026, au milieu de «\u00a0CLS 2023-2028\u00a0»\u00a0: les suivants arriveront sur un projet déjà en cours.'
    ])
  })

  test('un mandat qui finit dans les six mois d’avant la fin du contrat manque son renouvellement', () => {
    expect(ecartsDesMandats([mandat(null, '2028-08')], CERGY)).toEqual([
      'Le mandat «\u00a0Conseil citoyen\u00a0» finit en août 2028, 4 mois avant «\u00a0CLS 2023-2028\u00a0»\u00a0: qui l’a suivi ne sera plus là pour le renouveler.'
    ])
    expect(ecartsDesMandats([mandat(null, '2028-06-30')], CERGY)[0]).toMatch(/finit le 30 juin 2028, 6 mois avant/)
    expect(ecartsDesMandats([mandat(null, '2028-05')], CERGY)[0]).toMatch(/au milieu de/)
  })

  test('un mandat qui finit dans les six mois d’avant un contrat l’a préparé pour d’autres', () => {
    expect(ecartsDesMandats([mandat(null, '2019-09')], CERGY)).toEqual([
      'Le mandat «\u00a0Conseil citoyen\u00a0» finit en septembre 2019, 3 mois avant que «\u00a0CLS 2020-2022\u00a0» commence\u00a0: qui l’a préparé n’y siégera plus.'
    ])
    expect(ecartsDesMandats([mandat(null, '2019-05')], CERGY)).toEqual([])
  })

  test('des mandats et un contrat qui coïncident ne disent rien ; ni sans date, ni hors de tout contrat', () => {
    expect(ecartsDesMandats([mandat('2023', '2028'), mandat('2023-01', '2028-12'), mandat(null, null)], CERGY)).toEqual([])
    expect(ecartsDesMandats([mandat('2017', '2018')], CERGY)).toEqual([])
    expect(ecartsDesMandats([mandat('2020', '2022')], []), 'sans contrat').toEqual([])
  })
})
