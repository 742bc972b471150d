import { describe, expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { ajouterQuartiers } from '#domaines/territoires/commands.server.ts'
import { creerFiche, modifierFiche } from '../commands/fiche.server.ts'
import { ecrireEtapes, ecrireIntervenants, ecrireQuartiers } from '../commands/sections.server.ts'
import { unContrat } from '../fixtures.server.ts'
import { joursDeRetard } from '../regles/suivi.ts'
import { lireVue } from '../schema/portefeuille.ts'
import type { Statut } from '../schema/mots.ts'
import { lireCadre, type Cadre } from './cadre.server.ts'
import { lireCalendrier } from './calendrier.server.ts'
import { lirePilotes } from './pilotes.server.ts'
import { lireParPublic } from './publics.server.ts'
import { lireParQuartier } from './quartiers.server.ts'
import { lireStatuts } from './statuts.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'

async function uneAction(scene: Scene, titre: string, dit: Record<string, unknown> = {}): Promise<string> {
  const { id } = reussi(await creerFiche(scene, { titre, axeId: (dit.axeId as string) ?? null }))
  const { axeId: _, ...champs } = dit
  reussi(await modifierFiche(scene, { id, ...champs }))
  return id
}

const cadreDe = async (db: Tx, scene: Scene, adresse = '') =>
  (await lireCadre(db, scene.perimetre, lireVue(new URLSearchParams(adresse)), JOUR)).vue

describe('le tableau des statuts', () => {
  test('a la même idée du retard que la règle, à chaque précision et pour chaque statut', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const cas: { statut: Statut | null; fin: string }[] = []
      for (const statut of [null, 'en_cours', 'realise', 'abandonne', 'bloque'] as const)
        for (const fin of ['2025', '2026', '2026-10', '2026-11', '2026-11-21', '2026-11-22', '2027-01']) cas.push({ statut, fin })
      for (const [rang, une] of cas.entries()) await uneAction(scene, `Action ${rang}`, une)
      const { colonnes } = await lireStatuts(db, scene.perimetre, await cadreDe(db, scene), JOUR)
      for (const { statut, nombre, echues } of colonnes) {
        const attendues = cas.filter((une) => une.statut === statut)
        expect([statut, nombre, echues]).toEqual([statut, 7, attendues.filter((une) => joursDeRetard(une, JOUR) > 0).length])
      }
      expect(colonnes).toHaveLength(5)
    }))

  test('compte toute la colonne et n’en montre que le début, dans l’ordre du contrat, avec numéro et pilotes', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contrat = await unContrat(scene, { axes: 2, fichesParAxe: 2 })
      for (const [rang, id] of contrat.fiches.entries())
        await modifierFiche(scene, { id, statut: 'en_cours', titre: `Action ${9 - rang}` })
      reussi(
        await ecrireIntervenants(scene, {
          id: contrat.fiches[0]!,
          intervenants: [
            { role: 'copilote', structure: 'Ville' },
            { role: 'partenaire', structure: 'Lycée' },
            { role: 'pilote', structure: 'CPAM' }
          ]
        })
      )
      const cadre = await cadreDe(db, scene)
      const { colonnes } = await lireStatuts(db, scene.perimetre, cadre, JOUR, { parColonne: 3 })
      expect(colonnes).toMatchObject([{ statut: 'en_cours', nombre: 4, echues: 0 }])
      expect(colonnes[0]!.cartes.map(({ numero, titre, pilotes }) => [numero, titre, pilotes])).toEqual([
        ['1.1', 'Action 9', ['CPAM', 'Ville']],
        ['1.2', 'Action 8', []],
        ['2.1', 'Action 7', []]
      ])
    }))

  test('suit les filtres du portefeuille, le statut non dit aussi, et laisse de côté les sous-actions', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contrat = await unContrat(scene, { axes: 1, fichesParAxe: 1 })
      await uneAction(scene, 'Bus santé', { statut: 'en_cours', publics: ['Familles'] })
      reussi(await creerFiche(scene, { titre: 'Sous-action', parentId: contrat.fiches[0]! }))
      const lire = async (adresse: string) =>
        (await lireStatuts(db, scene.perimetre, await cadreDe(db, scene, adresse), JOUR)).colonnes.map(({ statut, nombre }) => [
          statut,
          nombre
        ])
      expect((await lire('')).toSorted()).toEqual([
        [null, 1],
        ['en_cours', 1]
      ])
      expect(await lire('q=bus')).toEqual([['en_cours', 1]])
      expect(await lire('statut=non_dit')).toEqual([[null, 1]])
      expect(await lire('dans=contrat')).toEqual([[null, 1]])
      expect(await lire('public=Familles')).toEqual([['en_cours', 1]])
      expect(await lire('q=introuvable')).toEqual([])
    }))

  test('nomme l’action qui vient de passer, même hors de ce qu’il montre, jamais celle d’un autre territoire', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const voisin = await unTerritoire(db, { code: '94028' })
      const id = await uneAction(scene, 'Bus santé', { statut: 'realise' })
      const lire = async (qui: Scene) =>
        (await lireStatuts(db, qui.perimetre, await cadreDe(db, qui, 'statut=en_cours'), JOUR, { passee: id })).passee
      expect(await lire(scene)).toEqual({ id, titre: 'Bus santé', statut: 'realise' })
      expect(await lire(voisin)).toBeNull()
    }))
})

