import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { installerBase } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { unDecor, type Decor } from './decor.ts'
import { PORTES, porte, pousser } from './porte.ts'

const essai = baseDeTest()
let decor: Decor
beforeAll(async () => {
  installerBase(essai.base())
  decor = await unDecor(essai.base().db)
}, 180_000)

const SECRETES = PORTES.filter(({ route }) => route.startsWith('/(lien)/') || route.endsWith('/connexion/[jeton]'))
const lire = (nom: string, acte: string) =>
  pousser(porte(nom), acte, {
    jeton: null,
    params: { ...decor.params, jeton: acte.startsWith('?') ? 'servi' : decor.params.jeton!, extension: 'pdf' }
  })

describe('R-122 · ce qu’une adresse secrète montre ne se garde nulle part, et ne se cherche pas', () => {
  test.each(SECRETES.flatMap(({ nom, actes }) => [...actes.keys()].filter((un) => !un.startsWith('?/')).map((un) => [nom, un])))(
    '%s %s',
    async (nom, acte) => {
      const { sorte, entetes } = await lire(nom!, acte!)
      expect(sorte).toBe('rendu')
      // a document and a calendar are asked again each time, and never changed for others in between
      expect(entetes['cache-control']).toMatch(/^private, (?:no-store|no-cache)$/)
      if (acte === 'load') expect(entetes['cache-control']).toBe('private, no-store')
      expect(entetes['x-robots-tag']).toBe('noindex')
      // no other site ever gets the address; « no-referrer » would empty the origin of our own forms, that are then refused
      expect(entetes['referrer-policy']).toBe('same-origin')
    }
  )

  test('le lien pour entrer, qui sert une fois, non plus', async () => {
    const { entetes } = await lire('connexion/[jeton]', '?/default')
    expect(entetes).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })
  })

  test('les pages ouvertes à tous n’en disent rien', async () => {
    const { entetes } = await lire('connexion', 'load')
    expect(entetes['x-robots-tag']).toBeUndefined()
    expect(entetes['cache-control']).toBeUndefined()
  })
})

describe('R-121 · ouvrir un lien ne change rien, un robot de messagerie n’est pas un lecteur', () => {
  const ici = <T>(requete: ReturnType<typeof sql>) =>
    essai.base().db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.collectivite', ${decor.scene.perimetre.collectiviteId}, true)`)
      return (await tx.execute(requete)) as unknown as T[]
    })
  const etat = async () =>
    (
      await ici<Record<string, number>>(sql`select (select count(*)::int from changements) as changements,
        (select count(*)::int from envois) as lettres, (select coalesce(sum(nombre), 0)::int from lectures) as lectures`)
    )[0]!

  test.each(SECRETES.map(({ nom }) => nom))('%s', async (nom) => {
    const avant = await etat()
    for (const acte of [...porte(nom).actes.keys()].filter((un) => !un.startsWith('?/'))) await lire(nom, acte)
    expect(await etat()).toEqual(avant)
  })

  test('ce que la page dit d’elle-même, après quelques secondes à l’écran, compte une fois', async () => {
    const avant = await etat()
    expect((await lire('compte-rendu/[lettre]', '?/lu')).sorte).toBe('rendu')
    expect(await etat()).toEqual({ ...avant, lectures: avant.lectures! + 1 })
  })
})
