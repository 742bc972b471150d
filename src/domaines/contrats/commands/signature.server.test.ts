import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { annonces } from '#platform/tables.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { unMembre, unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { retirerPersonne, retirerStructure } from '#domaines/partenaires/commands.server.ts'
import { unePersonne, uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { reglerTerritoire } from '#domaines/territoires/commands.server.ts'
import { enRelecture, histoireDe, leSocle, ouvrirContrat, unSignataire } from '../fixtures.server.ts'
import { structuresParNom } from '#domaines/partenaires/queries.server.ts'
import { ajouterConventionNommee } from './nommer.server.ts'
import { ajouterConvention, retablirConvention, retirerConvention } from './convention.server.ts'
import { lireContrat, listerConventions, listerSignataires } from '../queries.server.ts'
import { changerEtape } from './contrat.server.ts'
import { ajouterSignataire, modifierSignataire, signerContrat } from './signature.server.ts'

const essai = baseDeTest()
const INCONNU = '0199a000-0000-7000-8000-000000000001'

describe('signer un contrat', () => {
  test('R-001 · tant qu’une partie requise manque, il ne peut pas être signé, et le refus la nomme', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await enRelecture(scene)
      const manques = async () => {
        const fait = await signerContrat(scene, { id, signeLe: '2026-11-20' })
        return fait.ok || fait.sorte !== 'refus' ? fait : [fait.raison, fait.precisions]
      }
      const [collectivite, ars, prefecture] = ['collectivite', 'ars', 'prefecture'].map((partie) => ({ sorte: 'partie', partie }))
      expect(await manques()).toEqual(['signature_incomplete', { manques: [collectivite, ars, prefecture] }])
      await unSignataire(scene, id, 'ARS Île-de-France', 'obligatoire')
      await unSignataire(scene, id, 'Conseil départemental du Val-d’Oise')
      expect(await manques()).toEqual(['signature_incomplete', { manques: [collectivite, prefecture] }])
      await unSignataire(scene, id, 'Ville de Cergy', 'porteur')
      await unSignataire(scene, id, 'Préfecture du Val-d’Oise', 'obligatoire')
      expect(await manques()).toMatchObject({ ok: true })
      expect(await lireContrat(db, scene.perimetre, id)).toMatchObject({ etape: 'signe', signeLe: '2026-11-20' })
    }))

  test('R-001 · le minimum est la règle du territoire, et personne ne passe outre, pas même la direction', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { code: '200057958' })
      const id = await enRelecture(scene)
      await unSignataire(scene, id, 'CA Paris - Vallée de la Marne', 'porteur')
      await unSignataire(scene, id, 'ARS Île-de-France', 'obligatoire')
      const direction = { ...scene, acteur: await unMembre(scene, 'direction') }
      expect(await signerContrat(direction, { id, signeLe: '2026-11-20' })).toMatchObject({
        sorte: 'refus',
        raison: 'signature_incomplete'
      })
      await reglerTerritoire(scene, { partiesRequises: ['collectivite', 'ars'] })
      expect(await signerContrat(direction, { id, signeLe: '2026-11-20' })).toMatchObject({ ok: true })
    }))

  test('R-008 · il ne se signe pas sans début ni fin', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await enRelecture(scene, { debut: '', fin: '' })
      await leSocle(scene, id)
      expect(await signerContrat(scene, { id, signeLe: '2026-11-20' })).toMatchObject({
        raison: 'signature_incomplete',
        precisions: { manques: [{ sorte: 'debut' }, { sorte: 'fin' }] }
      })
    }))

  test('il se signe à l’étape de la relecture, une seule fois', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await ouvrirContrat(scene)
      await leSocle(scene, id)
      expect(await signerContrat(scene, { id, signeLe: '2026-11-20' })).toMatchObject({
        raison: 'etape_interdite',
        precisions: { de: 'elaboration', vers: 'signe' }
      })
      await changerEtape(scene, { id, vers: 'en_relecture' })
      expect(await signerContrat(scene, { id, signeLe: '2026-11-20' })).toMatchObject({ ok: true })
      expect(await signerContrat(scene, { id, signeLe: '2026-11-21' })).toMatchObject({ raison: 'etape_interdite' })
    }))

  test('R-019 · la signature a sa date, son lieu et son récit, et donne sa date à qui n’en avait pas', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await enRelecture(scene)
      const [, ars] = await leSocle(scene, id)
      await modifierSignataire(scene, { id: ars!, role: 'obligatoire', signeLe: '3 novembre 2026' })
      expect(
        await signerContrat(scene, {
          id,
          signeLe: '20/11/2026',
          signatureLieu: 'Hôtel de ville',
          signatureRecit: 'Devant les douze maires.'
        })
      ).toMatchObject({ ok: true })
      const contrat = (await lireContrat(db, scene.perimetre, id))!
      expect(contrat).toMatchObject({
        signeLe: '2026-11-20',
        signatureLieu: 'Hôtel de ville',
        signatureRecit: 'Devant les douze maires.'
      })
      expect(contrat.signataires.map(({ structure, signeLe }) => [structure, signeLe])).toEqual([
        ['Ville de Cergy', '2026-11-20'],
        ['ARS Île-de-France', '2026-11-03'],
        ['Préfecture du Val-d’Oise', '2026-11-20']
      ])
      expect((await histoireDe(scene, id)).filter((ligne) => ligne.startsWith('contrat.signer')).toSorted()).toEqual(
        ['contrats', 'signataires', 'signataires'].map((table) => `contrat.signer ${table} coordination@exemple.fr`)
      )
      expect(
        await db
          .select({ nature: annonces.nature, contenu: annonces.contenu })
          .from(annonces)
          .where(sql`${annonces.nature} = 'contrat_signe'`)
      ).toEqual([{ nature: 'contrat_signe', contenu: { contratId: id } }])
    }))

  test('R-019 · sans date, ou avec une date incomprise, le refus est dit en français à côté du champ', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await enRelecture(scene)
      for (const saisie of [{}, { signeLe: '' }, { signeLe: 'un jour' }, { signeLe: '2026-02-30' }])
        expect(await signerContrat(scene, { id, ...saisie })).toEqual({
          ok: false,
          sorte: 'saisie',
          champs: { signeLe: [expect.stringContaining('Écrivez 2026, 09/2026 ou 30/09/2026')] }
        })
    }))
})

