import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { inscrireStructure } from '#domaines/partenaires/commands.server.ts'
import type { TypeStructure } from '#domaines/partenaires/schema.ts'
import { reglerTerritoire } from '#domaines/territoires/commands.server.ts'
import { axesRetires, lireContrat, listerAxes, listerContrats } from '../queries.server.ts'
import { aplatir, arbreDesAxes } from '../regles/arbre.ts'
import { creerAxe, deplacerAxe, modifierAxe, ordonnerAxes, proposerTransversaux, retablirAxe, retirerAxe } from './axes.server.ts'
import { changerEtape, creerContrat, modifierContrat, retablirContrat, retirerContrat } from './contrat.server.ts'
import {
  ajouterConvention,
  ajouterSignataire,
  modifierSignataire,
  retirerConvention,
  retirerSignataire,
  signerContrat
} from './signature.server.ts'

const essai = baseDeTest()

const reussi = <V>(fait: { ok: true; valeur: V } | { ok: false }): V => {
  if (!fait.ok) throw new Error(JSON.stringify(fait))
  return fait.valeur
}
const contrat = async (scene: Scene, plus: object = {}) =>
  reussi(await creerContrat(scene, { intitule: 'CLS', debut: '2023', fin: '2028', niveaux: ['Axe', 'Thématique'], ...plus })).id
const structure = async (scene: Scene, nom: string, type: TypeStructure) =>
  reussi(await inscrireStructure(scene, { nom, type })).id
const axe = async (scene: Scene, contratId: string, intitule: string, parentId: string | null = null) =>
  reussi(
    await creerAxe(scene, {
      contratId,
      intitule,
      parentId,
      enjeu: null,
      constat: null,
      objectif: null,
      question: null,
      instance: null
    })
  ).id
const numeros = async (db: Tx, scene: Scene, id: string) =>
  aplatir(arbreDesAxes((await listerAxes(db, scene.perimetre, id)).filter(({ nature }) => nature === 'thematique'))).map(
    ({ numero, intitule }) => `${numero} ${intitule}`
  )

