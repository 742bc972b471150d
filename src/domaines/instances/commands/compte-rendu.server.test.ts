import { sql } from 'drizzle-orm'
import { render } from 'svelte/server'
import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { SYSTEME } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { reglerCourriels } from '#domaines/partenaires/commands/courriels.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { composerCompteRendu } from '../exports/composer-compte-rendu.ts'
import { uneSeanceTenue } from '../fixtures.server.ts'
import { direDiffusion } from '../libelles/suites.ts'
import { lireCompteRendu } from '../queries/compte-rendu.server.ts'
import { lireSeance, seanceDeNaissance } from '../queries/ordre-du-jour.server.ts'
import { lirePresences, vieEnSeance } from '../queries/presences.server.ts'
import { lireTaches, tachesDe } from '../queries/taches.server.ts'
import CompteRenduLu from '../ui/CompteRenduLu.svelte'
import {
  compterLecture,
  conclure,
  cloreSansEnvoyer,
  envoyerCompteRendu,
  faireNaitreFiche,
  noterPoint,
  retirerConclusion,
  rouvrirCompteRendu,
  validerCompteRendu
} from './compte-rendu.server.ts'
import { accueillir, effacerEmargement, emarger } from './emargement.server.ts'
import { convoquerSeance, relancerInvites } from './invitations.server.ts'
import { composerOrdreDuJour } from './points.server.ts'
import { confierTache, modifierTache, rappelerTaches, retirerTache, terminerTache } from './taches.server.ts'

const essai = baseDeTest()
const GENS = [
  { nom: 'Lou Petit', courriel: 'lou@cpts.fr', structure: 'CPTS' },
  { nom: 'Ana Roy', courriel: 'ana@ccas.fr', structure: 'CCAS' },
  { nom: 'Zoé Marie', courriel: 'zoe@caf.fr', structure: 'CAF' }
]
const laSalle = async (db: Tx) => {
  const scene = await unTerritoire(db)
  await desContacts(scene, GENS)
  const id = await uneSeanceTenue(scene)
  await db.execute(sql`delete from envois`)
  const lire = async () => (await lireCompteRendu(db, scene.perimetre, id))!
  return { scene, id, lire }
}
const lettres = async (db: Tx, nature: string) =>
  (
    (await db.execute(sql`select courriel from envois where nature = ${nature} order by courriel`)) as unknown as {
      courriel: string
    }[]
  ).map(({ courriel }) => courriel)
const tenir = async (scene: Scene, id: string) => {
  reussi(await accueillir(scene, { id, nom: 'Noé Blanc', courriel: 'noe@ml.fr', garder: 'oui' }))
  reussi(await conclure(scene, { id, sorte: 'decision', texte: 'Ouvrir une permanence le jeudi.' }))
}
const parLien = (scene: Scene, sujetId: string) => ({
  ...scene,
  acteur: { sorte: 'lien', nom: 'Lou Petit', sujetId, role: null, administrateur: false } as const
})

describe('R-120 · ce qui se dit en séance se note point par point', () => {
  test('les notes restent quand l’ordre du jour change ; un point noté ne se retire pas', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await laSalle(db)
      const [suivi, presentation] = (await lire()).points
      reussi(await noterPoint(scene, { id: suivi!.id, notes: 'Le bus roule.', lu: '' }))
      const points = [
        { id: presentation!.id, temps: 'presentation', structure: 'CPTS' },
        { id: suivi!.id, temps: 'suivi', intitule: 'Nouvelles des actions' },
        { temps: 'thematique', intitule: 'Le sommeil' }
      ]
      reussi(await composerOrdreDuJour(scene, { id, points }))
      expect((await lire()).points.map(({ id: lui, intitule, notes }) => [lui, intitule, notes])).toMatchObject([
        [presentation!.id, 'CPTS', null],
        [suivi!.id, 'Nouvelles des actions', 'Le bus roule.'],
        [expect.any(String), 'Le sommeil', null]
      ])
      expect(await composerOrdreDuJour(scene, { id, points: points.slice(0, 1) })).toMatchObject({ raison: 'point_avec_notes' })
    }))

  test('deux personnes sur les mêmes notes : la seconde voit ce que l’autre a écrit, rien ne se perd', () =>
    essai.annule(async (db) => {
      const { scene, lire } = await laSalle(db)
      const [point] = (await lire()).points
      reussi(await noterPoint(scene, { id: point!.id, notes: 'De Lou.', lu: '' }))
      expect(await noterPoint(scene, { id: point!.id, notes: 'D’Ana.', lu: '' })).toMatchObject({
        raison: 'notes_changees',
        precisions: { actuel: 'De Lou.' }
      })
      reussi(await noterPoint(scene, { id: point!.id, notes: 'De Lou. D’Ana.', lu: 'De Lou.' }))
      expect((await lire()).points[0]!.notes).toBe('De Lou. D’Ana.')
      // one's own words, whose spaces were set when they were kept, are no others
      reussi(await noterPoint(scene, { id: point!.id, notes: 'Qui vient ? ', lu: 'De Lou. D’Ana.' }))
      reussi(await noterPoint(scene, { id: point!.id, notes: 'Qui vient ? Lou : oui.', lu: 'Qui vient ? ' }))
    }))

  test('R-077 · une action naît de la séance, et sait d’où elle vient', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await laSalle(db)
      const { ficheId } = reussi(await faireNaitreFiche(scene, { id, titre: 'Bus du sommeil' }))
      expect((await lire()).fiches).toMatchObject([{ id: ficheId, titre: 'Bus du sommeil' }])
      expect(await seanceDeNaissance(db, scene.perimetre, ficheId)).toMatchObject({ id, instance: 'Groupe accès aux soins' })
    }))
})

