import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import type { Tx } from '#platform/db.server.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { fermerQuestionnaire } from '#domaines/enquetes/commands.server.ts'
import { lireRecueil } from '#domaines/enquetes/queries.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { annulerGeste } from '#domaines/pilotage/commands/annuler.server.ts'
import { desQuestions, desReponses, uneInstance, uneSeanceTenue } from '../fixtures.server.ts'
import { lireCompteRendu } from '../queries/compte-rendu.server.ts'
import { lireSeance } from '../queries/ordre-du-jour.server.ts'
import { lireQuestionsDeSeance, listerAttentes } from '../queries/questions.server.ts'
import { questionsEncore } from '../regles/suites.ts'
import { ecarterAttente, prevoirAttente, proposerAttente, reprendreAttente } from './attentes.server.ts'
import { conclure, retirerConclusion } from './compte-rendu.server.ts'
import { composerOrdreDuJour } from './points.server.ts'
import { interroger } from './questions.server.ts'
import { annulerSeance, prevoirSeance } from './seances.server.ts'

const essai = baseDeTest()
const ENVOIS = [
  { 'choix-1': ['5'], 'texte-2': 'Apprendre à se connaître entre structures' },
  { 'choix-1': ['4'], 'choix-3': ['1', '3'] },
  { 'choix-1': ['4'], 'choix-3': ['1'] },
  { 'choix-1': ['3'], 'choix-3': ['1'] }
]
const apresLaSeance = async (db: Tx, envois: readonly Record<string, unknown>[] = [...ENVOIS, { 'choix-1': ['5'] }]) => {
  const scene = await unTerritoire(db)
  await desContacts(scene, [{ nom: 'Lou Petit', courriel: 'lou@cpts.fr' }])
  const instanceId = await uneInstance(scene)
  const id = await uneSeanceTenue(scene, '2026-11-20', { instanceId })
  const questionnaire = await desQuestions(scene, id)
  await desReponses(scene, questionnaire, envois)
  if (envois.length > 4) reussi(await fermerQuestionnaire(scene, { id: questionnaire }))
  const recueil = (await lireRecueil(db, scene.perimetre, questionnaire))!
  const prevoir = async (jour: string) =>
    reussi(await prevoirSeance(scene, { instanceId, jour, duree: '2 h', motifQuota: 'Pour l’essai.' })).id
  const points = async (seance: string) => (await lireSeance(db, scene.perimetre, seance))!.points
  const attentes = () => listerAttentes(db, scene.perimetre, instanceId)
  const texte = recueil.reponses.find((reponse) => reponse.texte)?.id
  const connaitre = { questionId: recueil.questions[2]!.id, choix: '1' }
  return { scene, id, instanceId, recueil, prevoir, points, attentes, texte, connaitre }
}

describe('R-096 · les trois questions d’une séance', () => {
  test('s’ouvrent une fois la séance tenue, une seule fois, et partent dans le compte rendu tant qu’elles sont ouvertes', () =>
    essai.annule(async (db) => {
      const { scene, id, recueil, prevoir } = await apresLaSeance(db, [])
      const demande = { questions: recueil.questions, fermeLe: '2026-12-07' }
      expect(await interroger(scene, { ...demande, id })).toMatchObject({ raison: 'deja_interrogee' })
      const autre = await prevoir('2026-12-09')
      expect(await interroger(scene, { ...demande, id: autre })).toMatchObject({ raison: 'questions_trop_tot' })
      reussi(await annulerSeance(scene, { id: autre }))
      expect(await interroger(scene, { ...demande, id: autre })).toMatchObject({ raison: 'seance_annulee' })
      const rendu = (await lireCompteRendu(db, scene.perimetre, id))!
      expect(questionsEncore(rendu, '2026-12-07')).toBe(recueil.cle)
      expect(questionsEncore(rendu, '2026-12-08')).toBeNull()
    }))
})

