import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { reglerTerritoire } from '#domaines/territoires/commands.server.ts'
import { desAxes, leSocle, ouvrirContrat } from '#domaines/contrats/fixtures.server.ts'
import { changerEtape } from '#domaines/contrats/commands/contrat.server.ts'
import { proposerTransversaux } from '#domaines/contrats/commands/axes.server.ts'
import { signerContrat } from '#domaines/contrats/commands/signature.server.ts'
import { lireContrat } from '#domaines/contrats/queries.server.ts'
import { guideDe } from '#domaines/contrats/regles/transversaux.ts'
import { lireProgramme } from '../queries/programme.server.ts'
import { lireSuite } from '../queries/suite.server.ts'
import { creerFiche } from './fiche.server.ts'
import { ouvrirGeneration } from './generation.server.ts'
import { deciderDesSuites } from './suite.server.ts'

const essai = baseDeTest()
const maintenant = new Date('2023-02-01T10:00:00Z')

/** A contract 2020-2022 that has ended, of two axes, one inside the other, with four actions, on a territory with an ASV. */
async function echu(scene: Scene, signe = true) {
  reussi(await reglerTerritoire(scene, { asvDepuis: '2007' } as never))
  const contratId = await ouvrirContrat(scene, { debut: '2020', fin: '2022', niveaux: ['Axe', 'Thématique'] })
  const [haut] = (await desAxes(scene, contratId, ['Santé mentale'])) as [string]
  const [bas] = (await desAxes(scene, contratId, ['Écoute'], haut)) as [string]
  reussi(await proposerTransversaux(scene, { contratId }))
  await leSocle(scene, contratId)
  if (signe) {
    reussi(await changerEtape(scene, { id: contratId, vers: 'en_relecture' }))
    reussi(await signerContrat(scene, { id: contratId, signeLe: '2020' }))
  }
  const ids: string[] = []
  for (const titre of ['Cafés d’écoute', 'Bus santé', 'Défibrillateurs', 'Ateliers nutrition'])
    ids.push(reussi(await creerFiche(scene, { titre, axeId: titre === 'Bus santé' ? haut : bas })).id)
  return { contratId, haut, bas, ids: ids as [string, string, string, string] }
}
const suite = async (scene: Scene, contratId: string) => (await lireSuite(scene.db as never, scene.perimetre, contratId))!
const choix = async (scene: Scene, contratId: string) =>
  (await suite(scene, contratId)).fiches.map((fiche) => `${fiche.titre} ${fiche.choix ?? '?'}`)

