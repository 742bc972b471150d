import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { lecture } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { lireTableau } from '#domaines/pilotage/queries/tableau.server.ts'
import { unContrat } from '../fixtures.server.ts'
import { lireDossier } from './dossier.server.ts'
import { lirePageFiche } from './page.server.ts'
import { lirePortefeuille, resumerPortefeuille } from './portefeuille.server.ts'
import { candidates } from './ressemblances.server.ts'
import { choisies } from './selection.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'
let scene: Scene
let contrat: Awaited<ReturnType<typeof unContrat>>

beforeAll(async () => {
  const { db } = essai.base()
  scene = await unTerritoire(db)
  contrat = await unContrat(scene, { axes: 2, fichesParAxe: 3 })
}, 60_000)

const ici = <T>(lire: Parameters<typeof lecture<T>>[1]) => lecture(scene.perimetre, lire, essai.base().db)
const vue = () =>
  ({
    contratId: contrat.id,
    axes: contrat.axes.map((id, rang) => ({ id, numero: String(rang + 1) })),
    filtre: {},
    grouper: 'axe',
    tri: 'numero',
    descendant: false,
    page: 1
  }) as const

/** Thirty thousand fiches copied from one, with what people write in them, in one statement, without their history. */
async function remplir() {
  await essai.base().db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${scene.perimetre.collectiviteId}, true)`)
    await tx.execute(sql`insert into fiches (collectivite_id, id, rang, titre, cle_titre, description, publics, ages, milieux, ottawa, exemple, cree_le, modifie_le, statut)
      select collectivite_id, gen_random_uuid(), n, titre || ' ' || n, cle_titre || ' ' || n, repeat('Ce que fait l’action, pour qui, et comment. ', 15), publics, ages, milieux, ottawa, false, cree_le, modifie_le, 'en_cours' from fiches, generate_series(1, 30000) n where id = ${contrat.fiches[0]}`)
    await tx.execute(sql`insert into places (collectivite_id, id, fiche_id, contrat_id, axe_id, rang)
      select collectivite_id, gen_random_uuid(), id, ${contrat.id}::uuid, ${contrat.axes[0]}::uuid, rang from fiches where rang > 6 limit 2000`)
  })
}

describe('chaque vue a un nombre de requêtes fixe', () => {
  test.each<[string, number, () => Promise<unknown>]>([
    [
      'le portefeuille',
      2,
      () =>
        ici(async (db) => [
          await lirePortefeuille(db, scene.perimetre, vue()),
          await resumerPortefeuille(db, scene.perimetre, contrat.id)
        ])
    ],
    ['une fiche', 18, () => ici((db) => lirePageFiche(db, scene.perimetre, contrat.fiches[0]!, JOUR, null))],
    ['un contrat entier', 22, () => ici((db) => lireDossier(db, scene.perimetre, contrat.id, JOUR))],
    ['le tableau de bord', 8, () => ici((db) => lireTableau(db, scene.perimetre, JOUR))]
  ])('%s : %d au plus, quel que soit le nombre de fiches', async (_, plafond, lire) => {
    const peu = await essai.requetesDe(lire)
    expect(peu.length).toBeLessThanOrEqual(plafond)
    await essai.base().db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.collectivite', ${scene.perimetre.collectiviteId}, true)`)
      await tx.execute(sql`insert into fiches (collectivite_id, id, rang, titre, cle_titre, publics, ages, milieux, ottawa, exemple, cree_le, modifie_le)
        select collectivite_id, gen_random_uuid(), n, titre, cle_titre, publics, ages, milieux, ottawa, false, cree_le, modifie_le from fiches, generate_series(1, 20) n where id = ${contrat.fiches[0]}`)
    })
    expect((await essai.requetesDe(lire)).length).toBe(peu.length)
  })
})

