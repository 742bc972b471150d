import { describe, expect, test } from 'vitest'
import { baseDeTest } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { ajouterQuartiers } from '#domaines/territoires/commands.server.ts'
import { listerAxes } from '#domaines/contrats/queries.server.ts'
import { proposerTransversaux } from '#domaines/contrats/commands/axes.server.ts'
import { unContrat } from '../fixtures.server.ts'
import { lireDossier } from '../queries/dossier.server.ts'
import { lireFiches } from '../queries/fiches.server.ts'
import { lirePortefeuille, resumerPortefeuille } from '../queries/portefeuille.server.ts'
import { creerFiche, modifierFiche, oterDuContrat, retablirFiche, retirerFiche } from './fiche.server.ts'
import { ecrireIndicateurs, releverIndicateur } from './indicateurs.server.ts'
import {
  ecrireBudget,
  ecrireEtapes,
  ecrireIntervenants,
  ecrireObjectifs,
  ecrireQuartiers,
  repondreTransversal
} from './sections.server.ts'

const essai = baseDeTest()

const une = async (db: Parameters<typeof lireFiches>[0], perimetre: Parameters<typeof lireFiches>[1], id: string) =>
  (await lireFiches(db, perimetre, { ids: [id] }))[0]!

describe('une fiche-action', () => {
  test('R-088 · porte population, calendrier, milieu, territoire, partenaires et équipe', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { fiches } = await unContrat(scene)
      const id = fiches[0]!
      const ajout = await ajouterQuartiers(scene, { quartiers: [{ nom: 'Sébille', nature: 'qpv', generation: '2015' }] })
      expect(
        await modifierFiche(scene, {
          id,
          publics: 'Jeunes adultes\nFamilles',
          calendrier: 'Un atelier par mois',
          milieux: ['Centre de santé'],
          debut: '2024',
          fin: '12/2026',
          budgetPrevisionnel: '38 000 €'
        })
      ).toMatchObject({ ok: true })
      expect(await ecrireQuartiers(scene, { id, quartiers: ajout.ok ? ajout.valeur.ajoutes : [] })).toMatchObject({ ok: true })
      expect(
        await ecrireIntervenants(scene, {
          id,
          intervenants: [
            { role: 'pilote', structure: 'CPAM du Val-d’Oise' },
            { role: 'partenaire', structure: 'Mission locale', detail: 'oriente les jeunes' },
            { role: 'personne_pilote', personne: 'Camille Exemple' },
            { role: 'pilote', structure: '', personne: '', detail: '' }
          ]
        })
      ).toMatchObject({ ok: true })
      expect(await une(db, scene.perimetre, id)).toMatchObject({
        publics: ['Jeunes adultes', 'Familles'],
        calendrier: 'Un atelier par mois',
        milieux: ['Centre de santé'],
        debut: '2024',
        fin: '2026-12',
        budgetPrevisionnel: 3_800_000,
        quartiers: ['Sébille'],
        intervenants: [
          { role: 'pilote', nom: 'CPAM du Val-d’Oise' },
          { role: 'partenaire', nom: 'Mission locale', detail: 'oriente les jeunes' },
          { role: 'personne_pilote', nom: 'Camille Exemple' }
        ]
      })
    }))

  test('R-078 · une action a un pilote et des copilotes, et une structure déjà connue n’est pas créée deux fois', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { fiches } = await unContrat(scene)
      const id = fiches[0]!
      await ecrireIntervenants(scene, { id, intervenants: [{ role: 'pilote', structure: 'ARS Île-de-France' }] })
      await ecrireIntervenants(scene, {
        id,
        intervenants: [
          { role: 'pilote', structure: 'ars  ile-de-france' },
          { role: 'copilote', structure: 'Coordination CLS' }
        ]
      })
      expect((await une(db, scene.perimetre, id)).intervenants.map(({ role, nom }) => [role, nom])).toEqual([
        ['pilote', 'ARS Île-de-France'],
        ['copilote', 'Coordination CLS']
      ])
    }))

  test('ses objectifs ont trois niveaux, dont un peut manquer', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = (await unContrat(scene)).fiches[0]!
      await ecrireObjectifs(scene, {
        id,
        objectifs: [
          { niveau: 'general', texte: 'Réduire le renoncement aux soins' },
          { niveau: 'specifique', texte: 'Ouvrir les droits sur place' },
          { niveau: 'operationnel', texte: 'Deux permanences par semaine', resultat: '250 dossiers' },
          { niveau: 'general', texte: 'Aller vers' },
          { niveau: 'operationnel', texte: 'Une médiatrice par quartier' }
        ]
      })
      expect((await une(db, scene.perimetre, id)).objectifs).toMatchObject([
        {
          niveau: 'general',
          enfants: [{ niveau: 'specifique', enfants: [{ niveau: 'operationnel', resultat: '250 dossiers' }] }]
        },
        { texte: 'Aller vers', enfants: [{ niveau: 'operationnel' }] }
      ])
    }))

  test('son budget, ses étapes et ses indicateurs se relisent, et les valeurs d’un indicateur survivent à sa correction', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = (await unContrat(scene)).fiches[0]!
      await ecrireBudget(scene, {
        id,
        budgetPrevisionnel: '40 000',
        financements: [{ financeur: 'ARS (FIR)', annee: '2026', montant: '20 000,50', etat: 'demande' }]
      })
      await ecrireEtapes(scene, {
        id,
        etapes: [
          { intitule: 'Convention signée', echeance: 'mars 2024', faite: 'on' },
          { intitule: '', echeance: '' }
        ]
      })
      await ecrireIndicateurs(scene, { id, indicateurs: [{ intitule: 'Dossiers ouverts', unite: 'dossiers', cible: '250' }] })
      const [indicateur] = (await une(db, scene.perimetre, id)).indicateurs
      await releverIndicateur(scene, { id, indicateurId: indicateur!.id, date: '30/09/2026', valeur: '186' })
      await ecrireIndicateurs(scene, {
        id,
        indicateurs: [{ id: indicateur!.id, intitule: 'Dossiers de droits ouverts', cible: 260 }]
      })
      expect(await une(db, scene.perimetre, id)).toMatchObject({
        budgetPrevisionnel: 4_000_000,
        financements: [{ financeur: 'ARS (FIR)', annee: 2026, montant: 2_000_050, etat: 'demande' }],
        etapes: [{ intitule: 'Convention signée', echeance: '2024-03', faite: true }],
        indicateurs: [{ intitule: 'Dossiers de droits ouverts', cible: 260, valeurs: [{ date: '2026-09-30', valeur: 186 }] }]
      })
    }))

  test('R-062 · répond à chaque axe transversal à chaque moment, et la réponse peut être reprise', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contrat = await unContrat(scene)
      await proposerTransversaux(scene, { contratId: contrat.id })
      const axes = await listerAxes(db, scene.perimetre, contrat.id)
      const transversal = axes.find((axe) => axe.intitule === 'Mobilisation des habitants')!
      const id = contrat.fiches[0]!
      await repondreTransversal(scene, {
        id,
        axeId: transversal.id,
        moment: 'conception',
        texte: 'Un groupe d’habitants choisit les horaires.'
      })
      await repondreTransversal(scene, { id, axeId: transversal.id, moment: 'evaluation', texte: 'À venir' })
      await repondreTransversal(scene, { id, axeId: transversal.id, moment: 'evaluation', texte: '' })
      expect((await une(db, scene.perimetre, id)).reponses).toEqual([
        { axe: transversal.id, moment: 'conception', texte: 'Un groupe d’habitants choisit les horaires.' }
      ])
      expect(await repondreTransversal(scene, { id, axeId: contrat.axes[0], moment: 'conception', texte: 'x' })).toMatchObject({
        ok: false,
        raison: 'axe_inconnu'
      })
    }))

  test('une fin avant le début est refusée, que les deux dates arrivent ensemble ou l’une après l’autre', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = (await unContrat(scene)).fiches[0]!
      expect(await modifierFiche(scene, { id, debut: '2026', fin: '2025' })).toMatchObject({
        ok: false,
        sorte: 'saisie',
        champs: { fin: [expect.stringContaining('avant')] }
      })
      await modifierFiche(scene, { id, debut: '2026-06' })
      expect(await modifierFiche(scene, { id, fin: '2026-05' })).toMatchObject({ ok: false, raison: 'periode_inversee' })
      expect(await modifierFiche(scene, { id, fin: '2026' })).toMatchObject({ ok: true })
    }))

  test('une fiche ôtée du contrat vit encore au portefeuille, et une fiche retirée revient', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contrat = await unContrat(scene, { fichesParAxe: 2 })
      const id = contrat.fiches[0]!
      await oterDuContrat(scene, { id, contratId: contrat.id })
      expect(await resumerPortefeuille(db, scene.perimetre, contrat.id)).toMatchObject({ total: 2, auContrat: 1, horsContrat: 1 })
      await retirerFiche(scene, { id })
      expect(await resumerPortefeuille(db, scene.perimetre, contrat.id)).toMatchObject({ total: 1 })
      await retablirFiche(scene, { id })
      expect(await resumerPortefeuille(db, scene.perimetre, contrat.id)).toMatchObject({ total: 2 })
    }))

  test('une sous-action se range sous une action, pas sous une autre sous-action', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contrat = await unContrat(scene)
      const sous = await creerFiche(scene, { titre: 'Atelier du mardi', parentId: contrat.fiches[0] })
      expect(sous).toMatchObject({ ok: true })
      expect(await creerFiche(scene, { titre: 'Trop bas', parentId: sous.ok ? sous.valeur.id : '' })).toMatchObject({
        ok: false,
        raison: 'sous_sous_action'
      })
      const dossier = await lireDossier(db, scene.perimetre, contrat.id, '2026-11-22')
      expect(dossier?.axes[0]?.fiches[0]).toMatchObject({ numero: '1.1', sousActions: [{ titre: 'Atelier du mardi' }] })
    }))

  test('un lecteur ne l’écrit pas, un contributeur oui', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = (await unContrat(scene)).fiches[0]!
      const en = (role: 'lecteur' | 'contributeur') => ({ ...scene, acteur: { ...scene.acteur, role } })
      expect(await modifierFiche(en('lecteur'), { id, titre: 'Non' })).toMatchObject({ ok: false, sorte: 'interdit' })
      expect(await modifierFiche(en('contributeur'), { id, titre: 'Oui' })).toMatchObject({ ok: true })
    }))
})

