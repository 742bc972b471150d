import { describe, expect, test } from 'vitest'
import { action, AXE, classeur, COLONNES_33, feuille, plan33, SOUS, TITRE } from '#tests/plan.ts'
import { lirePlan } from './lire.ts'

describe('lire un plan', () => {
  test('R-072 · axe, sous-axe et fiche forment un arbre, les titres gardés comme ils sont écrits', () => {
    const lu = plan33([
      { ...action('Fiche Action 3. Dépister'), 'Sous-axe (x.x)': 'Objectif stratégique 2. Prévenir' },
      { ...action('Former'), [AXE]: 'Axe 1. SANTÉ', 'Sous-axe (x.x)': '2.  prevenir ' }
    ])
    expect(lu.titre).toBe('CLS 2026-2030')
    expect(lu.axes).toEqual([
      {
        cle: 'sante',
        numero: '1',
        titre: 'Santé',
        enfants: [{ cle: 'sante › prevenir', numero: '2', titre: 'Prévenir', enfants: [] }]
      }
    ])
    expect(lu.lignes.map(({ axes, ligne, champs }) => [axes, ligne, champs.numero, champs.titre])).toEqual([
      [['Santé', 'Prévenir'], 3, '3', 'Dépister'],
      [['Santé', 'Prévenir'], 4, null, 'Former']
    ])
    expect(lu.avertissements).toEqual([])
  })

  test('R-088 · acteurs, budget, statut, dates, objectifs et suivi arrivent chacun dans leur champ', () => {
    const [ligne] = plan33([
      action('Dépister', {
        'Structure pilote': 'Ville, ARS',
        Partenaires: 'CPAM (94, 77)',
        'Personne pilote': 'Camille Exemple',
        'Élu·e référent·e': 'Dominique Exemple',
        'Financeur 1': 'ARS',
        'Montant € HT': '12 500,50 €',
        'Financeur 2': 'Ville',
        'Montant € HT 2': 300,
        'Budget prévisionnel total € HT': 20_000,
        Statut: 'en cours',
        'Niveau de priorité': 'ÉLEVÉ',
        'Date de début': { date: '2026-01-05' },
        'Date de fin': '2028',
        'Action en amélioration continue': 'VRAI',
        'Participation Citoyenne': 'co-construction',
        Objectifs: 'Objectif général : A',
        'Indicateurs liés': '- Nombre de dépistages',
        Descriptif: 'Texte',
        'Documents et liens': 'https://exemple.fr'
      })
    ]).lignes
    expect(ligne!.champs).toMatchObject({
      intervenants: [
        { role: 'pilote', nom: 'Ville' },
        { role: 'pilote', nom: 'ARS' },
        { role: 'partenaire', nom: 'CPAM (94, 77)' },
        { role: 'personne_pilote', nom: 'Camille Exemple' },
        { role: 'elu_referent', nom: 'Dominique Exemple' }
      ],
      financements: [
        { financeur: 'ARS', montant: 1_250_050 },
        { financeur: 'Ville', montant: 30_000 }
      ],
      budgetPrevisionnel: 2_000_000,
      statut: 'en_cours',
      priorite: 'eleve',
      debut: '2026-01-05',
      fin: '2028',
      ameliorationContinue: true,
      participation: 'co_construction',
      objectifs: [{ niveau: 'general', texte: 'A' }],
      indicateurs: [{ intitule: 'Nombre de dépistages' }],
      description: 'Texte',
      documents: null,
      liens: 'https://exemple.fr',
      notes: null
    })
  })

  test('les colonnes dans un autre ordre, mal espacées ou coupées par un retour à la ligne sont reconnues', () => {
    const colonnes = ['Statut', ' Titre de la\nfiche  action', 'Montant € HT', 'Financeur 1', 'Montant € HT', 'Axe']
    const lu = lirePlan(classeur(feuille([[], [], ['Mon plan'], colonnes, ['En cours', 'A', 5, 'ARS', 10, '1. Santé']])))
    expect(lu.titre).toBe('Mon plan')
    expect(lu.lignes[0]).toMatchObject({ ligne: 5, axes: ['Santé'], champs: { titre: 'A', statut: 'en_cours' } })
    expect(lu.lignes[0]!.champs.financements).toMatchObject([{ financeur: 'ARS', montant: 1000 }])
    expect(lu.lignes[0]!.champs.notes).toBe('Montant € HT : 5\u00a0€')
    expect(lu.avertissements).toMatchObject([{ colonne: 'Montant € HT', ligne: 5 }])
  })

  test('ce qui n’a pas de champ est gardé, nommé, dans les notes', () => {
    const lu = plan33(
      [action('A', { 'Mesures liées': 'M1', Notes: 'Ma note', Financements: 'Divers', 'Couleur préférée': 'bleu' })],
      'T',
      [...COLONNES_33, 'Couleur préférée']
    )
    expect(lu.lignes[0]!.champs.notes).toBe('Ma note\nFinancements : Divers\nMesures liées : M1\nCouleur préférée : bleu')
    expect(lu.avertissements).toEqual([])
  })

  test('un statut, un montant ou une date qu’on ne comprend pas sont signalés et leur texte gardé', () => {
    const lu = plan33([
      action('A', {
        Statut: 'Presque',
        'Date de fin': 'un jour',
        'Budget prévisionnel total € HT': 'à définir',
        'Financeur 1': 'ARS',
        'Montant € HT': 'env. 5'
      })
    ])
    expect(lu.avertissements.map(({ feuille: nom, ligne, colonne }) => [nom, ligne, colonne])).toEqual([
      ['Fichier dimport', 3, 'Montant € HT (ARS)'],
      ['Fichier dimport', 3, 'Budget prévisionnel total € HT'],
      ['Fichier dimport', 3, 'Statut'],
      ['Fichier dimport', 3, 'Date de fin']
    ])
    expect(lu.lignes[0]!.champs).toMatchObject({
      statut: null,
      fin: null,
      budgetPrevisionnel: null,
      financements: [{ financeur: 'ARS', montant: null }],
      notes: 'Montant € HT (ARS) : env. 5\nBudget prévisionnel total € HT : à définir\nStatut : Presque\nDate de fin : un jour'
    })
  })

  test('un montant commun à plusieurs financeurs n’est attribué à aucun, et gardé', () => {
    const lu = plan33([action('A', { 'Financeur 1': 'ARS, Ville', 'Montant € HT': 50 })])
    expect(lu.lignes[0]!.champs.financements.map(({ montant }) => montant)).toEqual([null, null])
    expect(lu.lignes[0]!.champs.notes).toBe('Montant € HT (ARS, Ville) : 50\u00a0€')
    expect(lu.avertissements[0]!.motif).toContain('plusieurs financeurs')
  })

  test('les lignes vides mises en forme ne sont pas lues', () => {
    expect(plan33([action('A'), { [TITRE]: ' \u00a0' }, {}, action('B')]).lignes.map(({ ligne }) => ligne)).toEqual([3, 6])
  })

  test('une ligne sans axe ou sans titre est gardée, et signalée', () => {
    const lu = plan33([{ [TITRE]: 'A' }, { [AXE]: '1. Santé', Descriptif: 'Texte' }])
    expect(lu.lignes.map(({ axes, champs }) => [axes, champs.titre])).toEqual([
      [[], 'A'],
      [['Santé'], 'Sans titre (ligne 4)']
    ])
    expect(lu.avertissements.map(({ ligne, colonne }) => [ligne, colonne])).toEqual([
      [3, AXE],
      [4, TITRE]
    ])
  })

  test('une ligne qui ne porte qu’un axe pose l’axe, sans action', () => {
    const lu = plan33([action('A'), { [AXE]: '2. Environnement' }])
    expect(lu.axes.map(({ titre }) => titre)).toEqual(['Santé', 'Environnement'])
    expect(lu.lignes).toHaveLength(1)
    expect(lu.avertissements).toEqual([])
  })

  test('deux titres égaux au même endroit sont distingués par leur ordre et signalés', () => {
    const lu = plan33([action('Dépister'), action('DEPISTER'), { ...action('Dépister'), [AXE]: '2. Autre' }])
    expect(new Set(lu.lignes.map(({ cle }) => cle)).size).toBe(3)
    expect(lu.avertissements).toMatchObject([{ ligne: 4, colonne: TITRE, motif: expect.stringContaining('ligne 3') }])
  })

  test('un axe fusionné sur plusieurs lignes vaut pour chacune', () => {
    const lignes = [['T'], ['Axe', 'Titre', 'Statut'], ['1. Santé', 'A', null], [null, 'B', null]]
    const lu = lirePlan(classeur(feuille(lignes, { fusions: [{ ligne: 2, colonne: 0, hauteur: 2, largeur: 1 }] })))
    expect(lu.lignes.map(({ axes }) => axes)).toEqual([['Santé'], ['Santé']])
    expect(lu.avertissements).toEqual([])
  })
})

