import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lireClasseur } from '#platform/classeur.server.ts'
import { action, AXE, COLONNES_33, plan33, rangee, TITRE, type Rang } from '#tests/plan.ts'
import { lirePlan } from './lire.ts'

describe('textes du modèle vide', () => {
  const AIDES: Rang = { [AXE]: 'Champ texte', [TITRE]: 'Champ texte', Statut: 'Champ liste déroulante \n(choix prédéfinis)' }
  const CONSIGNES: Rang = {
    [AXE]: 'Si vos axes sont numérotés, indiquez d’abord :\n- le numéro',
    [TITRE]: 'Texte court de 300 caractères maximum, espaces compris.'
  }
  const EXEMPLE: Rang = {
    [AXE]: '1. Un territoire désirable qui allie bien-être, résilience et adaptation aux changements climatiques',
    [TITRE]: 'Action 1 - Assurer la coordination de la transition écologique\n (ou)\n1.1.1.1. Assurer',
    'Financeur 2': 'DREAL',
    'Montant € HT': 50_000,
    Statut: 'À venir',
    'Date de début': { date: '2022-11-16' },
    Notes: 'Ces informations devront être saisies directement sur la plateforme après l’import.'
  }

  test('indications, consignes et exemple ne sont pas des actions, même quand il n’en reste qu’une partie', () => {
    expect(plan33([AIDES, CONSIGNES, EXEMPLE, action('A')]).lignes.map(({ ligne }) => ligne)).toEqual([6])
    expect(plan33([EXEMPLE, action('A')]).lignes.map(({ ligne }) => ligne)).toEqual([4])
    expect(plan33([{ [AXE]: 'Champ texte' }, { ...EXEMPLE, Statut: null }, action('A')]).avertissements).toEqual([])
  })

  test('une action écrite par-dessus l’exemple ou la consigne est gardée, et signalée', () => {
    const lu = plan33([
      { ...CONSIGNES, [TITRE]: 'Ma première action' },
      { ...EXEMPLE, [TITRE]: 'Ma deuxième action', [AXE]: '1. Santé', 'Personne pilote': 'Marie PAUL, Pierre GWEN' }
    ])
    expect(lu.lignes.map(({ champs }) => champs.titre)).toEqual(['Ma première action', 'Ma deuxième action'])
    expect(lu.avertissements.filter(({ motif }) => motif.includes('modèle vide')).map(({ ligne }) => ligne)).toEqual([3, 4])
  })

  test('un fichier qui ne contient que le modèle est refusé', () => {
    expect(plan33([AIDES, CONSIGNES, EXEMPLE], 'Présentation de l’action').refus).toMatchObject([
      { feuille: 'Fichier dimport', ligne: 3, colonne: TITRE }
    ])
  })

  const MODELE = resolve(process.cwd(), '../shared/data/modele-import-plan-action.xlsx')
  test('le vrai modèle vide est refusé : il n’y a rien à importer', async ({ skip }) => {
    skip(!existsSync(MODELE), 'le modèle vide n’est pas à côté du projet')
    const lu = lirePlan(await lireClasseur(readFileSync(MODELE), 'modele-import-plan-action.xlsx'))
    expect(lu.lignes).toEqual([])
    expect(lu.refus).toMatchObject([{ feuille: 'Fichier dimport', motif: expect.stringContaining('aucune action') }])
  })

  test('le vrai modèle rempli d’une action se lit, sans une remarque', async ({ skip }) => {
    skip(!existsSync(MODELE), 'le modèle vide n’est pas à côté du projet')
    const vrai = await lireClasseur(readFileSync(MODELE), 'modele-import-plan-action.xlsx')
    const donnees = vrai.feuilles[1]!
    donnees.lignes[5] = rangee(COLONNES_33, action('Dépister', { 'Financeur 3': 'ARS', 'Montant € HT 3': 10 }))
    const lu = lirePlan(vrai)
    expect(lu.lignes).toMatchObject([
      { ligne: 6, axes: ['Santé'], champs: { titre: 'Dépister', financements: [{ financeur: 'ARS', montant: 1000 }] } }
    ])
    expect({ titre: lu.titre, avertissements: lu.avertissements }).toEqual({ titre: null, avertissements: [] })
  })
})
