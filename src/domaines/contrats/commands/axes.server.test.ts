import { describe, expect, test } from 'vitest'
import { ROLES } from '#platform/acteur.ts'
import { baseDeTest } from '#tests/base.ts'
import { unMembre, unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { axesLus, desAxes, histoireDe, ouvrirContrat, unArbre } from '../fixtures.server.ts'
import { axesRetires, listerAxes } from '../queries.server.ts'
import { guideDe, SANS_GUIDE, TRANSVERSAUX_PROPOSES } from '../regles/transversaux.ts'
import { creerAxe, deplacerAxe, modifierAxe, ordonnerAxes, proposerTransversaux, retablirAxe, retirerAxe } from './axes.server.ts'

const essai = baseDeTest()
const INCONNU = '0199a000-0000-7000-8000-000000000001'

describe('écrire les axes', () => {
  test('R-072 · un axe se range à la fin de ses frères, et son numéro vient de sa place', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId } = await unArbre(scene)
      expect(await axesLus(scene, contratId)).toEqual(['1 A', '1.1 A1', '1.2 A2', '2 B', '3 C'])
    }))

  test('R-074 · R-075 · un axe dit son constat, son enjeu, son objectif, l’instance qui le porte et les âges de la vie', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      const [id] = await desAxes(scene, contratId, ['Santé mentale'])
      const dit = {
        intitule: 'Santé mentale et bien-être',
        constat: 'Un constat',
        enjeu: 'Un enjeu',
        objectif: 'Un objectif',
        instance: 'CLSM',
        ages: ['perinatalite', 'enfance', 'jeunesse', 'seniors'] as const
      }
      expect(await modifierAxe(scene, { id: id!, ...dit, ages: [...dit.ages] })).toMatchObject({ ok: true })
      expect(await listerAxes(db, scene.perimetre, contratId)).toMatchObject([dit])
      expect(await modifierAxe(scene, { id: id!, intitule: 'Santé mentale', ages: ['vieillesse'] })).toMatchObject({
        ok: false,
        sorte: 'saisie'
      })
      expect(await modifierAxe(scene, { id: id!, intitule: '' })).toMatchObject({
        sorte: 'saisie',
        champs: { intitule: ['L’intitulé de l’axe manque.'] }
      })
      expect(await histoireDe(scene, contratId)).toEqual(
        ['contrat.creer contrats', 'axe.creer axes', 'axe.modifier axes'].map((acte) => `${acte} coordination@exemple.fr`)
      )
    }))

  test('R-072 · un axe ne descend pas plus bas que les niveaux que le contrat nomme', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId, a1 } = await unArbre(scene)
      expect(await creerAxe(scene, { contratId, parentId: a1, intitule: 'Trop bas' })).toMatchObject({
        sorte: 'refus',
        raison: 'trop_profond',
        champ: 'parentId',
        precisions: { niveaux: ['Axe', 'Thématique'] }
      })
    }))

  test('un axe ne se range pas sous un axe inconnu, d’un autre contrat, ou transversal', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId, a } = await unArbre(scene)
      const autre = await ouvrirContrat(scene, { niveaux: ['Axe', 'Thématique'] })
      const transversal = await creerAxe(scene, { contratId, nature: 'transversal', intitule: 'Mobilisation des habitants' })
      const transversalId = transversal.ok ? transversal.valeur.id : ''
      for (const saisie of [
        { contratId, parentId: INCONNU },
        { contratId: autre, parentId: a },
        { contratId, parentId: transversalId },
        { contratId, parentId: a, nature: 'transversal' as const },
        { contratId, parentId: transversalId, nature: 'transversal' as const }
      ])
        expect(await creerAxe(scene, { ...saisie, intitule: 'Mal rangé' })).toMatchObject({
          sorte: 'refus',
          raison: 'parent_inconnu',
          champ: 'parentId'
        })
    }))
})

