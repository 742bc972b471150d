import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { lireClasseur } from '#platform/classeur.server.ts'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unPlan } from '#tests/parcours/plan.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { listerStructures } from '#domaines/partenaires/queries.server.ts'
import { inscrireStructure } from '#domaines/partenaires/commands.server.ts'
import { creerContrat } from '#domaines/contrats/commands/contrat.server.ts'
import { resumerContrats } from '#domaines/pilotage/queries/contrats.server.ts'
import { ecrireClasseur } from '#platform/classeur.server.ts'
import { classeurDuDossier } from '../exports/classeur.server.ts'
import { unContrat } from '../fixtures.server.ts'
import { lireDossier } from '../queries/dossier.server.ts'
import { listerActions } from '../queries/liste.server.ts'
import { parIntitule, previsualiserPlan } from '../queries/plan.server.ts'
import { lirePlan } from '../regles/plan/lire.ts'
import type { PlanLu } from '../schema/plan.ts'
import { modifierFiche } from './fiche.server.ts'
import { importerPlan } from './importer.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'

const lu = async (titre = 'Plan santé', lignes?: (string | number)[][]): Promise<PlanLu> =>
  lirePlan(await lireClasseur(await unPlan(titre, lignes), 'plan.xlsx'))

async function importe(scene: Scene, plan: PlanLu, options: { contratId?: string; nouveau?: boolean; ecraser?: boolean } = {}) {
  const fait = await importerPlan(scene, { plan, ...options })
  if (!fait.ok) throw new Error(JSON.stringify(fait))
  return { ...fait.valeur, contratId: fait.valeur.contratId! }
}

