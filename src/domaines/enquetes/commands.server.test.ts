import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import type { Tx } from '#platform/db.server.ts'
import { ouvrirLien } from '#domaines/comptes/queries.server.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import {
  fermerQuestionnaire,
  formulerQuestions,
  ouvrirQuestionnaire,
  repondreAuxQuestions,
  rouvrirQuestionnaire
} from './commands.server.ts'
import { TROIS_QUESTIONS } from './libelles.ts'
import { lireQuestionnaire, lireRecueil } from './queries.server.ts'

const essai = baseDeTest()
const plusTard = (scene: Scene, jours: number): Scene => ({
  ...scene,
  maintenant: new Date(scene.maintenant.getTime() + jours * 86_400_000)
})
const parLien = (scene: Scene, sujetId: string) => ({
  ...scene,
  acteur: { sorte: 'lien', nom: 'Quelqu’un', sujetId, role: null, administrateur: false } as const
})
const ouvert = async (db: Tx) => {
  const scene = await unTerritoire(db)
  const questions = TROIS_QUESTIONS as never
  const { id } = reussi(await ouvrirQuestionnaire(scene, { fermeLe: '7/12/2026', questions }))
  const repondre = (envoi: Record<string, unknown>, quand = scene) => repondreAuxQuestions(parLien(quand, id), { ...envoi, id })
  const lire = async () => (await lireRecueil(db, scene.perimetre, id))!
  return { scene, id, repondre, lire }
}
const formules = (intitule: string) => [
  { intitule },
  { intitule: 'Et après ?' },
  { intitule: 'Comment se connaître ?', choix: 'Un repas\nUne visite' }
]

describe('R-096 · des questions ouvertes à qui a leur lien, le même pour tous', () => {
  test('le lien ouvre ces questions-là, et ne sert qu’à y répondre', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await ouvert(db)
      const { cle } = await lire()
      expect(await ouvrirLien(db, cle, 'questionnaire', scene.maintenant)).toMatchObject({ sujetId: id, perime: false })
      expect(await ouvrirLien(db, cle, 'emargement', scene.maintenant)).toBeNull()
      const autre = { sorte: 'lien', nom: 'x', sujetId: crypto.randomUUID(), role: null, administrateur: false } as const
      const envoi = { id, 'choix-1': ['5'] }
      expect(await repondreAuxQuestions({ ...scene, acteur: autre }, envoi)).toMatchObject({ sorte: 'interdit' })
      expect(await repondreAuxQuestions(scene, envoi), 'pas même la coordination').toMatchObject({ sorte: 'interdit' })
      const lectrice = await unMembre(scene, 'lecteur')
      expect(await fermerQuestionnaire({ ...scene, acteur: lectrice }, { id })).toMatchObject({ sorte: 'interdit' })
    }))

  test('elles se ferment à leur jour ou à la main, se rouvrent, et ne prennent plus rien entre-temps', () =>
    essai.annule(async (db) => {
      const { scene, id, repondre, lire } = await ouvert(db)
      reussi(await repondre({ 'choix-1': ['5'] }, plusTard(scene, 15)))
      expect(await repondre({ 'choix-1': ['5'] }, plusTard(scene, 16))).toMatchObject({ raison: 'questionnaire_ferme' })
      reussi(await fermerQuestionnaire(scene, { id }))
      expect(await fermerQuestionnaire(scene, { id })).toMatchObject({ raison: 'fini' })
      expect(await repondre({ 'choix-1': ['5'] })).toMatchObject({ raison: 'questionnaire_ferme' })
      expect(await rouvrirQuestionnaire(scene, { id, fermeLe: '1/11/2026' })).toMatchObject({
        raison: 'fin_passee',
        champ: 'fermeLe'
      })
      reussi(await rouvrirQuestionnaire(scene, { id, fermeLe: '20/12/2026' }))
      reussi(await repondre({ 'choix-1': ['5'] }, plusTard(scene, 28)))
      expect((await lire()).recues).toBe(2)
    }))

  test('leur formulation change tant que personne n’a répondu, et plus ensuite ; un choix seul n’en est pas un', () =>
    essai.annule(async (db) => {
      const { scene, id, repondre, lire } = await ouvert(db)
      reussi(await formulerQuestions(scene, { id, questions: formules('Utile ?') }))
      expect((await lire()).questions.map(({ intitule, choix }) => [intitule, choix])).toEqual([
        ['Utile\u202f?', []],
        ['Et après\u202f?', []],
        ['Comment se connaître\u202f?', ['Un repas', 'Une visite']]
      ])
      const seul = formules('Utile ?').with(2, { intitule: 'Comment ?', choix: 'Un repas' })
      expect(await formulerQuestions(scene, { id, questions: seul })).toMatchObject({ champ: 'questions.2.choix' })
      expect(await formulerQuestions(scene, { id, questions: formules('x'.repeat(201)) })).toMatchObject({
        champs: { 'questions.0.intitule': [expect.stringContaining('200')] }
      })
      reussi(await repondre({ 'texte-2': 'Un café' }))
      expect(await formulerQuestions(scene, { id, questions: formules('Autre ?') })).toMatchObject({ raison: 'deja_repondu' })
    }))

  test('une réponse refusée ne laisse rien, et dit quel champ', () =>
    essai.annule(async (db) => {
      const { repondre, lire } = await ouvert(db)
      expect(await repondre({ 'texte-2': ' ' })).toMatchObject({ raison: 'copie_vide' })
      expect(await repondre({ 'choix-1': ['9'], 'texte-2': 'Un café' })).toMatchObject({ champ: 'choix-1' })
      expect(await lire()).toMatchObject({ recues: 0, reponses: [] })
    }))
})

