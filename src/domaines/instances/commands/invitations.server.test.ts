import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import type { Tx } from '#platform/db.server.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { uneInstance } from '../fixtures.server.ts'
import { aInviter, lireConvocation, lireInvitation } from '../queries/invitations.server.ts'
import { choisirCourriels, convoquerSeance, redemanderLien, relancerInvites, repondreInvitation } from './invitations.server.ts'
import { annulerSeance, modifierSeance, prevoirSeance } from './seances.server.ts'
import { reglerCourriels } from '#domaines/partenaires/commands/courriels.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'

const essai = baseDeTest()
const SEANCE = { jour: '2030-12-09', heure: '14 h', duree: '2 h', lieu: 'Espace Santé' }
const uneSeance = async (scene: Scene, dit: Record<string, unknown> = {}, nature = 'groupe') =>
  reussi(
    await prevoirSeance(scene, { instanceId: await uneInstance(scene, { nature, nom: `Groupe ${nature}` }), ...SEANCE, ...dit })
  ).id
const parLien = (scene: Scene, id: string) => ({
  ...scene,
  acteur: { sorte: 'lien', nom: 'Lou Petit', sujetId: id, role: null, administrateur: false } as const
})
const courrielsPrets = async (db: Tx, nature: string) =>
  (
    (await db.execute(sql`select courriel from envois where nature = ${nature} and etat = 'pret' order by id`)) as unknown as {
      courriel: string
    }[]
  ).map(({ courriel }) => courriel)

