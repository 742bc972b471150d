import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { lireTableau } from '#domaines/pilotage/queries/tableau.server.ts'
import { unContrat } from '../fixtures.server.ts'
import { lireFiches } from '../queries/fiches.server.ts'
import { lirePortefeuille, resumerPortefeuille } from '../queries/portefeuille.server.ts'
import { creerFiche, modifierFiche } from './fiche.server.ts'
import { ecrireIntervenants } from './sections.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'

const lue = async (scene: Scene, id: string) => (await lireFiches(scene.db as never, scene.perimetre, { ids: [id] }))[0]!
const chercher = async (scene: Scene, contratId: string | null, filtre: object) =>
  (
    await lirePortefeuille(scene.db as never, scene.perimetre, {
      contratId,
      axes: [],
      filtre,
      grouper: 'aucun',
      tri: 'titre',
      descendant: false,
      page: 1
    })
  ).lignes

describe('le classement d’une action', () => {
  test('R-082, R-085, R-087 · thèmes, types et publics se choisissent dans les listes, chacun une fois', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id } = reussi(await creerFiche(scene, { titre: 'Brossage des dents à l’école' }))
      const classement = {
        thematiques: ['bucco_dentaire', 'bucco_dentaire'],
        types: ['depistage', 'sensibilisation'],
        facettes: ['familles'],
        ages: ['enfance']
      }
      reussi(await modifierFiche(scene, { id, ...classement }))
      expect(await lue(scene, id)).toMatchObject({ ...classement, thematiques: ['bucco_dentaire'] })
      expect(await modifierFiche(scene, { id, thematiques: ['magie'] })).toMatchObject({ sorte: 'saisie' })
    }))

  test('R-086 · le maintien à domicile et la perte d’autonomie sont des thèmes, les seniors un âge, et l’on retrouve l’action par là', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id } = reussi(await creerFiche(scene, { titre: 'Prévenir les chutes à domicile' }))
      await creerFiche(scene, { titre: 'Bus santé' })
      reussi(await modifierFiche(scene, { id, thematiques: ['maintien_domicile', 'perte_autonomie'], ages: ['seniors'] }))
      for (const filtre of [{ theme: 'perte_autonomie' }, { theme: 'maintien_domicile' }, { age: 'seniors' }])
        expect((await chercher(scene, null, filtre)).map(({ titre }) => titre)).toEqual(['Prévenir les chutes à domicile'])
    }))

  test('R-033 · les milieux de la liste et ceux que l’on écrit soi-même se gardent ensemble ; ce qui était écrit reste', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id } = reussi(await creerFiche(scene, { titre: 'Bus santé', milieux: ['Marché du samedi'] }))
      reussi(await modifierFiche(scene, { id, milieux: ['QPV'], autresMilieux: 'Marché du samedi\nQPV\nParvis de la gare' }))
      expect((await lue(scene, id)).milieux).toEqual(['QPV', 'Marché du samedi', 'Parvis de la gare'])
      reussi(await modifierFiche(scene, { id, statut: 'en_cours' }))
      expect((await lue(scene, id)).milieux).toHaveLength(3)
    }))

  test('R-083, R-085, R-087 · le portefeuille se filtre par thème, par type, par public, par âge et par nature', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const a = { titre: 'Accueil d’internes', thematiques: ['offre_soins'], types: ['stages'], facettes: ['professionnels'] }
      const b = { titre: 'Visites à domicile', thematiques: ['isolement'], types: ['aller_vers'], ages: ['seniors'] }
      reussi(await creerFiche(scene, { ...a, nature: 'nouvelle' }))
      reussi(await creerFiche(scene, { ...b, nature: 'existante' }))
      for (const [filtre, titre] of [
        [{ theme: 'offre_soins' }, a.titre],
        [{ type: 'aller_vers' }, b.titre],
        [{ facette: 'professionnels' }, a.titre],
        [{ age: 'seniors' }, b.titre],
        [{ nature: 'existante' }, b.titre]
      ] as const)
        expect((await chercher(scene, null, filtre)).map((ligne) => ligne.titre)).toEqual([titre])
    }))

  test('R-069 · une action existante s’inscrit, avec sa raison ; le portefeuille et le tableau de bord comptent celles du contrat', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contrat = await unContrat(scene, { fichesParAxe: 2 })
      reussi(
        await modifierFiche(scene, { id: contrat.fiches[0]!, nature: 'existante', motifExistante: 'Elle double ses jours.' })
      )
      reussi(await creerFiche(scene, { titre: 'Ailleurs', nature: 'nouvelle' }))
      expect(await lue(scene, contrat.fiches[0]!)).toMatchObject({ motifExistante: 'Elle double ses jours.' })
      const attendu = { existante: 1, '': 1 }
      expect((await resumerPortefeuille(db, scene.perimetre, contrat.id)).parNature).toEqual(attendu)
      expect((await lireTableau(db, scene.perimetre, JOUR)).parNature).toEqual(attendu)
    }))

  test('R-084, R-107 · une direction qui n’est pas celle de la santé pilote ; l’élu et la direction référents se lisent au portefeuille', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id } = reussi(await creerFiche(scene, { titre: 'Rénover les logements' }))
      const intervenants = [
        { role: 'direction_referente', structure: 'Direction de l’habitat' },
        { role: 'elu_referent', personne: 'Camille Perrin' },
        { role: 'service_pilote', structure: 'Direction de l’urbanisme' }
      ]
      reussi(await ecrireIntervenants(scene, { id, intervenants }))
      expect(await chercher(scene, null, {})).toMatchObject([
        { pilotes: ['Direction de l’urbanisme'], referents: ['Camille Perrin', 'Direction de l’habitat'] }
      ])
    }))
})