describe('un contrat', () => {
  test('R-008 · a une période libre, et le suivant en garde la lignée malgré un vide', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const premier = await contrat(scene, { debut: '10/2015', fin: '10/2018' })
      const second = await contrat(scene, { debut: '7 mars 2022', fin: '2024', precedentId: premier })
      expect(await listerContrats(db, scene.perimetre)).toMatchObject([
        { id: second, generation: 2, precedentId: premier, debut: '2022-03-07', fin: '2024' },
        { id: premier, generation: 1, debut: '2015-10', fin: '2018-10' }
      ])
      expect(await creerContrat(scene, { intitule: 'X', debut: '2026', fin: '2025' })).toMatchObject({
        ok: false,
        sorte: 'saisie',
        champs: { fin: [expect.stringContaining('avant')] }
      })
    }))

  test('R-017 · porte ses références légales, que le territoire complète ; sa gouvernance et ses niveaux aussi', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await contrat(scene)
      const propose = (await lireContrat(db, scene.perimetre, id))!.referencesLegales
      expect(propose.join(' ')).toMatch(/2009-879[\s\S]*2016-41/)
      reussi(
        await modifierContrat(scene, {
          id,
          referencesLegales: `${propose.join('\n')}\nVu la délibération du conseil municipal ;`,
          gouvernance: 'Un comité de pilotage.',
          niveaux: 'Axe\nObjectif'
        })
      )
      expect(await lireContrat(db, scene.perimetre, id)).toMatchObject({
        referencesLegales: [...propose, 'Vu la délibération du conseil municipal ;'],
        gouvernance: 'Un comité de pilotage.',
        niveaux: ['Axe', 'Objectif'],
        debut: '2023'
      })
      expect(await modifierContrat(scene, { id, fin: '2020' })).toMatchObject({
        ok: false,
        raison: 'periode_inversee',
        champ: 'fin'
      })
    }))

  test('suit la table des étapes, et revient après un retrait', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await contrat(scene, { etape: 'prefiguration' })
      expect(await changerEtape(scene, { id, vers: 'en_relecture' })).toMatchObject({ ok: false, raison: 'etape_interdite' })
      reussi(await changerEtape(scene, { id, vers: 'elaboration' }))
      expect(await changerEtape(scene, { id, vers: 'signe' })).toMatchObject({ ok: false, raison: 'etape_interdite' })
      reussi(await retirerContrat(scene, { id }))
      expect(await lireContrat(db, scene.perimetre, id)).toBeNull()
      reussi(await retablirContrat(scene, { id }))
      expect(await lireContrat(db, scene.perimetre, id)).toMatchObject({ etape: 'elaboration' })
    }))

  test('ne se lit ni ne s’écrit depuis un autre territoire, ni par un lecteur', () =>
    essai.annule(async (db) => {
      const cergy = await unTerritoire(db)
      const id = await contrat(cergy)
      for (const role of ['lecteur', 'elu', 'contributeur', 'direction'] as const)
        expect(await modifierContrat({ ...cergy, acteur: { ...cergy.acteur, role } }, { id, intitule: 'Non' })).toMatchObject({
          sorte: 'interdit'
        })
      const creteil = await unTerritoire(db, { code: '94028' })
      expect(await modifierContrat(creteil, { id, intitule: 'Ailleurs' })).toMatchObject({ ok: false, sorte: 'introuvable' })
      expect(await creerAxe(creteil, { contratId: id, intitule: 'Ailleurs' } as never)).toMatchObject({ sorte: 'introuvable' })
      expect(await signerContrat(creteil, { id, signeLe: '2024' })).toMatchObject({ sorte: 'introuvable' })
    }))

  test('garde l’histoire de chaque acte, avec qui et quand', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await contrat(scene)
      reussi(await modifierContrat(scene, { id, intitule: 'CLS de Cergy' }))
      const lignes = await db.execute(
        sql`select acte, acteur_nom, avant->>'intitule' as avant, apres->>'intitule' as apres from changements where racine_id = ${id} order by id`
      )
      expect([...lignes]).toMatchObject([
        { acte: 'contrat.creer', acteur_nom: scene.acteur.nom, avant: null, apres: 'CLS' },
        { acte: 'contrat.modifier', avant: 'CLS', apres: 'CLS de Cergy' }
      ])
    }))
})

