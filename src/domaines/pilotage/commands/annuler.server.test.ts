import { describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { creerFiche, modifierFiche, retirerFiche } from '#domaines/actions/commands/fiche.server.ts'
import { ecrireLiens } from '#domaines/actions/commands/liens.server.ts'
import { ecrireEtapes, ecrireObjectifs } from '#domaines/actions/commands/sections.server.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { lireAttaches } from '#domaines/actions/queries/attaches.server.ts'
import { desAxes, ouvrirContrat } from '#domaines/contrats/fixtures.server.ts'
import { modifierAxe, proposerTransversaux, retirerAxe } from '#domaines/contrats/commands/axes.server.ts'
import { ajouterActe, modifierActe } from '#domaines/contrats/commands/actes.server.ts'
import { listerActes, listerAxes, listerProgrammes } from '#domaines/contrats/queries.server.ts'
import { prevoirSeance, retirerSeance } from '#domaines/instances/commands/seances.server.ts'
import { uneInstance } from '#domaines/instances/fixtures.server.ts'
import { changerDeStructure } from '#domaines/partenaires/commands/changer.server.ts'
import { unePersonne, uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { lirePersonne, listerStructures } from '#domaines/partenaires/queries.server.ts'
import { direFait } from '../libelles.ts'
import { lireHistorique } from '../queries/historique.server.ts'
import { gestesAnnulables } from '../queries/gestes.server.ts'
import { listerRetires } from '../queries/retires.server.ts'
import { annulerGeste } from './annuler.server.ts'

const essai = baseDeTest()
const plusTard = (scene: Scene, jours: number): Scene => ({
  ...scene,
  maintenant: new Date(scene.maintenant.getTime() + jours * 86_400_000)
})
const uneFiche = async (scene: Scene) => {
  const fait = await creerFiche(scene, { titre: 'Bus santé', contexte: 'Peu de médecins.', publics: 'Seniors' })
  if (!fait.ok) throw new Error(JSON.stringify(fait))
  return fait.valeur.id
}
/** The acts of an object, the latest first. */
const gestes = async (scene: Scene, id: string) =>
  (await lireHistorique(scene.db as Tx, scene.perimetre, scene.acteur, id, 1))!.actes.map(({ geste }) => geste!)
const tout = async (scene: Scene) =>
  JSON.stringify(
    await (scene.db as Tx).execute(sql`select to_jsonb(f) - 'recherche' as fiche,
      (select json_agg(to_jsonb(e) order by e.rang) from etapes e where e.fiche_id = f.id) as etapes,
      (select json_agg(to_jsonb(o) order by o.rang) from objectifs o where o.fiche_id = f.id) as objectifs from fiches f order by f.id`)
  )

describe('annuler un geste, depuis l’historique', () => {
  test('R-064 · le conseil et les exemples d’un axe transversal ont leurs mots, et reviennent', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      await proposerTransversaux(scene, { contratId })
      const axe = async () => (await listerAxes(db, scene.perimetre, contratId))[0]!
      const avant = await axe()
      await modifierAxe(plusTard(scene, 1), { id: avant.id, intitule: avant.intitule, conseilConception: 'Le nôtre.' })
      const [acte] = (await lireHistorique(db, scene.perimetre, scene.acteur, contratId, 1))!.actes
      const mots = JSON.stringify(acte)
      for (const mot of ['Conseil à la conception', 'Le nôtre.', 'Exemples à l’évaluation']) expect(mots).toContain(mot)
      expect(await annulerGeste(scene, { geste: acte!.geste! })).toMatchObject({ ok: true })
      expect(await axe()).toEqual(avant)
    }))

  test('R-102 · un changement de structure se défait d’un geste : l’ancienne fonction dure, la nouvelle et sa structure repartent', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const camille = await unePersonne(scene, 'Camille Exemple', await uneStructure(scene))
      const lus = async () => [
        (await lirePersonne(db, scene.perimetre, camille))!.parcours,
        await listerStructures(db, scene.perimetre)
      ]
      const avant = await lus()
      reussi(await changerDeStructure(plusTard(scene, 1), { personneId: camille, structure: 'CPTS de Cergy', date: '2026-09' }))
      const [acte] = (await lireHistorique(db, scene.perimetre, scene.acteur, camille, 1))!.actes
      expect(direFait('fonction.changer')).toContain('changement de structure')
      expect(JSON.stringify(acte)).toContain('CPTS de Cergy')
      expect(await annulerGeste(scene, { geste: acte!.geste! })).toMatchObject({ ok: true })
      expect(await lus()).toEqual(avant)
    }))

  test('une correction s’annule : chaque champ retrouve ce qu’il disait, et l’annulation s’annule', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await uneFiche(scene)
      const avant = await tout(scene)
      await modifierFiche(plusTard(scene, 1), { id, titre: 'Bus du mardi', publics: 'Familles\nJeunes', contexte: '' })
      const apres = await tout(scene)
      expect(apres).not.toBe(avant)
      expect(await annulerGeste(scene, { geste: (await gestes(scene, id))[0]! })).toMatchObject({ ok: true })
      expect(await tout(scene)).toBe(avant)
      await annulerGeste(scene, { geste: (await gestes(scene, id))[0]! })
      expect(await tout(scene)).toBe(apres)
    }))

  test('R-089 · un programme inscrit en le reliant à une action repart avec le lien', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await uneFiche(scene)
      const lus = async () => [
        (await lireAttaches(db, scene.perimetre, id)).programmes.map(({ intitule }) => intitule),
        (await listerProgrammes(db, scene.perimetre)).map(({ intitule }) => intitule)
      ]
      await ecrireLiens(plusTard(scene, 1), { id, autreNature: 'ctg', autreProgramme: 'CTG 2025' })
      expect(await lus()).toEqual([['CTG 2025'], ['CTG 2025']])
      expect(await annulerGeste(plusTard(scene, 2), { geste: (await gestes(scene, id))[0]! })).toMatchObject({ ok: true })
      expect(await lus()).toEqual([[], []])
    }))

  test('des parties remplacées reviennent avec leur ordre ; on remonte ainsi geste après geste', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await uneFiche(scene)
      const vide = await tout(scene)
      await ecrireEtapes(plusTard(scene, 1), { id, etapes: [{ intitule: 'Trouver le bus' }, { intitule: 'Former' }] })
      const uneFois = await tout(scene)
      await ecrireEtapes(plusTard(scene, 2), { id, etapes: [{ intitule: 'Rouler' }] })
      const objectifs = ['general', 'specifique', 'operationnel'].map((niveau) => ({
        niveau: niveau as 'general',
        texte: niveau
      }))
      await ecrireObjectifs(plusTard(scene, 3), { id, objectifs })
      const [troisieme, deuxieme, premier] = await gestes(scene, id)
      expect(await annulerGeste(scene, { geste: deuxieme! })).toMatchObject({ ok: false, raison: 'geste_depasse' })
      expect(await annulerGeste(scene, { geste: troisieme! })).toMatchObject({ ok: true })
      expect(await annulerGeste(scene, { geste: deuxieme! })).toMatchObject({ ok: true })
      expect(await tout(scene)).toBe(uneFois)
      expect(await annulerGeste(scene, { geste: premier! })).toMatchObject({ ok: true })
      expect(await tout(scene)).toBe(vide)
    }))

  test('un objet créé disparaît ; s’il porte déjà quelque chose, le refus le dit et rien ne change', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contrat = await ouvrirContrat(scene, { debut: '2023', fin: '2028' })
      const [creation] = await gestes(scene, contrat)
      await desAxes(scene, contrat, ['Accès aux soins'])
      expect(await annulerGeste(scene, { geste: creation! })).toMatchObject({ ok: false, raison: 'geste_appuye' })
      const id = await uneFiche(scene)
      expect(await annulerGeste(scene, { geste: (await gestes(scene, id))[0]! })).toMatchObject({ ok: true })
      expect(await db.execute(sql`select 1 from fiches where id = ${id}`)).toHaveLength(0)
    }))

  test('les gestes qu’une personne peut annuler maintenant sont ceux-là, et au-delà de trente jours aucun', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contributeur = await unMembre(scene, 'contributeur')
      const id = await uneFiche(scene)
      await modifierFiche({ ...plusTard(scene, 1), acteur: contributeur }, { id, titre: 'Bus du mardi' })
      const [correction, creation] = (await gestes(scene, id)) as [string, string]
      const pour = (acteur: Scene['acteur'], jours: number) =>
        gestesAnnulables(db, acteur, [correction, creation], plusTard(scene, jours).maintenant)
      expect(await pour(scene.acteur, 2)).toEqual([correction])
      expect(await pour(contributeur, 2)).toEqual([correction])
      expect(await pour({ ...contributeur, role: 'lecteur' }, 2)).toEqual([])
      expect(await pour(scene.acteur, 40)).toEqual([])
      const lecteur = { ...contributeur, role: 'lecteur' as const }
      expect(await annulerGeste({ ...scene, acteur: lecteur }, { geste: correction })).toMatchObject({ sorte: 'interdit' })
      const tard = await annulerGeste(plusTard(scene, 40), { geste: correction })
      expect(tard).toMatchObject({ ok: false, raison: 'geste_trop_vieux' })
    }))

  test('le geste d’un autre territoire n’existe pas ici', () =>
    essai.annule(async (db) => {
      const ailleurs = await unTerritoire(db, { code: '94028' })
      const [geste] = await gestes(ailleurs, await uneFiche(ailleurs))
      const scene = await unTerritoire(db)
      expect(await annulerGeste(scene, { geste: geste! })).toMatchObject({ ok: false, sorte: 'introuvable' })
    }))
})

