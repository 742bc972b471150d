import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import type { Tx } from '#platform/db.server.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { listerPersonnes } from '#domaines/partenaires/queries.server.ts'
import { annulerGeste } from '#domaines/pilotage/commands/annuler.server.ts'
import { uneInstance } from '../fixtures.server.ts'
import { lireConvocation } from '../queries/invitations.server.ts'
import { lireRencontres, type PaireLue } from '../queries/rencontres.server.ts'
import { noterTable } from './noter-table.server.ts'
import { convoquerSeance, repondreInvitation } from './invitations.server.ts'
import { composerRencontres, noterRencontre, tenirPromesse } from './rencontres.server.ts'
import { contactsAPasser, parTours, retrouvailles } from '../regles/participants.ts'
import { annulerSeance, prevoirSeance } from './seances.server.ts'
import { composerInstance } from './sieges.server.ts'

const essai = baseDeTest()
const RYTHME = { tours: '3', minutes: '5' }

const uneSeance = async (scene: Scene, nom = 'Groupe', jour = '2030-12-09') =>
  reussi(
    await prevoirSeance(scene, { instanceId: await uneInstance(scene, { nom }), jour, duree: '2 h', motifQuota: 'Pour l’essai.' })
  ).id

/** So many people by hand, two a structure. */
const autres = (combien: number) =>
  Array.from({ length: combien }, (_, n) => ({ personne: `Personne ${n}`, structure: `Structure ${Math.floor(n / 2)}` }))

const lire = (db: Tx, scene: Scene, seance: string) => lireRencontres(db, scene.perimetre, seance)
const ouvrir = async (db: Tx, combien: number, dit: Record<string, unknown> = {}) => {
  const scene = await unTerritoire(db)
  const seance = await uneSeance(scene)
  const { geste } = reussi(await composerRencontres(scene, { seanceId: seance, ...RYTHME, autres: autres(combien), ...dit }))
  return { scene, seance, geste, ...(await lire(db, scene, seance)) }
}
const duTour = (paires: readonly PaireLue[], voulu: number) => paires.filter(({ tour }) => tour === voulu)
const gensDe = (paires: readonly PaireLue[]) => paires.flatMap(({ unId, autreId }) => [unId, ...(autreId ? [autreId] : [])])

