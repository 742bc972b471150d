import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { direPoids, GENRES, nomDeFichier, POIDS_MAX, REFUS_FICHIER, type GenreFichier } from '../fichiers.ts'
import { jeuDuTexte, reconnaitre } from './reconnaitre.ts'

const octets = (...parties: (string | number[])[]) =>
  new Uint8Array(parties.flatMap((partie) => (typeof partie === 'string' ? [...Buffer.from(partie, 'latin1')] : partie)))
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const png = (largeur: number, hauteur: number) => {
  const fait = octets(
    PNG,
    [0, 0, 0, 13],
    'IHDR',
    Array.from({ length: 17 }, () => 0)
  )
  new DataView(fait.buffer).setUint32(16, largeur)
  new DataView(fait.buffer).setUint32(20, hauteur)
  return fait
}
const jpeg = (largeur: number, hauteur: number) => {
  const taille = [hauteur >> 8, hauteur & 255, largeur >> 8, largeur & 255]
  return octets([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 9, 0xff, 0xc2, 0, 11, 8], taille, [1, 1, 0, 0, 0xff, 0xd9])
}
const webp = (forme: string, suite: number[]) =>
  octets(
    'RIFF',
    [30, 0, 0, 0],
    'WEBP',
    forme,
    [10, 0, 0, 0],
    suite,
    Array.from({ length: 20 }, () => 0)
  )
const archive = async (parties: Record<string, string>) => {
  const zip = new JSZip()
  for (const [nom, texte] of Object.entries(parties))
    zip.file(nom, texte, { compression: nom === 'mimetype' ? 'STORE' : 'DEFLATE' })
  return zip.generateAsync({ type: 'uint8array' })
}
const office = (partie: string, autres: Record<string, string> = {}) =>
  archive({ '[Content_Types].xml': '<Types/>', [partie]: '<x/>', ...autres })
const odf = (sorte: string) => archive({ mimetype: `application/vnd.oasis.opendocument.${sorte}`, 'content.xml': '<x/>' })
const genre = (lu: ReturnType<typeof reconnaitre>) => (typeof lu === 'string' ? lu : lu.genre)

