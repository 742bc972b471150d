import { describe, expect, test } from 'vitest'
import { ROLES } from '#platform/acteur.ts'
import { baseDeTest } from '#tests/base.ts'
import { unMembre, unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { desAxes, histoireDe, leSocle, ouvrirContrat } from '../fixtures.server.ts'
import { contratSeul, contratsRetires, lireContrat, listerContrats } from '../queries.server.ts'
import { REFERENCES_PROPOSEES } from '../regles/transversaux.ts'
import { changerEtape, creerContrat, modifierContrat, retablirContrat, retirerContrat } from './contrat.server.ts'
import { signerContrat } from './signature.server.ts'

const essai = baseDeTest()
const INCONNU = '0199a000-0000-7000-8000-000000000001'

describe('ouvrir un contrat', () => {
  test('R-008 · une génération en suit une autre, de durée libre, avec ou sans vide entre elles', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const premier = await ouvrirContrat(scene, { intitule: 'CLS 2011-2016', debut: '2011', fin: '2016' })
      const deuxieme = await ouvrirContrat(scene, {
        intitule: 'CLS 2020-2022',
        debut: '2020',
        fin: '12/2022',
        precedentId: premier
      })
      await ouvrirContrat(scene, { intitule: 'CLS sans suite', debut: '', fin: '' })
      expect(
        (await listerContrats(db, scene.perimetre)).map(({ intitule, generation, precedentId, debut, fin }) => [
          intitule,
          generation,
          precedentId,
          debut,
          fin
        ])
      ).toEqual([
        ['CLS sans suite', 3, null, null, null],
        ['CLS 2020-2022', 2, premier, '2020', '2022-12'],
        ['CLS 2011-2016', 1, null, '2011', '2016']
      ])
      expect(await contratSeul(db, scene.perimetre, deuxieme)).toMatchObject({
        etape: 'elaboration',
        niveaux: ['Axe'],
        signeLe: null
      })
    }))

  test('R-017 · il s’ouvre avec les références légales d’usage', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      expect(await contratSeul(db, scene.perimetre, await ouvrirContrat(scene))).toMatchObject({
        referencesLegales: [...REFERENCES_PROPOSEES]
      })
    }))

  test('R-008 · une fin avant le début, une date incomprise ou un intitulé vide sont refusés, chacun à côté de son champ', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      expect(await creerContrat(scene, { intitule: 'CLS', debut: '2027', fin: '2025' })).toEqual({
        ok: false,
        sorte: 'saisie',
        champs: { fin: ['La fin du contrat est avant son début.'] }
      })
      expect(await creerContrat(scene, { intitule: '  ', debut: 'bientôt' })).toMatchObject({
        sorte: 'saisie',
        champs: {
          intitule: ['L’intitulé du contrat manque.'],
          debut: [expect.stringContaining('Écrivez 2026, 09/2026 ou 30/09/2026')]
        }
      })
      expect(await creerContrat(scene, { intitule: 'CLS', debut: '2027-03-07', fin: '2027' })).toMatchObject({ ok: true })
    }))

  test('il ne fait pas suite à un contrat inconnu, retiré, ou d’un autre territoire', () =>
    essai.annule(async (db) => {
      const ailleurs = await unTerritoire(db, { code: '94028' })
      const autre = await ouvrirContrat(ailleurs)
      const scene = await unTerritoire(db)
      const retire = await ouvrirContrat(scene)
      await retirerContrat(scene, { id: retire })
      for (const precedentId of [INCONNU, retire, autre])
        expect(await creerContrat(scene, { intitule: 'CLS', precedentId })).toMatchObject({
          sorte: 'refus',
          raison: 'precedent_inconnu',
          champ: 'precedentId'
        })
    }))

  test('on ne l’ouvre pas déjà signé', () =>
    essai.annule(async (db) => {
      expect(await creerContrat(await unTerritoire(db), { intitule: 'CLS', etape: 'signe' })).toMatchObject({
        ok: false,
        sorte: 'saisie'
      })
    }))
})

