import JSZip from 'jszip'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unPng } from '#tests/parcours/fichiers.ts'
import type { Dossier } from '#domaines/actions/schema/dossier.ts'
import { HABILLAGE_D_ORIGINE } from '#domaines/actions/schema/habillage.ts'
import { composerContrat } from './composer-contrat.ts'
import { composerFicheSeule } from './composer-fiche.ts'
import { composerResume, PAGES_DU_RESUME } from './composer-resume.ts'
import { composerSelection } from './composer-selection.ts'
import { composerPageDeSignature } from './composer-signatures.ts'
import { axeDEssai, dossierDEssai, ficheDEssai, RIEN } from './dossier-d-essai.ts'
import { imprimer } from './documents.server.ts'

const contratEnWord = (dossier: Dossier) => imprimer(composerContrat(dossier), 'docx')
const contratEnPdf = (dossier: Dossier) => imprimer(composerContrat(dossier), 'pdf')

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

/** A contract of that many axes and actions, its titles of that many signs. */
function dossierDe(axes: number, actions: number, signes = 60, signataires = 4): Dossier {
  const texte = (debut: string) => `${debut} ${PARAGRAPHE.repeat(4)}`.slice(0, Math.max(signes, debut.length))
  const fiche = (n: number) =>
    ficheDEssai({
      ...RIEN,
      id: `f${n}`,
      numero: String(n),
      titre: texte(`Action ${n}`),
      statut: 'en_cours',
      intervenants: PILOTES
    })
  const fiches = Array.from({ length: actions }, (_, n) => fiche(n + 1))
  const essai = dossierDEssai()
  return dossierDEssai({
    signataires: Array.from({ length: signataires }, (_, n) => ({
      ...essai.signataires[0]!,
      structure: texte(`Partie ${n + 1}`)
    })),
    axes: Array.from({ length: axes }, (_, n) =>
      axeDEssai(String(n + 1), { intitule: texte(`Axe d’essai ${n + 1}`), fiches: fiches.filter((_, i) => i % axes === n) })
    )
  })
}

const PILOTES = [
  { role: 'pilote' as const, nom: 'Direction de la santé publique de Fontclaire', detail: null },
  { role: 'copilote' as const, nom: 'Agence régionale de santé', detail: null }
]

describe('le résumé en quatre pages', () => {
  test('un contrat de quarante actions y tient en entier', async () => {
    const { pages } = await lirePdf(await imprimer(composerResume(dossierDe(5, 40)), 'pdf'))
    expect(pages.length).toBeLessThanOrEqual(PAGES_DU_RESUME)
    for (let n = 1; n <= 40; n += 1) expect(compact(pages.join(''))).toContain(`${n}·Action${n}`)
    expect(pages.join('')).not.toContain('autres actions')
  })

  test('un contrat de 450 actions dit, axe par axe, combien il en laisse', async () => {
    const { pages } = await lirePdf(await imprimer(composerResume(dossierDe(9, 450)), 'pdf'))
    expect(pages.length).toBeLessThanOrEqual(PAGES_DU_RESUME)
    expect(pages.join('').match(/et \d+ autres actions/g)).toHaveLength(9)
    expect(pages.join('')).toContain('450 fiches actions')
  })

  test('quels que soient les axes, les actions, les signataires et la longueur des titres, il ne passe pas quatre pages', async () => {
    const nombre = (max: number) => fc.integer({ min: 1, max })
    await fc.assert(
      fc.asyncProperty(nombre(40), nombre(500), nombre(350), nombre(30), async (...dit) => {
        // a logo as tall as they come takes its part of the first page
        const logo = { octets: unPng(400, 400), genre: 'png' as const, largeur: 400, hauteur: 400, alternatif: 'Logo' }
        const resume = composerResume(dossierDe(...dit), { ...HABILLAGE_D_ORIGINE, logo })
        const { pages } = await lirePdf(await imprimer(resume, 'pdf'))
        expect(pages.length).toBeLessThanOrEqual(PAGES_DU_RESUME)
      }),
      {
        numRuns: 12,
        examples: [
          [40, 500, 350, 30],
          [16, 500, 139, 12],
          [1, 500, 20, 1]
        ]
      }
    )
  }, 60_000)

  test('en Word il dit les mêmes signataires, axes et actions', async () => {
    const dossier = dossierDEssai()
    const mots = await mammoth.extractRawText({ buffer: Buffer.from(await imprimer(composerResume(dossier), 'docx')) })
    const { pages } = await lirePdf(await imprimer(composerResume(dossier), 'pdf'))
    for (const lu of [compact(mots.value), compact(pages.join(''))])
      for (const attendu of [
        'Résumé du contrat',
        'Agence régionale de santé (ARS)',
        'Santé mentale',
        'Ouvrir une permanence des droits'
      ])
        expect(lu).toContain(compact(attendu))
  })
})

