import { describe, expect, test } from 'vitest'
import { ecrireClasseur, lireClasseur } from '#platform/classeur.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { SYSTEME } from '#platform/acteur.ts'
import { creerTerritoire } from '#domaines/territoires/commands.server.ts'
import { examinerFichier, proposerColonnes } from '../imports/plan.server.ts'
import { listerActions } from '../queries/liste.server.ts'
import { lirePlan } from '../regles/plan/lire.ts'
import { retenirAppariement } from './appariements.server.ts'
import { importerPlan } from './importer.server.ts'

const essai = baseDeTest()

const NOMS = ['Orientation', 'Ce que l’on fait', 'Qui', 'Maison']
const LIGNES = [
  ['Soins', 'Bus santé', 'CPAM', 'x'],
  ['', 'Navette', 'CCAS', '']
]
const fichier = (noms = NOMS, lignes = LIGNES) =>
  ecrireClasseur([{ nom: 'Suivi', lignes: [['Plan de la ville'], noms, ...lignes], colonnes: noms.map(() => ({ largeur: 20 })) }])
const ouvrir = async (noms = NOMS, lignes = LIGNES) => lireClasseur(await fichier(noms, lignes), 'suivi.xlsx')

const ROLES = ['axe', 'titre', 'pilote', 'note'] as const
const colonnes = NOMS.map((nom, rang) => ({ nom, role: ROLES[rang]! }))
const propose = async (scene: Scene, noms = NOMS) =>
  (await proposerColonnes(scene.db as never, scene.perimetre, await ouvrir(noms), 'suivi.xlsx'))!

describe('retenir ce que contiennent les colonnes', () => {
  test('R-073 · un fichier qui n’est pas le modèle demande ce que contiennent ses colonnes, puis s’en souvient', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      expect(await examinerFichier(db, scene.perimetre, await ouvrir(), 'suivi.xlsx')).toEqual({ libre: true })
      expect(await propose(scene)).toMatchObject({ retenue: false, entete: { ligne: 1 } })
      expect(await retenirAppariement(scene, { colonnes, recopier: false })).toMatchObject({ ok: true })
      expect(await propose(scene)).toMatchObject({
        retenue: true,
        appariement: { roles: ROLES, recopier: false, titre: 'Plan de la ville' }
      })
      const autrement = await propose(scene, ['QUI', 'maison', 'Ce que l’on fait', 'Orientation '])
      expect(autrement).toMatchObject({ retenue: true, appariement: { roles: ['pilote', 'note', 'titre', 'axe'] } })
      expect(await propose(scene, [...NOMS, 'Autre'])).toMatchObject({ retenue: false })
    }))

  test('dit autrement, cela remplace ; redit, l’histoire n’en parle pas', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await retenirAppariement(scene, { colonnes, recopier: true })
      await retenirAppariement(scene, { colonnes, recopier: true })
      const change = colonnes.map((une) => (une.nom === 'Maison' ? { ...une, role: 'description' as const } : une))
      await retenirAppariement(scene, { colonnes: change, recopier: true })
      expect((await propose(scene)).appariement.roles).toEqual(['axe', 'titre', 'pilote', 'description'])
      const actes = await db.execute(`select acte from changements where objet_table = 'appariements'`)
      expect(actes).toHaveLength(2)
    }))

  test('sans titre, ou sans le droit, rien n’est retenu ; un autre territoire n’en sait rien', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const sansTitre = colonnes.map((une) => ({ ...une, role: 'note' as const }))
      expect(await retenirAppariement(scene, { colonnes: sansTitre, recopier: true })).toMatchObject({ raison: 'sans_titre' })
      const lecteur = await unMembre(scene, 'contributeur')
      expect(await retenirAppariement({ ...scene, acteur: lecteur }, { colonnes, recopier: true })).toMatchObject({
        sorte: 'interdit'
      })
      await retenirAppariement(scene, { colonnes, recopier: true })
      const voisin = await creerTerritoire({ db, acteur: SYSTEME }, { code: '94028' })
      if (!voisin.ok) throw new Error('voisin')
      expect(await propose({ ...scene, perimetre: perimetreSysteme(voisin.valeur.id) })).toMatchObject({ retenue: false })
    }))

  test('R-073 · un fichier libre s’écrit comme le modèle, et une deuxième fois ne change rien', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await retenirAppariement(scene, { colonnes, recopier: true })
      const importer = async () => {
        const { appariement } = await propose(scene)
        const fait = await importerPlan(scene, { plan: lirePlan(await ouvrir(), appariement) })
        if (!fait.ok) throw new Error(JSON.stringify(fait))
        return fait.valeur
      }
      const premier = await importer()
      expect(premier.differences.crees).toMatchObject({ axes: 1, actions: 2 })
      expect(
        (await listerActions(db, scene.perimetre, premier.contratId, '2026-11-22'))!.map(({ titre, axe }) => [titre, axe])
      ).toEqual([
        ['Bus santé', 'Soins'],
        ['Navette', 'Soins']
      ])
      const second = await importer()
      expect(second.contratId).toBe(premier.contratId)
      expect(second.differences).toMatchObject({ crees: { actions: 0 }, modifies: { actions: 0 }, inchanges: { actions: 2 } })
    }))
})
