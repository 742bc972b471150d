import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { direNumero, type Bloc, type Imprimable } from '#platform/documents/imprimable.ts'
import type { FicheDossier } from '#domaines/actions/schema/dossier.ts'
import { composerContrat } from './composer-contrat.ts'
import { composerFiche } from './composer-fiche.ts'
import { composerResume } from './composer-resume.ts'
import { composerPageDeSignature } from './composer-signatures.ts'
import { axeDEssai, dossierDEssai, ficheDEssai, RIEN } from './dossier-d-essai.ts'

const titres = (blocs: Bloc[]) =>
  blocs.flatMap((b) => (b.bloc === 'titre' ? [`${b.niveau} ${direNumero(b.numero)}${b.texte}`] : []))
const chapitres = ({ blocs }: Imprimable) => titres(blocs).flatMap((t) => (t.startsWith('1 ') ? [t.slice(2)] : []))
const intertitres = (blocs: Bloc[]) => blocs.flatMap((b) => (b.bloc === 'titre' && !b.auSommaire ? [b.texte] : []))
const cartes = (blocs: Bloc[]) =>
  new Map(blocs.flatMap((b) => (b.bloc === 'reperes' ? b.entrees.map((e) => [e.nom, e.valeur] as const) : [])))
const tableaux = (blocs: Bloc[]) => blocs.filter((b) => b.bloc === 'tableau')

/** Blocs that follow a heading, up to the next. */
function sous(blocs: Bloc[], texte: string): Bloc[] {
  const debut = blocs.findIndex((b) => b.bloc === 'titre' && b.texte === texte)
  const reste = blocs.slice(debut + 1)
  const fin = reste.findIndex((b) => b.bloc === 'titre')
  return debut < 0 ? [] : reste.slice(0, fin < 0 ? undefined : fin)
}

const fiche = (reste: Partial<FicheDossier> = {}) => composerFiche(ficheDEssai({ ...RIEN, ...reste }), 4, dossierDEssai())

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

