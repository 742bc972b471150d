import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import type { Tx } from '#platform/db.server.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { desAxes, ouvrirContrat } from '#domaines/contrats/fixtures.server.ts'
import { uneInstance } from '../fixtures.server.ts'
import { lireInstance } from '../queries.server.ts'
import { interetsAuLien, quiSInteresse } from '../queries/interets.server.ts'
import { aInviter, lireConvocation } from '../queries/invitations.server.ts'
import { choisirInterets, noterInteret, retirerInteret } from './interets.server.ts'
import { convoquerSeance } from './invitations.server.ts'
import { prevoirSeance } from './seances.server.ts'

const essai = baseDeTest()
const GENS = [
  { nom: 'Ana Roy', courriel: 'ana@ccas.fr', structure: 'CCAS' },
  { nom: 'Lou Petit', courriel: 'lou@cpts.fr', structure: 'CPTS' },
  { nom: 'Zoé Marie', courriel: 'zoe@caf.fr', structure: 'CAF' }
]
const deuxThemes = async (db: Tx) => {
  const scene = await unTerritoire(db)
  await desContacts(scene, GENS)
  const [soins, mental] = await desAxes(scene, await ouvrirContrat(scene), ['Accès aux soins', 'Santé mentale'])
  const groupes = {
    soins: await uneInstance(scene, { nom: 'Groupe soins', axeId: soins }),
    mental: await uneInstance(scene, { nom: 'Groupe mental', axeId: mental })
  }
  const invites = async (instanceId: string) => {
    const { id } = reussi(
      await prevoirSeance(scene, { instanceId, jour: '2026-12-09', duree: '2 h', motifQuota: 'Pour l’essai.' })
    )
    return { id, gens: await aInviter(db, scene.perimetre, id, instanceId, 'tous') }
  }
  const noms = async (instanceId: string) => (await invites(instanceId)).gens.map(({ nom }) => nom)
  return { scene, groupes, invites, noms }
}
const parLien = (scene: Scene, sujetId: string) => ({
  ...scene,
  acteur: { sorte: 'lien', nom: 'x', sujetId, role: null, administrateur: false } as const
})

describe('R-092 · les listes par thème ne sont jamais imposées', () => {
  test('qui n’a rien dit de ce qui l’intéresse est invité à tous les thèmes', () =>
    essai.annule(async (db) => {
      const { groupes, noms } = await deuxThemes(db)
      for (const groupe of Object.values(groupes)) expect(await noms(groupe)).toEqual(['Ana Roy', 'Lou Petit', 'Zoé Marie'])
    }))

  test('dire ce qui intéresse change l’ordre, et jamais qui est invité, à ce thème ni aux autres', () =>
    essai.annule(async (db) => {
      const { scene, groupes, invites, noms } = await deuxThemes(db)
      reussi(await noterInteret(scene, { id: groupes.mental, personne: 'zoé marie' }))
      expect(await noms(groupes.mental)).toEqual(['Zoé Marie', 'Ana Roy', 'Lou Petit'])
      expect(await noms(groupes.soins)).toEqual(['Ana Roy', 'Lou Petit', 'Zoé Marie'])
      const { id, gens } = await invites(groupes.mental)
      expect(gens.map(({ interesse }) => interesse)).toEqual([true, false, false])
      expect(reussi(await convoquerSeance(scene, { id, choix: 'tous' }))).toEqual({ nombre: 3 })
      const { invites: lus } = await lireConvocation(db, scene.perimetre, id)
      expect(lus.map(({ nom, interesse }) => [nom, interesse])).toEqual([
        ['Zoé Marie', true],
        ['Ana Roy', false],
        ['Lou Petit', false]
      ])
    }))

  test('un intérêt vaut pour toutes les instances du même thème', () =>
    essai.annule(async (db) => {
      const { scene, groupes, noms } = await deuxThemes(db)
      const { axeId } = (await lireInstance(db, scene.perimetre, groupes.mental))!
      const clsm = await uneInstance(scene, { nom: 'Groupe du CLSM', nature: 'clsm_groupe', axeId })
      reussi(await noterInteret(scene, { id: groupes.mental, personne: 'Lou Petit' }))
      expect((await noms(clsm))[0]).toBe('Lou Petit')
    }))

  test('chacun dit ce qui l’intéresse par le lien de son invitation, et le retire ; personne ne le dit pour lui par ce lien', () =>
    essai.annule(async (db) => {
      const { scene, groupes, invites } = await deuxThemes(db)
      const { id } = await invites(groupes.soins)
      reussi(await convoquerSeance(scene, { id, choix: 'tous' }))
      const [ana, lou] = (await lireConvocation(db, scene.perimetre, id)).invites
      const dire = (voulus: string[]) => choisirInterets(parLien(scene, ana!.id), { id: ana!.id, interets: voulus })
      const choisis = async () =>
        (await interetsAuLien(db, scene.perimetre, ana!.id))!.groupes.filter(({ choisi }) => choisi).map(({ nom }) => nom)
      reussi(await dire([groupes.mental, groupes.soins, crypto.randomUUID()]))
      expect(await choisis()).toEqual(['Groupe mental', 'Groupe soins'])
      reussi(await dire([groupes.soins]))
      expect(await choisis()).toEqual(['Groupe soins'])
      expect(await quiSInteresse(db, scene.perimetre, groupes.soins)).toMatchObject([{ nom: 'Ana Roy', structure: 'CCAS' }])
      const pourElle = { id: ana!.id, interets: [groupes.mental] }
      expect(await choisirInterets(parLien(scene, lou!.id), pourElle)).toMatchObject({ sorte: 'interdit' })
      expect(await choisirInterets(scene, pourElle)).toMatchObject({ sorte: 'interdit' })
    }))

  test('la coordination note quelqu’un de l’annuaire et le retire ; un lecteur ne note personne', () =>
    essai.annule(async (db) => {
      const { scene, groupes } = await deuxThemes(db)
      expect(await noterInteret(scene, { id: groupes.soins, personne: 'Inconnue' })).toMatchObject({
        raison: 'personne_inconnue',
        champ: 'personne'
      })
      for (let fois = 0; fois < 2; fois++) reussi(await noterInteret(scene, { id: groupes.soins, personne: 'Ana Roy' }))
      const [ana, ...autres] = await quiSInteresse(db, scene.perimetre, groupes.soins)
      expect(autres).toEqual([])
      const lectrice = await unMembre(scene, 'lecteur')
      expect(await retirerInteret({ ...scene, acteur: lectrice }, { id: groupes.soins, personneId: ana!.id })).toMatchObject({
        sorte: 'interdit'
      })
      reussi(await retirerInteret(scene, { id: groupes.soins, personneId: ana!.id }))
      expect(await quiSInteresse(db, scene.perimetre, groupes.soins)).toEqual([])
    }))
})
