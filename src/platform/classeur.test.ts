import { describe, expect, test } from 'vitest'
import { deflateRawSync } from 'node:zlib'
import { writeOds, writeXlsx } from 'hucre'
import { ClasseurIllisible, type FeuilleAEcrire } from '#platform/classeur.ts'
import { ecrireClasseur, lireClasseur } from '#platform/classeur.server.ts'
import { nomsDesEntrees } from '#platform/classeur/archive.server.ts'

const feuille = (lignes: FeuilleAEcrire['lignes'], plus: Partial<FeuilleAEcrire> = {}): FeuilleAEcrire => ({
  nom: 'Données',
  lignes,
  colonnes: [{ largeur: 20 }, { largeur: 12, format: 'date' }, { largeur: 12, format: 'montant' }],
  ...plus
})

const relire = async (lignes: FeuilleAEcrire['lignes']) =>
  (await lireClasseur(await ecrireClasseur([feuille(lignes)]), 'a.xlsx')).feuilles[0]!
const octetsDe = (texte: string, encodage: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(texte, encodage))
const raison = async (octets: Uint8Array, nom: string) => {
  try {
    await lireClasseur(octets, nom)
  } catch (erreur) {
    if (erreur instanceof ClasseurIllisible) return erreur.raison
    throw erreur
  }
  return 'lu'
}

/** A ZIP of one entry, whose declared size may lie. */
function archive(nom: string, contenu: Buffer, tailleDite = contenu.length): Uint8Array {
  const donnees = deflateRawSync(contenu)
  const nomOctets = Buffer.from(nom)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(donnees.length, 18)
  local.writeUInt32LE(tailleDite, 22)
  local.writeUInt16LE(nomOctets.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(donnees.length, 20)
  central.writeUInt32LE(tailleDite, 24)
  central.writeUInt16LE(nomOctets.length, 28)
  const fin = Buffer.alloc(22)
  fin.writeUInt32LE(0x06054b50, 0)
  fin.writeUInt16LE(1, 10)
  fin.writeUInt32LE(46 + nomOctets.length, 12)
  fin.writeUInt32LE(30 + nomOctets.length + donnees.length, 16)
  return new Uint8Array(Buffer.concat([local, nomOctets, donnees, central, nomOctets, fin]))
}

describe('lire un classeur', () => {
  test('un texte riche est lu comme son texte, une formule comme son dernier résultat', async () => {
    const cells = new Map([
      ['0,0', { value: null, richText: [{ text: 'Accès ' }, { text: 'aux soins', font: { bold: true } }] }],
      ['0,1', { value: null, formula: '1+1', formulaResult: 2 }]
    ])
    const octets = await writeXlsx({ sheets: [{ name: 'A', rows: [[null, null, true, 12.5]], cells }] })
    expect((await lireClasseur(octets, 'a.xlsx')).feuilles[0]!.lignes).toEqual([['Accès aux soins', 2, true, 12.5]])
  })

  test('une date est reconnue à son format, dans le calendrier de 1900 comme dans celui de 1904', async () => {
    for (const dateSystem of ['1900', '1904'] as const) {
      const octets = await writeXlsx({ dateSystem, sheets: [{ name: 'A', rows: [[new Date('2022-03-07T00:00:00Z'), 44_000]] }] })
      const lu = await lireClasseur(octets, 'a.xlsx')
      expect(lu.feuilles[0]!.lignes).toEqual([[{ date: '2022-03-07' }, 44_000]])
      expect(lu.base1904).toBe(dateSystem === '1904')
    }
  })

  test('des cellules fusionnées gardent leur valeur dans la première seulement, et la zone est dite', async () => {
    const merges = [{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }]
    const octets = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['Axe', 'a'],
            [null, 'b']
          ],
          merges
        }
      ]
    })
    const [lue] = (await lireClasseur(octets, 'a.xlsx')).feuilles
    expect(lue!.lignes).toEqual([
      ['Axe', 'a'],
      [null, 'b']
    ])
    expect(lue!.fusions).toEqual([{ ligne: 0, colonne: 0, hauteur: 2, largeur: 1 }])
  })

  test('un fichier .ods est lu avec ses dates et ses retours à la ligne', async () => {
    const octets = await writeOds({ sheets: [{ name: 'A', rows: [['a\nb', new Date('2022-03-07T00:00:00Z'), 3]] }] })
    expect((await lireClasseur(octets, 'a.ods')).feuilles[0]!.lignes).toEqual([['a\nb', { date: '2022-03-07' }, 3]])
  })

  test('un .csv est lu avec des points-virgules, en UTF-8 comme en Windows-1252', async () => {
    const texte = 'Titre;Statut\n"Accès; santé";Réalisé\n'
    for (const octets of [octetsDe(`\ufeff${texte}`), octetsDe(texte, 'latin1')]) {
      expect((await lireClasseur(octets, 'dossier/plan.csv')).feuilles).toEqual([
        {
          nom: 'plan',
          masquee: false,
          fusions: [],
          lignes: [
            ['Titre', 'Statut'],
            ['Accès; santé', 'Réalisé']
          ]
        }
      ])
    }
  })

  test('une feuille masquée est dite masquée', async () => {
    const octets = await ecrireClasseur([feuille([['a']]), feuille([['b']], { nom: 'Cachée', masquee: true })])
    expect((await lireClasseur(octets, 'a.xlsx')).feuilles.map(({ masquee }) => masquee)).toEqual([false, true])
  })
})

