import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { emettreJeton, revoquerLesJetons } from '#domaines/comptes/commands.server.ts'
import type { Finalite } from '#domaines/comptes/schema.ts'
import { installerBase, type Db, type Tx } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { unDecor, type Decor } from './decor.ts'
import { PORTES, porte, pousser } from './porte.ts'

const essai = baseDeTest()
let decor: Decor
beforeAll(async () => {
  installerBase(essai.base())
  decor = await unDecor(essai.base().db)
}, 180_000)

type Lire = <T>(requete: ReturnType<typeof sql>) => Promise<T[]>

/** One step of a test, undone afterwards; `lire` reads the territory. */
const essayer = (agir: (lire: Lire, db: never) => Promise<void>) =>
  essai.annule(async (tx: Tx) => {
    installerBase({ ...essai.base(), db: tx as unknown as Db })
    const lire: Lire = async (requete) => {
      await tx.execute(sql`select set_config('app.collectivite', ${decor.scene.perimetre.collectiviteId}, true)`)
      return (await tx.execute(requete)) as never
    }
    try {
      await agir(lire, tx as never)
    } finally {
      installerBase(essai.base())
    }
  })

/** The links that are somebody's own: the room of each, its parameter, and what it is about. */
const LIENS = [
  ['invitation/[jeton]', 'jeton', 'invitation', sql`select id from invitations where personne_id is not null limit 1`],
  ['compte-rendu/[lettre]', 'lettre', 'compte_rendu', sql`select id from envois where nature = 'compte_rendu' limit 1`],
  ['taches/[rappel]', 'rappel', 'taches', sql`select personne_id as id from taches where personne_id is not null limit 1`],
  ['nouvelles/[demande]', 'demande', 'nouvelles', sql`select id from envois where nature = 'nouvelles' limit 1`],
  ['espace/[soi]', 'soi', 'espace', sql`select personne_id as id from invitations where personne_id is not null limit 1`]
] as const satisfies readonly (readonly [string, string, Finalite, unknown])[]

/** All that an act could have written. */
const ETAT = sql`select (select count(*)::int from changements) as changements, (select count(*)::int from envois) as lettres,
  (select coalesce(sum(nombre), 0)::int from lectures) as lectures`

const emettre = (db: never, finalite: Finalite, sujet: string, maintenant = new Date()) =>
  emettreJeton({ db, maintenant }, finalite, sujet, decor.scene.perimetre.collectiviteId)

describe('R-122 · un lien éteint ne lit plus rien et n’agit plus', () => {
  test.each(LIENS)('« %s » : sa page le dit, et tout le reste y renvoie', (nom, parametre, finalite, sujetDe) =>
    essayer(async (lire, db) => {
      const [{ id }] = (await lire<{ id: string }>(sujetDe)) as [{ id: string }]
      const jeton = await emettre(db, finalite, id)
      await revoquerLesJetons({ db, maintenant: new Date() }, finalite, id)
      const params = { ...decor.params, [parametre]: jeton, extension: 'pdf' }
      const avant = await lire(ETAT)
      const page = `/${nom.split('/')[0]}/${jeton}`
      const siennes = PORTES.filter((une) => une.nom === nom || une.nom.startsWith(`${nom}/`))
      expect(siennes.length).toBeGreaterThan(1)
      for (const une of siennes)
        for (const acte of une.actes.keys()) {
          if (acte === '?/redemander') continue
          const form = { courriels: 'aucun', geste: 'partir', reponse: 'vient', id: decor.tache, texte: 'Fini.' }
          const rendu = await pousser(une, acte, { jeton: null, params, form })
          const dit = `${une.nom} ${acte}`
          if (une.nom !== nom || acte !== 'load') expect(rendu, dit).toMatchObject({ sorte: 'renvoi', vers: page })
          else {
            expect(rendu.sorte, dit).toBe('rendu')
            const { valeur } = rendu as unknown as { valeur: Record<string, { territoire: string; dit: null } | null> }
            const dits = Object.values(valeur).filter((un) => un !== null)
            expect(dits, 'rien d’autre que le territoire').toEqual([{ territoire: expect.any(String), dit: null }])
          }
        }
      expect(await lire(ETAT)).toEqual(avant)
    })
  )

  test.each(LIENS)('« %s » : elle en fait partir un autre, une fois', (nom, parametre, finalite, sujetDe) =>
    essayer(async (lire, db) => {
      const [{ id }] = (await lire<{ id: string }>(sujetDe)) as [{ id: string }]
      const jeton = await emettre(db, finalite, id)
      const maintenant = new Date()
      if (finalite === 'taches')
        await lire(sql`insert into envois (collectivite_id, id, nature, objet_id, personne_id, courriel, etat, cree_le)
          values (${decor.scene.perimetre.collectiviteId}, gen_random_uuid(), 'taches', ${id}, ${id}, 'x@cpts.fr', 'parti', now() - interval '1 minute')`)
      await revoquerLesJetons({ db, maintenant }, finalite, id)
      await lire(sql`update envois set cree_le = ${new Date(maintenant.getTime() - 60_000).toISOString()}`)
      const combien = async () => (await lire<{ n: number }>(sql`select count(*)::int as n from envois`))[0]!.n
      const avant = await combien()
      const params = { ...decor.params, [parametre]: jeton }
      for (let fois = 0; fois < 2; fois++) {
        const rendu = await pousser(porte(nom), '?/redemander', { jeton: null, params })
        expect(rendu).toMatchObject({ sorte: 'renvoi', vers: expect.stringMatching(/\?dit=redemande$/) })
      }
      expect(await combien()).toBe(avant + 1)
    })
  )
})

