import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { lecture } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { proposerTransversaux, retirerAxe } from '#domaines/contrats/commands/axes.server.ts'
import { ouvrirContrat } from '#domaines/contrats/fixtures.server.ts'
import { listerAxes } from '#domaines/contrats/queries.server.ts'
import { modifierFiche, placerFiche, retirerFiche } from '../commands/fiche.server.ts'
import { repondreTransversal } from '../commands/sections.server.ts'
import { unContrat } from '../fixtures.server.ts'
import { partRepondue, sommer } from '../regles/matrice.ts'
import type { Statut } from '../schema/mots.ts'
import { lireMatrice } from './matrice.server.ts'
import { lirePageFiche } from './page.server.ts'

const essai = baseDeTest()
let scene: Scene
let contrat: Awaited<ReturnType<typeof unContrat>>
let transversaux: string[]

const lire = (change: Partial<Parameters<typeof lireMatrice>[2]> = {}) =>
  lecture(
    scene.perimetre,
    (db) =>
      lireMatrice(db, scene.perimetre, {
        contratId: contrat.id,
        axes: contrat.axes.map((id, rang) => ({ id, numero: String(rang + 1) })),
        transversaux,
        page: 1,
        ...change
      }),
    essai.base().db
  )
const dire = async (fiche: number, statut: Statut | null) =>
  reussi(await modifierFiche(scene, { id: contrat.fiches[fiche]!, statut }))
const repondre = async (fiche: number, axe: number, moment: 'conception' | 'declinaison' | 'evaluation', texte = 'Oui.') =>
  reussi(await repondreTransversal(scene, { id: contrat.fiches[fiche]!, axeId: transversaux[axe]!, moment, texte }))

beforeAll(async () => {
  const { db } = essai.base()
  scene = await unTerritoire(db)
  contrat = await unContrat(scene, { axes: 2, fichesParAxe: 2 })
  reussi(await proposerTransversaux(scene, { contratId: contrat.id }))
  transversaux = (await lecture(scene.perimetre, (tx) => listerAxes(tx, scene.perimetre, contrat.id), db))
    .filter(({ nature }) => nature === 'transversal')
    .map(({ id }) => id)
  // four actions: nothing said, under way, done, given up
  await dire(1, 'en_cours')
  await dire(2, 'realise')
  await dire(3, 'abandonne')
  await repondre(0, 0, 'conception')
  await repondre(0, 2, 'evaluation', 'Déjà pensé.')
  for (const axe of [0, 1, 2, 3]) await repondre(1, axe, 'conception')
  await repondre(2, 1, 'evaluation')
}, 60_000)

