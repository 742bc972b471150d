import { sql as q } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { baseDeTest } from '#tests/base.ts'
import { SYSTEME, type Perimetre } from '#platform/acteur.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { ajouterQuartiers, creerTerritoire } from '#domaines/territoires/commands.server.ts'
import { quartiers } from '#domaines/territoires/tables.server.ts'
import { lecture, ouvrirBase, type Base, type Tx } from './db.server.ts'

const essai = baseDeTest()
const LIGNES = 20
let perimetres: [Perimetre, Perimetre]
// few connections and many readers: each connection serves both territories in turn
let etroite: Base

beforeAll(async () => {
  etroite = ouvrirBase(essai.adresse('application'), { max: 3 })
  perimetres = [await territoire('95127'), await territoire('94028')]
})
afterAll(() => etroite.fermer())

async function territoire(code: string): Promise<Perimetre> {
  const { db } = essai.base()
  const fait = await creerTerritoire({ db, acteur: SYSTEME }, { code })
  if (!fait.ok) throw new Error(JSON.stringify(fait))
  const perimetre = perimetreSysteme(fait.valeur.id)
  await ajouterQuartiers(
    { db, acteur: SYSTEME, perimetre },
    { quartiers: Array.from({ length: LIGNES }, (_, rang) => ({ nom: `Quartier ${rang}`, nature: 'quartier' as const })) }
  )
  return perimetre
}

type Lecture = <T>(perimetre: Perimetre, lire: (db: Tx) => Promise<T>) => Promise<T>
type Bilan = { lectures: number; fuites: number; erreurs: number }

/** Readings of two territories mixed with faults, cancellations and readings without a territory, many at once. */
async function charger(lire: Lecture, base: Base): Promise<Bilan> {
  const bilan = { lectures: 0, fuites: 0, erreurs: 0 }
  const lireToutes = (db: Tx) => db.select({ c: quartiers.collectiviteId }).from(quartiers)
  const etrangeres = (lignes: { c: string }[], perimetre: Perimetre | null) =>
    lignes.some(({ c }) => c !== perimetre?.collectiviteId)
  const une = async (tour: number): Promise<void> => {
    const perimetre = perimetres[tour % 2]!
    const sorte = tour % 5
    if (sorte === 0) await lire(perimetre, (db) => db.execute(q`select 1 / 0`))
    else if (sorte === 1) {
      bilan.lectures++
      if (etrangeres(await base.db.select({ c: quartiers.collectiviteId }).from(quartiers), null)) bilan.fuites++
    } else if (sorte === 2)
      // the reader gives up with a query still on its way
      await lire(perimetre, async (db) => {
        void db.execute(q`select pg_sleep(0.002)`).then(undefined, () => {})
        throw new Error('cancelled')
      })
    else {
      const lignes = await lire(perimetre, async (db) => (await Promise.all([lireToutes(db), lireToutes(db)])).flat())
      bilan.lectures++
      if (lignes.length !== 2 * LIGNES || etrangeres(lignes, perimetre)) bilan.fuites++
    }
  }
  await Promise.all(
    Array.from({ length: 24 }, async (_, lecteur) => {
      for (let tour = 0; tour < 40; tour++)
        await une(lecteur * 7 + tour).catch(() => {
          bilan.erreurs++
        })
    })
  )
  return bilan
}

test('aucune lecture ne voit une ligne d’un autre territoire, sous la charge, les fautes et les abandons', async () => {
  const bilan = await charger((perimetre, lire) => lecture(perimetre, lire, etroite.db), etroite)
  expect(bilan.fuites).toBe(0)
  expect(bilan.lectures).toBeGreaterThan(500)
  // the faults and the cancellations did happen
  expect(bilan.erreurs).toBe(24 * 16)
}, 60_000)

test('le même relevé voit les fuites d’une lecture qui oublie de fermer son territoire', async () => {
  // the territory stays set on the connection that goes back to the pool: what a hurried version would do
  const fautive: Lecture = (perimetre, lire) =>
    etroite.db.transaction(async (tx) => {
      await tx.execute(q`select set_config('app.collectivite', ${perimetre.collectiviteId}, false)`)
      return lire(tx)
    })
  const bilan = await charger(fautive, etroite)
  expect(bilan.fuites).toBeGreaterThan(0)
}, 60_000)

test('une lecture n’écrit pas', async () => {
  await expect(lecture(perimetres[0], (db) => db.delete(quartiers), etroite.db)).rejects.toMatchObject({
    cause: { code: '25006' }
  })
})

test('une écriture dans un autre territoire est refusée par la base elle-même', async () => {
  const ecrire = () =>
    etroite.db.transaction(async (tx) => {
      await tx.execute(q`select set_config('app.collectivite', ${perimetres[0].collectiviteId}, true)`)
      await tx.insert(quartiers).values({
        collectiviteId: perimetres[1].collectiviteId,
        id: crypto.randomUUID(),
        nom: 'Intrus',
        nature: 'quartier',
        creeLe: new Date()
      })
    })
  await expect(ecrire()).rejects.toMatchObject({ cause: { code: '42501' } })
})
