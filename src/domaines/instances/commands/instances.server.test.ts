import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { inscrireStructure } from '#domaines/partenaires/commands.server.ts'
import { listerStructures } from '#domaines/partenaires/queries.server.ts'
import { desAxes, ouvrirContrat } from '#domaines/contrats/fixtures.server.ts'
import { lireInstance, listerInstances, listerMandats, listerThemes } from '../queries.server.ts'
import { creerInstance, modifierInstance, retablirInstance, retirerInstance } from './instances.server.ts'
import { composerInstance } from './sieges.server.ts'

const essai = baseDeTest()
const groupe = { nom: 'Accès aux soins', nature: 'groupe', placeDuCls: 'pilote' } as const

describe('R-117 · une instance', () => {
  test('naît avec son thème, qui dit son contrat, et se corrige', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      const [axeId] = await desAxes(scene, contratId, ['Accès aux soins'])
      const { id } = reussi(await creerInstance(scene, { ...groupe, axeId, mission: 'Réunir.' }))
      expect(await lireInstance(db, scene.perimetre, id)).toMatchObject({
        axe: 'Accès aux soins',
        contratId,
        sieges: []
      })
      reussi(await modifierInstance(scene, { id, nom: 'Groupe accès aux soins', nature: 'groupe', placeDuCls: 'copilote' }))
      expect(await listerInstances(db, scene.perimetre)).toMatchObject([
        { nom: 'Groupe accès aux soins', placeDuCls: 'copilote', axeId: null, contratId: null }
      ])
    }))

  test('ne prend ni le nom d’une autre, ni l’axe d’un autre contrat, ni ce qui n’est plus là', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [un, autre] = [await ouvrirContrat(scene), await ouvrirContrat(scene, { intitule: 'Le suivant' })]
      const [axeId] = await desAxes(scene, un, ['Accès aux soins'])
      reussi(await creerInstance(scene, groupe))
      const refus = async (saisie: object) => await creerInstance(scene, { ...groupe, nom: 'Autre', ...saisie })
      expect(await refus({ nom: 'ACCES  aux soins' })).toMatchObject({ raison: 'nom_pris', champ: 'nom' })
      expect(await refus({ contratId: autre, axeId })).toMatchObject({ raison: 'axe_d_un_autre', champ: 'axeId' })
      expect(await refus({ contratId: axeId })).toMatchObject({ raison: 'contrat_inconnu' })
      expect(await refus({ axeId: un })).toMatchObject({ raison: 'axe_inconnu' })
      expect(await refus({ mandatDebut: '2026', mandatFin: '2025' })).toMatchObject({
        champs: { mandatFin: [expect.any(String)] }
      })
    }))

  test('R-118 · sans le CLS, un groupe dit pourquoi', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const sans = { ...groupe, placeDuCls: 'sans' }
      expect(await creerInstance(scene, sans)).toMatchObject({ raison: 'motif_sans_cls', champ: 'motifSansCls' })
      reussi(await creerInstance(scene, { ...sans, motifSansCls: 'La CPTS le pilote.' }))
    }))

  test('retirée, elle revient, sauf si une autre a pris son nom', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id } = reussi(await creerInstance(scene, groupe))
      reussi(await retirerInstance(scene, { id }))
      expect(await listerInstances(db, scene.perimetre)).toEqual([])
      expect(await modifierInstance(scene, { ...groupe, id })).toMatchObject({ sorte: 'introuvable' })
      reussi(await retablirInstance(scene, { id }))
      reussi(await retirerInstance(scene, { id }))
      reussi(await creerInstance(scene, groupe))
      expect(await retablirInstance(scene, { id })).toMatchObject({ raison: 'nom_pris' })
    }))

  test('R-132 · son mandat se lit pour la frise', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const conseil = { nom: 'Conseil citoyen', nature: 'conseil_citoyen', placeDuCls: 'sans' } as const
      reussi(await creerInstance(scene, { ...conseil, mandatDebut: '2020', mandatFin: '2026' }))
      reussi(await creerInstance(scene, groupe))
      expect(await listerMandats(db, scene.perimetre)).toMatchObject([
        { intitule: 'Conseil citoyen', debut: '2020', fin: '2026' }
      ])
    }))
})

describe('R-118 · qui siège', () => {
  test('se dit d’un coup ; une structure connue est reconnue, une inconnue entre dans l’annuaire', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      reussi(await inscrireStructure(scene, { nom: 'CPAM du Val-d’Oise' }))
      const { id } = reussi(await creerInstance(scene, groupe))
      const cpam = { role: 'copilote', structure: 'CPAM du Val-d’Oise', personne: 'Camille Perrin' }
      reussi(await composerInstance(scene, { id, sieges: [cpam, { role: 'membre', structure: 'Mission locale' }] }))
      reussi(
        await composerInstance(scene, { id, sieges: [cpam, { role: 'membre', personne: 'Awa Diallo', qualite: 'habitante' }] })
      )
      expect((await lireInstance(db, scene.perimetre, id))!.sieges).toMatchObject([
        { role: 'copilote', structure: 'CPAM du Val-d’Oise', personne: 'Camille Perrin' },
        { role: 'membre', structure: null, personne: 'Awa Diallo', qualite: 'habitante' }
      ])
      expect((await listerStructures(db, scene.perimetre)).map(({ nom }) => nom).toSorted()).toEqual([
        'CPAM du Val-d’Oise',
        'Mission locale'
      ])
    }))

  test('un siège sans personne est refusé à sa ligne, et rien ne change', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id } = reussi(await creerInstance(scene, groupe))
      const fait = await composerInstance(scene, {
        id,
        sieges: [
          { role: 'membre', structure: 'CAF' },
          { role: 'pilote', qualite: 'élu' }
        ]
      })
      expect(fait).toMatchObject({ champs: { 'sieges.1.structure': [expect.stringContaining('Nommez')] } })
      expect((await lireInstance(db, scene.perimetre, id))!.sieges).toEqual([])
    }))
})

test('les thèmes offerts sont les axes du haut, le dernier contrat d’abord', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const ancien = await ouvrirContrat(scene, { intitule: 'Ancien', debut: '2018', fin: '2022' })
    const neuf = await ouvrirContrat(scene, { intitule: 'Neuf', debut: '2024', fin: '2028' })
    await desAxes(scene, ancien, ['Hier'])
    await desAxes(scene, neuf, ['Demain'])
    expect((await listerThemes(db, scene.perimetre)).map(({ libelle, contrat }) => `${contrat} ${libelle}`)).toEqual([
      'Neuf Demain',
      'Ancien Hier'
    ])
  }))