describe('R-121 · le compte rendu part à toutes les personnes invitées, présentes ou non', () => {
  test('validé, il ne s’écrit plus ; envoyé, la séance est close ; rouvert, il est à renvoyer', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await laSalle(db)
      expect(await validerCompteRendu(scene, { id })).toMatchObject({ raison: 'rendu_vide' })
      expect(await envoyerCompteRendu(scene, { id })).toMatchObject({ raison: 'pas_valide' })
      await tenir(scene, id)
      const bienAvant = { ...scene, maintenant: new Date('2020-01-01T10:00:00Z') }
      expect(await validerCompteRendu(bienAvant, { id })).toMatchObject({ raison: 'seance_a_venir' })
      reussi(await validerCompteRendu(scene, { id }))
      const { conclusions, points } = await lire()
      expect(await conclure(scene, { id, sorte: 'besoin', texte: 'Un local' })).toMatchObject({ raison: 'compte_rendu_valide' })
      expect(await retirerConclusion(scene, { id: conclusions[0]!.id })).toMatchObject({ raison: 'compte_rendu_valide' })
      expect(await noterPoint(scene, { id: points[0]!.id, notes: 'Trop tard', lu: '' })).toMatchObject({
        raison: 'compte_rendu_valide'
      })
      // nor does who came, nor what was on the agenda
      expect(await composerOrdreDuJour(scene, { id, points: [] })).toMatchObject({ raison: 'compte_rendu_valide' })
      expect(await accueillir(scene, { id, nom: 'Zoé Marie' })).toMatchObject({ raison: 'compte_rendu_valide' })
      const [venue] = (await db.execute(sql`select id from emargements limit 1`)) as unknown as [{ id: string }]
      expect(await effacerEmargement(scene, { id: venue.id })).toMatchObject({ raison: 'compte_rendu_valide' })
      // nor is anybody invited to what is told already
      const leJour = { ...scene, maintenant: new Date(`${(await lire()).jour}T16:00:00Z`) }
      expect(await convoquerSeance(leJour, { id, choix: 'tous' })).toMatchObject({ raison: 'compte_rendu_valide' })
      expect(await relancerInvites(leJour, { id })).toMatchObject({ raison: 'compte_rendu_valide' })
      // present or not: nobody but Noé came, and he was not invited
      expect(reussi(await envoyerCompteRendu(scene, { id }))).toEqual({ nombre: 4 })
      expect(await lettres(db, 'compte_rendu')).toEqual(['ana@ccas.fr', 'lou@cpts.fr', 'noe@ml.fr', 'zoe@caf.fr'])
      expect(await lireSeance(db, scene.perimetre, id)).toMatchObject({ valide: true, envoye: true })
      expect(await envoyerCompteRendu(scene, { id })).toMatchObject({ raison: 'deja_envoye' })
      const demain = { ...scene, maintenant: new Date(scene.maintenant.getTime() + 86_400_000) }
      reussi(await rouvrirCompteRendu(demain, { id }))
      reussi(await retirerConclusion(demain, { id: conclusions[0]!.id }))
      reussi(await conclure(demain, { id, sorte: 'decision', texte: 'Ouvrir le mardi.' }))
      reussi(await validerCompteRendu(demain, { id }))
      // what left is not what is validated now
      expect(await lireSeance(db, scene.perimetre, id)).toMatchObject({ valide: true, envoye: false })
      expect(reussi(await envoyerCompteRendu(demain, { id }))).toEqual({ nombre: 4 })
      expect(await lireSeance(db, scene.perimetre, id)).toMatchObject({ valide: true, envoye: true })
    }))

  test('R-122 · qui suit par les comptes rendus le reçoit sans être invité ; qui ne veut plus rien, non', () =>
    essai.annule(async (db) => {
      const { scene, id } = await laSalle(db)
      await desContacts(scene, [{ nom: 'Sam Loin', courriel: 'sam@loin.fr' }])
      const [sam] = (await db.execute(sql`select id from personnes where nom = 'Sam Loin'`)) as unknown as [{ id: string }]
      const [lou] = (await db.execute(sql`select id from personnes where nom = 'Lou Petit'`)) as unknown as [{ id: string }]
      reussi(await reglerCourriels(scene, { personneId: sam.id, structureId: null, courriels: 'lecture' }))
      reussi(await reglerCourriels(scene, { personneId: lou.id, structureId: null, courriels: 'aucun' }))
      await tenir(scene, id)
      reussi(await validerCompteRendu(scene, { id }))
      reussi(await envoyerCompteRendu(scene, { id }))
      expect(await lettres(db, 'compte_rendu')).toEqual(['ana@ccas.fr', 'noe@ml.fr', 'sam@loin.fr', 'zoe@caf.fr'])
    }))

  test('R-121 · clore sans envoyer est refusé avant la validation, et dès que quelqu’un a une adresse : rien ne part à l’insu de personne', () =>
    essai.annule(async (db) => {
      const { scene, id } = await laSalle(db)
      await tenir(scene, id)
      expect(await cloreSansEnvoyer(scene, { id })).toMatchObject({ raison: 'pas_valide' })
      reussi(await validerCompteRendu(scene, { id }))
      expect(await cloreSansEnvoyer(scene, { id })).toMatchObject({ raison: 'adresses_connues' })
      expect(await lettres(db, 'compte_rendu')).toEqual([])
      expect(await lireSeance(db, scene.perimetre, id)).toMatchObject({ envoye: false })
    }))

  test('R-121 · là où personne n’a d’adresse, il s’imprime, et la séance se clôt quand on le dit', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await laSalle(db)
      await tenir(scene, id)
      await db.execute(sql`update personnes set courriel = null`)
      await db.execute(sql`update invitations set courriel = ''`)
      reussi(await validerCompteRendu(scene, { id }))
      expect(await envoyerCompteRendu(scene, { id })).toMatchObject({ raison: 'personne_a_qui_envoyer' })
      reussi(await cloreSansEnvoyer(scene, { id }))
      expect(await lireSeance(db, scene.perimetre, id)).toMatchObject({ valide: true, envoye: true })
      expect(await lettres(db, 'compte_rendu')).toEqual([])
      expect(await cloreSansEnvoyer(scene, { id })).toMatchObject({ raison: 'deja_envoye' })
      expect(direDiffusion(await lire())).toMatch(/^Clos sans envoi le .*d’adresse électronique\.$/)
    }))

  test('les ouvertures se comptent pour la séance et pour personne : rien n’en va dans l’historique', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await laSalle(db)
      expect(await compterLecture(scene, { id })).toMatchObject({ sorte: 'interdit' })
      for (let n = 0; n < 3; n++) reussi(await compterLecture({ ...scene, acteur: SYSTEME }, { id }))
      expect((await lire()).lectures).toBe(3)
      const [dit] = await db.execute(sql`select count(*)::int as n from changements where objet_table = 'lectures'`)
      expect(dit).toEqual({ n: 0 })
      const colonnes = await db.execute(
        sql`select column_name from information_schema.columns where table_name = 'lectures' order by 1`
      )
      expect([...colonnes].map(({ column_name }) => column_name)).toEqual(['collectivite_id', 'id', 'nombre', 'seance_id'])
    }))
})