describe('ranger les axes', () => {
  test('on donne leur ordre à des frères, et leurs numéros suivent', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId, a, b, c, a1, a2 } = await unArbre(scene)
      expect(await ordonnerAxes(scene, { contratId, ordre: [c, a, b] })).toMatchObject({ ok: true })
      expect(await ordonnerAxes(scene, { contratId, ordre: [a2, a1] })).toMatchObject({ ok: true })
      expect(await axesLus(scene, contratId)).toEqual(['1 C', '2 A', '2.1 A2', '2.2 A1', '3 B'])
    }))

  test('un ordre qui oublie, double ou mêle des axes est refusé, et rien ne bouge', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId, a, b, c, a1 } = await unArbre(scene)
      for (const ordre of [[a, b], [a, b, b], [a, b, a1], [a, b, c, a1], [INCONNU]])
        expect(await ordonnerAxes(scene, { contratId, ordre })).toMatchObject({ sorte: 'refus', raison: 'ordre_incomplet' })
      expect(await axesLus(scene, contratId)).toEqual(['1 A', '1.1 A1', '1.2 A2', '2 B', '3 C'])
    }))

  test('un axe change de place parmi ses frères, ou passe sous un autre axe avec ce qui pend de lui', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId, a, b, c, a1 } = await unArbre(scene)
      expect(await deplacerAxe(scene, { contratId, id: c, place: 0 })).toMatchObject({ ok: true })
      expect(await axesLus(scene, contratId)).toEqual(['1 C', '2 A', '2.1 A1', '2.2 A2', '3 B'])
      expect(await deplacerAxe(scene, { contratId, id: a1, parentId: b, place: 10_000 })).toMatchObject({ ok: true })
      expect(await deplacerAxe(scene, { contratId, id: c, parentId: a, place: 0 })).toMatchObject({ ok: true })
      expect(await axesLus(scene, contratId)).toEqual(['1 A', '1.1 C', '1.2 A2', '2 B', '2.1 A1'])
      expect(await deplacerAxe(scene, { contratId, id: a1, parentId: '', place: 0 })).toMatchObject({ ok: true })
      expect(await axesLus(scene, contratId)).toEqual(['1 A1', '2 A', '2.1 C', '2.2 A2', '3 B'])
    }))

  test('un axe ne passe ni sous lui-même, ni plus bas que les niveaux nommés, ni d’une nature à l’autre', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId, a, b, a1 } = await unArbre(scene)
      const vers = (id: string, parentId: string) => deplacerAxe(scene, { contratId, id, parentId, place: 0 })
      expect(await vers(a, a)).toMatchObject({ sorte: 'refus', raison: 'boucle' })
      expect(await vers(a, a1)).toMatchObject({ sorte: 'refus', raison: 'boucle' })
      expect(await vers(a, b)).toMatchObject({ sorte: 'refus', raison: 'trop_profond' })
      expect(await vers(b, a1)).toMatchObject({ sorte: 'refus', raison: 'trop_profond' })
      expect(await vers(b, INCONNU)).toMatchObject({ sorte: 'refus', raison: 'parent_inconnu' })
      await proposerTransversaux(scene, { contratId })
      const transversal = (await listerAxes(db, scene.perimetre, contratId)).find(({ nature }) => nature === 'transversal')!
      expect(await vers(b, transversal.id)).toMatchObject({ sorte: 'refus', raison: 'parent_inconnu' })
      expect(await vers(transversal.id, b)).toMatchObject({ sorte: 'refus', raison: 'parent_inconnu' })
      expect(await deplacerAxe(scene, { contratId, id: INCONNU, place: 0 })).toEqual({ ok: false, sorte: 'introuvable' })
    }))

  test('un axe retiré emporte ses sous-axes hors de l’arbre, et les ramène à sa place', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId, a } = await unArbre(scene)
      expect(await retirerAxe(scene, { id: a })).toMatchObject({ ok: true })
      expect(await axesLus(scene, contratId)).toEqual(['1 B', '2 C'])
      expect(await axesRetires(db, scene.perimetre, contratId)).toMatchObject([{ id: a, intitule: 'A', nature: 'thematique' }])
      expect(await modifierAxe(scene, { id: a, intitule: 'A' })).toEqual({ ok: false, sorte: 'introuvable' })
      expect(await retablirAxe(scene, { id: a })).toMatchObject({ ok: true })
      expect(await axesLus(scene, contratId)).toEqual(['1 A', '1.1 A1', '1.2 A2', '2 B', '3 C'])
    }))

  test('un axe rétabli à une place prise entre-temps se lit toujours au même endroit', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId, a, b, c } = await unArbre(scene)
      await retirerAxe(scene, { id: c })
      await ordonnerAxes(scene, { contratId, ordre: [b, a] })
      await retirerAxe(scene, { id: b })
      await ordonnerAxes(scene, { contratId, ordre: [a] })
      await retablirAxe(scene, { id: b })
      // both stand first: the older of the two is read first, whatever was written last
      expect(await axesLus(scene, contratId)).toEqual(['1 A', '1.1 A1', '1.2 A2', '2 B'])
      await modifierAxe(scene, { id: a, intitule: 'A bis' })
      expect((await axesLus(scene, contratId))[0]).toBe('1 A bis')
    }))

  test('R-072 · les axes transversaux ont leur propre ordre, qui ne touche pas aux numéros des thématiques', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId } = await unArbre(scene)
      await proposerTransversaux(scene, { contratId })
      const transversaux = async () =>
        (await listerAxes(db, scene.perimetre, contratId)).filter(({ nature }) => nature === 'transversal')
      const ids = (await transversaux()).map(({ id }) => id)
      expect(await ordonnerAxes(scene, { contratId, ordre: ids.toReversed() })).toMatchObject({ ok: true })
      expect((await transversaux()).map(({ id }) => id)).toEqual(ids.toReversed())
      expect(await axesLus(scene, contratId)).toEqual(['1 A', '1.1 A1', '1.2 A2', '2 B', '3 C'])
    }))
})

