import JSZip from 'jszip'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { TEINTES } from '#platform/documents/couleurs.ts'
import type { Imprimable } from '#platform/documents/imprimable.ts'
import { unPng } from '#tests/parcours/fichiers.ts'
import { HABILLAGE_D_ORIGINE, type Chapitre, type HabillageImprime } from '#domaines/actions/schema/habillage.ts'
import { composerContrat } from './composer-contrat.ts'
import { composerFicheSeule } from './composer-fiche.ts'
import { composerRapportDAlignement } from './composer-alignement.ts'
import { alignementDEssai } from './alignement-d-essai.ts'
import { composerResume } from './composer-resume.ts'
import { composerSelection } from './composer-selection.ts'
import { composerPageDeSignature } from './composer-signatures.ts'
import { dossierDEssai, ficheDEssai } from './dossier-d-essai.ts'
import { imprimer } from './documents.server.ts'

const ALTERNATIF = 'Logo de la Ville : un pont sur deux rives, #let x "1"'
const LOGO = { octets: unPng(900, 300), genre: 'png' as const, largeur: 900, hauteur: 300, alternatif: ALTERNATIF }
const ORDRE: Chapitre[] = ['axes', 'signataires', 'sigles', 'preambule', 'gouvernance', 'references', 'transversaux']
const HABILLAGE: HabillageImprime = {
  ...HABILLAGE_D_ORIGINE,
  surtitre: 'Direction de la santé',
  ligne: 'Adopté le 12 février 2024',
  pied: 'Fontclaire santé',
  teinte: 'bordeaux',
  chapitres: ORDRE,
  ecartes: ['references', 'alignement'],
  logo: LOGO
}
const TITRES = [
  'I. Axes thématiques et fiches actions',
  'II. Signataires et conventions',
  'III. Sigles',
  'IV. Préambule',
  'V. Gouvernance',
  'VI. Axes transversaux'
]

const dossier = dossierDEssai()
const cadre = { territoire: dossier.territoire, contrat: dossier.contrat, transversaux: dossier.transversaux }
const selection = { ...cadre, fiches: [ficheDEssai(), ficheDEssai({ id: 'f2' })], total: 2, depuis: 1, jour: '2026-11-22' }
const COURTS: [nom: string, composer: (habillage?: HabillageImprime) => Imprimable][] = [
  ['le résumé', (habillage) => composerResume(dossier, habillage)],
  ['la page de signature', (habillage) => composerPageDeSignature(dossier, habillage)],
  ['la réponse au projet régional', (habillage) => composerRapportDAlignement(dossier, alignementDEssai(), habillage)],
  ['une fiche seule', (habillage) => composerFicheSeule(ficheDEssai(), cadre, habillage)],
  ['des fiches choisies', (habillage) => composerSelection(selection, habillage)]
]

type Noeud = { role?: string; alt?: string; children?: Noeud[] }
const noeuds = (noeud: Noeud): Noeud[] => [noeud, ...(noeud.children ?? []).flatMap(noeuds)]

async function lirePdf(octets: Uint8Array) {
  const pdf = await getDocument({ data: octets.slice(), verbosity: 0 }).promise
  const page = await pdf.getPage(1)
  const { items } = await page.getTextContent()
  return {
    brut: new TextDecoder('latin1').decode(octets),
    signets: (await pdf.getOutline()).map(({ title }) => title),
    figures: noeuds((await page.getStructTree()) as Noeud).filter(({ role }) => role === 'Figure'),
    couverture: items.map((item) => ('str' in item ? item.str : '')).join(' '),
    derniere: (await (await pdf.getPage(pdf.numPages)).getTextContent()).items.map((i) => ('str' in i ? i.str : '')).join(' ')
  }
}

async function lireWord(octets: Uint8Array) {
  const zip = await JSZip.loadAsync(octets)
  const lire = async (chemin: string) => (await zip.file(chemin)?.async('string')) ?? ''
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(octets) })
  const images = Object.keys(zip.files).filter((nom) => /^word\/media\/./.test(nom))
  return {
    corps: await lire('word/document.xml'),
    pied: await lire('word/footer1.xml'),
    images: await Promise.all(images.map((nom) => zip.file(nom)!.async('uint8array'))),
    titres: [...value.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, titre]) => titre!.replaceAll(/<[^>]*>/g, ''))
  }
}
const desXml = (texte: string) => texte.replaceAll('"', '&quot;')