describe('ce qui est promis en séance se suit jusqu’à son terme', () => {
  test('une tâche se confie à quelqu’un de l’annuaire, se modifie, se retire avant l’envoi', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await laSalle(db)
      expect(await confierTache(scene, { id, texte: 'Écrire', personne: 'Inconnue' })).toMatchObject({
        raison: 'personne_inconnue',
        champ: 'personne'
      })
      // her letter, and the link in it, are hers alone: of two who bear the name, one says which
      await desContacts(scene, [
        { nom: 'Marie Martin', courriel: 'm1@ccas.fr', structure: 'CCAS' },
        { nom: 'Marie M', courriel: 'm2@cpts.fr', structure: 'CPTS' }
      ])
      await db.execute(sql`update personnes set nom = 'Marie Martin', cle_nom = 'marie martin' where nom = 'Marie M'`)
      expect(await confierTache(scene, { id, texte: 'Écrire', personne: 'Marie Martin' })).toMatchObject({
        raison: 'plusieurs_personnes',
        champ: 'personne',
        precisions: { plusieurs: ['Marie Martin, CCAS', 'Marie Martin, CPTS'] }
      })
      reussi(await confierTache(scene, { id, texte: 'Écrire', personne: 'Marie Martin, CPTS' }))
      await db.execute(sql`delete from taches`)
      reussi(await confierTache(scene, { id, texte: 'Trouver une salle', personne: 'lou petit', echeance: '09/12/2026' }))
      const [tache] = (await lire()).taches
      expect(tache).toMatchObject({ personne: 'Lou Petit', echeance: '2026-12-09', faiteLe: null })
      reussi(await modifierTache(scene, { id: tache!.id, texte: 'Trouver deux salles', personne: 'Ana Roy' }))
      expect((await lire()).taches).toMatchObject([{ texte: 'Trouver deux salles', personne: 'Ana Roy', echeance: null }])
      reussi(await retirerTache(scene, { id: tache!.id }))
      expect((await lire()).taches).toEqual([])
    }))

  test('elle se rappelle par une seule lettre à chacun, une fois la semaine, et se ferme par son lien et par nul autre', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await laSalle(db)
      const confier = async (texte: string, personne: string, jours: number) => {
        const jour = new Date(scene.maintenant.getTime() + jours * 86_400_000).toISOString().slice(0, 10)
        reussi(await confierTache(scene, { id, texte, personne, echeance: jour }))
      }
      await confier('Trouver une salle', 'Lou Petit', 3)
      await confier('Écrire à l’ARS', 'Lou Petit', -3)
      await confier('Plus tard', 'Ana Roy', 40)
      expect(reussi(await rappelerTaches(scene, {}))).toEqual({ nombre: 1 })
      expect(await lettres(db, 'taches')).toEqual(['lou@cpts.fr'])
      const plusTard = (jours: number) => ({ ...scene, maintenant: new Date(scene.maintenant.getTime() + jours * 86_400_000) })
      expect(reussi(await rappelerTaches(plusTard(6), {}))).toEqual({ nombre: 0 })
      // who wants no letter is neither counted nor said to have been reminded
      const ana = (await lire()).taches.find(({ personne }) => personne === 'Ana Roy')!
      reussi(await reglerCourriels(scene, { personneId: ana.personneId, structureId: null, courriels: 'aucun' }))
      expect(reussi(await rappelerTaches(plusTard(38), {}))).toEqual({ nombre: 1 })
      expect(
        (await lireTaches(db, scene.perimetre)).map(({ personne, rappeleLe, rappelable }) => [
          personne,
          rappeleLe !== null,
          rappelable
        ])
      ).toEqual([
        ['Lou Petit', true, true],
        ['Lou Petit', true, true],
        ['Ana Roy', false, false]
      ])
      await db.execute(sql`update taches set rappele_le = ${scene.maintenant.toISOString()} where rappele_le is not null`)
      const { taches } = await lire()
      const lou = taches[0]!.personneId!
      expect(await terminerTache(parLien(scene, taches[2]!.personneId!), { id: taches[0]!.id })).toMatchObject({
        sorte: 'interdit'
      })
      for (const { id: tache } of taches.slice(0, 2)) reussi(await terminerTache(parLien(scene, lou), { id: tache }))
      expect((await tachesDe(db, scene.perimetre, lou))!.taches.every(({ faiteLe }) => faiteLe !== null)).toBe(true)
      expect(reussi(await rappelerTaches(plusTard(8), {}))).toEqual({ nombre: 0 })
    }))

  test('une autre échéance, ou une autre personne, et ce qui fut rappelé ne compte plus ; d’autres mots n’y changent rien', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await laSalle(db)
      const dans = (jours: number) => new Date(scene.maintenant.getTime() + jours * 86_400_000).toISOString().slice(0, 10)
      reussi(await confierTache(scene, { id, texte: 'Trouver une salle', personne: 'Lou Petit', echeance: dans(3) }))
      const tache = (await lire()).taches[0]!.id
      const rappelee = async (): Promise<boolean> => {
        reussi(await rappelerTaches(scene, {}))
        const [lue] = await lireTaches(db, scene.perimetre)
        return lue!.rappeleLe !== null
      }
      const modifier = async (change: object) =>
        reussi(
          await modifierTache(scene, {
            id: tache,
            texte: 'Trouver une salle',
            personne: 'Lou Petit',
            echeance: dans(3),
            ...change
          })
        )
      expect(await rappelee()).toBe(true)
      await modifier({ texte: 'Trouver une grande salle' })
      expect((await lireTaches(db, scene.perimetre))[0]!.rappeleLe).not.toBeNull()
      await modifier({ echeance: dans(40) })
      expect((await lireTaches(db, scene.perimetre))[0]!.rappeleLe).toBeNull()
      await modifier({})
      expect(await rappelee()).toBe(true)
      await modifier({ personne: 'Ana Roy' })
      expect((await lireTaches(db, scene.perimetre))[0]!.rappeleLe).toBeNull()
    }))
})

