import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import type { Tx } from '#platform/db.server.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { lireADemander } from '#domaines/actions/queries/demandes.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { lirePersonne, lireStructure } from '#domaines/partenaires/queries.server.ts'
import { maisonsVisees } from '#domaines/partenaires/regles/sollicitations.ts'
import { reglerTerritoire } from '#domaines/territoires/commands.server.ts'
import { desQuestions, uneInstance, uneSeanceTenue } from '../fixtures.server.ts'
import { lireConvocation } from '../queries/invitations.server.ts'
import { tropSollicites } from '../regles/invitations.ts'
import { conclure, envoyerCompteRendu, validerCompteRendu } from './compte-rendu.server.ts'
import { accueillir } from './emargement.server.ts'
import { convoquerSeance, redemanderLien, relancerInvites } from './invitations.server.ts'
import { prevoirSeance } from './seances.server.ts'

const essai = baseDeTest()
const SEANCE = { jour: '2030-12-09', heure: '14 h', duree: '2 h', lieu: 'Espace Santé' }
const uneSeance = async (scene: Scene, dit: Record<string, unknown> = {}, nature = 'groupe') =>
  reussi(
    await prevoirSeance(scene, { instanceId: await uneInstance(scene, { nature, nom: `Groupe ${nature}` }), ...SEANCE, ...dit })
  ).id
const un = async (db: Tx, table: string, nom: string) =>
  (await db.execute(sql`select id from ${sql.identifier(table)} where nom = ${nom}`))[0]!.id as string
const foisDe = async (db: Tx, scene: Scene, nom: string) =>
  (await lirePersonne(db, scene.perimetre, await un(db, 'personnes', nom)))!.sollicitations

/** Two people of one house and one of another, invited to two meetings. */
async function deuxSeances(db: Tx) {
  const scene = await unTerritoire(db)
  await desContacts(scene, [
    { nom: 'Lou Petit', courriel: 'lou@cpts.fr', structure: 'CPTS' },
    { nom: 'Ana Roy', courriel: 'ana@cpts.fr', structure: 'CPTS' },
    { nom: 'Zoé Marie', courriel: 'zoe@caf.fr', structure: 'CAF' }
  ])
  const seances: string[] = []
  for (const jour of ['2030-03-10', '2030-06-11']) {
    const id = await uneSeance(scene, { jour }, jour < '2030-06' ? 'groupe' : 'copil')
    reussi(await convoquerSeance(scene, { id, choix: 'tous' }))
    seances.push(id)
  }
  return { scene, seances }
}

/** A meeting held, its minutes ready to leave. */
async function unRenduPret(db: Tx, avecQuestions: boolean) {
  const scene = await unTerritoire(db)
  await desContacts(scene, [{ nom: 'Lou Petit', courriel: 'lou@cpts.fr', structure: 'CPTS' }])
  const id = await uneSeanceTenue(scene)
  reussi(await accueillir(scene, { id, nom: 'Noé Blanc' }))
  reussi(await conclure(scene, { id, sorte: 'decision', texte: 'Ouvrir le mardi.' }))
  if (avecQuestions) await desQuestions(scene, id)
  reussi(await validerCompteRendu(scene, { id }))
  const avant = await foisDe(db, scene, 'Lou Petit')
  reussi(await envoyerCompteRendu(scene, { id }))
  return (await foisDe(db, scene, 'Lou Petit')) - avant
}

describe('R-129 · chaque sollicitation se compte', () => {
  test('par personne et par structure, avec qui y travaille ; une lettre refusée ne compte pas', () =>
    essai.annule(async (db) => {
      const { scene } = await deuxSeances(db)
      await db.execute(
        sql`update envois set etat = 'refuse' where id = (select min(id::text)::uuid from envois where courriel = 'ana@cpts.fr')`
      )
      expect([
        await foisDe(db, scene, 'Lou Petit'),
        await foisDe(db, scene, 'Ana Roy'),
        (await lireStructure(db, scene.perimetre, await un(db, 'structures', 'CPTS')))!.sollicitations,
        (await lireStructure(db, scene.perimetre, await un(db, 'structures', 'CAF')))!.sollicitations
      ]).toEqual([2, 1, 3, 2])
    }))

  test('un compte rendu compte s’il pose des questions', () =>
    essai.annule(async (db) => expect(await unRenduPret(db, true)).toBe(1)))
  test('un compte rendu qui ne demande rien ne compte pas', () =>
    essai.annule(async (db) => expect(await unRenduPret(db, false)).toBe(0)))

  test('un lien que l’on redemande soi-même ne compte pas', () =>
    essai.annule(async (db) => {
      const { scene, seances } = await deuxSeances(db)
      const { invites } = await lireConvocation(db, scene.perimetre, seances[0]!)
      const { id } = invites.find(({ nom }) => nom === 'Lou Petit')!
      const acteur = { sorte: 'lien', nom: 'Lou Petit', sujetId: id, role: null, administrateur: false } as const
      reussi(await redemanderLien({ ...scene, acteur, maintenant: new Date(scene.maintenant.getTime() + 4e6) }, { id }))
      const [partie] = (await db.execute(
        sql`select count(*)::int as n from envois where courriel = 'lou@cpts.fr'`
      )) as unknown as [{ n: number }]
      expect([partie.n, await foisDe(db, scene, 'Lou Petit')]).toEqual([3, 2])
    }))
})

describe('R-129 · le nombre à ne pas dépasser se dit avant le prochain envoi', () => {
  test('la séance dit combien de fois chaque invité a été sollicité, et le seuil du territoire', () =>
    essai.annule(async (db) => {
      const { scene, seances } = await deuxSeances(db)
      reussi(await relancerInvites(scene, { id: seances[0]! }))
      await db.execute(sql`delete from envois where courriel = 'ana@cpts.fr' and nature = 'rappel'`)
      reussi(await reglerTerritoire(scene, { seuilSollicitations: '3' }))
      const { seuil, invites } = await lireConvocation(db, scene.perimetre, seances[1]!)
      expect(seuil).toBe(3)
      expect(tropSollicites(invites, seuil).map(({ nom, sollicitations }) => [nom, sollicitations])).toEqual([
        ['Lou Petit', 3],
        ['Zoé Marie', 3]
      ])
    }))

  test('les structures dont toutes les personnes ensemble y sont arrivées, pour une séance et pour des nouvelles ; sans nombre, aucune', () =>
    essai.annule(async (db) => {
      const { scene, seances } = await deuxSeances(db)
      const lire = async () => (await lireConvocation(db, scene.perimetre, seances[0]!)).maisons
      expect(await lire()).toEqual([])
      reussi(await reglerTerritoire(scene, { seuilStructures: '4' }))
      const gens = await Promise.all(['Lou Petit', 'Ana Roy'].map((nom) => un(db, 'personnes', nom)))
      const cpts = await un(db, 'structures', 'CPTS')
      const maisons = await lire()
      expect(maisons).toMatchObject([{ id: cpts, nom: 'CPTS', sollicitations: 4 }])
      expect(maisons[0]!.gens.toSorted()).toEqual([cpts, ...gens].toSorted())
      expect(maisonsVisees(maisons, [await un(db, 'personnes', 'Zoé Marie')])).toEqual([])
      expect((await lireADemander(db, scene.perimetre, 'toutes', 10)).maisons).toEqual(maisons)
      reussi(await reglerTerritoire(scene, { seuilStructures: '5' }))
      expect(await lire()).toEqual([])
    }))
})
