import { describe, expect, test } from 'vitest'
import type { Cellule, Classeur, Feuille, Signe } from '#platform/classeur.ts'
import { depuisAdresse, enAdresse, type Appariement } from '../../schema/appariement.ts'
import { trouverFeuille, trouverLigneDesNoms } from './entete-libre.ts'
import { jugerRoles, proposerAppariement } from './libre.ts'
import { lirePlan } from './lire.ts'
import { lireEntete, rolesRetenus, signature } from '#platform/classeur/libre.ts'
import { proposerRoles } from './proposer.ts'

const feuille = (lignes: Cellule[][], plus: Partial<Feuille> = {}): Feuille => ({
  nom: 'Suivi',
  lignes,
  fusions: [],
  masquee: false,
  ...plus
})
const classeur = (feuilles: Feuille[], signes: Signe[] = []): Classeur => ({ feuilles, base1904: false, signes })
const lire = (une: Feuille, change: Partial<Appariement> = {}, signes: Signe[] = []) => {
  const livre = classeur([une], signes)
  return lirePlan(livre, { ...proposerAppariement(livre, 'Suivi 2026.xlsx')!.appariement, ...change })
}
const NOMS = ['Orientation', 'Intitulé de l’action', 'Qui pilote ?', 'Avancement']
const merge = (ligne: number, colonne: number, hauteur: number, largeur = 1) => ({ ligne, colonne, hauteur, largeur })

describe('trouver la ligne des noms', () => {
  test('R-073 · sous des lignes de titre, c’est celle dont le plus de noms se reconnaissent', () => {
    const lignes = [['Ville de Cergy', 'mis à jour en mars'], [], NOMS, ['Soins', 'Bus', 'CPAM', 'En cours']]
    expect(trouverLigneDesNoms(feuille(lignes))).toBe(2)
  })

  test('sans nom connu, c’est la première qui porte deux textes', () => {
    expect(trouverLigneDesNoms(feuille([['Ville'], ['Truc', 'Bidule'], ['a', 'b']]))).toBe(1)
    expect(trouverLigneDesNoms(feuille([['Ville'], [1, 2]]))).toBeNull()
  })

  test('la feuille la plus garnie de celles qui se voient est proposée, jamais une feuille masquée tant qu’il en reste une', () => {
    const cachee = feuille([NOMS, ...Array.from({ length: 9 }, () => ['a', 'b', 'c', 'd'])], { nom: 'Vieux', masquee: true })
    const vue = feuille([NOMS, ['a', 'b', 'c', 'd']])
    expect(trouverFeuille(classeur([cachee, vue]))?.nom).toBe('Suivi')
    expect(trouverFeuille(classeur([cachee]))?.nom).toBe('Vieux')
  })

  test('des noms fusionnés sur deux lignes sont dits en entier, chaque colonne avec ses trois premières valeurs', () => {
    const lignes = [
      ['Action', 'Financement', null],
      [null, 'Qui', 'Combien'],
      ['Bus', 'ARS', 100],
      ['Parole', null, 5],
      ['c'],
      ['d']
    ]
    const une = feuille(lignes, { fusions: [merge(0, 0, 2), merge(0, 1, 1, 2)] })
    expect(lireEntete(une, 0)).toEqual({
      ligne: 0,
      hauteur: 2,
      colonnes: [
        { index: 0, nom: 'Action', exemples: ['Bus', 'Parole', 'c'] },
        { index: 1, nom: 'Financement – Qui', exemples: ['ARS'] },
        { index: 2, nom: 'Financement – Combien', exemples: ['100', '5'] }
      ]
    })
  })
})