describe('refuser un fichier', () => {
  test('ce qui n’est pas un tableur est refusé, quel que soit son nom', async () => {
    expect(await raison(octetsDe('%PDF-1.7'), 'plan.xlsx')).toBe('pas_un_tableur')
    expect(await raison(octetsDe('%PDF-1.7'), 'plan.csv')).toBe('pas_un_tableur')
    expect(await raison(new Uint8Array([0xff, 0xd8, 0xff, 0, 1]), 'plan.csv')).toBe('pas_un_tableur')
    expect(await raison(octetsDe('Titre;Statut'), 'plan.docx')).toBe('pas_un_tableur')
    expect(await raison(archive('word/document.xml', Buffer.from('<a/>')), 'plan.xlsx')).toBe('pas_un_tableur')
    expect(await raison(octetsDe(''), 'plan.xlsx')).toBe('pas_un_tableur')
  })

  test('un fichier protégé par un mot de passe est nommé comme tel', async () => {
    const octets = await writeXlsx({ sheets: [{ name: 'A', rows: [['a']] }], encryption: { password: 'x', spinCount: 1000 } })
    expect(await raison(octets, 'plan.xlsx')).toBe('protege')
  })

  test('un fichier coupé est dit abîmé', async () => {
    const octets = await ecrireClasseur([feuille([['a']])])
    expect(await raison(octets.subarray(0, octets.length - 200), 'plan.xlsx')).toBe('abime')
  })

  test('une bombe est refusée avant d’être dépliée, même si elle ment sur sa taille', () => {
    const bombe = archive('xl/workbook.xml', Buffer.alloc(5_000_000), 10)
    expect(() => nomsDesEntrees(bombe, 1_000_000)).toThrow(expect.objectContaining({ raison: 'trop_gros' }))
    expect(nomsDesEntrees(bombe, 6_000_000)).toEqual(new Set(['xl/workbook.xml']))
  })
})

describe('écrire un classeur', () => {
  test('un texte qui commence par « = » reste un texte, jamais une formule', async () => {
    const octets = await ecrireClasseur([feuille([['=1+1', null, null]])])
    expect((await lireClasseur(octets, 'a.xlsx')).feuilles[0]!.lignes[0]![0]).toBe('=1+1')
    const { read } = await import('hucre')
    const cellule = (await read(octets, { readStyles: true })).sheets[0]!.cells?.get('0,0')
    expect(cellule?.formula).toBeUndefined()
    expect(cellule?.style?.numFmt).toBe('@')
  })

  test('textes, dates, nombres et booléens reviennent tels quels', async () => {
    const ligne = ['_x000D_ é « œ » \u00a0 😀\nligne 2', { date: '2024-02-29' }, 1250.5, true]
    expect((await relire([ligne])).lignes).toEqual([ligne])
  })

  test('une cellule trop longue pour Excel est coupée, et le dit', async () => {
    const [[texte]] = (await relire([['x'.repeat(40_000)]])).lignes as [[string]]
    expect(texte.length).toBe(32_767)
    expect(texte).toContain('texte coupé')
  })

  test('l’en-tête est gras et figé, les colonnes ont leur largeur et les listes déroulantes leurs valeurs', async () => {
    const listes = [{ colonne: 27, deLigne: 1, aLigne: 9, valeurs: ['À venir', 'En cours'] }]
    const { read } = await import('hucre')
    const octets = await ecrireClasseur([feuille([[{ valeur: 'Titre', style: 'entete' }], ['a']], { lignesFigees: 1, listes })])
    const [lue] = (await read(octets, { readStyles: true })).sheets
    expect(lue!.cells?.get('0,0')?.style?.font?.bold).toBe(true)
    expect(lue!.cells?.get('1,0')?.style?.alignment?.wrapText).toBe(true)
    expect(lue!.freezePane?.rows).toBe(1)
    expect(lue!.columns?.[0]?.width).toBeCloseTo(20, 0)
    expect(lue!.dataValidations?.[0]).toMatchObject({ range: 'AB2:AB10', values: ['À venir', 'En cours'] })
  })
})