describe('les signataires', () => {
  test('R-002 · autant qu’on veut, chacun avec sa structure, la personne, sa qualité, sa date et son rôle', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      await leSocle(scene, contratId)
      const structureId = await uneStructure(scene, 'CPAM du Val-d’Oise')
      const personneId = await unePersonne(scene, 'Camille Exemple', structureId)
      expect(
        await ajouterSignataire(scene, {
          contratId,
          structureId,
          personneId,
          qualite: 'Directrice',
          role: 'autre',
          signeLe: '11/2026'
        })
      ).toMatchObject({ ok: true })
      for (const nom of ['DSDEN du Val-d’Oise', 'GHT NOVO', 'CACP']) await unSignataire(scene, contratId, nom)
      const liste = await listerSignataires(db, scene.perimetre, contratId)
      expect(liste.map(({ structure }) => structure)).toEqual([
        'Ville de Cergy',
        'ARS Île-de-France',
        'Préfecture du Val-d’Oise',
        'CPAM du Val-d’Oise',
        'DSDEN du Val-d’Oise',
        'GHT NOVO',
        'CACP'
      ])
      expect(liste[3]).toMatchObject({
        type: 'cpam',
        personne: 'Camille Exemple',
        qualite: 'Directrice',
        role: 'autre',
        signeLe: '2026-11'
      })
    }))

  test('R-002 · une structure signe une fois, et se choisit dans l’annuaire du territoire', () =>
    essai.annule(async (db) => {
      const ailleurs = await unTerritoire(db, { code: '94028' })
      const etrangere = await uneStructure(ailleurs, 'UPEC')
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      const structureId = await uneStructure(scene, 'CPAM du Val-d’Oise')
      await ajouterSignataire(scene, { contratId, structureId, role: 'autre' })
      expect(await ajouterSignataire(scene, { contratId, structureId, role: 'obligatoire' })).toMatchObject({
        raison: 'deja_signataire',
        champ: 'structureId'
      })
      const retiree = await uneStructure(scene, 'Mutuelle retirée')
      await retirerStructure(scene, { id: retiree })
      for (const id of [INCONNU, etrangere, retiree])
        expect(await ajouterSignataire(scene, { contratId, structureId: id, role: 'autre' })).toMatchObject({
          raison: 'structure_inconnue',
          champ: 'structureId'
        })
      expect(await ajouterSignataire(scene, { contratId, structureId: '', role: '' })).toMatchObject({
        sorte: 'saisie',
        champs: { structureId: ['Choisissez une structure de l’annuaire.'], role: [expect.stringContaining('porte le contrat')] }
      })
    }))

  test('R-002 · la personne qui signe est de l’annuaire du territoire, à l’ajout comme à la correction', () =>
    essai.annule(async (db) => {
      const ailleurs = await unTerritoire(db, { code: '94028' })
      const etrangere = await unePersonne(ailleurs, 'Alix Ailleurs')
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      const structureId = await uneStructure(scene, 'CPAM du Val-d’Oise')
      const partie = await unePersonne(scene, 'Dominique Exemple')
      await retirerPersonne(scene, { id: partie })
      const id = await unSignataire(scene, contratId, 'DSDEN du Val-d’Oise')
      for (const personneId of [INCONNU, etrangere, partie]) {
        expect(await ajouterSignataire(scene, { contratId, structureId, personneId, role: 'autre' })).toMatchObject({
          raison: 'personne_inconnue',
          champ: 'personneId'
        })
        expect(await modifierSignataire(scene, { id, personneId, role: 'autre' })).toMatchObject({
          raison: 'personne_inconnue',
          champ: 'personneId'
        })
      }
      const personneId = await unePersonne(scene)
      expect(await modifierSignataire(scene, { id, personneId, qualite: 'Directrice académique', role: 'autre' })).toMatchObject({
        ok: true
      })
      await retirerPersonne(scene, { id: personneId })
      expect(await modifierSignataire(scene, { id, personneId, qualite: 'Inspectrice', role: 'autre' })).toMatchObject({
        ok: true
      })
    }))

  test('R-001 · sur un contrat signé, corriger un rôle ne retire pas une partie du minimum', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await enRelecture(scene)
      const [ville, ars] = (await leSocle(scene, id)) as [string, string, string]
      expect(await modifierSignataire(scene, { id: ville, role: 'autre' })).toMatchObject({ ok: true })
      await modifierSignataire(scene, { id: ville, role: 'porteur' })
      await signerContrat(scene, { id, signeLe: '2026-11-20' })
      expect(await modifierSignataire(scene, { id: ville, role: 'autre' })).toMatchObject({
        raison: 'minimum_rompu',
        champ: 'role',
        precisions: { manques: [{ sorte: 'partie', partie: 'collectivite' }] }
      })
      expect(
        await modifierSignataire(scene, { id: ville, role: 'porteur', qualite: 'Maire', signeLe: '2026-11-20' })
      ).toMatchObject({ ok: true })
      expect(await modifierSignataire(scene, { id: ars, role: 'autre', signeLe: '2026-11-20' })).toMatchObject({ ok: true })
    }))
})