describe('R-091, R-128 · un groupe de travail invite tous les partenaires', () => {
  test('chaque personne qui a une adresse, et les maisons où personne n’en a ; chaque adresse une fois', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await desContacts(scene, [
        { nom: 'Lou Petit', courriel: 'lou@cpts.fr', structure: 'CPTS' },
        { nom: 'Ana Roy', courriel: 'ana@ccas.fr', structure: 'CCAS' },
        { nom: 'Ana Roy (bis)', courriel: 'Ana@ccas.fr', structure: 'CCAS' },
        { nom: 'Sans Adresse', structure: 'Mission locale' }
      ])
      await db.execute(sql`update structures set courriel = 'accueil@mission.fr' where nom = 'Mission locale'`)
      await db.execute(sql`update structures set courriel = 'accueil@cpts.fr' where nom = 'CPTS'`)
      const id = await uneSeance(scene)
      const instance = (await db.execute(sql`select instance_id as id from seances where id = ${id}`))[0] as { id: string }
      expect((await aInviter(db, scene.perimetre, id, instance.id, 'tous')).map(({ aussi }) => aussi)).toEqual([
        ['Ana Roy (bis)'],
        [],
        []
      ])
      expect(reussi(await convoquerSeance(scene, { id, choix: 'tous' }))).toEqual({ nombre: 3 })
      expect((await courrielsPrets(db, 'invitation')).toSorted()).toEqual(['accueil@mission.fr', 'ana@ccas.fr', 'lou@cpts.fr'])
      // who shares an address is named beside who receives the letter
      const { invites } = await lireConvocation(db, scene.perimetre, id)
      expect(invites.map(({ nom, aussi }) => [nom, aussi])).toEqual([
        ['Ana Roy', ['Ana Roy (bis)']],
        ['Lou Petit', []],
        ['Mission locale', []]
      ])
    }))

  test('de nouveau, il n’invite que les personnes arrivées depuis ; personne à inviter se dit', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await desContacts(scene, [{ nom: 'Lou Petit', courriel: 'lou@cpts.fr' }])
      const id = await uneSeance(scene)
      reussi(await convoquerSeance(scene, { id, choix: 'tous' }))
      expect(await convoquerSeance(scene, { id, choix: 'tous' })).toMatchObject({ raison: 'personne_a_inviter' })
      await desContacts(scene, [{ nom: 'Ana Roy', courriel: 'ana@ccas.fr' }])
      expect(reussi(await convoquerSeance(scene, { id, choix: 'tous' }))).toEqual({ nombre: 1 })
    }))

  test('une adresse corrigée depuis ne fait pas inviter deux fois, et c’est là que partent rappel, annulation et lien redemandé', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await desContacts(scene, [{ nom: 'Lou Petit', courriel: 'lou@faute.fr' }])
      const id = await uneSeance(scene)
      reussi(await convoquerSeance(scene, { id, choix: 'tous' }))
      await db.execute(sql`update personnes set courriel = 'Lou@juste.fr'`)
      expect(await convoquerSeance(scene, { id, choix: 'tous' })).toMatchObject({ raison: 'personne_a_inviter' })
      const { invites } = await lireConvocation(db, scene.perimetre, id)
      expect(invites).toMatchObject([{ courriel: 'lou@juste.fr' }])
      const demain = { ...scene, maintenant: new Date(scene.maintenant.getTime() + 86_400_000) }
      reussi(await relancerInvites(demain, { id }))
      const lien = { ...parLien(scene, invites[0]!.id), maintenant: new Date(scene.maintenant.getTime() + 2 * 86_400_000) }
      reussi(await redemanderLien(lien, { id: invites[0]!.id }))
      reussi(await redemanderLien(lien, { id: invites[0]!.id }))
      reussi(await annulerSeance(demain, { id, motifAnnulation: 'La salle est prise.' }))
      expect(await courrielsPrets(db, 'rappel')).toEqual(['lou@juste.fr'])
      expect(await courrielsPrets(db, 'invitation')).toEqual(['lou@faute.fr', 'lou@juste.fr'])
      expect(await courrielsPrets(db, 'annulation')).toEqual(['lou@juste.fr'])
      // who has now the address that was wrong is invited as anyone else
      await db.execute(sql`update seances set annulee_le = null`)
      await desContacts(scene, [{ nom: 'Zoé Faute', courriel: 'lou@faute.fr' }])
      expect(reussi(await convoquerSeance(scene, { id, choix: 'tous' }))).toEqual({ nombre: 1 })
    }))

  test('qui a quitté l’annuaire n’est pas invité, ni comme service qui en est parti', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await desContacts(scene, [
        { nom: 'Lou Petit', courriel: 'lou@ville.fr', structure: 'Service santé' },
        { nom: 'Ana Roy', courriel: 'ana@ville.fr', structure: 'Service santé' },
        { nom: 'Zoé Marie', courriel: 'zoe@ville.fr', structure: 'Service santé' }
      ])
      await db.execute(sql`update structures set interne = true`)
      await db.execute(sql`update personnes set supprime_le = now() where nom = 'Ana Roy'`)
      await db.execute(
        sql`update fonctions set fin = '2020' where personne_id = (select id from personnes where nom = 'Zoé Marie')`
      )
      const id = await uneSeance(scene, {}, 'groupe_interne')
      const instance = (await db.execute(sql`select instance_id as id from seances where id = ${id}`))[0] as { id: string }
      const noms = async (choix: 'tous' | 'interne') =>
        (await aInviter(db, scene.perimetre, id, instance.id, choix)).map(({ nom }) => nom)
      expect(await noms('interne')).toEqual(['Lou Petit'])
      expect(await noms('tous')).toEqual(['Lou Petit', 'Zoé Marie'])
    }))

  test('R-130 · un groupe interne n’invite que les services', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await desContacts(scene, [
        { nom: 'Lou Petit', courriel: 'lou@cpts.fr', structure: 'CPTS' },
        { nom: 'Ana Roy', courriel: 'ana@ville.fr', structure: 'Service santé' }
      ])
      await db.execute(sql`update structures set interne = true where nom = 'Service santé'`)
      const id = await uneSeance(scene, {}, 'groupe_interne')
      reussi(await convoquerSeance(scene, { id, choix: 'interne' }))
      expect(await courrielsPrets(db, 'invitation')).toEqual(['ana@ville.fr'])
    }))

  test('qui ne veut plus de courriels, ou suit par les comptes rendus, n’est pas invité', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await desContacts(scene, [
        { nom: 'Lou Petit', courriel: 'lou@cpts.fr' },
        { nom: 'Ana Roy', courriel: 'ana@ccas.fr' },
        { nom: 'Zoé Marie', courriel: 'zoe@caf.fr' }
      ])
      const premiere = await uneSeance(scene)
      reussi(await convoquerSeance(scene, { id: premiere, choix: 'tous' }))
      const { invites } = await lireConvocation(db, scene.perimetre, premiere)
      const [ana, lou] = invites.map(({ id }) => id) as [string, string]
      reussi(await repondreInvitation(parLien(scene, ana), { id: ana, reponse: 'lit' }))
      reussi(await choisirCourriels(parLien(scene, lou), { id: lou, courriels: 'aucun' }))
      const seconde = reussi(
        await prevoirSeance(scene, { instanceId: await uneInstance(scene, { nom: 'Autre groupe' }), ...SEANCE })
      ).id
      expect(await aInviter(db, scene.perimetre, seconde, '00000000-0000-0000-0000-000000000000', 'tous')).toMatchObject([
        { nom: 'Zoé Marie', sollicitations: 1 }
      ])
    }))
})

