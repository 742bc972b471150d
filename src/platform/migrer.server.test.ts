import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ouvrirProcessus, preparerBase } from '#src/preparation.server.ts'
import { SYSTEME } from '#platform/acteur.ts'
import { unMembre, unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import { ouvrirPage } from '#domaines/comptes/queries.server.ts'
import { creerTerritoire } from '#domaines/territoires/commands.server.ts'
import { BaseInadaptee, migrer } from './migrer.server.ts'

// a PostgreSQL of the town: its owner is no superuser, the web has a login of its own
const suffixe = `${process.pid}`
const [proprietaire, web, base] = [`proprio_${suffixe}`, `web_${suffixe}`, `ville_${suffixe}`]
const adresse = (role: string) => {
  const url = new URL(inject('proprietaire'))
  Object.assign(url, { username: role, password: 'secret', pathname: base })
  return url.href
}
const surLeServeur = async (...ordres: string[]) => {
  const sql = postgres(inject('proprietaire').replace(/\/tisserand$/, '/postgres'), { max: 1, onnotice: () => {} })
  for (const ordre of ordres) await sql.unsafe(ordre)
  await sql.end()
}

beforeAll(() =>
  surLeServeur(
    `create role ${proprietaire} login createrole password 'secret'`,
    `create role ${web} login password 'secret'`,
    `grant tisserand_app to ${proprietaire} with admin option`,
    `create database ${base} owner ${proprietaire}`
  )
)
afterAll(() => surLeServeur(`drop database ${base} with (force)`, `drop role ${web}`, `drop role ${proprietaire}`))

test('Tisserand vit sur un PostgreSQL de la Ville, avec un propriétaire ordinaire et un autre compte pour le web', async () => {
  const prete = await preparerBase({
    DATABASE_URL: adresse(web),
    DATABASE_URL_MIGRATIONS: adresse(proprietaire),
    dossier: '/nulle-part'
  })
  const { db, fermer } = ouvrirProcessus(prete.application)
  try {
    const cergy = await unTerritoire(db)
    await unTerritoire(db, { code: '94028' })
    const membre = await unMembre(cergy, 'direction', 'dir@exemple.fr')
    const session = await db.transaction((tx) => emettreJeton({ db: tx, maintenant: new Date() }, 'session', membre.compteId))
    expect(await ouvrirPage(db, session, 'cergy', new Date())).toMatchObject({
      acteur: { role: 'direction' },
      territoire: { nom: 'Ville de Cergy' }
    })
    expect(await ouvrirPage(db, session, 'creteil', new Date())).toMatchObject({
      acteur: { role: null },
      territoire: null,
      perimetre: null
    })
    expect(await creerTerritoire({ db, acteur: SYSTEME }, { code: '95127' })).toMatchObject({ valeur: { cree: false } })
  } finally {
    await fermer()
  }
}, 60_000)

test('trois démarrages en même temps migrent une seule fois', async () => {
  await Promise.all([1, 2, 3].map(() => migrer(adresse(proprietaire), adresse(web))))
}, 60_000)

test('un compte qui ne peut rien créer reçoit une phrase, pas une erreur de la base', async () => {
  const autre = `sans_droit_${suffixe}`
  await surLeServeur(`create role ${autre} login password 'secret'`)
  try {
    const tentative = migrer(adresse(web), adresse(autre))
    await expect(tentative).rejects.toBeInstanceOf(BaseInadaptee)
    await expect(tentative).rejects.toThrow(/CREATEROLE/)
  } finally {
    await surLeServeur(`drop role ${autre}`)
  }
})
