import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { SYSTEME } from '#platform/acteur.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { ajouterQuartiers, creerTerritoire } from '#domaines/territoires/commands.server.ts'
import { distinguerFiches, rapprocherFiches } from '../commands/distinctions.server.ts'
import { creerFiche, retirerFiche } from '../commands/fiche.server.ts'
import { ecrireQuartiers } from '../commands/sections.server.ts'
import { lireProches, type Cherchee } from './ressemblances.server.ts'

const essai = baseDeTest()

const RIEN: Cherchee = {
  titre: '',
  thematiques: [],
  types: [],
  facettes: [],
  publics: [],
  ages: [],
  quartiers: [],
  quartiersIds: [],
  debut: null,
  fin: null
}
const creer = async (scene: Scene, titre: string, reste: object = {}) => reussi(await creerFiche(scene, { titre, ...reste })).id
const proches = async (scene: Scene, cherchee: Partial<Cherchee>) => {
  const lues = await lireProches(scene.db as never, scene.perimetre, { ...RIEN, ...cherchee })
  return Object.fromEntries(Object.entries(lues).map(([sorte, dites]) => [sorte, dites.map(({ titre }) => titre)]))
}

describe('R-079 · les actions proches', () => {
  test('se trouvent par les mots, le thème, le public ou le quartier, les plus proches d’abord, avec leurs raisons', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [quartier] = reussi(await ajouterQuartiers(scene, { quartiers: [{ nom: 'Sébille', nature: 'quartier' }] })).ajoutes
      await creer(scene, 'Ateliers cuisine des familles', { thematiques: ['nutrition'], facettes: ['familles'] })
      await creer(scene, 'Ateliers de cuisine et budget', { thematiques: ['nutrition'] })
      await creer(scene, 'Jardins partagés', { thematiques: ['environnement'], facettes: ['familles'] })
      const lieu = await creer(scene, 'Bancs à l’ombre', { thematiques: ['amenagement'] })
      reussi(await ecrireQuartiers(scene, { id: lieu, quartiers: [quartier!] }))
      await creer(scene, 'Maison de santé', { thematiques: ['offre_soins'] })
      const cherchee = {
        titre: 'Atelier cuisine pour les familles',
        thematiques: ['nutrition'] as const,
        facettes: ['familles'] as const,
        quartiers: ['Sébille'],
        quartiersIds: [quartier!]
      }
      expect(await proches(scene, cherchee)).toEqual({
        doublons: ['Ateliers cuisine des familles', 'Ateliers de cuisine et budget'],
        complements: ['Jardins partagés', 'Bancs à l’ombre'],
        ecartees: []
      })
      const lues = await lireProches(db, scene.perimetre, { ...RIEN, ...cherchee })
      expect(lues.complements[1]!.raisons).toEqual(['même quartier\u00a0: Sébille', 'autre thème'])
    }))

  test('ne comptent ni elle-même, ni ses sous-actions, ni ce qui est retiré, ni celles d’un autre territoire', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await creer(scene, 'Bus santé')
      await creer(scene, 'Bus santé, la tournée', { parentId: id })
      reussi(await retirerFiche(scene, { id: await creer(scene, 'Le bus santé') }))
      const voisin = reussi(await creerTerritoire({ db, acteur: SYSTEME, maintenant: scene.maintenant }, { code: '94028' }))
      const ailleurs = { ...scene, perimetre: perimetreSysteme(voisin.id), acteur: SYSTEME } as never
      await creer(ailleurs, 'Bus santé')
      await db.execute(sql`select set_config('app.collectivite', ${scene.perimetre.collectiviteId}, true)`)
      expect(await proches(scene, { titre: 'Bus santé', soi: id })).toEqual({ doublons: [], complements: [], ecartees: [] })
      expect((await proches(scene, { titre: 'Bus santé' })).doublons).toEqual(['Bus santé'])
    }))

  test('un titre de ponctuation ou de mots vides ne trouve rien, et ne casse rien', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await creer(scene, 'Bus santé')
      for (const titre of ['', '&|!:*', 'les actions de la ville', "' or 1=1 --", '<->'])
        expect((await proches(scene, { titre })).doublons).toEqual([])
    }))
})

describe('R-079 · « ce n’est pas un doublon »', () => {
  test('se retient dans les deux sens, avec qui l’a dit, et se reprend', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [une, autre] = [await creer(scene, 'Bus santé'), await creer(scene, 'Le bus santé du mardi')]
      const vues = async () => [
        await proches(scene, { titre: 'Bus santé', soi: une }),
        await proches(scene, { titre: 'Le bus santé du mardi', soi: autre })
      ]
      expect((await vues()).map(({ doublons }) => doublons)).toEqual([['Le bus santé du mardi'], ['Bus santé']])
      reussi(await distinguerFiches(scene, { id: autre, autreId: une }))
      reussi(await distinguerFiches(scene, { id: une, autreId: autre }))
      expect(await vues()).toMatchObject([
        { doublons: [], ecartees: ['Le bus santé du mardi'] },
        { doublons: [], ecartees: ['Bus santé'] }
      ])
      const lignes = await db.execute(sql`select auteur from distinctions`)
      expect([...lignes]).toEqual([{ auteur: scene.acteur.nom }])
      reussi(await rapprocherFiches(scene, { id: autre, autreId: une }))
      expect((await vues()).map(({ doublons }) => doublons)).toEqual([['Le bus santé du mardi'], ['Bus santé']])
      expect(await rapprocherFiches(scene, { id: une, autreId: autre })).toMatchObject({ sorte: 'introuvable' })
    }))

  test('ne se dit ni d’une action avec elle-même, ni d’une inconnue, ni par qui ne fait que lire', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [id, autreId] = [await creer(scene, 'Bus santé'), await creer(scene, 'Le bus santé')]
      expect(await distinguerFiches(scene, { id, autreId: id })).toMatchObject({ raison: 'meme_fiche' })
      expect(await distinguerFiches(scene, { id, autreId: scene.perimetre.collectiviteId })).toMatchObject({
        sorte: 'introuvable'
      })
      const lecteur = { ...scene, acteur: await unMembre(scene, 'lecteur') }
      expect(await distinguerFiches(lecteur, { id, autreId })).toMatchObject({ sorte: 'interdit' })
    }))
})
