import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lireListeDAxes } from './liste-d-axes.ts'

const lire = (texte: string) => lireListeDAxes(texte).map(({ intitule, profondeur }) => `${'>'.repeat(profondeur)}${intitule}`)

describe('R-070 · une liste d’axes collée d’une lettre ou d’un tableur', () => {
  test('un axe par ligne, les lignes vides ne comptent pas', () => {
    expect(lire('Accès aux soins\n\n  \nSanté mentale\n')).toEqual(['Accès aux soins', 'Santé mentale'])
  })
  test('les numéros disent les niveaux, et ne restent pas dans l’intitulé', () => {
    expect(lire('Axe 1 : Accès aux soins\n1.1 Droits\n1.2. Parcours\n2) Santé mentale')).toEqual([
      'Accès aux soins',
      '>Droits',
      '>Parcours',
      'Santé mentale'
    ])
  })
  test('sans numéros, le retrait les dit : espaces, tabulation ou tiret', () => {
    expect(lire('Accès aux soins\n  - Droits\n\tParcours\nSanté mentale')).toEqual([
      'Accès aux soins',
      '>Droits',
      '>Parcours',
      'Santé mentale'
    ])
  })
  test('un niveau n’est jamais sauté, quoi qu’on colle', () => {
    expect(lire('1.1.1 Profond\n1 Haut')).toEqual(['Profond', 'Haut'])
    fc.assert(
      fc.property(fc.string(), (texte) => {
        let avant = -1
        for (const { profondeur } of lireListeDAxes(texte)) {
          expect(profondeur).toBeLessThanOrEqual(avant + 1)
          avant = profondeur
        }
      })
    )
  })
})