describe('la signature', () => {
  const pret = async (scene: Scene) => {
    const id = await contrat(scene)
    const [ville, ars, prefecture] = [
      await structure(scene, 'Ville', 'commune'),
      await structure(scene, 'ARS Île-de-France', 'ars'),
      await structure(scene, 'Préfecture', 'prefecture')
    ]
    return { id, ville, ars, prefecture }
  }

  test('R-001 · est refusée tant qu’une partie requise manque, avec son nom, et personne ne passe outre', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id, ville, ars, prefecture } = await pret(scene)
      reussi(await ajouterSignataire(scene, { contratId: id, structureId: ville, role: 'porteur' }))
      reussi(await ajouterSignataire(scene, { contratId: id, structureId: ars, role: 'obligatoire' }))
      reussi(await changerEtape(scene, { id, vers: 'en_relecture' }))
      expect(await signerContrat(scene, { id, signeLe: '2023-03-01' })).toMatchObject({
        ok: false,
        raison: 'signature_incomplete',
        precisions: { manques: [{ sorte: 'partie', partie: 'prefecture' }] }
      })
      reussi(await ajouterSignataire(scene, { contratId: id, structureId: prefecture, role: 'obligatoire' }))
      expect(await signerContrat({ ...scene, acteur: { ...scene.acteur, role: 'elu' } }, { id, signeLe: '2023' })).toMatchObject({
        sorte: 'interdit'
      })
      reussi(await signerContrat(scene, { id, signeLe: '1er mars 2023' }))
      expect(await lireContrat(db, scene.perimetre, id)).toMatchObject({ etape: 'signe', signeLe: '2023-03-01' })
    }))

  test('R-001 · un territoire qui ne demande que la collectivité et l’ARS signe sans la préfecture', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { code: '200057958' })
      reussi(await reglerTerritoire(scene, { partiesRequises: ['collectivite', 'ars'] }))
      const { id, ville, ars } = await pret(scene)
      for (const [structureId, role] of [
        [ville, 'porteur'],
        [ars, 'obligatoire']
      ] as const)
        reussi(await ajouterSignataire(scene, { contratId: id, structureId, role }))
      reussi(await changerEtape(scene, { id, vers: 'en_relecture' }))
      expect(await signerContrat(scene, { id, signeLe: '7 novembre 2019' })).toMatchObject({ ok: true })
    }))

  test('R-002, R-005 · chaque signataire a sa structure, sa personne, sa qualité, son rôle et sa date, sans limite de nombre', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id, ville } = await pret(scene)
      reussi(
        await ajouterSignataire(scene, {
          contratId: id,
          structureId: ville,
          role: 'porteur',
          qualite: 'Maire',
          signeLe: '2022-03-07'
        })
      )
      for (const type of [
        'departement',
        'education_nationale',
        'cpam',
        'hopital',
        'universite',
        'ordre_professionnel',
        'cpts',
        'ght',
        'mutuelle'
      ] as const)
        reussi(
          await ajouterSignataire(scene, {
            contratId: id,
            structureId: await structure(scene, `Structure ${type}`, type),
            role: 'autre'
          })
        )
      const { signataires } = (await lireContrat(db, scene.perimetre, id))!
      expect(signataires).toHaveLength(10)
      expect(signataires[0]).toMatchObject({ structure: 'Ville', qualite: 'Maire', role: 'porteur', signeLe: '2022-03-07' })
      expect(await ajouterSignataire(scene, { contratId: id, structureId: ville, role: 'autre' })).toMatchObject({
        ok: false,
        raison: 'deja_signataire',
        champ: 'structureId'
      })
      reussi(await modifierSignataire(scene, { id: signataires[0]!.id, role: 'porteur', qualite: 'Adjointe à la santé' }))
      reussi(await retirerSignataire(scene, { id: signataires[1]!.id }))
      expect((await lireContrat(db, scene.perimetre, id))!.signataires).toMatchObject({
        length: 9,
        0: { qualite: 'Adjointe à la santé' }
      })
    }))

  test('R-019 · l’événement garde sa date, son lieu et son récit ; un contrat signé ne perd plus ses signataires', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id, ville, ars, prefecture } = await pret(scene)
      for (const [structureId, role] of [
        [ville, 'porteur'],
        [ars, 'obligatoire'],
        [prefecture, 'obligatoire']
      ] as const)
        reussi(await ajouterSignataire(scene, { contratId: id, structureId, role }))
      reussi(await changerEtape(scene, { id, vers: 'en_relecture' }))
      reussi(
        await signerContrat(scene, {
          id,
          signeLe: '2023-03-01',
          signatureLieu: 'Hôtel de ville',
          signatureRecit: 'Avec tous les partenaires.'
        })
      )
      const lu = (await lireContrat(db, scene.perimetre, id))!
      expect(lu).toMatchObject({ signatureLieu: 'Hôtel de ville', signatureRecit: 'Avec tous les partenaires.' })
      expect(lu.signataires.map(({ signeLe }) => signeLe)).toEqual(['2023-03-01', '2023-03-01', '2023-03-01'])
      expect(await retirerSignataire(scene, { id: lu.signataires[0]!.id })).toMatchObject({ ok: false, raison: 'deja_signe' })
    }))

  test('une convention lie un partenaire sans en faire un signataire, et se retire', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id } = await pret(scene)
      const mutuelle = await structure(scene, 'Mutuelle', 'mutuelle')
      const convention = reussi(await ajouterConvention(scene, { contratId: id, structureId: mutuelle, objet: 'Prévention' }))
      expect(await lireContrat(db, scene.perimetre, id)).toMatchObject({
        signataires: [],
        conventions: [{ structure: 'Mutuelle', objet: 'Prévention' }]
      })
      reussi(await retirerConvention(scene, convention))
      expect((await lireContrat(db, scene.perimetre, id))!.conventions).toEqual([])
    }))
})