describe('les axes transversaux', () => {
  test('R-062 · les quatre de Cergy s’offrent à un contrat qui n’en a aucun, et une seule fois', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId } = await unArbre(scene)
      expect(await proposerTransversaux(scene, { contratId })).toMatchObject({ ok: true })
      const transversaux = (await listerAxes(db, scene.perimetre, contratId)).filter(({ nature }) => nature === 'transversal')
      expect(transversaux).toMatchObject(TRANSVERSAUX_PROPOSES.map((axe) => ({ ...axe, parentId: null })))
      expect(await proposerTransversaux(scene, { contratId })).toMatchObject({ sorte: 'refus', raison: 'deja_des_transversaux' })
    }))

  test('R-062 · chacun pose sa question et ses sous-questions, une par ligne', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      expect(
        await creerAxe(scene, {
          contratId,
          nature: 'transversal',
          intitule: 'Numérique',
          question: 'Qui en est exclu ?',
          sousQuestions: 'Où ?\n\nComment ?'
        })
      ).toMatchObject({ ok: true })
      expect(await listerAxes(db, scene.perimetre, contratId)).toMatchObject([
        { nature: 'transversal', question: 'Qui en est exclu\u202f?', sousQuestions: ['Où\u202f?', 'Comment\u202f?'] }
      ])
    }))
})

describe('ce qu’un axe transversal dit à qui répond', () => {
  test('R-064 · à chaque moment, un conseil et des exemples à lui, que le territoire écrit et efface', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      const dit = { intitule: 'Égalité', question: 'Qui en est exclu ?', conseilConception: 'Comptez les refus.' }
      const cree = await creerAxe(scene, { contratId, nature: 'transversal', ...dit, exemplesConception: 'Trois.\n\nAucun ?' })
      if (!cree.ok) throw new Error(JSON.stringify(cree))
      const axe = async () => (await listerAxes(db, scene.perimetre, contratId))[0]!
      expect(guideDe(await axe())).toEqual({
        ...SANS_GUIDE,
        conseilConception: 'Comptez les refus.',
        exemplesConception: ['Trois.', 'Aucun\u202f?']
      })
      await modifierAxe(scene, { id: cree.valeur.id, intitule: 'Égalité', exemplesEvaluation: 'Deux sur trois.' })
      expect(guideDe(await axe())).toEqual({ ...SANS_GUIDE, exemplesEvaluation: ['Deux sur trois.'] })
    }))
})

describe('qui peut écrire les axes, et où', () => {
  test('seule la coordination', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId, a, b, c } = await unArbre(scene)
      await retirerAxe(scene, { id: c })
      for (const role of ROLES.filter((role) => role !== 'coordination')) {
        const autre = { ...scene, acteur: await unMembre(scene, role) }
        for (const acte of [
          () => creerAxe(autre, { contratId, intitule: 'D' }),
          () => modifierAxe(autre, { id: a, intitule: 'A bis' }),
          () => deplacerAxe(autre, { contratId, id: b, place: 0 }),
          () => ordonnerAxes(autre, { contratId, ordre: [b, a] }),
          () => proposerTransversaux(autre, { contratId }),
          () => retirerAxe(autre, { id: a }),
          () => retablirAxe(autre, { id: c })
        ])
          expect(await acte(), role).toEqual({ ok: false, sorte: 'interdit' })
      }
    }))

  test('l’axe ou le contrat d’un autre territoire est introuvable', () =>
    essai.annule(async (db) => {
      const ailleurs = await unTerritoire(db, { code: '94028' })
      const { contratId, a, b, c } = await unArbre(ailleurs)
      await retirerAxe(ailleurs, { id: c })
      const scene = await unTerritoire(db)
      for (const acte of [
        () => creerAxe(scene, { contratId, intitule: 'D' }),
        () => modifierAxe(scene, { id: a, intitule: 'A bis' }),
        () => deplacerAxe(scene, { contratId, id: b, place: 0 }),
        () => ordonnerAxes(scene, { contratId, ordre: [b, a] }),
        () => proposerTransversaux(scene, { contratId }),
        () => retirerAxe(scene, { id: a }),
        () => retablirAxe(scene, { id: c })
      ])
        expect(await acte()).toEqual({ ok: false, sorte: 'introuvable' })
      expect(await listerAxes(db, scene.perimetre, contratId)).toEqual([])
    }))
})
