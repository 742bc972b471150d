import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SYSTEME } from '#platform/acteur.ts'
import { annonces } from '#platform/tables.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { creerTerritoire } from '#domaines/territoires/commands.server.ts'
import {
  commencer,
  creerCompte,
  creerPremierCompte,
  demanderConnexion,
  emettreJeton,
  entrerEnDemonstration,
  fermerSession,
  ouvrirSession
} from './commands.server.ts'
import { unTerritoire } from './fixtures.server.ts'
import { compteDuCourriel, empreinteDe, ouvrirPage, sujetDuJeton } from './queries.server.ts'
import { DUREES } from './schema.ts'

const essai = baseDeTest()
let proprietaire: postgres.Sql
beforeAll(() => {
  proprietaire = postgres(essai.adresse('proprietaire'), { max: 1, onnotice: () => {} })
})
afterAll(() => proprietaire.end())

const maintenant = new Date('2026-11-22T10:00:00Z')
const plusTard = (secondes: number) => new Date(maintenant.getTime() + secondes * 1000)

describe('les jetons', () => {
  test('la base garde l’empreinte d’un jeton de 256 bits, jamais le jeton', async () => {
    const { db } = essai.base()
    const compte = await creerCompte({ db, acteur: SYSTEME }, { courriel: 'jeton@ville.fr' })
    const jeton = await db.transaction((tx) => emettreJeton({ db: tx, maintenant }, 'session', compte.ok ? compte.valeur.id : ''))
    expect(Buffer.from(jeton, 'base64url')).toHaveLength(32)
    const lignes = await proprietaire`select *, encode(empreinte, 'hex') as hexa, jetons::text as tout from jetons`
    expect(lignes.map(({ hexa }) => hexa)).toContain(empreinteDe(jeton).toString('hex'))
    for (const { tout } of lignes) expect(tout).not.toContain(jeton)
  })

  test('un jeton ne sert qu’à ce pour quoi il est fait, jusqu’à sa date', () =>
    essai.annule(async (db) => {
      const { acteur, slug } = await unTerritoire(db, { maintenant })
      const session = await emettreJeton({ db, maintenant }, 'session', acteur.compteId)
      expect(await sujetDuJeton(db, session, 'session', maintenant)).toBe(acteur.compteId)
      expect(await sujetDuJeton(db, session, 'connexion', maintenant)).toBeNull()
      expect(await ouvrirSession({ db, acteur: SYSTEME, maintenant }, { jeton: session })).toMatchObject({
        raison: 'lien_perime'
      })
      const lien = await emettreJeton({ db, maintenant }, 'connexion', acteur.compteId)
      expect(await ouvrirPage(db, lien, slug, maintenant)).toBeNull()
      expect(await ouvrirPage(db, session, slug, plusTard(DUREES.session - 1))).toMatchObject({
        acteur: { compteId: acteur.compteId }
      })
      expect(await ouvrirPage(db, session, slug, plusTard(DUREES.session))).toBeNull()
      expect(await ouvrirPage(db, 'un-jeton-inventé', slug, maintenant)).toBeNull()
    }))

  test('un lien de connexion sert une fois, et seulement pendant son heure', () =>
    essai.annule(async (db) => {
      const { acteur, slug } = await unTerritoire(db, { maintenant })
      const lien = await emettreJeton({ db, maintenant }, 'connexion', acteur.compteId)
      const perime = await emettreJeton({ db, maintenant }, 'connexion', acteur.compteId)
      expect(
        await ouvrirSession({ db, acteur: SYSTEME, maintenant: plusTard(DUREES.connexion) }, { jeton: perime })
      ).toMatchObject({ raison: 'lien_perime' })
      const ouverte = await ouvrirSession({ db, acteur: SYSTEME, maintenant }, { jeton: lien })
      expect(await ouvrirPage(db, ouverte.ok ? ouverte.valeur.session : '', slug, maintenant)).toMatchObject({
        acteur: { role: 'coordination' },
        territoire: { slug }
      })
      expect(await ouvrirSession({ db, acteur: SYSTEME, maintenant }, { jeton: lien })).toMatchObject({ raison: 'lien_perime' })
    }))

  test('un lien ouvert deux fois au même instant n’ouvre qu’une session', async () => {
    const { db } = essai.base()
    const compte = await creerCompte({ db, acteur: SYSTEME }, { courriel: 'double@ville.fr' })
    const lien = await db.transaction((tx) =>
      emettreJeton({ db: tx, maintenant }, 'connexion', compte.ok ? compte.valeur.id : '')
    )
    // the row is held while all three read the link as good: they decide at the same moment
    const { faits } = await proprietaire.begin(async (tenue) => {
      await tenue`select 1 from jetons where empreinte = ${empreinteDe(lien)} for update`
      const clics = [1, 2, 3].map(() => ouvrirSession({ db, acteur: SYSTEME, maintenant }, { jeton: lien }))
      await new Promise((suite) => setTimeout(suite, 300))
      return { faits: Promise.all(clics) }
    })
    expect((await faits).filter((fait) => fait.ok)).toHaveLength(1)
  })

  test('une session fermée ne vaut plus rien', () =>
    essai.annule(async (db) => {
      const { acteur, slug } = await unTerritoire(db, { maintenant })
      const session = await emettreJeton({ db, maintenant }, 'session', acteur.compteId)
      await fermerSession({ db, acteur: SYSTEME, maintenant }, { jeton: session })
      expect(await ouvrirPage(db, session, slug, maintenant)).toBeNull()
    }))

  test('une session n’ouvre pas un territoire dont on n’est pas membre', () =>
    essai.annule(async (db) => {
      const { acteur } = await unTerritoire(db, { maintenant })
      const fait = await creerTerritoire({ db, acteur: SYSTEME, maintenant }, { code: '94028' })
      const session = await emettreJeton({ db, maintenant }, 'session', acteur.compteId)
      expect(await ouvrirPage(db, session, fait.ok ? fait.valeur.slug : '', maintenant)).toMatchObject({
        perimetre: null,
        territoire: null,
        acteur: { role: null }
      })
      expect(await ouvrirPage(db, session, 'nulle-part', maintenant)).toMatchObject({ perimetre: null, territoire: null })
    }))
})

