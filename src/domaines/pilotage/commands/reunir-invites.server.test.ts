import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { emarger } from '#domaines/instances/commands/emargement.server.ts'
import { choisirInterets } from '#domaines/instances/commands/interets.server.ts'
import { convoquerSeance, repondreInvitation } from '#domaines/instances/commands/invitations.server.ts'
import { prevoirSeance } from '#domaines/instances/commands/seances.server.ts'
import { uneInstance } from '#domaines/instances/fixtures.server.ts'
import { lireConvocation } from '#domaines/instances/queries/invitations.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { personnesParNom } from '#domaines/partenaires/queries.server.ts'
import { reglerCourriels } from '#domaines/partenaires/commands/courriels.server.ts'
import { annulerGeste } from './annuler.server.ts'
import { reunirPersonnes } from './reunir.server.ts'

const essai = baseDeTest()
const lien = (sujetId: string) => ({ sorte: 'lien', nom: 'Lou', sujetId, role: null, administrateur: false }) as const

/** Every row of what a merge touches here, as it is. */
const tout = async (db: Tx) =>
  Object.fromEntries(
    await Promise.all(
      ['personnes', 'fonctions', 'invitations', 'emargements', 'interets'].map(async (table) => [
        table,
        (await db.execute(sql`select to_jsonb(t) - 'recherche' as l from ${sql.identifier(table)} t`))
          .map(({ l }) => JSON.stringify(l))
          .sort()
      ])
    )
  ) as Record<string, string[]>

test('R-093 · deux fiches d’une même personne, toutes deux invitées, venues et intéressées, se réunissent ; annulé, tout est comme avant', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    await desContacts(scene, [
      { nom: 'Lou Grand', courriel: 'lou@a.fr', structure: 'A' },
      { nom: 'Lou Petit', courriel: 'lou@b.fr', structure: 'B' },
      { nom: 'Ana Roy', courriel: 'ana@b.fr', structure: 'B' }
    ])
    const ids = await personnesParNom(db, scene.perimetre, ['Lou Grand', 'Lou Petit'])
    const [grand, petit] = [ids.get('lou grand')!, ids.get('lou petit')!]
    const instanceId = await uneInstance(scene)
    const { id } = reussi(await prevoirSeance(scene, { instanceId, jour: '2026-12-09', duree: '2 h' }))
    reussi(await convoquerSeance(scene, { id, choix: 'tous' }))
    const invites = async () => (await lireConvocation(db, scene.perimetre, id)).invites
    const sienne = async (qui: string) => (await invites()).find(({ personneId }) => personneId === qui)!.id
    const reponse = { id: await sienne(petit), reponse: 'vient' }
    reussi(await repondreInvitation({ ...scene, acteur: lien(reponse.id) }, reponse))
    const lejour = { ...scene, maintenant: new Date('2026-12-09T15:00:00Z') }
    for (const qui of [grand, petit]) {
      reussi(await choisirInterets({ ...scene, acteur: lien(qui) }, { id: qui, interets: [instanceId] }))
      reussi(await emarger(lejour, { id, invitationId: await sienne(qui) }))
    }
    const avant = await tout(db)
    const { geste } = reussi(await reunirPersonnes(lejour, { unId: grand, autreId: petit, garde: 'un' }))
    // one invitation, with what one of the two answered; she came once, and said her interest once
    expect((await invites()).map((invite) => [invite.nom, invite.reponse])).toEqual([
      ['Lou Grand', 'vient'],
      ['Ana Roy', null]
    ])
    expect((await tout(db)).emargements).toHaveLength(1)
    expect((await tout(db)).interets).toHaveLength(1)
    reussi(await annulerGeste(lejour, { geste }))
    expect(await tout(db)).toEqual(avant)
  }))

test.each(['un', 'autre'] as const)(
  'R-122 · une réunion garde le refus de recevoir de l’une ou de l’autre ; annulée, chacune a le sien (%s reste)',
  (garde) =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await desContacts(scene, [
        { nom: 'Lou Grand', courriel: 'lou@a.fr' },
        { nom: 'Lou Petit', courriel: 'lou@b.fr' }
      ])
      const ids = await personnesParNom(db, scene.perimetre, ['Lou Grand', 'Lou Petit'])
      const [unId, autreId] = [ids.get('lou grand')!, ids.get('lou petit')!]
      reussi(await reglerCourriels(scene, { personneId: autreId, structureId: null, courriels: 'aucun' }))
      const dits = async () =>
        (await db.execute(sql`select courriels from personnes where supprime_le is null order by cle_nom`)).map(
          ({ courriels }) => courriels
        )
      const { geste } = reussi(await reunirPersonnes(scene, { unId, autreId, garde }))
      expect(await dits()).toEqual(['aucun'])
      reussi(await annulerGeste(scene, { geste }))
      expect(await dits()).toEqual(['tous', 'aucun'])
    })
)
