import { describe, expect, test } from 'vitest'
import { baseDeTest } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { axesLus, unArbre } from '../fixtures.server.ts'
import { listerAxes } from '../queries.server.ts'
import { ajouterListeDAxes } from './liste-d-axes.server.ts'

const essai = baseDeTest()

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
      expect((await axesLus(scene, contratId)).slice(-3)).toEqual(['4 Prévenir', '4.1 Vacciner', '5 Soigner'])
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
      expect(await axesLus(scene, contratId)).toHaveLength(5)
    }))
})
