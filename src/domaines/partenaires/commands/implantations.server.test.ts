import { expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { ajouterQuartiers } from '#domaines/territoires/commands.server.ts'
import { modifierStructure } from '../commands.server.ts'
import { uneStructure } from '../fixtures.server.ts'
import { communesDIci, lirePresenceLocale } from '../queries/implantations.server.ts'
import { lirePartenariat } from '../queries/partenariat.server.ts'
import { modifierImplantation, noterImplantation, retablirImplantation, retirerImplantation } from './implantations.server.ts'

const essai = baseDeTest()

test('R-106 · un partenaire est quelque part : cela se note, se corrige, se retire et revient', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const structureId = await uneStructure(scene, 'CAF')
    const [quartierId] = reussi(
      await ajouterQuartiers(scene, { quartiers: [{ nom: 'Les Linandes', nature: 'qpv', generation: '2024' }] })
    ).ajoutes
    const [commune] = await communesDIci(db as Tx, scene.perimetre)
    const lieux = async () => (await lirePartenariat(db as Tx, scene.perimetre, structureId)).lieux
    const { id } = reussi(
      await noterImplantation(scene, {
        structureId,
        nature: 'permanence',
        nom: 'Maison de quartier',
        quartierId,
        commune: commune!.code,
        point: '49.0364, 2.0633',
        jours: 'mardi matin'
      })
    )
    expect(await lieux()).toMatchObject([
      { id, nature: 'permanence', quartier: 'Les Linandes', commune: commune!.nom, latitude: 49.0364, surPlace: true }
    ])
    expect(await noterImplantation(scene, { structureId, nature: 'siege', point: 'rue de la Paix' })).toMatchObject({
      champs: { point: [expect.stringContaining('latitude')] }
    })
    expect(await noterImplantation(scene, { structureId, nature: 'siege', commune: '75056' })).toMatchObject({
      sorte: 'introuvable'
    })
    reussi(await modifierImplantation(scene, { id, nature: 'siege', adresse: 'Pontoise' }))
    expect(await lieux()).toMatchObject([{ nature: 'siege', quartierId: null, latitude: null, surPlace: false }])
    reussi(await retirerImplantation(scene, { id }))
    expect(await lieux()).toEqual([])
    reussi(await retablirImplantation(scene, { id }))
    const lecteur = { ...scene, acteur: await unMembre(scene, 'lecteur') }
    expect(await noterImplantation(lecteur, { structureId, nature: 'siege' })).toEqual({ ok: false, sorte: 'interdit' })
    // the quartier that its page names is a place too, said once
    reussi(await modifierStructure(scene, { id: structureId, nom: 'CAF', quartierId }))
    const lus = async () => (await lirePresenceLocale(db as Tx, scene.perimetre)).lieux.map((lieu) => [lieu.id, lieu.quartierId])
    expect(await lus()).toEqual(
      expect.arrayContaining([
        [id, null],
        [null, quartierId]
      ])
    )
    reussi(await modifierImplantation(scene, { id, nature: 'siege', quartierId }))
    expect(await lus()).toEqual([[id, quartierId]])
  }))