describe('le portefeuille', () => {
  test('se lit en une requête, groupé par axe dans l’ordre du contrat, et se cherche sans accents ni pluriel', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contrat = await unContrat(scene, { axes: 2, fichesParAxe: 2 })
      await creerFiche(scene, { titre: 'Médiation en santé', publics: ['Jeunes adultes'] })
      const vue = {
        contratId: contrat.id,
        axes: contrat.axes.toReversed().map((id, rang) => ({ id, numero: String(rang + 1) })),
        grouper: 'axe',
        tri: 'numero',
        descendant: false,
        page: 1
      } as const
      const lire = (filtre: object) => lirePortefeuille(db, scene.perimetre, { ...vue, filtre })
      const tout = await lire({})
      expect(tout.lignes.map((ligne) => ligne.titre)).toEqual([
        'Action 2.1',
        'Action 2.2',
        'Action 1.1',
        'Action 1.2',
        'Médiation en santé'
      ])
      expect(tout.total).toBe(5)
      expect(tout.lignes.map((ligne) => ligne.numero)).toEqual(['1.1', '1.2', '2.1', '2.2', null])
      expect(tout.lignes.map((ligne) => ligne.dansLeGroupe)).toEqual([2, 2, 2, 2, 1])
      expect((await lire({ recherche: 'mediations' })).lignes.map((ligne) => ligne.titre)).toEqual(['Médiation en santé'])
      expect((await lire({ recherche: 'jeune' })).lignes).toHaveLength(1)
      expect((await lire({ contratId: null })).lignes).toHaveLength(1)
    }))
})