describe('le calendrier', () => {
  test('range par année ce qui la touche, ailleurs le reste, et à part ce qui n’a pas de date', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const dates: [string, string | null, string | null][] = [
        ['avant', '2024', '2025'],
        ['finit là', '2024', '2026-01'],
        ['traverse', '2024', '2028'],
        ['commence là', '2026-12', '2027'],
        ['après', '2027-01', '2028'],
        ['sans fin', '2025', null],
        ['sans début', null, '2026'],
        ['sans date', null, null]
      ]
      for (const [titre, debut, fin] of dates) await uneAction(scene, titre, { debut, fin, statut: 'realise' })
      await uneAction(scene, 'en retard depuis 2024', { debut: '2023', fin: '2024', statut: 'en_cours' })
      const avecEtape = await uneAction(scene, 'une étape', { statut: 'en_cours' })
      reussi(await ecrireEtapes(scene, { id: avecEtape, etapes: [{ intitule: 'Lancer', echeance: '2026-03', faite: true }] }))
      const lire = async (de: number, a = de) =>
        lireCalendrier(db, scene.perimetre, await cadreDe(db, scene), JOUR, { de, a, page: 1 })
      const lu = await lire(2026)
      expect(lu.lignes.map(({ titre }) => titre).toSorted()).toEqual(
        ['finit là', 'traverse', 'commence là', 'sans fin', 'sans début', 'en retard depuis 2024', 'une étape'].toSorted()
      )
      expect(lu).toMatchObject({ total: 7, echues: 1, ailleurs: 2, sansDate: { nombre: 1, fiches: [{ titre: 'sans date' }] } })
      expect(lu.lignes.find(({ titre }) => titre === 'une étape')!.etapes).toEqual([
        { intitule: 'Lancer', echeance: '2026-03', faite: true }
      ])
      // a late action goes on until today, not beyond
      expect((await lire(2025)).lignes.map(({ titre }) => titre)).toContain('en retard depuis 2024')
      expect((await lire(2027)).lignes.map(({ titre }) => titre)).not.toContain('en retard depuis 2024')
      expect(await lire(2023, 2028)).toMatchObject({ total: 9, ailleurs: 0, sansDate: { nombre: 1 } })
    }))

  test('se lit page à page, dans l’ordre du contrat, et compte toujours tout', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contrat = await unContrat(scene, { axes: 2, fichesParAxe: 2 })
      for (const id of contrat.fiches) await modifierFiche(scene, { id, debut: '2026', fin: '2026-02' })
      const cadre = await cadreDe(db, scene)
      const lire = (page: number) => lireCalendrier(db, scene.perimetre, cadre, JOUR, { de: 2026, a: 2026, page, parPage: 3 })
      expect((await lire(1)).lignes.map(({ numero }) => numero)).toEqual(['1.1', '1.2', '2.1'])
      expect(await lire(2)).toMatchObject({ total: 4, echues: 4, lignes: [{ numero: '2.2', axeId: contrat.axes[1] }] })
      expect(await lire(9)).toMatchObject({ total: 4, lignes: [] })
    }))
})