describe('sous-actions', () => {
  test('une sous-action est rangée sous la dernière action de même titre au même endroit', () => {
    const lu = plan33([action('A'), action('B'), action('1. a ', { [SOUS]: 'A bis', Statut: 'En cours' })])
    expect(lu.lignes[2]).toMatchObject({
      nature: 'sous_action',
      parent: lu.lignes[0]!.cle,
      champs: { titre: 'A bis', statut: 'en_cours' }
    })
    expect(lu.avertissements).toEqual([])
  })

  test('une sous-action dont l’action n’a pas de ligne crée l’action, et le signale', () => {
    const lu = plan33([action('A', { [SOUS]: 'Un', Statut: 'En cours' }), action('A', { [SOUS]: 'Deux' })])
    expect(lu.lignes.map(({ nature, deduite, champs }) => [nature, deduite, champs.titre])).toEqual([
      ['action', true, 'A'],
      ['sous_action', false, 'Un'],
      ['sous_action', false, 'Deux']
    ])
    expect(lu.lignes[0]!.champs.statut).toBeNull()
    expect(lu.avertissements).toMatchObject([{ ligne: 3, colonne: SOUS }])
  })

  test('une sous-action qui ne nomme pas son action va sous celle du dessus ; sans rien au-dessus, elle est une action', () => {
    const lu = plan33([{ [AXE]: '1. Santé', [SOUS]: 'Seule' }, action('B'), { [AXE]: '1. Santé', [SOUS]: 'Sous B' }])
    expect(lu.lignes.map(({ nature, champs }) => [nature, champs.titre])).toEqual([
      ['action', 'Seule'],
      ['action', 'B'],
      ['sous_action', 'Sous B']
    ])
    expect(lu.lignes[2]!.parent).toBe(lu.lignes[1]!.cle)
    expect(lu.avertissements.map(({ ligne }) => ligne)).toEqual([3, 5])
  })
})