test('demander un lien répond pareil pour une adresse connue et inconnue, et n’annonce une lettre que pour la connue', () =>
  essai.annule(async (db) => {
    await creerCompte({ db, acteur: SYSTEME }, { courriel: 'connue@ville.fr' })
    const demander = (courriel: string) => demanderConnexion({ db, acteur: SYSTEME }, { courriel })
    expect(await demander('inconnue@ville.fr')).toEqual(await demander(' Connue@Ville.fr'))
    expect(await db.select({ nature: annonces.nature }).from(annonces)).toEqual([{ nature: 'connexion_demandee' }])
  }))

describe('commencer', () => {
  beforeEach(async () => {
    await proprietaire`update comptes set demonstration = true`
  })
  const appel = (db: Parameters<typeof compteDuCourriel>[0]) => ({ db, acteur: SYSTEME, maintenant })

  test('une adresse et un lieu font le compte, le territoire et sa coordination', () =>
    essai.annule(async (db) => {
      const fait = await commencer(appel(db), { courriel: 'Camille@Ville.fr', code: '95127' })
      const { slug, session } = fait.ok ? fait.valeur : { slug: '', session: '' }
      expect(slug).toBe('cergy')
      expect(await ouvrirPage(db, session!, 'cergy', maintenant)).toMatchObject({
        acteur: { role: 'coordination', administrateur: true },
        courriel: 'camille@ville.fr'
      })
    }))

  test('le premier compte ne se crée qu’une fois', () =>
    essai.annule(async (db) => {
      expect(await creerPremierCompte(appel(db), { courriel: 'a@ville.fr' })).toMatchObject({ ok: true })
      expect(await creerPremierCompte(appel(db), { courriel: 'b@ville.fr' })).toMatchObject({ raison: 'deja_commence' })
      expect(await commencer(appel(db), { courriel: 'b@ville.fr', code: '94028' })).toMatchObject({ raison: 'deja_commence' })
    }))

  test('un refus ne laisse rien derrière lui', () =>
    essai.annule(async (db) => {
      expect(await commencer(appel(db), { courriel: 'a@ville.fr', code: '00000' })).toMatchObject({ raison: 'code_inconnu' })
      expect(await compteDuCourriel(db, 'a@ville.fr')).toBeNull()
      await creerTerritoire(appel(db), { code: '94028' })
      expect(await commencer(appel(db), { courriel: 'a@ville.fr', code: '94028' })).toMatchObject({
        raison: 'territoire_pris',
        champ: 'code'
      })
    }))

  test('qui a déjà un compte de démonstration devient administratrice de son vrai territoire', () =>
    essai.annule(async (db) => {
      await creerCompte(appel(db), { courriel: 'a@ville.fr', demonstration: true })
      expect(await commencer(appel(db), { courriel: 'a@ville.fr', code: '95127' })).toMatchObject({ ok: true })
      expect(await compteDuCourriel(db, 'a@ville.fr')).toMatchObject({ administrateur: true, demonstration: false })
    }))

  test('deux premières personnes au même instant : une seule commence', async () => {
    const { db } = essai.base()
    const faits = await Promise.all(
      ['a', 'b', 'c'].map((qui) => creerPremierCompte(appel(db), { courriel: `${qui}.premiere@ville.fr` }))
    )
    expect(faits.map((fait) => fait.ok).sort()).toEqual([false, false, true])
    expect(faits.filter((fait) => !fait.ok)).toMatchObject([{ raison: 'deja_commence' }, { raison: 'deja_commence' }])
  })
})

describe('entrer dans la démonstration', () => {
  test('un compte de démonstration entre tant que tout est démonstration, et plus ensuite', () =>
    essai.annule(async (db) => {
      const appel = { db, acteur: SYSTEME, maintenant }
      await creerTerritoire(appel, { code: '95127', demonstration: true })
      await creerCompte(appel, { courriel: 'demo@exemple.fr', demonstration: true })
      await creerCompte(appel, { courriel: 'vraie@ville.fr' })
      expect(await entrerEnDemonstration(appel, { courriel: 'demo@exemple.fr' })).toMatchObject({ ok: true })
      expect(await entrerEnDemonstration(appel, { courriel: 'vraie@ville.fr' })).toMatchObject({
        raison: 'pas_une_demonstration'
      })
      expect(await entrerEnDemonstration(appel, { courriel: 'personne@ville.fr' })).toMatchObject({
        raison: 'pas_une_demonstration'
      })
      await creerTerritoire(appel, { code: '94028' })
      expect(await entrerEnDemonstration(appel, { courriel: 'demo@exemple.fr' })).toMatchObject({
        raison: 'pas_une_demonstration'
      })
    }))
})