describe('proposer ce que contient une colonne', () => {
  test.each([
    ['INTITULE DE L’ACTION', 'titre'],
    ['Intitulé de l’acton', 'titre'],
    ['Qui pilote ?', 'pilote'],
    ['Acteurs associés', 'partenaire'],
    ['Objectifs spécifiques', 'objectifSpecifique'],
    ['Public(s) visé(s)', 'publics'],
    ['Échéance prévue', 'fin'],
    ['Coût estimé', 'budgetPrevisionnel'],
    ['Porté par', 'pilote'],
    ['Constat de départ', 'contexte'],
    ['Rubrique maison', 'note']
  ])('R-073 · « %s » : %s', (nom, role) => expect(proposerRoles([nom])).toEqual([role]))

  test('de deux colonnes qui diraient le titre, la plus sûre l’a', () => {
    expect(proposerRoles(['Fiche projet', 'Titre', 'Titre'])).toEqual(['note', 'titre', 'note'])
  })

  test('sans titre, ou quand une chose unique est dite deux fois, c’est refusé à sa colonne', () => {
    expect(jugerRoles(['axe', 'note'])).toEqual([{ colonne: null, faute: 'sans_titre' }])
    expect(jugerRoles(['titre', 'partenaire', 'partenaire', 'titre'])).toEqual([{ colonne: 3, faute: 'deux_fois' }])
  })

  test('ce qui a été dit une fois revient aux mêmes noms, dans un autre ordre et autrement écrits', () => {
    const memoire = {
      recopier: true,
      colonnes: [
        { nom: 'Machin', role: 'titre' as const },
        { nom: 'Truc', role: 'ignorer' as const },
        { nom: 'Truc', role: 'pilote' as const }
      ]
    }
    expect(signature(['truc', 'MACHIN', 'Truc '])).toEqual(signature(['Machin', 'Truc', 'Truc']))
    expect(rolesRetenus(['truc', 'MACHIN', 'Truc '], memoire, 'note')).toEqual(['ignorer', 'titre', 'pilote'])
  })

  test('un appariement se garde dans une adresse et en revient ; ce qui n’en est pas un ne se lit pas', () => {
    const dit: Appariement = { feuille: 'Été & co', ligne: 3, roles: ['titre', 'note'], recopier: false, titre: 'Plan' }
    expect(depuisAdresse(new URLSearchParams(enAdresse(dit)))).toEqual(dit)
    expect(depuisAdresse(new URLSearchParams({ feuille: 'A', ligne: '0', colonnes: 'titre' }))).toBeNull()
    expect(depuisAdresse(new URLSearchParams({ feuille: 'A', ligne: '1', colonnes: 'danse' }))).toBeNull()
  })
})

