import { describe, expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { uneStructure } from '../fixtures.server.ts'
import { listerChartes } from '../queries/chartes.server.ts'
import { modifierCharte, noterCharte, renouvelerCharte, retablirCharte, retirerCharte } from './chartes.server.ts'

const essai = baseDeTest()
const lues = ({ db, perimetre }: Scene) => listerChartes(db as Tx, perimetre)
const charte = { structure: 'Collège du Moulin', annee: '2025', signeeLe: '10/2025', contact: 'Lou Petit', infirmier: 'Ana Roy' }
const noter = async (scene: Scene, reste: Record<string, unknown> = {}) =>
  reussi(await noterCharte(scene, { ...charte, ...reste })).id

describe('R-105 · les chartes annuelles', () => {
  test('se notent avec un contact et l’infirmière scolaire, que l’annuaire retrouve ou reçoit', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const college = await uneStructure(scene, 'Collège du Moulin')
      await noter(scene, { structure: 'college du moulin', rencontres: 'En septembre et en juin.' })
      await noter(scene, { structure: 'Lycée Kastler', contact: '', infirmier: 'ana roy', signeeLe: '' })
      expect(await lues(scene)).toMatchObject([
        { structureId: college, annee: 2025, signeeLe: '2025-10', contact: 'Lou Petit', infirmier: 'Ana Roy' },
        { structure: 'Lycée Kastler', contact: null, infirmier: 'Ana Roy', signeeLe: null }
      ])
    }))

  test('il y en a une par an et par établissement, et aucune n’est signée avant son jour', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await noter(scene)
      expect(await noterCharte(scene, charte)).toMatchObject({
        raison: 'charte_deja',
        champ: 'annee',
        precisions: { annee: '2025-2026' }
      })
      expect(await noterCharte(scene, { ...charte, annee: '2026', signeeLe: '2027' })).toMatchObject({
        raison: 'signature_a_venir'
      })
      const autre = await noter(scene, { annee: '2024' })
      expect(await modifierCharte(scene, { ...charte, id: autre })).toMatchObject({ raison: 'charte_deja' })
      reussi(await modifierCharte(scene, { ...charte, id: autre, annee: '2023', signeeLe: '' }))
      expect((await lues(scene)).map(({ annee, signeeLe }) => [annee, signeeLe])).toEqual([
        [2025, '2025-10'],
        [2023, null]
      ])
    }))

  test('se renouvelle d’un geste pour l’année qui court : mêmes personnes, mêmes rencontres, pas encore signée', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await noter(scene, { annee: '2023', rencontres: 'En juin.' })
      reussi(await renouvelerCharte(scene, { id }))
      const [neuve] = await lues(scene)
      expect(neuve).toMatchObject({
        annee: 2026,
        signeeLe: null,
        contact: 'Lou Petit',
        infirmier: 'Ana Roy',
        rencontres: 'En juin.'
      })
      expect(await renouvelerCharte(scene, { id })).toMatchObject({ raison: 'charte_deja', precisions: { annee: '2026-2027' } })
      reussi(await renouvelerCharte(scene, { id: neuve!.id }))
      expect((await lues(scene)).map(({ annee }) => annee)).toEqual([2027, 2026, 2023])
    }))

  test('se retire et revient, sauf si une autre a pris son année ; un lecteur n’y touche pas', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await noter(scene)
      const lecteur = { ...scene, acteur: await unMembre(scene, 'lecteur') }
      expect(await retirerCharte(lecteur, { id })).toEqual({ ok: false, sorte: 'interdit' })
      reussi(await retirerCharte(scene, { id }))
      expect(await renouvelerCharte(scene, { id })).toEqual({ ok: false, sorte: 'introuvable' })
      const autre = await noter(scene)
      expect(await retablirCharte(scene, { id })).toEqual({ ok: false, sorte: 'introuvable' })
      reussi(await retirerCharte(scene, { id: autre }))
      reussi(await retablirCharte(scene, { id }))
      expect(await lues(scene)).toMatchObject([{ id }])
    }))
})