describe('les pilotes et les quartiers', () => {
  test('R-078 · chaque structure et chaque personne avec ce qu’elle porte, et les actions vivantes que personne ne pilote', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      for (const n of [1, 2, 3]) {
        const id = await uneAction(scene, `Action ${n}`, { statut: 'en_cours', fin: '2025', budgetPrevisionnel: '100' })
        const intervenants = [
          { role: 'pilote' as const, structure: 'CPAM', personne: 'Alix Exemple' },
          { role: 'personne_pilote' as const, personne: 'Sam Exemple' },
          { role: 'partenaire' as const, structure: 'Lycée' }
        ]
        reussi(await ecrireIntervenants(scene, { id, intervenants }))
      }
      await uneAction(scene, 'Orpheline')
      await uneAction(scene, 'Orpheline finie', { statut: 'realise' })
      const lu = await lirePilotes(db, scene.perimetre, await cadreDe(db, scene), JOUR)
      expect(
        lu.charges
          .map(({ nom, sorte, vivantes, echues, budget, seules }) => [nom, sorte, vivantes, echues, budget, seules.length])
          .toSorted()
      ).toEqual([
        ['CPAM', 'structure', 3, 3, { ht: 30_000, ttc: 0 }, 3],
        ['Sam Exemple', 'personne', 3, 3, { ht: 30_000, ttc: 0 }, 3]
      ])
      expect(lu.sansPilote.map(({ titre }) => titre)).toEqual(['Orpheline'])
    }))

  test('R-029 · chaque quartier avec ses actions, ceux qui n’en ont pas aussi, et ce qui vise tout le territoire', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { ajoutes } = reussi(
        await ajouterQuartiers(scene, {
          quartiers: [
            { nom: 'Sébille', nature: 'qpv', generation: '2024' },
            { nom: 'Horloge', nature: 'qpv', generation: '2024' }
          ]
        })
      )
      const situee = await uneAction(scene, 'Bus santé', { statut: 'en_cours', fin: '2025' })
      reussi(await ecrireQuartiers(scene, { id: situee, quartiers: [ajoutes[0]!] }))
      await uneAction(scene, 'Partout')
      const lu = await lireParQuartier(db, scene.perimetre, await cadreDe(db, scene), JOUR)
      expect(lu.quartiers.map(({ nom, actions, vivantes, echues }) => [nom, actions, vivantes, echues])).toEqual([
        ['Horloge', 0, 0, 0],
        ['Sébille', 1, 1, 1]
      ])
      expect(lu).toMatchObject({ partout: 1, total: 2 })
    }))

  test('R-087 · chaque public et chaque âge avec ses actions, une action qui en dit plusieurs compte dans chacun', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await uneAction(scene, 'Repas', { facettes: ['familles', 'isolement'], ages: ['seniors'], publics: 'Veufs\nveufs' })
      await uneAction(scene, 'Jeux', { facettes: ['familles'], ages: ['enfance', 'jeunesse'], statut: 'realise' })
      await uneAction(scene, 'Affiches')
      const lu = await lireParPublic(db, scene.perimetre, await cadreDe(db, scene))
      expect(lu.lignes).toEqual([
        { facette: 'familles', actions: 2, vivantes: 1, ages: { seniors: 1, enfance: 1, jeunesse: 1 } },
        { facette: 'isolement', actions: 1, vivantes: 1, ages: { seniors: 1 } },
        { facette: null, actions: 1, vivantes: 1, ages: { '': 1 } }
      ])
      expect(lu.ages).toEqual({ seniors: 1, enfance: 1, jeunesse: 1, '': 1 })
      expect(lu.libres.map(({ actions }) => actions)).toEqual([1, 1])
      expect(lu.total).toBe(3)
    }))

  test('rien d’un autre territoire ne s’y lit', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const voisin = await unTerritoire(db, { code: '94028' })
      await unMembre(voisin, 'lecteur')
      await uneAction(voisin, 'Ailleurs', { debut: '2026' })
      const cadre = await cadreDe(db, scene)
      expect(await lirePilotes(db, scene.perimetre, cadre, JOUR)).toEqual({ charges: [], sansPilote: [] })
      expect(await lireCalendrier(db, scene.perimetre, cadre, JOUR, { de: 2026, a: 2026, page: 1 })).toMatchObject({ total: 0 })
      expect(await lireParQuartier(db, scene.perimetre, cadre, JOUR)).toEqual({ quartiers: [], partout: 0, total: 0 })
      expect(await lireParPublic(db, scene.perimetre, cadre)).toMatchObject({ lignes: [], libres: [], total: 0 })
      expect((await lireStatuts(db, scene.perimetre, cadre, JOUR)).colonnes).toEqual([])
    }))
})

test('chaque façon de voir se lit en une requête, quel que soit le nombre d’actions', async () => {
  const scene = await unTerritoire(essai.base().db)
  type Lecture = (db: Tx, perimetre: Scene['perimetre'], cadre: Cadre['vue'], jour: string) => Promise<unknown>
  const lectures: Record<string, Lecture> = {
    statuts: lireStatuts,
    calendrier: (db, perimetre, cadre, jour) => lireCalendrier(db, perimetre, cadre, jour, { de: 2020, a: 2030, page: 1 }),
    pilotes: lirePilotes,
    quartiers: lireParQuartier,
    publics: lireParPublic
  }
  const mesurer = async () => {
    const comptes: Record<string, number> = {}
    for (const [nom, lire] of Object.entries(lectures)) {
      const cadre = await essai.annule((db) => cadreDe(db, scene))
      comptes[nom] = (await essai.requetesDe(() => essai.annule((db) => lire(db, scene.perimetre, cadre, JOUR)))).length
    }
    return comptes
  }
  expect(await mesurer()).toEqual({ statuts: 1, calendrier: 1, pilotes: 1, quartiers: 1, publics: 1 })
  await unContrat(scene, { axes: 3, fichesParAxe: 10 })
  expect(await mesurer()).toEqual({ statuts: 1, calendrier: 1, pilotes: 1, quartiers: 1, publics: 1 })
})
