import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { HOSTILES, imprimableDEssai } from './imprimable-d-essai.ts'
import { titre, type Bloc } from './imprimable.ts'
import { enPdf } from './pdf.server.ts'

const lire = (octets: Uint8Array) => getDocument({ data: octets.slice(), verbosity: 0 }).promise

async function texteDe(octets: Uint8Array): Promise<string> {
  const pdf = await lire(octets)
  const pages = Array.from({ length: pdf.numPages }, async (_, i) => {
    const { items } = await (await pdf.getPage(i + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join('')
  })
  return (await Promise.all(pages)).join('\n')
}

/** Roles of the tags of a page, from the top. */
async function balises(octets: Uint8Array): Promise<string[]> {
  const arbre = await (await (await lire(octets)).getPage(1)).getStructTree()
  type Noeud = { role?: string; children?: unknown[] }
  const roles = (noeud: Noeud): string[] => [noeud.role ?? '', ...((noeud.children ?? []) as Noeud[]).flatMap(roles)]
  return roles(arbre as Noeud).filter(Boolean)
}

const TABLEAU: Bloc = {
  bloc: 'tableau',
  colonnes: [
    { titre: 'Sigle', part: 1, chiffre: false },
    { titre: 'Montant', part: 2, chiffre: true }
  ],
  lignes: Array.from({ length: 80 }, (_, i) => [`S${i}`, `${i} €`]),
  total: ['Total', '3 160 €']
}

describe('enPdf', () => {
  test('le fichier est balisé PDF/UA-1, en français, avec son titre et son auteur', async () => {
    const octets = enPdf(imprimableDEssai([titre(1, 'Un titre'), { bloc: 'paragraphe', texte: 'Un texte.' }]))
    const brut = new TextDecoder('latin1').decode(octets)
    expect(brut).toContain('pdfuaid')
    const pdf = await lire(octets)
    expect(await pdf.getMarkInfo()).toContainEqual(['Marked', true])
    const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> }
    expect(info).toMatchObject({ Language: 'fr-FR', Title: 'Un document d’essai', Author: 'Ville de Fontclaire' })
  })

  test('les titres, les listes et les tableaux portent leur balise, et l’en-tête d’un tableau se répète à chaque page', async () => {
    const liste: Bloc = { bloc: 'liste', elements: [{ nom: 'Objectif', texte: 'agir', note: null, enfants: [] }] }
    const octets = enPdf(imprimableDEssai([titre(1, 'Un'), titre(2, 'Deux'), liste, TABLEAU]))
    const roles = await balises(octets)
    for (const role of ['H1', 'H2', 'L', 'LI', 'Table', 'TR', 'TH', 'TD']) expect(roles).toContain(role)
    const pages = (await texteDe(octets)).split('\n')
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toMatch(/Sigle ?Montant/)
  })

  test('un titre qui saute un niveau est refusé, jamais imprimé inaccessible', () => {
    expect(() => enPdf(imprimableDEssai([titre(1, 'Un'), titre(3, 'Trois')]))).toThrow(/heading/)
  })

  test('neuf niveaux de titres se suivent sans refus', async () => {
    const blocs = Array.from({ length: 9 }, (_, i) => titre(i + 1, `Niveau ${i + 1}`, { auSommaire: i < 5 }))
    expect(await texteDe(enPdf(imprimableDEssai(blocs)))).toContain('Niveau 9')
  })

  test.each(HOSTILES)('le texte « %s » ressort tel quel, où qu’il soit', async (texte) => {
    const octets = enPdf(
      imprimableDEssai(
        [
          titre(1, texte, { mention: texte }),
          { bloc: 'paragraphe', texte },
          { bloc: 'encadre', entrees: [{ nom: texte, valeur: texte }] },
          { bloc: 'reperes', entrees: [{ nom: texte, valeur: texte }] },
          {
            bloc: 'cartes',
            cartes: [
              { coin: texte, titre: texte, lignes: [texte], entrees: [{ nom: texte, valeur: texte }], pied: texte, grande: false }
            ]
          },
          { bloc: 'tableau', colonnes: [{ titre: texte, part: 1, chiffre: false }], lignes: [[texte]], total: null }
        ],
        { titre: texte, auteur: texte, pied: texte }
      )
    )
    const sansEspace = (t: string) => t.replace(/\s/g, '')
    const vu = sansEspace(await texteDe(octets))
    expect(vu.split(sansEspace(texte)).length - 1).toBeGreaterThanOrEqual(15)
    expect(await (await lire(octets)).getMetadata()).toMatchObject({ info: { Title: texte } })
  })

  test('un signe qu’aucune police ne dessine devient « □ », les flèches et les cases restent', async () => {
    const vu = await texteDe(enPdf(imprimableDEssai([{ bloc: 'paragraphe', texte: 'avant 🙂 1️⃣ 中 → ☑ après' }])))
    expect(vu).toContain('avant □ 1 □ → ☑ après')
  })
})
