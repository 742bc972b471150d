import { describe, expect, test } from 'vitest'
import { lirePassage } from '../schema/statuts.ts'
import { adresseDeLaVue, estFiltree, lireVue } from '../schema/portefeuille.ts'
import { STATUTS, type Statut } from '../schema/mots.ts'
import { colonnesDesStatuts, titreDesStatuts } from './statuts.ts'

const colonne = (statut: Statut | null, nombre: number, echues = 0) => ({ statut, nombre, echues, cartes: [] })

describe('le tableau des statuts', () => {
  test('a toujours ses neuf colonnes, ce qui n’est pas dit en tête', () => {
    const rangees = colonnesDesStatuts([colonne('realise', 2), colonne(null, 1)])
    expect(rangees.map(({ statut }) => statut)).toEqual([null, ...STATUTS])
    expect(rangees.map(({ nombre }) => nombre)).toEqual([1, 0, 0, 0, 2, 0, 0, 0, 0])
  })

  test.each([
    [[], 'Aucune action à classer'],
    [[colonne('en_cours', 9, 1), colonne('bloque', 1, 1)], '10 actions, 9 en cours, 2 à l’échéance passée'],
    [[colonne(null, 3)], '3 actions dont personne n’a dit le statut'],
    [[colonne(null, 3), colonne('en_cours', 1)], '4 actions, 1 en cours, 3 au statut non précisé'],
    [[colonne('en_cours', 1)], '1 action, en cours, aucune à l’échéance passée'],
    [[colonne('realise', 4)], '4 actions, aucune en cours, aucune à l’échéance passée']
  ])('dit d’abord ce qui demande du travail %#', (colonnes, dit) => {
    expect(titreDesStatuts(colonnes)).toBe(dit)
  })

  test('le passage d’une carte se lit dans l’adresse, et une adresse abîmée n’en dit aucun', () => {
    const id = '01a20186-0024-71e3-9d30-a3bf85bbfa4b'
    expect(lirePassage(new URLSearchParams({ passee: id, de: 'en_cours' }))).toEqual({ id, de: 'en_cours' })
    expect(lirePassage(new URLSearchParams({ passee: id, de: '' }))).toEqual({ id, de: null })
    for (const abimee of [{ passee: id }, { passee: 'x', de: '' }, { passee: id, de: 'parti' }, { de: '' }])
      expect(lirePassage(new URLSearchParams(abimee as Record<string, string>))).toBeNull()
  })
})

describe('une façon de voir le portefeuille', () => {
  test('garde les filtres dans l’adresse, le statut non dit et les années du calendrier aussi', () => {
    const vue = lireVue(new URLSearchParams('statut=non_dit&an=tout&q=bus'))
    expect(vue).toMatchObject({ statut: 'non_dit', an: 'tout', q: 'bus' })
    expect(adresseDeLaVue(vue)).toBe('?q=bus&statut=non_dit&an=tout')
    expect(lireVue(new URLSearchParams('an=2026')).an).toBe(2026)
    for (const an of ['', 'hier', '12', '99999']) expect(lireVue(new URLSearchParams({ an })).an).toBeUndefined()
  })

  test('n’est filtrée que par ce qui laisse des actions de côté', () => {
    expect(estFiltree(lireVue(new URLSearchParams('grouper=statut&tri=titre&col=budget&an=2026&page=2')))).toBe(false)
    expect(estFiltree(lireVue(new URLSearchParams('q=bus')))).toBe(true)
    expect(estFiltree(lireVue(new URLSearchParams('statut=non_dit')))).toBe(true)
  })
})
