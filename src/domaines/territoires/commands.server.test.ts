import { describe, expect, test } from 'vitest'
import { lecture } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { ROLES, SYSTEME } from '#platform/acteur.ts'
import { unMembre, unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import {
  ajouterQuartiers,
  creerTerritoire,
  modifierQuartier,
  reglerTerritoire,
  retablirQuartier,
  retirerQuartier
} from './commands.server.ts'
import { lireTerritoire, listerContours, listerQuartiers, nomDuQuartier } from './queries.server.ts'
import type { Contour } from './schema.ts'

const essai = baseDeTest()
const contour: Contour = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [2.05, 49.03],
        [2.06, 49.03],
        [2.06, 49.04],
        [2.05, 49.03]
      ]
    ]
  ]
}

describe('créer un territoire', () => {
  test('R-030 · une commune donne une ville, une agglomération ses communes membres', () =>
    essai.annule(async (db) => {
      const cergy = await creerTerritoire({ db, acteur: SYSTEME }, { code: '95127' })
      expect(cergy).toMatchObject({ ok: true, valeur: { nom: 'Ville de Cergy', slug: 'cergy', cree: true } })
      const { perimetre } = await unTerritoire(db, { code: '200057958' })
      const agglo = await lireTerritoire(db, perimetre)
      expect(agglo).toMatchObject({ nature: 'epci', slug: 'paris-vallee-de-la-marne' })
      expect(agglo.communes.map((commune) => commune.nom)).toHaveLength(12)
      expect(agglo.communes.map((commune) => commune.nom)).toContain('Roissy-en-Brie')
    }))

  test('un établissement public territorial se crée par son SIREN', () =>
    essai.annule(async (db) => {
      expect(await creerTerritoire({ db, acteur: SYSTEME }, { code: '200057867' })).toMatchObject({
        ok: true,
        valeur: { nom: 'Plaine Commune' }
      })
    }))

  test('un groupe libre a un nom et des communes', () =>
    essai.annule(async (db) => {
      const fait = await creerTerritoire({ db, acteur: SYSTEME }, { nom: 'Boucles de Marne', communes: ['94079', '94028'] })
      expect(fait).toMatchObject({ ok: true, valeur: { slug: 'boucles-de-marne', cree: true } })
    }))

  test('créer ce qui existe ne change rien et le dit', () =>
    essai.annule(async (db) => {
      await creerTerritoire({ db, acteur: SYSTEME }, { code: '95127' })
      expect(await creerTerritoire({ db, acteur: SYSTEME }, { code: '95127' })).toMatchObject({
        ok: true,
        valeur: { slug: 'cergy', cree: false }
      })
    }))

  test('un code que personne ne connaît est refusé, avec le champ', () =>
    essai.annule(async (db) => {
      expect(await creerTerritoire({ db, acteur: SYSTEME }, { code: '00000' })).toMatchObject({
        ok: false,
        raison: 'code_inconnu',
        champ: 'code'
      })
      expect(await creerTerritoire({ db, acteur: SYSTEME }, { nom: 'Nulle part', communes: ['99999'] })).toMatchObject({
        raison: 'communes_inconnues'
      })
    }))

  test('un membre qui n’est pas administrateur ne crée pas de territoire', () =>
    essai.annule(async (db) => {
      const { acteur } = await unTerritoire(db)
      expect(await creerTerritoire({ db, acteur }, { code: '94028' })).toMatchObject({ ok: false, sorte: 'interdit' })
    }))
})

