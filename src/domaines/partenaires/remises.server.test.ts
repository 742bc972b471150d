import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { tousLesRedacteurs } from '#tests/envois/redacteurs.ts'
import { ouvrirCapricieux } from '#tests/envois/serveur-capricieux.ts'
import { ouvrirCourrier } from '#platform/courrier.server.ts'
import type { Tx } from '#platform/db.server.ts'
import { readSettings } from '#platform/env.server.ts'
import { nouvelId } from '#platform/ids.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { confierEnvois } from './commands/envois.server.ts'
import { unePersonne } from './fixtures.server.ts'
import { distribuer } from './jobs.server.ts'

// mail servers as they fail, byte for byte: the failure that nodemailer tells of each is its own

const essai = baseDeTest()
const redacteurs = tousLesRedacteurs(async () => ({ objet: 'Invitation', texte: 'Bonjour', html: '<p>Bonjour</p>' }))
const ici = <T>({ perimetre: { collectiviteId } }: Scene, agir: (tx: Tx) => Promise<T>): Promise<T> =>
  essai.base().db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
    return agir(tx)
  })

async function trois(): Promise<Scene> {
  const scene = { ...(await unTerritoire(essai.base().db)), db: essai.base().db } as Scene
  await ici(scene, (tx) => tx.execute(sql`delete from envois`))
  const personneId = await unePersonne(scene, `Personne ${nouvelId()}`)
  const destinataires = [1, 2, 3].map((n) => ({ personneId, structureId: null, courriel: `p${n}@exemple.fr` }))
  reussi(await confierEnvois(scene, { nature: 'invitation', objetId: nouvelId(), destinataires }))
  return scene
}
const etats = (scene: Scene) =>
  ici(
    scene,
    async (tx) =>
      (await tx.execute(sql`select etat, motif, pas_avant > now() as attend from envois order by courriel`)) as unknown as {
        etat: string
        motif: string | null
        attend: boolean | null
      }[]
  )
async function capricieux(caprices: Parameters<typeof ouvrirCapricieux>[0]) {
  const serveur = await ouvrirCapricieux(caprices)
  onTestFinished(serveur.fermer)
  return serveur
}
async function partir(scene: Scene, { port }: { port: number }): Promise<void> {
  const courrier = ouvrirCourrier(
    readSettings({ SMTP_HOTE: '127.0.0.1', SMTP_PORT: String(port), SMTP_EXPEDITEUR: 'Tisserand <essai@exemple.fr>' })
  )
  const reglages = { courrier, domaine: 'sante.exemple.fr', parMinute: 60_000, redacteurs }
  await distribuer(essai.base(), reglages, scene.perimetre.collectiviteId).finally(() => courrier.fermer())
}

test('R-090 · un serveur qui raccroche aussitôt n’arrête pas le courrier : tout repart quand il se reprend', async () => {
  const scene = await trois()
  await expect(partir(scene, await capricieux({ ferme: true }))).rejects.toThrow(/closed/)
  const verrous = await essai.base().db.execute(sql`select 1 from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())`)
  expect(verrous).toHaveLength(0)
  const remis = await capricieux({})
  await partir(scene, remis)
  expect(remis.recus.toSorted()).toEqual(['p1@exemple.fr', 'p2@exemple.fr', 'p3@exemple.fr'])
})

test('R-090 · une lettre prise sans un mot de réponse est un doute : elle ne repart pas d’elle-même, les autres partent', async () => {
  const scene = await trois()
  const serveur = await capricieux({ apres: (rang, connexion) => rang === 1 && Boolean(connexion.destroy()) })
  await partir(scene, serveur)
  await partir(scene, serveur)
  expect(serveur.recus.toSorted()).toEqual(['p1@exemple.fr', 'p2@exemple.fr', 'p3@exemple.fr'])
  expect((await etats(scene)).map(({ etat }) => etat).toSorted()).toEqual(['doute', 'parti', 'parti'])
})

test('R-090 · une boîte pleine attend seule, est essayée plus tard, et refusée au bout de trois jours', async () => {
  const scene = await trois()
  const pleine = await capricieux({ destinataire: (adresse) => (adresse === 'p1@exemple.fr' ? '452 4.2.2 boite pleine' : null) })
  await partir(scene, pleine)
  await partir(scene, pleine)
  expect(pleine.recus.toSorted()).toEqual(['p2@exemple.fr', 'p3@exemple.fr'])
  expect((await etats(scene))[0]).toEqual({ etat: 'pret', motif: expect.stringContaining('boite pleine'), attend: true })
  await ici(scene, (tx) => tx.execute(sql`update envois set pas_avant = now()`))
  await ici(scene, (tx) => tx.execute(sql`update envois set cree_le = cree_le - interval '4 days' where etat = 'pret'`))
  await partir(scene, pleine)
  expect((await etats(scene))[0]).toMatchObject({ etat: 'refuse', attend: null })
})

test('R-090 · un serveur qui s’en va après une lettre la laisse à envoyer, avec les autres', async () => {
  const scene = await trois()
  const part = await capricieux({ apres: (_, connexion) => Boolean(connexion.end('421 4.3.2 je ferme\r\n')) })
  await expect(partir(scene, part)).rejects.toThrow(/421/)
  expect((await etats(scene)).map(({ etat }) => etat)).toEqual(['pret', 'pret', 'pret'])
  const remis = await capricieux({})
  await partir(scene, remis)
  expect(remis.recus).toHaveLength(3)
})

test('R-090 · une connexion fermée entre deux lettres n’en perd aucune et n’en redouble aucune', async () => {
  const scene = await trois()
  const serveur = await capricieux({
    apres: (rang, connexion) => {
      if (rang !== 1) return false
      connexion.write('250 prise\r\n', () => connexion.destroy())
      return true
    }
  })
  await partir(scene, serveur).catch(() => partir(scene, serveur))
  expect(serveur.recus.toSorted()).toEqual(['p1@exemple.fr', 'p2@exemple.fr', 'p3@exemple.fr'])
  expect((await etats(scene)).map(({ etat }) => etat)).toEqual(['parti', 'parti', 'parti'])
})
