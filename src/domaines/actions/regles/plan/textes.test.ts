import { texteDe } from '#platform/classeur/libre.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lireEtapes, lireIndicateurs } from './etapes.ts'
import { lireNoms } from './noms.ts'
import { cleDeTitre, lireNumero } from './numero.ts'
import { lireObjectifs } from './objectifs.ts'
import { lireDate, lireEuros, lireMot, lireOuiNon } from './valeurs.ts'

const simple = (niveau: string, texte: string, enfants: unknown[] = [], resultat: string | null = null) => ({
  niveau,
  texte,
  resultat,
  enfants
})

describe('numérotation', () => {
  test.each([
    ['1. Accès aux soins', '1', 'Accès aux soins'],
    ['Axe 1. ACCÈS AUX SOINS', '1', 'ACCÈS AUX SOINS'],
    ['Axe n° 2 : Santé mentale', '2', 'Santé mentale'],
    ['AXE III – Prévention', 'III', 'Prévention'],
    ['Objectif stratégique 2. Prévenir', '2', 'Prévenir'],
    ['Fiche Action 3. Dépistage', '3', 'Dépistage'],
    ['Action 1 - Coordonner', '1', 'Coordonner'],
    ['1.2.3. Titre', '1.2.3', 'Titre'],
    ['1.2 Titre', '1.2', 'Titre'],
    ['3) Titre', '3', 'Titre'],
    ['  4 -  Titre\nsuite ', '4', 'Titre suite']
  ])('« %s » a le numéro %s et garde son titre comme il est écrit', (texte, numero, titre) => {
    expect(lireNumero(texte)).toEqual({ numero, titre })
  })

  test.each([
    '2024',
    '2024. Bilan de l’année',
    '15 - 25 ans : prévention',
    '10 000 pas par jour',
    'Axe',
    '1.',
    'Santé 2030',
    'Action sociale'
  ])('« %s » n’est pas numéroté', (texte) => expect(lireNumero(texte)).toEqual({ numero: null, titre: texte }))

  test('deux titres sont le même malgré la casse, les accents, les espaces et la numérotation', () => {
    expect(cleDeTitre('Axe 1. ACCÈS  aux soins')).toBe(cleDeTitre('3. Accès aux Soins '))
    expect(cleDeTitre('1. 2. Titre')).toBe('titre')
    expect(cleDeTitre('2024')).not.toBe(cleDeTitre('2025'))
  })
})

describe('plusieurs noms dans une cellule', () => {
  test('les virgules, les points-virgules et les lignes séparent les noms', () => {
    expect(lireNoms('ARS, CPAM ; Ville\n- Département\n• Région, etc.')).toEqual([
      'ARS',
      'CPAM',
      'Ville',
      'Département',
      'Région'
    ])
  })

  test('une virgule entre parenthèses ou entre guillemets droits ne sépare pas', () => {
    expect(lireNoms('CPAM (94, 77), "Ville, service santé"')).toEqual(['CPAM (94, 77)', 'Ville, service santé'])
    expect(lireNoms('"Le ""Relais""", ARS')).toEqual(['Le "Relais"', 'ARS'])
  })

  test('une parenthèse ou un guillemet jamais fermés ne font rien perdre', () => {
    expect(lireNoms('Foyer (x, ARS')).toEqual(['Foyer (x', 'ARS'])
    expect(lireNoms('Le "Relais, ARS')).toEqual(['Le "Relais', 'ARS'])
  })

  test('aucun nom n’est vide ni répété, et aucun mot ne disparaît', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', ';', '(', ')', '"', '\n', '-') }), (texte) => {
        const noms = lireNoms(texte)
        expect(noms.every((nom) => nom.trim() === nom && nom !== '')).toBe(true)
        expect(new Set(noms).size).toBe(noms.length)
        for (const mot of texte.match(/[ab]+/g) ?? []) expect(noms.join(' ')).toContain(mot)
      })
    )
  })
})

