import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { champsFicheSchema } from '../schema/saisies.ts'
import { CHAMPS_DES_SECTIONS, confronter, instantane } from './confronter.ts'

const textes = (contexte: string | null, description: string | null) => instantane('textes', { contexte, description })!

describe('deux personnes sur une même fiche', () => {
  test('personne d’autre n’a écrit : tout s’enregistre', () => {
    const lu = textes('Peu de médecins.', null)
    expect(confronter('textes', lu, lu, { contexte: 'Aucun médecin.' })).toEqual({ garder: { contexte: 'Aucun médecin.' } })
  })
  test('chacune son champ : les deux restent, et ce que l’on n’a pas touché n’est pas réécrit', () => {
    const [lu, actuel] = [textes('Peu de médecins.', null), textes('Peu de médecins.', 'Un bus.')]
    const voulu = { contexte: 'Aucun médecin.', description: null }
    expect(confronter('textes', lu, actuel, voulu)).toEqual({ garder: { contexte: 'Aucun médecin.' } })
  })
  test('le même champ, deux versions : rien ne s’écrit, et l’on dit lequel', () => {
    const [lu, actuel] = [textes('A', null), textes('B', null)]
    expect(confronter('textes', lu, actuel, { contexte: 'C', description: null })).toEqual({ conflits: ['contexte'] })
  })
  test('le même champ, la même version : il n’y a pas de conflit', () => {
    expect(confronter('textes', textes('A', null), textes('B', null), { contexte: 'B' })).toEqual({ garder: { contexte: 'B' } })
  })
  test('une liste se compare entière : changée par une autre, elle est en conflit', () => {
    const liste = (...etapes: string[]) => instantane('etapes', { etapes })!
    expect(confronter('etapes', liste('a'), liste('a', 'b'), { etapes: ['c'] })).toEqual({ conflits: ['etapes'] })
    expect(confronter('etapes', liste('a'), liste('a'), { etapes: ['c'] })).toEqual({ garder: { etapes: ['c'] } })
  })
  test('un relevé noté entre-temps ne gêne pas la description de l’indicateur', () => {
    const avec = (...valeurs: number[]) => instantane('indicateurs', { indicateurs: [{ intitule: 'Vus', valeurs }] })!
    expect(confronter('indicateurs', avec(1), avec(1, 2), { indicateurs: [] })).toEqual({ garder: { indicateurs: [] } })
  })
  test('ce qui revient du formulaire et n’en vient pas ne casse rien : au doute, on montre', () => {
    fc.assert(
      fc.property(fc.string(), (faux) => {
        const fait = confronter('textes', faux, textes('B', null), { contexte: 'C' })
        expect('conflits' in fait && fait.conflits).toEqual(['contexte'])
      })
    )
  })
  test('tout champ d’une section champ par champ est un champ de la fiche', () => {
    for (const section of ['titre', 'textes', 'bref', 'suivi'])
      for (const champ of CHAMPS_DES_SECTIONS[section]!) expect(champsFicheSchema.shape).toHaveProperty(champ)
  })
})
