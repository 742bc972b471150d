import { describe, expect, test } from 'vitest'
import { baseDeTest } from '#tests/base.ts'
import { reussi } from '#platform/commande.server.ts'
import { modifierFiche } from '#domaines/actions/commands/fiche.server.ts'
import { changerEnLot } from '#domaines/actions/commands/lot.server.ts'
import { unContrat } from '#domaines/actions/fixtures.server.ts'
import { lireFiches } from '#domaines/actions/queries/fiches.server.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { direRefusDAnnuler } from '../libelles.ts'
import { lireLaissees } from '../queries/gestes-de-lot.server.ts'
import { annulerGeste } from './annuler.server.ts'
import { annulerLot } from './annuler-lot.server.ts'

const essai = baseDeTest()
const plusTard = (scene: Scene, jours: number): Scene => ({
  ...scene,
  maintenant: new Date(scene.maintenant.getTime() + jours * 86_400_000)
})
const unLot = async (scene: Scene) => {
  const { fiches } = await unContrat(scene, { axes: 1, fichesParAxe: 3 })
  await modifierFiche(scene, { id: fiches[0]!, statut: 'a_venir' })
  const { geste } = reussi(await changerEnLot(plusTard(scene, 1), { ids: fiches, champ: 'statut', valeur: 'realise' }))
  const dites = async () => (await lireFiches(scene.db as never, scene.perimetre, { ids: fiches })).map(({ statut }) => statut)
  return { fiches, geste, dites }
}

describe('R-073 · annuler un changement de plusieurs actions', () => {
  test('chacune retrouve ce qu’elle disait, et l’annulation s’annule', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { geste, dites } = await unLot(scene)
      const fait = reussi(await annulerLot(plusTard(scene, 2), { geste }))
      expect(fait.rendues).toBe(3)
      expect(await dites()).toEqual(['a_venir', null, null])
      expect(await lireLaissees(db, scene.perimetre, { geste, rendu: fait.geste })).toEqual([])
      reussi(await annulerGeste(plusTard(scene, 3), { geste: fait.geste }))
      expect(await dites()).toEqual(['realise', 'realise', 'realise'])
    }))

  test('celle que quelqu’un a retouchée depuis reste comme elle est, les autres reviennent, et on sait laquelle', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { fiches, geste, dites } = await unLot(scene)
      await modifierFiche(plusTard(scene, 2), { id: fiches[1]!, titre: 'Bus santé', statut: 'bloque' })
      const fait = reussi(await annulerLot(plusTard(scene, 3), { geste }))
      expect(fait.rendues).toBe(2)
      expect(await dites()).toEqual(['a_venir', 'bloque', null])
      expect(await lireLaissees(db, scene.perimetre, { geste, rendu: fait.geste })).toEqual([
        { id: fiches[1], titre: 'Bus santé' }
      ])
    }))

  test('quand toutes ont été retouchées, rien ne change, et le refus les nomme', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { fiches, geste, dites } = await unLot(scene)
      for (const id of fiches) await modifierFiche(plusTard(scene, 2), { id, statut: 'bloque' })
      const refus = await annulerLot(plusTard(scene, 3), { geste })
      expect(refus).toMatchObject({ ok: false, raison: 'lot_retouche', precisions: { sur: 3 } })
      expect(await dites()).toEqual(['bloque', 'bloque', 'bloque'])
      expect(direRefusDAnnuler('lot_retouche', { titres: ['Bus', 'Marche'], sur: 2 })).toMatch(
        /^Quelqu’un a retouché les 2 actions depuis\s: «\sBus\s» et «\sMarche\s»\. Rien n’a été annulé/
      )
    }))

  test('un autre geste, un geste trop vieux, un autre territoire ou un autre rôle : non', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { fiches, geste } = await unLot(scene)
      expect(await annulerLot(plusTard(scene, 40), { geste })).toMatchObject({ raison: 'geste_trop_vieux' })
      const contributeur = await unMembre(scene, 'contributeur')
      expect(await annulerLot({ ...scene, acteur: contributeur }, { geste })).toMatchObject({ sorte: 'interdit' })
      expect(await annulerLot(await unTerritoire(db, { code: '94028' }), { geste })).toMatchObject({ sorte: 'introuvable' })
      const rendu = reussi(await annulerLot(scene, { geste }))
      expect(await annulerLot(scene, { geste: rendu.geste })).toMatchObject({ sorte: 'introuvable' })
      expect(fiches).toHaveLength(3)
    }))
})