describe('R-099 · composer les rencontres express d’une séance', () => {
  test('chacun a son badge, dans l’ordre des noms, et rencontre quelqu’un d’une autre structure à chaque tour', () =>
    essai.annule(async (db) => {
      const { inscrits, paires, minutes } = await ouvrir(db, 8)
      expect(minutes).toBe(5)
      expect(inscrits.map(({ numero, nom }) => `${numero} ${nom}`)).toEqual(
        Array.from({ length: 8 }, (_, n) => `${n + 1} Personne ${n}`)
      )
      expect(inscrits[0]).toMatchObject({ structure: 'Structure 0', secteur: expect.any(String) })
      for (const tour of [1, 2, 3]) expect(new Set(gensDe(duTour(paires, tour))).size).toBe(8)
      expect(paires.filter(({ connus }) => connus)).toEqual([])
    }))

  test('nombre impair : une personne se repose à chaque tour, jamais la même', () =>
    essai.annule(async (db) => {
      const { paires } = await ouvrir(db, 9)
      const pauses = paires.filter(({ autreId }) => autreId === null).map(({ unId }) => unId)
      expect(new Set(pauses).size).toBe(3)
    }))

  test('viennent d’eux-mêmes celles et ceux qui ont dit qu’ils viennent, et qui est envoyé à la place de quelqu’un', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await desContacts(
        scene,
        ['Ana Roy', 'Lou Petit', 'Noé Blin', 'Sam Faure', 'Zoé Marie'].map((nom, n) => ({
          nom,
          courriel: `c${n}@exemple.fr`,
          structure: `Maison ${n}`
        }))
      )
      const seance = await uneSeance(scene)
      reussi(await convoquerSeance(scene, { id: seance, choix: 'tous' }))
      const { invites } = await lireConvocation(db, scene.perimetre, seance)
      const dire = async (rang: number, reponse: string, remplacant?: string) =>
        reussi(await repondreInvitation(scene, { id: invites[rang]!.id, reponse, remplacant }))
      for (const rang of [0, 1, 2]) await dire(rang, 'vient')
      await dire(3, 'remplace', 'Paul Durand')
      await dire(4, 'absent')
      const gens = invites.slice(0, 4).map(({ id }) => id)
      reussi(await composerRencontres(scene, { seanceId: seance, ...RYTHME, gens }))
      const { inscrits } = await lire(db, scene, seance)
      expect(inscrits.map(({ nom, structure }) => `${nom}, ${structure}`)).toEqual([
        'Ana Roy, Maison 0',
        'Lou Petit, Maison 1',
        'Noé Blin, Maison 2',
        'Paul Durand, Maison 3'
      ])
    }))

  test('qui siège ensemble, ou s’est déjà rencontré ainsi, ne se voit que s’il le faut, et c’est écrit', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const cercle = await uneInstance(scene, { nom: 'Cercle' })
      const noms = ['Ana', 'Lou', 'Noé', 'Zoé']
      await composerInstance(scene, { id: cercle, sieges: noms.slice(0, 2).map((personne) => ({ role: 'membre', personne })) })
      const premiere = await uneSeance(scene, 'Groupe un')
      const quatre = noms.map((personne) => ({ personne, structure: `Maison de ${personne}` }))
      reussi(await composerRencontres(scene, { seanceId: premiere, minutes: 5, tours: 2, autres: quatre }))
      const faites = (await lire(db, scene, premiere)).paires
      expect(faites.map(({ connus }) => connus)).toEqual([null, null, null, null])
      // of the three rounds that four people can have, two took place: the third is theirs who sit together
      const seconde = await uneSeance(scene, 'Groupe deux')
      reussi(await composerRencontres(scene, { seanceId: seconde, minutes: 5, tours: 1, autres: quatre }))
      expect((await lire(db, scene, seconde)).paires.map(({ connus }) => connus).toSorted()).toEqual(['instance', null])
      reussi(await composerRencontres(scene, { seanceId: seconde, minutes: 5, tours: 3, autres: quatre }))
      expect((await lire(db, scene, seconde)).paires.filter(({ connus }) => connus === 'rencontre')).toHaveLength(4)
    }))

  test('recomposer garde les tours faits, laisse partir quelqu’un et fait entrer quelqu’un ; un geste l’annule', () =>
    essai.annule(async (db) => {
      const { scene, seance, inscrits, paires } = await ouvrir(db, 8)
      const reste = inscrits.filter(({ nom }) => nom !== 'Personne 3').map(({ id }) => id)
      const demande = {
        seanceId: seance,
        ...RYTHME,
        gens: reste,
        autres: [{ personne: 'Nour', structure: 'Maison neuve' }],
        depuis: '2'
      }
      const { geste } = reussi(
        await composerRencontres({ ...scene, maintenant: new Date(scene.maintenant.getTime() + 60_000) }, demande)
      )
      const apres = await lire(db, scene, seance)
      expect(duTour(apres.paires, 1)).toEqual(duTour(paires, 1))
      const nour = apres.inscrits.find(({ nom }) => nom === 'Nour')!
      expect(nour.numero).toBe(9)
      const partie = apres.inscrits.find(({ nom }) => nom === 'Personne 3')!
      expect(partie.present).toBe(false)
      expect(gensDe(duTour(apres.paires, 2))).toContain(nour.id)
      expect(gensDe(duTour(apres.paires, 2))).not.toContain(partie.id)
      reussi(await annulerGeste(scene, { geste }))
      expect(await lire(db, scene, seance)).toMatchObject({ paires, inscrits })
    }))

  test('tout recomposer donne d’autres tours, et s’annule aussi', () =>
    essai.annule(async (db) => {
      const { scene, seance, inscrits, paires } = await ouvrir(db, 8)
      const demande = { seanceId: seance, ...RYTHME, gens: inscrits.map(({ id }) => id) }
      const plusTard = { ...scene, maintenant: new Date(scene.maintenant.getTime() + 61_000) }
      const { geste } = reussi(await composerRencontres(plusTard, demande))
      reussi(await annulerGeste(scene, { geste }))
      expect(await lire(db, scene, seance)).toMatchObject({ paires, inscrits })
    }))

  test('ce qui ne se peut pas se dit : trop peu de gens, trop de tours, une séance annulée, un rôle qui ne le permet pas', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const seanceId = await uneSeance(scene)
      const essayer = (dit: Record<string, unknown>, qui: Scene = scene) =>
        composerRencontres(qui, { seanceId, ...RYTHME, ...dit })
      expect(await essayer({ autres: autres(3) })).toMatchObject({ raison: 'trop_peu', champ: 'gens' })
      expect(await essayer({ autres: autres(4), tours: '4' })).toMatchObject({ raison: 'trop_de_tours', champ: 'tours' })
      expect(await essayer({ autres: autres(8), depuis: '4' })).toMatchObject({ raison: 'trop_peu_de_tours' })
      expect(await essayer({ autres: autres(8), tours: 'beaucoup' })).toMatchObject({
        champs: { tours: ['Écrivez combien de tours.'] }
      })
      expect(await essayer({ autres: autres(8) }, { ...scene, acteur: await unMembre(scene, 'lecteur') } as Scene)).toMatchObject(
        { sorte: 'interdit' }
      )
      expect(await listerPersonnes(db, scene.perimetre), 'rien de refusé n’entre dans l’annuaire').toEqual([])
      reussi(await annulerSeance(scene, { id: seanceId }))
      expect(await essayer({ autres: autres(8) })).toMatchObject({ raison: 'seance_annulee' })
    }))
})

