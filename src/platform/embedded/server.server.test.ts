import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DataFolderError } from './data-folder.server.ts'
import { joinEmbedded } from './server.server.ts'

let racine: string
beforeAll(async () => {
  racine = await mkdtemp(join(tmpdir(), 'tisserand-embarque-'))
  await chmod(racine, 0o755)
})
afterAll(() => rm(racine, { recursive: true, force: true }))

const postmaster = async (dossier: string) =>
  Number((await readFile(join(dossier, 'base', 'postmaster.pid'), 'utf8')).split('\n')[0])
/** The server takes its pid file away when it stops cleanly; a pid alone may be that of a process not yet reaped. */
const tourne = (dossier: string) => existsSync(join(dossier, 'base', 'postmaster.pid'))

async function avec<T>(adresse: string, agir: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(adresse, { max: 1, onnotice: () => {} })
  try {
    return await agir(sql)
  } finally {
    await sql.end({ timeout: 2 })
  }
}

const ORDINAIRE = 65534

/** Another process, perhaps of another account, that joins the folder, says so, and stays until it is killed; throws what it said when it could not. */
async function voisin(dossier: string, compte?: number): Promise<{ tuer: () => Promise<void> }> {
  const module = resolve('src/platform/embedded/server.server.ts')
  const code = `const { joinEmbedded } = await import(${JSON.stringify(module)}); await joinEmbedded(${JSON.stringify(dossier)}); console.log('pret'); setInterval(() => {}, 1000)`
  const enfant = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(compte ? { uid: compte, gid: compte } : {})
  })
  let plainte = ''
  enfant.stderr.on('data', (dit: Buffer) => (plainte += dit))
  await new Promise<void>((pret, rate) => {
    enfant.stdout.once('data', () => pret())
    enfant.once('exit', () => rate(new Error(plainte)))
  })
  return {
    tuer: () =>
      new Promise((mort) => {
        enfant.once('exit', () => mort())
        enfant.kill('SIGKILL')
      })
  }
}

describe('la base embarquée', () => {
  test('vit dans un dossier à accents et espaces, et s’arrête quand le dernier la quitte', async () => {
    const dossier = join(racine, 'Données de la Ville d’été')
    const premier = await joinEmbedded(dossier)
    const second = await joinEmbedded(dossier)
    expect([premier.attached, second.attached]).toEqual([false, true])
    await avec(premier.owner, (sql) => sql`create table essai as select 1 as n`)
    await premier.leave()
    expect(tourne(dossier)).toBe(false)
    const repris = await joinEmbedded(dossier)
    expect(await avec(repris.owner, (sql) => sql`select n from essai`)).toMatchObject([{ n: 1 }])
    await repris.leave()
  }, 60_000)

  test('survit à la mort de son processus : le suivant s’y rattache et rien n’est perdu', async () => {
    const dossier = join(racine, 'survie')
    const autre = await voisin(dossier)
    await autre.tuer()
    expect(tourne(dossier)).toBe(true)
    const serveur = await joinEmbedded(dossier)
    expect(serveur.attached).toBe(true)
    await serveur.leave()
    expect(tourne(dossier)).toBe(false)
  }, 60_000)

  test('repart après la mort des deux, avec ce qui était acquitté', async () => {
    const dossier = join(racine, 'panne')
    const autre = await voisin(dossier)
    const serveur = await joinEmbedded(dossier)
    await avec(serveur.owner, (sql) => sql`create table acquitte as select generate_series(1, 1000) as n`)
    await autre.tuer()
    process.kill(await postmaster(dossier), 'SIGKILL')
    const repris = await joinEmbedded(dossier)
    expect(repris.attached).toBe(false)
    expect(await avec(repris.owner, (sql) => sql`select count(*)::int as n from acquitte`)).toMatchObject([{ n: 1000 }])
    await repris.leave()
  }, 60_000)

  test('reste ouverte tant qu’un voisin vivant la tient', async () => {
    const dossier = join(racine, 'partage')
    const autre = await voisin(dossier)
    const serveur = await joinEmbedded(dossier)
    await serveur.leave()
    expect(tourne(dossier)).toBe(true)
    await autre.tuer()
    await (await joinEmbedded(dossier)).leave()
    expect(tourne(dossier)).toBe(false)
  }, 60_000)

  test('deux démarrages en même temps n’en font qu’un', async () => {
    const dossier = join(racine, 'ensemble')
    const [un, deux] = await Promise.all([joinEmbedded(dossier), joinEmbedded(dossier)])
    expect([un.attached, deux.attached].toSorted()).toEqual([false, true])
    expect(un.application).toBe(deux.application)
    await un.leave()
  }, 60_000)

  test('dit en français qu’un dossier ne peut pas être écrit', async () => {
    const fichier = join(racine, 'un-fichier')
    await writeFile(fichier, '')
    await expect(joinEmbedded(join(fichier, 'dedans'))).rejects.toThrow(/ne peut pas être écrit.*TISSERAND_DONNEES/s)
  })

  // under another account every test of this file is that proof already
  test.runIf(process.getuid?.() === 0)(
    'un compte ordinaire y vit aussi, et apprend quel dossier il ne peut pas écrire',
    async () => {
      const chez = join(racine, 'chez-lui')
      await mkdir(chez)
      await chown(chez, ORDINAIRE, ORDINAIRE)
      const lui = await voisin(join(chez, 'donnees'), ORDINAIRE)
      expect(tourne(join(chez, 'donnees'))).toBe(true)
      await lui.tuer()
      // root joins what he left, and stops it by leaving
      const repris = await joinEmbedded(join(chez, 'donnees'))
      expect(repris.attached).toBe(true)
      await repris.leave()
      const ailleurs = join(racine, 'à root')
      await mkdir(ailleurs, { mode: 0o755 })
      await expect(voisin(join(ailleurs, 'donnees'), ORDINAIRE)).rejects.toThrow(/ne peut pas être écrit.*TISSERAND_DONNEES/s)
    },
    60_000
  )

  test.runIf(process.getuid?.() === 0)('sous root, dit quel dossier la base ne peut pas traverser', async () => {
    const ferme = join(racine, 'ferme')
    await mkdir(ferme, { mode: 0o700 })
    const tentative = joinEmbedded(join(ferme, 'donnees'))
    await expect(tentative).rejects.toBeInstanceOf(DataFolderError)
    await expect(tentative).rejects.toThrow(ferme)
  })
})
