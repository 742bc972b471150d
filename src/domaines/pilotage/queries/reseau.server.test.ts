import { describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { desContacts, uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { retirerStructure } from '#domaines/partenaires/commands.server.ts'
import { declarerRelation, nommerNiveaux, retirerRelation } from '#domaines/partenaires/commands/relations.server.ts'
import { ajouterConvention } from '#domaines/contrats/commands/convention.server.ts'
import { changerEtape } from '#domaines/contrats/commands/contrat.server.ts'
import { signerContrat } from '#domaines/contrats/commands/signature.server.ts'
import { leSocle, ouvrirContrat } from '#domaines/contrats/fixtures.server.ts'
import { creerFiche, modifierFiche } from '#domaines/actions/commands/fiche.server.ts'
import { ecrirePostes } from '#domaines/actions/commands/postes.server.ts'
import { ecrireBudget, ecrireIntervenants } from '#domaines/actions/commands/sections.server.ts'
import { composerInstance } from '#domaines/instances/commands/sieges.server.ts'
import { composerOrdreDuJour } from '#domaines/instances/commands/points.server.ts'
import { emarger } from '#domaines/instances/commands/emargement.server.ts'
import { convoquerSeance } from '#domaines/instances/commands/invitations.server.ts'
import { prevoirSeance } from '#domaines/instances/commands/seances.server.ts'
import { uneInstance } from '#domaines/instances/fixtures.server.ts'
import { reunirStructures } from '../commands/reunir.server.ts'
import { annulerGeste } from '../commands/annuler.server.ts'
import { fenetreDe, relier } from '../regles/reseau/liens.ts'
import { lireReseau } from './reseau.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'

/** Links as sentences: « Ville–CPTS 2 action ». */
async function liens(db: Tx, scene: Scene, jour = JOUR): Promise<string[]> {
  const { structures, faits } = await lireReseau(db, scene.perimetre, jour)
  const nom = new Map(structures.map((une) => [une.id, une.nom]))
  return relier(faits, fenetreDe('tout', jour))
    .map(({ un, autre, niveau, faits: f }) => {
      const noms = [nom.get(un), nom.get(autre)].toSorted().join('–')
      return `${noms} ${niveau} ${[...new Set(f.map(({ nature }) => nature))].toSorted().join(', ')}`
    })
    .toSorted()
}

describe('R-108 · les faits qui lient deux structures, en une requête', () => {
  test('siéger à la même instance, pour sa structure ou en son nom', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await desContacts(scene, [{ nom: 'Lou Petit', structure: 'CPTS' }])
      const id = await uneInstance(scene, { nom: 'Groupe droits', mandatDebut: '2020' })
      const sieges = [
        { role: 'pilote' as const, structure: 'CPAM' },
        { role: 'membre' as const, personne: 'Lou Petit' }
      ]
      reussi(await composerInstance(scene, { id, sieges }))
      expect(await liens(db, scene)).toEqual(['CPAM–CPTS 1 siege'])
    }))

  test('être venu à la même réunion, ou s’y être présenté ; qui s’excuse n’y était pas, et une réunion à venir ne lie personne', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const instance = await uneInstance(scene, { nom: 'Groupe droits' })
      const seance = reussi(await prevoirSeance(scene, { instanceId: instance, jour: '2026-12-10', duree: '2 h' })).id
      const contacts = ['CPAM', 'CPTS', 'CAF'].map((structure) => ({
        nom: `Lou ${structure}`,
        courriel: `${structure.toLowerCase()}@exemple.fr`,
        structure
      }))
      await desContacts(scene, contacts)
      reussi(
        await composerOrdreDuJour(scene, { id: seance, points: [{ temps: 'presentation', structure: 'MSA', minutes: '20' }] })
      )
      reussi(await convoquerSeance(scene, { id: seance, choix: 'tous' }))
      await db.execute(sql`select set_config('app.collectivite', ${scene.perimetre.collectiviteId}, true)`)
      await db.execute(
        sql`update invitations set reponse = case when courriel = 'caf@exemple.fr' then 'absent' else 'vient' end where seance_id = ${seance}`
      )
      expect((await lireReseau(db, scene.perimetre, JOUR)).faits).toEqual([])
      expect(await liens(db, scene, '2026-12-10')).toEqual([
        'CPAM–CPTS 1 seance',
        'CPAM–MSA 1 presentation',
        'CPTS–MSA 1 presentation'
      ])
      // once somebody is noted present, only those who are count
      const leJour = { ...scene, maintenant: new Date('2026-12-10T15:00:00Z') }
      const invites = (await db.execute(
        sql`select id from invitations where courriel in ('caf@exemple.fr', 'cpts@exemple.fr') order by courriel`
      )) as unknown as { id: string }[]
      for (const { id: invitationId } of invites) reussi(await emarger(leJour, { id: seance, invitationId }))
      expect(await liens(db, scene, '2026-12-10')).toEqual([
        'CAF–CPTS 1 seance',
        'CAF–MSA 1 presentation',
        'CPTS–MSA 1 presentation'
      ])
    }))

  test('mener la même action, puis la payer ou y mettre des postes ; une action à venir ne lie personne', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const fiche = reussi(await creerFiche(scene, { titre: 'Bus santé' })).id
      const role = (structure: string, de: 'pilote' | 'partenaire') => ({ role: de, structure })
      reussi(await ecrireIntervenants(scene, { id: fiche, intervenants: [role('CPTS', 'pilote'), role('CAF', 'partenaire')] }))
      expect(await liens(db, scene)).toEqual(['CAF–CPTS 2 action'])
      reussi(
        await ecrireBudget(scene, {
          id: fiche,
          financements: [
            { financeur: 'ARS', montant: '1 000', annee: 2026, etat: 'accorde' },
            { financeur: 'MSA', montant: '1 000', annee: 2026, etat: 'demande' }
          ]
        })
      )
      reussi(await ecrirePostes(scene, { id: fiche, fractions: [{ poste: 'Médiatrice', etp: 0.2, financeur: 'CAF' }] }))
      expect(await liens(db, scene)).toEqual(['ARS–CAF 3 moyens', 'CAF–CPTS 2 action'])
      reussi(await modifierFiche(scene, { id: fiche, statut: 'a_venir' }))
      expect(await liens(db, scene)).toEqual([])
    }))

  test('signer le même contrat, et être lié par une convention à qui le porte', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contrat = await ouvrirContrat(scene, { debut: '2023', fin: '2028' })
      await leSocle(scene, contrat)
      const msa = await uneStructure(scene, 'MSA')
      reussi(await ajouterConvention(scene, { contratId: contrat, structureId: msa }))
      const avant = await liens(db, scene)
      expect(avant.every((lien) => lien.includes('MSA') && lien.endsWith('4 convention'))).toBe(true)
      expect(avant.length).toBeGreaterThan(0)
      reussi(await changerEtape(scene, { id: contrat, vers: 'en_relecture' }))
      reussi(await signerContrat(scene, { id: contrat, signeLe: '2023' }))
      expect((await liens(db, scene)).filter((lien) => lien.endsWith('4 contrat')).length).toBeGreaterThan(1)
    }))

  test('une relation déclarée y est avec son niveau, tant qu’elle n’est pas retirée, et d’un autre territoire rien ne vient', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [cpam, cpts] = [await uneStructure(scene, 'CPAM'), await uneStructure(scene, 'CPTS')]
      const saisie = { structureId: cpam, autreId: cpts, niveau: 3, source: 'Entretien' }
      const { id } = reussi(await declarerRelation(scene, saisie))
      reussi(await nommerNiveaux(scene, { niveau1: 'réseautage' }))
      expect(await liens(db, scene)).toEqual(['CPAM–CPTS 3 declaree'])
      expect((await lireReseau(db, scene.perimetre, JOUR)).echelle[0]).toBe('réseautage')
      const ailleurs = await unTerritoire(db, { code: '94028' })
      expect(await lireReseau(db, ailleurs.perimetre, JOUR)).toMatchObject({ structures: [], faits: [] })
      reussi(await retirerRelation(scene, { id }))
      expect(await liens(db, scene)).toEqual([])
    }))

  test('une structure retirée de l’annuaire n’est plus du réseau ; demander celui d’une structure ne lit que ses faits', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [a, b, c] = [await uneStructure(scene, 'A'), await uneStructure(scene, 'B'), await uneStructure(scene, 'C')]
      for (const [un, autre] of [[a, b] as const, [b, c] as const])
        reussi(await declarerRelation(scene, { structureId: un, autreId: autre, niveau: 1, source: 'Vu' }))
      expect((await lireReseau(db, scene.perimetre, JOUR, a)).faits).toHaveLength(1)
      reussi(await retirerStructure(scene, { id: c }))
      expect(await liens(db, scene)).toEqual(['A–B 1 declaree'])
    }))
})

test('R-108 · réunir deux structures efface la relation qu’elles avaient entre elles, garde les autres, et s’annule', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const [a, b, c] = [
      await uneStructure(scene, 'Croix-Rouge'),
      await uneStructure(scene, 'Croix rouge 95'),
      await uneStructure(scene, 'C')
    ]
    for (const [un, autre] of [[a, b] as const, [b, c] as const])
      reussi(await declarerRelation(scene, { structureId: un, autreId: autre, niveau: 1, source: 'Vu' }))
    const avant = await liens(db, scene)
    reussi(await reunirStructures(scene, { unId: a, autreId: b, garde: 'un' }))
    expect(await liens(db, scene)).toEqual(['C–Croix-Rouge 1 declaree'])
    const [{ geste }] = (await db.execute(
      sql`select geste_id as geste from changements where acte = 'structures.reunir' limit 1`
    )) as unknown as [{ geste: string }]
    reussi(await annulerGeste(scene, { geste }))
    expect(await liens(db, scene)).toEqual(avant)
  }))