describe('la page de signature seule', () => {
  test('elle tient sur une page jusqu’à six signataires et porte le contrat, en Word comme en PDF', async () => {
    const { pages } = await lirePdf(await imprimer(composerPageDeSignature(dossierDe(1, 1, 60, 6)), 'pdf'))
    expect(pages).toHaveLength(1)
    const word = await imprimer(composerPageDeSignature(dossierDEssai()), 'docx')
    for (const lu of [pages.join(''), (await mammoth.extractRawText({ buffer: Buffer.from(word) })).value]) {
      expect(lu).toContain('Contrat local de santé de Fontclaire')
      expect(lu.match(/Signature\s:/g)!.length).toBeGreaterThanOrEqual(3)
      expect(lu).not.toContain('Préambule')
    }
  })
})

describe('une fiche seule', () => {
  test('elle porte l’en-tête de son contrat et rien des autres fiches', async () => {
    const seule = composerFicheSeule(ficheDEssai(), dossierDEssai())
    const mots = await mammoth.extractRawText({ buffer: Buffer.from(await imprimer(seule, 'docx')) })
    const { pages } = await lirePdf(await imprimer(seule, 'pdf'))
    for (const lu of [mots.value, pages.join('')]) {
      expect(lu).toContain('Contrat local de santé de Fontclaire')
      expect(lu).toContain('Créer un centre municipal de santé')
      expect(lu).not.toContain('Ouvrir une permanence des droits')
    }
  })
})

describe('des fiches choisies', () => {
  const fiches = ['Bus santé', 'Marche du dimanche', 'Former aux premiers secours'].map((titre, n) =>
    ficheDEssai({
      id: `f${n}`,
      numero: String(n + 1),
      titre,
      sousActions: [ficheDEssai({ ...RIEN, id: `s${n}`, titre: 'Former' })]
    })
  )
  const { territoire, transversaux } = dossierDEssai()
  const choix = { territoire, transversaux, fiches, total: 3, depuis: 1, jour: '2026-11-22' }

  test('chacune commence une page, après un sommaire qui les nomme', async () => {
    const { pdf, pages } = await lirePdf(await imprimer(composerSelection(choix), 'pdf'))
    expect(pages[0]).toContain('Sommaire')
    for (const [n, { titre }] of fiches.entries()) {
      expect(pages[0]).toContain(titre)
      expect(pages.filter((page) => compact(page).includes(compact(`Fiche action ${n + 1} · ${titre}`)))).toHaveLength(2)
    }
    expect((await pdf.getOutline()).map((signet) => signet.title)).toEqual([
      'Sommaire',
      ...fiches.map(({ titre }, n) => `Fiche action ${n + 1} · ${titre}`)
    ])
    const zip = await JSZip.loadAsync(await imprimer(composerSelection(choix), 'docx'))
    const corps = await zip.file('word/document.xml')!.async('string')
    expect(corps.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2)
  })

  test('quand le choix fait plusieurs documents, chacun dit lesquelles il porte ; une seule n’a pas de sommaire', () => {
    expect(composerSelection({ ...choix, depuis: 201, total: 2450 }).ouverture.titre).toBe(
      'Fiches actions 201 à 203 sur 2\u202f450'
    )
    expect(composerSelection(choix)).toMatchObject({ sommaire: true, ouverture: { titre: '3 fiches actions' } })
    expect(composerSelection({ ...choix, fiches: fiches.slice(1, 2), total: 1 })).toMatchObject({
      sommaire: false,
      ouverture: { titre: '1 fiche action' }
    })
  })

  test('un choix tout en exemples le dit en tête de page ; mêlé, chaque exemple est marqué', () => {
    const exemples = fiches.map((fiche) => ({ ...fiche, exemple: true }))
    const marques = (document: ReturnType<typeof composerSelection>) =>
      document.blocs.filter((b) => b.bloc === 'titre' && b.mention === 'exemple').length
    expect(composerSelection({ ...choix, fiches: exemples })).toMatchObject({ mention: 'Exemple' })
    const mele = composerSelection({ ...choix, fiches: [exemples[0]!, fiches[1]!] })
    expect([mele.mention, marques(mele)]).toEqual([null, 1])
  })
})
