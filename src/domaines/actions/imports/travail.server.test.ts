import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { deposer, reprendre } from '#platform/depot.server.ts'
import { lecture } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { ecrireClasseur } from '#platform/classeur.server.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { arreterImport, demanderImport, suivreImport } from '../commands/imports.server.ts'
import { lireImport } from '../queries/imports.server.ts'
import { SYSTEME } from '#platform/acteur.ts'
import { executerImport } from './travail.server.ts'

const essai = baseDeTest()
let donnees: string
let scene: Scene
beforeAll(async () => {
  donnees = await mkdtemp(join(tmpdir(), 'tisserand-travail-'))
  scene = await unTerritoire(essai.base().db)
})
afterAll(() => rm(donnees, { recursive: true, force: true }))

const plan = (titre: string, nombre: number) =>
  ecrireClasseur([
    {
      nom: 'Plan',
      lignes: [
        [titre],
        ['Axe (x)', 'Titre de la fiche action', 'Structure pilote', 'Objectifs'],
        ...Array.from({ length: nombre }, (_, rang) => [
          `${(rang % 8) + 1}. Axe ${(rang % 8) + 1}`,
          `${titre} ${rang}`,
          `Structure ${rang % 30}`,
          'Objectif général : Aller vers'
        ])
      ],
      colonnes: [{ largeur: 20 }]
    }
  ])

async function demander(titre: string, nombre: number, depot?: string) {
  const demande = {
    depot: depot ?? (await deposer(donnees, scene.perimetre, await plan(titre, nombre))),
    nom: 'plan.xlsx',
    appariement: null,
    contratId: null,
    ecraser: false
  }
  const fait = await demanderImport(scene, { demande, lignes: nombre })
  if (!fait.ok) throw new Error(JSON.stringify(fait))
  return fait.valeur.id
}
const laisse = async (titre: string, nombre: number) => {
  const nom = await deposer(donnees, scene.perimetre, await plan(titre, nombre))
  return { nom, estLa: async () => (await reprendre(donnees, scene.perimetre, nom)) !== null }
}
const executer = (id: string) => executerImport(essai.base().db, donnees, scene.perimetre.collectiviteId, id)
const lire = (id: string) => lecture(scene.perimetre, (tx) => lireImport(tx, scene.perimetre, id), essai.base().db)
const combien = (titre: string) =>
  lecture(
    scene.perimetre,
    async (tx) => {
      const [ligne] = (await tx.execute(
        sql`select count(*)::int as n from fiches where titre like ${`${titre} %`}`
      )) as unknown as [{ n: number }]
      return ligne.n
    },
    essai.base().db
  )

describe('un grand import', () => {
  test('se fait une fois, au nom de qui l’a demandé, et dit ce qu’il écrit', async () => {
    const id = await demander('Grand', 2_500)
    expect(await lire(id)).toMatchObject({ etat: 'en_attente', lignes: 2_500 })
    await executer(id)
    const fait = await lire(id)
    expect(fait).toMatchObject({ etat: 'fait', contratId: expect.any(String) as string })
    expect(fait!.total).toBeGreaterThanOrEqual(fait!.fait)
    expect(await combien('Grand')).toBe(2_500)
    const [{ nom }] = (await lecture(
      scene.perimetre,
      (tx) => tx.execute(sql`select acteur_nom as nom from changements where acte = 'plan.importer' limit 1`),
      essai.base().db
    )) as unknown as [{ nom: string }]
    expect(nom).toBe(scene.acteur.nom)
    const avant = (await lire(id))!.vuLe
    await executer(id)
    expect((await lire(id))!.vuLe).toEqual(avant)
  }, 60_000)

  test('arrêté avant de commencer, il ne commence pas ; arrêté pendant, rien de ce qu’il avait écrit ne reste', async () => {
    const jamais = await demander('Jamais', 3)
    expect(await arreterImport(scene, { id: jamais })).toMatchObject({ ok: true })
    await executer(jamais)
    expect(await lire(jamais)).toMatchObject({ etat: 'arrete' })
    expect(await combien('Jamais')).toBe(0)

    const id = await demander('Arrêté', 9_000)
    const course = executer(id)
    while ((await lire(id))!.fait === 0) await new Promise((suite) => setTimeout(suite, 20))
    expect(await arreterImport(scene, { id })).toMatchObject({ ok: true })
    await course
    expect(await lire(id)).toMatchObject({ etat: 'arrete' })
    expect(await combien('Arrêté')).toBe(0)
    expect(await arreterImport(scene, { id })).toMatchObject({ raison: 'import_fini' })
  }, 60_000)

  test('R-122 · une fois écrit, le fichier déposé n’est plus là ; arrêté, il attend encore', async () => {
    const [ecrit, arrete] = [await laisse('Écrit', 3), await laisse('Laissé', 4)]
    const [fini, jamais] = [await demander('Écrit', 3, ecrit.nom), await demander('Laissé', 4, arrete.nom)]
    expect(await arreterImport(scene, { id: jamais })).toMatchObject({ ok: true })
    for (const id of [fini, jamais]) await executer(id)
    expect(await lire(fini)).toMatchObject({ etat: 'fait' })
    expect([await ecrit.estLa(), await arrete.estLa()]).toEqual([false, true])
  })

  test('un fichier qui n’est plus là, ou qui ne se lit pas, est dit avec sa phrase ; seul le produit tient le suivi', async () => {
    const perdu = await demander('Perdu', 3, 'f'.repeat(64))
    await executer(perdu)
    expect(await lire(perdu)).toMatchObject({ etat: 'refuse', message: expect.stringContaining('plus là') as string })
    const illisible = await demander('Illisible', 3, await deposer(donnees, scene.perimetre, Buffer.from('%PDF')))
    await executer(illisible)
    expect(await lire(illisible)).toMatchObject({ etat: 'refuse', message: expect.stringContaining('tableur') as string })
    expect(await suivreImport(scene, { id: perdu, etat: 'fait' })).toMatchObject({ sorte: 'interdit' })
    expect(await suivreImport({ ...scene, acteur: SYSTEME }, { id: perdu, etat: 'en_cours', commence: true })).toMatchObject({
      raison: 'deja_commence'
    })
  })
})
