import { describe, expect, test } from 'vitest'
import { SYSTEME } from '#platform/acteur.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { creerTerritoire } from '#domaines/territoires/commands.server.ts'
import { unContrat } from '../fixtures.server.ts'
import { lireFiches } from '../queries/fiches.server.ts'
import { listerActionsModeles } from '../queries/modeles.server.ts'
import { creerFiche, modifierFiche, retirerFiche } from './fiche.server.ts'
import { creerDepuisModele } from './modeles.server.ts'
import { noterNouvelle } from './nouvelles.server.ts'
import { ecrireIndicateurs, releverIndicateur } from './indicateurs.server.ts'
import { ecrireBudget, ecrireEtapes, ecrireIntervenants } from './sections.server.ts'

const essai = baseDeTest()

const lue = async (scene: Scene, id: string) => (await lireFiches(scene.db as never, scene.perimetre, { ids: [id] }))[0]!

describe('R-079 · partir d’un modèle', () => {
  test('fourni : la fiche a ses textes, ses objectifs rangés, ses étapes et ses indicateurs, sous le titre et à la place qu’on dit', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contrat = await unContrat(scene)
      const dit = {
        modele: 'dents',
        titre: 'Dents saines à Sébille',
        axeId: contrat.axes[0],
        thematiques: ['bucco_dentaire', 'nutrition']
      }
      const { id } = reussi(await creerDepuisModele(scene, dit))
      const fiche = await lue(scene, id)
      expect(fiche).toMatchObject({
        titre: 'Dents saines à Sébille',
        thematiques: dit.thematiques,
        ages: ['enfance'],
        exemple: false
      })
      expect([fiche.statut, fiche.debut, fiche.fin, fiche.budgetPrevisionnel]).toEqual([null, null, null, null])
      expect(fiche.objectifs).toMatchObject([
        { niveau: 'general', enfants: [{ niveau: 'operationnel' }, { niveau: 'operationnel' }] }
      ])
      expect(fiche.etapes.every(({ echeance, faite }) => echeance === null && !faite)).toBe(true)
      expect([fiche.etapes.length, fiche.indicateurs.length]).toEqual([5, 3])
    }))

  test('du territoire : elle reprend ce qui se refait, jamais l’argent, les valeurs, les nouvelles ni les personnes', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id: depuis } = reussi(
        await creerFiche(scene, { titre: 'Bus santé', description: 'Un bus passe.', statut: 'realise', debut: '2020' })
      )
      const intervenants = [
        { role: 'pilote', structure: 'CPAM' },
        { role: 'elu_referent', personne: 'Alix Vidal' }
      ]
      reussi(await ecrireIntervenants(scene, { id: depuis, intervenants }))
      reussi(
        await ecrireEtapes(scene, { id: depuis, etapes: [{ intitule: 'Trouver le bus', echeance: '2020-05', faite: 'oui' }] })
      )
      reussi(
        await ecrireBudget(scene, {
          id: depuis,
          financements: [{ financeur: 'ARS', montant: '1 000' }],
          budgetPrevisionnel: '2 000'
        })
      )
      reussi(
        await ecrireIndicateurs(scene, {
          id: depuis,
          indicateurs: [{ intitule: 'Personnes vues', unite: 'personnes', cible: '300' }]
        })
      )
      const indicateurId = (await lue(scene, depuis)).indicateurs[0]!.id
      reussi(await releverIndicateur(scene, { id: depuis, indicateurId, date: '2021', valeur: '40' }))
      reussi(await noterNouvelle(scene, { ficheId: depuis, texte: 'Il roule.' }))

      const fiche = await lue(scene, reussi(await creerDepuisModele(scene, { depuis, titre: 'Bus santé, la suite' })).id)
      expect(fiche).toMatchObject({
        description: 'Un bus passe.',
        etapes: [{ intitule: 'Trouver le bus', echeance: null, faite: false }],
        indicateurs: [{ intitule: 'Personnes vues', unite: 'personnes', cible: null, valeurs: [] }],
        intervenants: [{ role: 'pilote', nom: 'CPAM' }],
        financements: [],
        nouvelles: []
      })
      expect([fiche.statut, fiche.debut, fiche.budgetPrevisionnel]).toEqual([null, null, null])
      // the model is as it was
      expect((await lue(scene, depuis)).etapes[0]).toMatchObject({ echeance: '2020-05', faite: true })
    }))

  test('inconnu, retiré ou d’un autre territoire : rien ne se crée ; sans le droit d’écrire non plus', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id: depuis } = reussi(await creerFiche(scene, { titre: 'Bus santé' }))
      const voisin = reussi(await creerTerritoire({ db, acteur: SYSTEME, maintenant: scene.maintenant }, { code: '94028' }))
      const ailleurs = { ...scene, perimetre: perimetreSysteme(voisin.id), acteur: SYSTEME }
      const titre = 'Une copie'
      expect(await creerDepuisModele(ailleurs, { depuis, titre })).toMatchObject({ sorte: 'introuvable' })
      expect(await creerDepuisModele(scene, { modele: 'magie', titre })).toMatchObject({ sorte: 'introuvable' })
      expect(await creerDepuisModele(scene, { modele: 'dents', titre: ' ' })).toMatchObject({
        champs: { titre: expect.any(Array) }
      })
      const elu = { ...scene, acteur: await unMembre(scene, 'elu') }
      expect(await creerDepuisModele(elu, { depuis, titre })).toMatchObject({ sorte: 'interdit' })
      reussi(await retirerFiche(scene, { id: depuis }))
      expect(await creerDepuisModele(scene, { depuis, titre })).toMatchObject({ sorte: 'introuvable' })
    }))

  test('la bibliothèque montre les actions présentes et passées, par titre, et les cherche', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contrat = await unContrat(scene)
      await modifierFiche(scene, { id: contrat.fiches[0]!, titre: 'Zumba', statut: 'realise', fin: '2019' })
      reussi(await creerFiche(scene, { titre: 'Ateliers' }))
      const lister = (recherche: string) => listerActionsModeles(db, scene.perimetre, { recherche, page: 1 })
      expect(await lister('')).toMatchObject({
        total: 2,
        pages: 1,
        actions: [
          { titre: 'Ateliers', contrat: null },
          { titre: 'Zumba', contrat: 'Contrat local de santé', statut: 'realise' }
        ]
      })
      expect((await lister('zumba')).actions).toHaveLength(1)
    }))
})
