import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { baseDeTest } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { listerContrats } from '#domaines/contrats/queries.server.ts'
import { lecture, ouvrirBase } from './db.server.ts'

const essai = baseDeTest()

test('une lecture répétée est préparée une fois : sa phrase ne repart pas à chaque page', async () => {
  const { perimetre } = await unTerritoire(essai.base().db)
  const base = ouvrirBase(essai.adresse('application'), { max: 1 })
  try {
    for (let tour = 0; tour < 8; tour++) await lecture(perimetre, (db) => listerContrats(db, perimetre), base.db)
    // the pattern is a parameter: written in the statement, it would find the statement itself
    const lignes = await base.db.execute(
      sql`select (generic_plans + custom_plans)::int as fois from pg_prepared_statements where statement like ${'%from "contrats"%'}`
    )
    expect([...lignes]).toEqual([{ fois: 8 }])
  } finally {
    await base.fermer()
  }
})
