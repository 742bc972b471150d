import { expect, test } from 'vitest'
import { apresUnEchec, prochainEssai } from './remise.ts'

test.each([
  ['une adresse inconnue est refusée, et les autres partent', { responseCode: 550, command: 'RCPT TO' }, 'refuse', 'personne'],
  [
    'une lettre que le serveur ne veut pas est refusée',
    { responseCode: 552, command: 'DATA', remise: true },
    'refuse',
    'personne'
  ],
  ['un serveur hors d’atteinte laisse tout à envoyer', { code: 'ESOCKET', command: 'CONN' }, 'pret', 'toutes'],
  ['un mot de passe refusé n’accuse pas la personne', { responseCode: 535, command: 'AUTH PLAIN' }, 'pret', 'toutes'],
  ['une boîte pleine n’attend que pour elle', { responseCode: 452, command: 'RCPT TO' }, 'pret', 'elle'],
  [
    'un serveur qui demande de revenir fait attendre sa lettre',
    { responseCode: 451, command: 'DATA', remise: true },
    'pret',
    'elle'
  ],
  [
    'un serveur qui s’en va fait attendre toutes les lettres',
    { responseCode: 421, command: 'DATA', remise: true },
    'pret',
    'toutes'
  ],
  ['un silence après la remise est un doute', { code: 'ECONNECTION', command: 'CONN', remise: true }, 'doute', 'personne'],
  ['un silence avant la remise n’en est pas un', { code: 'ECONNECTION', command: 'CONN', remise: false }, 'pret', 'toutes']
])('R-090 · %s', (_, echec, etat, attend) => {
  expect(apresUnEchec(echec)).toEqual({ etat, attend })
})

test('R-090 · une lettre qui attend est essayée de plus en plus tard, trois jours durant', () => {
  const essaye = (minutes: number) => {
    const maintenant = new Date('2026-11-23T10:00:00Z')
    const suivant = prochainEssai(new Date(maintenant.getTime() - minutes * 60_000), maintenant)
    return suivant && (suivant.getTime() - maintenant.getTime()) / 60_000
  }
  expect([0, 9, 30, 120, 600, 4_320].map(essaye)).toEqual([10, 10, 30, 120, 240, 240])
  expect(essaye(4_321)).toBeNull()
})