describe('R-090 · les réponses', () => {
  const troisInvites = async (db: Tx, capacite: string | null) => {
    const scene = await unTerritoire(db)
    await desContacts(scene, [
      { nom: 'Ana Roy', courriel: 'ana@ccas.fr' },
      { nom: 'Lou Petit', courriel: 'lou@cpts.fr' },
      { nom: 'Zoé Marie', courriel: 'zoe@caf.fr' }
    ])
    const seance = await uneSeance(scene, { capacite })
    reussi(await convoquerSeance(scene, { id: seance, choix: 'tous' }))
    const { invites } = await lireConvocation(db, scene.perimetre, seance)
    const repondre = async (rang: number, saisie: Record<string, unknown>, heure: string) => {
      const id = invites[rang]!.id
      const quand = new Date(`2026-11-22T${heure}:00Z`)
      return repondreInvitation({ ...parLien(scene, id), maintenant: quand }, { id, ...saisie })
    }
    return { scene, seance, invites, repondre }
  }

  test('R-090 · une salle plus grande donne leur place à qui attendait, et le leur écrit ; une plus petite ne retire rien en silence', () =>
    essai.annule(async (db) => {
      const { scene, seance, repondre } = await troisInvites(db, '1')
      for (const rang of [0, 1, 2]) reussi(await repondre(rang, { reponse: 'vient' }, `09:0${rang}`))
      reussi(await modifierSeance(scene, { id: seance, ...SEANCE, capacite: '2' }))
      expect(await courrielsPrets(db, 'place')).toEqual(['lou@cpts.fr'])
      expect(await modifierSeance(scene, { id: seance, ...SEANCE, capacite: '1' })).toMatchObject({
        raison: 'places_prises',
        champ: 'capacite',
        precisions: { assis: 2 }
      })
      reussi(await modifierSeance(scene, { id: seance, ...SEANCE, capacite: '' }))
      expect(await courrielsPrets(db, 'place')).toEqual(['lou@cpts.fr', 'zoe@caf.fr'])
      expect(await courrielsPrets(db, 'mise_a_jour')).toEqual([])
    }))

  test('R-090 · la séance change de jour : les réponses tiennent, sont redemandées, et dites de nouveau ne le sont plus', () =>
    essai.annule(async (db) => {
      const { scene, seance, repondre } = await troisInvites(db, '1')
      reussi(await repondre(0, { reponse: 'vient' }, '09:00'))
      reussi(await repondre(1, { reponse: 'vient' }, '09:01'))
      reussi(await repondre(2, { reponse: 'absent' }, '09:02'))
      const aConfirmer = async () =>
        (await lireConvocation(db, scene.perimetre, seance)).invites.map((invite) => [invite.reponse, invite.aConfirmer])
      reussi(await modifierSeance(scene, { id: seance, ...SEANCE, capacite: '1', lieu: 'Mairie' }))
      // who said that she does not come has the entry in her calendar too
      expect((await courrielsPrets(db, 'mise_a_jour')).toSorted()).toEqual(['ana@ccas.fr', 'lou@cpts.fr', 'zoe@caf.fr'])
      expect((await aConfirmer()).flat()).not.toContain(true)
      expect(await relancerInvites(scene, { id: seance })).toMatchObject({ raison: 'tous_ont_repondu' })
      reussi(await modifierSeance(scene, { id: seance, ...SEANCE, capacite: '1', lieu: 'Mairie', jour: '2030-12-16' }))
      expect(await aConfirmer()).toEqual([
        ['vient', true],
        ['vient', true],
        ['absent', true]
      ])
      // said again, it keeps her turn for the only chair
      reussi(await repondre(0, { reponse: 'vient' }, '10:00'))
      expect(await aConfirmer()).toContainEqual(['vient', false])
      expect(await courrielsPrets(db, 'place')).toEqual([])
      expect(reussi(await relancerInvites(scene, { id: seance }))).toEqual({ nombre: 2 })
    }))

  test('la dernière vaut ; qui se fait remplacer dit par qui', () =>
    essai.annule(async (db) => {
      const { scene, invites, repondre } = await troisInvites(db, null)
      reussi(await repondre(0, { reponse: 'absent' }, '09:00'))
      reussi(await repondre(0, { reponse: 'remplace', remplacant: 'Paul Durand' }, '10:00'))
      expect(await lireInvitation(db, scene.perimetre.collectiviteId, { id: invites[0]!.id })).toMatchObject({
        reponse: 'remplace',
        remplacant: 'Paul Durand',
        territoire: expect.any(String)
      })
      reussi(await repondre(0, { reponse: 'vient', remplacant: 'Paul Durand' }, '11:00'))
      expect(await lireInvitation(db, scene.perimetre.collectiviteId, { id: invites[0]!.id })).toMatchObject({ remplacant: null })
    }))

  test('la place que l’on rend va au premier qui attend, et il en est prévenu', () =>
    essai.annule(async (db) => {
      const { repondre } = await troisInvites(db, '1')
      reussi(await repondre(1, { reponse: 'vient' }, '09:00'))
      reussi(await repondre(2, { reponse: 'vient' }, '10:00'))
      // who sends someone instead keeps her place
      reussi(await repondre(1, { reponse: 'remplace', remplacant: 'Paul Durand' }, '10:30'))
      expect(await courrielsPrets(db, 'place')).toEqual([])
      reussi(await repondre(1, { reponse: 'absent' }, '11:00'))
      expect(await courrielsPrets(db, 'place')).toEqual(['zoe@caf.fr'])
    }))

  test('un lien ne répond que pour lui', () =>
    essai.annule(async (db) => {
      const { scene, invites } = await troisInvites(db, null)
      const fait = await repondreInvitation(parLien(scene, invites[0]!.id), { id: invites[1]!.id, reponse: 'vient' })
      expect(fait).toMatchObject({ ok: false, sorte: 'interdit' })
    }))

  test('un nouveau lien part à la même adresse, une fois par heure au plus', () =>
    essai.annule(async (db) => {
      const { scene, invites } = await troisInvites(db, null)
      const id = invites[0]!.id
      await db.execute(sql`delete from envois`)
      const dans = (minutes: number) => ({ ...parLien(scene, id), maintenant: new Date(Date.now() + minutes * 60_000) })
      for (const minutes of [0, 1, 59, 61]) reussi(await redemanderLien(dans(minutes), { id }))
      expect(await courrielsPrets(db, 'invitation')).toEqual(['ana@ccas.fr', 'ana@ccas.fr'])
      expect(await redemanderLien(dans(200), { id: invites[1]!.id })).toMatchObject({ sorte: 'interdit' })
    }))

  test('un rappel ne va qu’à qui n’a pas répondu, et chaque demande se compte (R-129)', () =>
    essai.annule(async (db) => {
      const { scene, seance, invites, repondre } = await troisInvites(db, null)
      reussi(await repondre(0, { reponse: 'vient' }, '09:00'))
      expect(reussi(await relancerInvites(scene, { id: seance }))).toEqual({ nombre: 2 })
      expect((await courrielsPrets(db, 'rappel')).toSorted()).toEqual(['lou@cpts.fr', 'zoe@caf.fr'])
      expect(await lireInvitation(db, scene.perimetre.collectiviteId, { id: invites[1]!.id })).toMatchObject({
        sollicitations: 2
      })
    }))

  test('R-122 · relance, changement, annulation : rien ne part pour qui a dit « plus rien » ou demande à être effacé ; qui suit par la lecture n’apprend que l’annulation', () =>
    essai.annule(async (db) => {
      const { scene, seance, invites, repondre } = await troisInvites(db, null)
      const [ana, lou] = invites.map(({ personneId }) => personneId!) as [string, string]
      reussi(await reglerCourriels(scene, { personneId: ana, structureId: null, courriels: 'aucun' }))
      await db.execute(sql`insert into effacements (collectivite_id, id, personne_id, motif, demande_le, prevu_le)
        values (${scene.perimetre.collectiviteId}, ${lou}, ${lou}, 'demande', now(), '2090-01-01')`)
      expect((await lireConvocation(db, scene.perimetre, seance)).invites.map(({ relancable }) => relancable)).toEqual([
        ...[false, false, true]
      ])
      expect(reussi(await relancerInvites(scene, { id: seance }))).toEqual({ nombre: 1 })
      expect(await courrielsPrets(db, 'rappel')).toEqual(['zoe@caf.fr'])
      reussi(await modifierSeance(scene, { id: seance, ...SEANCE, lieu: 'Mairie' }))
      expect(await courrielsPrets(db, 'mise_a_jour')).toEqual(['zoe@caf.fr'])
      reussi(await repondre(2, { reponse: 'lit' }, '09:00'))
      reussi(await annulerSeance(scene, { id: seance, motifAnnulation: 'La salle est prise.' }))
      expect(await courrielsPrets(db, 'mise_a_jour')).toEqual(['zoe@caf.fr'])
      expect(await courrielsPrets(db, 'annulation')).toEqual(['zoe@caf.fr'])
      // what she asks for herself leaves
      reussi(
        await redemanderLien(
          { ...parLien(scene, invites[0]!.id), maintenant: new Date(Date.now() + 4e6) },
          { id: invites[0]!.id }
        )
      )
      expect(await courrielsPrets(db, 'invitation')).toContain('ana@ccas.fr')
    }))

  test('R-129 · une relance part une fois par jour, et la séance dit quand', () =>
    essai.annule(async (db) => {
      const { scene, seance } = await troisInvites(db, null)
      reussi(await relancerInvites(scene, { id: seance }))
      expect((await lireConvocation(db, scene.perimetre, seance)).relanceeLe).not.toBeNull()
      expect(await relancerInvites(scene, { id: seance })).toMatchObject({ raison: 'relance_recente' })
      const demain = { ...scene, maintenant: new Date(scene.maintenant.getTime() + 86_400_000) }
      expect(reussi(await relancerInvites(demain, { id: seance }))).toEqual({ nombre: 3 })
    }))

  test('déplacée, les invités l’apprennent et la version monte ; un objet corrigé n’écrit à personne ; annulée, on ne répond plus', () =>
    essai.annule(async (db) => {
      const { scene, seance, invites, repondre } = await troisInvites(db, null)
      reussi(await modifierSeance(scene, { id: seance, ...SEANCE, objet: 'Un autre objet' }))
      expect(await courrielsPrets(db, 'mise_a_jour')).toEqual([])
      reussi(await modifierSeance(scene, { id: seance, ...SEANCE, lieu: 'Mairie' }))
      expect(await courrielsPrets(db, 'mise_a_jour')).toHaveLength(3)
      reussi(await annulerSeance(scene, { id: seance, motifAnnulation: 'La salle est prise.' }))
      expect(await courrielsPrets(db, 'annulation')).toHaveLength(3)
      expect(await lireInvitation(db, scene.perimetre.collectiviteId, { id: invites[0]!.id })).toMatchObject({ version: 2 })
      expect(await repondre(0, { reponse: 'vient' }, '12:00')).toMatchObject({ raison: 'seance_annulee' })
      expect(await convoquerSeance(scene, { id: seance, choix: 'tous' })).toMatchObject({ raison: 'seance_annulee' })
    }))
})
