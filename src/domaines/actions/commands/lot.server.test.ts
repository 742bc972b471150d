import { describe, expect, test } from 'vitest'
import { baseDeTest } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { unContrat } from '../fixtures.server.ts'
import { lireFiches } from '../queries/fiches.server.ts'
import { direRefusDeLot } from '../libelles/refus.ts'
import { modifierFiche } from './fiche.server.ts'
import { changerEnLot } from './lot.server.ts'

const essai = baseDeTest()
const lire = (scene: Scene, ids: readonly string[]) => lireFiches(scene.db as never, scene.perimetre, { ids })

describe('changer plusieurs actions d’un coup', () => {
  test('un statut pour toutes celles qui sont choisies, en un seul geste', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { fiches } = await unContrat(scene, { axes: 1, fichesParAxe: 3 })
      await modifierFiche(scene, { id: fiches[0]!, statut: 'realise' })
      const fait = await changerEnLot(scene, { ids: fiches.slice(0, 2), champ: 'statut', valeur: 'realise' })
      expect(fait).toMatchObject({ ok: true, valeur: { changees: 1, geste: expect.any(String) } })
      expect((await lire(scene, fiches)).map(({ statut }) => statut)).toEqual(['realise', 'realise', null])
    }))

  test('un thème s’ajoute et se retire ; une date impossible laisse la fiche comme elle est', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { fiches } = await unContrat(scene, { axes: 1, fichesParAxe: 2 })
      await changerEnLot(scene, { ids: fiches, champ: '+thematiques', valeur: 'nutrition' })
      await changerEnLot(scene, { ids: [fiches[0]!], champ: '-thematiques', valeur: 'nutrition' })
      expect((await lire(scene, fiches)).map(({ thematiques }) => thematiques)).toEqual([[], ['nutrition']])
      await modifierFiche(scene, { id: fiches[0]!, debut: '2026' })
      const fait = await changerEnLot(scene, { ids: fiches, champ: 'fin', valeur: '2025' })
      expect(fait).toMatchObject({ ok: true, valeur: { changees: 1 } })
      expect((await lire(scene, fiches)).map(({ fin }) => fin)).toEqual([null, '2025'])
    }))

  test('sans choix, sans effet, avec un mot qui n’est pas de la liste, ou par un autre rôle : refusé', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { fiches } = await unContrat(scene, { axes: 1, fichesParAxe: 1 })
      expect(await changerEnLot(scene, { ids: [], champ: 'statut', valeur: 'realise' })).toMatchObject({ raison: 'lot_vide' })
      expect(await changerEnLot(scene, { ids: fiches, champ: 'statut', valeur: '' })).toMatchObject({ raison: 'lot_sans_effet' })
      const faux = await changerEnLot(scene, { ids: fiches, champ: 'statut', valeur: 'perdu' })
      expect(faux).toMatchObject({ champs: { valeur: ['Choisissez un statut dans la liste.'] } })
      const contributeur = await unMembre(scene, 'contributeur')
      const un = { ids: fiches, champ: 'statut' as const, valeur: 'realise' }
      expect(await changerEnLot({ ...scene, acteur: contributeur }, un)).toMatchObject({ sorte: 'interdit' })
    }))

  test('R-073 · une action retouchée depuis l’aperçu : rien ne change, et le refus la nomme', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { fiches } = await unContrat(scene, { axes: 1, fichesParAxe: 2 })
      const vu = new Date(scene.maintenant.getTime() + 60_000).toISOString()
      const apres = { ...scene, maintenant: new Date(scene.maintenant.getTime() + 120_000) }
      await modifierFiche(apres, { id: fiches[1]!, titre: 'Bus santé' })
      const fait = await changerEnLot(apres, { ids: fiches, champ: 'statut', valeur: 'realise', vu })
      expect(fait).toMatchObject({ ok: false, raison: 'lot_retouche', precisions: { titres: ['Bus santé'], sur: 2 } })
      expect((await lire(scene, fiches)).map(({ statut }) => statut)).toEqual([null, null])
      expect(direRefusDeLot('lot_retouche', { titres: ['Bus santé'], sur: 2 })).toMatch(
        /^Quelqu’un a retouché 1 des 2 actions depuis\s: «\sBus santé\s»\. Rien n’a changé\./
      )
    }))
})
