import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { histoireDe } from '#domaines/contrats/fixtures.server.ts'
import { lireFiches } from '../queries/fiches.server.ts'
import { instantane } from '../regles/confronter.ts'
import { creerFiche } from './fiche.server.ts'
import { ecrireSection } from './ecrire-section.server.ts'
import { releverIndicateur } from './indicateurs.server.ts'

const essai = baseDeTest()
const lire = async (scene: Scene, id: string) => (await lireFiches(scene.db as never, scene.perimetre, { ids: [id] }))[0]!
const vu = async (scene: Scene, id: string, section: string) => instantane(section, await lire(scene, id))

/** A fiche, and two people who opened the same section of it. */
async function aDeux(scene: Scene, section: string) {
  const { id } = reussi(await creerFiche(scene, { titre: 'Bus santé', contexte: 'Peu de médecins.', publics: 'Seniors' }))
  const autre = { ...scene, acteur: { ...(await unMembre(scene, 'contributeur')), nom: 'Alix Martin' } }
  return { id, lu: await vu(scene, id, section), autre }
}

describe('deux personnes sur la même section d’une fiche', () => {
  test('chacune son champ : les deux restent', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id, lu, autre } = await aDeux(scene, 'textes')
      const mien = { id, section: 'textes' as const, lu, contexte: 'Peu de médecins.', moyens: 'Un bus.' }
      reussi(await ecrireSection(autre, { id, section: 'textes', lu, contexte: 'Aucun médecin.', moyens: '' }))
      reussi(await ecrireSection(scene, mien))
      expect(await lire(scene, id)).toMatchObject({ contexte: 'Aucun médecin.', moyens: 'Un bus.' })
    }))

  test('le même champ : refusé, avec qui l’a écrit et ce qu’il dit maintenant ; renvoyée en connaissance, ma version passe', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id, lu, autre } = await aDeux(scene, 'textes')
      reussi(await ecrireSection(autre, { id, section: 'textes', lu, contexte: 'Aucun médecin.' }))
      const refus = await ecrireSection(scene, { id, section: 'textes', lu, contexte: 'Deux médecins.' })
      expect(refus).toMatchObject({ raison: 'ecrit_entre_temps', precisions: { champs: ['contexte'], qui: 'Alix Martin' } })
      expect((await lire(scene, id)).contexte).toBe('Aucun médecin.')
      const { actuel } = (refus as unknown as { precisions: { actuel: string } }).precisions
      reussi(await ecrireSection(scene, { id, section: 'textes', lu: actuel, contexte: 'Deux médecins.' }))
      expect((await lire(scene, id)).contexte).toBe('Deux médecins.')
    }))

  test('une liste changée par une autre est refusée entière ; l’historique garde le nom de l’acte', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id, lu, autre } = await aDeux(scene, 'etapes')
      const etapes = (intitule: string) => ({ id, section: 'etapes' as const, lu, etapes: [{ intitule }] })
      reussi(await ecrireSection(autre, etapes('Trouver le bus')))
      expect(await ecrireSection(scene, etapes('Former'))).toMatchObject({ precisions: { champs: ['etapes'] } })
      expect((await lire(scene, id)).etapes.map(({ intitule }) => intitule)).toEqual(['Trouver le bus'])
      expect(await histoireDe(scene, id)).toContain('fiche.ecrire_etapes etapes Alix Martin')
    }))

  test('un relevé noté entre-temps n’empêche pas d’écrire l’indicateur, et reste', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id } = await aDeux(scene, 'indicateurs')
      const un = { id, section: 'indicateurs' as const, indicateurs: [{ intitule: 'Personnes vues' }] }
      reussi(await ecrireSection(scene, un))
      const [indicateur] = (await lire(scene, id)).indicateurs
      const lu = await vu(scene, id, 'indicateurs')
      reussi(await releverIndicateur(scene, { id, indicateurId: indicateur!.id, date: '2024', valeur: '12' }))
      const indicateurs = [{ id: indicateur!.id, intitule: 'Personnes reçues' }]
      reussi(await ecrireSection(scene, { ...un, lu, indicateurs }))
      expect((await lire(scene, id)).indicateurs).toMatchObject([{ intitule: 'Personnes reçues', valeurs: [{ valeur: 12 }] }])
    }))

  test('une faute de saisie est dite à son champ, comme sans personne d’autre ; un lecteur n’écrit pas', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id, lu } = await aDeux(scene, 'bref')
      const faux = await ecrireSection(scene, { id, section: 'bref', lu, debut: 'un jour', ages: [], ottawa: [] })
      expect(faux).toMatchObject({ sorte: 'saisie', champs: { debut: [expect.any(String)] } })
      const lecteur = await unMembre(scene, 'lecteur')
      expect(await ecrireSection({ ...scene, acteur: lecteur }, { id, section: 'titre', titre: 'X' })).toMatchObject({
        sorte: 'interdit'
      })
    }))
})