test('ce qui a été retiré se retrouve pendant trente jours, le plus récent d’abord', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const contrat = await ouvrirContrat(scene, { debut: '2023', fin: '2028' })
    const [axe] = await desAxes(scene, contrat, ['Accès aux soins'])
    const id = await uneFiche(scene)
    await retirerAxe(scene, { id: axe! })
    await retirerFiche(plusTard(scene, 5), { id })
    const noms = async (jours: number) =>
      (await listerRetires(db, scene.perimetre, plusTard(scene, jours).maintenant)).map(({ table, nom }) => `${table} ${nom}`)
    expect(await noms(6)).toEqual(['fiches Bus santé', 'axes Accès aux soins'])
    expect(await noms(32)).toEqual(['fiches Bus santé'])
    expect(await noms(40)).toEqual([])
  }))

test('une séance retirée se retrouve par son jour, dit en toutes lettres', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const instanceId = await uneInstance(scene, { nom: 'Groupe précarité' })
    const { id } = reussi(await prevoirSeance(scene, { instanceId, jour: '16/12/2026', duree: '2 h' }))
    reussi(await retirerSeance(plusTard(scene, 1), { id }))
    expect((await listerRetires(db, scene.perimetre, plusTard(scene, 2).maintenant)).map(({ nom }) => nom)).toEqual([
      'Groupe précarité, 16 décembre 2026'
    ])
  }))

