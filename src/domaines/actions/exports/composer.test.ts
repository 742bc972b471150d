import { describe, expect, test } from 'vitest'
import type { ActeDossier, Dossier } from '../schema/dossier.ts'
import { composerContrat } from './composer-contrat.ts'
import { axeDEssai, dossierDEssai, ficheDEssai } from './dossier-d-essai.ts'
import { titres, chapitres, tableaux, sous } from './blocs-d-essai.ts'

describe('le contrat imprimé', () => {
  test('R-115 · les chapitres viennent dans l’ordre d’un contrat signé, les sigles à la fin', () => {
    expect(chapitres(composerContrat(dossierDEssai()))).toEqual([
      'I. Préambule',
      'II. Références légales',
      'III. Gouvernance',
      'IV. Axes thématiques et fiches actions',
      'V. Axes transversaux',
      'VI. Signataires et conventions',
      'VII. Sigles'
    ])
  })

  test('un chapitre vide n’est pas imprimé et ne prend pas de numéro', () => {
    const essai = dossierDEssai({ signataires: [], conventions: [], transversaux: [], sigles: [] })
    essai.contrat = { ...essai.contrat, preambule: ' \n ', referencesLegales: [''], gouvernance: null }
    expect(chapitres(composerContrat(essai))).toEqual(['I. Axes thématiques et fiches actions'])
    expect(composerContrat({ ...essai, axes: [] }).blocs).toEqual([])
  })

  test('les axes portent le nom de leur niveau et leur numéro, les fiches le leur quand elles en ont un', () => {
    expect(titres(composerContrat(dossierDEssai()).blocs)).toEqual(
      expect.arrayContaining([
        '2 Axe 1 · Accès aux droits et aux soins',
        '3 Thématique 1.1 · Premier recours',
        '4 Fiche action 1 · Créer un centre municipal de santé',
        '3 Fiche action · Former aux premiers secours en santé mentale',
        '2 Axe transversal 2 · Réduction des inégalités'
      ])
    )
  })

  test('aucun titre ne descend de plus d’un niveau, même avec des fiches hors axe et des sous-actions', () => {
    const essai = dossierDEssai({ horsAxe: [ficheDEssai({ sousActions: [ficheDEssai({ sousActions: [ficheDEssai()] })] })] })
    const niveaux = composerContrat(essai).blocs.flatMap((b) => (b.bloc === 'titre' ? [b.niveau] : []))
    niveaux.forEach((niveau, i) => expect(niveau - (niveaux[i - 1] ?? 0)).toBeLessThanOrEqual(1))
  })

  test('les fiches propres à un axe viennent avant ses branches', () => {
    const axes = [
      axeDEssai('1', { fiches: [ficheDEssai()], enfants: [axeDEssai('1.1', { fiches: [ficheDEssai({ titre: 'Bas' })] })] })
    ]
    const vus = titres(composerContrat(dossierDEssai({ axes })).blocs).filter((t) => /Fiche action|Axe 1/.test(t))
    expect(vus).toEqual([
      '2 Axe 1 · Axe d’essai 1',
      '3 Fiche action 1 · Créer un centre municipal de santé',
      '3 Axe 1.1 · Axe d’essai 1.1',
      '4 Fiche action 1 · Bas'
    ])
  })

  test('les fiches sans axe sont imprimées à part, à la fin des axes', () => {
    const vus = titres(composerContrat(dossierDEssai({ horsAxe: [ficheDEssai({ titre: 'Orpheline' })] })).blocs)
    const debut = vus.indexOf('2 Actions hors axe')
    expect(vus[debut + 1]).toBe('3 Fiche action 1 · Orpheline')
    expect(debut).toBeGreaterThan(vus.indexOf('2 Axe 2 · Santé mentale'))
  })

  test('une vue d’ensemble liste chaque fiche avec son axe ; une fiche seule n’en a pas', () => {
    const lignes = (d = dossierDEssai()) => tableaux(sous(composerContrat(d).blocs, 'Les actions en un coup d’œil'))[0]?.lignes
    expect(lignes()?.map((l) => [l[0], l[2]])).toEqual([
      ['1', 'Créer un centre municipal de santé'],
      ['1', 'Ouvrir une permanence des droits'],
      ['2', 'Former aux premiers secours en santé mentale']
    ])
    expect(lignes(dossierDEssai({ axes: [axeDEssai('1', { fiches: [ficheDEssai()] })] }))).toBeUndefined()
  })

  test('une case à signer par signataire, avec ce que l’on sait de lui', () => {
    const blocs = composerContrat(dossierDEssai()).blocs
    const signatures = blocs.find((b) => b.bloc === 'signatures')
    expect(signatures?.cases.map((c) => [c.structure, c.personne, c.qualite, c.date])).toEqual([
      ['Ville de Fontclaire', 'Camille Desprairies', 'Maire', 'Signé le 7 mars 2024'],
      ['Agence régionale de santé (ARS)', null, 'Directrice générale', 'Signé en mars 2024'],
      ['Préfecture de département', null, null, null]
    ])
    expect(tableaux(sous(blocs, 'Partenaires liés par une convention'))[0]?.lignes).toEqual([
      ['Mutuelle des Deux-Rives', 'Offre de complémentaire santé solidaire', 'mai 2024']
    ])
  })

  test('R-012 · les actes du contrat disent ce qu’ils font : la fin qu’ils donnent, ce qu’ils apportent ; sans acte, rien', () => {
    const actes = (d: Dossier) => tableaux(sous(composerContrat(d).blocs, 'Actes du contrat'))[0]?.lignes
    expect(actes(dossierDEssai())).toBeUndefined()
    const montant: ActeDossier['montants'][number] = {
      financeur: 'ARS',
      annee: 2027,
      montant: 1_250_050,
      taxe: 'ttc',
      precision: null
    }
    const arrete: ActeDossier = {
      ...{ nature: 'prorogation', reference: 'arrêté n° 2028-42', date: '2028-11', nouvelleFin: '2029-06-30' },
      ...{ objet: 'Le temps d’écrire la suite.', montants: [montant, { ...montant, financeur: null, annee: null, taxe: 'ht' }] }
    }
    const etude: ActeDossier = {
      nature: 'etude',
      reference: 'Étude de 2023',
      date: '2023',
      objet: null,
      nouvelleFin: null,
      montants: []
    }
    const dit = actes(dossierDEssai({ actes: [etude, arrete] }))!
    expect(dit.map((ligne) => ligne.map((cellule) => cellule.replaceAll(/\s/g, ' ')))).toEqual([
      ['Étude d’éligibilité Étude de 2023', '2023', ''],
      [
        'Prorogation par arrêté arrêté n° 2028-42',
        'novembre 2028',
        'Le temps d’écrire la suite. Le contrat court jusqu’au 30 juin 2029. 12 500,50 € TTC (ARS, 2027) 12 500,50 € HT'
      ]
    ])
    const seuls = dossierDEssai({ signataires: [], conventions: [], actes: [etude] })
    expect(chapitres(composerContrat(seuls))).toContain('VI. Signataires et conventions')
  })

  test('R-019 · la couverture dit le territoire, les années, les parties, l’état et la signature', () => {
    const { ouverture } = composerContrat(dossierDEssai())
    expect(ouverture).toMatchObject({ surtitre: 'Ville de Fontclaire', sousTitre: '2024-2028' })
    expect(ouverture.parties).toContain('Agence régionale de santé (ARS)')
    expect(ouverture.reperes).toEqual([
      { nom: 'État', valeur: 'Contrat en vigueur' },
      { nom: 'Génération', valeur: '2e contrat du territoire' },
      { nom: 'Signature', valeur: 'Le 7 mars 2024, hôtel de ville de Fontclaire' },
      { nom: 'Plan d’actions', valeur: '2 axes, 2 thématiques et 3 fiches actions' }
    ])
  })

  test('R-072 · le plan est compté sous les noms de niveaux du territoire, au singulier et au pluriel', () => {
    const compte = (niveaux: string[], ...noms: string[]) => {
      const essai = dossierDEssai({
        axes: noms.map((niveau, i) => axeDEssai(String(i + 1), { niveau, fiches: [ficheDEssai()] }))
      })
      return composerContrat({ ...essai, contrat: { ...essai.contrat, niveaux } }).ouverture.reperes.at(-1)?.valeur
    }
    expect(compte(['Axe'], 'Axe')).toBe('1 axe et 1 fiche action')
    expect(compte(['Axe de travail'], 'Axe de travail', 'Axe de travail')).toBe('2 axes de travail et 2 fiches actions')
    expect(compte(['Objectif stratégique'], 'Objectif stratégique', 'Objectif stratégique')).toBe(
      '2 objectifs stratégiques et 2 fiches actions'
    )
  })

  test('R-075 · un axe dit son enjeu, son constat et son objectif quand il les a', () => {
    const encadres = composerContrat(dossierDEssai()).blocs.filter((b) => b.bloc === 'encadre')
    expect(encadres.map((b) => b.entrees.map((e) => e.nom))).toEqual([['Enjeu', 'Constat', 'Objectif']])
  })

  test('les années ne sont pas répétées quand le titre les dit', () => {
    const essai = dossierDEssai()
    essai.contrat.intitule = 'Contrat local de santé 2024-2028'
    expect(composerContrat(essai).ouverture.sousTitre).toBeNull()
  })

  test('un exemple et un document de travail se voient sur chaque page, un contrat réel et signé ne porte rien', () => {
    const mention = (reste: object) => {
      const essai = dossierDEssai()
      return composerContrat({ ...essai, contrat: { ...essai.contrat, ...reste } }).mention
    }
    expect(mention({})).toBeNull()
    expect(mention({ exemple: true })).toBe('Exemple')
    expect(mention({ etat: 'en_relecture' })).toBe('Document de travail')
  })

  test('dans un contrat réel, un axe ou une fiche d’exemple est marqué ; dans un exemple, la mention générale suffit', () => {
    const essai = dossierDEssai({ axes: [axeDEssai('1', { exemple: true, fiches: [ficheDEssai({ exemple: true })] })] })
    const marques = (d = essai) => composerContrat(d).blocs.filter((b) => b.bloc === 'titre' && b.mention === 'exemple').length
    expect(marques()).toBe(2)
    expect(marques({ ...essai, contrat: { ...essai.contrat, exemple: true } })).toBe(0)
  })
})