describe('le résumé', () => {
  const sousTitre = (d: typeof essai, nom: string) => tableaux(sous(composerResume(d).blocs, nom))[0]
  const essai = dossierDEssai()

  test('il dit les faits, les statuts et le budget, puis les signataires, les axes et les actions', () => {
    const { blocs, ouverture } = composerResume(essai)
    expect(titres(blocs)).toEqual([
      '1 Résumé du contrat',
      '2 Pourquoi ce contrat',
      '2 Les signataires',
      '2 Les axes',
      '2 Qui décide, qui suit',
      '2 Les actions'
    ])
    expect(ouverture).toMatchObject({ pleinePage: false, titre: essai.contrat.intitule })
    const carte = cartes(blocs)
    expect(carte.get('Plan d’actions')).toBe('2 axes, 2 thématiques et 3 fiches actions')
    expect(carte.get('Statuts des actions')).toBe('En cours : 1 · Non dit : 2')
    expect(carte.get('Budget prévisionnel')).toBe('480\u202f000\u00a0€ pour 1 action chiffrée')
  })

  test('chaque axe dit ce qu’il vise, son argent et son nombre d’actions, celles de ses branches comprises, et les actions sans axe viennent à la fin', () => {
    const avec = { ...essai, horsAxe: [ficheDEssai({ ...RIEN, numero: null, titre: 'Orpheline' })] }
    expect(sousTitre(avec, 'Les axes')?.lignes).toEqual([
      [
        '1',
        'Accès aux droits et aux soins',
        'Que chacun trouve un médecin traitant à moins de vingt minutes.',
        '2',
        '480\u202f000\u00a0€'
      ],
      ['2', 'Santé mentale', '', '1', ''],
      ['–', 'Sous aucun axe', '', '1', '']
    ])
    expect(sousTitre(avec, 'Les actions')?.lignes).toEqual([
      [
        '1',
        '1 · Créer un centre municipal de santé\nLe centre réunit trois généralistes et une infirmière. - Consultations sur rendez-vous - Soins non programmés le matin',
        'Ville de Fontclaire',
        'En cours'
      ],
      ['1', '2 · Ouvrir une permanence des droits', '', ''],
      ['2', 'Former aux premiers secours en santé mentale', '', ''],
      ['–', 'Orpheline', '', '']
    ])
  })

  test('dans un contrat réel une action d’exemple le dit, et un nom long n’est abrégé que faute de place', () => {
    const nom = 'Direction de la santé, de la prévention et du handicap de Fontclaire'
    const actions = (nombre: number) =>
      Array.from({ length: nombre }, () =>
        ficheDEssai({ ...RIEN, titre: 'Marcher', exemple: true, intervenants: [{ role: 'service_pilote', nom, detail: null }] })
      )
    const premiere = (nombre: number, d = essai) =>
      sousTitre({ ...d, axes: [axeDEssai('1', { fiches: actions(nombre) })] }, 'Les actions')!.lignes[0]
    expect(premiere(3)).toEqual(['1', '1 · Marcher (exemple)', nom])
    expect(premiere(300)?.[2]).toBe('Direction de la santé, de la prévention…')
    expect(premiere(3, { ...essai, contrat: { ...essai.contrat, exemple: true } })?.[1]).toBe('1 · Marcher')
  })

  test('aucune action n’est perdue : celles qui sont montrées et celles qui sont comptées font le tout', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(120), { minLength: 1, maxLength: 30 }), fc.integer({ min: 5, max: 300 }), (parAxe, signes) => {
        const axes = parAxe.map((nombre, n) =>
          axeDEssai(String(n + 1), {
            fiches: Array.from({ length: nombre }, () => ficheDEssai({ ...RIEN, titre: 'x '.repeat(signes / 2) }))
          })
        )
        const lignes = sousTitre({ ...essai, axes }, 'Les actions')?.lignes ?? []
        const comptees = lignes.map(([, action]) => Number(/^et (\d+) autres? actions?$/.exec(action!)?.[1] ?? 1))
        expect(comptees.reduce((a, b) => a + b, 0)).toBe(parAxe.reduce((a, b) => a + b, 0))
      }),
      { numRuns: 40 }
    )
  })

  test('un axe qui a des actions en montre toujours, même quand les autres en ont beaucoup', () => {
    const axes = [90, 3].map((nombre, n) =>
      axeDEssai(String(n + 1), { fiches: Array.from({ length: nombre }, () => ficheDEssai({ ...RIEN, titre: 'Marcher' })) })
    )
    const lignes = sousTitre({ ...essai, axes }, 'Les actions')!.lignes
    expect(lignes.filter(([axe]) => axe === '2')).toHaveLength(3)
    expect(lignes.find(([axe, action]) => axe === '1' && action!.startsWith('et '))).toBeDefined()
  })
})

describe('la page de signature', () => {
  const paragraphes = (d = dossierDEssai()) =>
    composerPageDeSignature(d).blocs.flatMap((b) => (b.bloc === 'paragraphe' ? [b.texte] : []))

  test('elle dit quand et où le contrat fut signé, ou laisse la place de l’écrire', () => {
    expect(paragraphes()).toEqual(['Signé : le 7 mars 2024, hôtel de ville de Fontclaire.'])
    const essai = dossierDEssai()
    const projet = { ...essai, contrat: { ...essai.contrat, etat: 'en_relecture' as const, signeLe: null, signatureLieu: null } }
    expect(paragraphes(projet)[0]).toMatch(/^Fait à _+, le _+$/)
    expect(composerPageDeSignature(projet).mention).toBe('Document de travail')
  })

  test('elle a une case par signataire, ou dit qu’il n’y en a pas encore', () => {
    const cases = composerPageDeSignature(dossierDEssai()).blocs.find((b) => b.bloc === 'signatures')
    expect(cases?.cases).toHaveLength(3)
    expect(paragraphes(dossierDEssai({ signataires: [] })).at(-1)).toContain('Aucun signataire')
  })
})