describe('R-096 · ce qui est demandé devient un point prévu', () => {
  test('d’un clic, un choix entre à l’ordre du jour de la prochaine séance, qui dit d’où il vient ; le choix dit où il est', () =>
    essai.annule(async (db) => {
      const { scene, id, prevoir, points, connaitre } = await apresLaSeance(db)
      await prevoir('2027-03-10')
      const prochaine = await prevoir('2026-12-09')
      reussi(
        await composerOrdreDuJour(scene, {
          id: prochaine,
          points: [
            { temps: 'suivi', intitule: 'Nouvelles' },
            { temps: 'presentation', structure: 'CPTS' },
            { temps: 'thematique', intitule: 'Le sommeil' }
          ]
        })
      )
      expect(reussi(await proposerAttente(scene, { id, ...connaitre }))).toEqual({ prevue: '2026-12-09' })
      const prevus = await points(prochaine)
      expect(prevus.map(({ intitule }) => intitule)).toEqual([
        'Nouvelles',
        'CPTS',
        'Un temps pour apprendre à se connaître',
        'Le sommeil'
      ])
      expect(prevus[2]).toMatchObject({
        temps: 'presentation',
        technique: 'speed_meeting',
        demande: { seanceId: id, jour: '2026-11-20' }
      })
      const lue = await lireQuestionsDeSeance(db, scene.perimetre, id, '2026-11-22')
      expect(lue).toMatchObject({
        prochaine: { id: prochaine },
        attentes: [{ source: 'choix', choix: 1, prevue: { id: prochaine, jour: '2026-12-09' } }]
      })
      expect(await proposerAttente(scene, { id, ...connaitre })).toMatchObject({ raison: 'deja_demandee' })
      // written again, the agenda keeps the trace; taken off it, what was asked for waits again
      const redits = prevus.map(({ id: lui, temps, intitule }) => ({ id: lui, temps, intitule }))
      reussi(await composerOrdreDuJour(scene, { id: prochaine, points: redits.toReversed() }))
      expect((await points(prochaine))[1]).toMatchObject({ demande: { seanceId: id } })
      reussi(await composerOrdreDuJour(scene, { id: prochaine, points: redits.slice(0, 2) }))
      expect((await lireQuestionsDeSeance(db, scene.perimetre, id, '2026-11-22'))!.attentes).toMatchObject([{ prevue: null }])
    }))

  test('sans séance prévue, cela attend sur la page de l’instance ; une séance vient, un clic l’y met, sur trois temps tout faits', () =>
    essai.annule(async (db) => {
      const { scene, id, prevoir, points, attentes, texte } = await apresLaSeance(db)
      expect(reussi(await proposerAttente(scene, { id, reponseId: texte }))).toEqual({ prevue: null })
      const [attente] = await attentes()
      expect(attente).toMatchObject({
        texte: 'Apprendre à se connaître entre structures',
        prevue: null,
        demandeeApres: '2026-11-20'
      })
      expect(await prevoirAttente(scene, { id: attente!.id })).toMatchObject({ raison: 'pas_de_seance' })
      const prochaine = await prevoir('2026-12-09')
      reussi(await ecarterAttente(scene, { id: attente!.id }))
      expect(await prevoirAttente(scene, { id: attente!.id })).toMatchObject({ raison: 'attente_ecartee' })
      reussi(await reprendreAttente(scene, { id: attente!.id }))
      reussi(await prevoirAttente(scene, { id: attente!.id }))
      expect((await points(prochaine)).map(({ temps, intitule, minutes }) => [temps, intitule, minutes])).toEqual([
        ['suivi', 'Des nouvelles des actions', 30],
        ['presentation', 'Apprendre à se connaître entre structures', 20],
        ['thematique', 'Travail sur le thème', 70]
      ])
      // its meeting called off, it goes to the next one and leaves no double behind
      reussi(await annulerSeance(scene, { id: prochaine }))
      const suivante = await prevoir('2027-01-13')
      reussi(await prevoirAttente(scene, { id: attente!.id }))
      expect(await attentes()).toMatchObject([{ prevue: { id: suivante, annulee: false } }])
      expect((await points(prochaine)).filter(({ demande }) => demande)).toEqual([])
    }))

  test('un besoin noté en séance aussi ; retiré du compte rendu, ce qui est prévu reste', () =>
    essai.annule(async (db) => {
      const { scene, id, prevoir, attentes } = await apresLaSeance(db, [])
      const prochaine = await prevoir('2026-12-09')
      for (const [sorte, texte] of [
        ['besoin', 'Un interprète le jeudi.'],
        ['decision', 'Une permanence.']
      ] as const)
        reussi(await conclure(scene, { id, sorte, texte }))
      const { conclusions } = (await lireCompteRendu(db, scene.perimetre, id))!
      const [besoin, decision] = ['besoin', 'decision'].map((sorte) => conclusions.find((une) => une.sorte === sorte)!.id)
      expect(await proposerAttente(scene, { id, conclusionId: decision })).toMatchObject({ sorte: 'introuvable' })
      reussi(await proposerAttente(scene, { id, conclusionId: besoin }))
      reussi(await retirerConclusion(scene, { id: besoin! }))
      expect(await attentes()).toMatchObject([{ source: 'besoin', conclusionId: null, prevue: { id: prochaine } }])
    }))

  test('ce que le seuil cache ne se propose pas, ni ce qui vient d’une autre séance', () =>
    essai.annule(async (db) => {
      const { scene, id, instanceId, texte, connaitre } = await apresLaSeance(db, ENVOIS)
      expect(await proposerAttente(scene, { id, reponseId: texte })).toMatchObject({ sorte: 'introuvable' })
      expect(await proposerAttente(scene, { id, ...connaitre })).toMatchObject({ sorte: 'introuvable' })
      const autre = await uneSeanceTenue(scene, '2026-11-21', { instanceId })
      const [lien] = (await db.execute(sql`select questionnaire_id as id from interrogations`)) as unknown as [{ id: string }]
      await desReponses(scene, lien.id, [{ 'choix-1': ['5'] }])
      expect(await proposerAttente(scene, { id, ...connaitre }), 'on répond encore').toMatchObject({ sorte: 'introuvable' })
      reussi(await fermerQuestionnaire(scene, { id: lien.id }))
      expect(await proposerAttente(scene, { id: autre, reponseId: texte })).toMatchObject({ sorte: 'introuvable' })
      expect(await proposerAttente(scene, { id, ...connaitre, choix: '9' })).toMatchObject({ sorte: 'introuvable' })
      expect(await proposerAttente(scene, { id, ...connaitre, reponseId: texte })).toMatchObject({ sorte: 'saisie' })
      reussi(await proposerAttente(scene, { id, reponseId: texte }))
    }))

  test('d’un geste annulé, l’ordre du jour redevient ce qu’il était, et la demande peut être refaite', () =>
    essai.annule(async (db) => {
      const { scene, id, prevoir, points, attentes, connaitre } = await apresLaSeance(db)
      const prochaine = await prevoir('2026-12-09')
      reussi(await proposerAttente(scene, { id, ...connaitre }))
      expect(await points(prochaine)).toHaveLength(3)
      const [dernier] = (await db.execute(
        sql`select geste_id as geste from changements where acte = 'attente.proposer' order by id desc limit 1`
      )) as unknown as [{ geste: string }]
      reussi(await annulerGeste(scene, { geste: dernier.geste }))
      expect([await points(prochaine), await attentes()]).toEqual([[], []])
      reussi(await proposerAttente(scene, { id, ...connaitre }))
    }))
})
