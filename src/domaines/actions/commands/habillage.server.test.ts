import { describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { unPng } from '#tests/parcours/fichiers.ts'
import { ROLES } from '#platform/acteur.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { annulerGeste } from '#domaines/pilotage/commands/annuler.server.ts'
import { lireHistorique } from '#domaines/pilotage/queries/historique.server.ts'
import { lireHabillage, lireHabillageImprime } from '../queries/habillage.server.ts'
import { CHAPITRES, HABILLAGE_D_ORIGINE, type Chapitre } from '../schema/habillage.ts'
import { ecrireHabillage, ordonnerChapitres, poserLogo, retirerLogo } from './habillage.server.ts'

const essai = baseDeTest()
const plusTard = (scene: Scene, minutes: number): Scene => ({
  ...scene,
  maintenant: new Date(scene.maintenant.getTime() + minutes * 60_000)
})
const lire = (scene: Scene) => lireHabillage(scene.db as Tx, scene.perimetre)
const histoire = async (scene: Scene) =>
  (await lireHistorique(scene.db as Tx, scene.perimetre, scene.acteur, scene.perimetre.collectiviteId, 1))!.actes
const png = (octets = unPng(600, 200)) => ({ fichier: { nom: 'logo.png', octets }, texteAlternatif: 'Logo de la Ville' })
const ORDRE: Chapitre[] = ['axes', ...CHAPITRES.filter((chapitre) => chapitre !== 'axes')]

describe('l’habillage des documents d’un territoire', () => {
  test('sans choix, il est celui d’origine ; un choix garde les autres, et un territoire n’a qu’un habillage', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      expect(await lire(scene)).toEqual(HABILLAGE_D_ORIGINE)
      expect(
        await ecrireHabillage(scene, { surtitre: 'Direction de la santé', ligne: '', pied: null, teinte: 'marine' })
      ).toMatchObject({
        ok: true
      })
      expect(await ordonnerChapitres(scene, { ordre: ORDRE, ecartes: ['sigles'] })).toMatchObject({ ok: true })
      expect(await poserLogo(scene, png())).toMatchObject({ ok: true })
      expect(await lire(scene)).toMatchObject({
        surtitre: 'Direction de la santé',
        ligne: null,
        teinte: 'marine',
        chapitres: ORDRE,
        ecartes: ['sigles'],
        logo: { genre: 'png', largeur: 600, hauteur: 200, nomFichier: 'logo.png', alternatif: 'Logo de la Ville' }
      })
      expect(await db.execute(sql`select 1 from habillages`)).toHaveLength(1)
    }))

  test('les octets du logo reviennent entiers, même en plusieurs morceaux, et ceux d’un autre territoire jamais', () =>
    essai.annule(async (db) => {
      const ailleurs = await unTerritoire(db, { code: '94028' })
      await poserLogo(ailleurs, png(unPng(400, 300, 90)))
      const scene = await unTerritoire(db)
      await poserLogo(scene, png(unPng(500, 250, 30)))
      // what follows the end of an image is not drawn
      const octets = Buffer.concat([unPng(600, 200), Buffer.alloc(700_000, 7)])
      expect(octets.length).toBeGreaterThan(512 * 1024)
      expect(await poserLogo(scene, png(octets))).toMatchObject({ ok: true })
      const lu = await lireHabillageImprime(db, scene.perimetre)
      expect(Buffer.from(lu.logo!.octets).equals(octets)).toBe(true)
      await retirerLogo(scene, {})
      expect((await lireHabillageImprime(db, scene.perimetre)).logo).toBeNull()
    }))

  test('le texte alternatif est demandé ; il se corrige sans renvoyer le fichier', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      expect(await poserLogo(scene, { texteAlternatif: 'Logo' })).toMatchObject({ raison: 'logo_manque', champ: 'fichier' })
      expect(await poserLogo(scene, { ...png(), texteAlternatif: '' })).toMatchObject({
        raison: 'texte_alternatif_manque',
        champ: 'texteAlternatif'
      })
      await poserLogo(scene, png())
      expect(await poserLogo(scene, { texteAlternatif: 'Logo de la Ville de Cergy' })).toMatchObject({ ok: true })
      expect((await lire(scene)).logo).toMatchObject({ nomFichier: 'logo.png', alternatif: 'Logo de la Ville de Cergy' })
    }))

  test('une image que ses premiers octets annoncent mais qui ne se lit pas jusqu’au bout est refusée, et rien n’est gardé', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const coupe = unPng(600, 200).subarray(0, 200)
      expect(await poserLogo(scene, png(coupe))).toMatchObject({ raison: 'fichier_abime', champ: 'fichier' })
      expect(await lire(scene)).toEqual(HABILLAGE_D_ORIGINE)
      expect(await db.execute(sql`select 1 from fichiers_morceaux`)).toHaveLength(0)
    }))

  test('seule la coordination choisit', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      for (const role of ROLES.filter((role) => role !== 'coordination')) {
        const elle = { ...scene, acteur: await unMembre(scene, role) }
        for (const fait of [
          await ecrireHabillage(elle, { teinte: 'prune' }),
          await poserLogo(elle, png()),
          await retirerLogo(elle, {}),
          await ordonnerChapitres(elle, { ordre: ORDRE })
        ])
          expect(fait, role).toMatchObject({ ok: false, sorte: 'interdit' })
      }
    }))

  test('un ordre incomplet, des axes écartés, une couleur inconnue et un logo absent sont refusés', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      expect(await ordonnerChapitres(scene, { ordre: ORDRE.slice(1) })).toMatchObject({ raison: 'ordre_incomplet' })
      expect(await ordonnerChapitres(scene, { ordre: ORDRE, ecartes: ['axes'] })).toMatchObject({
        raison: 'chapitre_obligatoire'
      })
      expect(await ecrireHabillage(scene, { teinte: 'fluo' })).toMatchObject({
        champs: { teinte: [expect.stringMatching(/liste/)] }
      })
      expect(await retirerLogo(scene, {})).toMatchObject({ raison: 'logo_manque' })
    }))

  test('l’historique du territoire dit ce qui change, en mots, et chaque geste s’annule, jusqu’à l’origine', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await ecrireHabillage(plusTard(scene, 1), { teinte: 'bordeaux', pied: 'Cergy santé' })
      await ordonnerChapitres(plusTard(scene, 2), { ordre: ORDRE, ecartes: ['sigles'] })
      await poserLogo(plusTard(scene, 3), png())
      const retrait = await retirerLogo(plusTard(scene, 4), {})
      const actes = await histoire(scene)
      expect(actes.map(({ quoi }) => quoi)).toEqual([
        'a retiré le logo des documents',
        'a changé le logo des documents',
        'a changé les chapitres des documents',
        'a changé la couverture des documents'
      ])
      expect(actes[1]!.retouches[0]!.differences).toContainEqual({ champ: 'Logo', avant: null, apres: 'logo.png' })
      expect(actes[2]!.retouches[0]!.differences.toSorted((a, b) => b.champ.localeCompare(a.champ))).toEqual([
        {
          champ: 'Ordre des chapitres',
          avant: expect.stringMatching(/^Préambule, Références légales/),
          apres: expect.stringMatching(/^Axes thématiques et fiches actions, Préambule/)
        },
        { champ: 'Chapitres laissés de côté', avant: 'Réponse au projet régional de santé', apres: 'Sigles' }
      ])
      expect(actes[3]!.retouches[0]!.differences).toContainEqual({ champ: 'Couleur', avant: null, apres: 'Bordeaux' })
      expect(retrait).toMatchObject({ ok: true, valeur: { geste: actes[0]!.geste } })
      for (const [rang, { geste }] of actes.entries()) {
        expect(await annulerGeste(plusTard(scene, 5 + rang), { geste: geste! })).toMatchObject({ ok: true })
        if (rang === 0) expect((await lire(scene)).logo).toMatchObject({ nomFichier: 'logo.png' })
        if (rang === 2) expect((await lire(scene)).chapitres).toEqual(CHAPITRES)
      }
      expect(await lire(scene)).toEqual(HABILLAGE_D_ORIGINE)
    }))
})
