import { expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { retablirPersonne, retirerPersonne } from '#domaines/partenaires/commands.server.ts'
import { unePersonne } from '#domaines/partenaires/fixtures.server.ts'
import { annulerGeste } from './annuler.server.ts'
import { reunirPersonnes } from './reunir.server.ts'

const essai = baseDeTest()

test('une personne réunie à une autre ne se rétablit pas à côté d’elle ; annuler la réunion la rend', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const [reste, partie] = [await unePersonne(scene, 'Sam Martin'), await unePersonne(scene, 'Martin Sam')]
    const { geste } = reussi(await reunirPersonnes(scene, { unId: reste, autreId: partie, garde: 'un' }))
    expect(await retablirPersonne(scene, { id: partie })).toMatchObject({ ok: false, sorte: 'introuvable' })
    reussi(await annulerGeste(scene, { geste: geste! }))
    reussi(await retirerPersonne(scene, { id: partie }))
    reussi(await retablirPersonne(scene, { id: partie }))
  }))
