import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx'
import { describe, expect, test } from 'vitest'
import { lirePlan } from '../regles/plan/lire.ts'
import { proposerAppariement } from '../regles/plan/libre.ts'
import { ouvrirFichier } from './plan.server.ts'

type Case = string | string[] | { sur: number; texte: string } | { suite: true }
const cellule = (une: Case) => {
  if (typeof une === 'object' && 'suite' in une)
    return new TableCell({ verticalMerge: VerticalMergeType.CONTINUE, children: [new Paragraph('')] })
  const textes = typeof une === 'string' ? [une] : Array.isArray(une) ? une : [une.texte]
  return new TableCell({
    columnSpan: typeof une === 'object' && 'sur' in une ? une.sur : undefined,
    children: textes.map((texte) => new Paragraph(texte))
  })
}
const tableau = (lignes: Case[][]) => new Table({ rows: lignes.map((ligne) => new TableRow({ children: ligne.map(cellule) })) })
const document = (...blocs: (string | Table)[]) =>
  Packer.toBuffer(
    new Document({ sections: [{ children: blocs.map((bloc) => (typeof bloc === 'string' ? new Paragraph(bloc) : bloc)) }] })
  )
const ouvrir = async (...blocs: (string | Table)[]) => {
  const lu = await ouvrirFichier(new Uint8Array(await document(...blocs)), 'Contrat 2026.docx')
  if (typeof lu === 'string') throw new Error(lu)
  return lu
}
const planDe = async (...blocs: (string | Table)[]) => {
  const classeur = await ouvrir(...blocs)
  return lirePlan(classeur, proposerAppariement(classeur, 'Contrat 2026.docx')!.appariement)
}

const BUS: Case[][] = [
  ['Titre de l’action :', 'Bus santé'],
  ['Constat de départ', ['Peu de médecins.', 'Des délais longs.']],
  ['Structure pilote', 'CCAS'],
  ['Partenaires', 'CPAM, CPTS'],
  ['Budget', '12 000 €']
]

describe('un document Word de fiches', () => {
  test('R-073 · un tableau « champ, valeur » par fiche devient une ligne, avec l’axe et le titre écrits au-dessus quand il ne les dit pas', async () => {
    const sansTitre = [
      ['Porteur', 'CLSM'],
      ['Objectif général', 'Écouter'],
      ['Échéance', '2027'],
      ['Divers', 'à garder']
    ]
    const lu = await planDe(
      'Notre contrat',
      'Axe 1 : Accès aux soins',
      tableau(BUS),
      'Axe 2 : Santé mentale',
      'Groupes de parole',
      tableau(sansTitre)
    )
    expect(lu.refus).toEqual([])
    expect(lu.titre).toBe('Contrat 2026')
    expect(lu.lignes).toMatchObject([
      {
        axes: ['Accès aux soins'],
        champs: {
          titre: 'Bus santé',
          contexte: 'Peu de médecins.\nDes délais longs.',
          budgetPrevisionnel: 1_200_000,
          intervenants: [{ role: 'pilote', nom: 'CCAS' }, { nom: 'CPAM' }, { nom: 'CPTS' }]
        }
      },
      { axes: ['Santé mentale'], champs: { titre: 'Groupes de parole', fin: '2027', notes: 'Divers : à garder' } }
    ])
  })

  test('le titre peut être un bandeau sur toute la largeur, et deux champs tenir sur une ligne', async () => {
    const fiche: Case[][] = [
      [{ sur: 4, texte: 'Fiche action 3 : Bus santé' }],
      ['Pilote', 'CCAS', 'Partenaires', 'CPAM'],
      ['Début', '2024', 'Fin', '2026'],
      ['Description', { sur: 3, texte: 'Un bus, deux fois par mois.' }]
    ]
    expect((await planDe(tableau(fiche))).lignes).toMatchObject([
      { champs: { titre: 'Bus santé', numero: '3', debut: '2024', fin: '2026', description: 'Un bus, deux fois par mois.' } }
    ])
  })

  test('un tableau à noms de colonnes se lit comme une feuille, coupé ou non par un saut de page', async () => {
    const noms = ['Axe', 'Intitulé', 'Pilote']
    const lu = await planDe(
      tableau([noms, ['Soins', 'Bus', 'CCAS'], [{ suite: true }, 'Navette', 'Ville']]),
      tableau([noms, ['Mental', 'Parole', 'CLSM']])
    )
    expect(lu.lignes.map(({ champs, axes }) => [champs.titre, ...axes])).toEqual([
      ['Bus', 'Soins'],
      ['Navette', 'Soins'],
      ['Parole', 'Mental']
    ])
  })

  test('un document sans tableau de fiches, ou qui n’est pas un document, est refusé avec sa phrase', async () => {
    const sans = await document(
      'Un beau texte.',
      tableau([
        ['12', '13'],
        ['14', '15']
      ])
    )
    expect(await ouvrirFichier(new Uint8Array(sans), 'a.docx')).toContain('Aucun tableau de fiches')
    expect(await ouvrirFichier(new Uint8Array([1, 2, 3]), 'a.docx')).toMatch(/abîmé|n’est pas un tableur/)
  })
})