test('une signature ne se déclare pas d’avance', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const id = await enRelecture(scene)
    await leSocle(scene, id)
    expect(await signerContrat(scene, { id, signeLe: '2126-01-01' })).toMatchObject({
      raison: 'signature_future',
      champ: 'signeLe'
    })
  }))

describe('les conventions', () => {
  test('R-006 · une mutuelle liée par une convention se lit à côté des signataires, sans en être', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      const structureId = await uneStructure(scene, 'Mutuelle JUST')
      const fait = await ajouterConvention(scene, { contratId, structureId, objet: 'Partenariat mutualiste', date: 'mars 2027' })
      expect(await listerConventions(db, scene.perimetre, contratId)).toMatchObject([
        { structure: 'Mutuelle JUST', objet: 'Partenariat mutualiste', date: '2027-03' }
      ])
      expect(await listerSignataires(db, scene.perimetre, contratId)).toEqual([])
      expect(await ajouterConvention(scene, { contratId, structureId: INCONNU })).toMatchObject({
        raison: 'structure_inconnue',
        champ: 'structureId'
      })
      expect(await retirerConvention(scene, { id: fait.ok ? fait.valeur.id : '' })).toMatchObject({ ok: true })
      expect(await listerConventions(db, scene.perimetre, contratId)).toEqual([])
      expect(await retablirConvention(scene, { id: fait.ok ? fait.valeur.id : '' })).toMatchObject({ ok: true })
      expect(await listerConventions(db, scene.perimetre, contratId)).toHaveLength(1)
      expect(await histoireDe(scene, contratId)).toEqual(
        [
          'contrat.creer contrats',
          'convention.ajouter conventions',
          'convention.retirer conventions',
          'convention.retablir conventions'
        ].map((acte) => `${acte} coordination@exemple.fr`)
      )
    }))

  test('R-006 · une structure inconnue entre dans l’annuaire avec sa convention, ou n’y entre pas quand elle se refuse', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      const nommer = (saisie: object) => ajouterConventionNommee(scene, { contratId, structure: 'Mutuelle JUST', ...saisie })
      expect(await nommer({ objet: ' ' })).toMatchObject({ raison: 'convention_vide', champ: 'objet' })
      expect(await nommer({ date: '31/02/2026' })).toMatchObject({ sorte: 'saisie', champs: { date: expect.any(Array) } })
      expect(await nommer({ structure: ' ' })).toMatchObject({ sorte: 'saisie', champs: { structure: ['La structure manque.'] } })
      expect(await structuresParNom(db, scene.perimetre, ['Mutuelle JUST'])).toEqual(new Map())
      expect(await nommer({ objet: 'Partenariat mutualiste' })).toMatchObject({ ok: true })
      expect(await nommer({ structure: 'mutuelle just', date: '2026' })).toMatchObject({ ok: true })
      expect((await structuresParNom(db, scene.perimetre, ['Mutuelle JUST'])).size).toBe(1)
      expect((await listerConventions(db, scene.perimetre, contratId)).map(({ structure }) => structure)).toEqual([
        'Mutuelle JUST',
        'Mutuelle JUST'
      ])
    }))
})