describe('R-013 · ce que deviennent les actions d’un contrat échu', () => {
  test('on le dit action par action ou axe par axe ; ce qui n’est pas dit reste ouvert', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant })
      const { contratId, bas, ids } = await echu(scene)
      expect(await choix(scene, contratId)).toEqual([
        'Cafés d’écoute ?',
        'Bus santé ?',
        'Défibrillateurs ?',
        'Ateliers nutrition ?'
      ])
      const decisions = [
        { ficheId: ids[2], choix: 'terminee' },
        { ficheId: ids[3], choix: 'abandonnee' }
      ]
      const fait = reussi(
        await deciderDesSuites(scene, { contratId, decisions, groupes: [{ axeId: bas, choix: 'reconduite' }], motif: 'Comité.' })
      )
      expect(fait.ecrites).toBe(3)
      const lue = await suite(scene, contratId)
      expect(lue.fiches.map(({ choix, statut, motif }) => [choix, statut, motif])).toEqual([
        ['reconduite', null, 'Comité.'],
        [null, null, null],
        ['terminee', 'realise', 'Comité.'],
        ['abandonnee', 'abandonne', 'Comité.']
      ])
    }))

  test('l’action vit sans contrat : elle est de l’ASV tant que le suivant n’est pas en vigueur, puis du CLS', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant })
      const { contratId, ids } = await echu(scene)
      reussi(await deciderDesSuites(scene, { contratId, decisions: [{ ficheId: ids[0], choix: 'reconduite' }] }))
      const { id: suivant, actions } = reussi(
        await ouvrirGeneration(scene, {
          intitule: 'CLS 2024-2028',
          debut: '2024',
          fin: '2028',
          precedentId: contratId,
          reprises: ['axes', 'signataires'],
          actions: 'decidees'
        })
      )
      expect(actions).toBe(1)
      reussi(await changerEtape(scene, { id: suivant, vers: 'en_relecture' }))
      reussi(await signerContrat(scene, { id: suivant, signeLe: '2023' }))
      const au = async (jour: string) => (await lireProgramme(db, scene.perimetre, ids[0], jour)).programme
      expect([await au('2021-01-01'), await au('2023-06-01'), await au('2024-06-01')]).toEqual(['cls', 'asv', 'cls'])
    }))

  test('changer d’avis rend la place dans le contrat suivant ; un suivant déjà en vigueur date l’entrée', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant })
      const { contratId, ids } = await echu(scene)
      const ouvert = { intitule: 'CLS 2023-2028', debut: '2023', fin: '2028', precedentId: contratId }
      const { id: suivant } = reussi(await ouvrirGeneration(scene, { ...ouvert, reprises: ['axes', 'signataires'] }))
      reussi(await changerEtape(scene, { id: suivant, vers: 'en_relecture' }))
      reussi(await signerContrat(scene, { id: suivant, signeLe: '2023' }))
      const axe = (await suite(scene, contratId)).suivant!.axes.find(({ intitule }) => intitule === 'Santé mentale')
      const dire = (mot: string) => deciderDesSuites(scene, { contratId, decisions: [{ ficheId: ids[0], choix: mot }] })
      reussi(await dire(`axe:${axe!.id}`))
      const lue = await lireProgramme(db, scene.perimetre, ids[0], '2023-03-01')
      expect(lue.parcours.map(({ axe: nom, depuis }) => [nom, depuis])).toContainEqual(['Santé mentale', '2023-02-01'])
      reussi(await dire('hors_contrat'))
      expect((await suite(scene, contratId)).fiches[0]).toMatchObject({ choix: 'hors_contrat', reprise: false })
    }))

  test('un contrat qui n’est pas signé, un axe d’ailleurs, une date à venir, un autre rôle : refusés', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant })
      const { contratId, ids, bas } = await echu(scene)
      const un = { contratId, decisions: [{ ficheId: ids[0], choix: `axe:${bas}` }] }
      expect(await deciderDesSuites(scene, un)).toMatchObject({ raison: 'axe_inconnu' })
      expect(await deciderDesSuites(scene, { ...un, date: '2024' })).toMatchObject({ raison: 'date_future', champ: 'date' })
      const contributeur = await unMembre(scene, 'contributeur')
      expect(await deciderDesSuites({ ...scene, acteur: contributeur }, un)).toMatchObject({ sorte: 'interdit' })
      const brouillon = await ouvrirContrat(scene)
      expect(await deciderDesSuites(scene, { contratId: brouillon })).toMatchObject({ raison: 'contrat_pas_signe' })
    }))
})

describe('R-009 · une nouvelle génération', () => {
  test('reprend l’arbre des axes, les transversaux, les signataires sans leur signature, les textes et les actions', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant })
      const { contratId, ids } = await echu(scene)
      const { id, actions } = reussi(
        await ouvrirGeneration(scene, {
          intitule: 'Deuxième génération',
          precedentId: contratId,
          reprises: ['axes', 'transversaux', 'signataires', 'textes'],
          actions: 'vivantes'
        })
      )
      expect(actions).toBe(4)
      const [ancien, neuf] = [await lireContrat(db, scene.perimetre, contratId), await lireContrat(db, scene.perimetre, id)]
      expect(neuf).toMatchObject({ generation: 2, precedentId: contratId, etape: 'elaboration', niveaux: ['Axe', 'Thématique'] })
      const noms = (contrat: typeof neuf) => contrat!.axes.map(({ nature, intitule, rang }) => `${nature} ${rang} ${intitule}`)
      expect(noms(neuf).toSorted()).toEqual(noms(ancien).toSorted())
      // and what each of them says to who answers it
      const guides = (contrat: typeof neuf) => contrat!.axes.map((axe) => JSON.stringify(guideDe(axe))).toSorted()
      expect(guides(neuf)).toEqual(guides(ancien))
      expect(new Set(guides(neuf)).size).toBe(5)
      const [haut, bas] = ['Santé mentale', 'Écoute'].map((nom) => neuf!.axes.find(({ intitule }) => intitule === nom)!)
      expect(bas!.parentId).toBe(haut!.id)
      expect(neuf!.signataires.map(({ structure, role, signeLe }) => [structure, role, signeLe])).toEqual(
        ancien!.signataires.map(({ structure, role }) => [structure, role, null])
      )
      const { parcours } = await lireProgramme(db, scene.perimetre, ids[0], '2023-03-01')
      expect(parcours.map(({ contrat, axe }) => [contrat, axe])).toEqual([
        ['Contrat local de santé', 'Écoute'],
        ['Deuxième génération', 'Écoute']
      ])
    }))

  test('ne reprend que ce qu’on lui demande', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant })
      const { contratId } = await echu(scene)
      const { id } = reussi(await ouvrirGeneration(scene, { intitule: 'Table rase', precedentId: contratId }))
      expect(await lireContrat(db, scene.perimetre, id)).toMatchObject({ axes: [], signataires: [], niveaux: ['Axe'] })
    }))
})