describe('le contrat dans l’habillage du territoire', () => {
  test('en PDF : toujours PDF/UA, le logo avec ce qu’il montre, les textes de la couverture, les chapitres dans l’ordre choisi', async () => {
    const lu = await lirePdf(await imprimer(composerContrat(dossier, HABILLAGE), 'pdf'))
    expect(lu.brut).toContain('pdfuaid')
    expect(lu.figures.map(({ alt }) => alt?.replaceAll(/\s/g, ' '))).toEqual([ALTERNATIF])
    for (const dit of ['Direction de la santé', 'Ville de Fontclaire', '2024-2028', 'Adopté le 12 février 2024'])
      expect(lu.couverture).toContain(dit)
    expect(lu.signets).toEqual(['Sommaire', ...TITRES])
    expect(lu.derniere).toContain('Fontclaire santé')
  })

  test('en Word : le même logo et ce qu’il montre, la couleur, les chapitres numérotés par Word dans l’ordre choisi', async () => {
    const lu = await lireWord(await imprimer(composerContrat(dossier, HABILLAGE), 'docx'))
    expect(lu.images.map((octets) => Buffer.from(octets).equals(Buffer.from(LOGO.octets)))).toEqual([true])
    expect(lu.corps.match(/<wp:docPr[^>]*>/g)).toEqual([
      expect.stringContaining(`descr="${desXml(ALTERNATIF).replace(' :', '\u00a0:')}"`)
    ])
    expect(lu.corps).toContain(`w:fill="${TEINTES.bordeaux.fil.slice(1)}"`)
    expect(lu.corps).not.toContain(TEINTES.petrole.fil.slice(1))
    for (const dit of ['Direction de la santé', 'Ville de Fontclaire', 'Adopté le 12 février 2024'])
      expect(lu.corps).toContain(dit)
    // the numbers are Word's own
    expect(lu.titres).toEqual(TITRES.map((titre) => titre.replace(/^[IV]+\. /, '')))
    expect(lu.corps.match(/<w:pStyle w:val="Heading1"\/>(?:(?!<\/w:pPr>).)*<w:numPr>/gs)).toHaveLength(TITRES.length)
    expect(lu.pied).toContain('Fontclaire santé')
  })

  test('sans choix du territoire, ni image ni autre couleur : le contrat est celui d’avant', async () => {
    const pdf = await lirePdf(await imprimer(composerContrat(dossier), 'pdf'))
    expect(pdf.figures).toEqual([])
    const word = await lireWord(await imprimer(composerContrat(dossier), 'docx'))
    expect(word.images).toEqual([])
    expect(word.corps).toContain(TEINTES.petrole.fil.slice(1))
    expect(word.pied).toContain('Ville de Fontclaire')
  })

  test('le chapitre qui suit le sommaire n’ouvre pas une deuxième page : il n’y a pas de page blanche', () => {
    const [premier] = composerContrat(dossier, HABILLAGE).blocs
    expect(premier).toMatchObject({ bloc: 'titre', texte: 'Axes thématiques et fiches actions', nouvellePage: false })
  })

  test('un projet peut taire ses signataires, un contrat signé jamais', () => {
    const ecartes: Chapitre[] = ['signataires']
    const titres = (etat: 'elaboration' | 'en_vigueur') =>
      composerContrat({ ...dossier, contrat: { ...dossier.contrat, etat } }, { ...HABILLAGE, ecartes }).blocs.flatMap((bloc) =>
        bloc.bloc === 'titre' && bloc.niveau === 1 ? [bloc.texte] : []
      )
    expect(titres('elaboration')).not.toContain('Signataires et conventions')
    expect(titres('en_vigueur')).toContain('Signataires et conventions')
  })
})

describe.each(COURTS)('%s', (_, composer) => {
  test('porte le logo, la couleur et le pied de page, en PDF et en Word', async () => {
    const pdf = await lirePdf(await imprimer(composer(HABILLAGE), 'pdf'))
    expect(pdf.brut).toContain('pdfuaid')
    expect(pdf.figures).toHaveLength(1)
    expect(pdf.derniere).toContain('Fontclaire santé · ')
    const word = await lireWord(await imprimer(composer(HABILLAGE), 'docx'))
    expect(word.images).toHaveLength(1)
    expect(word.corps).toMatch(/descr="Logo de la Ville/)
    expect(word.pied).toContain('Fontclaire santé · ')
  })

  test('s’en passe quand il n’y en a pas', async () => {
    expect((await lirePdf(await imprimer(composer(), 'pdf'))).figures).toEqual([])
    expect((await lireWord(await imprimer(composer(), 'docx'))).images).toEqual([])
  })
})
