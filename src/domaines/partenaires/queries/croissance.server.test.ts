import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { baseDeTest } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { unePersonne } from '../fixtures.server.ts'
import { cumuler } from '../regles/croissance.ts'
import { lireCroissance } from './croissance.server.ts'

const essai = baseDeTest()

test('R-093 · les arrivées et les départs de deux ans, mois par mois, et ce qu’il y avait avant', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    for (const nom of ['Ana', 'Lou', 'Zoé', 'Noé']) await unePersonne(scene, nom)
    await db.execute(sql`update personnes set cree_le = '2020-05-05' where nom in ('Ana', 'Lou')`)
    await db.execute(sql`update personnes set cree_le = '2026-10-31T23:30:00Z' where nom = 'Zoé'`)
    await db.execute(sql`update personnes set cree_le = '2026-09-09' where nom = 'Noé'`)
    await db.execute(sql`update personnes set supprime_le = '2026-11-02' where nom = 'Lou'`)
    const { avant, mois } = await lireCroissance(db, scene.perimetre, '2026-11-22')
    expect([avant, mois.length, mois[0]!.mois]).toEqual([2, 24, '2024-12'])
    // Zoé came in November, by the clock of Paris
    expect(cumuler(mois, avant).slice(-3)).toEqual([
      { mois: '2026-09', arrivees: 1, departs: 0, total: 3 },
      { mois: '2026-10', arrivees: 0, departs: 0, total: 3 },
      { mois: '2026-11', arrivees: 1, departs: 1, total: 3 }
    ])
  }))
