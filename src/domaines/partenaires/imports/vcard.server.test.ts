import { describe, expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { inscrirePersonne } from '../commands.server.ts'
import { importerContacts } from '../commands/contacts.server.ts'
import { reglerCourriels } from '../commands/courriels.server.ts'
import { ajouterFonction } from '../commands/fonctions.server.ts'
import { ecrireCartes } from '../exports.server.ts'
import { uneStructure } from '../fixtures.server.ts'
import { listerPourCartes } from '../queries/cartes.server.ts'
import { proposerContacts } from '../regles/contacts/proposer.ts'
import { apercevoirContacts, lireContactsDuFichier, ouvrirContacts } from './contacts.server.ts'

const essai = baseDeTest()
const octets = (...lignes: string[]) => new TextEncoder().encode(lignes.join('\r\n'))

async function lus(fichier: Uint8Array) {
  const classeur = await ouvrirContacts(fichier, 'contacts.vcf')
  if (typeof classeur === 'string') return classeur
  return lireContactsDuFichier(fichier, 'contacts.vcf', proposerContacts(classeur)!.appariement)
}
const cartes = ({ db, perimetre }: Scene, id: string | null = null) => listerPourCartes(db as Tx, perimetre, id)

/** Ana holds two functions, Lou none, Sam wants no letter at all. */
async function desGens(scene: Scene) {
  const [cpts, caf] = [await uneStructure(scene, 'CPTS du Nord'), await uneStructure(scene, 'CAF, antenne; nord')]
  const { id } = reussi(
    await inscrirePersonne(scene, {
      nom: 'Ana Roy',
      courriel: 'ana@cpts.fr',
      telephone: '06 12 34 56 78',
      structureId: cpts,
      intitule: 'Médecin'
    })
  )
  reussi(await ajouterFonction(scene, { personneId: id, structureId: caf }))
  reussi(await inscrirePersonne(scene, { nom: 'Lou Petit' }))
  const sam = reussi(await inscrirePersonne(scene, { nom: 'Sam Noir', courriel: 'sam@caf.fr', structureId: caf })).id
  reussi(await reglerCourriels(scene, { personneId: sam, structureId: null, courriels: 'aucun' }))
  return { ana: id, sam }
}

test('R-093 · un fichier vide se dit vide', async () => {
  expect(await ouvrirContacts(new Uint8Array(), 'contacts.csv')).toContain('Ce fichier est vide.')
})

describe('R-093 · les cartes de visite', () => {
  test('ce qui est exporté, puis importé ailleurs, dit la même chose ; qui ne veut rien recevoir n’est donné à personne', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { ana, sam } = await desGens(scene)
      const donnees = await cartes(scene)
      expect(donnees.map(({ nom }) => nom)).toEqual(['Ana Roy', 'Lou Petit'])
      expect(await cartes(scene, ana)).toHaveLength(1)
      expect(await cartes(scene, sam)).toEqual([])
      const fichier = ecrireCartes(donnees)
      const lu = await lus(fichier)
      if (typeof lu === 'string') throw new Error(lu)
      // brought back where it comes from, it changes nothing
      const apercu = await apercevoirContacts(db as Tx, scene.perimetre, lu)
      expect(apercu.comptes).toMatchObject({ structures: 0, personnes: 0, completees: 0, fonctions: 0 })
      const ailleurs = await unTerritoire(db, { code: '94028' })
      reussi(await importerContacts(ailleurs, { lus: lu }))
      expect(await cartes(ailleurs)).toEqual(donnees)
    }))

  test('l’aperçu dit ce qui n’est pas repris, et n’écrit rien', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const lu = await lus(
        octets(
          'BEGIN:VCARD',
          'VERSION:3.0',
          'FN:Ana Roy',
          'ORG:CPTS',
          'EMAIL:ana@cpts.fr',
          'EMAIL:ana@ailleurs.fr',
          'PHOTO;ENCODING=b:/9j/4AAQ',
          'X-SKYPE:ana',
          'END:VCARD'
        )
      )
      if (typeof lu === 'string') throw new Error(lu)
      const apercu = await apercevoirContacts(db as Tx, scene.perimetre, lu)
      expect(apercu.remarques[0]?.motif).toBe(
        'Dans les cartes, ceci n’est pas repris\u00a0: 1 photo, 1 seconde adresse électronique, 1 autre information.'
      )
      expect(apercu.comptes).toMatchObject({ structures: 1, personnes: 1, fonctions: 1 })
      expect(await cartes(scene)).toEqual([])
    }))

  test('un fichier coupé dit à quelle carte, et n’écrit rien', async () => {
    expect(await lus(octets('BEGIN:VCARD', 'VERSION:3.0', 'FN:Ana Roy', 'END:VCARD', 'BEGIN:VCARD', 'FN:Lou'))).toContain(
      'La carte n°\u00a02 n’est pas terminée'
    )
  })
})
