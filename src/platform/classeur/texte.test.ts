import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Encodage, Separateur } from '#platform/classeur.ts'
import { ecrireTexte, lireClasseur } from '#platform/classeur.server.ts'

const SEPARATEURS: Separateur[] = [';', ',', '\t', '|']
/** Where Windows-1252 is not Latin 1. */
const WINDOWS = new Map([
  ['€', 0x80],
  ['’', 0x92],
  ['œ', 0x9c]
])

function encoder(texte: string, encodage: Encodage, marque: boolean): Uint8Array {
  if (encodage === 'utf-8') return Buffer.from(`${marque ? '\ufeff' : ''}${texte}`, 'utf8')
  if (encodage === 'windows-1252') return Uint8Array.from(texte, (signe) => WINDOWS.get(signe) ?? signe.charCodeAt(0))
  const octets = Buffer.from(`${marque ? '\ufeff' : ''}${texte}`, 'utf16le')
  return encodage === 'utf-16le' ? octets : octets.swap16()
}

const ecrire = (lignes: string[][], separateur: Separateur, fin: string) =>
  lignes
    .map((ligne) =>
      ligne.map((texte) => (/["\n\r;,\t|]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte)).join(separateur)
    )
    .join(fin) + fin

/** Words with accents, quotes, separators and line breaks; nothing that a spreadsheet could not hold. */
const cellule = fc
  .array(fc.constantFrom(...'abcdeÉéàœ’€ "\n;,|\t12'.split('')), { minLength: 1, maxLength: 12 })
  .map((signes) => `a${signes.join('')}z`)
const tableau = fc.integer({ min: 2, max: 6 }).chain((largeur) =>
  fc.record({
    noms: fc.constant(Array.from({ length: largeur }, (_, rang) => `Intitulé ${rang + 1}`)),
    lignes: fc.array(fc.array(cellule, { minLength: largeur, maxLength: largeur }), { minLength: 1, maxLength: 8 })
  })
)

describe('un texte en colonnes', () => {
  test('R-073 · écrit avec n’importe quel séparateur et n’importe quel encodage, il est relu tel quel', async () => {
    await fc.assert(
      fc.asyncProperty(
        tableau,
        fc.constantFrom(...SEPARATEURS),
        fc.constantFrom<Encodage>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        async ({ noms, lignes }, separateur, encodage, marque, fin) => {
          const toutes = [noms, ...lignes]
          const lu = await lireClasseur(encoder(ecrire(toutes, separateur, fin), encodage, marque), 'plan.csv')
          expect(lu.feuilles[0]!.lignes).toEqual(toutes)
          expect(lu.signes).toEqual([{ sorte: 'texte', separateur, encodage }])
        }
      ),
      { numRuns: 400 }
    )
  })

  test('R-093 · écrit par Tisserand, il est relu tel quel, et aucune cellule n’y est une formule', async () => {
    // a lone apostrophe before a sign is what a spreadsheet hides: it is not told from text
    const libre = fc.string({ unit: 'grapheme', maxLength: 12 }).map((texte) => texte.replace(/\p{Cc}/gu, ' ').trim())
    const signe = fc.constantFrom('=1+1', '+33 6 12 34 56 78', '-5', '@SOMME(A1)', '=HYPERLINK("http://x")', '|x')
    const dite = fc.oneof(cellule, signe, libre).filter((texte) => !/^'[=+\-@|]/.test(texte) && !texte.includes('\ufeff'))
    const entete = ['Structure', 'Nom', 'Téléphone']
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.option(dite), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        async (lignes) => {
          const octets = ecrireTexte([entete, ...lignes])
          const texte = new TextDecoder().decode(octets)
          expect(texte).not.toMatch(/(?:^|[;\n])"?[=+\-@]/)
          expect([...octets.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
          const lu = await lireClasseur(octets, 'annuaire.csv')
          expect(lu.feuilles[0]!.lignes.map((ligne) => ligne.map((valeur) => valeur || null))).toEqual([
            entete,
            ...lignes.map((ligne) => ligne.map((valeur) => valeur || null))
          ])
        }
      )
    )
  })

  test('des lignes de titre au-dessus, avec des virgules, ne trompent pas sur le séparateur', async () => {
    const texte = 'Plan d’action, santé, 2026\n\nAxe;Action;Pilote\nSoins;Bus, navette;CPAM\nMental;Parole;CLSM\n'
    const { feuilles } = await lireClasseur(Buffer.from(texte), 'plan.csv')
    expect(feuilles[0]!.lignes.slice(2)).toEqual([
      ['Axe', 'Action', 'Pilote'],
      ['Soins', 'Bus, navette', 'CPAM'],
      ['Mental', 'Parole', 'CLSM']
    ])
  })

  test('des décimales à virgule entre des points-virgules ne font pas des colonnes', async () => {
    const { feuilles } = await lireClasseur(Buffer.from('1,5;2,5\n3,5;4,5\n'), 'plan.csv')
    expect(feuilles[0]!.lignes).toEqual([
      ['1,5', '2,5'],
      ['3,5', '4,5']
    ])
  })

  test('« sep=| » en première ligne dit le séparateur, et n’est pas une donnée', async () => {
    const { feuilles } = await lireClasseur(Buffer.from('sep=|\r\nAxe|Action\r\nSoins;Bus|x\r\n'), 'plan.csv')
    expect(feuilles[0]!.lignes).toEqual([
      ['Axe', 'Action'],
      ['Soins;Bus', 'x']
    ])
  })
})