describe('R-123 · le compte rendu dit qui était là', () => {
  test('R-122 · qui suit par les comptes rendus n’est pas excusé : cela se dit à part, à l’écran comme dans le document', () =>
    essai.annule(async (db) => {
      const { lire } = await laSalle(db)
      await db.execute(sql`update invitations set reponse = case courriel when 'ana@ccas.fr' then 'absent' else 'lit' end
        where courriel in ('ana@ccas.fr', 'lou@cpts.fr')`)
      const rendu = await lire()
      expect([rendu.excuses, rendu.suivent]).toEqual([
        [{ nom: 'Ana Roy', structure: 'CCAS' }],
        [{ nom: 'Lou Petit', structure: 'CPTS' }]
      ])
      const page = render(CompteRenduLu, { props: { rendu } }).body.replace(/<[^>]*>|&nbsp;/g, ' ')
      expect(page).toMatch(/1 personne excusée\s*:\s*Ana Roy/)
      expect(page).toMatch(/1 suit par les comptes rendus\s*:\s*Lou Petit/)
      const document = JSON.stringify(composerCompteRendu(rendu).blocs)
      expect(document).toMatch(/Personnes excusées.*Ana Roy.*Suivent par les comptes rendus.*Lou Petit/)
    }))

  test('les présents et les excusés, chacun une fois', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await laSalle(db)
      await db.execute(sql`update invitations set reponse = 'absent' where courriel in ('ana@ccas.fr', 'lou@cpts.fr')`)
      const [lou] = (await db.execute(sql`select id from invitations where courriel = 'lou@cpts.fr'`)) as unknown as [
        { id: string }
      ]
      reussi(await emarger(scene, { id, invitationId: lou.id }))
      const { presents, excuses } = await lire()
      expect(presents).toEqual([{ nom: 'Lou Petit', structure: 'CPTS' }])
      expect(excuses).toEqual([{ nom: 'Ana Roy', structure: 'CCAS' }])
    }))
})

