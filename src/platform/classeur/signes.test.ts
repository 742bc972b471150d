import { writeOds, writeXlsx, type Cell } from 'hucre'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { lireClasseur } from '#platform/classeur.server.ts'

const signesDe = async (octets: Uint8Array, nom = 'a.xlsx') => (await lireClasseur(octets, nom)).signes

test('un fichier à macros est lu pour ses cellules, et le dit', async () => {
  const octets = await writeXlsx({ sheets: [{ name: 'A', rows: [['a']] }], vbaProject: new Uint8Array([1, 2, 3]) })
  expect(await lireClasseur(octets, 'a.xlsm')).toMatchObject({ signes: [{ sorte: 'macros' }], feuilles: [{ lignes: [['a']] }] })
})

test('un fichier qui renvoie à d’autres le dit', async () => {
  const zip = await JSZip.loadAsync(await writeXlsx({ sheets: [{ name: 'A', rows: [['a']] }] }))
  zip.file('xl/externalLinks/externalLink1.xml', '<externalLink/>')
  expect(await signesDe(await zip.generateAsync({ type: 'uint8array' }))).toEqual([{ sorte: 'liens_externes' }])
})

test('une formule est lue par son dernier résultat ; sans résultat ou en erreur, la case est vide et le lieu est dit', async () => {
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { value: null, formula: '1+1', formulaResult: 2 }],
    ['0,1', { value: null, formula: 'A1+1' }],
    ['1,0', { value: null, formula: 'Z9', formulaResult: '#REF!' }]
  ])
  const lu = await lireClasseur(await writeXlsx({ sheets: [{ name: 'A', rows: [[null, null, 'x'], [null]], cells }] }), 'a.xlsx')
  expect(lu.feuilles[0]!.lignes[0]).toEqual([2, null, 'x'])
  expect(lu.feuilles[0]!.lignes[1]![0]).toBeNull()
  expect(lu.signes).toEqual([
    { sorte: 'formules', feuille: 'A', nombre: 1 },
    { sorte: 'formule_sans_valeur', feuille: 'A', ligne: 0, colonne: 1 },
    { sorte: 'formule_sans_valeur', feuille: 'A', ligne: 1, colonne: 0 }
  ])
})

test('des lignes masquées sont lues, et leur nombre est dit', async () => {
  const rowDefs = new Map([[1, { hidden: true }]])
  const octets = await writeXlsx({ sheets: [{ name: 'A', rows: [['a'], ['b'], ['c']], rowDefs } as never] })
  expect(await lireClasseur(octets, 'a.xlsx')).toMatchObject({
    signes: [{ sorte: 'lignes_masquees', feuille: 'A', nombre: 1 }],
    feuilles: [{ lignes: [['a'], ['b'], ['c']] }]
  })
})

test('une feuille et des lignes masquées d’un .ods sont reconnues', async () => {
  const zip = await JSZip.loadAsync(await writeOds({ sheets: [{ name: 'L’été & après', rows: [['a'], ['b']] }] }))
  const xml = await zip.file('content.xml')!.async('string')
  const cache = xml
    .replace(/<table:table-row/, '<table:table-row table:visibility="collapse"')
    .replace(
      /<table:table ([^>]*)>/,
      (_, attributs: string) => `<table:table ${attributs.replace(/ ?table:style-name="[^"]*"/, '')} table:style-name="cachee">`
    )
    .replace(
      /<office:body>/,
      '<office:automatic-styles><style:style style:name="cachee" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body>'
    )
  zip.file('content.xml', cache)
  const lu = await lireClasseur(await zip.generateAsync({ type: 'uint8array' }), 'a.ods')
  expect(lu).toMatchObject({ feuilles: [{ masquee: true }], signes: [{ sorte: 'lignes_masquees', nombre: 1 }] })
})
