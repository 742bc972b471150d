import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ROLES } from '#platform/acteur.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre } from '#domaines/comptes/fixtures.server.ts'
import { unEspace } from '#domaines/pilotage/fixtures/espace-d-essai.server.ts'
import { lireEspaceVu } from '#domaines/pilotage/queries/espace.server.ts'
import { lireTableau } from '#domaines/pilotage/queries/tableau.server.ts'
import { retirerPersonne } from '../commands.server.ts'
import { CORRECTIONS_MAX } from '../schema/corrections.ts'
import { proposerCorrection, reprendreCorrection, traiterCorrection } from './corrections.server.ts'

const essai = baseDeTest()

describe('R-160 · proposer une correction de l’annuaire', () => {
  test('de sa structure ou d’elle-même ; la coordination la voit au tableau de bord et sur sa page, la traite, et peut y revenir', () =>
    essai.annule(async (db) => {
      const { scene, lou, lire, parLien } = await unEspace(db)
      const [cpts] = (await lire(lou))!.structures
      reussi(await proposerCorrection(parLien(lou), { id: lou, structureId: cpts!.id, texte: 'Le standard a changé.' }))
      reussi(await proposerCorrection(parLien(lou), { id: lou, texte: 'Je suis joignable le mardi.' }))
      const vues = async () => (await lireEspaceVu(db, scene.perimetre, lou)).corrections
      expect((await vues()).map(({ texte, structure }) => [texte, structure]).toSorted()).toEqual([
        ['Je suis joignable le mardi.', null],
        ['Le standard a changé.', 'CPTS']
      ])
      expect((await lire(lou))!.corrections).toHaveLength(2)
      const tableau = async () => (await lireTableau(db, scene.perimetre, '2026-11-23')).corrections
      expect(await tableau()).toEqual([{ personneId: lou, personne: 'Lou Petit', nombre: 2 }])
      for (const { id } of await vues()) reussi(await traiterCorrection({ ...scene, maintenant: new Date() }, { id }))
      expect(await tableau()).toEqual([])
      const [une] = await vues()
      expect(une).toMatchObject({ traiteeLe: expect.any(String) })
      expect(await traiterCorrection(scene, { id: une!.id }), 'deux fois').toMatchObject({ sorte: 'introuvable' })
      reussi(await reprendreCorrection(scene, { id: une!.id }))
      expect(await tableau()).toMatchObject([{ nombre: 1 }])
      reussi(await retirerPersonne(scene, { id: lou }))
      expect(await tableau()).toEqual([])
    }))

  test('pas d’une structure où elle n’est pas, ni au nom d’une autre, ni vide, ni par dizaines', () =>
    essai.annule(async (db) => {
      const { scene, lou, ana, lire, parLien } = await unEspace(db)
      const [ccas] = (await lire(ana))!.structures
      const proposer = (dit: Record<string, unknown>, qui = lou) =>
        proposerCorrection(parLien(qui), { id: lou, texte: 'Oui.', ...dit })
      expect(await proposer({ structureId: ccas!.id })).toMatchObject({ raison: 'structure_inconnue' })
      expect(await proposer({}, ana)).toMatchObject({ sorte: 'interdit' })
      expect(await proposerCorrection(scene, { id: lou, texte: 'Oui.' })).toMatchObject({ sorte: 'interdit' })
      expect(await proposer({ texte: '  ' })).toMatchObject({
        sorte: 'saisie',
        champs: { texte: ['Écrivez ce qui est à corriger.'] }
      })
      for (let fois = 0; fois < CORRECTIONS_MAX; fois++) reussi(await proposer({}))
      expect(await proposer({})).toMatchObject({ raison: 'trop_de_corrections' })
      expect(await db.execute(sql`select 1 from corrections`)).toHaveLength(CORRECTIONS_MAX)
    }))

  test('la coordination et un contributeur la traitent, personne d’autre', () =>
    essai.annule(async (db) => {
      const { scene, lou, parLien } = await unEspace(db)
      reussi(await proposerCorrection(parLien(lou), { id: lou, texte: 'Oui.' }))
      const [{ id }] = (await db.execute(sql`select id from corrections`)) as unknown as [{ id: string }]
      for (const role of ROLES.filter((un) => un !== 'coordination' && un !== 'contributeur')) {
        const membre = { ...scene, acteur: await unMembre(scene, role, `${role}@exemple.fr`) }
        expect(await traiterCorrection(membre, { id }), role).toMatchObject({ sorte: 'interdit' })
      }
      expect(await traiterCorrection(parLien(lou), { id })).toMatchObject({ sorte: 'interdit' })
    }))
})
