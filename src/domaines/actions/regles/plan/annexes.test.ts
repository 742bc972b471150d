import { expect, test } from 'vitest'
import type { Cellule, Classeur } from '#platform/classeur.ts'
import { SANS_GUIDE } from '#domaines/contrats/regles/transversaux.ts'
import { COLONNES_DU_GUIDE, FEUILLES_ANNEXES } from '../../schema/annexes.ts'
import { lireAnnexes } from './annexes.ts'

const COLONNES = FEUILLES_ANNEXES.transversaux.colonnes
const lire = (...lignes: Cellule[][]) =>
  lireAnnexes({ base1904: false, feuilles: [{ nom: 'Axes transversaux', lignes }] } as unknown as Classeur)!.transversaux[0]

test('R-064 · les conseils et les exemples d’un axe transversal se lisent, un exemple par ligne', () => {
  const axe = lire(
    [...COLONNES, ...COLONNES_DU_GUIDE.flat()],
    ['Égalité', null, null, null, null, null, null, 'Comptez.', 'Trois.\nDeux.']
  )
  expect(axe).toMatchObject({ ...SANS_GUIDE, conseilConception: 'Comptez.', exemplesConception: ['Trois.', 'Deux.'] })
})

test('R-064 · un fichier sorti avant que les axes aient des conseils se lit comme avant', () => {
  expect(lire([...COLONNES], ['Égalité', 'Qui en est exclu ?'])).toMatchObject({ question: 'Qui en est exclu ?', ...SANS_GUIDE })
})