describe('régler son territoire', () => {
  test('R-023 · la compétence en santé se note avec sa date, aussi précise que connue', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { code: '200057958' })
      expect(await reglerTerritoire(scene, { competenceSante: true, competenceDepuis: '2016' })).toMatchObject({ ok: true })
      expect(await lireTerritoire(db, scene.perimetre)).toMatchObject({ competenceSante: true, competenceDepuis: '2016' })
    }))

  test('R-129 · le territoire dit combien de fois il veut solliciter une personne en douze mois, ou ne le dit pas', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const seuil = async () => (await lireTerritoire(db, scene.perimetre)).seuilSollicitations
      expect(await seuil()).toBeNull()
      await reglerTerritoire(scene, { seuilSollicitations: '6' })
      expect(await seuil()).toBe(6)
      await reglerTerritoire(scene, { nom: 'Ailleurs' })
      expect(await seuil()).toBe(6)
      for (const dit of ['0', '2,5', 'souvent', '101'])
        expect(await reglerTerritoire(scene, { seuilSollicitations: dit }), dit).toMatchObject({ sorte: 'saisie' })
      await reglerTerritoire(scene, { seuilSollicitations: '' })
      expect(await seuil()).toBeNull()
      for (const dit of ['0', '1001'])
        expect(await reglerTerritoire(scene, { seuilStructures: dit }), dit).toMatchObject({ sorte: 'saisie' })
      await reglerTerritoire(scene, { seuilStructures: '30' })
      expect((await lireTerritoire(db, scene.perimetre)).seuilStructures).toBe(30)
    }))

  test('R-001 · le minimum de signataires ne descend jamais sous la collectivité et l’ARS', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      expect(await reglerTerritoire(scene, { partiesRequises: ['collectivite', 'ars'] })).toMatchObject({ ok: true })
      expect(await reglerTerritoire(scene, { partiesRequises: ['collectivite'] })).toMatchObject({ ok: false, sorte: 'saisie' })
      expect(await reglerTerritoire(scene, { partiesRequises: ['ars', 'prefecture'] })).toMatchObject({
        ok: false,
        sorte: 'saisie'
      })
    }))

  test('R-023 · un formulaire dit oui, non ou rien, et une date comme on l’écrit', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await reglerTerritoire(scene, { competenceSante: 'oui', competenceDepuis: 'mars 2016', asvDepuis: '2007' })
      expect(await lireTerritoire(db, scene.perimetre)).toMatchObject({
        competenceSante: true,
        competenceDepuis: '2016-03',
        asvDepuis: '2007'
      })
      await reglerTerritoire(scene, { competenceSante: '', competenceDepuis: '' })
      expect(await lireTerritoire(db, scene.perimetre)).toMatchObject({
        competenceSante: null,
        competenceDepuis: null,
        asvDepuis: '2007'
      })
      expect(await reglerTerritoire(scene, { competenceDepuis: 'naguère' })).toMatchObject({
        sorte: 'saisie',
        champs: { competenceDepuis: [expect.any(String)] }
      })
    }))

  test('seule la coordination règle le territoire et ses quartiers', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      for (const role of ROLES) {
        const acteur = await unMembre(scene, role, `${role}-2@exemple.fr`)
        expect(await reglerTerritoire({ ...scene, acteur }, { nom: `Chez ${role}` }), role).toMatchObject(
          role === 'coordination' ? { ok: true } : { sorte: 'interdit' }
        )
        for (const acte of [ajouterQuartiers, modifierQuartier, retirerQuartier, retablirQuartier])
          expect(acte.droit(acteur, {} as never)).toBe(role === 'coordination')
      }
    }))
})