describe('modifier un contrat', () => {
  test('R-017 · R-019 · chaque partie se change seule, et laisse les autres', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await ouvrirContrat(scene)
      for (const partie of [
        { preambule: 'D’où il vient.\n\nCe qu’il cherche.' },
        { gouvernance: 'Un comité de pilotage.' },
        { referencesLegales: 'Vu le code de la santé publique ;\n\nVu la délibération ;' },
        { niveaux: 'Axe\nObjectif stratégique' },
        { signatureLieu: 'Hôtel de ville', signatureRecit: 'Tous étaient là.' }
      ])
        expect(await modifierContrat(scene, { id, ...partie })).toMatchObject({ ok: true })
      expect(await contratSeul(db, scene.perimetre, id)).toMatchObject({
        intitule: 'Contrat local de santé',
        debut: '2027',
        fin: '2031',
        preambule: 'D’où il vient.\n\nCe qu’il cherche.',
        gouvernance: 'Un comité de pilotage.',
        referencesLegales: ['Vu le code de la santé publique ;', 'Vu la délibération ;'],
        niveaux: ['Axe', 'Objectif stratégique'],
        signatureLieu: 'Hôtel de ville',
        signatureRecit: 'Tous étaient là.'
      })
      expect(await histoireDe(scene, id)).toEqual([
        'contrat.creer contrats coordination@exemple.fr',
        ...Array(5).fill('contrat.modifier contrats coordination@exemple.fr')
      ])
    }))

  test('R-008 · une date changée seule se compare à l’autre, déjà enregistrée', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await ouvrirContrat(scene)
      expect(await modifierContrat(scene, { id, debut: '2032' })).toMatchObject({
        sorte: 'refus',
        raison: 'periode_inversee',
        champ: 'fin'
      })
      expect(await modifierContrat(scene, { id, fin: '2026' })).toMatchObject({ sorte: 'refus', raison: 'periode_inversee' })
      expect(await modifierContrat(scene, { id, debut: '2032', fin: '2036' })).toMatchObject({ ok: true })
    }))

  test('R-072 · on ne retire pas le nom d’un niveau où des axes sont rangés', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await ouvrirContrat(scene, { niveaux: ['Axe', 'Thématique'] })
      const [axe] = await desAxes(scene, id, ['Accès aux soins'])
      await desAxes(scene, id, ['Ouverture des droits'], axe)
      expect(await modifierContrat(scene, { id, niveaux: 'Axe' })).toMatchObject({
        sorte: 'refus',
        raison: 'niveaux_occupes',
        champ: 'niveaux'
      })
      expect(await modifierContrat(scene, { id, niveaux: 'Axe\nObjectif stratégique' })).toMatchObject({ ok: true })
      expect(await modifierContrat(scene, { id, niveaux: '' })).toMatchObject({
        sorte: 'saisie',
        champs: { niveaux: ['Nommez au moins un niveau.'] }
      })
    }))

  test('R-001 · R-008 · un contrat signé garde son début et sa fin', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await ouvrirContrat(scene)
      await leSocle(scene, id)
      await changerEtape(scene, { id, vers: 'en_relecture' })
      expect(await modifierContrat(scene, { id, fin: '' })).toMatchObject({ ok: true })
      await modifierContrat(scene, { id, fin: '2031' })
      expect(await signerContrat(scene, { id, signeLe: '2026-11-20' })).toMatchObject({ ok: true })
      for (const champ of ['debut', 'fin'])
        expect(await modifierContrat(scene, { id, [champ]: '' })).toMatchObject({
          sorte: 'refus',
          raison: 'periode_signee',
          champ
        })
      expect(await modifierContrat(scene, { id, fin: '2032' })).toMatchObject({ ok: true })
    }))
})

