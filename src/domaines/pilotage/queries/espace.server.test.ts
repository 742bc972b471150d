import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { creerTerritoire } from '#domaines/territoires/commands.server.ts'
import { jourDe } from '#platform/dates.ts'
import { SYSTEME } from '#platform/acteur.ts'
import { retirerPersonne, retirerStructure } from '#domaines/partenaires/commands.server.ts'
import { deposerEchange, retirerEchange } from '#domaines/partenaires/commands/echanges.server.ts'
import { modifierFonction } from '#domaines/partenaires/commands/fonctions.server.ts'
import { ecrireBudget, ecrireEtapes, ecrireIntervenants } from '#domaines/actions/commands/sections.server.ts'
import { demanderNouvelles } from '#domaines/actions/commands/demandes.server.ts'
import { modifierFiche, retirerFiche } from '#domaines/actions/commands/fiche.server.ts'
import { unContrat } from '#domaines/actions/fixtures.server.ts'
import { retirerInstance } from '#domaines/instances/commands/instances.server.ts'
import { conclure, rouvrirCompteRendu, validerCompteRendu } from '#domaines/instances/commands/compte-rendu.server.ts'
import { accueillir } from '#domaines/instances/commands/emargement.server.ts'
import { repondreInvitation } from '#domaines/instances/commands/invitations.server.ts'
import { annulerSeance, modifierSeance, retirerSeance } from '#domaines/instances/commands/seances.server.ts'
import { terminerTache } from '#domaines/instances/commands/taches.server.ts'
import { desQuestions, uneSeanceTenue } from '#domaines/instances/fixtures.server.ts'
import { JOUR, unEspace } from '../fixtures/espace-d-essai.server.ts'
import { lireEspace } from './espace.server.ts'

const essai = baseDeTest()