describe('objectifs dans une cellule', () => {
  test('les trois niveaux entassés ressortent en arbre', () => {
    const texte =
      'Objectif général : Réduire les inégalités.\nObjectif spécifique n°1 : Aller vers\nObjectif opérationnel 1.1 : Ouvrir une permanence\n' +
      '- Objectif opérationnel 1.2 : Former\nRésultat attendu : 20 personnes\nObjectif spécifique n°2 : Informer'
    expect(lireObjectifs(texte)).toEqual([
      simple('general', 'Réduire les inégalités.', [
        simple('specifique', 'Aller vers', [
          simple('operationnel', 'Ouvrir une permanence'),
          simple('operationnel', 'Former', [], '20 personnes')
        ]),
        simple('specifique', 'Informer')
      ])
    ])
  })

  test('ils ressortent aussi quand tout tient sur une ligne', () => {
    expect(
      lireObjectifs('Objectif général : Prévenir Objectif spécifique n°1 : Repérer. Objectif opérationnel 1.1 : Dépister')
    ).toEqual([simple('general', 'Prévenir', [simple('specifique', 'Repérer.', [simple('operationnel', 'Dépister')])])])
  })

  test('« Objectifs spécifiques : » suivi de tirets donne un objectif par tiret', () => {
    expect(lireObjectifs('OBJECTIF GÉNÉRAL : A\nObjectifs spécifiques :\n- B\n- C')).toEqual([
      simple('general', 'A', [simple('specifique', 'B'), simple('specifique', 'C')])
    ])
  })

  test('un texte libre est un seul objectif général, sans rien perdre', () => {
    const texte = 'Améliorer l’accès.\n- l’objectif général de la Ville reste le même\n\nEt mesurer.'
    expect(lireObjectifs(texte)).toEqual([simple('general', texte)])
  })

  test('un texte avant le premier repère est gardé', () => {
    expect(lireObjectifs('Avant\nObjectif général : A')).toEqual([simple('general', 'Avant'), simple('general', 'A')])
  })

  test('aucun mot ne disparaît, quel que soit le désordre', () => {
    const morceau = fc.constantFrom(
      'Objectif général : ',
      'Objectif spécifique n°1 : ',
      'Objectifs opérationnels : ',
      '\n',
      '- ',
      'mota',
      'motb ',
      '. ',
      'Résultat attendu : '
    )
    fc.assert(
      fc.property(fc.array(morceau, { maxLength: 12 }), (morceaux) => {
        const texte = morceaux.join('')
        const lu = JSON.stringify(lireObjectifs(texte))
        expect((lu.match(/mot[ab]/g) ?? []).length).toBe((texte.match(/mot[ab]/g) ?? []).length)
      }),
      { numRuns: 500 }
    )
  })
})

describe('étapes et indicateurs', () => {
  test('une étape par ligne, avec sa date quand on la reconnaît', () => {
    expect(
      lireEtapes('- Cadrage : mars 2024\n2025 : Ouverture\n✓ Bilan (31/12/2025)\nSuite sans date\n1) Le 2024 (sans date)')
    ).toEqual([
      { intitule: 'Cadrage', echeance: '2024-03', faite: false },
      { intitule: 'Ouverture', echeance: '2025', faite: false },
      { intitule: 'Bilan', echeance: '2025-12-31', faite: true },
      { intitule: 'Suite sans date', echeance: null, faite: false },
      { intitule: 'Le 2024', echeance: null, faite: false }
    ])
  })

  test('un indicateur par ligne, ses nombres entre crochets', () => {
    expect(lireIndicateurs('• Taux de suivi [unité : % ; cible : 12,5 ; 2024 : 5]\nNombre [à préciser]')).toMatchObject([
      { intitule: 'Taux de suivi', unite: '%', initiale: null, cible: 12.5, valeurs: [{ date: '2024', valeur: 5 }] },
      { intitule: 'Nombre [à préciser]', unite: null, initiale: null, cible: null, valeurs: [] }
    ])
  })
})

describe('valeurs d’une cellule', () => {
  test('une date se lit en date de tableur, en nombre de jours, en année ou en texte', () => {
    expect(lireDate({ date: '2024-05-31' })).toBe('2024-05-31')
    expect(lireDate(45_443)).toBe('2024-05-31')
    expect(lireDate('45443')).toBe('2024-05-31')
    expect(lireDate(45_443 - 1462, true)).toBe('2024-05-31')
    expect(lireDate(2024)).toBe('2024')
    expect(lireDate({ date: '1905-07-16' })).toBe('2024')
    expect(lireDate('31/05/2024 00:00')).toBe('2024-05-31')
    expect(lireDate('31/05/24')).toBe('2024-05-31')
    expect(lireDate("'mai\u00a02024")).toBe('2024-05')
    expect(lireDate('fin 2024')).toBeNull()
    expect(lireDate(12)).toBeNull()
  })

  test('un montant se lit en nombre ou en texte', () => {
    expect(lireEuros(1250.5)).toBe(125_050)
    expect(lireEuros('12 500,50 €')).toBe(1_250_050)
    expect(lireEuros('à définir')).toBeNull()
  })

  test('un mot de liste se lit malgré la casse, les accents, le féminin et les tirets', () => {
    const mots = { realise: 'Réalisé', co_construction: 'Co-construction' } as const
    expect(lireMot('REALISEE ', mots)).toBe('realise')
    expect(lireMot('Coconstruction', mots)).toBe('co_construction')
    expect(lireMot('Peut-être', mots)).toBeNull()
  })

  test('oui et non se lisent sous toutes leurs formes', () => {
    expect(['Oui', 'VRAI', 'x', true, 1].map(lireOuiNon)).toEqual([true, true, true, true, true])
    expect(['non', 'Faux', false, 0].map(lireOuiNon)).toEqual([false, false, false, false])
    expect(lireOuiNon('parfois')).toBeNull()
  })

  test('l’apostrophe qui force le texte et les espaces insécables ne comptent pas', () => {
    expect(texteDe("'=1")).toBe('=1')
    expect(texteDe("l'été")).toBe("l'été")
    expect(texteDe('a\u00a0\u202fb')).toBe('a b')
    expect(texteDe(' \u00a0\n')).toBeNull()
  })
})
