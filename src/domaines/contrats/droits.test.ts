import { expect, test } from 'vitest'
import { ROLES, SYSTEME, type Membre } from '#platform/acteur.ts'
import { peutDeclarerSignature, peutEcrireContrat } from './droits.ts'

const membre = (role: Membre['role']): Membre => ({ sorte: 'membre', compteId: '', nom: '', role, administrateur: true })

test('le contrat est écrit par la coordination, et sa signature déclarée par elle ou par la direction', () => {
  expect(ROLES.filter((role) => peutEcrireContrat(membre(role)))).toEqual(['coordination'])
  expect(ROLES.filter((role) => peutDeclarerSignature(membre(role)))).toEqual(['coordination', 'direction'])
  for (const peut of [peutEcrireContrat, peutDeclarerSignature]) expect(peut(SYSTEME)).toBe(true)
})

test('administrer la plateforme ne donne aucun droit sur le contrat d’un territoire', () => {
  for (const peut of [peutEcrireContrat, peutDeclarerSignature]) expect(peut(membre(null))).toBe(false)
})
