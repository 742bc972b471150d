import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import type { Tx } from '#platform/db.server.ts'
import { jourDe } from '#platform/dates.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { ouvrirLien } from '#domaines/comptes/queries.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { lireEmargement } from '../queries/emargement.server.ts'
import { uneSeanceTenue } from '../fixtures.server.ts'
import { accueillir, effacerEmargement, emarger, ouvrirEmargement, reconnaitre, sInscrire } from './emargement.server.ts'
import { repondreInvitation } from './invitations.server.ts'

const essai = baseDeTest()
const GENS = [
  { nom: 'Lou Petit', courriel: 'lou@cpts.fr', structure: 'CPTS' },
  { nom: 'Ana Roy', courriel: 'ana@ccas.fr', structure: 'CCAS' },
  { nom: 'Zoé Marie', courriel: 'zoe@caf.fr', structure: 'CAF' }
]
const laSalle = async (db: Tx, jour?: string) => {
  const scene = await unTerritoire(db)
  await desContacts(scene, GENS)
  const id = await uneSeanceTenue(scene, jour === 'aujourdhui' ? jourDe(scene.maintenant) : jour)
  const lire = async () => (await lireEmargement(db, scene.perimetre, id))!
  const invitee = async (nom: string) => (await lire()).invites.find((invite) => invite.nom === nom)!.id
  return { scene, id, lire, invitee }
}
const parLeCode = (scene: Scene, id: string) => ({
  ...scene,
  acteur: { sorte: 'lien', nom: 'À l’entrée', sujetId: id, role: null, administrateur: false } as const
})
const la = (gens: { nom: string; la: boolean }[]) => gens.filter((invite) => invite.la).map(({ nom }) => nom)

describe('R-124 · à l’entrée d’une séance', () => {
  test('une personne invitée est notée présente, une fois, pour sa structure ; l’erreur s’efface', () =>
    essai.annule(async (db) => {
      const { scene, id, lire, invitee } = await laSalle(db)
      const invitationId = await invitee('Lou Petit')
      reussi(await emarger(scene, { id, invitationId }))
      reussi(await emarger(scene, { id, invitationId }))
      expect(la((await lire()).invites)).toEqual(['Lou Petit'])
      const lignes = await db.execute(
        sql`select s.nom from emargements e join structures s on s.collectivite_id = e.collectivite_id and s.id = e.structure_id`
      )
      expect([...lignes]).toEqual([{ nom: 'CPTS' }])
      reussi(await effacerEmargement(scene, { id: (await lire()).invites.find((invite) => invite.la)!.emargementId }))
      expect(la((await lire()).invites)).toEqual([])
    }))

  test('une personne invitée ajoutée par son nom, ou reconnue après le code, est notée sur son invitation, une fois', () =>
    essai.annule(async (db) => {
      const { scene, id, lire, invitee } = await laSalle(db, 'aujourdhui')
      reussi(await accueillir(scene, { id, nom: 'Lou Petit', structure: 'CPTS' }))
      reussi(await sInscrire(parLeCode(scene, id), { id, nom: 'Ana Roi' }))
      const [code] = (await lire()).autres
      const [{ id: personneId }] = (await db.execute(sql`select id from personnes where nom = 'Ana Roy'`)) as unknown as [
        { id: string }
      ]
      reussi(await reconnaitre(scene, { id: code!.id, personneId }))
      expect(la((await lire()).invites)).toEqual(['Ana Roy', 'Lou Petit'])
      expect((await lire()).autres).toEqual([])
      reussi(await emarger(scene, { id, invitationId: await invitee('Lou Petit') }))
      expect(await db.execute(sql`select 1 from emargements`)).toHaveLength(2)
    }))

  test('qui envoie quelqu’un n’est pas présente : c’est l’autre qui l’est, pour la même structure', () =>
    essai.annule(async (db) => {
      const { scene, id, invitee } = await laSalle(db)
      const invitationId = await invitee('Ana Roy')
      // the answer came before the day
      await db.execute(sql`update seances set jour = '2090-01-01' where id = ${id}`)
      reussi(await repondreInvitation(scene, { id: invitationId, reponse: 'remplace', remplacant: 'Éva Stern' }))
      await db.execute(sql`update seances set jour = '2020-01-01' where id = ${id}`)
      reussi(await emarger(scene, { id, invitationId }))
      const [ligne] = await db.execute(
        sql`select e.nom, e.personne_id, s.nom as maison from emargements e join structures s on s.id = e.structure_id`
      )
      expect(ligne).toEqual({ nom: 'Éva Stern', personne_id: null, maison: 'CCAS' })
    }))

  test('avant le jour, ou annulée, personne ne se note ; le lecteur ne note personne', () =>
    essai.annule(async (db) => {
      const { scene, id, invitee } = await laSalle(db, '2090-05-05')
      const invitationId = await invitee('Lou Petit')
      expect(await emarger(scene, { id, invitationId })).toMatchObject({ raison: 'seance_a_venir' })
      await db.execute(sql`update seances set annulee_le = now(), jour = '2020-01-01' where id = ${id}`)
      expect(await emarger(scene, { id, invitationId })).toMatchObject({ raison: 'seance_annulee' })
      const lecteur = {
        ...scene,
        acteur: { ...scene.acteur, sorte: 'membre', compteId: id, role: 'lecteur', administrateur: false } as const
      }
      expect(await emarger(lecteur, { id, invitationId })).toMatchObject({ sorte: 'interdit' })
    }))
})

