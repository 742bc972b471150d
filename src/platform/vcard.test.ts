import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ecrireVcards, estUneCarte, lireVcards, type Carte } from './vcard.server.ts'

const octets = (texte: string) => new TextEncoder().encode(texte)
const lire = (...lignes: string[]) => {
  const lues = lireVcards(octets(lignes.join('\r\n')))
  if (!lues.ok) throw new Error(lues.raison)
  return lues
}
const carte = (...lignes: string[]) => lire('BEGIN:VCARD', ...lignes, 'END:VCARD').cartes[0]!

const texte = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 90 })
  .map((dit) =>
    dit
      .normalize('NFC')
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim()
  )
  .filter((dit) => dit !== '' && !dit.includes('\ufffd'))
const numero = fc.stringMatching(/^\+?[0-9]{1,3}( [0-9]{2}){1,4}$/)
const uneCarte: fc.Arbitrary<Carte> = fc.record({
  nom: texte,
  fonctions: fc.array(fc.record({ organisation: texte, titre: fc.option(texte) }), { maxLength: 3 }),
  courriels: fc.array(fc.emailAddress(), { maxLength: 2 }),
  telephones: fc.array(numero, { maxLength: 2 })
})

describe('les cartes de contact', () => {
  test('une photographie de plusieurs Mo, pliée en milliers de lignes, ne retient pas la lecture', () => {
    const pli = `\r\n ${'A'.repeat(74)}`
    const lue = carte('VERSION:3.0', 'FN:Léa Durand', `PHOTO;ENCODING=b;TYPE=JPEG:${pli.repeat(55_000)}`, 'ORG:CCAS')
    expect(lue).toMatchObject({ nom: 'Léa Durand', fonctions: [{ organisation: 'CCAS' }] })
  })

  test('un point-virgule codé ou protégé est du texte, pas une séparation', () => {
    expect(
      carte('VERSION:2.1', 'FN:Léa', 'ORG;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:CCAS=3B p=F4le Ville').fonctions
    ).toMatchObject([{ organisation: 'CCAS; pôle Ville' }])
    expect(carte('VERSION:3.0', 'FN:Durand\\, Léa\\; née X').nom).toBe('Durand, Léa; née X')
  })

  test('une carte écrite puis lue dit la même chose, avec ses virgules, ses points-virgules, ses lignes pliées et ses accents', () => {
    fc.assert(
      fc.property(fc.array(uneCarte, { minLength: 1, maxLength: 4 }), (cartes) => {
        const lues = lireVcards(ecrireVcards(cartes))
        expect(lues.ok && lues.cartes).toEqual(
          // an organisation that bears the name of its only contact is read as one
          cartes.map((une) => (une.fonctions[0]?.organisation === une.nom ? { ...une, nom: null } : une))
        )
      }),
      { numRuns: 300 }
    )
  })

  test('des octets quelconques ne font jamais tomber la lecture', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.string(), { maxLength: 8 }), (bruit, lignes) => {
        lireVcards(octets(bruit))
        lireVcards(octets(['BEGIN:VCARD', 'VERSION:4.0', ...lignes, 'END:VCARD'].join('\n')))
      })
    )
  })

  test('la version 3, plusieurs cartes, les groupes et ce qui n’est pas repris', () => {
    const { cartes, laisses } = lire(
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Roy;Ana;;Dr;',
      'FN:Ana Roy',
      'ORG:CPTS du Nord;Prévention',
      'TITLE:Coordinatrice',
      'item1.EMAIL;TYPE=INTERNET:ana@cpts.fr',
      'TEL;TYPE=CELL:06 12 34 56 78',
      'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ',
      ' SkZJRgABAQ',
      'NOTE:une note',
      'END:VCARD',
      '',
      'begin:vcard',
      'version:3.0',
      'n:Petit;Lou',
      'end:vcard'
    )
    expect(cartes).toEqual([
      {
        nom: 'Ana Roy',
        fonctions: [{ organisation: 'CPTS du Nord', titre: 'Coordinatrice' }],
        courriels: ['ana@cpts.fr'],
        telephones: ['06 12 34 56 78']
      },
      { nom: 'Lou Petit', fonctions: [], courriels: [], telephones: [] }
    ])
    expect([...laisses]).toEqual([
      ['PHOTO', 1],
      ['NOTE', 1]
    ])
  })

  test('la version 2.1 : paramètres sans nom, quoted-printable plié, ancien jeu de caractères', () => {
    expect(
      carte(
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;Zo=C3=A9',
        'FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Zo=E9 =',
        'Lef=E8vre',
        'ORG;CHARSET=UTF-8;QUOTED-PRINTABLE:Maison de sant=C3=A9, Nord',
        'TEL;CELL;PREF:0612345678',
        'EMAIL;INTERNET:zoe@exemple.fr'
      )
    ).toEqual({
      nom: 'Zoé Lefèvre',
      fonctions: [{ organisation: 'Maison de santé, Nord', titre: null }],
      courriels: ['zoe@exemple.fr'],
      telephones: ['0612345678']
    })
  })

  test('la version 4 : un numéro en adresse, une organisation seule', () => {
    expect(carte('VERSION:4.0', 'FN:Ana Roy', 'TEL;VALUE=uri;TYPE="voice,cell":tel:+33-6-12-34-56-78').telephones).toEqual([
      '+33-6-12-34-56-78'
    ])
    expect(carte('VERSION:4.0', 'KIND:org', 'FN:CPTS du Nord', 'EMAIL:accueil@cpts.fr')).toEqual({
      nom: null,
      fonctions: [{ organisation: 'CPTS du Nord', titre: null }],
      courriels: ['accueil@cpts.fr'],
      telephones: []
    })
  })

  test('un fichier coupé est refusé tout entier, et dit à quelle carte ; ce qui n’est pas une carte aussi', () => {
    const coupe = ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Ana', 'END:VCARD', 'BEGIN:VCARD', 'FN:Lou'].join('\n')
    expect(lireVcards(octets(coupe))).toEqual({ ok: false, raison: 'carte_coupee', rang: 2 })
    expect(lireVcards(octets(`${coupe}\nBEGIN:VCARD\nFN:Sam\nEND:VCARD`))).toMatchObject({ ok: false, rang: 2 })
    expect(lireVcards(octets('END:VCARD'))).toMatchObject({ ok: false })
    expect(lireVcards(octets('Nom;Courriel\nAna;a@b.fr'))).toEqual({ ok: false, raison: 'pas_une_carte', rang: 0 })
    expect(estUneCarte(octets('\ufeffBEGIN:vCard\nFN:Ana'))).toBe(true)
    expect(estUneCarte(octets('Nom;BEGIN:VCARD'))).toBe(false)
  })
})
