import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import type { Tx } from '#platform/db.server.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { reglerCourriels } from '#domaines/partenaires/commands/courriels.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { uneInstance } from '../fixtures.server.ts'
import { lireLettreDeContacts } from '../queries/lettres-de-contacts.server.ts'
import { lireRencontres, type Inscrit, type RencontresLues } from '../queries/rencontres.server.ts'
import { noterTable } from './noter-table.server.ts'
import { composerRencontres } from './rencontres.server.ts'
import { annulerSeance, prevoirSeance } from './seances.server.ts'
import { transmettreContacts } from './transmettre-contacts.server.ts'

const essai = baseDeTest()
const NOMS = ['Ana Roy', 'Lou Petit', 'Noé Blin', 'Paul Durand', 'Sam Faure', 'Zoé Marie']

/** Six people at two tables, for one round, on a day that came. */
async function uneRencontre(db: Tx, dit: { jour?: string } = {}) {
  const scene = await unTerritoire(db, { maintenant: new Date('2030-12-10T09:00:00Z') })
  const contacts = NOMS.map((nom, n) => ({ nom, courriel: `c${n}@exemple.fr`, structure: `Maison ${n}` }))
  await desContacts(scene, contacts)
  const instanceId = await uneInstance(scene, { nom: 'Cercle' })
  const prevue = { instanceId, jour: dit.jour ?? '2030-12-10', duree: '2 h', motifQuota: 'Essai.' }
  const seanceId = reussi(await prevoirSeance(scene, prevue)).id
  const autres = NOMS.map((personne, n) => ({ personne, structure: `Maison ${n}` }))
  reussi(await composerRencontres(scene, { seanceId, tours: 1, minutes: 10, parTable: 3, autres }))
  return { scene, seanceId, lues: await lireRencontres(db, scene.perimetre, seanceId) }
}

/** Those who sit with the first whose address is known, herself included, in the order of their badges. */
function saTable(lues: RencontresLues) {
  const [premiere] = lues.inscrits
  const { rang } = lues.paires.find(({ unId, autreId }) => unId === premiere!.id || autreId === premiere!.id)!
  const paires = lues.paires.filter((paire) => paire.rang === rang)
  return { paires, gens: lues.inscrits.filter(({ id }) => paires.some(({ unId, autreId }) => unId === id || autreId === id)) }
}

/** Of her table, these say yes; the first two promised each other something. */
const dire = async (scene: Scene, { paires }: ReturnType<typeof saTable>, oui: readonly { id: string }[]) =>
  reussi(
    await noterTable(scene, {
      id: paires[0]!.id,
      donnent: oui.map(({ id }) => id),
      promesses: [{ paire: paires[0]!.id, promesse: 'Une permanence' }]
    })
  )

const lettres = async (db: Tx) =>
  (await db.execute(sql`select courriel from envois where nature = 'contacts' order by courriel`)).map(
    (envoi) => (envoi as unknown as { courriel: string }).courriel
  )

describe('R-099 · la lettre de contacts', () => {
  test('part une fois à chacune de celles qui ont dit oui et qui ont une adresse ; les autres sont dans aucune', () =>
    essai.annule(async (db) => {
      const { scene, seanceId, lues } = await uneRencontre(db)
      expect(await transmettreContacts(scene, { seanceId })).toMatchObject({ raison: 'personne_a_qui_ecrire' })
      const table = saTable(lues)
      const [une, refuse, autre] = table.gens as [Inscrit, Inscrit, Inscrit]
      await dire(scene, table, [une, autre])
      expect(reussi(await transmettreContacts(scene, { seanceId })).nombre).toBe(2)
      expect(await lettres(db)).toEqual([une.courriel, autre.courriel])
      const lettreDe = ({ personneId }: Inscrit) =>
        lireLettreDeContacts(db, scene.perimetre, { seanceId, personneId, structureId: null })
      expect(await lettreDe(une)).toMatchObject({
        nom: une.nom,
        instance: 'Cercle',
        contacts: [{ nom: autre.nom }],
        promesses: []
      })
      expect(await lettreDe(refuse)).toBeNull()
      // a second time nobody is left; she who says yes later is the only one who is written, with the two others
      expect(await transmettreContacts(scene, { seanceId })).toMatchObject({ raison: 'personne_a_qui_ecrire' })
      await dire(scene, table, table.gens)
      expect(reussi(await transmettreContacts(scene, { seanceId })).nombre).toBe(1)
      expect(await lettres(db)).toEqual([une, refuse, autre].map(({ courriel }) => courriel))
      expect(await lettreDe(refuse)).toMatchObject({
        contacts: [{ nom: une.nom, courriel: une.courriel, structure: une.structure }, { nom: autre.nom }],
        promesses: [{ avec: une.nom, texte: 'Une permanence' }]
      })
    }))

  test('qui ne veut plus de courriel n’est pas écrit, et une lettre partie fige les tours', () =>
    essai.annule(async (db) => {
      const { scene, seanceId, lues } = await uneRencontre(db)
      const table = saTable(lues)
      const [muette, ...autres] = table.gens as [Inscrit, ...Inscrit[]]
      await dire(scene, table, table.gens)
      reussi(await reglerCourriels(scene, { personneId: muette.personneId, structureId: null, courriels: 'aucun' }))
      reussi(await transmettreContacts(scene, { seanceId }))
      expect(await lettres(db)).toEqual(autres.map(({ courriel }) => courriel))
      const demande = { seanceId, tours: 1, minutes: 10, parTable: 3, gens: lues.inscrits.map(({ id }) => id) }
      expect(await composerRencontres(scene, demande)).toMatchObject({ raison: 'lettres_parties' })
      const apres = await lireRencontres(db, scene.perimetre, seanceId)
      expect(apres.lettres).toEqual(autres.map(({ id }) => ({ participantId: id, etat: 'pret' })))
    }))

  test('pas avant le jour de la séance, ni d’une séance annulée, ni par qui ne tient pas les instances, ni d’un autre territoire', () =>
    essai.annule(async (db) => {
      const { scene, seanceId, lues } = await uneRencontre(db, { jour: '2030-12-11' })
      const table = saTable(lues)
      await dire(scene, table, table.gens)
      expect(await transmettreContacts(scene, { seanceId })).toMatchObject({ raison: 'pas_encore' })
      const lendemain = { ...scene, maintenant: new Date('2030-12-11T09:00:00Z') }
      const lecteur = { ...lendemain, acteur: await unMembre(scene, 'lecteur') } as Scene
      expect(await transmettreContacts(lecteur, { seanceId })).toMatchObject({ sorte: 'interdit' })
      reussi(await annulerSeance(scene, { id: seanceId }))
      expect(await transmettreContacts(lendemain, { seanceId })).toMatchObject({ raison: 'seance_annulee' })
      const ailleurs = await unTerritoire(db, { code: '94028' })
      expect(await transmettreContacts(ailleurs, { seanceId })).toMatchObject({ sorte: 'introuvable' })
    }))
})