describe('R-093 · quelqu’un qui n’était pas sur la liste', () => {
  test('entre dans l’annuaire si elle le veut, avec sa structure ; sinon son nom seul est gardé', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await laSalle(db)
      reussi(await accueillir(scene, { id, nom: 'Noé Blanc', structure: 'Mission locale', courriel: 'noe@ml.fr', garder: 'oui' }))
      reussi(await accueillir(scene, { id, nom: 'Un Passant', structure: 'Le quartier' }))
      const { autres } = await lire()
      expect(autres.map(({ nom, structure }) => [nom, structure])).toEqual([
        ['Noé Blanc', 'Mission locale'],
        ['Un Passant', 'Le quartier']
      ])
      const [compte] = await db.execute(sql`select count(*)::int as n from personnes where nom = 'Un Passant'`)
      expect(compte).toEqual({ n: 0 })
    }))

  test('connue de l’annuaire, c’est elle ; du même nom ailleurs, on le demande', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await laSalle(db)
      await db.execute(sql`delete from invitations`)
      reussi(await accueillir(scene, { id, nom: 'lou petit', structure: null, garder: 'oui' }))
      expect((await lire()).autres).toMatchObject([{ nom: 'Lou Petit', structure: 'CPTS' }])
      const ailleurs = { id, nom: 'Ana Roy', structure: 'Hôpital', garder: 'oui' }
      expect(await accueillir(scene, ailleurs)).toMatchObject({ raison: 'homonyme_a_la_porte', champ: 'nom' })
      reussi(await accueillir(scene, { ...ailleurs, autre: 'oui' }))
      const [compte] = await db.execute(sql`select count(*)::int as n from personnes where nom = 'Ana Roy'`)
      expect(compte).toEqual({ n: 2 })
    }))
})

describe('R-124 · le code affiché dans la salle', () => {
  test('ouvre une page, et la suivante seulement quand on en fait un autre', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await laSalle(db)
      reussi(await ouvrirEmargement(scene, { id }))
      const premier = (await lire()).cle!
      expect(await ouvrirLien(db, premier, 'emargement', new Date())).toMatchObject({ sujetId: id, perime: false })
      reussi(await ouvrirEmargement(scene, { id }))
      expect(await ouvrirLien(db, premier, 'emargement', new Date())).toMatchObject({ perime: true })
      expect(await ouvrirLien(db, (await lire()).cle!, 'emargement', new Date())).toMatchObject({ perime: false })
    }))

  test('qui donne l’adresse de son invitation est reconnue ; une autre est notée par son nom, une fois', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await laSalle(db, 'aujourdhui')
      const code = parLeCode(scene, id)
      reussi(await sInscrire(code, { id, nom: 'Lou Petit', courriel: 'LOU@cpts.fr' }))
      reussi(await sInscrire(code, { id, nom: 'Noé Blanc', structure: 'Mission locale', courriel: 'noe@ml.fr', accord: 'oui' }))
      reussi(await sInscrire(code, { id, nom: 'Noé  BLANC' }))
      reussi(await sInscrire(code, { id, nom: 'Sans Accord', courriel: 'sans@accord.fr' }))
      const { invites, autres } = await lire()
      expect(la(invites)).toEqual(['Lou Petit'])
      expect(autres.map(({ nom, courriel, aVerifier }) => [nom, courriel, aVerifier])).toEqual([
        ['Noé Blanc', 'noe@ml.fr', true],
        ['Sans Accord', null, true]
      ])
    }))

  test('au-delà de trois cents inscrits par le code, il ne note plus personne ; la coordination, si', () =>
    essai.annule(async (db) => {
      const { scene, id } = await laSalle(db, 'aujourdhui')
      await db.execute(sql`insert into emargements (collectivite_id, id, seance_id, nom, cle_nom, par_soi, notee_le)
        select ${scene.perimetre.collectiviteId}, gen_random_uuid(), ${id}, 'Passant ' || n, 'passant ' || n, true, now() from generate_series(1, 299) n`)
      const code = parLeCode(scene, id)
      reussi(await sInscrire(code, { id, nom: 'La trois centième' }))
      expect(await sInscrire(code, { id, nom: 'La suivante' })).toMatchObject({ raison: 'trop_d_inscrits' })
      reussi(await accueillir(scene, { id, nom: 'La suivante' }))
    }))

  test('un autre jour, ou d’une autre séance, il ne note personne', () =>
    essai.annule(async (db) => {
      const { scene, id } = await laSalle(db)
      expect(await sInscrire(parLeCode(scene, id), { id, nom: 'Lou' })).toMatchObject({ raison: 'pas_le_jour' })
      const autre = parLeCode(scene, '00000000-0000-7000-8000-000000000000')
      expect(await sInscrire(autre, { id, nom: 'Lou' })).toMatchObject({ sorte: 'interdit' })
    }))

  test('la coordination dit qui elle est : une personne de l’annuaire, ou une nouvelle qui y entre', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await laSalle(db, 'aujourdhui')
      const code = parLeCode(scene, id)
      reussi(await sInscrire(code, { id, nom: 'Ana Roy' }))
      reussi(await sInscrire(code, { id, nom: 'Noé Blanc', structure: 'Mission locale', courriel: 'noe@ml.fr', accord: 'oui' }))
      const [ana, noe] = (await lire()).autres
      expect(ana!.memeNom).toMatchObject({ nom: 'Ana Roy', structure: 'CCAS' })
      reussi(await reconnaitre(scene, { id: ana!.id, personneId: ana!.memeNom!.id }))
      reussi(await reconnaitre(scene, { id: noe!.id }))
      expect(la((await lire()).invites)).toEqual(['Ana Roy'])
      expect((await lire()).autres).toMatchObject([{ nom: 'Noé Blanc', structure: 'Mission locale', aVerifier: false }])
      const [noeConnu] = await db.execute(sql`select courriel from personnes where nom = 'Noé Blanc'`)
      expect(noeConnu).toEqual({ courriel: 'noe@ml.fr' })
    }))
})