describe('rien ne joint une réponse à une personne', () => {
  const envoyer = async (db: Tx) => {
    const ouverture = await ouvert(db)
    for (let n = 1; n <= 20; n++) reussi(await ouverture.repondre({ 'choix-1': ['4'], 'texte-2': `Réponse ${n}` }))
    return ouverture
  }

  test('ni date, ni auteur, ni rang : les colonnes d’une réponse ne disent que ce qui est répondu', () =>
    essai.annule(async (db) => {
      const colonnes = (await db.execute(
        sql`select table_name, column_name, data_type from information_schema.columns where table_name in ('reponses_anonymes', 'recueils') order by 1, 2`
      )) as unknown as { table_name: string; column_name: string; data_type: string }[]
      expect(colonnes.map(({ table_name, column_name }) => `${table_name}.${column_name}`)).toEqual([
        'recueils.collectivite_id',
        'recueils.id',
        'recueils.nombre',
        'recueils.questionnaire_id',
        'reponses_anonymes.choix',
        'reponses_anonymes.collectivite_id',
        'reponses_anonymes.id',
        'reponses_anonymes.question_id',
        'reponses_anonymes.questionnaire_id',
        'reponses_anonymes.texte'
      ])
      expect(colonnes.filter(({ data_type }) => /date|time/.test(data_type))).toEqual([])
    }))

  test('répondre n’écrit rien dans l’historique, ni annonce, ni sollicitation', () =>
    essai.annule(async (db) => {
      const { repondre } = await ouvert(db)
      const combien = async () =>
        (
          (await db.execute(
            sql`select (select count(*) from changements)::int as changements, (select count(*) from annonces)::int as annonces, (select count(*) from envois)::int as envois`
          )) as unknown as [Record<string, number>]
        )[0]
      const avant = await combien()
      reussi(await repondre({ 'choix-1': ['4'], 'texte-2': 'Un café', 'choix-3': ['1', '2'] }))
      expect(await combien()).toEqual(avant)
    }))

  test('l’ordre de lecture n’est pas celui des envois, et l’identifiant d’une réponse ne dit pas quand elle est venue', () =>
    essai.annule(async (db) => {
      const { scene, id, lire } = await envoyer(db)
      const { reponses, recues } = await lire()
      expect(recues).toBe(20)
      // a version 7 id begins with its millisecond; these are drawn at random
      expect(reponses.every((reponse) => reponse.id[14] === '4')).toBe(true)
      const textes = reponses.flatMap(({ texte }) => texte ?? [])
      expect(textes.toSorted((a, b) => Number(a.slice(8)) - Number(b.slice(8)))).toEqual(
        Array.from({ length: 20 }, (_, n) => `Réponse ${n + 1}`)
      )
      expect(textes).not.toEqual(Array.from({ length: 20 }, (_, n) => `Réponse ${n + 1}`))
      expect(
        (await lire()).reponses.map((reponse) => reponse.id),
        'deux lectures se ressemblent'
      ).toEqual(reponses.map((reponse) => reponse.id))
      // who answers is shown nothing of what others said
      expect(JSON.stringify(await lireQuestionnaire(db, scene.perimetre, id))).not.toContain('Réponse')
    }))

  test('pour qui lit la base non plus : ni la place d’une réponse, ni ce qui l’a écrite, ne la joint à une autre', () =>
    essai.annule(async (db) => {
      const { id } = await envoyer(db)
      const lues = (await db.execute(
        sql`select texte, xmin::text as ecrite from reponses_anonymes where questionnaire_id = ${id} order by ctid`
      )) as unknown as { texte: string | null; ecrite: string }[]
      expect(new Set(lues.map(({ ecrite }) => ecrite)).size).toBe(1)
      const rangs = lues.flatMap(({ texte }) => (texte ? [Number(texte.slice(8))] : []))
      expect(rangs).toHaveLength(20)
      expect(rangs).not.toEqual(rangs.toSorted((a, b) => a - b))
    }))

  test('lues, elles ne se rouvrent plus : on saurait qui répond après ; à moins de cinq, si', () =>
    essai.annule(async (db) => {
      const { scene, id, repondre } = await ouvert(db)
      for (let n = 1; n <= 4; n++) reussi(await repondre({ 'choix-1': ['4'] }))
      reussi(await fermerQuestionnaire(scene, { id }))
      reussi(await rouvrirQuestionnaire(scene, { id, fermeLe: '8/12/2026' }))
      reussi(await repondre({ 'choix-1': ['4'] }))
      reussi(await rouvrirQuestionnaire(scene, { id, fermeLe: '9/12/2026' }))
      reussi(await fermerQuestionnaire(scene, { id }))
      expect(await rouvrirQuestionnaire(scene, { id, fermeLe: '10/12/2026' })).toMatchObject({ raison: 'deja_lues' })
    }))

  test('les réponses d’une même personne ne sont pas rapprochées l’une de l’autre', () =>
    essai.annule(async (db) => {
      const { repondre, lire } = await ouvert(db)
      reussi(await repondre({ 'choix-1': ['1'], 'texte-2': 'Un café', 'choix-3': ['2'] }))
      const { reponses } = await lire()
      expect(new Set(reponses.map((reponse) => reponse.id)).size).toBe(3)
      for (const reponse of reponses) expect(Object.keys(reponse).toSorted()).toEqual(['choix', 'id', 'questionId', 'texte'])
    }))
})
