import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx'
import { describe, expect, test } from 'vitest'
import { lirePlan } from '../regles/plan/lire.ts'
import { composerFicheSeule } from '../exports/composer-fiche.ts'
import { composerSelection } from '../exports/composer-selection.ts'
import { imprimer } from '../exports/documents.server.ts'
import { dossierDEssai, ficheDEssai, RIEN } from '../exports/dossier-d-essai.ts'
import type { FicheDossier } from '../schema/dossier.ts'
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

  const CADRE = { territoire: dossierDEssai().territoire, transversaux: dossierDEssai().transversaux, jour: '2026-11-22' }
  const sortir = (fiches: FicheDossier[]) =>
    imprimer(composerSelection({ ...CADRE, fiches, total: fiches.length, depuis: 1 }), 'docx')
  const relire = async (octets: Uint8Array) => {
    const lu = await ouvrirFichier(octets, 'Fiches.docx')
    if (typeof lu === 'string') throw new Error(lu)
    const proposition = proposerAppariement(lu, 'Fiches.docx')!
    return { plan: lirePlan(lu, proposition.appariement), ...proposition }
  }

  test('R-073 · le Word de fiches que Tisserand produit se relit : les titres, les champs, les sections et les financeurs', async () => {
    const suite = { id: 'f2', numero: null, titre: 'Former aux premiers secours', ...RIEN }
    const sous = ficheDEssai({ id: 'f4', numero: '1.1', titre: 'Trouver le local', ...RIEN, nature: 'nouvelle' })
    const { plan, entete, appariement } = await relire(
      await sortir([
        ficheDEssai({ sousActions: [sous] }),
        ficheDEssai(suite),
        ficheDEssai({ ...suite, titre: 'Écouter', nature: 'nouvelle' })
      ])
    )
    expect(entete.colonnes.find((_, rang) => appariement.roles[rang] === 'titre')?.nom).toBe('Titre de l’action')
    expect(plan.lignes.map(({ nature, champs: { numero, titre } }) => [nature, numero, titre])).toEqual([
      ['action', '1', 'Créer un centre municipal de santé'],
      ['sous_action', '1.1', 'Trouver le local'],
      ['action', null, 'Former aux premiers secours'],
      ['action', null, 'Écouter']
    ])
    expect(plan.lignes[0]!.champs).toMatchObject({
      statut: 'en_cours',
      nature: 'nouvelle',
      priorite: 'eleve',
      debut: '2024-09',
      fin: '2026-06-30',
      ages: ['enfance', 'adultes', 'seniors'],
      thematiques: ['acces_soins', 'offre_soins'],
      milieux: ['Quartier', 'École'],
      quartiers: ['Les Tilleuls'],
      contexte: 'Le quartier des Tilleuls n’a plus de cabinet médical depuis 2021.',
      vigilance: 'Le recrutement médical reste difficile.',
      budgetPrevisionnel: 48_000_000,
      objectifs: [{ enfants: [{ enfants: [{ texte: 'Recruter trois médecins généralistes' }] }] }],
      etapes: [
        { intitule: 'Étude de faisabilité', echeance: '2023', faite: true },
        { intitule: 'Ouverture', echeance: '2025-09-01', faite: false }
      ],
      financements: [
        { financeur: 'Ville de Fontclaire', montant: 30_000_000 },
        { financeur: 'Agence régionale de santé', montant: 18_000_050 }
      ],
      indicateurs: [{ intitule: 'Patients suivis', unite: 'personnes', initiale: 0, cible: 2400, valeurs: [{}, {}] }]
    })
    expect(plan.lignes[0]!.champs.notes).toContain('Ville de Fontclaire – 2024 – Accordé')
  })

  test('R-073 · la fiche produite seule se relit aussi', async () => {
    const seule = await imprimer(composerFicheSeule(ficheDEssai(), dossierDEssai()), 'docx')
    expect((await relire(seule)).plan.lignes.map(({ champs }) => champs.titre)).toEqual(['Créer un centre municipal de santé'])
  })

  test('un titre au-dessus de son tableau est lu, qu’il dise « Fiche action n°2 » ou non ; une phrase, ou un numéro seul, n’en est pas un', async () => {
    const fiche: Case[][] = [
      ['Types d’action', 'Aller-vers'],
      ['Structure copilote', 'CCAS'],
      ['Milieux d’intervention', 'École'],
      ['Statut', 'En cours']
    ]
    const lu = await planDe(
      'Fiche action n° 2 – Bus santé',
      tableau(fiche),
      'Groupes de parole',
      tableau(fiche),
      'Cette action est portée par la Ville.',
      tableau(fiche),
      'Fiche action 4',
      tableau(fiche)
    )
    expect(lu.lignes.map(({ champs: { titre, numero } }) => [numero, titre])).toEqual([
      ['2', 'Bus santé'],
      [null, 'Groupes de parole'],
      [null, 'Sans titre (ligne 4)'],
      [null, 'Sans titre (ligne 5)']
    ])
    expect(lu.avertissements.filter(({ motif }) => motif.includes('pas de titre')).map(({ ligne }) => ligne)).toEqual([4, 5])
    expect(lu.lignes[0]!.champs).toMatchObject({
      intervenants: [{ role: 'copilote', nom: 'CCAS' }],
      milieux: ['École'],
      quartiers: []
    })
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