describe('R-099 · les rencontres par tables', () => {
  const parTable = (paires: readonly PaireLue[], tour: number) =>
    parTours(duTour(paires, tour))[0]!.tables.map(({ gens }) => gens.length)

  test('neuf personnes par tables de quatre : trois tables de trois, personne ne se revoit, et chacun sait avec qui', () =>
    essai.annule(async (db) => {
      const lues = await ouvrir(db, 9, { parTable: '4' })
      expect(lues.parTable).toBe(4)
      for (const tour of [1, 2, 3]) {
        expect(parTable(lues.paires, tour)).toEqual([3, 3, 3])
        expect(new Set(gensDe(duTour(lues.paires, tour))).size).toBe(9)
      }
      expect(retrouvailles(lues.paires)).toEqual([])
      expect(lues.paires).toHaveLength(3 * 3 * 3)
    }))

  test('on passe de deux par deux à des tables en route : qui s’est vu ne se revoit pas ; un geste défait tout', () =>
    essai.annule(async (db) => {
      const { scene, seance, inscrits, paires } = await ouvrir(db, 9)
      const demande = { seanceId: seance, ...RYTHME, parTable: '3', depuis: '2', gens: inscrits.map(({ id }) => id) }
      const { geste } = reussi(await composerRencontres(scene, demande))
      const apres = await lire(db, scene, seance)
      expect(duTour(apres.paires, 1)).toEqual(duTour(paires, 1))
      expect(parTable(apres.paires, 2)).toEqual([3, 3, 3])
      expect(retrouvailles(apres.paires)).toEqual([])
      reussi(await annulerGeste(scene, { geste }))
      expect(await lire(db, scene, seance)).toMatchObject({ paires, inscrits, parTable: 2 })
    }))

  test('tout le monde à une table, ou une taille qui n’existe pas : c’est dit', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const seanceId = await uneSeance(scene)
      const essayer = (parTable: string) => composerRencontres(scene, { seanceId, ...RYTHME, autres: autres(6), parTable })
      expect(await essayer('6')).toMatchObject({ raison: 'une_table', champ: 'parTable' })
      expect(await essayer('7')).toMatchObject({
        champs: { parTable: ['Choisissez deux par deux, ou des tables de trois à six.'] }
      })
      expect(await listerPersonnes(db, scene.perimetre)).toEqual([])
    }))

  test('à une table on note qui donne ses coordonnées, et ce que deux personnes se sont promis', () =>
    essai.annule(async (db) => {
      const { scene, seance, paires } = await ouvrir(db, 9, { parTable: '3' })
      const table = duTour(paires, 1).filter(({ rang }) => rang === 2)
      const [un, deux, trois] = parTours(table)[0]!.tables[0]!.gens as [string, string, string]
      const entre = (a: string, b: string) => table.find(({ unId, autreId }) => unId === a && autreId === b)!.id
      const dit = { id: table[0]!.id, donnent: [un, trois], promesses: [{ paire: entre(un, deux), promesse: 'Une permanence' }] }
      reussi(await noterTable(scene, dit))
      const lues = await lire(db, scene, seance)
      const contacts = contactsAPasser(lues.paires, lues.inscrits)
      expect(contacts.map(({ a, de }) => [a.id, de.map(({ id }) => id)])).toEqual([
        [un, [trois]],
        [trois, [un]]
      ])
      expect(lues.paires.filter(({ promesse }) => promesse).map(({ id, promesse }) => [id, promesse])).toEqual([
        [entre(un, deux), 'Une permanence']
      ])
      const ailleurs = duTour(paires, 2)[0]!.id
      expect(await noterTable(scene, { ...dit, promesses: [{ paire: ailleurs, promesse: 'x' }] })).toMatchObject({
        raison: 'autre_table'
      })
      expect(await noterTable(scene, { ...dit, promesses: [{ promesse: 'Sans dire qui' }] })).toMatchObject({
        champs: { 'promesses.0.paire': ['Dites entre qui.'] }
      })
      expect(await noterTable({ ...scene, acteur: await unMembre(scene, 'lecteur') } as Scene, dit)).toMatchObject({
        sorte: 'interdit'
      })
      reussi(await noterTable(scene, { id: dit.id }))
      expect((await lire(db, scene, seance)).paires).toEqual(paires)
    }))
})