describe('les quartiers', () => {
  test('R-029 · un quartier prioritaire appartient à une génération, et le même nom peut être dans les deux', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const qpv = (generation: '2015' | '2024') => ({ nom: 'Axe majeur - Horloge', nature: 'qpv' as const, generation })
      await ajouterQuartiers(scene, { quartiers: [qpv('2015'), qpv('2024'), qpv('2024')] })
      const liste = await listerQuartiers(db, scene.perimetre)
      expect(liste.map((quartier) => quartier.generation)).toEqual(['2024', '2015'])
      expect(await ajouterQuartiers(scene, { quartiers: [{ nom: 'Sans liste', nature: 'qpv' }] })).toMatchObject({
        ok: false,
        sorte: 'saisie'
      })
    }))

  test('R-032 · un quartier en projet, absent de toute géographie officielle, a sa place', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { code: '94079' })
      await ajouterQuartiers(scene, { quartiers: [{ nom: 'Marne Europe', nature: 'quartier', enProjet: true }] })
      expect(await listerQuartiers(db, scene.perimetre)).toMatchObject([
        { nom: 'Marne Europe', nature: 'quartier', enProjet: true }
      ])
    }))

  test('un quartier retiré revient', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const ajout = await ajouterQuartiers(scene, { quartiers: [{ nom: 'Les Linandes', nature: 'qpv', generation: '2024' }] })
      const id = ajout.ok ? ajout.valeur.ajoutes[0]! : ''
      expect(await nomDuQuartier(db, scene.perimetre, id)).toBeNull()
      await retirerQuartier(scene, { id })
      expect(await listerQuartiers(db, scene.perimetre)).toHaveLength(0)
      expect(await nomDuQuartier(db, scene.perimetre, id)).toBe('Les Linandes')
      expect(await retirerQuartier(scene, { id })).toMatchObject({ ok: false, sorte: 'introuvable' })
      await retablirQuartier(scene, { id })
      expect(await listerQuartiers(db, scene.perimetre)).toHaveLength(1)
    }))

  test('R-029 · un fichier complète un quartier déjà là, sans le doubler ni toucher au reste', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await ajouterQuartiers(scene, { quartiers: [{ nom: 'Les Linandes', nature: 'qpv', generation: '2024' }] })
      const lu = { nom: 'LES LINANDES', nature: 'qpv', generation: '2024', code: 'QN09540N', contour }
      expect(await ajouterQuartiers(scene, { quartiers: [lu] })).toMatchObject({
        ok: true,
        valeur: { ajoutes: [], completes: [expect.any(String)] }
      })
      expect(await listerQuartiers(db, scene.perimetre)).toMatchObject([
        { nom: 'Les Linandes', code: 'QN09540N', aContour: true }
      ])
      expect(await listerContours(db, scene.perimetre)).toMatchObject([{ contour }])
      expect(await ajouterQuartiers(scene, { quartiers: [lu] })).toMatchObject({ valeur: { ajoutes: [], completes: [] } })
    }))

  test('R-032 · un contour qui n’en est pas un est refusé', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      for (const faux of [
        { type: 'Point', coordinates: [2, 49] },
        { type: 'MultiPolygon', coordinates: [] },
        { type: 'MultiPolygon', coordinates: [[[[641121, 6872359]]]] }
      ])
        expect(await ajouterQuartiers(scene, { quartiers: [{ nom: 'A', nature: 'quartier', contour: faux }] })).toMatchObject({
          sorte: 'saisie'
        })
    }))

  test('R-032 · un quartier se corrige ; deux de la même liste ne portent pas le même nom', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const fait = await ajouterQuartiers(scene, {
        quartiers: [
          { nom: 'Marne Europe', nature: 'quartier', enProjet: true, contour },
          { nom: 'Centre', nature: 'quartier' }
        ]
      })
      const id = fait.ok ? fait.valeur.ajoutes[0]! : ''
      expect(await modifierQuartier(scene, { id, nom: 'centre', nature: 'quartier' })).toMatchObject({
        raison: 'nom_pris',
        champ: 'nom'
      })
      expect(await modifierQuartier(scene, { id, nom: 'Centre', nature: 'qpv', generation: '' })).toMatchObject({
        sorte: 'saisie',
        champs: { generation: [expect.any(String)] }
      })
      expect(await modifierQuartier(scene, { id, nom: 'Centre', nature: 'qpv', generation: '2024', code: '' })).toMatchObject({
        ok: true
      })
      expect((await listerQuartiers(db, scene.perimetre)).find((quartier) => quartier.id === id)).toMatchObject({
        nom: 'Centre',
        nature: 'qpv',
        generation: '2024',
        enProjet: false,
        aContour: true
      })
    }))

  test('personne ne lit ni ne touche les quartiers d’un autre territoire', () =>
    essai.annule(async (db) => {
      const cergy = await unTerritoire(db, { code: '95127' })
      const ajout = await ajouterQuartiers(cergy, { quartiers: [{ nom: 'Sébille', nature: 'qpv', generation: '2015' }] })
      const creteil = await unTerritoire(db, { code: '94028' })
      const id = ajout.ok ? ajout.valeur.ajoutes[0]! : ''
      expect(await retirerQuartier(creteil, { id })).toMatchObject({ ok: false, sorte: 'introuvable' })
      expect(await modifierQuartier(creteil, { id, nom: 'Pris', nature: 'quartier' })).toMatchObject({
        ok: false,
        sorte: 'introuvable'
      })
      expect(await listerQuartiers(db, creteil.perimetre)).toEqual([])
      await retirerQuartier(cergy, { id })
      expect(await retablirQuartier(creteil, { id })).toMatchObject({ ok: false, sorte: 'introuvable' })
    }))
})

test('une lecture sans territoire ne voit aucune ligne', async () => {
  expect(await essai.base().client`select count(*)::int as n from quartiers`).toMatchObject([{ n: 0 }])
  expect(
    await lecture((await essai.annule((db) => unTerritoire(db))).perimetre, (db) => db.execute('select 1'), essai.base().db)
  ).toHaveLength(1)
})
