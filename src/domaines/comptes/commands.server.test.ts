import { describe, expect, test } from 'vitest'
import { ROLES, SYSTEME } from '#platform/acteur.ts'
import { lecture } from '#platform/db.server.ts'
import { annonces } from '#platform/tables.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { creerTerritoire } from '#domaines/territoires/commands.server.ts'
import { creerCompte, inviterMembre, modifierMembre, retablirMembre, retirerMembre } from './commands.server.ts'
import { unMembre, unTerritoire } from './fixtures.server.ts'
import { aucunCompteReel, compteDuCourriel, listerMembres, perimetreSysteme, territoiresDuCompte } from './queries.server.ts'

const essai = baseDeTest()

const membresDe = (id: string) => lecture(perimetreSysteme(id), (db) => listerMembres(db, perimetreSysteme(id)), essai.base().db)

describe('les membres d’un territoire', () => {
  test('R-159 · coordinatrice, responsable et direction ont un rôle, une fonction et une part de temps plein', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      expect(
        await inviterMembre(scene, {
          courriel: 'Adjointe@Ville.fr ',
          nom: '',
          role: 'direction',
          fonction: 'Directrice adjointe',
          quotite: '0,5'
        })
      ).toMatchObject({ ok: true })
      const membres = await listerMembres(db, scene.perimetre)
      expect(membres).toMatchObject([
        { role: 'coordination' },
        { courriel: 'adjointe@ville.fr', nom: 'Adjointe', role: 'direction', fonction: 'Directrice adjointe', quotite: 0.5 }
      ])
      expect(await modifierMembre(scene, { id: membres[1]!.id, role: 'elu', fonction: '', quotite: '' })).toMatchObject({
        ok: true
      })
      expect((await listerMembres(db, scene.perimetre))[1]).toMatchObject({ role: 'elu', fonction: null, quotite: null })
    }))

  test.each(['0', '1,2', 'beaucoup', '-1'])('R-159 · une part de temps de « %s » est refusée', (quotite) =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      expect(await inviterMembre(scene, { courriel: 'a@ville.fr', role: 'lecteur', quotite })).toMatchObject({
        sorte: 'saisie',
        champs: { quotite: [expect.any(String)] }
      })
    })
  )

  test('inviter annonce une lettre, une seule fois, et pas quand la personne est déjà là', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const inviter = () => inviterMembre(scene, { courriel: 'a@ville.fr', role: 'lecteur' })
      await inviter()
      await inviter()
      expect(await db.select({ nature: annonces.nature, contenu: annonces.contenu }).from(annonces)).toMatchObject([
        { nature: 'membre_invite', contenu: { collectiviteId: scene.perimetre.collectiviteId } }
      ])
    }))

  test('une personne déjà connue garde son compte, et peut être membre de deux territoires', () =>
    essai.annule(async (db) => {
      const [cergy, creteil] = [await unTerritoire(db, { code: '95127' }), await unTerritoire(db, { code: '94028' })]
      const compte = await compteDuCourriel(db, 'coordination@exemple.fr')
      expect(creteil.acteur.compteId).toBe(compte!.id)
      expect((await territoiresDuCompte(db, compte!.id)).map(({ slug }) => slug)).toEqual([cergy.slug, creteil.slug])
    }))

  test('un membre retiré revient avec son rôle', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await unMembre(scene, 'elu')
      const { id } = (await listerMembres(db, scene.perimetre))[1]!
      await retirerMembre(scene, { id })
      expect(await listerMembres(db, scene.perimetre)).toHaveLength(1)
      expect(await retirerMembre(scene, { id })).toMatchObject({ sorte: 'introuvable' })
      expect(await retablirMembre(scene, { id })).toMatchObject({ ok: true })
      expect((await listerMembres(db, scene.perimetre))[1]).toMatchObject({ id, role: 'elu' })
    }))

  test('la dernière coordination ne part pas, ne change pas de rôle, ne se réinvite pas autrement', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id } = (await listerMembres(db, scene.perimetre))[0]!
      const refus = { ok: false, raison: 'derniere_coordination' }
      expect(await retirerMembre(scene, { id })).toMatchObject(refus)
      expect(await modifierMembre(scene, { id, role: 'lecteur' })).toMatchObject(refus)
      expect(await inviterMembre(scene, { courriel: 'coordination@exemple.fr', role: 'lecteur' })).toMatchObject(refus)
      await unMembre(scene, 'coordination', 'seconde@exemple.fr')
      expect(await modifierMembre(scene, { id, role: 'lecteur' })).toMatchObject({ ok: true })
    }))

  test('deux coordinations qui partent en même temps ne laissent pas le territoire sans personne', async () => {
    const { db } = essai.base()
    const scene = await unTerritoire(db, { code: '94079' })
    await unMembre(scene, 'coordination', 'seconde@exemple.fr')
    const membres = await membresDe(scene.perimetre.collectiviteId)
    const faits = await Promise.all(membres.map(({ id }) => retirerMembre(scene, { id })))
    expect(faits.map((fait) => fait.ok).sort()).toEqual([false, true])
  })

  test('seule la coordination décide qui entre', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      for (const role of ROLES) {
        const acteur = await unMembre(scene, role, `${role}-2@exemple.fr`)
        expect(
          await inviterMembre({ ...scene, acteur }, { courriel: `invite-par-${role}@exemple.fr`, role: 'lecteur' }),
          role
        ).toMatchObject(role === 'coordination' ? { ok: true } : { sorte: 'interdit' })
        for (const acte of [modifierMembre, retirerMembre, retablirMembre])
          expect(acte.droit(acteur, {} as never)).toBe(role === 'coordination')
      }
    }))

  test('un membre d’un autre territoire est introuvable, pour chaque geste', () =>
    essai.annule(async (db) => {
      const cergy = await unTerritoire(db, { code: '95127' })
      await unMembre(cergy, 'elu')
      const { id } = (await listerMembres(db, cergy.perimetre))[1]!
      const creteil = await unTerritoire(db, { code: '94028' })
      expect(await modifierMembre(creteil, { id, role: 'lecteur' })).toMatchObject({ sorte: 'introuvable' })
      expect(await retirerMembre(creteil, { id })).toMatchObject({ sorte: 'introuvable' })
      await retirerMembre(cergy, { id })
      expect(await retablirMembre(creteil, { id })).toMatchObject({ sorte: 'introuvable' })
    }))

  test('inviter quelqu’un dans une démonstration ne fait pas un premier vrai compte', () =>
    essai.annule(async (db) => {
      const fait = await creerTerritoire({ db, acteur: SYSTEME }, { code: '95127', demonstration: true })
      const perimetre = perimetreSysteme(fait.ok ? fait.valeur.id : '')
      await inviterMembre({ db, acteur: SYSTEME, perimetre }, { courriel: 'collegue@ville.fr', role: 'lecteur' })
      // the file's other tests may have left a real account: what counts is this one
      expect(await compteDuCourriel(db, 'collegue@ville.fr')).toMatchObject({ demonstration: true })
    }))
})

describe('les comptes', () => {
  test('un compte existe une fois par adresse, quelle que soit la casse', () =>
    essai.annule(async (db) => {
      const appel = { db, acteur: SYSTEME }
      const premier = await creerCompte(appel, { courriel: 'A@Ville.fr', nom: 'Camille' })
      expect(await creerCompte(appel, { courriel: 'a@ville.fr' })).toMatchObject({
        ok: true,
        valeur: { id: premier.ok && premier.valeur.id, cree: false }
      })
      expect(await aucunCompteReel(db)).toBe(false)
    }))

  test('seul un administrateur crée un compte directement', () =>
    essai.annule(async (db) => {
      const { acteur } = await unTerritoire(db)
      expect(await creerCompte({ db, acteur }, { courriel: 'a@ville.fr' })).toMatchObject({ sorte: 'interdit' })
      expect(await creerCompte({ db, acteur: { ...acteur, administrateur: true } }, { courriel: 'a@ville.fr' })).toMatchObject({
        ok: true
      })
      expect(await creerCompte({ db, acteur: SYSTEME }, { courriel: 'pas une adresse' })).toMatchObject({ sorte: 'saisie' })
    }))
})
