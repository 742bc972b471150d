import postgres from 'postgres'
import { afterAll, beforeAll, inject } from 'vitest'
import { ouvrirBase, type Base, type Tx } from '#platform/db.server.ts'

export { reussi } from '#platform/commande.server.ts'

class Annulation extends Error {}

/** A copy of the prepared database for this file, and acts run in a transaction that is rolled back. */
export function baseDeTest() {
  const nom = `essai_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  const adresse = (depuis: string) => {
    const url = new URL(depuis)
    url.pathname = nom
    return url.href
  }
  let base: Base
  let requetes: string[] = []
  const surLeServeur = async (ordre: string) => {
    const sql = postgres(inject('proprietaire').replace(/\/tisserand$/, '/postgres'), { max: 1, onnotice: () => {} })
    try {
      // two copies at once are refused by the server while one reads the template
      await sql`select pg_advisory_lock(7411503)`
      await sql.unsafe(ordre)
    } finally {
      await sql.end()
    }
  }
  beforeAll(async () => {
    await surLeServeur(`create database ${nom} template tisserand`)
    // a connection that opens asks for the types of the server: that is no statement of ours
    const observer = (requete: string) => void (/pg_catalog\.pg_type/.test(requete) || requetes.push(requete))
    base = ouvrirBase(adresse(inject('application')), { max: 12, observer })
  }, 60_000)
  afterAll(async () => {
    await base.fermer()
    await surLeServeur(`drop database if exists ${nom} with (force)`)
  })
  return {
    base: () => base,
    adresse: (role: 'application' | 'proprietaire') => adresse(inject(role)),
    /** Runs the act in a transaction that is always rolled back; answers what it answered. */
    async annule<T>(agir: (db: Tx) => Promise<T>): Promise<T> {
      let valeur: T
      await base.db
        .transaction(async (db) => {
          valeur = await agir(db)
          throw new Annulation()
        })
        .catch((error: unknown) => {
          if (!(error instanceof Annulation)) throw error
        })
      return valeur!
    },
    /** The statements that an act sends, without those that open, set and close the transaction. */
    async requetesDe(agir: () => Promise<unknown>): Promise<string[]> {
      requetes = []
      await agir()
      return requetes.filter(
        (requete) => !/^(begin|commit|rollback|savepoint|release|set |select set_config)/i.test(requete.trim())
      )
    }
  }
}
