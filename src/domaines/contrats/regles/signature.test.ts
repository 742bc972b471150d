import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PARTIES_REQUISES } from '#domaines/territoires/schema.ts'
import { TYPES_STRUCTURE } from '#domaines/partenaires/schema.ts'
import { ROLES_SIGNATAIRE } from '../schema.ts'
import { grouperSignataires, manquesPourSigner, partieDe, type SignatairePresent } from './signature.ts'

const VILLE: SignatairePresent = { role: 'porteur', type: 'commune' }
const ARS: SignatairePresent = { role: 'obligatoire', type: 'ars' }
const PREFECTURE: SignatairePresent = { role: 'obligatoire', type: 'prefecture' }
const PERIODE = { debut: '2027', fin: '2031' }

describe('ce qui manque pour signer', () => {
  test('R-001 · la collectivité, l’ARS et la préfecture : chacune manque tant qu’elle n’est pas parmi les signataires', () => {
    expect(manquesPourSigner(PERIODE, [], PARTIES_REQUISES)).toEqual([
      { sorte: 'partie', partie: 'collectivite' },
      { sorte: 'partie', partie: 'ars' },
      { sorte: 'partie', partie: 'prefecture' }
    ])
    expect(manquesPourSigner(PERIODE, [VILLE, ARS], PARTIES_REQUISES)).toEqual([{ sorte: 'partie', partie: 'prefecture' }])
    expect(manquesPourSigner(PERIODE, [VILLE, ARS, PREFECTURE], PARTIES_REQUISES)).toEqual([])
  })

  test('R-001 · un territoire peut demander moins de parties, et seulement celles-là sont attendues', () => {
    expect(manquesPourSigner(PERIODE, [VILLE, ARS], ['collectivite', 'ars'])).toEqual([])
    expect(manquesPourSigner(PERIODE, [VILLE, PREFECTURE], ['collectivite', 'ars'])).toEqual([{ sorte: 'partie', partie: 'ars' }])
  })

  test('R-008 · une période dont le début ou la fin n’est pas dit empêche de signer', () => {
    const parties = [VILLE, ARS, PREFECTURE]
    expect(manquesPourSigner({ debut: null, fin: '2031' }, parties, PARTIES_REQUISES)).toEqual([{ sorte: 'debut' }])
    expect(manquesPourSigner({ debut: '2027', fin: null }, parties, PARTIES_REQUISES)).toEqual([{ sorte: 'fin' }])
  })

  test('R-001 · R-002 · ajouter d’autres signataires, quels qu’ils soient, ne remplace jamais une partie qui manque', () => {
    const autre = fc.record({
      role: fc.constantFrom(...ROLES_SIGNATAIRE.filter((role) => role !== 'porteur')),
      type: fc.constantFrom(...TYPES_STRUCTURE.filter((type) => !['ars', 'prefecture', 'etat'].includes(type)))
    })
    fc.assert(
      fc.property(fc.array(autre, { maxLength: 12 }), fc.subarray([VILLE, ARS, PREFECTURE]), (autres, presents) => {
        expect(manquesPourSigner(PERIODE, [...presents, ...autres], PARTIES_REQUISES)).toEqual(
          manquesPourSigner(PERIODE, presents, PARTIES_REQUISES)
        )
      })
    )
  })
})

describe('la partie qu’un signataire représente', () => {
  test('R-001 · l’ARS et la préfecture se reconnaissent à ce qu’elles sont, quel que soit leur rôle', () => {
    for (const role of ROLES_SIGNATAIRE) {
      expect(partieDe({ role, type: 'ars' })).toBe('ars')
      expect(partieDe({ role, type: 'prefecture' })).toBe('prefecture')
    }
  })

  test('R-001 · la collectivité est celle qui porte le contrat ; une commune qui s’y joint ne l’est pas', () => {
    expect(partieDe({ role: 'porteur', type: 'epci' })).toBe('collectivite')
    expect(partieDe({ role: 'autre', type: 'commune' })).toBeNull()
    expect(partieDe({ role: 'obligatoire', type: 'departement' })).toBeNull()
  })
})

test('R-004 · les signataires se lisent en deux groupes, le socle d’abord porté par son porteur, puis les autres dans leur ordre', () => {
  const gens = [
    { nom: 'CPAM', role: 'autre' },
    { nom: 'ARS', role: 'obligatoire' },
    { nom: 'Université', role: 'autre' },
    { nom: 'Ville', role: 'porteur' },
    { nom: 'Préfecture', role: 'obligatoire' }
  ] as const
  const { socle, autres } = grouperSignataires(gens)
  expect(socle.map(({ nom }) => nom)).toEqual(['Ville', 'ARS', 'Préfecture'])
  expect(autres.map(({ nom }) => nom)).toEqual(['CPAM', 'Université'])
})
