import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { baseDeTest } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { listerContrats } from '#domaines/contrats/queries.server.ts'
import { lecture, ouvrirBase, ouvrirLecture } from './db.server.ts'

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

test('les lectures d’une même page partagent une transaction ; la suivante en ouvre une autre', async () => {
  const { perimetre } = await unTerritoire(essai.base().db)
  const lire = ouvrirLecture(perimetre, essai.base().db)
  const laquelle = () => lire(async (db) => (await db.execute(sql`select pg_current_xact_id()::text as x`))[0]!.x)
  const [une, deux] = await Promise.all([laquelle(), laquelle()])
  expect(deux).toBe(une)
  expect(await laquelle()).not.toBe(une)
})

test('ce qui échoue dans une lecture partagée échoue pour tous, et la connexion revient', async () => {
  const { perimetre } = await unTerritoire(essai.base().db)
  const base = ouvrirBase(essai.adresse('application'), { max: 1 })
  try {
    const lire = ouvrirLecture(perimetre, base.db)
    const faites = await Promise.allSettled([
      lire((db) => db.execute(sql`select 1 / 0`)),
      lire((db) => db.execute(sql`select pg_sleep(0.05)`))
    ])
    expect(faites.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await lire((db) => listerContrats(db, perimetre))).toEqual([])
  } finally {
    await base.fermer()
  }
})

test.each(['ECONNECTION', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE'])(
  'une panne du réseau ailleurs (%s) fait échouer la transaction sans la laisser ouverte, ni jeter ses voisines',
  async (code) => {
    const base = ouvrirBase(essai.adresse('application'), { max: 2 })
    try {
      const voisine = base.db.transaction(async (tx) => (await tx.execute(sql`select pg_sleep(0.3), 1 as n`))[0]!.n)
      const panne = Object.assign(new Error('mail server gone'), { code })
      const transaction = base.db.transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(42)`)
        throw panne
      })
      await expect(transaction).rejects.toBe(panne)
      const [lu] = await base.db.execute<{ libre: boolean }>(sql`select pg_try_advisory_xact_lock(42) as libre`)
      expect([lu!.libre, await voisine]).toEqual([true, 1])
    } finally {
      await base.fermer()
    }
  }
)

test.each(['entre deux phrases', 'pendant une phrase'])(
  'une connexion coupée %s fait échouer la transaction, et elle seule : le processus continue',
  async (moment) => {
    const base = ouvrirBase(essai.adresse('application'), { max: 1 })
    const autre = postgres(essai.adresse('proprietaire'), { max: 1 })
    try {
      const transaction = base.db.transaction(async (tx) => {
        const [moi] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
        const couper = async () => void (await autre`select pg_terminate_backend(${moi!.pid})`)
        if (moment === 'entre deux phrases') {
          await couper()
          await new Promise((resolve) => setTimeout(resolve, 100))
          await tx.execute(sql`select 1`)
        } else await Promise.all([tx.execute(sql`select pg_sleep(5)`), couper()])
      })
      await expect(transaction).rejects.toThrow()
      // what was left behind on the dead connection would be sent now
      await new Promise((resolve) => setTimeout(resolve, 100))
      expect((await base.db.execute(sql`select 2 as deux`))[0]).toEqual({ deux: 2 })
    } finally {
      await autre.end()
      await base.fermer()
    }
  }
)