describe('R-099 · ce que deux personnes se sont promis', () => {
  test('se note, se suit, et protège le tour d’une recomposition', () =>
    essai.annule(async (db) => {
      const { scene, seance, paires, inscrits } = await ouvrir(db, 8)
      const { id } = duTour(paires, 2)[0]!
      reussi(await noterRencontre(scene, { id, promesse: 'Une permanence commune', unAccepte: 'oui' }))
      reussi(await tenirPromesse(scene, { id, tenue: 'oui' }))
      const notee = async () => (await lire(db, scene, seance)).paires.find((paire) => paire.id === id)!
      expect(await notee()).toMatchObject({
        promesse: 'Une permanence commune',
        tenueLe: expect.any(String),
        unAccepte: true,
        autreAccepte: false
      })
      const demande = { seanceId: seance, ...RYTHME, gens: inscrits.map((inscrit) => inscrit.id) }
      expect(await composerRencontres(scene, { ...demande, depuis: '2' })).toMatchObject({
        raison: 'notes_prises',
        precisions: { tour: 3 }
      })
      reussi(await composerRencontres(scene, { ...demande, depuis: '3' }))
      reussi(await tenirPromesse(scene, { id }))
      expect(await notee()).toMatchObject({ tenueLe: null })
      reussi(await noterRencontre(scene, { id }))
      expect(await notee()).toMatchObject({ promesse: null, unAccepte: false })
      expect(await tenirPromesse(scene, { id, tenue: 'oui' })).toMatchObject({ raison: 'sans_promesse' })
    }))

  test('une pause ne se note pas, et celle d’un autre territoire n’existe pas', () =>
    essai.annule(async (db) => {
      const { scene, paires } = await ouvrir(db, 9)
      const pause = paires.find(({ autreId }) => autreId === null)!
      expect(await noterRencontre(scene, { id: pause.id, promesse: 'Rien' })).toMatchObject({ raison: 'pause' })
      const ailleurs = await unTerritoire(db, { code: '94028' })
      expect(await noterRencontre(ailleurs, { id: paires[0]!.id, promesse: 'Rien' })).toMatchObject({ sorte: 'introuvable' })
    }))
})
