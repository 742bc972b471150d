import { describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { lecture, type Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { modifierMembre } from '#domaines/comptes/commands.server.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { listerMembres } from '#domaines/comptes/queries.server.ts'
import {
  assurerStructures,
  modifierStructure,
  retablirStructure,
  retirerStructure
} from '#domaines/partenaires/commands.server.ts'
import { ajouterFonction, modifierFonction, retirerFonction } from '#domaines/partenaires/commands/fonctions.server.ts'
import { desContacts, unePersonne, uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { lirePersonne } from '#domaines/partenaires/queries.server.ts'
import { convoquerSeance, relancerInvites } from '#domaines/instances/commands/invitations.server.ts'
import { annulerSeance, prevoirSeance } from '#domaines/instances/commands/seances.server.ts'
import { uneInstance } from '#domaines/instances/fixtures.server.ts'
import { reglerTerritoire } from '#domaines/territoires/commands.server.ts'
import { lireDerniersActes, lireHistorique } from './historique.server.ts'

const essai = baseDeTest()
const plusTard = (scene: Scene, minutes: number): Scene => ({
  ...scene,
  maintenant: new Date(scene.maintenant.getTime() + minutes * 60_000)
})
const histoire = async (scene: Scene, id: string, page = 1) =>
  (await lireHistorique(scene.db as Tx, scene.perimetre, scene.acteur, id, page))!

describe('l’historique d’un objet', () => {
  test('un ajout, une correction, un retrait et un retour s’y lisent, du plus récent au plus ancien', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await uneStructure(scene, 'CPAM 95')
      await modifierStructure(plusTard(scene, 1), { id, nom: 'CPAM du Val-d’Oise', type: 'cpam', categorie: 'institutionnel' })
      await retirerStructure(plusTard(scene, 2), { id })
      await retablirStructure(plusTard(scene, 3), { id })
      const { objet, actes, total, pages } = await histoire(scene, id)
      expect({ objet, total, pages }).toEqual({
        objet: { nom: 'CPAM du Val-d’Oise', page: `/partenaires/${id}` },
        total: 4,
        pages: 1
      })
      expect(actes.map(({ quoi }) => quoi)).toEqual([
        'a fait revenir une structure dans l’annuaire',
        'a retiré une structure de l’annuaire',
        'a corrigé une structure',
        'a inscrit une structure dans l’annuaire'
      ])
      expect(actes.map(({ retouches }) => retouches[0]!.sorte)).toEqual(['retour', 'mise_de_cote', 'retouche', 'ajout'])
      expect(actes[2]).toMatchObject({ qui: scene.acteur.nom, quand: new Date('2026-11-22T10:01:00Z') })
      expect(actes[2]!.retouches[0]!.differences).toEqual([{ champ: 'Nom', avant: 'CPAM 95', apres: 'CPAM du Val-d’Oise' }])
    }))

  test('ce qui dépend de l’objet y est aussi, avec le nom de ce qu’il désigne, et une suppression dit ce qui a disparu', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await unePersonne(scene)
      await ajouterFonction(plusTard(scene, 1), {
        personneId: id,
        structureId: await uneStructure(scene, 'CPAM 95'),
        intitule: 'Directrice',
        debut: '2022'
      })
      const [fonction] = (await lirePersonne(db, scene.perimetre, id))!.parcours
      await modifierFonction(plusTard(scene, 2), { id: fonction!.id, intitule: 'Directrice', debut: '2022', fin: '2026-06' })
      await retirerFonction(plusTard(scene, 3), { id: fonction!.id })
      const { actes } = await histoire(scene, id)
      expect(actes.map(({ quoi }) => quoi).slice(0, 3)).toEqual([
        'a retiré une fonction',
        'a corrigé une fonction',
        'a noté une fonction'
      ])
      expect(actes[1]!.retouches[0]!.differences).toEqual([{ champ: 'Fin', avant: null, apres: 'juin 2026' }])
      expect(actes[0]!.retouches[0]!).toMatchObject({ objet: 'Fonction', sorte: 'retrait' })
      expect(actes[0]!.retouches[0]!.differences).toContainEqual({ champ: 'Structure', avant: 'CPAM 95', apres: null })
    }))

  test('R-023 · le territoire lui-même garde l’histoire de ses réglages', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await reglerTerritoire(scene, { competenceSante: 'oui', competenceDepuis: '2016' })
      await reglerTerritoire(plusTard(scene, 1), { competenceSante: 'oui' })
      const { objet, actes } = await histoire(scene, scene.perimetre.collectiviteId)
      expect(objet).toEqual({ nom: 'Ville de Cergy', page: '/reglages' })
      expect(actes).toHaveLength(1)
      expect(actes[0]!.retouches[0]!.differences).toEqual([
        { champ: 'Compétence en santé', avant: null, apres: 'oui' },
        { champ: 'Compétence en santé depuis', avant: null, apres: '2016' }
      ])
    }))

  test('R-159 · un changement de rôle dit qui, de quoi à quoi', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await unMembre(scene, 'elu')
      const { id } = (await listerMembres(db, scene.perimetre))[1]!
      await modifierMembre(plusTard(scene, 1), { id, role: 'direction', quotite: '0,5' })
      const { objet, actes } = await histoire(scene, id)
      expect(objet.nom).toBe('Elu')
      expect(actes[0]!.retouches[0]).toMatchObject({
        objet: 'Membre',
        differences: [
          { champ: 'Rôle', avant: 'Élu·e', apres: 'Direction' },
          { champ: 'Part de temps plein', avant: null, apres: '0,5' }
        ]
      })
    }))

  test('elle se lit par pages de cinquante', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await uneStructure(scene, 'Nom 0')
      for (let tour = 1; tour <= 60; tour++) await modifierStructure(plusTard(scene, tour), { id, nom: `Nom ${tour}` })
      const [premiere, seconde] = [await histoire(scene, id), await histoire(scene, id, 2)]
      expect([premiere.total, premiere.pages, premiere.actes.length, seconde.actes.length]).toEqual([61, 2, 50, 11])
      expect(seconde.actes.at(-1)!.quoi).toBe('a inscrit une structure dans l’annuaire')
    }))

  test('deux cents personnes invitées d’un geste, relancées, puis prévenues d’une annulation : trois gestes, pas six cents lignes', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await desContacts(
        scene,
        Array.from({ length: 60 }, (_, rang) => ({ nom: `Lou ${rang}`, courriel: `lou${rang}@cpts.fr`, structure: 'CPTS' }))
      )
      const instanceId = await uneInstance(scene)
      const { id } = reussi(
        await prevoirSeance(scene, { instanceId, jour: '2090-03-09', heure: '14 h', duree: '2 h', lieu: 'Ici' })
      )
      reussi(await convoquerSeance(plusTard(scene, 1), { id, choix: 'tous' }))
      reussi(await relancerInvites(plusTard(scene, 60 * 24 * 10), { id }))
      reussi(await annulerSeance(plusTard(scene, 60 * 24 * 11), { id, motifAnnulation: 'La salle est inondée.' }))
      const { actes, total, pages } = await histoire(scene, id)
      expect([total, pages]).toEqual([actes.length, 1])
      expect(actes[0]!.quoi).toBe('a annulé une séance')
      expect(JSON.stringify(actes[0]!.retouches)).toContain('Annulée le')
      expect(actes.every(({ retouches }) => retouches.length <= 6)).toBe(true)
      expect(Math.max(...actes.map(({ autres }) => autres))).toBeGreaterThanOrEqual(57)
    }))

  test('l’histoire d’un objet d’un autre territoire, ou de rien, est introuvable', () =>
    essai.annule(async (db) => {
      const cergy = await unTerritoire(db, { code: '95127' })
      const id = await uneStructure(cergy)
      const creteil = await unTerritoire(db, { code: '94028' })
      expect(await lireHistorique(db, creteil.perimetre, creteil.acteur, id, 1)).toBeNull()
      expect(await lireHistorique(db, creteil.perimetre, creteil.acteur, '0199a000-0000-7000-8000-000000000001', 1)).toBeNull()
    }))
})

