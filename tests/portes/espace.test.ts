import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import type { Finalite } from '#domaines/comptes/schema.ts'
import { installerBase, type Db, type Tx } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { unDecor, type Decor } from './decor.ts'
import { porte, pousser } from './porte.ts'

const essai = baseDeTest()
let decor: Decor
beforeAll(async () => {
  installerBase(essai.base())
  decor = await unDecor(essai.base().db)
}, 180_000)

/** One step of a test, undone afterwards; `lire` reads the territory. */
const essayer = (agir: (lire: <T>(requete: ReturnType<typeof sql>) => Promise<T[]>) => Promise<void>) =>
  essai.annule(async (tx: Tx) => {
    installerBase({ ...essai.base(), db: tx as unknown as Db })
    const lire = async <T>(requete: ReturnType<typeof sql>) => {
      await tx.execute(sql`select set_config('app.collectivite', ${decor.scene.perimetre.collectiviteId}, true)`)
      return (await tx.execute(requete)) as unknown as T[]
    }
    try {
      await agir(lire)
    } finally {
      installerBase(essai.base())
    }
  })

const emettre = (finalite: Finalite, sujet: string, quand = new Date()) =>
  emettreJeton({ db: decor.scene.db as never, maintenant: quand }, finalite, sujet, decor.scene.perimetre.collectiviteId)
const ouvrir = (soi: string, nom = 'espace/[soi]', acte = 'load') =>
  pousser(porte(nom), acte, { jeton: null, params: { ...decor.params, soi } })
const envoyer = (soi: string, acte: string, form: Record<string, string> = {}) =>
  pousser(porte('espace/[soi]'), `?/${acte}`, { jeton: null, params: { ...decor.params, soi }, form })
/** All that an act could have written. */
const ETAT = sql`select (select count(*)::int from changements) as changements, (select count(*)::int from envois) as lettres,
  (select coalesce(sum(nombre), 0)::int from lectures) as lectures`