describe('refuser un plan', () => {
  test('un classeur sans feuille de données est refusé', () => {
    const lu = lirePlan(classeur(feuille([['Bonjour'], ['Prix', 'Quantité']], { nom: 'Courses' })))
    expect(lu.refus).toMatchObject([{ feuille: 'Courses', ligne: 1, colonne: TITRE }])
  })

  test('une feuille sans colonne de titre est refusée, à la ligne de ses noms de colonnes', () => {
    const lu = lirePlan(
      classeur(feuille([['T'], ['Axe (x)', 'Descriptif', 'Statut', 'Date de fin'], ['1. A', 'b', 'En cours', null]]))
    )
    expect(lu.refus).toMatchObject([
      { feuille: 'Fichier dimport', ligne: 2, colonne: TITRE, motif: expect.stringContaining('colonne de titre') }
    ])
    expect(lu.lignes).toEqual([])
  })

  test('de deux feuilles de données, la plus garnie est lue et l’autre signalée', () => {
    const deux = (nom: string, titres: string[]) =>
      feuille([['Axe', 'Titre'], ...titres.map((titre) => ['1. A', titre])], { nom })
    const lu = lirePlan(classeur(deux('Brouillon', ['x']), deux('Plan', ['a', 'b'])))
    expect(lu.lignes.map(({ champs }) => champs.titre)).toEqual(['a', 'b'])
    expect(lu.avertissements).toMatchObject([{ feuille: 'Brouillon', ligne: 1 }])
  })
})
