import { expect, test } from 'vitest'
import { apresUnEchec } from './remise.ts'

test.each([
  ['une adresse inconnue est refusée, et les autres partent', { responseCode: 550, command: 'RCPT TO' }, 'refuse', false],
  ['une lettre que le serveur ne veut pas est refusée', { responseCode: 552, command: 'DATA' }, 'refuse', false],
  ['un serveur hors d’atteinte laisse la lettre à envoyer', { code: 'ECONNREFUSED', command: 'CONN' }, 'pret', true],
  ['un mot de passe refusé n’accuse pas la personne', { responseCode: 535, command: 'AUTH PLAIN' }, 'pret', true],
  ['un serveur qui demande d’attendre laisse la lettre à envoyer', { responseCode: 451, command: 'RCPT TO' }, 'pret', true],
  ['un silence après la remise est un doute', { code: 'ETIMEDOUT', command: 'DATA' }, 'doute', false]
])('R-090 · %s', (_, echec, etat, attendre) => {
  expect(apresUnEchec(echec)).toEqual({ etat, attendre })
})
