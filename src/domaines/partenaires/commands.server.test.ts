import { describe, expect, test } from 'vitest'
import { ROLES } from '#platform/acteur.ts'
import { normaliser } from '#platform/texte.ts'
import { baseDeTest } from '#tests/base.ts'
import { unMembre, unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import {
  assurerPersonnes,
  assurerStructures,
  inscrirePersonne,
  inscrireStructure,
  modifierPersonne,
  modifierStructure,
  retablirPersonne,
  retablirStructure,
  retirerPersonne,
  retirerStructure
} from './commands.server.ts'
import { ajouterFonction, modifierFonction, retablirFonction, retirerFonction } from './commands/fonctions.server.ts'
import { unePersonne, uneStructure } from './fixtures.server.ts'
import {
  compterPersonnes,
  compterStructures,
  lirePersonne,
  lireStructure,
  listerStructures,
  pageDePersonnes,
  pageDeStructures
} from './queries.server.ts'
import { couvertureDesCategories } from './regles.ts'

const essai = baseDeTest()
const INCONNU = '0199a000-0000-7000-8000-000000000001'

describe('les structures', () => {
  test('R-003 · le type et la catégorie se devinent du nom, et se corrigent', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await uneStructure(scene, 'DSDEN du Val-d’Oise')
      expect(await lireStructure(db, scene.perimetre, id)).toMatchObject({
        type: 'education_nationale',
        categorie: 'academique',
        interne: false,
        equipe: []
      })
      expect(
        await modifierStructure(scene, { id, nom: 'DSDEN 95', type: 'autre', categorie: '', sigle: 'DSDEN', interne: 'oui' })
      ).toMatchObject({ ok: true })
      expect(await lireStructure(db, scene.perimetre, id)).toMatchObject({
        nom: 'DSDEN 95',
        type: 'autre',
        categorie: null,
        sigle: 'DSDEN',
        interne: true
      })
    }))

  test('R-005 · deux structures ne portent pas le même nom, quels que soient la casse et les accents', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const deja = await uneStructure(scene, 'Hôpital Mondor')
      expect(await inscrireStructure(scene, { nom: ' HOPITAL  mondor' })).toMatchObject({
        ok: false,
        raison: 'nom_pris',
        champ: 'nom',
        precisions: { id: deja }
      })
      const autre = await uneStructure(scene, 'CHIC')
      expect(await modifierStructure(scene, { id: autre, nom: 'hôpital Mondor' })).toMatchObject({
        raison: 'nom_pris',
        precisions: { id: deja }
      })
      expect(await modifierStructure(scene, { id: autre, nom: 'Chic' })).toMatchObject({ ok: true })
    }))

  test('une structure retirée revient, sauf si une autre a pris son nom', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await uneStructure(scene)
      await retirerStructure(scene, { id })
      expect(await listerStructures(db, scene.perimetre)).toHaveLength(0)
      expect((await lireStructure(db, scene.perimetre, id))?.supprimeLe).toBeInstanceOf(Date)
      expect(await modifierStructure(scene, { id, nom: 'X' })).toMatchObject({ sorte: 'introuvable' })
      expect(await retablirStructure(scene, { id })).toMatchObject({ ok: true })
      expect(await retablirStructure(scene, { id })).toMatchObject({ sorte: 'introuvable' })
      await retirerStructure(scene, { id })
      await uneStructure(scene)
      expect(await retablirStructure(scene, { id })).toMatchObject({ ok: false, raison: 'nom_pris' })
    }))

  test('une saisie fausse est refusée près de son champ', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      expect(await inscrireStructure(scene, { nom: ' ', type: 'banque' })).toMatchObject({
        sorte: 'saisie',
        champs: { nom: ['Donnez un nom.'], type: ['Choisissez un type dans la liste.'] }
      })
    }))

  test('R-007 · l’annuaire se filtre et se compte par catégorie, celles sans personne comprises', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      for (const nom of ['ARS Île-de-France', 'CPAM 95', 'UPEC', 'Les Amis du canal']) await uneStructure(scene, nom)
      await inscrireStructure(scene, { nom: 'Service Santé', interne: 'oui' })
      const lister = async (filtre: Parameters<typeof pageDeStructures>[2]) =>
        (await pageDeStructures(db, scene.perimetre, filtre, 1)).lignes.map(({ nom }) => nom)
      expect(await lister({ categorie: 'institutionnel' })).toEqual(['ARS Île-de-France', 'CPAM 95'])
      expect(await lister({ categorie: 'sans' })).toEqual(['Les Amis du canal'])
      expect(await lister({ type: 'universite' })).toEqual(['UPEC'])
      expect(await lister({ interne: true })).toEqual(['Service Santé'])
      expect(await lister({ recherche: 'ILE-DE' })).toEqual(['ARS Île-de-France'])
      expect(await lister({ recherche: '%' })).toEqual([])
      const comptes = couvertureDesCategories(await compterStructures(db, scene.perimetre))
      expect(Object.fromEntries(comptes.map(({ categorie, nombre }) => [categorie, nombre]))).toEqual({
        institutionnel: 2,
        territorial: 1,
        hospitalier: 0,
        medical: 0,
        academique: 0,
        universitaire: 1,
        mutualiste: 0,
        associatif: 0
      })
    }))

  test('deux mille structures se lisent par pages de cinquante, avec leur total', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await assurerStructures(scene, {
        noms: Array.from({ length: 2000 }, (_, rang) => `Association ${String(rang).padStart(4, '0')}`)
      })
      const { lignes, total } = await pageDeStructures(db, scene.perimetre, {}, 40)
      expect([lignes.length, lignes[0]!.nom, total]).toEqual([50, 'Association 1950', 2000])
      await pageDeStructures(db, scene.perimetre, { recherche: '199' }, 1)
      expect((await pageDeStructures(db, scene.perimetre, {}, 41)).lignes).toEqual([])
    }))

  test('plusieurs noms sont assurés ensemble : les connus retrouvés, les nouveaux inscrits une fois', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await uneStructure(scene, 'Mutuelle JUST')
      const fait = await assurerStructures(scene, { noms: ['mutuelle just', 'UPEC', ' upec '] })
      expect(fait).toMatchObject({ ok: true, valeur: { creees: 1 } })
      expect(fait.ok && fait.valeur.ids.get(normaliser('Mutuelle Just'))).toBe(id)
    }))
})

