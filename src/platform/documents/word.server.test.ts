import JSZip from 'jszip'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { HOSTILES, imprimableDEssai } from './imprimable-d-essai.ts'
import { titre, type Bloc, type Numero } from './imprimable.ts'
import { enWord } from './word.server.ts'

async function ouvrir(octets: Uint8Array) {
  const zip = await JSZip.loadAsync(octets)
  const lire = async (chemin: string) => (await zip.file(chemin)?.async('string')) ?? ''
  return { corps: await lire('word/document.xml'), lire, fichiers: Object.keys(zip.files) }
}

const axe = (rang: string): Numero => ({ serie: 'axes', avant: 'Axe ', rang, apres: ' · ' })

describe('enWord', () => {
  test('la langue, le titre, l’auteur, la police et la mise à jour des champs sont dans le fichier', async () => {
    const { lire, fichiers } = await ouvrir(await enWord(imprimableDEssai([titre(1, 'Un')], { sommaire: true })))
    expect(await lire('word/styles.xml')).toContain('<w:lang w:val="fr-FR"')
    expect(await lire('docProps/core.xml')).toContain(
      '<dc:title>Un document d’essai</dc:title><dc:creator>Ville de Fontclaire</dc:creator>'
    )
    expect(await lire('word/settings.xml')).toContain('<w:updateFields/>')
    expect(fichiers.filter((nom) => nom.endsWith('.odttf'))).toHaveLength(3)
  })

  test('le sommaire est un champ de Word, rempli des titres et d’eux seuls', async () => {
    const blocs = [titre(1, 'Chapitre'), titre(2, 'Partie'), titre(3, 'Détail', { auSommaire: false })]
    const { corps } = await ouvrir(await enWord(imprimableDEssai(blocs, { sommaire: true })))
    expect(corps).toContain('TOC \\h \\o &quot;1-6&quot;')
    const sommaire = corps.slice(corps.indexOf('<w:sdtContent>'), corps.indexOf('</w:sdtContent>'))
    expect(sommaire).toContain('Chapitre')
    expect(sommaire).toContain('Partie')
    expect(sommaire).not.toContain('Détail')
  })

  test('le pied de page dit « page x sur y »', async () => {
    const { lire } = await ouvrir(await enWord(imprimableDEssai([])))
    expect(await lire('word/footer1.xml')).toMatch(/page .*PAGE.* sur .*NUMPAGES/)
  })

  test('la première ligne d’un tableau se répète à chaque page et une ligne courte n’est pas coupée', async () => {
    const tableau: Bloc = {
      bloc: 'tableau',
      colonnes: [{ titre: 'Sigle', part: 1, chiffre: false }],
      lignes: [['CLS'], ['long '.repeat(200)]],
      total: null
    }
    const { corps } = await ouvrir(await enWord(imprimableDEssai([tableau])))
    const rangees = corps.match(/<w:tr>.*?<\/w:tr>/gs)!
    expect(rangees.map((r) => r.includes('<w:tblHeader/>'))).toEqual([true, false, false])
    expect(rangees.map((r) => r.includes('<w:cantSplit/>'))).toEqual([true, true, false])
  })

  test('un titre est numéroté par Word quand son compte donne le bon numéro, en toutes lettres sinon', async () => {
    const blocs = ['1', '1.1', '1.2', '2', '4'].map((rang) =>
      titre(rang.includes('.') ? 2 : 1, `Titre ${rang}`, { numero: axe(rang) })
    )
    const { corps, lire } = await ouvrir(await enWord(imprimableDEssai(blocs)))
    const vus = corps.match(/<w:p>(?:(?!<\/w:p>).)*Titre [\d.]+<(?:(?!<\/w:p>).)*<\/w:p>/gs)!
    expect(vus.map((p) => p.includes('<w:numPr>'))).toEqual([true, true, true, true, false])
    expect(vus[4]).toContain('Axe 4 · ')
    const numeros = await lire('word/numbering.xml')
    expect(numeros).toContain('w:lvlText w:val="Axe %1 ·"')
    expect(numeros).toContain('w:lvlText w:val="Axe %1.%2 ·"')
  })

  test.each(HOSTILES)('le texte « %s » ressort tel quel', async (texte) => {
    const octets = await enWord(
      imprimableDEssai(
        [
          titre(1, texte),
          { bloc: 'paragraphe', texte },
          { bloc: 'reperes', entrees: [{ nom: texte, valeur: texte }] },
          { bloc: 'cartes', cartes: [{ coin: texte, titre: texte, lignes: [texte], entrees: [], pied: texte, grande: true }] }
        ],
        { titre: texte, sommaire: true }
      )
    )
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(octets) })
    const sansEspace = (t: string) => t.replace(/\s/g, '')
    expect(sansEspace(value).split(sansEspace(texte)).length - 1).toBeGreaterThanOrEqual(8)
  })
})