describe('ce qu’est un fichier se lit dans son contenu', () => {
  test('chaque sorte permise est reconnue, quel que soit son nom', async () => {
    const lus: Record<GenreFichier, Uint8Array> = {
      pdf: octets('%PDF-1.7\n'),
      png: png(640, 480),
      jpeg: jpeg(640, 480),
      webp: webp('VP8L', [0x2f, 0x7f, 0x42, 0x3b, 0]),
      docx: await office('word/document.xml'),
      xlsx: await office('xl/workbook.xml'),
      pptx: await office('ppt/presentation.xml'),
      odt: await odf('text'),
      ods: await odf('spreadsheet'),
      odp: await odf('presentation'),
      texte: octets('Compte rendu\r\n'),
      csv: octets('a;b\n1;2\n')
    }
    for (const [attendu, contenu] of Object.entries(lus))
      expect(genre(reconnaitre(contenu, attendu === 'csv' ? 'Budget.CSV' : 'nom.exe')), attendu).toBe(attendu)
  })

  test('la taille d’une image est celle que dit son en-tête', () => {
    const taille = (contenu: Uint8Array) => (reconnaitre(contenu, 'x') as { taille: unknown }).taille
    expect(taille(png(1200, 800))).toEqual({ largeur: 1200, hauteur: 800 })
    expect(taille(jpeg(1200, 800))).toEqual({ largeur: 1200, hauteur: 800 })
    expect(taille(webp('VP8X', [0, 0, 0, 0, 175, 4, 0, 31, 3, 0]))).toEqual({ largeur: 1200, hauteur: 800 })
    expect(taille(webp('VP8L', [0x2f, 0xaf, 0xc4, 0xc7, 0]))).toEqual({ largeur: 1200, hauteur: 800 })
    expect(taille(webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 0xb0, 4, 0x20, 3]))).toEqual({ largeur: 1200, hauteur: 800 })
  })

  test.each([
    ['une page web', octets('  <!DOCTYPE html><script>'), 'fichier_page'],
    ['un dessin SVG', octets([0xef, 0xbb, 0xbf], '<svg onload="x()">'), 'fichier_page'],
    ['du XML', octets('<?xml version="1.0"?><svg/>'), 'fichier_page'],
    ['un programme Windows', octets('MZ', [0x90, 0, 3]), 'fichier_programme'],
    ['un programme Linux', octets('\x7fELF', [2, 1, 1, 0]), 'fichier_programme'],
    ['un script', octets('#!/bin/sh\nrm -rf /\n'), 'fichier_programme'],
    ['un ancien Word', octets([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), 'fichier_ancien'],
    ['une image GIF', octets('GIF89a', [1, 0, 1, 0]), 'fichier_image'],
    ['une photo HEIC', octets([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0]), 'fichier_image'],
    ['une archive', octets('Rar!', [0x1a, 7, 1, 0]), 'fichier_archive'],
    ['un son', octets('ID3', [3, 0, 0, 0, 0]), 'fichier_inconnu'],
    ['un PNG coupé', octets(PNG, [0, 0, 0]), 'fichier_abime'],
    ['un JPEG sans image', octets([0xff, 0xd8, 0xff, 0xd9]), 'fichier_abime'],
    ['un Word coupé', octets([0x50, 0x4b, 3, 4], 'word/document.xml'), 'fichier_abime'],
    ['rien', octets(), 'fichier_vide']
  ])('%s : refus, avec une phrase', (_, contenu, raison) => {
    expect(reconnaitre(contenu, 'document.pdf')).toBe(raison)
    expect(REFUS_FICHIER[raison as keyof typeof REFUS_FICHIER]).toMatch(/\.$/)
  })

  test('un Word à macros, une archive quelconque et un dessin OpenDocument sont refusés', async () => {
    expect(reconnaitre(await office('word/document.xml', { 'word/vbaProject.bin': 'x' }), 'a.docx')).toBe('fichier_macros')
    expect(reconnaitre(await archive({ 'photo.png': 'x' }), 'a.docx')).toBe('fichier_archive')
    expect(reconnaitre(await office('xl/workbook.bin'), 'a.xlsx')).toBe('fichier_archive')
    expect(reconnaitre(await odf('graphics'), 'a.odt')).toBe('fichier_inconnu')
  })

  test('25 Mo tout juste passent, un octet de plus est refusé', () => {
    const lourd = new Uint8Array(POIDS_MAX + 1).fill(0x20)
    lourd.set(octets('%PDF-1.4'))
    expect(genre(reconnaitre(lourd.subarray(0, POIDS_MAX), 'a.pdf'))).toBe('pdf')
    expect(reconnaitre(lourd, 'a.pdf')).toBe('fichier_trop_lourd')
    expect(REFUS_FICHIER.fichier_trop_lourd).toContain(direPoids(POIDS_MAX))
  })

  test('un texte dit comment il est écrit : UTF-8, ou ce qu’écrivent les vieux logiciels', () => {
    expect(jeuDuTexte(new TextEncoder().encode('Santé'))).toBe('utf-8')
    expect(jeuDuTexte(octets('Sant\xe9 \x80'))).toBe('windows-1252')
    expect(jeuDuTexte(octets('Sant\xe9 \x81'))).toBeNull()
    expect(jeuDuTexte(octets('a\0b'))).toBeNull()
  })

  test('des octets au hasard ne passent jamais pour un PDF, une image ou un document', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), fc.string(), (hasard, nom) => {
        const lu = reconnaitre(hasard, nom)
        if (typeof lu !== 'string') expect(['texte', 'csv']).toContain(lu.genre)
      }),
      { numRuns: 3000 }
    )
  })

  test('après la bonne signature, n’importe quelle suite est jugée sans jamais tomber', () => {
    const debuts = [
      PNG,
      [0xff, 0xd8, 0xff],
      [...octets('RIFF', [0, 0, 0, 0], 'WEBPVP8 ')],
      [0x50, 0x4b, 3, 4],
      [...octets('%PDF-')]
    ]
    const suites = fc.uint8Array({ maxLength: 600 })
    fc.assert(
      fc.property(fc.constantFrom(...debuts), suites, (debut, suite) => {
        const lu = reconnaitre(octets(debut, [...suite]), 'x')
        if (typeof lu === 'string') expect(REFUS_FICHIER).toHaveProperty(lu)
        else if (lu.taille) expect(Math.min(lu.taille.largeur, lu.taille.hauteur)).toBeGreaterThan(0)
      }),
      { numRuns: 3000 }
    )
  })
})

describe('ce qu’on dit d’un fichier', () => {
  test('son poids se lit en Ko puis en Mo', () => {
    expect([1, 1024, 348_000, 1_300_000, POIDS_MAX].map(direPoids)).toEqual([
      '1\u00a0Ko',
      '1\u00a0Ko',
      '340\u00a0Ko',
      '1,2\u00a0Mo',
      '25\u00a0Mo'
    ])
  })

  test('son nom perd son dossier et ce qui tromperait, et finit comme son contenu', () => {
    expect(nomDeFichier('C:\\Users\\moi\\Arrêté 2026.PDF', 'pdf')).toBe('Arrêté 2026.pdf')
    expect(nomDeFichier('../../etc/passwd', 'texte')).toBe('passwd.txt')
    expect(nomDeFichier('photo\u202egpj.exe', 'jpeg')).toBe('photo gpj.exe.jpg')
    expect(nomDeFichier('page.html', 'texte')).toBe('page.html.txt')
    expect(nomDeFichier('"\r\n', 'png')).toBe('document.png')
    expect(nomDeFichier(`${'é'.repeat(400)}.docx`, 'docx')).toHaveLength(155)
  })

  test('aucun nom, si étrange soit-il, ne sort de son dossier ni ne change de sorte', () => {
    const genres = fc.constantFrom(...(Object.keys(GENRES) as GenreFichier[]))
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), genres, (brut, sorte) => {
        const nom = nomDeFichier(brut, sorte)
        expect(nom).not.toMatch(/[\\/"\p{Cc}]/u)
        expect(GENRES[sorte].extensions.some((extension) => nom.endsWith(`.${extension}`))).toBe(true)
        expect(nom.length).toBeGreaterThan(4)
        expect(nomDeFichier(nom, sorte)).toBe(nom)
      })
    )
  })
})
