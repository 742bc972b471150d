import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { estLeger } from '#platform/classeur.server.ts'
import { deposer } from '#platform/depot.server.ts'
import { installerBase, lecture } from '#platform/db.server.ts'
import { faireDuFichier } from '#platform/taches.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { iciDe, uneHorloge } from '#tests/fil.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { unGrandPlan } from '../../../../bancs/plan.ts'
import { arreterImport, demanderImport } from '../commands/imports.server.ts'
import { FIL_ROMPU } from '../libelles/imports.ts'
import { lireImport } from '../queries/imports.server.ts'
import { confierImport } from './confier.server.ts'
import { PLANS, type Demande } from './taches.server.ts'

const essai = baseDeTest()
let donnees: string
let scene: Scene
beforeAll(async () => {
  donnees = await mkdtemp(join(tmpdir(), 'tisserand-fil-'))
  scene = await unTerritoire(essai.base().db)
  installerBase(essai.base())
})
afterAll(() => rm(donnees, { recursive: true, force: true }))

const lire = <T extends keyof typeof PLANS.taches>(tache: T, octets: Uint8Array, demande: Demande<T>, nom = 'plan.xlsx') =>
  faireDuFichier(PLANS, tache, iciDe(scene.perimetre, essai.base().db), { octets, nom }, demande)
const NEUF = { appariement: null, contratId: null, nouveau: false, ecraser: false, maintenant: new Date('2026-11-22') }

describe('R-073 · un grand fichier se lit dans un fil à part', () => {
  test('pendant qu’il se lit, la boucle tourne : ce que les autres demandent n’attend pas qu’il soit lu', async () => {
    const octets = await unGrandPlan('Grand', 6_000)
    expect(estLeger(octets)).toBe(false)
    const horloge = uneHorloge()
    expect(await lire('apercevoir', octets, NEUF)).toMatchObject({
      total: 6_000,
      comptes: { crees: { actions: 6_000, axes: 8 } }
    })
    expect(await horloge.retard()).toBeLessThan(0.25)
    expect(await lire('compter', octets, { appariement: null })).toBe(6_000)
    expect(await lire('examiner', octets, undefined)).toEqual({ libre: false })
  }, 120_000)

  test('ici ou dans un fil, un fichier est dit de la même façon', async () => {
    const [petit, grand] = [await unGrandPlan('Plan', 20), await unGrandPlan('Plan', 3_000)]
    expect([estLeger(petit), estLeger(grand)]).toEqual([true, false])
    const vus = [await lire('apercevoir', petit, NEUF), await lire('apercevoir', grand, NEUF)]
    expect(vus).toMatchObject([
      { titre: 'Plan', total: 20 },
      { titre: 'Plan', total: 3_000 }
    ])
    const gros = Buffer.concat([Buffer.from('%PDF'), Buffer.alloc(2 ** 20)])
    const refus = { refus: expect.stringContaining('n’est pas un tableur') as string }
    for (const octets of [gros, gros.subarray(0, 4_000)])
      expect(await lire('examiner', octets, undefined, 'plan.pdf')).toEqual(refus)
    const voulue = { feuille: null, ligne: null }
    expect(await lire('proposer', gros, voulue, 'plan.pdf')).toBeNull()
    expect(await lire('proposer', grand, voulue)).toMatchObject({ entete: { colonnes: { length: 13 } } })
  }, 120_000)

  test('un import s’y fait tout entier ; un fil qui casse ou que l’on arrête le dit, et n’a rien écrit', async () => {
    const demander = async (titre: string, nombre: number) => {
      const depot = await deposer(donnees, scene.perimetre, await unGrandPlan(titre, nombre))
      const demande = { depot, nom: 'plan.xlsx', appariement: null, contratId: null, ecraser: false }
      const fait = await demanderImport(scene, { demande, lignes: nombre })
      if (!fait.ok) throw new Error(JSON.stringify(fait))
      return fait.valeur.id
    }
    const { collectiviteId } = scene.perimetre
    const tache = { adresse: essai.base().adresse, donnees, collectiviteId }
    const suivi = (id: string) => lecture(scene.perimetre, (tx) => lireImport(tx, scene.perimetre, id), essai.base().db)
    const combien = () =>
      lecture(scene.perimetre, async (tx) => (await tx.execute(sql`select id from fiches`)).length, essai.base().db)

    const casse = await demander('Cassé', 3_000)
    await confierImport(essai.base().db, { ...tache, id: casse }, 48)
    expect(await suivi(casse)).toMatchObject({ etat: 'echoue', message: `${FIL_ROMPU} Rien n’a été écrit.` })
    expect(await combien()).toBe(0)

    // asked while the file is read, a stop does not wait for its end
    const arrete = await demander('Arrêté', 20_000)
    const encours = confierImport(essai.base().db, { ...tache, id: arrete })
    await expect.poll(async () => (await suivi(arrete))?.etat, { timeout: 30_000 }).toBe('en_cours')
    expect(await arreterImport(scene, { id: arrete })).toMatchObject({ ok: true })
    await encours
    expect(await suivi(arrete)).toMatchObject({ etat: 'arrete', total: 0 })
    expect(await combien()).toBe(0)

    const id = await demander('Entier', 1_200)
    await confierImport(essai.base().db, { ...tache, id })
    expect(await suivi(id)).toMatchObject({ etat: 'fait', contratId: expect.any(String) as string })
    expect(await combien()).toBe(1_200)
  }, 120_000)
})