describe('R-160 · la page d’un partenaire par son lien', () => {
  test('l’ouvrir, ou l’ouvrir d’avance comme le font les messageries, ne change rien et ne se garde nulle part', () =>
    essayer(async (lire) => {
      const avant = await lire(ETAT)
      for (const nom of ['espace/[soi]', 'espace/[soi]/compte-rendu/[rendu]', 'espace/[soi]/messages'])
        for (let fois = 0; fois < 2; fois++) expect((await ouvrir(decor.params.soi!, nom)).sorte, nom).toBe('rendu')
      expect(await lire(ETAT)).toEqual(avant)
      expect((await ouvrir(decor.params.soi!)).entetes['cache-control']).toBe('private, no-store')
    }))

  test('le lien d’autre chose n’ouvre pas la page, et celui de la page n’ouvre rien d’autre', async () => {
    for (const jeton of [decor.params.rappel!, decor.params.lettre!, decor.params.adresse!, 'invente'])
      expect(await ouvrir(jeton)).toMatchObject({ sorte: 'erreur', statut: 404 })
    for (const [nom, parametre] of [
      ['taches/[rappel]', 'rappel'],
      ['invitation/[jeton]', 'jeton'],
      ['nouvelles/[demande]', 'demande'],
      ['compte-rendu/[lettre]', 'lettre']
    ] as const) {
      const params = { ...decor.params, [parametre]: decor.params.soi! }
      expect(await pousser(porte(nom), 'load', { jeton: null, params }), nom).toMatchObject({ sorte: 'erreur', statut: 404 })
    }
  })

  test('ce qui est à une autre ne se répond pas, ne se ferme pas, ne se lit pas', () =>
    essayer(async (lire) => {
      const avant = await lire(ETAT)
      const { soiPilote, tache, sonInvitation, demandeOuverte, params } = decor
      expect(await envoyer(soiPilote, 'terminer', { id: tache })).toMatchObject({ sorte: 'erreur', statut: 403 })
      expect(await envoyer(soiPilote, 'repondre', { id: sonInvitation, reponse: 'absent' })).toMatchObject({ statut: 403 })
      expect(await envoyer(params.soi!, 'nouvelles', { id: demandeOuverte, texte: 'Fini.' })).toMatchObject({ statut: 403 })
      for (const nom of ['espace/[soi]/compte-rendu/[rendu]', 'espace/[soi]/compte-rendu/[rendu]/compte-rendu.[extension]'])
        expect(await ouvrir(soiPilote, nom, nom.endsWith(']/compte-rendu/[rendu]') ? 'load' : 'GET'), nom).toMatchObject({
          sorte: 'erreur',
          statut: 404
        })
      expect(await lire(ETAT)).toEqual(avant)
    }))

  test('un lien trop vieux ne montre ni ne fait plus rien ; il en fait partir un autre à son adresse, une fois dans l’heure', () =>
    essayer(async (lire) => {
      const vieux = await emettre('espace', decor.ana, new Date('2020-01-01'))
      expect(await ouvrir(vieux)).toMatchObject({ valeur: { espace: null, perime: { territoire: decor.scene.nom, dit: null } } })
      expect(await ouvrir(vieux, 'espace/[soi]/compte-rendu/[rendu]')).toMatchObject({ sorte: 'erreur', statut: 404 })
      const avant = await lire(ETAT)
      for (const [acte, form] of [
        ['terminer', { id: decor.tache }],
        ['suivre', {}],
        ['eteindre', {}]
      ] as const)
        expect(await envoyer(vieux, acte, form), acte).toMatchObject({ sorte: 'renvoi', vers: `/espace/${vieux}` })
      expect(await lire(ETAT)).toEqual(avant)
      for (let fois = 0; fois < 2; fois++)
        expect(await envoyer(vieux, 'redemander')).toMatchObject({ sorte: 'renvoi', vers: `/espace/${vieux}?dit=redemande` })
      expect(await lire(sql`select courriel from envois where nature = 'espace'`)).toEqual([{ courriel: 'ana@ccas.fr' }])
    }))

  test('éteint, il le dit comme un lien trop vieux', () =>
    essayer(async () => {
      const { soi } = decor.params
      expect(await envoyer(soi!, 'eteindre')).toMatchObject({ sorte: 'renvoi', vers: `/espace/${soi}?dit=redemande` })
      expect(await ouvrir(soi!)).toMatchObject({ valeur: { espace: null, perime: {} } })
    }))

  test('l’adresse d’agenda n’est dite que dans la réponse ; elle ouvre l’agenda, et la changer éteint l’ancienne', () =>
    essayer(async () => {
      const donner = async () => {
        const rendu = await envoyer(decor.params.soi!, 'suivre')
        return String((rendu as { valeur: { adresse: string } }).valeur.adresse).replace(/^.*\/agenda\/|\.ics$/g, '')
      }
      const lire = (adresse: string) =>
        pousser(porte('agenda/[adresse].ics'), 'GET', { jeton: null, params: { ...decor.params, adresse } })
      const premiere = await donner()
      const agenda = (await lire(premiere)) as { valeur: Response }
      expect(await agenda.valeur.text()).toContain('BEGIN:VEVENT')
      await donner()
      expect(await lire(premiere)).toMatchObject({ sorte: 'erreur', statut: 404 })
    }))

  test('depuis une invitation adressée à une maison, il n’y a pas de page à demander', () =>
    essayer(async (lire) => {
      const [maison] = await lire<{ id: string; invitation: string }>(sql`
        with m as (select id from structures where supprime_le is null limit 1)
        update invitations i set personne_id = null, structure_id = m.id from m where i.id = ${decor.sonInvitation} returning i.id as invitation, m.id`)
      const jeton = await emettre('invitation', maison!.invitation)
      const demande = await pousser(porte('invitation/[jeton]'), '?/espace', { jeton: null, params: { ...decor.params, jeton } })
      expect(demande).toMatchObject({ sorte: 'erreur', statut: 404 })
      expect(await lire(sql`select 1 from envois where nature = 'espace'`)).toEqual([])
    }))
})

test('R-160 · quarante gestes de suite par le lien de sa page passent, le suivant attend', async () => {
  const soi = await emettre('espace', decor.personne)
  const statuts: unknown[] = []
  for (let fois = 0; fois < 41; fois++) {
    const rendu = await envoyer(soi, 'cesser')
    statuts.push(rendu.sorte === 'rendu' ? (rendu.valeur as { status: number }).status : rendu.sorte)
  }
  expect(new Set(statuts.slice(0, 40))).toEqual(new Set(['renvoi']))
  expect(statuts[40]).toBe(429)
})
