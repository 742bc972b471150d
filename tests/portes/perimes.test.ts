import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import type { Finalite } from '#domaines/comptes/schema.ts'
import { installerBase } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { unDecor, type Decor } from './decor.ts'
import { porte, pousser } from './porte.ts'

const essai = baseDeTest()
let decor: Decor
beforeAll(async () => {
  installerBase(essai.base())
  decor = await unDecor(essai.base().db)
}, 180_000)

const ici = <T>(requete: ReturnType<typeof sql>) =>
  essai.base().db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${decor.scene.perimetre.collectiviteId}, true)`)
    return (await tx.execute(requete)) as unknown as T[]
  })

test.each([
  ['invitation/[jeton]', 'jeton', 'invitation', 'invitation', sql`select id from invitations where reponse is null limit 1`],
  [
    'compte-rendu/[lettre]',
    'lettre',
    'compte_rendu',
    'compte_rendu',
    sql`select id from envois where nature = 'compte_rendu' limit 1`
  ],
  ['nouvelles/[demande]', 'demande', 'nouvelles', 'nouvelles', sql`select id from envois where nature = 'nouvelles' limit 1`]
] as const)(
  '« %s » : un lien trop vieux le dit, et en fait partir un autre à la même adresse, une fois',
  async (nom, parametre, finalite, nature, lire) => {
    const { db, perimetre } = decor.scene
    const [sujet] = await ici<{ id: string }>(lire)
    const vieux = await emettreJeton(
      { db: db as never, maintenant: new Date('2020-01-01') },
      finalite satisfies Finalite,
      sujet!.id,
      perimetre.collectiviteId
    )
    await ici(sql`update envois set cree_le = cree_le - interval '2 hours'`)
    const combien = async () => (await ici(sql`select 1 from envois where nature = ${nature}`)).length
    const avant = await combien()
    const params = { ...decor.params, [parametre]: vieux }
    const ouvert = await pousser(porte(nom), 'load', { jeton: null, params })
    expect(ouvert).toMatchObject({ sorte: 'rendu', valeur: { perime: expect.anything() } })
    for (let fois = 0; fois < 2; fois++)
      expect(await pousser(porte(nom), '?/redemander', { jeton: null, params })).toMatchObject({
        sorte: 'renvoi',
        vers: expect.stringMatching(/\?dit=redemande$/)
      })
    expect(await combien()).toBe(avant + 1)
  }
)

test('un compte rendu dont le lien est trop vieux ne se lit pas, ni ne s’emporte', async () => {
  const [lettre] = await ici<{ id: string }>(sql`select id from envois where nature = 'compte_rendu' limit 1`)
  const vieux = await emettreJeton(
    { db: decor.scene.db as never, maintenant: new Date('2020-01-01') },
    'compte_rendu',
    lettre!.id,
    decor.scene.perimetre.collectiviteId
  )
  const params = { ...decor.params, lettre: vieux, extension: 'pdf' }
  const page = await pousser(porte('compte-rendu/[lettre]'), 'load', { jeton: null, params })
  expect(page).toMatchObject({ valeur: { rendu: null } })
  const fichier = await pousser(porte('compte-rendu/[lettre]/compte-rendu.[extension]'), 'GET', { jeton: null, params })
  expect(fichier).toMatchObject({ sorte: 'erreur', statut: 404 })
})
