import type postgres from 'postgres'

/** A statement of more values than this writes a set, and comes once: preparing it would cost more than sending it. */
const PREPARES = 60

/** Codes of a connection that is no more, told by the network, by the driver or by the server as it leaves. */
const PERDUE = /^(?:CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|57P0[1-5]|25P0[34])/

const estPerdue = (error: unknown): boolean => PERDUE.test(String((error as { code?: unknown } | null)?.code ?? ''))

class TransactionFinie extends Error {
  constructor() {
    super('this transaction is over: nothing more is sent in its name')
  }
}

type Appelable = (...args: unknown[]) => unknown

/**
 * The client of a transaction. Its statements are prepared, and none leaves once `finie`: the driver would send it on whatever runs there
 * next, or write to a socket that is gone, which no caller can catch (porsager/postgres#1208, #1215; ADR 0022).
 */
function dansUneTransaction<T extends object>(interne: T, finie: () => boolean, perdre: () => void): T {
  // only what this connection answers says that it is lost: an act may meet the network elsewhere (mail, mailboxes) and fail with the same codes
  const guetter = (requete: unknown) => {
    ;(requete as Promise<unknown>).catch((error: unknown) => estPerdue(error) && perdre())
    return requete
  }
  const garder = () => {
    if (finie()) throw new TransactionFinie()
  }
  return new Proxy(interne, {
    get(cible, nom, soi) {
      const valeur = Reflect.get(cible, nom, soi) as Appelable
      if (nom === 'unsafe')
        return (texte: string, valeurs: unknown[] = [], extra?: object) => {
          garder()
          return guetter(valeur.call(cible, texte, valeurs, { ...extra, prepare: valeurs.length <= PREPARES }))
        }
      if (nom === 'savepoint')
        return (...args: unknown[]) => {
          garder()
          return valeur.call(cible, ...args.slice(0, -1), sansAdieu(args.at(-1) as Acte, finie, perdre))
        }
      return valeur
    },
    apply(cible, soi, args) {
      garder()
      return Reflect.apply(cible as unknown as Appelable, soi, args)
    }
  })
}

type Acte = (interne: object) => unknown

/**
 * The act, which never says that it failed once its connection is lost: the driver would answer with a ROLLBACK sent nowhere. `refuser`: it
 * failed of itself, and its connection is well.
 */
const sansAdieu =
  (acte: Acte, finie: () => boolean, perdre: () => void, refuser: () => void = () => {}) =>
  async (interne: object): Promise<unknown> => {
    try {
      return await acte(dansUneTransaction(interne, finie, perdre))
    } catch (error) {
      if (!finie()) {
        refuser()
        throw error
      }
      return new Promise<never>(() => {})
    }
  }

/**
 * A client for Drizzle, which sends its statements through `unsafe` and asks for them not to be prepared (a prepared page is several times
 * as fast). A pool that lost a connection is thrown away whole and another is opened: what was in flight fails, what comes next does not.
 */
export function clientQuiSeRemet(ouvrir: () => postgres.Sql): { client: postgres.Sql; fermer: () => Promise<void> } {
  let pool = ouvrir()
  const remplacer = (perdu: postgres.Sql) => {
    if (perdu !== pool) return
    pool = ouvrir()
    void perdu.end({ timeout: 10 }).catch(() => {})
  }
  const client = new Proxy(pool, {
    get(_, nom) {
      const depuis = pool
      const valeur = Reflect.get(depuis, nom) as Appelable
      if (nom === 'unsafe')
        return (texte: string, valeurs: unknown[] = [], extra?: object) => {
          const requete = valeur.call(depuis, texte, valeurs, {
            ...extra,
            prepare: valeurs.length <= PREPARES
          }) as Promise<unknown>
          requete.catch((error: unknown) => estPerdue(error) && remplacer(depuis))
          return requete
        }
      if (nom === 'begin')
        return async (...args: unknown[]) => {
          let finie = false
          let refuse = false
          const finir = () => {
            finie = true
          }
          try {
            return await valeur.call(
              depuis,
              ...args.slice(0, -1),
              sansAdieu(
                args.at(-1) as Acte,
                () => finie,
                finir,
                () => {
                  refuse = true
                }
              )
            )
          } catch (error) {
            if (finie || (!refuse && estPerdue(error))) remplacer(depuis)
            throw error
          } finally {
            finir()
          }
        }
      return valeur
    },
    apply: (_, soi, args) => Reflect.apply(pool as unknown as Appelable, soi, args)
  })
  return { client, fermer: () => pool.end({ timeout: 5 }) }
}
