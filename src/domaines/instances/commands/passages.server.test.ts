import { expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { uneInstance } from '../fixtures.server.ts'
import { lirePassages } from '../queries/passages.server.ts'
import { modifierPassage, noterPassage, retablirPassage, retirerPassage } from './passages.server.ts'

const essai = baseDeTest()
const venue = { date: '04/11/2026', qui: 'Ana Roy', sujets: 'Le délai pour voir un médecin.' }
const unConseil = (scene: Scene) => uneInstance(scene, { nom: 'Conseil citoyen', nature: 'conseil_citoyen', placeDuCls: 'sans' })
const lus = ({ db, perimetre }: Scene, id: string) => lirePassages(db as Tx, perimetre, id)

test('R-133 · la venue du service se note avec ce que les habitants ont soulevé, puis avec sa suite ; elle se retire et revient', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const conseil = await unConseil(scene)
    const { id } = reussi(await noterPassage(scene, { id: conseil, ...venue }))
    reussi(await noterPassage(scene, { id: conseil, ...venue, date: '2026-09' }))
    expect(await lus(scene, conseil)).toMatchObject([{ date: '2026-11-04', qui: 'Ana Roy', suite: null }, { date: '2026-09' }])
    reussi(await modifierPassage(scene, { id, ...venue, suite: 'Point au prochain comité technique.' }))
    expect((await lus(scene, conseil))[0]).toMatchObject({ suite: 'Point au prochain comité technique.' })
    reussi(await retirerPassage(scene, { id }))
    expect(await lus(scene, conseil)).toHaveLength(1)
    expect(await modifierPassage(scene, { id, ...venue })).toMatchObject({ sorte: 'introuvable' })
    reussi(await retablirPassage(scene, { id }))
    expect(await lus(scene, conseil)).toHaveLength(2)
  }))

test('R-133 · une venue à venir, sans sujet, ou à un groupe de professionnels est refusée avec sa raison', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const conseil = await unConseil(scene)
    expect(await noterPassage(scene, { id: conseil, ...venue, date: '2027' })).toMatchObject({
      raison: 'passage_a_venir',
      champ: 'date'
    })
    expect(await noterPassage(scene, { id: conseil, ...venue, sujets: ' ' })).toMatchObject({
      champs: { sujets: ['Dites ce qui a été soulevé, même en trois mots.'] }
    })
    expect(await noterPassage(scene, { id: await uneInstance(scene), ...venue })).toMatchObject({ raison: 'pas_participative' })
  }))