describe('R-123, R-124 · la page d’une structure dit ce que les séances savent d’elle', () => {
  test('venue, invitée, et ce qui s’est dit quand elle s’est présentée, une fois le compte rendu validé', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await laSalle(db)
      const [cpts] = (await db.execute(sql`select id from structures where nom = 'CPTS'`)) as unknown as [{ id: string }]
      const [lou] = (await db.execute(sql`select id from invitations where courriel = 'lou@cpts.fr'`)) as unknown as [
        { id: string }
      ]
      reussi(await emarger(scene, { id, invitationId: lou.id }))
      const presentation = (await lire()).points[1]!
      reussi(await noterPoint(scene, { id: presentation.id, notes: 'Douze médecins, deux infirmières.', lu: '' }))
      const vie = () => vieEnSeance(db, scene.perimetre, cpts.id)
      expect(await vie()).toMatchObject({
        venue: 1,
        invitee: 1,
        derniere: '2024-03-12',
        presentations: [{ seanceId: id, notes: null }]
      })
      reussi(await validerCompteRendu(scene, { id }))
      expect((await vie()).presentations).toMatchObject([{ notes: 'Douze médecins, deux infirmières.' }])
      const { seances, structures } = await lirePresences(db, scene.perimetre)
      expect([seances, structures.map(({ nom, venue, invitee }) => [nom, venue, invitee])]).toEqual([
        1,
        [
          ['CPTS', 1, 1],
          ['CAF', 0, 1],
          ['CCAS', 0, 1]
        ]
      ])
    }))
})
