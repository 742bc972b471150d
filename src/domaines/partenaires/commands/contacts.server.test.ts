import { describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { ecrireClasseur } from '#platform/classeur.server.ts'
import type { Cellule } from '#platform/classeur.ts'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { ajouterQuartiers } from '#domaines/territoires/commands.server.ts'
import { unePersonne, uneStructure } from '../fixtures.server.ts'
import {
  apercevoirContacts,
  lireContactsDuFichier,
  ouvrirContacts,
  proposerColonnesContacts
} from '../imports/contacts.server.ts'
import { lireStructure, listerPersonnes, listerStructures } from '../queries.server.ts'
import type { ContactsLus } from '../schema/contacts.ts'
import { importerContacts, retenirColonnesContacts } from './contacts.server.ts'

const essai = baseDeTest()
const ENTETE = ['Organisme', 'Type', 'Prénom', 'Nom', 'Fonction', 'E-mail', 'Tél', 'Quartier']
const LIGNES: Cellule[][] = [
  ['CCAS de Cergy', 'CCAS', 'Sam', 'Martin', 'Directeur', 'Sam.Martin@Exemple.fr', 134567890, 'Axe Majeur'],
  ['ccas de cergy', null, 'Lou', 'Petit', 'Agente', null, null, null],
  ['CPAM du Val-d’Oise', null, null, null, null, 'accueil@exemple.fr', '36 46', null],
  [null, null, null, null, null, 'seul@exemple.fr', null, null],
  [null, null, 'Camille', 'Roy', null, null, null, null]
]

async function lire(scene: Scene, lignes: Cellule[][]): Promise<ContactsLus> {
  const octets = await ecrireClasseur([
    { nom: 'Liste', lignes: [ENTETE, ...lignes], colonnes: ENTETE.map(() => ({ largeur: 20 })) }
  ])
  const classeur = await ouvrirContacts(octets, 'contacts.xlsx')
  if (typeof classeur === 'string') throw new Error(classeur)
  const proposition = await proposerColonnesContacts(scene.db as Tx, scene.perimetre, classeur)
  const lus = await lireContactsDuFichier(octets, 'contacts.xlsx', proposition!.appariement)
  if (typeof lus === 'string') throw new Error(lus)
  return lus
}
const changements = async (scene: Scene) =>
  ((await (scene.db as Tx).execute(sql`select count(*)::int as n from changements`)) as unknown as [{ n: number }])[0].n

describe('R-093 · importer une liste de contacts', () => {
  test('les structures, les personnes et leurs fonctions entrent ensemble ; la ligne refusée est dite et ne gêne pas les autres', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await ajouterQuartiers(scene, { quartiers: [{ nom: 'Axe majeur', nature: 'quartier' }] })
      const lus = await lire(scene, LIGNES)
      const apercu = await apercevoirContacts(db, scene.perimetre, lus)
      expect(apercu.comptes).toEqual({ structures: 2, personnes: 3, completees: 0, fonctions: 2, inchangees: 0 })
      expect(apercu.refusees).toMatchObject([{ ligne: 5 }])
      expect(await listerStructures(db, scene.perimetre)).toHaveLength(0)
      expect(await importerContacts(scene, { lus })).toMatchObject({ ok: true })
      const structures = await listerStructures(db, scene.perimetre)
      expect(structures.map(({ nom, type, personnes }) => [nom, type, personnes])).toEqual([
        ['CCAS de Cergy', 'ccas', 2],
        ['CPAM du Val-d’Oise', 'cpam', 0]
      ])
      expect(await lireStructure(db, scene.perimetre, structures[0]!.id)).toMatchObject({ quartier: 'Axe majeur' })
      expect(await lireStructure(db, scene.perimetre, structures[1]!.id)).toMatchObject({
        courriel: 'accueil@exemple.fr',
        telephone: '3646'
      })
      expect(
        (await listerPersonnes(db, scene.perimetre)).map(({ nom, courriel, telephone }) => [nom, courriel, telephone])
      ).toEqual([
        ['Camille Roy', null, null],
        ['Lou Petit', null, null],
        ['Sam Martin', 'sam.martin@exemple.fr', '01 34 56 78 90']
      ])
    }))

  test('le même fichier deux fois ne change rien, pas même l’historique', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await importerContacts(scene, { lus: await lire(scene, LIGNES) })
      const avant = await changements(scene)
      const lus = await lire(scene, LIGNES)
      expect((await apercevoirContacts(db, scene.perimetre, lus)).comptes).toMatchObject({
        structures: 0,
        personnes: 0,
        inchangees: 4
      })
      expect(await importerContacts(scene, { lus })).toMatchObject({ ok: true })
      expect(await changements(scene)).toBe(avant)
    }))

  test('ce qui était là est complété, jamais remplacé', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await uneStructure(scene, 'CCAS de Cergy')
      const sam = await unePersonne(scene, 'Sam Martin', id)
      const fait = await importerContacts(scene, { lus: await lire(scene, LIGNES.slice(0, 2)) })
      expect(fait).toMatchObject({ ok: true, valeur: { structures: [], personnes: [{ id: sam }, { id: null }] } })
      const { equipe } = (await lireStructure(db, scene.perimetre, id))!
      expect(equipe.map(({ nom, courriel, intitule }) => [nom, courriel, intitule])).toEqual([
        ['Lou Petit', null, 'Agente'],
        ['Sam Martin', 'sam.martin@exemple.fr', 'Directrice']
      ])
      expect(fait.ok && fait.valeur.remarques.map(({ motif }) => motif).join()).toContain('Sam Martin est ici « Directrice »')
    }))

  test('deux mille lignes s’écrivent en peu de requêtes', async () => {
    const lignes = Array.from({ length: 2000 }, (_, n) => [
      `Structure ${n}`,
      null,
      'Alix',
      `Nom ${n}`,
      'Agente',
      `a${n}@exemple.fr`
    ])
    await essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const lus = await lire(scene, lignes)
      const requetes = await essai.requetesDe(async () =>
        expect(await importerContacts(scene, { lus })).toMatchObject({ ok: true })
      )
      expect(requetes.length).toBeLessThanOrEqual(6)
    })
  })

  test('ce que l’on a dit des colonnes est retenu, à part de ce que les plans en disent', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const colonnes = [
        { nom: 'Truc', role: 'structure' as const },
        { nom: 'Machin', role: 'courriel' as const }
      ]
      expect(await retenirColonnesContacts(scene, { colonnes, recopier: true })).toMatchObject({ ok: true })
      const avant = await changements(scene)
      await retenirColonnesContacts(scene, { colonnes, recopier: true })
      expect(await changements(scene)).toBe(avant)
      const classeur = await ouvrirContacts(new TextEncoder().encode('Machin;Truc\na@b.fr;CCAS\n'), 'autre.csv')
      const proposee = await proposerColonnesContacts(db, scene.perimetre, classeur as never)
      expect(proposee).toMatchObject({ retenue: true, appariement: { roles: ['courriel', 'structure'], recopier: true } })
      expect(await retenirColonnesContacts(scene, { colonnes: [colonnes[1]!], recopier: false })).toMatchObject({
        raison: 'sans_nom'
      })
    }))

  test('seule la coordination importe ; un fichier qui ne se lit plus est refusé', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const lus = await lire(scene, LIGNES)
      for (const role of ['contributeur', 'lecteur', 'elu', 'direction'] as const)
        expect(await importerContacts({ ...scene, acteur: await unMembre(scene, role) }, { lus })).toMatchObject({
          sorte: 'interdit'
        })
      expect(await importerContacts(scene, { lus: { ...lus, refus: 'Rien.' } })).toMatchObject({ raison: 'contacts_refuses' })
      expect(await ouvrirContacts(new TextEncoder().encode('%PDF-1.4'), 'liste.pdf')).toContain('n’est pas un tableur')
    }))
})