describe('R-160 · ce que montre la page d’un partenaire', () => {
  test('ses invitations à venir, ses tâches, et rien de celles des autres', () =>
    essai.annule(async (db) => {
      const { scene, lou, ana, lire } = await unEspace(db)
      const sienne = (await lire(lou))!
      expect(sienne).toMatchObject({ nom: 'Lou Petit', courriel: 'lou@cpts.fr', territoire: scene.nom, agendaLe: null })
      expect(sienne.invitations).toMatchObject([{ instance: 'Groupe soins', jour: '2030-12-09', reponse: null, annulee: false }])
      expect(sienne.taches).toMatchObject([{ texte: 'Trouver une salle', faiteLe: null }])
      const autre = (await lire(ana))!
      expect(autre.invitations).toHaveLength(1)
      expect(autre.invitations[0]!.id).not.toBe(sienne.invitations[0]!.id)
      expect(autre.taches).toEqual([])
    }))

  test('une séance annulée le dit ; passée ou retirée, ou d’une instance retirée, elle n’y est plus', () =>
    essai.annule(async (db) => {
      const { scene, lou, seance, instance, lire } = await unEspace(db)
      reussi(await annulerSeance(scene, { id: seance, motifAnnulation: 'La salle est prise.' }))
      expect((await lire(lou))!.invitations).toMatchObject([{ annulee: true, motifAnnulation: 'La salle est prise.' }])
      expect((await lire(lou, '2031-01-01'))!.invitations).toEqual([])
      reussi(await retirerSeance(scene, { id: seance }))
      expect((await lire(lou))!.invitations).toEqual([])
      reussi(await retirerInstance(scene, { id: instance }))
      expect((await lire(lou))!.taches, 'la tâche non plus').toEqual([])
    }))

  test('une réponse donnée avant que l’heure ne change est à confirmer', () =>
    essai.annule(async (db) => {
      const { scene, lou, seance, lire } = await unEspace(db)
      const { id } = (await lire(lou))!.invitations[0]!
      reussi(await repondreInvitation(scene, { id, reponse: 'vient' }))
      expect((await lire(lou))!.invitations).toMatchObject([{ reponse: 'vient', aConfirmer: false }])
      reussi(await modifierSeance(scene, { id: seance, jour: '2030-12-09', heure: '16 h', duree: '2 h' }))
      expect((await lire(lou))!.invitations).toMatchObject([{ reponse: 'vient', aConfirmer: true }])
    }))

  test('une tâche faite reste trente jours, pour être rouverte', () =>
    essai.annule(async (db) => {
      const { scene, lou, tache, lire } = await unEspace(db)
      reussi(await terminerTache({ ...scene, maintenant: new Date() }, { id: tache }))
      expect((await lire(lou))!.taches).toMatchObject([{ faiteLe: expect.any(String) }])
      await db.execute(sql`update taches set faite_le = now() - interval '31 days'`)
      expect((await lire(lou))!.taches).toEqual([])
    }))

  test('ses actions et celles de sa structure : titre, statut, axe, calendrier, étapes qui restent, et rien de leur budget', () =>
    essai.annule(async (db) => {
      const { scene, lou, ana, lire } = await unEspace(db)
      const { fiches } = await unContrat(scene, { fichesParAxe: 3 })
      const [sienne, deSaStructure, desAutres] = fiches as [string, string, string]
      const piloter = (id: string, intervenant: Record<string, unknown>) =>
        ecrireIntervenants(scene, { id, intervenants: [intervenant] })
      reussi(await piloter(sienne, { role: 'personne_pilote', personne: 'Lou Petit' }))
      reussi(await piloter(deSaStructure, { role: 'copilote', structure: 'CPTS' }))
      reussi(await piloter(desAutres, { role: 'partenaire', structure: 'CPTS' }))
      reussi(
        await ecrireEtapes(scene, {
          id: sienne,
          etapes: [
            { intitule: 'Trouver le bus', echeance: '2026' },
            { intitule: 'Fait', faite: true }
          ]
        })
      )
      reussi(await ecrireBudget(scene, { id: sienne, financements: [{ financeur: 'ARS', montant: '1 000', annee: 2026 }] }))
      reussi(await modifierFiche(scene, { id: sienne, statut: 'realise', debut: '2026', notes: 'Entre nous.' }))
      const { actions } = (await lire(lou))!
      expect(
        actions.map(({ titre }) => titre),
        'ce qui reste à faire d’abord'
      ).toEqual(['Action 1.2', 'Action 1.1'])
      expect(actions[1]).toEqual({
        id: sienne,
        titre: 'Action 1.1',
        statut: 'realise',
        axe: expect.stringMatching(/\S/),
        debut: '2026',
        fin: null,
        calendrier: null,
        etapes: [{ intitule: 'Trouver le bus', echeance: '2026' }],
        exemple: false
      })
      expect((await lire(ana))!.actions).toEqual([])
      reussi(await retirerFiche(scene, { id: sienne }))
      expect((await lire(lou))!.actions.map(({ id }) => id)).toEqual([deSaStructure])
    }))

  test('une structure où elle n’est plus, ou qui est retirée, ne lui montre plus rien', () =>
    essai.annule(async (db) => {
      const { scene, lou, lire } = await unEspace(db)
      const { fiches } = await unContrat(scene)
      reussi(await ecrireIntervenants(scene, { id: fiches[0]!, intervenants: [{ role: 'pilote', structure: 'CPTS' }] }))
      const { id: offre } = reussi(
        await deposerEchange(scene, { nature: 'offre', structure: 'CPTS', titre: 'Une salle le mardi' })
      )
      const avant = (await lire(lou))!
      expect(avant.actions).toHaveLength(1)
      expect(avant.structures).toMatchObject([{ nom: 'CPTS', echanges: [{ nature: 'offre', titre: 'Une salle le mardi' }] }])
      reussi(await retirerEchange(scene, { id: offre }))
      expect((await lire(lou))!.structures[0]!.echanges).toEqual([])
      await db.execute(sql`savepoint avant`)
      const [fonction] = (await db.execute(sql`select id from fonctions where personne_id = ${lou}`)) as unknown as [
        { id: string }
      ]
      reussi(await modifierFonction(scene, { id: fonction.id, fin: '2026-01' }))
      expect(await lire(lou)).toMatchObject({ actions: [], structures: [] })
      await db.execute(sql`rollback to savepoint avant`)
      reussi(await retirerStructure(scene, { id: avant.structures[0]!.id }))
      expect(await lire(lou)).toMatchObject({ actions: [], structures: [] })
    }))

  test('les nouvelles qu’on lui demande à elle', () =>
    essai.annule(async (db) => {
      const { scene, lou, ana, lire } = await unEspace(db)
      const { fiches } = await unContrat(scene)
      reussi(
        await ecrireIntervenants(scene, { id: fiches[0]!, intervenants: [{ role: 'personne_pilote', personne: 'Lou Petit' }] })
      )
      reussi(
        await demanderNouvelles(scene, { demandes: [{ ficheId: fiches[0]!, a: `personne ${lou}` }], mot: 'Avant le comité.' })
      )
      expect((await lire(lou))!.demandes).toMatchObject([{ titre: 'Action 1.1', mot: 'Avant le comité.', reponduLe: null }])
      expect((await lire(ana))!.demandes).toEqual([])
    }))

  test('les comptes rendus qui lui ont été envoyés depuis un an, hors ceux qui sont rouverts', () =>
    essai.annule(async (db) => {
      const { scene, lou, lire } = await unEspace(db)
      const aujourdhui = { ...scene, maintenant: new Date() }
      const tenue = await uneSeanceTenue(aujourdhui, '2024-03-12')
      expect((await lire(lou))!.comptesRendus, 'pas encore envoyé').toEqual([])
      reussi(await accueillir(aujourdhui, { id: tenue, nom: 'Noé Blanc' }))
      reussi(await conclure(aujourdhui, { id: tenue, sorte: 'decision', texte: 'Ouvrir une permanence.' }))
      reussi(await validerCompteRendu(aujourdhui, { id: tenue }))
      await db.execute(sql`insert into envois (collectivite_id, id, nature, objet_id, personne_id, courriel, cree_le)
        select collectivite_id, gen_random_uuid(), 'compte_rendu', ${tenue}, id, courriel, now() from personnes where id = ${lou}`)
      expect((await lire(lou))!.comptesRendus).toEqual([
        { seanceId: tenue, instance: 'Groupe accès aux soins', jour: '2024-03-12' }
      ])
      await db.execute(sql`savepoint envoye`)
      await db.execute(sql`update envois set cree_le = now() - interval '13 months' where nature = 'compte_rendu'`)
      expect((await lire(lou))!.comptesRendus).toEqual([])
      await db.execute(sql`rollback to savepoint envoye`)
      reussi(await rouvrirCompteRendu(aujourdhui, { id: tenue }))
      expect((await lire(lou))!.comptesRendus).toEqual([])
    }))

  test('les questions encore ouvertes des rencontres où elle était invitée, et pas celles des autres', () =>
    essai.annule(async (db) => {
      const { scene, lou, ana, lire } = await unEspace(db)
      const aujourdhui = { ...scene, maintenant: new Date() }
      const jour = jourDe(aujourdhui.maintenant)
      const tenue = await uneSeanceTenue(aujourdhui, jour)
      await desQuestions(aujourdhui, tenue)
      await db.execute(sql`delete from invitations where personne_id = ${ana} and seance_id = ${tenue}`)
      expect((await lire(lou, jour))!.questions).toMatchObject([
        { instance: 'Groupe accès aux soins', jour, cle: expect.any(String) }
      ])
      expect((await lire(ana, jour))!.questions).toEqual([])
      expect((await lire(lou, '2099-01-01'))!.questions, 'une fois fermées').toEqual([])
    }))

  test('une personne retirée de l’annuaire, ou d’un autre territoire, n’a pas de page', () =>
    essai.annule(async (db) => {
      const { scene, lou, lire } = await unEspace(db)
      const { id: voisin } = reussi(
        await creerTerritoire({ db, acteur: SYSTEME, maintenant: scene.maintenant }, { code: '94028' })
      )
      expect(await lireEspace(db, perimetreSysteme(voisin), lou, JOUR)).toBeNull()
      reussi(await retirerPersonne(scene, { id: lou }))
      expect(await lire(lou)).toBeNull()
    }))
})
