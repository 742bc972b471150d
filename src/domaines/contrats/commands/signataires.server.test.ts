import { describe, expect, test } from 'vitest'
import { ROLES } from '#platform/acteur.ts'
import { baseDeTest } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { enRelecture, histoireDe, leSocle, ouvrirContrat, unSignataire } from '../fixtures.server.ts'
import { ajouterConvention, retirerConvention } from './convention.server.ts'
import { listerConventions, listerSignataires, nomDuRetire } from '../queries.server.ts'
import {
  ajouterSignataire,
  modifierSignataire,
  retablirSignataire,
  retirerSignataire,
  signerContrat
} from './signature.server.ts'

const essai = baseDeTest()

describe('retirer un signataire', () => {
  test('un signataire se retire avant la signature, plus après ; l’historique garde qui il était', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await enRelecture(scene)
      await leSocle(scene, contratId)
      const cpam = await unSignataire(scene, contratId, 'CPAM du Val-d’Oise')
      const ght = await unSignataire(scene, contratId, 'GHT NOVO')
      expect(await retirerSignataire(scene, { id: ght })).toMatchObject({ ok: true })
      expect((await listerSignataires(db, scene.perimetre, contratId)).map(({ id }) => id)).not.toContain(ght)
      expect((await histoireDe(scene, contratId)).at(-1)).toBe('signataire.retirer signataires coordination@exemple.fr')
      expect(await nomDuRetire(db, scene.perimetre, ght)).toBe('GHT NOVO')
      expect(await retablirSignataire(scene, { id: ght })).toMatchObject({ ok: true })
      expect((await listerSignataires(db, scene.perimetre, contratId)).map(({ id }) => id)).toContain(ght)
      expect(await retablirSignataire(scene, { id: ght })).toEqual({ ok: false, sorte: 'introuvable' })
      await signerContrat(scene, { id: contratId, signeLe: '2026-11-20' })
      expect(await retirerSignataire(scene, { id: cpam })).toMatchObject({ sorte: 'refus', raison: 'deja_signe' })
    }))

  test('une structure ajoutée de nouveau entre-temps ne se rétablit pas une seconde fois', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      const premier = await unSignataire(scene, contratId, 'GHT NOVO')
      await retirerSignataire(scene, { id: premier })
      await unSignataire(scene, contratId, 'GHT NOVO')
      expect(await retablirSignataire(scene, { id: premier })).toMatchObject({ sorte: 'refus', raison: 'deja_signataire' })
      expect(await listerSignataires(db, scene.perimetre, contratId)).toHaveLength(1)
    }))
})

describe('qui tient les signatures, et où', () => {
  const scenePleine = async (scene: Scene) => {
    const contratId = await enRelecture(scene)
    const [ville] = await leSocle(scene, contratId)
    const structureId = await uneStructure(scene, 'Mutuelle JUST')
    const convention = await ajouterConvention(scene, { contratId, structureId })
    return { contratId, ville: ville!, structureId, convention: convention.ok ? convention.valeur.id : '' }
  }
  const actes = (scene: Scene, { contratId, ville, structureId, convention }: Awaited<ReturnType<typeof scenePleine>>) => ({
    ajouter: () => ajouterSignataire(scene, { contratId, structureId, role: 'autre' }),
    modifier: () => modifierSignataire(scene, { id: ville, role: 'porteur', qualite: 'Maire' }),
    retirer: () => retirerSignataire(scene, { id: ville }),
    convention: () => ajouterConvention(scene, { contratId, structureId }),
    oter: () => retirerConvention(scene, { id: convention }),
    signer: () => signerContrat(scene, { id: contratId, signeLe: '2026-11-20' })
  })

  test('la coordination écrit, la direction peut seulement déclarer la signature, les autres rien', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const pleine = await scenePleine(scene)
      for (const role of ROLES.filter((role) => role !== 'coordination').toReversed())
        for (const [nom, acte] of Object.entries(actes({ ...scene, acteur: await unMembre(scene, role) }, pleine)))
          expect(await acte(), `${role} ${nom}`).toMatchObject(
            role === 'direction' && nom === 'signer' ? { ok: true } : { ok: false, sorte: 'interdit' }
          )
      expect((await histoireDe(scene, pleine.contratId)).at(-1)).toBe('contrat.signer signataires direction@exemple.fr')
    }))

  test('ce qui est d’un autre territoire est introuvable', () =>
    essai.annule(async (db) => {
      const pleine = await scenePleine(await unTerritoire(db, { code: '94028' }))
      const scene = await unTerritoire(db)
      for (const [nom, acte] of Object.entries(actes(scene, pleine)))
        expect(await acte(), nom).toEqual({ ok: false, sorte: 'introuvable' })
      expect(await listerSignataires(db, scene.perimetre, pleine.contratId)).toEqual([])
      expect(await listerConventions(db, scene.perimetre, pleine.contratId)).toEqual([])
    }))
})