describe('les personnes et leurs fonctions', () => {
  test('une personne tient une fonction dans une structure, depuis une date aussi précise que connue', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const structureId = await uneStructure(scene)
      const fait = await inscrirePersonne(scene, {
        nom: 'Camille Exemple',
        courriel: ' Camille@Exemple.fr ',
        telephone: '',
        structureId,
        intitule: 'Directrice',
        debut: 'septembre 2022'
      })
      const id = fait.ok ? fait.valeur.id : ''
      expect(await lirePersonne(db, scene.perimetre, id)).toMatchObject({
        courriel: 'camille@exemple.fr',
        telephone: null,
        parcours: [{ structureId, intitule: 'Directrice', debut: '2022-09', fin: null }]
      })
      expect(await lireStructure(db, scene.perimetre, structureId)).toMatchObject({ equipe: [{ id, nom: 'Camille Exemple' }] })
    }))

  test('quand une personne change de poste, l’ancienne fonction reste avec ses dates', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [ancienne, nouvelle] = [await uneStructure(scene, 'CPAM 95'), await uneStructure(scene, 'ARS Île-de-France')]
      const id = await unePersonne(scene, 'Camille Exemple', ancienne)
      const [fonction] = (await lirePersonne(db, scene.perimetre, id))!.parcours
      expect(
        await modifierFonction(scene, { id: fonction!.id, intitule: 'Directrice', debut: '2022', fin: '06/2026' })
      ).toMatchObject({ ok: true })
      expect(
        await ajouterFonction(scene, { personneId: id, structureId: nouvelle, intitule: 'Déléguée', debut: '2026-07' })
      ).toMatchObject({ ok: true })
      expect((await lirePersonne(db, scene.perimetre, id))!.parcours).toMatchObject([
        { structure: 'ARS Île-de-France', fin: null },
        { structure: 'CPAM 95', debut: '2022', fin: '2026-06' }
      ])
      expect((await pageDePersonnes(db, scene.perimetre, 'ars ile', 1)).lignes).toMatchObject([
        { id, fonctions: [{ structure: 'ARS Île-de-France', intitule: 'Déléguée' }] }
      ])
      expect((await pageDePersonnes(db, scene.perimetre, 'cpam', 1)).total).toBe(0)
    }))

  test('une fin avant le début est refusée près de son champ', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const structureId = await uneStructure(scene)
      const personneId = await unePersonne(scene)
      expect(await ajouterFonction(scene, { personneId, structureId, debut: '2022', fin: '2021' })).toMatchObject({
        sorte: 'saisie',
        champs: { fin: ['La fin est avant le début.'] }
      })
    }))

  test('une fonction retirée revient telle qu’elle était', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await unePersonne(scene, 'Camille Exemple', await uneStructure(scene))
      const avant = (await lirePersonne(db, scene.perimetre, id))!.parcours
      expect(await retablirFonction(scene, { id: avant[0]!.id, personneId: id })).toMatchObject({ sorte: 'introuvable' })
      expect(await retirerFonction(scene, { id: avant[0]!.id })).toMatchObject({ ok: true, valeur: { personneId: id } })
      expect((await lirePersonne(db, scene.perimetre, id))!.parcours).toEqual([])
      expect(await compterPersonnes(db, scene.perimetre)).toEqual({ total: 1, sansFonction: 1 })
      expect(await retablirFonction(scene, { id: avant[0]!.id, personneId: id })).toMatchObject({ ok: true })
      expect((await lirePersonne(db, scene.perimetre, id))!.parcours).toEqual(avant)
    }))

  test('un homonyme est signalé, puis accepté quand c’est une autre personne', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await unePersonne(scene)
      expect(await inscrirePersonne(scene, { nom: 'camille exemple' })).toMatchObject({
        raison: 'homonyme',
        champ: 'nom',
        precisions: { id }
      })
      expect(await inscrirePersonne(scene, { nom: 'Camille Exemple', autre: 'oui' })).toMatchObject({ ok: true })
    }))

  test('une personne se corrige, se retire et revient', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await unePersonne(scene)
      expect(await modifierPersonne(scene, { id, nom: 'Camille Exemple', courriel: 'pas une adresse' })).toMatchObject({
        sorte: 'saisie'
      })
      await modifierPersonne(scene, { id, nom: 'Camille Modèle', courriel: 'c@exemple.fr' })
      await retirerPersonne(scene, { id })
      expect((await pageDePersonnes(db, scene.perimetre, '', 1)).total).toBe(0)
      await retablirPersonne(scene, { id })
      expect((await pageDePersonnes(db, scene.perimetre, 'modele', 1)).lignes).toMatchObject([
        { nom: 'Camille Modèle', courriel: 'c@exemple.fr' }
      ])
    }))
})

