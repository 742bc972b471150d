import { describe, expect, test } from 'vitest'
import { ceQuiAttend, peutPartir, prochainesEtapes } from './espace.ts'

describe('R-160 · le lien de son espace', () => {
  const lou = { courriel: 'lou@cpts.fr', courriels: 'tous' as const }

  test('part à qui a une adresse, que la coordination l’envoie ou qu’elle le demande', () => {
    for (const parElle of [true, false]) expect(peutPartir(lou, { recent: false, parElle })).toEqual({ courriel: 'lou@cpts.fr' })
  })

  test('ne part pas sans adresse, et la coordination apprend pourquoi', () => {
    expect(peutPartir({ ...lou, courriel: null }, { recent: false, parElle: false })).toEqual({ refus: 'sans_adresse' })
  })

  test('qui ne veut plus rien recevoir n’en reçoit pas de la coordination, mais l’obtient si elle le demande', () => {
    const elle = { ...lou, courriels: 'aucun' as const }
    expect(peutPartir(elle, { recent: false, parElle: false })).toEqual({ refus: 'ne_veut_rien' })
    expect(peutPartir(elle, { recent: false, parElle: true })).toEqual({ courriel: 'lou@cpts.fr' })
  })

  test('il n’en part pas deux dans l’heure', () => {
    expect(peutPartir(lou, { recent: true, parElle: true })).toEqual({ refus: 'lien_recent' })
  })
})

describe('R-160 · ce qui attend une personne', () => {
  const invitation = { jour: '2030-12-09', annulee: false, reponse: null, aConfirmer: false }
  const rien = { invitations: [], taches: [], demandes: [] }
  const compter = (dits: Partial<Parameters<typeof ceQuiAttend>[0]>) => ceQuiAttend({ ...rien, ...dits }, '2030-12-01')

  test('les invitations sans réponse, les tâches à faire et les nouvelles demandées', () => {
    expect(
      ceQuiAttend({ invitations: [invitation], taches: [{ faiteLe: null }], demandes: [{ reponduLe: null }] }, '2030-12-01')
    ).toBe(3)
  })

  test('ni ce qui a sa réponse, ni ce qui est fait', () => {
    expect(compter({ invitations: [{ ...invitation, reponse: 'vient' }] })).toBe(0)
    expect(compter({ taches: [{ faiteLe: '2030-11-30' }], demandes: [{ reponduLe: '2030-11-30' }] })).toBe(0)
  })

  test('une réponse donnée avant que la date ne change est redemandée', () => {
    const deplacee = { ...invitation, reponse: 'vient' as const, aConfirmer: true }
    expect(compter({ invitations: [deplacee] })).toBe(1)
    expect(compter({ invitations: [{ ...deplacee, annulee: true }] })).toBe(0)
  })

  test('une séance annulée ou passée n’attend plus personne', () => {
    expect(
      compter({
        invitations: [
          { ...invitation, annulee: true },
          { ...invitation, jour: '2030-11-30' }
        ]
      })
    ).toBe(0)
  })
})

test('R-160 · d’une action, trois étapes se lisent : la plus proche d’abord, celles qui n’ont pas de date à la fin', () => {
  const etapes = [
    { intitule: 'un jour', echeance: null },
    { intitule: 'fin 2030', echeance: '2030' },
    { intitule: 'en mars', echeance: '2030-03' },
    { intitule: 'le 15 mars', echeance: '2030-03-15' }
  ]
  expect(prochainesEtapes(etapes).map(({ intitule }) => intitule)).toEqual(['le 15 mars', 'en mars', 'fin 2030'])
  expect(prochainesEtapes(etapes.slice(0, 2)).map(({ intitule }) => intitule)).toEqual(['fin 2030', 'un jour'])
})