describe('les derniers gestes du territoire', () => {
  test('un geste qui touche mille lignes est un geste, dont quelques lignes sont montrées et le reste compté', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await assurerStructures(plusTard(scene, 1), { noms: Array.from({ length: 1000 }, (_, rang) => `Association ${rang}`) })
      const id = await uneStructure(plusTard(scene, 2), 'CPAM 95')
      const { actes, adresses } = await lireDerniersActes(db, scene.perimetre, scene.acteur)
      expect(actes.slice(0, 2).map(({ quoi, retouches, autres }) => [quoi, retouches.length, autres])).toEqual([
        ['a inscrit une structure dans l’annuaire', 1, 0],
        ['a inscrit des structures dans l’annuaire', 8, 992]
      ])
      expect(adresses[id]).toEqual({ nom: 'CPAM 95', page: `/partenaires/${id}` })
    }))

  test('un territoire ne voit que ses gestes, en un nombre de requêtes qui ne dépend pas d’eux', async () => {
    const { db } = essai.base()
    const scene = await unTerritoire(db, { code: '94079' })
    const autre = await unTerritoire(db, { code: '77373' })
    await uneStructure(autre, 'Ailleurs')
    const lire = () => lecture(scene.perimetre, (tx) => lireDerniersActes(tx, scene.perimetre, scene.acteur), db)
    const peu = await essai.requetesDe(lire)
    for (let tour = 0; tour < 20; tour++) await uneStructure(plusTard(scene, tour), `Structure ${tour}`)
    expect(await essai.requetesDe(lire)).toHaveLength(peu.length)
    expect(peu.length).toBeLessThanOrEqual(2)
    const { actes } = await lire()
    expect(actes.flatMap(({ retouches }) => retouches.map(({ nom }) => nom))).not.toContain('Ailleurs')
    expect(actes.length).toBeGreaterThanOrEqual(20)
  })
})

test('l’application ne peut ni changer ni effacer l’histoire', async () => {
  const { db } = essai.base()
  await expect(db.execute(sql`update changements set acteur_nom = 'personne'`)).rejects.toMatchObject({
    cause: { code: '42501' }
  })
  await expect(db.execute(sql`delete from changements`)).rejects.toMatchObject({ cause: { code: '42501' } })
})
