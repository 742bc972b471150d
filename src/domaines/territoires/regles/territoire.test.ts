import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ADRESSES_GARDEES, slugLibre } from './territoire.ts'

describe('l’adresse d’un territoire', () => {
  test('c’est son nom sans sa forme civile', () => {
    expect(slugLibre('Ville de Villiers-sur-Marne', [])).toBe('villiers-sur-marne')
  })
  test('elle prend un numéro quand un autre la porte', () => {
    expect(slugLibre('Ville de Saint-Denis', ['saint-denis', 'saint-denis-2'])).toBe('saint-denis-3')
  })
  test('elle ne prend jamais la place d’une page de Tisserand', () => {
    expect(slugLibre('Public', [])).toBe('public-2')
    const pages = ['src/routes', 'src/routes/(public)', 'src/routes/(espace)'].flatMap((dossier) =>
      readdirSync(dossier, { withFileTypes: true })
        .filter((entree) => entree.isDirectory() && /^[a-z]/.test(entree.name))
        .map(({ name }) => name)
    )
    expect(pages.toSorted()).toEqual(ADRESSES_GARDEES)
  })
})
