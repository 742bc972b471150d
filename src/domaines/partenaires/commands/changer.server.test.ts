import { describe, expect, test } from 'vitest'
import { ROLES } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { retirerPersonne } from '../commands.server.ts'
import { unePersonne, uneStructure } from '../fixtures.server.ts'
import { compterStructures, lirePersonne, lireStructure } from '../queries.server.ts'
import { changerDeStructure } from './changer.server.ts'
import { ajouterFonction, modifierFonction } from './fonctions.server.ts'

const essai = baseDeTest()
const parcours = async ({ db, perimetre }: Scene, id: string) => (await lirePersonne(db as Tx, perimetre, id))!.parcours
const enPoste = async (scene: Scene) => {
  const cpam = await uneStructure(scene, 'CPAM 95')
  return { cpam, camille: await unePersonne(scene, 'Camille Exemple', cpam) }
}

describe('R-102 · une personne change de structure, d’un geste', () => {
  test('sa fonction finit la veille, la nouvelle commence ; la structure quittée dit où elle est', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { cpam, camille } = await enPoste(scene)
      const cpts = await uneStructure(scene, 'CPTS de Cergy')
      const fait = await changerDeStructure(scene, {
        personneId: camille,
        structure: ' cpts  de CERGY ',
        intitule: 'Coordinatrice',
        date: '1er septembre 2026'
      })
      expect(fait).toMatchObject({ ok: true, valeur: { structureId: cpts } })
      expect(await parcours(scene, camille)).toMatchObject([
        { structureId: cpts, intitule: 'Coordinatrice', debut: '2026-09-01', fin: null },
        { structureId: cpam, intitule: 'Directrice', debut: '2022', fin: '2026-08-31' }
      ])
      expect((await lireStructure(db, scene.perimetre, cpam))!.equipe).toMatchObject([
        { id: camille, fin: '2026-08-31', ailleurs: [{ id: cpts, nom: 'CPTS de Cergy' }] }
      ])
      expect((await lireStructure(db, scene.perimetre, cpts))!.equipe).toMatchObject([{ id: camille, fin: null, ailleurs: [] }])
    }))

  test('une structure que l’annuaire n’avait pas y entre, avec son type', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { camille } = await enPoste(scene)
      const { structureId } = reussi(
        await changerDeStructure(scene, { personneId: camille, structure: 'CPTS de Cergy', intitule: '', date: '09/2026' })
      )
      expect(await lireStructure(db, scene.perimetre, structureId)).toMatchObject({ nom: 'CPTS de Cergy', type: 'cpts' })
      expect(await parcours(scene, camille)).toMatchObject([{ debut: '2026-09' }, { fin: '2026-09' }])
    }))

  test('de plusieurs fonctions, seule celle qui est dite se termine', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { cpam, camille } = await enPoste(scene)
      const clsm = await uneStructure(scene, 'CLSM')
      const { id } = reussi(await ajouterFonction(scene, { personneId: camille, structureId: clsm, intitule: 'Présidente' }))
      const saisie = { personneId: camille, structure: 'CPTS', date: '2026' }
      expect(await changerDeStructure(scene, saisie)).toMatchObject({ raison: 'quelle_fonction', champ: 'fonctionId' })
      expect(await changerDeStructure(scene, { ...saisie, fonctionId: id })).toMatchObject({ ok: true })
      const finies = (await parcours(scene, camille)).filter(({ fin }) => fin !== null)
      expect(finies).toMatchObject([{ structureId: clsm, fin: '2026' }])
      expect((await lireStructure(db, scene.perimetre, cpam))!.equipe).toMatchObject([{ fin: null }])
    }))

  test('ce qui ne tient pas est refusé près de son champ, et rien n’est inscrit', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { camille } = await enPoste(scene)
      const essayer = (dit: object) =>
        changerDeStructure(scene, { personneId: camille, structure: 'CPTS', date: '2026-09', ...dit })
      const avant = await compterStructures(db, scene.perimetre)
      expect(await essayer({ structure: 'cpam 95' })).toMatchObject({ raison: 'meme_structure', champ: 'structure' })
      expect(await essayer({ date: '2021' })).toMatchObject({
        raison: 'avant_le_debut',
        champ: 'date',
        precisions: { debut: '2022' }
      })
      expect(await essayer({ date: '12/2026' })).toMatchObject({ raison: 'changement_a_venir', champ: 'date' })
      expect(await essayer({ structure: ' ', date: '' })).toMatchObject({
        sorte: 'saisie',
        champs: { structure: ['Donnez un nom.'], date: [expect.stringContaining('La date manque.')] }
      })
      expect(await compterStructures(db, scene.perimetre)).toEqual(avant)
      const [tenue] = await parcours(scene, camille)
      await modifierFonction(scene, { id: tenue!.id, fin: '2025' })
      expect(await essayer({})).toMatchObject({
        raison: 'sans_fonction',
        champ: undefined,
        precisions: { nom: 'Camille Exemple' }
      })
    }))

  test('la coordination et les contributeurs seuls le notent, chez eux, d’une personne qui est là', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { camille } = await enPoste(scene)
      const saisie = (rang: number) => ({ personneId: camille, structure: `CPTS ${rang}`, date: '2026-09' })
      for (const [rang, role] of ROLES.entries()) {
        const acteur = await unMembre(scene, role, `${role}-2@exemple.fr`)
        const permis = role === 'coordination' || role === 'contributeur'
        const attendu = permis ? { ok: true } : { sorte: 'interdit' }
        expect(await changerDeStructure({ ...scene, acteur }, saisie(rang)), role).toMatchObject(attendu)
      }
      const ailleurs = await unTerritoire(db, { code: '94028' })
      expect(await changerDeStructure(ailleurs, saisie(9))).toMatchObject({ sorte: 'introuvable' })
      await retirerPersonne(scene, { id: camille })
      expect(await changerDeStructure(scene, saisie(9))).toMatchObject({ sorte: 'introuvable' })
    }))
})