describe('importer un plan', () => {
  test('crée le contrat que le bandeau nomme, ses axes, ses actions, ses sous-actions, et rien n’est perdu', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId, differences } = await importe(scene, await lu())
      expect(differences.crees).toEqual({ axes: 2, actions: 2, sousActions: 1, structures: 5, personnes: 0 })
      expect(await resumerContrats(db, scene.perimetre, JOUR)).toMatchObject([
        { id: contratId, intitule: 'Plan santé', etat: 'elaboration', axesThematiques: 2, actions: 2 }
      ])
      const dossier = (await lireDossier(db, scene.perimetre, contratId, JOUR))!
      const bus = dossier.axes[0]!.fiches[0]!
      expect(bus).toMatchObject({
        numero: '1',
        titre: 'Bus santé dans les quartiers',
        statut: 'en_cours',
        debut: '2024-09-01',
        budgetPrevisionnel: 2_000_000,
        financements: [{ financeur: 'ARS', montant: 1_250_050 }]
      })
      expect(bus.objectifs).toMatchObject([
        {
          niveau: 'general',
          enfants: [{ niveau: 'specifique', enfants: [{ niveau: 'operationnel', texte: 'Deux tournées par mois' }] }]
        }
      ])
      expect(bus.notes).toContain('Colonne maison : à garder')
      expect(bus.sousActions).toMatchObject([{ titre: 'Former les équipes', statut: null }])
      expect(bus.sousActions[0]!.notes).toContain('Presque fini')
    }))

  test('R-073 · une deuxième fois, le même fichier ne change rien', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const premier = await importe(scene, await lu())
      const second = await importe(scene, await lu())
      expect(second.contratId).toBe(premier.contratId)
      expect(second.differences).toMatchObject({
        crees: { axes: 0, actions: 0, sousActions: 0, structures: 0 },
        modifies: { actions: 0, sousActions: 0 },
        inchanges: { axes: 2, actions: 2, sousActions: 1 }
      })
    }))

  test('un plan qui dit plus de vingt mille fois des noms les dit une fois à l’annuaire', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const plan = await lu()
      const financement = { financeur: 'ARS', annee: null, montant: 100, etat: 'prevu' as const, taxe: 'ht' as const }
      plan.lignes[0]!.champs.financements = Array.from({ length: 20_001 }, () => financement)
      await importe(scene, plan)
      expect((await listerStructures(db, scene.perimetre)).filter(({ nom }) => nom === 'ARS')).toHaveLength(1)
    }))

  test('un autre titre de plan fait un autre contrat, un contrat nommé reçoit le plan', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const premier = await importe(scene, await lu('Plan A'))
      const autre = await importe(scene, await lu('Plan B'))
      expect(autre.contratId).not.toBe(premier.contratId)
      const contrat = await unContrat(scene)
      expect((await importe(scene, await lu('Plan C'), { contratId: contrat.id })).contratId).toBe(contrat.id)
      expect((await listerActions(db, scene.perimetre, contrat.id, JOUR))?.map((action) => action.axe)).toContain(
        'ACCÈS AUX SOINS'
      )
    }))

  const apercevoir = async (scene: Scene, plan: PlanLu, choix: { contratId?: string; nouveau?: boolean } = {}) =>
    (await previsualiserPlan(scene.db as Tx, scene.perimetre, plan, {
      contratId: null,
      nouveau: false,
      ecraser: false,
      maintenant: scene.maintenant,
      ...choix
    }))!

  test('R-073 · un plan qui a le titre d’un contrat y va, et l’aperçu le dit ; un nouveau contrat reste possible, avec l’avis que ses actions existent déjà', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const cls = reussi(await creerContrat(scene, { intitule: 'CLS de Cergy' }))
      expect(await apercevoir(scene, await lu('cls de  CERGY'))).toMatchObject({
        contrat: { id: cls.id, intitule: 'CLS de Cergy' },
        raison: 'meme_titre',
        jumeau: null
      })
      expect((await importe(scene, await lu('cls de  CERGY'))).contratId).toBe(cls.id)
      expect(await apercevoir(scene, await lu('CLS de Cergy'), { nouveau: true })).toMatchObject({
        contrat: null,
        raison: 'nouveau',
        jumeau: { id: cls.id, communes: 2, creees: 2 }
      })
      expect(await apercevoir(scene, await lu('Tout autre titre'))).toMatchObject({ raison: 'nouveau', jumeau: { id: cls.id } })
      const second = await importe(scene, await lu('CLS de Cergy'), { nouveau: true })
      expect(second.contratId).not.toBe(cls.id)
      expect(second.differences.crees.actions).toBe(2)
    }))

  test('R-073 · le contrat qu’on prépare, encore vide, reçoit le plan ; le même fichier le retrouve ensuite', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await unContrat(scene)
      const prepare = reussi(await creerContrat(scene, { intitule: 'Contrat à venir', etape: 'prefiguration' }))
      expect(await importe(scene, await lu('VERSION SOPHIE v3'))).toMatchObject({
        contratId: prepare.id,
        raison: 'en_preparation'
      })
      expect(await importe(scene, await lu('VERSION SOPHIE v3'))).toMatchObject({
        contratId: prepare.id,
        raison: 'deja_importe',
        differences: { crees: { actions: 0 }, modifies: { actions: 0 } }
      })
    }))

  test('le repère d’un contrat d’un autre territoire n’est pas écouté', () =>
    essai.annule(async (db) => {
      const ailleurs = await unTerritoire(db, { code: '94028' })
      const leLeur = await unContrat(ailleurs)
      const scene = await unTerritoire(db)
      const plan = { ...(await lu()), contrat: leLeur.id }
      expect(await apercevoir(scene, plan)).toMatchObject({ contrat: null, raison: 'nouveau' })
      expect((await importe(scene, plan)).contratId).not.toBe(leLeur.id)
    }))

  test('ce qu’une personne a changé ici reste, et l’aperçu montre les deux', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId } = await importe(scene, await lu())
      const [bus] = (await listerActions(db, scene.perimetre, contratId, JOUR))!
      await modifierFiche(scene, { id: bus!.id, description: 'Écrit par la coordination.' })
      const lignes = [
        [
          'Axe 1. ACCÈS AUX SOINS',
          '',
          'Bus santé dans les quartiers',
          '',
          'Écrit dans le fichier.',
          '',
          '',
          '',
          '',
          '',
          '',
          'Réalisé',
          '',
          ''
        ]
      ]
      const nouveau = await lu('Plan santé', lignes)
      const apercu = await previsualiserPlan(db, scene.perimetre, nouveau, {
        contratId: null,
        nouveau: false,
        ecraser: false,
        maintenant: scene.maintenant
      })
      expect(apercu?.differences.lignes[0]?.champs).toContainEqual(
        expect.objectContaining({
          champ: 'description',
          avant: 'Écrit par la coordination.',
          apres: 'Écrit dans le fichier.',
          conflit: true,
          retenu: false
        })
      )
      await importe(scene, nouveau)
      const lire = async () => (await lireDossier(db, scene.perimetre, contratId, JOUR))!.axes[0]!.fiches[0]!
      expect(await lire()).toMatchObject({ description: 'Écrit par la coordination.', statut: 'realise' })
      await modifierFiche(scene, { id: bus!.id, description: 'Écrit encore.' })
      await importe(scene, await lu('Plan santé', [lignes[0]!.with(4, 'Écrit autrement dans le fichier.')]), { ecraser: true })
      expect(await lire()).toMatchObject({ description: 'Écrit autrement dans le fichier.' })
    }))

  test('une structure de l’annuaire est reconnue malgré la casse, les accents et les espaces', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await inscrireStructure(scene, { nom: 'Ville', type: 'commune' })
      await inscrireStructure(scene, { nom: 'Caisse primaire', sigle: 'CPAM', type: 'cpam' })
      const { differences } = await importe(scene, await lu())
      expect(differences.crees.structures).toBe(3)
      expect((await listerStructures(db, scene.perimetre)).map((structure) => structure.nom)).toEqual([
        'ARS',
        'Caisse primaire',
        'CPTS',
        'Mission locale',
        'Ville'
      ])
    }))

  test('un plan refusé n’écrit rien, et un lecteur n’importe pas', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      expect(await importerPlan(scene, { plan: await lu('Vide', []) })).toMatchObject({ ok: false, raison: 'plan_refuse' })
      expect(
        await importerPlan({ ...scene, acteur: { ...scene.acteur, role: 'contributeur' } }, { plan: await lu() })
      ).toMatchObject({ ok: false, sorte: 'interdit' })
      expect(await resumerContrats(db, scene.perimetre, JOUR)).toEqual([])
      expect(await importerPlan(scene, { plan: await lu(), contratId: '01a20186-0024-71e3-9d30-a3bf85bbfa4b' })).toMatchObject({
        ok: false,
        sorte: 'introuvable'
      })
    }))

  test('le tableur exporté revient le même dans un autre territoire, et ne change rien dans le sien', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId } = await importe(scene, await lu())
      const avant = (await lireDossier(db, scene.perimetre, contratId, JOUR))!
      const relu = lirePlan(await lireClasseur(await ecrireClasseur(classeurDuDossier(parIntitule(avant))), 'export.xlsx'))
      expect(await importe(scene, relu)).toMatchObject({
        contratId,
        raison: 'fichier',
        differences: { crees: { actions: 0 }, modifies: { actions: 0, sousActions: 0 } }
      })
      const ailleurs = await unTerritoire(db, { code: '94028' })
      const copie = await importe(ailleurs, relu)
      const apres = (await lireDossier(db, ailleurs.perimetre, copie.contratId, JOUR))!
      const sansId = (valeur: unknown): unknown =>
        JSON.parse(JSON.stringify(valeur, (cle, interieur: unknown) => (cle === 'id' ? undefined : interieur)))
      expect(sansId(apres.axes)).toEqual(sansId(avant.axes))
    }))

  const beaucoup = (nombre: number) =>
    Array.from({ length: nombre }, (_, rang) => [
      `Axe ${(rang % 8) + 1}. Axe numéro ${(rang % 8) + 1}`,
      '',
      `Action ${rang}`,
      rang % 2 === 1 ? `Sous-action ${rang}` : '',
      `Texte ${rang}`,
      '',
      `Pilote ${rang % 50}`,
      'CPAM, CPTS',
      'ARS',
      1000 + rang,
      1000,
      'En cours',
      2024,
      ''
    ])

  test('mille lignes s’écrivent en quelques requêtes, pas en mille', async () => {
    const plan = await lu('Grand plan', beaucoup(1000))
    const requetes = await essai.requetesDe(() => essai.annule(async (db) => importe(await unTerritoire(db), plan)))
    expect(requetes.length).toBeLessThan(80)
  }, 60_000)

  test(
    'un plan écrit et relu en plusieurs fois revient ligne à ligne, et la base sait aussitôt combien elle a de lignes',
    () =>
      essai.annule(async (db) => {
        const scene = await unTerritoire(db)
        const lignes = beaucoup(2100)
        const suite = lignes
          .slice(1300, 1380)
          .map((ligne, rang) => [lignes[0]![0]!, '', 'Grande', `Étape ${rang}`, ...ligne.slice(4)])
        const plan = await lu('Très grand plan', lignes.toSpliced(1300, 80, ...suite))
        const { contratId } = await importe(scene, plan)
        const estimees = (await db.execute(sql`select reltuples from pg_class where relname = 'fiches'`)) as unknown as [
          { reltuples: number }
        ]
        expect(estimees[0].reltuples).toBeGreaterThanOrEqual(3111)
        const vu = await previsualiserPlan(db, scene.perimetre, plan, {
          contratId,
          nouveau: false,
          ecraser: false,
          maintenant: new Date(JOUR)
        })
        expect(vu!.differences.modifies).toMatchObject({ actions: 0, sousActions: 0 })
        expect(vu!.differences.inchanges).toMatchObject({ actions: 2021, sousActions: 1090 })
        const dossier = await lireDossier(db, scene.perimetre, contratId, JOUR)
        expect(dossier!.axes[0]!.fiches.slice(-1)).toMatchObject([
          { numero: '1.254', titre: 'Action 2096', description: 'Texte 2096', financements: [{ montant: 309_600 }] }
        ])
        const grande = dossier!.axes[0]!.fiches.find(({ titre }) => titre === 'Grande')!
        expect(grande.sousActions.map(({ titre }) => titre)).toEqual(suite.map(([, , , titre]) => titre))
        expect(dossier!.axes[7]!.fiches.at(-1)!.sousActions).toMatchObject([{ titre: 'Sous-action 2095' }])
      }),
    60_000
  )
})
