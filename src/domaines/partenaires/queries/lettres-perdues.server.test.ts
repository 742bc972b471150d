import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import type { Tx } from '#platform/db.server.ts'
import { nouvelId } from '#platform/ids.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { inscrireStructure, modifierPersonne } from '../commands.server.ts'
import { confierEnvois } from '../commands/envois.server.ts'
import { inscrireVolontaire } from '../commands/volontaires.server.ts'
import { desContacts } from '../fixtures.server.ts'
import { lirePersonne, lireStructure } from '../queries.server.ts'
import type { EtatEnvoi } from '../schema/envois.ts'
import { listerAdressesPerdues } from './lettres-perdues.server.ts'

const essai = baseDeTest()

async function deux(db: Tx) {
  const scene = await unTerritoire(db)
  await desContacts(scene, [
    { nom: 'Lou Petit', courriel: 'contact@cpts.fr' },
    { nom: 'Ana Roy', courriel: 'contact@cpts.fr' }
  ])
  const lues = await db.execute(sql`select id, nom from personnes where collectivite_id = ${scene.perimetre.collectiviteId}`)
  const idDe = new Map(lues.map(({ id, nom }) => [String(nom), String(id)]))
  return { scene, lou: idDe.get('Lou Petit')!, ana: idDe.get('Ana Roy')! }
}

type Destinataire = { personneId: string | null; structureId: string | null; courriel: string }
/** A letter to each, on a day, and what became of it. */
async function ecrire(scene: Scene, jour: string, etat: EtatEnvoi, a: Destinataire[], motif: string | null = null) {
  const objetId = nouvelId()
  const ceJour = { ...scene, maintenant: new Date(`${jour}T22:30:00Z`) }
  reussi(await confierEnvois(ceJour, { nature: 'invitation', objetId, destinataires: a }))
  await scene.db.execute(sql`update envois set etat = ${etat}, motif = ${motif} where objet_id = ${objetId}`)
}
const a = (personneId: string, courriel = 'contact@cpts.fr'): Destinataire => ({ personneId, structureId: null, courriel })

describe('R-090 · une adresse où le courriel n’arrive pas se voit', () => {
  test('refusée, elle est à vérifier, avec ce que son serveur a répondu et le jour de Paris ; le courriel suivant l’efface', () =>
    essai.annule(async (db) => {
      const { scene, lou, ana } = await deux(db)
      await ecrire(scene, '2026-05-10', 'parti', [a(lou), a(ana)])
      expect(await listerAdressesPerdues(db, scene.perimetre)).toEqual([])
      await ecrire(scene, '2026-05-12', 'refuse', [a(lou)], '550 inconnu')
      const perdue = { le: '2026-05-13', etat: 'refuse', motif: '550 inconnu' }
      expect(await listerAdressesPerdues(db, scene.perimetre)).toEqual([
        { ...perdue, id: lou, nom: 'Lou Petit', sorte: 'personne', courriel: 'contact@cpts.fr' }
      ])
      expect((await lirePersonne(db, scene.perimetre, lou))!.perdue).toEqual(perdue)
      expect((await lirePersonne(db, scene.perimetre, ana))!.perdue).toBeNull()
      // what waits to leave says nothing yet
      await ecrire(scene, '2026-05-14', 'pret', [a(lou)])
      expect(await listerAdressesPerdues(db, scene.perimetre)).toMatchObject([perdue])
      await ecrire(scene, '2026-05-15', 'parti', [a(lou)])
      expect(await listerAdressesPerdues(db, scene.perimetre)).toEqual([])
    }))

  test('peut-être partie, elle est nommée aussi ; corrigée, l’adresse n’a plus de passé', () =>
    essai.annule(async (db) => {
      const { scene, ana } = await deux(db)
      await ecrire(scene, '2026-05-12', 'doute', [a(ana)])
      expect(await listerAdressesPerdues(db, scene.perimetre)).toMatchObject([{ id: ana, etat: 'doute', motif: null }])
      reussi(await modifierPersonne(scene, { id: ana, nom: 'Ana Roy', courriel: 'ana@cpts.fr', telephone: null }))
      expect(await listerAdressesPerdues(db, scene.perimetre)).toEqual([])
      expect((await lirePersonne(db, scene.perimetre, ana))!.perdue).toBeNull()
    }))

  test('celle d’une structure aussi ; jamais celle d’un habitant volontaire, ni d’une personne retirée', () =>
    essai.annule(async (db) => {
      const { scene, lou } = await deux(db)
      const { id } = reussi(await inscrireStructure(scene, { nom: 'CPTS Cergy', courriel: 'accueil@cpts.fr' }))
      const { personneId } = reussi(
        await inscrireVolontaire(scene, {
          ...{ personne: 'Zoé Habitante', courriel: 'zoe@exemple.fr', pour: ['groupe'] },
          ...{ accordLe: '2026-05-01', duree: '12', accord: 'oui' }
        })
      )
      const maison = { personneId: null, structureId: id, courriel: 'accueil@cpts.fr' }
      await ecrire(scene, '2026-05-12', 'refuse', [maison, a(personneId, 'zoe@exemple.fr'), a(lou)])
      await db.execute(sql`update personnes set supprime_le = now() where id = ${lou}`)
      expect(await listerAdressesPerdues(db, scene.perimetre)).toMatchObject([{ id, sorte: 'structure', nom: 'CPTS Cergy' }])
      expect((await lireStructure(db, scene.perimetre, id))!.perdue).toMatchObject({ etat: 'refuse' })
    }))

  test('une adresse que plusieurs partagent le dit sur la page de chacune', () =>
    essai.annule(async (db) => {
      const { scene, lou, ana } = await deux(db)
      expect((await lirePersonne(db, scene.perimetre, lou))!.aussi).toEqual([{ id: ana, nom: 'Ana Roy' }])
      reussi(await modifierPersonne(scene, { id: ana, nom: 'Ana Roy', courriel: null, telephone: null }))
      expect((await lirePersonne(db, scene.perimetre, lou))!.aussi).toEqual([])
      expect((await lirePersonne(db, scene.perimetre, ana))!.aussi).toEqual([])
    }))
})
