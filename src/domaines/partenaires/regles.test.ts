import { describe, expect, test } from 'vitest'
import { direAnnuaire, GROUPES_DE_TYPES, TYPE_STRUCTURE } from './libelles.ts'
import { categorieDuType, couvertureDesCategories, typeDuNom } from './regles.ts'
import { CATEGORIES_STRUCTURE, TYPES_STRUCTURE } from './schema.ts'

test.each([
  ['ARS Île-de-France', 'ars'],
  ['Préfecture du Val-d’Oise', 'prefecture'],
  ['CACP', 'epci'],
  ['Conseil départemental 95', 'departement'],
  ['CPAM 95', 'cpam'],
  ['DSDEN 95', 'education_nationale'],
  ['GHT NOVO', 'ght']
])('R-003 · le signataire « %s » du contrat de Cergy est reconnu à son nom', (nom, type) => expect(typeDuNom(nom)).toBe(type))

test.each([
  ['AP-HP', 'hopital'],
  ['GHU Mondor', 'hopital'],
  ['CHIC', 'hopital'],
  ['UPEC', 'universite'],
  ['Conseil de l’Ordre des médecins', 'ordre_professionnel'],
  ['CPTS du territoire', 'cpts'],
  ['Mutuelle JUST', 'mutuelle']
])('R-005 · le partenaire « %s » du contrat de Créteil est reconnu à son nom', (nom, type) => expect(typeDuNom(nom)).toBe(type))

test('un nom qui ne dit rien reste « autre »', () => expect(typeDuNom('Les Amis du canal')).toBe('autre'))

describe('les huit catégories', () => {
  test('R-007 · une catégorie sans personne est comptée à zéro, et ce qui est hors catégorie n’y entre pas', () => {
    const couverture = couvertureDesCategories([
      { categorie: 'medical', nombre: 2 },
      { categorie: 'medical', nombre: 1 },
      { categorie: null, nombre: 9 }
    ])
    expect(couverture.map(({ categorie }) => categorie)).toEqual(CATEGORIES_STRUCTURE)
    expect(couverture.find(({ categorie }) => categorie === 'medical')).toEqual({ categorie: 'medical', nombre: 3 })
    expect(couverture.filter(({ nombre }) => nombre === 0)).toHaveLength(7)
  })

  test('R-007 · chacune des huit est la catégorie d’au moins un type', () => {
    expect(new Set(TYPES_STRUCTURE.map(categorieDuType))).toEqual(new Set([...CATEGORIES_STRUCTURE, null]))
  })

  test('R-007 · l’annuaire dit d’abord ce qui n’est pas couvert', () => {
    const vides = (nombre: number) => Array.from({ length: 8 }, (_, rang) => ({ nombre: rang < nombre ? 0 : 1 }))
    expect(direAnnuaire(17, 5, vides(3))).toBe('17 structures, dont 5 internes\u202f; 3\u00a0catégories sur 8 sans personne')
    expect(direAnnuaire(1, 0, vides(0))).toBe('1 structure\u202f; les 8 catégories sont représentées')
    expect(direAnnuaire(0, 0, vides(8))).toBe('L’annuaire est encore vide')
  })
})

test('R-003 · la liste à choisir propose chaque type une fois, sous un groupe', () => {
  const proposes = GROUPES_DE_TYPES.flatMap(({ types }) => types)
  expect([...proposes].sort()).toEqual([...TYPES_STRUCTURE].sort())
  expect(Object.keys(TYPE_STRUCTURE).sort()).toEqual([...TYPES_STRUCTURE].sort())
})
