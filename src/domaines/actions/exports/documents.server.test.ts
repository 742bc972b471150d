import JSZip from 'jszip'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import type { Dossier } from '#domaines/actions/schema/dossier.ts'
import { axeDEssai, dossierDEssai, ficheDEssai } from './dossier-d-essai.ts'
import { contratEnPdf, contratEnWord, ficheEnPdf, ficheEnWord } from './documents.server.ts'
import { contratEnJson } from './json.ts'

const PARAGRAPHE =
  'Les écarts d’espérance de vie entre les quartiers restent marqués, et le renoncement aux soins touche les familles. '

/** A contract of about forty pages: five axes, ten thématiques, eighteen full fiches. */
function grosDossier(): Dossier {
  let numero = 0
  const fiche = () => {
    numero += 1
    const titre = `Action numéro ${numero} du plan`
    return ficheDEssai({
      id: `f${numero}`,
      numero: String(numero),
      titre,
      contexte: PARAGRAPHE.repeat(4),
      description: PARAGRAPHE.repeat(6)
    })
  }
  const branche = (rang: string) => axeDEssai(rang, { niveau: 'Thématique', fiches: numero < 18 ? [fiche(), fiche()] : [] })
  const axes = [1, 2, 3, 4, 5].map((n) =>
    axeDEssai(String(n), { enjeu: PARAGRAPHE, enfants: [branche(`${n}.1`), branche(`${n}.2`)] })
  )
  return dossierDEssai({ axes })
}

async function lirePdf(octets: Uint8Array) {
  const pdf = await getDocument({ data: octets.slice(), verbosity: 0 }).promise
  const pages = Array.from({ length: pdf.numPages }, async (_, i) => {
    const { items } = await (await pdf.getPage(i + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join('')
  })
  return { pdf, pages: await Promise.all(pages) }
}

// Word writes the narrow no-break space, the PDF a plain one, and lines are cut at different places
const compact = (texte: string) => texte.replace(/\s+/gu, '')

describe('le contrat en Word et en PDF', () => {
  test('les deux fichiers portent les mêmes titres et les mêmes textes', async () => {
    const dossier = dossierDEssai()
    const mots = await mammoth.extractRawText({ buffer: Buffer.from(await contratEnWord(dossier)) })
    const { pages } = await lirePdf(await contratEnPdf(dossier))
    for (const lu of [compact(mots.value), compact(pages.join(''))]) {
      for (const attendu of [
        'Contrat local de santé de Fontclaire',
        'à réduire les inégalités sociales et territoriales de santé ;',
        'Vu la délibération du conseil municipal du 12 février 2024',
        'Accès aux droits et aux soins',
        'Neuf médecins généralistes exercent dans la ville',
        'Recruter trois médecins généralistes',
        '180 000,50 €',
        'Un panel d’usagers relit le bilan.',
        'Qui est associé ?',
        'Mutuelle des Deux-Rives',
        'Camille Desprairies',
        'Agence régionale de santé'
      ]) {
        expect(lu).toContain(compact(attendu))
      }
    }
  })

  test('dans Word, les titres sont de vrais titres, du chapitre à la fiche', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await contratEnWord(dossierDEssai())) })
    const vus = [...value.matchAll(/<h(\d)>(.*?)<\/h\d>/g)].map(
      ([, niveau, texte]) => `${niveau} ${texte!.replace(/<[^>]+>/g, '')}`
    )
    expect(vus).toEqual(expect.arrayContaining(['1 Préambule', '2 Santé mentale', '3 Premier recours', '1 Sigles']))
    expect(vus).toContain('4 Fiche action 1 · Créer un centre municipal de santé')
  })

  test('dans Word, les axes et les chapitres sont numérotés par Word', async () => {
    const zip = await JSZip.loadAsync(await contratEnWord(dossierDEssai()))
    const corps = await zip.file('word/document.xml')!.async('string')
    const numerotes = [...corps.matchAll(/<w:pStyle w:val="Heading(\d)"\/>(?:(?!<\/w:pPr>).)*<w:numPr>/gs)].map(
      ([, niveau]) => niveau
    )
    // seven chapters, two axes and two transversal axes, two thématiques
    expect([1, 2, 3].map((n) => numerotes.filter((vu) => vu === String(n)).length)).toEqual([7, 4, 2])
  })

  test('dans le PDF, les signets suivent les chapitres, les axes et les fiches', async () => {
    const { pdf } = await lirePdf(await contratEnPdf(dossierDEssai()))
    const signets = await pdf.getOutline()
    expect(signets?.map((s) => s.title)).toEqual([
      'Sommaire',
      'I. Préambule',
      'II. Références légales',
      'III. Gouvernance',
      'IV. Axes thématiques et fiches actions',
      'V. Axes transversaux',
      'VI. Signataires et conventions',
      'VII. Sigles'
    ])
    const axe = signets?.[4]?.items.find((s) => s.title.startsWith('Axe 1'))
    expect(axe?.items[0]?.items[0]?.title).toBe('Fiche action 1 · Créer un centre municipal de santé')
  })

  test('un contrat d’exemple le dit sur sa couverture et en tête de chaque page', async () => {
    const dossier = dossierDEssai()
    dossier.contrat.exemple = true
    const { pages } = await lirePdf(await contratEnPdf(dossier))
    for (const page of pages) expect(page).toContain('Exemple')
    const zip = await JSZip.loadAsync(await contratEnWord(dossier))
    for (const partie of ['document', 'header1'])
      expect(await zip.file(`word/${partie}.xml`)!.async('string')).toContain('Exemple')
  })

  test('un contrat de quarante pages contient chaque fiche et se numérote jusqu’au bout', async () => {
    const { pdf, pages } = await lirePdf(await contratEnPdf(grosDossier()))
    expect(pdf.numPages).toBeGreaterThanOrEqual(36)
    for (let n = 1; n <= 18; n += 1) expect(pages.join('')).toContain(`Action numéro ${n} du plan`)
    expect(pages.at(-1)).toContain(`page ${pdf.numPages} sur ${pdf.numPages}`)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await contratEnWord(grosDossier())) })
    for (let n = 1; n <= 18; n += 1) expect(value).toContain(`Action numéro ${n} du plan`)
  })
})