describe('R-063 · la matrice d’un contrat', () => {
  test('chaque action doit ce que demande son statut, et la base compte comme la règle', async () => {
    const { lignes, ...matrice } = await lire()
    expect(lignes.map(({ numero, titre, statut, manquent }) => [numero, titre, statut, manquent])).toEqual([
      ['1.1', 'Action 1.1', null, 3],
      ['1.2', 'Action 1.2', 'en_cours', 4],
      ['2.1', 'Action 2.1', 'realise', 11],
      ['2.2', 'Action 2.2', 'abandonne', 0]
    ])
    expect(matrice).toMatchObject({ actions: 4, debitrices: 3, total: 4 })
    expect(sommer(matrice.totaux)).toEqual({ attendues: 4 + 8 + 12, repondues: 1 + 4 + 1 })
    expect(sommer(matrice.totaux, { moment: 'declinaison' })).toEqual({ attendues: 8, repondues: 0 })
    expect(partRepondue(sommer(matrice.totaux, { axe: transversaux[0]!, moment: 'conception' }))).toBe(67)
  })

  test('une réponse donnée avant l’heure se montre, sans compter dans ce qui est attendu', async () => {
    const { lignes, totaux } = await lire()
    expect(lignes[0]!.reponses).toContainEqual({ axe: transversaux[2], moment: 'evaluation' })
    expect(sommer(totaux, { axe: transversaux[2]!, moment: 'evaluation' })).toEqual({ attendues: 1, repondues: 0 })
  })

  test('chaque groupe dit combien il a d’actions, et ce qu’elles doivent ensemble', async () => {
    const { lignes } = await lire()
    expect(lignes.map(({ dansLeGroupe, manquentDansLeGroupe }) => [dansLeGroupe, manquentDansLeGroupe])).toEqual([
      [2, 7],
      [2, 7],
      [2, 11],
      [2, 11]
    ])
  })

  test('un axe, un moment, seulement ce qui manque : les totaux suivent l’axe et le moment', async () => {
    const sous = await lire({ sous: [contrat.axes[1]!] })
    expect(sous).toMatchObject({ actions: 2, debitrices: 1 })
    expect(sous.lignes[0]!.numero).toBe('2.1')
    const conception = await lire({ moment: 'conception', manque: true })
    expect(conception).toMatchObject({ actions: 4, debitrices: 2, total: 2 })
    expect(conception.lignes.map(({ titre, manquent }) => [titre, manquent])).toEqual([
      ['Action 1.1', 3],
      ['Action 2.1', 4]
    ])
    expect(conception.totaux.every(({ moment }) => moment === 'conception')).toBe(true)
    expect(sommer(conception.totaux)).toEqual(sommer((await lire({ moment: 'conception' })).totaux))
  })

  test('une page s’arrête au milieu d’un groupe, sans changer les totaux', async () => {
    const seconde = await lire({ page: 2, parPage: 1 })
    expect(seconde.lignes.map(({ titre }) => titre)).toEqual(['Action 1.2'])
    expect(seconde).toMatchObject({ total: 4, actions: 4 })
    expect(await lire({ page: 9 })).toMatchObject({ lignes: [], total: 4 })
  })

  test('ce qui est retiré ne doit plus rien : une action, un axe transversal', async () => {
    await essai.annule(async (db) => {
      const ici = { ...scene, db }
      reussi(await retirerFiche(ici, { id: contrat.fiches[2]! }))
      reussi(await retirerAxe(ici, { id: transversaux[3]! }))
      const reste = await lireMatrice(db, scene.perimetre, {
        contratId: contrat.id,
        axes: contrat.axes.map((id, rang) => ({ id, numero: String(rang + 1) })),
        transversaux: transversaux.slice(0, 3),
        page: 1
      })
      expect(reste.lignes.map(({ titre, manquent }) => [titre, manquent])).toEqual([
        ['Action 1.1', 2],
        ['Action 1.2', 3],
        ['Action 2.2', 0]
      ])
    })
  })
})

test('la fiche s’ouvre vue du contrat dont la matrice vient, ou du contrat en cours quand il n’est pas le sien', async () => {
  await essai.annule(async (db) => {
    const autre = await ouvrirContrat({ ...scene, db }, { intitule: 'Le contrat suivant' })
    reussi(await placerFiche({ ...scene, db }, { id: contrat.fiches[0]!, contratId: autre }))
    const vueDe = async (depuis: string) =>
      (await lirePageFiche(db, scene.perimetre, contrat.fiches[0]!, '2026-11-22', null, depuis))!
    expect((await vueDe(contrat.id)).transversaux.map(({ id }) => id)).toEqual(transversaux)
    expect((await vueDe(autre)).contrat!.id).toBe(autre)
    expect([contrat.id, autre]).toContain((await vueDe(crypto.randomUUID())).contrat!.id)
  })
})

test('une seule requête, pour quatre actions comme pour deux mille', async () => {
  expect(await essai.requetesDe(() => lire())).toHaveLength(1)
  await essai.base().db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${scene.perimetre.collectiviteId}, true)`)
    await tx.execute(sql`insert into fiches (collectivite_id, id, rang, titre, cle_titre, publics, ages, milieux, ottawa, exemple, cree_le, modifie_le, statut)
      select collectivite_id, gen_random_uuid(), n, titre || ' ' || n, cle_titre || ' ' || n, publics, ages, milieux, ottawa, false, cree_le, modifie_le, 'realise' from fiches, generate_series(100, 2099) n where id = ${contrat.fiches[0]}`)
    await tx.execute(sql`insert into places (collectivite_id, id, fiche_id, contrat_id, axe_id, rang)
      select collectivite_id, gen_random_uuid(), id, ${contrat.id}::uuid, ${contrat.axes[0]}::uuid, rang from fiches where rang >= 100`)
  })
  const requetes = await essai.requetesDe(async () => {
    const matrice = await lire()
    expect(matrice).toMatchObject({ total: 2004, debitrices: 2003 })
    expect(matrice.lignes).toHaveLength(50)
    expect(matrice.lignes[0]!.manquentDansLeGroupe).toBe(7 + 2000 * 12)
  })
  expect(requetes).toHaveLength(1)
}, 30_000)
