import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { deposer, purgerLesDepots, reprendre } from './depot.server.ts'

const ICI = perimetreSysteme('0199a000-0000-7000-8000-000000000001')
let dossier: string
beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'tisserand-depots-'))
})
afterAll(() => rm(dossier, { recursive: true, force: true }))

test('un fichier laissé plus d’un jour entre son aperçu et son import ne se reprend plus, et disparaît', async () => {
  const [vieux, neuf] = [await deposer(dossier, ICI, Buffer.from('vieux')), await deposer(dossier, ICI, Buffer.from('neuf'))]
  const chemin = join(dossier, 'depots', ICI.collectiviteId)
  const avantHier = new Date(Date.now() - 2 * 24 * 3_600_000)
  await utimes(join(chemin, vieux), avantHier, avantHier)
  expect(await reprendre(dossier, ICI, vieux)).toBeNull()
  expect(String(await reprendre(dossier, ICI, neuf))).toBe('neuf')
  await purgerLesDepots(dossier)
  expect(await readdir(chemin)).toEqual([neuf])
  await purgerLesDepots(join(dossier, 'nulle-part'))
})