test('R-012 · les montants d’un acte corrigé reviennent, et l’acte ajouté s’en va avec les siens', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const contratId = await ouvrirContrat(scene)
    const acte = { nature: 'avenant', reference: 'avenant n° 1', date: '2024' }
    const montants = [
      { financeur: 'ARS', annee: '2024', montant: '100' },
      { financeur: 'Ville', annee: '2025', montant: '200', taxe: 'ttc' }
    ]
    const { id } = reussi(await ajouterActe(scene, { ...acte, contratId, montants }))
    const lus = async () =>
      (await listerActes(db, scene.perimetre, contratId)).map((un) => un.montants.map(({ montant }) => montant))
    reussi(await modifierActe(plusTard(scene, 1), { ...acte, id, montants: [{ montant: '5' }] }))
    expect(await lus()).toEqual([[500]])
    const [correction] = await gestes(scene, contratId)
    reussi(await annulerGeste(plusTard(scene, 2), { geste: correction! }))
    expect(await lus()).toEqual([[10_000, 20_000]])
    reussi(await annulerGeste(plusTard(scene, 3), { geste: (await gestes(scene, contratId))[0]! }))
    reussi(await annulerGeste(plusTard(scene, 4), { geste: (await gestes(scene, contratId))[0]! }))
    reussi(await ajouterActe(plusTard(scene, 5), { ...acte, reference: 'n° 2', contratId, montants }))
    reussi(await annulerGeste(plusTard(scene, 6), { geste: (await gestes(scene, contratId))[0]! }))
    expect(await lus()).toEqual([[10_000, 20_000]])
  }))
