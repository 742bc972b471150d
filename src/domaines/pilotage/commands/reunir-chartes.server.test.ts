import { expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { noterCharte } from '#domaines/partenaires/commands/chartes.server.ts'
import { uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { listerChartes } from '#domaines/partenaires/queries/chartes.server.ts'
import { reunirStructures } from './reunir.server.ts'

const essai = baseDeTest()

test('R-105 · deux structures réunies n’ont qu’une charte par an : celle de la structure qui reste', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const [unId, autreId] = [await uneStructure(scene, 'Collège du Moulin'), await uneStructure(scene, 'Collège Moulin')]
    const noter = async (structure: string, annee: number, rencontres: string) =>
      reussi(await noterCharte(scene, { structure, annee, rencontres }))
    await noter('Collège du Moulin', 2025, 'En juin.')
    await noter('Collège Moulin', 2025, 'En mai.')
    await noter('Collège Moulin', 2024, 'En mars.')
    reussi(await reunirStructures(scene, { unId, autreId, garde: 'un' }))
    const chartes = await listerChartes(db as Tx, scene.perimetre)
    expect(chartes.map(({ structureId, annee, rencontres }) => [structureId, annee, rencontres])).toEqual([
      [unId, 2025, 'En juin.'],
      [unId, 2024, 'En mars.']
    ])
  }))