describe('les mots de tous les tableurs', () => {
  const NOMS_SALES = ['Axe', 'Intitulé de l’action', 'Pilote', 'Statut', 'Début', 'Fin', 'Quartiers', 'Financeur', 'Montant']
  const lue = (...valeurs: Cellule[][]) => lire(feuille([NOMS_SALES, ...valeurs.map((une) => ['Soins', ...une])]))

  test('R-073 · une ligne de total n’est pas une action, et c’est dit ; une action qui parle de total en reste une', () => {
    const lu = lire(
      feuille([
        NOMS_SALES,
        ['Soins', 'Bus', 'CCAS', null, null, null, null, 'ARS', 10],
        ['Sous-total axe 1', null, null, null, null, null, null, null, 10],
        [null, 'Total des soins offerts', 'CCAS', 'En cours'],
        ['TOTAL GÉNÉRAL', '2 actions', null, null, null, null, null, null, '10 €']
      ])
    )
    expect(lu.lignes.map(({ champs }) => champs.titre)).toEqual(['Bus', 'Total des soins offerts'])
    expect(lu.avertissements.map(({ ligne, motif }) => [ligne, motif.includes('ligne de total')])).toEqual([
      [3, true],
      [5, true]
    ])
  })

  test.each([
    ['Annulé', 'abandonne'],
    ['Abandonnée', 'abandonne'],
    ['à voir', 'a_discuter'],
    ['À définir', 'a_discuter']
  ])('un statut « %s » est compris', (mot, statut) => {
    expect(lue(['Bus', null, mot]).lignes[0]!.champs.statut).toBe(statut)
  })

  test('une date en mots se lit à son début ou à sa fin, et ses mots restent dans le calendrier', () => {
    const { champs } = lue(['Bus', null, null, 'été 2026', 'fin 2027']).lignes[0]!
    expect(champs).toMatchObject({ debut: '2026-06', fin: '2027-12', calendrier: 'Début : été 2026\nFin : fin 2027' })
    expect(lue(['Bus', null, null, '2026-2027', null]).lignes[0]!.champs).toMatchObject({ debut: '2026', fin: '2027' })
    expect(lue(['Bus', null, null, 'T2 2026', null]).lignes[0]!.champs).toMatchObject({ debut: '2026-04', fin: null })
    const flou = lue(['Bus', null, null, 'bientôt', null])
    expect(flou.lignes[0]!.champs).toMatchObject({ debut: null, notes: 'Début : bientôt' })
    expect(flou.avertissements).toHaveLength(1)
  })

  test('une fin avant le début est gardée dans les notes, et c’est dit', () => {
    const lu = lue(['Bus', null, null, '2027', '2026'])
    expect(lu.lignes[0]!.champs).toMatchObject({ debut: '2027', fin: null, notes: 'Fin : 2026' })
    expect(lu.avertissements[0]!.motif).toContain('est avant le début')
  })

  test.each(['Tous', 'toute la ville', 'Ensemble du territoire', 'Tous les quartiers'])(
    'R-073 · « %s » n’est le nom d’aucun quartier',
    (mot) => {
      const { champs } = lue(['Bus', null, null, null, null, `${mot}, Linandes`]).lignes[0]!
      expect(champs).toMatchObject({ quartiers: ['Linandes'], notes: `Quartiers : ${mot}` })
    }
  )

  test('« ARS / Ville », avec des espaces, sont deux noms ; « Pays-de-la-Loire/Ouest » en reste un', () => {
    const { champs } = lue(['Bus', 'CCAS / Ville', null, null, null, null, 'ARS / Région']).lignes[0]!
    expect(champs.intervenants.map(({ nom }) => nom)).toEqual(['CCAS', 'Ville'])
    expect(champs.financements.map(({ financeur }) => financeur)).toEqual(['ARS', 'Région'])
    const un = lue(['Bus', 'Pays-de-la-Loire/Ouest']).lignes[0]!.champs
    expect(un.intervenants.map(({ nom }) => nom)).toEqual(['Pays-de-la-Loire/Ouest'])
  })
})

describe('le montant d’un financeur', () => {
  const argent = (noms: string[], valeurs: Cellule[]) => {
    const { lignes, avertissements } = lire(
      feuille([
        ['Axe', 'Intitulé de l’action', ...noms],
        ['Soins', 'Bus', ...valeurs]
      ])
    )
    const { financements, notes } = lignes[0]!.champs
    return [
      ...financements.map(({ financeur, montant }) => [financeur, montant]),
      ...(notes ? [notes] : []),
      avertissements.length
    ]
  }

  test.each<[string, string[], Cellule[], unknown[]]>([
    ['à droite du financeur', ['Financeur', 'Montant'], ['ARS', 10], [['ARS', 1000], 0]],
    ['à gauche', ['Montant €', 'Financeurs'], [12_000, 'ARS'], [['ARS', 1_200_000], 0]],
    [
      'à gauche, deux fois',
      ['Montant', 'Financeur', 'Montant 2', 'Financeur 2'],
      [1, 'ARS', 2, 'Ville'],
      [['ARS', 100], ['Ville', 200], 0]
    ],
    [
      'des deux côtés',
      ['Financeur', 'Montant', 'Montant 2', 'Financeur 2'],
      ['ARS', 1, 2, 'Ville'],
      [['ARS', 100], ['Ville', 200], 0]
    ],
    [
      'le plus à droite, quand un coût sans financeur précède',
      ['Coût TTC', 'Financeur', 'Montant'],
      [9, 'ARS', 5],
      [['ARS', 500], expect.stringMatching(/^Coût TTC : 9\s€$/u), 1]
    ]
  ])('R-073 · %s', (_, noms, valeurs, attendu) => expect(argent(noms, valeurs)).toEqual(attendu))

  test('sans financeur à côté, il est gardé dans les notes, et c’est dit', () => {
    const { avertissements } = lire(
      feuille([
        ['Axe', 'Intitulé de l’action', 'Pilote', 'Montant'],
        ['Soins', 'Bus', 'CCAS', 12]
      ])
    )
    expect(avertissements[0]!.motif).toContain('Écrivez son financeur dans la colonne d’à côté')
  })
})

