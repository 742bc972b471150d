import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import {
  modifierInvitationRecue,
  noterInvitationRecue,
  retablirInvitationRecue,
  retirerInvitationRecue
} from '#domaines/partenaires/commands/reciprocite.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { convoquerSeance } from '#domaines/instances/commands/invitations.server.ts'
import { annulerSeance, prevoirSeance } from '#domaines/instances/commands/seances.server.ts'
import { uneInstance } from '#domaines/instances/fixtures.server.ts'
import { lireReciprocite } from './reciprocite.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'
const lue = ({ db, perimetre }: Scene, depuis = '2025-11-22', jour = JOUR) => lireReciprocite(db as Tx, perimetre, depuis, jour)
const noter = async (scene: Scene, structure: string, date: string, reste: Record<string, unknown> = {}) =>
  reussi(await noterInvitationRecue(scene, { structure, date, intitule: 'Comité', presence: 'honoree', ...reste })).id

describe('R-103 · la réciprocité', () => {
  test('compte les invitations reçues de la fenêtre, quelle que soit la précision de leur date', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await noter(scene, 'CPTS', '2026-10-01')
      await noter(scene, 'CPTS', '2025')
      await noter(scene, 'CPTS', '2025-11')
      await noter(scene, 'CPTS', '2025-10')
      await noter(scene, 'CAF', '2024')
      const { partenaires, recues } = await lue(scene)
      expect(partenaires).toMatchObject([{ nom: 'CPTS', conviees: 0, venus: 0 }])
      expect(recues.map(({ date }) => date)).toEqual(['2026-10-01', '2025-11', '2025'])
    }))

  test('« ils viennent » se lit dans les réponses aux séances passées : une fois par séance, quel que soit le nombre d’invités', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await desContacts(scene, [
        { nom: 'Ana Roy', courriel: 'ana@cpts.fr', structure: 'CPTS' },
        { nom: 'Lou Petit', courriel: 'lou@cpts.fr', structure: 'CPTS' },
        { nom: 'Sam Noir', courriel: 'sam@caf.fr', structure: 'CAF' }
      ])
      const instanceId = await uneInstance(scene)
      const ids: string[] = []
      for (const jour of ['2026-12-01', '2026-12-08', '2026-12-10', '2027-06-01']) {
        const { id } = reussi(await prevoirSeance(scene, { instanceId, jour, duree: '2 h', motifQuota: 'Pour l’essai.' }))
        reussi(await convoquerSeance(scene, { id, choix: 'tous' }))
        ids.push(id)
      }
      await db.execute(
        sql`update invitations set reponse = 'vient' where courriel in ('ana@cpts.fr', 'lou@cpts.fr') and seance_id = ${ids[0]}`
      )
      await db.execute(sql`update invitations set reponse = 'remplace' where courriel = 'sam@caf.fr' and seance_id = ${ids[1]}`)
      await db.execute(sql`update invitations set reponse = 'lit' where courriel = 'ana@cpts.fr' and seance_id = ${ids[1]}`)
      await db.execute(sql`update invitations set reponse = 'vient' where seance_id in (${ids[2]}, ${ids[3]})`)
      reussi(await annulerSeance(scene, { id: ids[2]!, motifAnnulation: 'Salle prise.' }))
      expect((await lue(scene, '2026-01-01', '2027-01-15')).partenaires).toMatchObject([
        { nom: 'CAF', conviees: 2, venus: 1 },
        { nom: 'CPTS', conviees: 2, venus: 1 }
      ])
    }))

  test('une invitation se corrige, se retire et revient ; ce qui n’est pas honoré dit pourquoi', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await noter(scene, 'CPTS', '2026-10-01')
      const saisie = { id, structure: 'cpts', intitule: 'Assemblée', date: '2/10/2026', presence: 'manquee' }
      expect(await modifierInvitationRecue(scene, saisie)).toMatchObject({ raison: 'motif_manque', champ: 'motif' })
      expect(await modifierInvitationRecue(scene, { ...saisie, presence: 'honoree', date: '2027' })).toMatchObject({
        raison: 'pas_encore',
        champ: 'presence'
      })
      reussi(await modifierInvitationRecue(scene, { ...saisie, motif: 'Congés.' }))
      expect((await lue(scene)).recues).toMatchObject([
        { structure: 'CPTS', intitule: 'Assemblée', date: '2026-10-02', presence: 'manquee', motif: 'Congés.' }
      ])
      reussi(await retirerInvitationRecue(scene, { id }))
      expect((await lue(scene)).recues).toEqual([])
      reussi(await retablirInvitationRecue(scene, { id }))
      expect((await lue(scene)).recues).toHaveLength(1)
      const lecteur = { ...scene, acteur: await unMembre(scene, 'lecteur') }
      expect(await retirerInvitationRecue(lecteur, { id })).toEqual({ ok: false, sorte: 'interdit' })
    }))
})