describe('les étapes d’un contrat', () => {
  test('elles se suivent le long de la table, et la signature a son propre geste', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await ouvrirContrat(scene, { etape: 'prefiguration' })
      expect(await changerEtape(scene, { id, vers: 'en_relecture' })).toMatchObject({
        sorte: 'refus',
        raison: 'etape_interdite',
        precisions: { de: 'prefiguration', vers: 'en_relecture' }
      })
      for (const vers of ['elaboration', 'en_relecture'] as const)
        expect(await changerEtape(scene, { id, vers })).toMatchObject({ ok: true })
      await leSocle(scene, id)
      expect(await changerEtape(scene, { id, vers: 'signe' })).toMatchObject({ sorte: 'refus', raison: 'etape_interdite' })
      expect(await contratSeul(db, scene.perimetre, id)).toMatchObject({ etape: 'en_relecture' })
    }))

  test('R-019 · revenir sur une signature déclarée par erreur enlève la date qu’elle avait donnée, au contrat et à ses signataires', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await ouvrirContrat(scene)
      await leSocle(scene, id)
      await changerEtape(scene, { id, vers: 'en_relecture' })
      await signerContrat(scene, { id, signeLe: '2026-11-20', signatureLieu: 'Hôtel de ville' })
      expect(await changerEtape(scene, { id, vers: 'en_relecture' })).toMatchObject({ ok: true })
      const contrat = (await lireContrat(db, scene.perimetre, id))!
      expect(contrat).toMatchObject({ etape: 'en_relecture', signeLe: null, signatureLieu: 'Hôtel de ville' })
      expect(contrat.signataires.map(({ signeLe }) => signeLe)).toEqual([null, null, null])
      await signerContrat(scene, { id, signeLe: '2026-11-21' })
      expect((await lireContrat(db, scene.perimetre, id))!.signataires.map(({ signeLe }) => signeLe)).toEqual(
        Array(3).fill('2026-11-21')
      )
    }))
})

describe('retirer un contrat', () => {
  test('il sort des listes avec ses axes, et revient tel qu’il était', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await ouvrirContrat(scene)
      await desAxes(scene, id, ['Santé mentale'])
      expect(await retirerContrat(scene, { id })).toMatchObject({ ok: true })
      expect(await listerContrats(db, scene.perimetre)).toEqual([])
      expect(await lireContrat(db, scene.perimetre, id)).toBeNull()
      expect(await contratsRetires(db, scene.perimetre)).toEqual([{ id, intitule: 'Contrat local de santé' }])
      for (const acte of [
        () => retirerContrat(scene, { id }),
        () => modifierContrat(scene, { id, preambule: 'x' }),
        () => changerEtape(scene, { id, vers: 'en_relecture' })
      ])
        expect(await acte()).toEqual({ ok: false, sorte: 'introuvable' })
      expect(await retablirContrat(scene, { id })).toMatchObject({ ok: true })
      expect((await lireContrat(db, scene.perimetre, id))?.axes.map(({ intitule }) => intitule)).toEqual(['Santé mentale'])
      expect(await histoireDe(scene, id)).toEqual(
        ['contrat.creer contrats', 'axe.creer axes', 'contrat.retirer contrats', 'contrat.retablir contrats'].map(
          (dit) => `${dit} coordination@exemple.fr`
        )
      )
    }))
})

describe('qui peut écrire un contrat, et où', () => {
  test('seule la coordination l’ouvre, le modifie, le fait avancer, le retire ou le rétablit', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await ouvrirContrat(scene)
      for (const role of ROLES.filter((role) => role !== 'coordination')) {
        const autre = { ...scene, acteur: await unMembre(scene, role) }
        for (const acte of [
          () => creerContrat(autre, { intitule: 'CLS' }),
          () => modifierContrat(autre, { id, preambule: 'x' }),
          () => changerEtape(autre, { id, vers: 'en_relecture' }),
          () => retirerContrat(autre, { id })
        ])
          expect(await acte(), role).toEqual({ ok: false, sorte: 'interdit' })
      }
      await retirerContrat(scene, { id })
      expect(await retablirContrat({ ...scene, acteur: await unMembre(scene, 'lecteur') }, { id })).toEqual({
        ok: false,
        sorte: 'interdit'
      })
      expect(await histoireDe(scene, id)).toHaveLength(2)
    }))

  test('le contrat d’un autre territoire est introuvable, même pour sa coordination', () =>
    essai.annule(async (db) => {
      const ailleurs = await unTerritoire(db, { code: '94028' })
      const id = await ouvrirContrat(ailleurs)
      const retire = await ouvrirContrat(ailleurs)
      await retirerContrat(ailleurs, { id: retire })
      const scene = await unTerritoire(db)
      for (const acte of [
        () => modifierContrat(scene, { id, preambule: 'x' }),
        () => changerEtape(scene, { id, vers: 'en_relecture' }),
        () => retirerContrat(scene, { id }),
        () => retablirContrat(scene, { id: retire })
      ])
        expect(await acte()).toEqual({ ok: false, sorte: 'introuvable' })
      expect(await lireContrat(db, scene.perimetre, id)).toBeNull()
      expect(await listerContrats(db, scene.perimetre)).toEqual([])
    }))
})