describe('lire un fichier libre', () => {
  test('R-073 · il devient les mêmes lignes que le modèle ; ce qui n’a pas de champ va dans les notes, ce qu’on écarte n’y va pas', () => {
    const noms = [...NOMS, 'Maison', 'Brouillon', 'Objectif général', 'Objectifs spécifiques', 'Financeur', 'Montant', 'Public']
    const valeurs = [
      '1. Soins',
      'Bus',
      'CPAM, CCAS',
      'Terminé',
      'à garder',
      'à jeter',
      'Aller vers',
      '- Un\n- Deux',
      'ARS',
      '1 500 €',
      'Seniors'
    ]
    const livre = feuille([noms, valeurs])
    const roles = proposerRoles(noms).with(5, 'ignorer')
    const { lignes, axes, titre } = lire(livre, { roles })
    expect(titre).toBe('Suivi 2026')
    expect(axes).toMatchObject([{ numero: '1', titre: 'Soins' }])
    expect(lignes).toMatchObject([
      {
        cle: 'soins | bus',
        axes: ['Soins'],
        champs: {
          titre: 'Bus',
          statut: 'realise',
          notes: 'Maison : à garder',
          publics: ['Seniors'],
          financements: [{ financeur: 'ARS', montant: 150_000 }],
          objectifs: [{ niveau: 'general', texte: 'Aller vers', enfants: [{ texte: 'Un' }, { texte: 'Deux' }] }],
          intervenants: [{ nom: 'CPAM' }, { nom: 'CCAS' }]
        }
      }
    ])
  })

  test('un axe fusionné, ou écrit une seule fois, vaut pour les lignes d’en dessous ; on peut le refuser', () => {
    const lignes = [
      NOMS,
      ['Soins', 'Bus', '', ''],
      [null, 'Navette', '', ''],
      ['Mental', 'Parole', '', ''],
      [null, 'Écoute', '', '']
    ]
    const une = feuille(lignes, { fusions: [merge(1, 0, 2)] })
    expect(lire(une).lignes.map(({ axes }) => axes)).toEqual([['Soins'], ['Soins'], ['Mental'], ['Mental']])
    expect(lire(une, { recopier: false }).lignes.map(({ axes }) => axes)).toEqual([['Soins'], ['Soins'], ['Mental'], []])
  })

  test('un sous-axe ne se recopie pas sous un autre axe', () => {
    const lignes = [
      ['Axe', 'Sous-axe', 'Action'],
      ['A', 'A1', 'un'],
      [null, null, 'deux'],
      ['B', null, 'trois']
    ]
    expect(lire(feuille(lignes)).lignes.map(({ axes }) => axes)).toEqual([['A', 'A1'], ['A', 'A1'], ['B']])
  })

  test('un bandeau au-dessus de ses actions devient leur axe, et c’est dit', () => {
    const lignes = [
      ['Action', 'Pilote'],
      ['AXE 1 : SOINS'],
      ['Bus', 'CPAM'],
      ['1.2 Prévenir'],
      ['Navette', 'CCAS'],
      ['AXE 2 : MENTAL'],
      ['Parole', 'CLSM']
    ]
    const fusions = [merge(1, 0, 1, 2), merge(3, 0, 1, 2), merge(5, 0, 1, 2)]
    const lu = lire(feuille(lignes, { fusions }))
    expect(lu.lignes.map(({ axes }) => axes)).toEqual([['SOINS'], ['SOINS', 'Prévenir'], ['MENTAL']])
    expect(lu.avertissements[0]).toMatchObject({ ligne: 2, motif: expect.stringContaining('lu comme l’axe') as string })
  })

  test('les lignes qui partagent un titre fusionné disent la même action, sans rien perdre', () => {
    const lignes = [
      ['Action', 'Partenaires', 'Maison'],
      ['Bus', 'CPAM', 'x'],
      [null, 'CCAS', 'y'],
      ['Parole', 'CLSM', 'z']
    ]
    const lu = lire(feuille(lignes, { fusions: [merge(1, 0, 2)] }))
    expect(lu.lignes.map(({ champs }) => [champs.titre, champs.intervenants.map(({ nom }) => nom), champs.notes])).toEqual([
      ['Bus', ['CPAM', 'CCAS'], 'Maison : x\ny'],
      ['Parole', ['CLSM'], 'Maison : z']
    ])
  })

  test('une autre case fusionnée ne vaut que pour sa première ligne, et le dit', () => {
    const lignes = [
      ['Action', 'Pilote'],
      ['Bus', 'CPAM'],
      ['Parole', null]
    ]
    const lu = lire(feuille(lignes, { fusions: [merge(1, 1, 2)] }))
    expect(lu.lignes.map(({ champs }) => champs.intervenants.length)).toEqual([1, 0])
    expect(lu.avertissements).toContainEqual(
      expect.objectContaining({ ligne: 2, colonne: 'Pilote', motif: expect.stringContaining('fusionnée sur 2 lignes') as string })
    )
  })

  test('une feuille qui n’est plus là, ou d’autres colonnes, sont refusées avec leur phrase', () => {
    const une = feuille([NOMS, ['a', 'b', 'c', 'd']])
    expect(lire(une, { feuille: 'Autre' }).refus[0]!.motif).toContain('« Autre »')
    expect(lire(une, { roles: ['titre'] }).refus[0]!.motif).toContain('ne sont plus celles')
    expect(lire(une, { ligne: 1, roles: ['titre', 'note', 'note', 'note'] }).refus[0]!.motif).toContain('aucune action')
  })

  test.each([
    [{ sorte: 'macros' }, 'macros'],
    [{ sorte: 'liens_externes' }, 'd’autres fichiers'],
    [
      { sorte: 'texte', separateur: '|', encodage: 'windows-1252' },
      'barres verticales entre les colonnes, avec les accents des anciens logiciels'
    ],
    [{ sorte: 'formules', feuille: 'Suivi', nombre: 3 }, '3 formules sont lues'],
    [{ sorte: 'formule_sans_valeur', feuille: 'Suivi', ligne: 4, colonne: 2 }, 'lue comme vide'],
    [{ sorte: 'lignes_masquees', feuille: 'Suivi', nombre: 2 }, '2 lignes sont masquées']
  ] as [Signe, string][])('l’aperçu dit ce que le fichier porte d’autre : %j', (signe, phrase) => {
    const { avertissements } = lire(feuille([NOMS, ['a', 'b', 'c', '']]), {}, [signe])
    expect(avertissements.map(({ motif }) => motif).join('\n')).toContain(phrase)
  })

  test('une feuille masquée qui porte des actions n’est pas lue en silence', () => {
    const livre = classeur([
      feuille([NOMS, ['a', 'b', 'c', '']]),
      feuille([NOMS, ['e', 'f', 'g', '']], { nom: 'Vieux', masquee: true })
    ])
    const { avertissements } = lirePlan(livre, proposerAppariement(livre, 'x.xlsx')!.appariement)
    expect(avertissements).toMatchObject([{ feuille: 'Vieux', motif: expect.stringContaining('elle n’est pas lue') as string }])
  })
})