const SANS_PRECISION = { definition: null, nature: null, source: null, frequence: null, detenteur: null, objectif: null }

describe('la fiche imprimée', () => {
  test('une fiche dont on ne sait que le titre n’imprime que son titre', () => {
    expect(fiche()).toHaveLength(1)
  })

  test('chaque partie n’apparaît qu’avec son contenu, dans l’ordre de la fiche', () => {
    expect(intertitres(fiche({ notes: 'Une note.', contexte: 'Un contexte.' }))).toEqual(['Contexte', 'Notes'])
    expect(intertitres(composerFiche(ficheDEssai(), 4, dossierDEssai()))).toEqual([
      'Contexte',
      'Objectifs',
      'Description',
      'Étapes',
      'Moyens humains et techniques',
      'Moyens mutualisés',
      'Budget',
      'Postes',
      'Indicateurs',
      'Réponses aux axes transversaux',
      'Dernières nouvelles',
      'Points de vigilance',
      'Notes',
      'Actions liées',
      'Documents'
    ])
  })

  test('R-088 · la carte dit les rôles au singulier ou au pluriel, les mots du plan national et la charte d’Ottawa', () => {
    const carte = cartes(composerFiche(ficheDEssai(), 4, dossierDEssai()))
    expect(carte.get('Structure pilote')).toBe('Ville de Fontclaire')
    expect(carte.get('Partenaires')).toBe('Agence régionale de santé – cofinancement\nCaisse primaire d’assurance maladie')
    expect(carte.get('Période')).toBe('Septembre 2024 – 30 juin 2026')
    expect(carte.get('Statut')).toBe('En cours')
    expect(carte.get('Âges de la vie')).toBe('Enfance, adultes et seniors')
    expect(carte.get('Charte d’Ottawa')).toBe('La création d’environnements favorables\nLa réorientation des services de santé')
    expect(carte.get('Budget prévisionnel')).toBe('480\u202f000\u00a0€')
  })

  test('un budget nul et un « non » sont des réponses, pas des vides', () => {
    const carte = cartes(fiche({ budgetPrevisionnel: 0, ameliorationContinue: false }))
    expect([...carte]).toEqual([
      ['Amélioration continue', 'Non'],
      ['Budget prévisionnel', '0\u00a0€']
    ])
  })

  test('les objectifs gardent leurs trois niveaux et le résultat attendu', () => {
    const [liste] = sous(composerFiche(ficheDEssai(), 4, dossierDEssai()), 'Objectifs')
    expect(liste).toMatchObject({
      bloc: 'liste',
      elements: [
        {
          nom: 'Objectif général',
          enfants: [
            {
              nom: 'Objectif spécifique',
              enfants: [{ nom: 'Objectif opérationnel', note: 'Résultat attendu : Trois contrats signés en 2025' }]
            }
          ]
        }
      ]
    })
  })

  test('le budget est totalisé seulement quand tous les montants sont connus et au même état', () => {
    const total = (financements: FicheDossier['financements']) => tableaux(fiche({ financements }))[0]?.total
    const a = { financeur: 'Ville', annee: 2024, montant: 10_000, etat: 'accorde', taxe: 'ht' } as const
    expect(total([a, { ...a, montant: 5_050 }])).toEqual(['Total', '', '', '150,50\u00a0€'])
    expect(total([a])).toBeNull()
    expect(total([a, { ...a, montant: null }])).toBeNull()
    expect(total([a, { ...a, etat: 'demande' }])).toBeNull()
    // before tax and with it do not add up, and the table then says which is which
    expect(total([a, { ...a, taxe: 'ttc' }])).toBeNull()
    const [tableau] = tableaux(fiche({ financements: [a, { ...a, taxe: 'ttc' }] }))
    expect(tableau?.lignes.map((ligne) => ligne[3])).toEqual(['HT', 'TTC'])
  })

  test('R-080 · la fiche imprime ce qui est mutualisé, ses parts de postes et ce que dit chaque indicateur', () => {
    const blocs = composerFiche(ficheDEssai(), 4, dossierDEssai())
    expect(JSON.stringify(sous(blocs, 'Moyens mutualisés'))).toMatch(/Locaux.*Matériel.*prête la salle/)
    expect(sous(blocs, 'Postes')).toMatchObject([
      { lignes: [['Médiatrice santé', '0,3\u00a0ETP', '2025', 'Ville de Fontclaire', '12\u202f000\u00a0€']] }
    ])
    expect(JSON.stringify(sous(blocs, 'Indicateurs'))).toContain(
      'Résultat\\nPersonnes venues au moins une fois.\\nSource : Logiciel du centre\\nRelevé : chaque semestre\\nChiffre tenu par : Ville de Fontclaire'
    )
  })

  test('une colonne dont personne ne dit rien n’est pas imprimée', () => {
    const [tableau] = tableaux(
      fiche({
        indicateurs: [
          {
            ...ficheDEssai().indicateurs[0]!,
            ...SANS_PRECISION,
            intitule: 'Ateliers',
            unite: null,
            initiale: null,
            cible: 0,
            valeurs: []
          }
        ]
      })
    )
    expect(tableau?.colonnes.map((c) => c.titre)).toEqual(['Indicateur', 'Cible'])
    expect(tableau?.lignes).toEqual([['Ateliers', '0']])
  })

  test('R-063 · les réponses suivent l’ordre des axes transversaux puis des moments', () => {
    const [tableau] = tableaux(sous(composerFiche(ficheDEssai(), 4, dossierDEssai()), 'Réponses aux axes transversaux'))
    expect(tableau?.lignes.map((l) => l.slice(0, 2))).toEqual([
      ['Participation des habitants', 'Conception'],
      ['Participation des habitants', 'Évaluation'],
      ['Réduction des inégalités', 'Conception']
    ])
  })

  test('une réponse aux axes d’un autre contrat n’est pas imprimée dans celui-ci', () => {
    const reponses = [{ axe: 'ailleurs', moment: 'conception' as const, texte: 'Pour le contrat d’avant.' }]
    expect(intertitres(fiche({ reponses }))).toEqual([])
  })

  test('R-076 · les trois dernières nouvelles sont imprimées, avec leur date, leur source et qui les a notées', () => {
    const [tableau] = tableaux(sous(composerFiche(ficheDEssai(), 4, dossierDEssai()), 'Dernières nouvelles'))
    expect(tableau?.colonnes.map((c) => c.titre)).toEqual(['Date', 'Nouvelle', 'Source', 'Notée par'])
    expect(tableau?.lignes).toEqual([
      ['12 février 2026', 'Un deuxième médecin arrive en mars.', 'comité technique', 'Camille Desprairies'],
      ['octobre 2025', 'Le bail est signé.', '', 'Camille Desprairies'],
      ['3 juin 2025', 'Le local est trouvé, rue des Tilleuls.', 'appel du CCAS', 'Alix Vidal']
    ])
    expect(intertitres(fiche({ nouvelles: [] }))).toEqual([])
  })

  test('les documents joints sont nommés, avec leur fichier et leur date', () => {
    const [liste] = sous(fiche({ pieces: ficheDEssai().pieces }), 'Documents')
    expect(liste).toMatchObject({ elements: [{ texte: 'Bail du local (bail.pdf, version 2), 14 octobre 2025' }] })
  })

  test('une sous-action suit sa fiche sous la même forme, hors du sommaire', () => {
    const blocs = fiche({ sousActions: [ficheDEssai({ ...RIEN, numero: '1.1', titre: 'Former' })] })
    expect(titres(blocs)).toEqual(['4 Fiche action 1 · Créer un centre municipal de santé', '5 Sous-action 1.1 · Former'])
    expect(intertitres(blocs)).toEqual(['Former'])
  })
})