describe('sur 30 000 fiches, les index servent', () => {
  beforeAll(async () => {
    await remplir()
    const proprietaire = (await import('postgres')).default(essai.adresse('proprietaire'), { max: 1, onnotice: () => {} })
    await proprietaire`vacuum analyze fiches, places`
    await proprietaire.end()
  }, 120_000)

  const plan = (requete: ReturnType<typeof sql>) =>
    ici(async (db) => (await db.execute(sql`explain ${requete}`)).map((ligne) => Object.values(ligne)[0]).join('\n'))

  test('une fiche par son identifiant', async () => {
    expect(
      await plan(
        sql`select * from fiches where collectivite_id = ${scene.perimetre.collectiviteId} and id = ${contrat.fiches[0]}`
      )
    ).toMatch(/Index Scan using fiches_collectivite_id_id_pk/)
  })

  test('les fiches par titre, dans l’ordre de l’index', async () => {
    expect(
      await plan(sql`select id from fiches where collectivite_id = ${scene.perimetre.collectiviteId} order by cle_titre limit 50`)
    ).toMatch(/Index (?:Only )?Scan using fiches_par_titre/)
  })

  test('les places d’un axe', async () => {
    expect(
      await plan(
        sql`select fiche_id from places where collectivite_id = ${scene.perimetre.collectiviteId} and axe_id = ${contrat.axes[1]} order by rang`
      )
    ).toMatch(/places_par_axe/)
  })

  test('R-076 · les actions sans nouvelles, par l’index des nouvelles', async () => {
    const { collectiviteId } = scene.perimetre
    await essai.base().db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
      await tx.execute(sql`insert into nouvelles (collectivite_id, id, fiche_id, date, texte, auteur, cree_le)
        select collectivite_id, gen_random_uuid(), id, case when rang % 2 = 0 then '2026-11-01' else '2026-01' end, 'Du neuf', 'Alix', cree_le from fiches where rang > 10`)
    })
    const toutes = (filtre: object) => sql`select f.id ${choisies(collectiviteId, contrat.id, filtre)}`
    expect(await plan(toutes({ silencieusesAu: JOUR }))).toMatch(/using nouvelles_par_fiche/)
    const page = await ici((db) => lirePortefeuille(db, scene.perimetre, { ...vue(), filtre: { silencieusesAu: JOUR } }))
    expect(page.total).toBe(14_995)
    expect(page.lignes.every(({ derniereNouvelle }) => derniereNouvelle === '2026-01')).toBe(true)
  }, 30_000)

  test('R-028 · les actions connues à une date passée, sans relire les nouvelles pour chacune', async () => {
    const { collectiviteId } = scene.perimetre
    const passees = sql`select f.id ${choisies(collectiviteId, contrat.id, { commenceesAu: '2020-01-01' })}`
    const lu = await plan(passees)
    expect(lu).toMatch(/places_par_fiche|places_une_par_contrat/)
    // or all the news of the territory read once, and kept: never read again for each action
    expect(lu).toMatch(/nouvelles_par_fiche|hashed SubPlan/)
    const page = await ici((db) => lirePortefeuille(db, scene.perimetre, { ...vue(), filtre: { commenceesAu: '2020-01-01' } }))
    expect(page.total).toBe(0)
  }, 30_000)

  test('R-079 · les actions proches, dans le seul index qui porte leurs mots et leurs thèmes', async () => {
    const { collectiviteId } = scene.perimetre
    const rien = { types: [], publics: [], ages: [], quartiers: [], quartiersIds: [], debut: null, fin: null }
    const cherchee = { ...rien, titre: 'Atelier cuisine', thematiques: ['nutrition' as const], facettes: ['familles' as const] }
    const lu = await plan(sql`${candidates(collectiviteId, cherchee)} select * from approchees`)
    expect(lu).toMatch(/Index Only Scan using fiches_proches/)
    expect(lu).not.toMatch(/Seq Scan on fiches\b/)
  })

  test('la page du portefeuille répond, et compte juste', async () => {
    const page = await ici((db) => lirePortefeuille(db, scene.perimetre, vue()))
    expect(page.lignes).toHaveLength(50)
    expect(page.total).toBeGreaterThan(30_000)
  }, 30_000)
})
