import { readFile } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installerBase, ouvrirBase } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { porte, pousser } from './porte.ts'

const essai = baseDeTest()
let version: string
beforeAll(async () => {
  version = (JSON.parse(await readFile('package.json', 'utf8')) as { version: string }).version
})

/** What whoever watches the service receives, with or without a session. */
async function demander(jeton: string | null = null): Promise<{ statut: number; dit: unknown; type: string | null }> {
  const rendu = await pousser(porte('sante'), 'GET', { jeton, params: {} })
  if (rendu.sorte !== 'rendu') throw new Error(JSON.stringify(rendu))
  const reponse = rendu.valeur as Response
  return { statut: reponse.status, dit: await reponse.json(), type: reponse.headers.get('content-type') }
}

/** Asks with a database that stands at this address, closed afterwards. */
async function avecLaBase(url: string, agir: (base: ReturnType<typeof ouvrirBase>) => Promise<void>): Promise<void> {
  const base = ouvrirBase(url, { max: 1 })
  installerBase(base)
  try {
    await agir(base)
  } finally {
    await base.client.end({ timeout: 0 })
  }
}

const enPanne = () => ({
  statut: 503,
  type: 'application/json',
  dit: { etat: 'en panne', version, base: 'injoignable' }
})

test('/sante répond 200, avec la version et l’état de la base, sans que personne soit entré', async () => {
  installerBase(essai.base())
  expect(await demander()).toEqual({ statut: 200, type: 'application/json', dit: { etat: 'ok', version, base: 'ok' } })
})

describe('/sante répond 503 quand la base est hors d’atteinte', () => {
  let muet: Server
  const prises: Socket[] = []
  const port = (serveur: Server) => (serveur.address() as { port: number }).port
  beforeAll(async () => {
    muet = createServer((prise) => void prises.push(prise.on('error', () => {})))
    await new Promise<void>((pret) => muet.listen(0, '127.0.0.1', pret))
  })
  afterAll(async () => {
    for (const prise of prises) prise.destroy()
    await new Promise((fini) => muet.close(fini))
  })

  test('parce que rien n’écoute à son adresse', async () => {
    const libre = createServer()
    await new Promise<void>((pret) => libre.listen(0, '127.0.0.1', pret))
    const mort = port(libre)
    await new Promise((fini) => libre.close(fini))
    await avecLaBase(`postgres://tisserand@127.0.0.1:${mort}/tisserand`, async () => {
      expect(await demander()).toEqual(enPanne())
      expect(await demander('une-session-ouverte-avant')).toEqual(enPanne())
    })
  })

  test('parce que ses connexions sont fermées', async () => {
    await avecLaBase(essai.adresse('application'), async (base) => {
      expect((await demander()).statut).toBe(200)
      await base.fermer()
      expect(await demander()).toEqual(enPanne())
    })
  })

  test('parce qu’elle ne répond plus : on n’attend que trois secondes', async () => {
    await avecLaBase(`postgres://tisserand@127.0.0.1:${port(muet)}/tisserand`, async () => {
      // without the limit the answer would never come, and the test would be cut
      expect(await demander()).toEqual(enPanne())
    })
  })
})

test('/sante répond de nouveau 200 quand la base est revenue', async () => {
  installerBase(essai.base())
  expect((await demander()).statut).toBe(200)
})
