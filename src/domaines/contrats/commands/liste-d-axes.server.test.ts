import { describe, expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { desAxes, ouvrirContrat } from '../fixtures.server.ts'
import { listerAxes } from '../queries.server.ts'
import { aplatir, arbreDesAxes } from '../regles/arbre.ts'
import { ajouterListeDAxes } from './liste-d-axes.server.ts'

const essai = baseDeTest()

/** The thematic tree as it is read: « 1 A », « 1.1 A1 ». */
const lu = async ({ db, perimetre }: Scene, contratId: string) =>
  aplatir(arbreDesAxes((await listerAxes(db as Tx, perimetre, contratId)).filter(({ nature }) => nature === 'thematique'))).map(
    ({ numero, intitule }) => `${numero} ${intitule}`
  )

const unArbre = async (scene: Scene) => {
  const contratId = await ouvrirContrat(scene, { niveaux: ['Axe', 'Thématique'] })
  const [a, b, c] = (await desAxes(scene, contratId, ['A', 'B', 'C'])) as [string, string, string]
  const [a1, a2] = (await desAxes(scene, contratId, ['A1', 'A2'], a)) as [string, string]
  return { contratId, a, b, c, a1, a2 }
}

describe('R-070 · une liste d’axes demandée par l’ARS s’ajoute aux axes du territoire', () => {
  test('d’un coup, sous ceux qui existent, avec qui les demande', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId } = await unArbre(scene)
      const fait = await ajouterListeDAxes(scene, {
        contratId,
        liste: '1. Prévenir\n1.1 Vacciner\n2. Soigner',
        demandePar: 'ARS'
      })
      expect(fait).toMatchObject({ ok: true, valeur: { ajoutes: 3 } })
      expect((await lu(scene, contratId)).slice(-3)).toEqual(['4 Prévenir', '4.1 Vacciner', '5 Soigner'])
      const demandes = (await listerAxes(db, scene.perimetre, contratId)).filter(({ demandePar }) => demandePar === 'ARS')
      expect(demandes.map(({ intitule }) => intitule).toSorted()).toEqual(['Prévenir', 'Soigner', 'Vacciner'])
    }))

  test('une liste vide, sans fin ou plus profonde que les niveaux du contrat est refusée entière', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId } = await unArbre(scene)
      const dire = (liste: string) => ajouterListeDAxes(scene, { contratId, liste })
      expect(await dire(' \n')).toMatchObject({ raison: 'liste_vide', champ: 'liste' })
      expect(await dire('Axe\n'.repeat(61))).toMatchObject({ raison: 'liste_trop_longue' })
      expect(await dire('1 A\n1.1 B\n1.1.1 C')).toMatchObject({ raison: 'trop_profond' })
      expect(await lu(scene, contratId)).toHaveLength(5)
    }))
})