test('R-122 · par un lien trop vieux on ne reçoit plus rien si on le veut, mais on n’efface personne', () =>
  essayer(async (lire, db) => {
    const effaces = sql`select count(*)::int as n from effacements`
    const avant = await lire(effaces)
    for (const [nom, parametre, finalite, sujetDe] of LIENS) {
      const [{ id }] = (await lire<{ id: string }>(sujetDe)) as [{ id: string }]
      const vieux = await emettre(db, finalite, id, new Date('2020-01-01'))
      const params = { ...decor.params, [parametre]: vieux }
      const messages = porte(`${nom}/messages`)
      const partir = await pousser(messages, '?/default', { jeton: null, params, form: { geste: 'partir' } })
      expect(partir, nom).toMatchObject({
        sorte: 'rendu',
        valeur: { status: 422, data: { formulaire: 'partir', erreurs: { '': [expect.stringMatching(/servi longtemps/)] } } }
      })
      expect(await lire(effaces), nom).toEqual(avant)
      const choisir = await pousser(messages, '?/default', { jeton: null, params, form: { 'List-Unsubscribe': 'One-Click' } })
      expect(choisir, nom).toMatchObject({ sorte: 'renvoi', vers: expect.stringMatching(/\?dit=choisi$/) })
    }
  }))

test.each(['espace/[soi]', 'taches/[rappel]'])('R-093 · réunie à une autre fiche, « %s » ouvre celle qui reste', (nom) =>
  essayer(async (lire, db) => {
    const [, parametre, finalite, sujetDe] = LIENS.find(([sien]) => sien === nom)!
    const [{ id: reste }] = (await lire<{ id: string }>(sujetDe)) as [{ id: string }]
    const [{ id: partie }] = (await lire<{ id: string }>(
      sql`insert into personnes (collectivite_id, id, nom, cle_nom, supprime_le, cree_le)
        values (${decor.scene.perimetre.collectiviteId}, gen_random_uuid(), 'Double', 'double', now(), now()) returning id`
    )) as [{ id: string }]
    const jeton = await emettre(db, finalite, partie)
    const ouvrir = () => pousser(porte(nom), 'load', { jeton: null, params: { ...decor.params, [parametre]: jeton } })
    expect(await ouvrir()).toMatchObject({ statut: 404 })
    await lire(sql`insert into paires_personnes (collectivite_id, id, un_id, autre_id, verdict, nom, auteur, cree_le)
      values (${decor.scene.perimetre.collectiviteId}, gen_random_uuid(), ${reste}, ${partie}, 'reunies', 'Double', 'Camille', now())`)
    expect(await ouvrir()).toMatchObject({ sorte: 'rendu' })
  })
)
