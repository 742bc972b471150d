import { describe, expect, test } from 'vitest'
import type { FicheDossier } from '#domaines/actions/schema/dossier.ts'
import { composerFiche } from './composer-fiche.ts'
import { dossierDEssai, ficheDEssai, RIEN } from './dossier-d-essai.ts'
import { titres, intertitres, cartes, tableaux, sous } from './blocs-d-essai.ts'

const fiche = (reste: Partial<FicheDossier> = {}) => composerFiche(ficheDEssai({ ...RIEN, ...reste }), 4, dossierDEssai())

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
