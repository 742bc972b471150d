import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { uneStructure } from '../fixtures.server.ts'
import { lireEchelle, relationsDe } from '../queries/relations.server.ts'
import { declarerRelation, modifierRelation, nommerNiveaux, retablirRelation, retirerRelation } from './relations.server.ts'
import type { Tx } from '#platform/db.server.ts'

const essai = baseDeTest()
const deux = async (db: Tx) => {
  const scene = await unTerritoire(db)
  return { scene, cpam: await uneStructure(scene, 'CPAM 95'), cpts: await uneStructure(scene, 'CPTS de Cergy') }
}
const relation = { niveau: '2', debut: 'mars 2024', fin: '', source: 'Entretien avec la CPTS' }

describe('R-108 · une relation se déclare entre deux structures, avec son niveau, ses dates et sa source', () => {
  test('elle se lit depuis chacune des deux, dans le sens où elle va', () =>
    essai.annule(async (db) => {
      const { scene, cpam, cpts } = await deux(db)
      reussi(await declarerRelation(scene, { structureId: cpam, autreId: cpts, ...relation, sens: 'depuis' }))
      const dite = { niveau: 2, debut: '2024-03', fin: null, source: 'Entretien avec la CPTS', retiree: false }
      expect(await relationsDe(db, scene.perimetre, cpam)).toMatchObject([{ autre: 'CPTS de Cergy', sens: 'depuis', ...dite }])
      expect(await relationsDe(db, scene.perimetre, cpts)).toMatchObject([{ autre: 'CPAM 95', sens: 'vers', ...dite }])
    }))

  test('sans source, à un cinquième niveau, ou finie avant d’avoir commencé, elle est refusée avec sa phrase', () =>
    essai.annule(async (db) => {
      const { scene, cpam, cpts } = await deux(db)
      const ids = { structureId: cpam, autreId: cpts }
      expect(await declarerRelation(scene, { ...ids, ...relation, source: ' ' })).toMatchObject({
        champs: { source: ['La source manque.'] }
      })
      expect(await declarerRelation(scene, { ...ids, ...relation, niveau: '5' })).toMatchObject({
        champs: { niveau: ['Choisissez un niveau.'] }
      })
      expect(await declarerRelation(scene, { ...ids, ...relation, fin: '2023' })).toMatchObject({
        champs: { fin: ['La fin est avant le début.'] }
      })
    }))

  test('ni avec soi-même, ni deux fois au même niveau pour la même période', () =>
    essai.annule(async (db) => {
      const { scene, cpam, cpts } = await deux(db)
      expect(await declarerRelation(scene, { structureId: cpam, autreId: cpam, ...relation })).toMatchObject({
        raison: 'a_soi',
        champ: 'autreId'
      })
      reussi(await declarerRelation(scene, { structureId: cpam, autreId: cpts, ...relation }))
      expect(await declarerRelation(scene, { structureId: cpts, autreId: cpam, ...relation })).toMatchObject({
        raison: 'deja_dite'
      })
      reussi(await declarerRelation(scene, { structureId: cpts, autreId: cpam, ...relation, niveau: '3' }))
    }))

  test('elle se corrige depuis l’une ou l’autre, se retire et revient', () =>
    essai.annule(async (db) => {
      const { scene, cpam, cpts } = await deux(db)
      const { id } = reussi(await declarerRelation(scene, { structureId: cpam, autreId: cpts, ...relation }))
      reussi(await modifierRelation(scene, { id, structureId: cpts, ...relation, niveau: '4', sens: 'vers' }))
      expect(await relationsDe(db, scene.perimetre, cpam)).toMatchObject([{ id, niveau: 4, sens: 'depuis' }])
      reussi(await retirerRelation(scene, { id }))
      expect(await relationsDe(db, scene.perimetre, cpam)).toMatchObject([{ id, retiree: true }])
      reussi(await retablirRelation(scene, { id }))
      expect(await relationsDe(db, scene.perimetre, cpam)).toMatchObject([{ id, retiree: false }])
    }))

  test('une structure d’un autre territoire n’y entre pas, et la lecture seule n’y écrit pas', () =>
    essai.annule(async (db) => {
      const { scene, cpam, cpts } = await deux(db)
      const ailleurs = await unTerritoire(db, { code: '94028' })
      const autre = await uneStructure(ailleurs, 'CPAM 94')
      expect(await declarerRelation(scene, { structureId: cpam, autreId: autre, ...relation })).toMatchObject({
        sorte: 'introuvable'
      })
      const lecteur = { ...scene, acteur: await unMembre(scene, 'lecteur') }
      expect(await declarerRelation(lecteur, { structureId: cpam, autreId: cpts, ...relation })).toMatchObject({
        sorte: 'interdit'
      })
    }))
})

test('R-108 · le territoire nomme ses quatre niveaux ; un nom laissé vide est celui de la maison', () =>
  essai.annule(async (db) => {
    const { scene } = await deux(db)
    expect(await lireEchelle(db, scene.perimetre)).toEqual(['information', 'articulation', 'mutualisation', 'engagement commun'])
    reussi(await nommerNiveaux(scene, { niveau1: 'réseautage', niveau2: 'coordination', niveau3: '', niveau4: 'collaboration' }))
    expect(await lireEchelle(db, scene.perimetre)).toEqual(['réseautage', 'coordination', 'mutualisation', 'collaboration'])
    expect(await nommerNiveaux(scene, { niveau2: 'coordination territoriale' })).toMatchObject({
      raison: 'coordination_territoriale',
      champ: 'niveau2'
    })
    reussi(await nommerNiveaux(scene, {}))
    expect(await lireEchelle(db, scene.perimetre)).toMatchObject({ 1: 'articulation' })
  }))
