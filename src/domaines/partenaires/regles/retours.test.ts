import { describe, expect, test } from 'vitest'
import { lireMotsDeLaPoste, lireRapport } from './retours.ts'

const rapport = (champs: string) =>
  `Reporting-MTA: dns; mx.exemple.fr\r\nArrival-Date: Mon, 23 Nov 2026 10:00:00 +0100\r\n\r\n${champs}\r\n`

describe('R-090 · ce qu’un serveur de courrier dit d’une lettre', () => {
  test('une adresse qui n’existe pas est un refus', () =>
    expect(
      lireRapport(
        rapport(
          'Final-Recipient: rfc822; Lou@CPTS.fr\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 <lou@cpts.fr>:\r\n    Recipient address rejected: User unknown'
        )
      )
    ).toEqual({
      gravite: 'refuse',
      statut: '5.1.1',
      diagnostic: '550 5.1.1 <lou@cpts.fr>: Recipient address rejected: User unknown',
      courriels: ['lou@cpts.fr']
    }))
  test('un retard n’est pas un refus : le serveur essaie encore', () =>
    expect(lireRapport(rapport('Final-Recipient: rfc822; lou@cpts.fr\r\nAction: delayed\r\nStatus: 4.4.1'))).toMatchObject({
      gravite: 'retarde',
      statut: '4.4.1'
    }))
  test('un serveur qui renonce après des jours refuse, même si la cause pouvait passer', () =>
    expect(lireRapport(rapport('Final-Recipient: rfc822; lou@cpts.fr\r\nAction: failed\r\nStatus: 4.4.7'))!.gravite).toBe(
      'refuse'
    ))
  test.each([
    ['5.2.2', 'refuse'],
    ['4.2.2', 'retarde'],
    ['2.0.0', 'rien']
  ])('sans action dite, le statut %s dit « %s »', (statut, gravite) =>
    expect(lireRapport(rapport(`Final-Recipient: rfc822; lou@cpts.fr\r\nStatus: ${statut}`))!.gravite).toBe(gravite)
  )
  test('une remise confirmée ne dit rien de grave', () =>
    expect(lireRapport(rapport('Final-Recipient: rfc822; a@b.fr\r\nAction: relayed\r\nStatus: 2.0.0'))!.gravite).toBe('rien'))
  test('l’adresse d’origine compte, quand le courriel a été réexpédié', () =>
    expect(
      lireRapport(
        rapport(
          'Original-Recipient: rfc822;lou@cpts.fr\r\nFinal-Recipient: rfc822;l.petit@autre.fr\r\nAction: failed\r\nStatus: 5.0.0'
        )
      )!.courriels
    ).toEqual(['lou@cpts.fr', 'l.petit@autre.fr']))
  test('de plusieurs adresses, celle qui est refusée parle', () =>
    expect(
      lireRapport(
        `${rapport('Final-Recipient: rfc822; a@b.fr\r\nAction: delayed\r\nStatus: 4.0.0')}\r\nFinal-Recipient: rfc822; c@d.fr\r\nAction: failed\r\nStatus: 5.7.1\r\n`
      )
    ).toMatchObject({ gravite: 'refuse', courriels: ['c@d.fr'] }))
  test.each(['', 'n’importe quoi', 'Reporting-MTA: dns; x.fr', '\0\0', ':::\n\n:::'])('« %s » ne dit rien', (texte) =>
    expect(lireRapport(texte)).toBeNull()
  )
  test('un serveur qui écrit en toutes lettres est compris à son code', () => {
    expect(
      lireMotsDeLaPoste(
        'Hi. This is the qmail-send program at mail.exemple.fr.\nI’m afraid I wasn’t able to deliver your message.\n\n<lou@cpts.fr>:\n550 5.1.1 No mailbox here by that name.\n'
      )
    ).toMatchObject({ gravite: 'refuse', statut: '5.1.1', diagnostic: '550 5.1.1 No mailbox here by that name.' })
    expect(lireMotsDeLaPoste('Your message is delayed.\nRemote host said: 451 Try again later')).toMatchObject({
      gravite: 'retarde'
    })
    expect(lireMotsDeLaPoste('Warning: 5.0.0 delayed, will be retried')).toMatchObject({ gravite: 'retarde' })
    expect(lireMotsDeLaPoste('Je suis absente jusqu’au 5.12.26. Au retour, appelez le poste 467.')).toBeNull()
    expect(lireMotsDeLaPoste('Rien à dire.')).toBeNull()
  })
})
