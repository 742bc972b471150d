import { describe, expect, test } from 'vitest'
import { NATURES_ENVOI } from '../schema/envois.ts'
import { accepteLaLettre } from './courriels.ts'

const recues = (courriels: 'tous' | 'lecture' | 'aucun', demandee = false) =>
  NATURES_ENVOI.filter((nature) => accepteLaLettre(courriels, nature, demandee))

describe('R-122 · ce que chacun accepte de recevoir', () => {
  test('qui a dit « plus rien » ne reçoit plus rien', () => expect(recues('aucun')).toEqual([]))
  test('qui suit par les comptes rendus ne reçoit ni invitation, ni relance, ni demande de nouvelles', () =>
    expect(recues('lecture')).toEqual(['mise_a_jour', 'annulation', 'place', 'compte_rendu', 'taches', 'espace', 'contacts']))
  test('les autres reçoivent tout', () => expect(recues('tous')).toEqual([...NATURES_ENVOI]))
  test('ce que quelqu’un demande lui-même lui est envoyé', () => expect(recues('aucun', true)).toEqual([...NATURES_ENVOI]))
})
