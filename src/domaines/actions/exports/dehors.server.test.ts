import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ecrireClasseur, lireClasseur } from '#platform/classeur.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { ajouterQuartiers } from '#domaines/territoires/commands.server.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { creerFiche, modifierFiche } from '#domaines/actions/commands/fiche.server.ts'
import { importerPlan } from '#domaines/actions/commands/importer.server.ts'
import { rattacherFiche } from '#domaines/actions/commands/rattacher.server.ts'
import { ecrireQuartiers } from '#domaines/actions/commands/sections.server.ts'
import { unContrat } from '#domaines/actions/fixtures.server.ts'
import { lireDehors } from '#domaines/actions/queries/dehors.server.ts'
import { lirePlan } from '#domaines/actions/regles/plan/lire.ts'
import type { PlanLu } from '#domaines/actions/schema/plan.ts'
import { lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { produireTableur } from './produire.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'

const exporter = async ({ db, perimetre }: Scene, filtres = '') => {
  const { octets } = (await produireTableur(db as never, perimetre, lireVue(new URLSearchParams(filtres)), JOUR))!
  return lirePlan(await lireClasseur(octets, 'export.xlsx'))
}

const etats = async (scene: Scene, plan: PlanLu) =>
  reussi(await importerPlan(scene, { plan })).differences.lignes.map(({ ligne, etat }) => `${ligne.champs.titre} : ${etat}`)

/** Titles of the living fiches with how many places each has. */
const tout = async ({ db, perimetre }: Scene) =>
  (
    (await db.execute(sql`select f.titre, (select count(*)::int from places p where p.collectivite_id = f.collectivite_id and p.fiche_id = f.id and p.jusque is null) as places
      from fiches f where f.collectivite_id = ${perimetre.collectiviteId} and f.supprime_le is null order by f.titre`)) as unknown as {
      titre: string
      places: number
    }[]
  ).map(({ titre, places }) => `${titre} : ${places}`)

async function avecUneAction(scene: Scene) {
  const contrat = await unContrat(scene, { axes: 1, fichesParAxe: 1 })
  const { id } = reussi(await creerFiche(scene, { titre: 'Marche du mardi' }))
  reussi(await creerFiche(scene, { titre: 'Repérer les marcheurs', parentId: id }))
  const [qpv] = reussi(
    await ajouterQuartiers(scene, { quartiers: [{ nom: 'Sébille', nature: 'qpv', generation: '2024', code: 'QN09506M' }] })
  ).ajoutes
  reussi(await ecrireQuartiers(scene, { id, quartiers: [qpv!], horsQpv: null }))
  return { contrat, id }
}

describe('les actions hors contrat, par le tableur', () => {
  test('R-026, R-027 · dans un territoire vide, elles reviennent hors contrat, avec leur quartier prioritaire ou la raison', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await avecUneAction(scene)
      const { id: autre } = reussi(await creerFiche(scene, { titre: 'Café santé' }))
      reussi(await ecrireQuartiers(scene, { id: autre, quartiers: [], horsQpv: 'Ouvert à toute la ville' }))
      const plan = await exporter(scene)
      const ailleurs = await unTerritoire(db, { code: '94028' })
      reussi(await importerPlan(ailleurs, { plan }))
      await db.execute(sql`select set_config('app.collectivite', ${ailleurs.perimetre.collectiviteId}, true)`)
      const revenues = await lireDehors(db, ailleurs.perimetre, null)
      expect(revenues.map(({ titre, quartiers, horsQpv }) => [titre, quartiers, horsQpv])).toContainEqual([
        'Marche du mardi',
        ['Sébille'],
        null
      ])
      expect(revenues.map(({ titre, horsQpv }) => [titre, horsQpv])).toContainEqual(['Café santé', 'Ouvert à toute la ville'])
      expect((await tout(ailleurs)).filter((dit) => dit.endsWith(': 0'))).toEqual([
        'Café santé : 0',
        'Marche du mardi : 0',
        'Repérer les marcheurs : 0'
      ])
      const nature = await db.execute(
        sql`select nature from quartiers where collectivite_id = ${ailleurs.perimetre.collectiviteId} and nom = 'Sébille'`
      )
      expect(nature).toEqual([{ nature: 'qpv' }])
    }))

  test('R-073 · un tableur qui n’a qu’elles n’ouvre aucun contrat, et ne les fait pas deux fois', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id } = await avecUneAction(scene)
      const plan = await exporter(scene, 'dans=hors')
      expect(plan.lignes.map(({ hors, champs }) => [hors, champs.titre])).toEqual([
        [true, 'Marche du mardi'],
        [true, 'Repérer les marcheurs']
      ])
      reussi(await modifierFiche(scene, { id, priorite: 'eleve' }))
      expect(await etats(scene, plan)).toEqual(['Marche du mardi : inchange', 'Repérer les marcheurs : inchange'])
      const ailleurs = await unTerritoire(db, { code: '94028' })
      const sans: PlanLu = { ...plan, annexes: plan.annexes && { ...plan.annexes, transversaux: [] } }
      for (const attendu of ['cree', 'inchange']) {
        const fait = reussi(await importerPlan(ailleurs, { plan: sans }))
        expect([fait.contratId, fait.differences.lignes.map(({ etat }) => etat)]).toEqual([null, [attendu, attendu]])
      }
      expect(await tout(ailleurs)).toEqual(['Marche du mardi : 0', 'Repérer les marcheurs : 0'])
    }))

  test('R-027 · une action entrée au contrat depuis l’export y est reconnue, et elle y reste', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contrat, id } = await avecUneAction(scene)
      const plan = await exporter(scene)
      const [axe] = (await db.execute(
        sql`select id from axes where collectivite_id = ${scene.perimetre.collectiviteId} and contrat_id = ${contrat.id} and nature = 'thematique'`
      )) as unknown as { id: string }[]
      reussi(await rattacherFiche(scene, { id, contratId: contrat.id, axeId: axe!.id, date: null, motif: 'avenant' }))
      const avant = await tout(scene)
      expect(avant).toContain('Marche du mardi : 1')
      expect(new Set((await etats(scene, plan)).map((dit) => dit.split(' : ')[1]))).toEqual(new Set(['inchange']))
      expect(await tout(scene)).toEqual(avant)
    }))

  test('R-073 · un tableur libre dit « Hors contrat » ou « ASV » à la place de l’axe', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const classeur = await lireClasseur(
        await ecrireClasseur([
          {
            nom: 'Plan',
            colonnes: [],
            lignes: [
              ['Axe', 'Titre de la fiche action', 'Statut'],
              ['1. Accès aux soins', 'Bus santé', 'En cours'],
              ['ASV', 'Marche du mardi', 'En cours'],
              ['hors contrat', 'Café santé', 'En cours'],
              ['3. ASV', 'Un axe qui s’appelle ainsi', 'En cours']
            ]
          }
        ]),
        'plan.xlsx'
      )
      const plan = lirePlan(classeur)
      expect(plan.lignes.map(({ hors, axes, champs }) => [champs.titre, hors, axes])).toEqual([
        ['Bus santé', false, ['Accès aux soins']],
        ['Marche du mardi', true, []],
        ['Café santé', true, []],
        ['Un axe qui s’appelle ainsi', false, ['ASV']]
      ])
      expect(plan.avertissements.map(({ motif }) => motif).join()).toContain('ne nomme aucun quartier prioritaire')
      reussi(await importerPlan(scene, { plan }))
      expect(await etats(scene, plan)).toEqual(plan.lignes.map(({ champs }) => `${champs.titre} : inchange`))
      expect(await tout(scene)).toEqual([
        'Bus santé : 1',
        'Café santé : 0',
        'Marche du mardi : 0',
        'Un axe qui s’appelle ainsi : 1'
      ])
    }))
})