describe('une fiche seule', () => {
  test('elle porte l’en-tête de son contrat et rien des autres fiches', async () => {
    const dossier = dossierDEssai()
    const mots = await mammoth.extractRawText({ buffer: Buffer.from((await ficheEnWord(dossier, 'f1'))!) })
    const { pages } = await lirePdf((await ficheEnPdf(dossier, 'f1'))!)
    for (const lu of [mots.value, pages.join('')]) {
      expect(lu).toContain('Contrat local de santé de Fontclaire')
      expect(lu).toContain('Créer un centre municipal de santé')
      expect(lu).not.toContain('Ouvrir une permanence des droits')
    }
  })

  test('une sous-action ou une fiche hors axe se trouve aussi ; une fiche inconnue ne donne rien', async () => {
    const dossier = dossierDEssai({
      horsAxe: [ficheDEssai({ id: 'h1', sousActions: [ficheDEssai({ id: 's1', titre: 'Former' })] })]
    })
    const { pages } = await lirePdf((await ficheEnPdf(dossier, 's1'))!)
    expect(pages.join('')).toContain('Former')
    expect(await ficheEnWord(dossier, 'h1')).not.toBeNull()
    expect(await ficheEnWord(dossier, 'inconnue')).toBeNull()
    expect(await ficheEnPdf(dossier, 'inconnue')).toBeNull()
  })
})

describe('le contrat en JSON', () => {
  test('il nomme son format, garde tout le dossier dans son ordre et ne change pas d’une fois à l’autre', () => {
    const dossier = dossierDEssai()
    const { format, version, ...reste } = JSON.parse(contratEnJson(dossier)) as Record<string, unknown>
    expect([format, version]).toEqual(['tisserand/contrat', 1])
    expect(reste).toEqual(dossier)
    const melange = Object.fromEntries(Object.entries(dossier).reverse()) as Dossier
    expect(contratEnJson(melange)).toBe(contratEnJson(dossier))
  })
})