describe('les axes', () => {
  test('R-072 · un arbre dont le territoire nomme les niveaux, et pas plus profond', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await contrat(scene)
      const un = await axe(scene, id, 'Accès aux soins')
      const sous = await axe(scene, id, 'Droits', un)
      expect(await creerAxe(scene, { contratId: id, parentId: sous, intitule: 'Trop bas' } as never)).toMatchObject({
        ok: false,
        raison: 'trop_profond'
      })
      expect(await numeros(db, scene, id)).toEqual(['1 Accès aux soins', '1.1 Droits'])
    }))

  test('R-075, R-074 · un axe a son enjeu, son constat, son objectif, son instance et les âges qu’il vise', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await contrat(scene)
      const un = await axe(scene, id, 'Santé mentale')
      reussi(
        await modifierAxe(scene, {
          id: un,
          intitule: 'Santé mentale',
          enjeu: 'Enjeu',
          constat: 'Constat',
          objectif: 'Objectif',
          question: null,
          instance: 'CLSM',
          ages: ['jeunesse', 'seniors']
        })
      )
      expect(await listerAxes(db, scene.perimetre, id)).toMatchObject([
        { enjeu: 'Enjeu', constat: 'Constat', objectif: 'Objectif', instance: 'CLSM', ages: ['jeunesse', 'seniors'] }
      ])
    }))

  test('R-062 · les transversaux sont à part, et ne se proposent qu’une fois', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await contrat(scene)
      await axe(scene, id, 'Thématique')
      reussi(await proposerTransversaux(scene, { contratId: id }))
      expect((await listerAxes(db, scene.perimetre, id)).filter(({ nature }) => nature === 'transversal')).toHaveLength(4)
      expect(await proposerTransversaux(scene, { contratId: id })).toMatchObject({ ok: false, raison: 'deja_des_transversaux' })
    }))

  test('se réordonnent, se rangent sous un autre, jamais sous eux-mêmes', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await contrat(scene)
      const [a, b, c] = [await axe(scene, id, 'A'), await axe(scene, id, 'B'), await axe(scene, id, 'C')]
      reussi(await ordonnerAxes(scene, { contratId: id, ordre: [c, a, b] }))
      expect(await numeros(db, scene, id)).toEqual(['1 C', '2 A', '3 B'])
      expect(await ordonnerAxes(scene, { contratId: id, ordre: [c, a] })).toMatchObject({ ok: false, raison: 'ordre_incomplet' })
      reussi(await deplacerAxe(scene, { contratId: id, id: b, parentId: c, place: 0 }))
      expect(await numeros(db, scene, id)).toEqual(['1 C', '1.1 B', '2 A'])
      expect(await deplacerAxe(scene, { contratId: id, id: c, parentId: b, place: 0 })).toMatchObject({
        ok: false,
        raison: 'boucle'
      })
      expect(await deplacerAxe(scene, { contratId: id, id: c, parentId: a, place: 0 })).toMatchObject({
        ok: false,
        raison: 'trop_profond'
      })
      reussi(await deplacerAxe(scene, { contratId: id, id: a, parentId: null, place: 0 }))
      expect(await numeros(db, scene, id)).toEqual(['1 A', '2 C', '2.1 B'])
    }))

  test('un axe retiré emporte ce qu’il porte, et tout revient avec lui', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await contrat(scene)
      const a = await axe(scene, id, 'A')
      await axe(scene, id, 'Sous A', a)
      reussi(await retirerAxe(scene, { id: a }))
      expect(await numeros(db, scene, id)).toEqual([])
      expect(await axesRetires(db, scene.perimetre, id)).toMatchObject([{ intitule: 'A' }])
      reussi(await retablirAxe(scene, { id: a }))
      expect(await numeros(db, scene, id)).toEqual(['1 A', '1.1 Sous A'])
    }))
})