describe('qui peut, et sur quoi', () => {
  const ACTES = {
    inscrireStructure,
    modifierStructure,
    retirerStructure,
    retablirStructure,
    inscrirePersonne,
    modifierPersonne,
    retirerPersonne,
    retablirPersonne,
    ajouterFonction,
    modifierFonction,
    retirerFonction,
    retablirFonction,
    assurerStructures,
    assurerPersonnes
  }

  test('l’annuaire est tenu par la coordination et les contributeurs, et par eux seuls', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      for (const role of ROLES) {
        const acteur = await unMembre(scene, role, `${role}-2@exemple.fr`)
        const fait = await inscrireStructure({ ...scene, acteur }, { nom: `Chez ${role}` })
        expect(fait, role).toMatchObject(
          role === 'coordination' || role === 'contributeur' ? { ok: true } : { sorte: 'interdit' }
        )
      }
      const lecteur = { ...scene.acteur, role: 'lecteur' as const }
      for (const [nom, acte] of Object.entries(ACTES)) expect(acte.droit(lecteur, {} as never), nom).toBe(false)
    }))

  test('ce qui est d’un autre territoire est introuvable, pour chaque geste', () =>
    essai.annule(async (db) => {
      const chez = await unTerritoire(db, { code: '95127' })
      const structureId = await uneStructure(chez)
      const personneId = await unePersonne(chez, 'Camille Exemple', structureId)
      const fonctionId = (await lirePersonne(db, chez.perimetre, personneId))!.parcours[0]!.id
      const ailleurs = await unTerritoire(db, { code: '94028' })
      const introuvable = { ok: false, sorte: 'introuvable' }
      expect(await modifierStructure(ailleurs, { id: structureId, nom: 'Pris' })).toMatchObject(introuvable)
      expect(await retirerStructure(ailleurs, { id: structureId })).toMatchObject(introuvable)
      expect(await modifierPersonne(ailleurs, { id: personneId, nom: 'Prise' })).toMatchObject(introuvable)
      expect(await retirerPersonne(ailleurs, { id: personneId })).toMatchObject(introuvable)
      expect(await inscrirePersonne(ailleurs, { nom: 'Intrus', structureId })).toMatchObject(introuvable)
      expect(await modifierFonction(ailleurs, { id: fonctionId, intitule: 'Prise' })).toMatchObject(introuvable)
      expect(await retirerFonction(ailleurs, { id: fonctionId })).toMatchObject(introuvable)
      const [laBas, elle] = [await uneStructure(ailleurs), await unePersonne(ailleurs)]
      expect(await ajouterFonction(ailleurs, { personneId, structureId: laBas })).toMatchObject(introuvable)
      expect(await ajouterFonction(ailleurs, { personneId: elle, structureId })).toMatchObject(introuvable)
      await retirerStructure(chez, { id: structureId })
      await retirerPersonne(chez, { id: personneId })
      await retirerFonction(chez, { id: fonctionId })
      expect(await retablirStructure(ailleurs, { id: structureId })).toMatchObject(introuvable)
      expect(await retablirPersonne(ailleurs, { id: personneId })).toMatchObject(introuvable)
      expect(await retablirFonction(ailleurs, { id: fonctionId, personneId })).toMatchObject(introuvable)
      expect(await lireStructure(db, ailleurs.perimetre, structureId)).toBeNull()
      expect(await lirePersonne(db, ailleurs.perimetre, INCONNU)).toBeNull()
    }))
})
