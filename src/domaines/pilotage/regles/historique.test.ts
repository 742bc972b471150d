import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { direActe, direChamp, direValeur, idsCites, raconterActe, type ChangementLu } from './historique.ts'

const ID = '0199a000-0000-7000-8000-000000000001'
const AUTRE = '0199a000-0000-7000-8000-000000000002'
const quand = new Date('2026-11-22T10:00:00Z')
const changement = (autres: Partial<ChangementLu>): ChangementLu => ({
  survenuLe: quand,
  gesteId: null,
  acteurNom: 'Camille',
  acte: 'structure.modifier',
  objetTable: 'structures',
  objetId: ID,
  racineId: ID,
  avant: null,
  apres: null,
  ...autres
})
const sans = new Map<string, string>()
const seul = (autres: Partial<ChangementLu>, noms: ReadonlyMap<string, string> = sans) =>
  raconterActe([changement(autres)], noms, 1)

describe('raconter un changement', () => {
  test('un acte connu est dit en mots, un acte inconnu par ce qu’il a fait', () => {
    expect(direActe('contrat.signer', [])).toBe('a signé le contrat')
    expect(direActe('fusee.lancer', [{ avant: null, apres: {} }])).toBe('a fait un ajout')
    expect(direActe('fusee.lancer', [{ avant: {}, apres: null }])).toBe('a fait un retrait')
    expect(direActe('fusee.lancer', [{ avant: {}, apres: {} }])).toBe('a fait une modification')
  })

  test('une retouche montre les seuls champs qui ont changé, de quoi à quoi, en français', () => {
    const acte = seul({
      avant: { id: ID, nom: 'ARS', cle_nom: 'ars', type: 'autre', interne: false },
      apres: { id: ID, nom: 'ARS', cle_nom: 'ars ', type: 'ars', interne: true }
    })
    expect(acte).toMatchObject({ qui: 'Camille', quoi: 'a corrigé une structure' })
    expect(acte.retouches).toMatchObject([{ objet: 'Structure', nom: 'ARS', sorte: 'retouche' }])
    expect(acte.retouches[0]!.differences).toEqual([
      { champ: 'Type', avant: 'Autre structure', apres: 'Agence régionale de santé (ARS)' },
      { champ: 'Interne à la collectivité', avant: 'non', apres: 'oui' }
    ])
  })

  test('un retrait et un retour se disent, sans date technique', () => {
    expect(
      seul({ avant: { nom: 'A', supprime_le: null }, apres: { nom: 'A', supprime_le: '2026-11-22T10:00:00+00:00' } }).retouches
    ).toEqual([{ objet: 'Structure', nom: 'A', racineId: ID, sorte: 'mise_de_cote', differences: [] }])
    expect(
      seul({ avant: { nom: 'A', supprime_le: '2026-11-22T10:00:00+00:00' }, apres: { nom: 'A', supprime_le: null } })
        .retouches[0]!.sorte
    ).toBe('retour')
  })

  test('deux cents invitations d’un geste se disent par les premières, et les autres se comptent', () => {
    const invitations = Array.from({ length: 200 }, () =>
      changement({ acte: 'seance.convoquer', objetTable: 'invitations', apres: { courriel: 'lou@cpts.fr' } })
    )
    const acte = raconterActe(
      [
        changement({ acte: 'seance.convoquer', objetTable: 'seances', avant: { lieu: 'A' }, apres: { lieu: 'B' } }),
        ...invitations
      ],
      sans,
      201
    )
    expect(acte.retouches.map(({ objet }) => objet)).toEqual(['Séance', 'Invitation', 'Invitation', 'Invitation'])
    expect(acte.autres).toBe(197)
    expect(raconterActe(invitations.slice(0, 4), sans, 4)).toMatchObject({ autres: 0, retouches: { length: 4 } })
  })

  test('un ajout dit ce qu’il contient, pas ce qu’il laisse vide', () => {
    expect(
      seul({ avant: null, apres: { id: ID, nom: 'A', sigle: null, interne: false, publics: [] } }).retouches[0]!.differences
    ).toEqual([{ champ: 'Nom', avant: null, apres: 'A' }])
  })

  test('une référence se dit par son nom, ou par ce qu’elle désigne, jamais par son numéro', () => {
    expect(direValeur('fonctions', 'structure_id', ID, new Map([[ID, 'CPAM']]))).toBe('CPAM')
    expect(direValeur('fonctions', 'structure_id', ID, sans)).toBe('une structure')
    expect(direValeur('fonctions', 'chose_id', ID, sans)).toBe('un autre élément')
  })

  test('les dates, les montants et les listes se lisent', () => {
    expect(direValeur('contrats', 'signe_le', '2022-03-07', sans)).toBe('7 mars 2022')
    expect(direValeur('fiches', 'budget_previsionnel', 1_250_000, sans)?.replace(/\s/g, ' ')).toBe('12 500 €')
    expect(direValeur('fiches', 'ages', ['enfance', 'seniors'], sans)).toBe('Enfance, Seniors')
    expect(direValeur('quartiers', 'contour', { type: 'MultiPolygon' }, sans)).toBe('un contour dessiné')
    expect(direValeur('collectivites', 'parties_requises', ['ars'], sans)).toBe('l’agence régionale de santé')
  })

  test('un champ inconnu se lit comme des mots', () => {
    expect(direChamp('machins', 'date_de_lancement')).toBe('Date de lancement')
    expect(direChamp('structures', 'categorie')).toBe('Catégorie')
  })

  test('deux cents corrections qui disent la même chose se disent par les premières, celles qui diffèrent toutes', () => {
    const relances = Array.from({ length: 50 }, (_, rang) =>
      changement({
        acte: 'seance.relancer',
        objetTable: 'invitations',
        avant: { relancee: false, remplacant: null },
        apres: { relancee: true, remplacant: rang === 40 ? 'Léa' : null }
      })
    )
    const { retouches, autres } = raconterActe(relances, sans, 200)
    expect([retouches.map(({ differences }) => differences.length), autres]).toEqual([[1, 1, 1, 2], 196])
  })

  test('les changements d’un geste se racontent ensemble, une réécriture à l’identique ne se raconte pas', () => {
    expect(
      raconterActe([changement({ apres: { nom: 'A' } }), changement({ apres: { nom: 'B' } })], sans, 2).retouches
    ).toHaveLength(2)
    expect(seul({ avant: { nom: 'B', rang: 1 }, apres: { nom: 'B', rang: 2 } })).toMatchObject({ retouches: [], autres: 0 })
  })

  test('rien de ce que la base peut garder ne fait tomber le récit, ni n’y laisse un numéro ou du JSON', () => {
    const ligne = fc.option(
      fc.dictionary(
        fc.constantFrom('nom', 'type', 'ages', 'structure_id', 'inconnu', 'supprime_le', 'contour', 'montant'),
        fc.oneof(fc.jsonValue(), fc.constant(ID))
      ),
      { nil: null }
    )
    fc.assert(
      fc.property(ligne, ligne, (avant, apres) => {
        const acte = raconterActe([changement({ objetTable: 'inconnus', avant, apres })], sans, 1)
        const textes = acte.retouches.flatMap((retouche) => retouche.differences.flatMap(({ avant: de, apres: a }) => [de, a]))
        return textes.every((texte) => texte === null || !texte.includes(ID))
      })
    )
  })
})

test('les objets à nommer sont ceux que les changements citent, une fois chacun', () => {
  expect(
    idsCites([changement({ apres: { collectivite_id: AUTRE, structure_id: ID, ids: [ID, AUTRE], nom: 'A' } })]).sort()
  ).toEqual([ID, AUTRE])
  expect(idsCites([changement({ apres: { collectivite_id: AUTRE } })])).toEqual([ID])
})
