import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ROLES } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import type { Finalite } from '#domaines/comptes/schema.ts'
import { unMembre, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { ouvrirLien } from '#domaines/comptes/queries.server.ts'
import { modifierPersonne, retirerPersonne } from '#domaines/partenaires/commands.server.ts'
import { reglerCourriels } from '#domaines/partenaires/commands/courriels.server.ts'
import { repondreNouvelles, demanderNouvelles } from '#domaines/actions/commands/demandes.server.ts'
import { ecrireIntervenants } from '#domaines/actions/commands/sections.server.ts'
import { unContrat } from '#domaines/actions/fixtures.server.ts'
import { repondreInvitation } from '#domaines/instances/commands/invitations.server.ts'
import { suivreLesSiennes } from '#domaines/instances/commands/son-agenda.server.ts'
import { redemanderLien } from '#domaines/instances/commands/invitations.server.ts'
import { redacteursDesSeances } from '#domaines/instances/jobs.server.ts'
import { terminerTache } from '#domaines/instances/commands/taches.server.ts'
import { unEspace } from '../fixtures/espace-d-essai.server.ts'
import { lireEspaceVu } from '../queries/espace.server.ts'
import { demanderEspace, envoyerEspace, renouvelerEspace } from './espace.server.ts'

const essai = baseDeTest()
const vu = async (db: Tx, { perimetre }: Scene, id: string) => (await lireEspaceVu(db, perimetre, id)).lien
const lettres = async (db: Tx) =>
  (await db.execute(
    sql`select personne_id as qui, courriel, etat from envois where nature = 'espace' order by cree_le, id`
  )) as unknown as { qui: string; courriel: string; etat: string }[]

describe('R-160 · envoyer à quelqu’un le lien de sa page', () => {
  test('un geste, une lettre, que la page de la personne date ; la coordination et un contributeur seulement', () =>
    essai.annule(async (db) => {
      const { scene, lou } = await unEspace(db)
      expect(await vu(db, scene, lou)).toBeNull()
      for (const role of ROLES.filter((un) => un !== 'coordination' && un !== 'contributeur')) {
        const membre = { ...scene, acteur: await unMembre(scene, role, `${role}@exemple.fr`) }
        expect(await envoyerEspace(membre, { id: lou }), role).toMatchObject({ ok: false, sorte: 'interdit' })
      }
      reussi(await envoyerEspace(scene, { id: lou }))
      expect(await lettres(db)).toEqual([{ qui: lou, courriel: 'lou@cpts.fr', etat: 'pret' }])
      expect(await vu(db, scene, lou)).toMatchObject({
        le: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        etat: 'pret'
      })
    }))

  test('refuse, et dit pourquoi : sans adresse, à qui ne veut rien recevoir, deux fois dans l’heure', () =>
    essai.annule(async (db) => {
      const { scene, lou, ana } = await unEspace(db)
      reussi(await envoyerEspace(scene, { id: lou }))
      expect(await envoyerEspace(scene, { id: lou })).toMatchObject({ raison: 'lien_recent' })
      const plusTard = { ...scene, maintenant: new Date(scene.maintenant.getTime() + 3_600_001) }
      reussi(await envoyerEspace(plusTard, { id: lou }))
      reussi(await reglerCourriels(scene, { personneId: ana, structureId: null, courriels: 'aucun' }))
      expect(await envoyerEspace(scene, { id: ana })).toMatchObject({ raison: 'ne_veut_rien' })
      reussi(await modifierPersonne(scene, { id: ana, nom: 'Ana Roy', courriel: '', telephone: '' }))
      expect(await envoyerEspace(scene, { id: ana })).toMatchObject({ raison: 'sans_adresse' })
      reussi(await retirerPersonne(scene, { id: lou }))
      expect(await envoyerEspace(plusTard, { id: lou })).toMatchObject({ sorte: 'introuvable' })
    }))
})

describe('R-160 · demander le lien de sa page', () => {
  test('depuis une invitation, une lettre ou ses tâches : il part à l’adresse de l’annuaire, une fois dans l’heure', () =>
    essai.annule(async (db) => {
      const { lou, lire, parLien } = await unEspace(db)
      const invitation = (await lire(lou))!.invitations[0]!.id
      const [envoi] = (await db.execute(
        sql`select id from envois where personne_id = ${lou} and nature = 'invitation'`
      )) as unknown as [{ id: string }]
      for (const sujet of [invitation, envoi.id, lou]) {
        reussi(await demanderEspace(parLien(sujet), { id: sujet }))
        reussi(await demanderEspace(parLien(sujet), { id: sujet }))
        expect(await lettres(db)).toEqual([{ qui: lou, courriel: 'lou@cpts.fr', etat: 'pret' }])
        await db.execute(sql`delete from envois where nature = 'espace'`)
      }
    }))

  test('le lien de l’une ne demande rien pour l’autre, et un membre ne demande pas à sa place', () =>
    essai.annule(async (db) => {
      const { scene, lou, ana, parLien } = await unEspace(db)
      expect(await demanderEspace(parLien(lou), { id: ana })).toMatchObject({ sorte: 'interdit' })
      expect(await demanderEspace(scene, { id: ana })).toMatchObject({ sorte: 'interdit' })
      expect(await lettres(db)).toEqual([])
    }))

  test('qui ne veut plus de lettres l’obtient quand elle le demande ; sans adresse, rien ne part et rien ne se dit', () =>
    essai.annule(async (db) => {
      const { scene, lou, parLien } = await unEspace(db)
      reussi(await reglerCourriels(scene, { personneId: lou, structureId: null, courriels: 'aucun' }))
      reussi(await demanderEspace(parLien(lou), { id: lou }))
      expect(await lettres(db)).toHaveLength(1)
      await db.execute(sql`delete from envois where nature = 'espace'`)
      reussi(await modifierPersonne(scene, { id: lou, nom: 'Lou Petit', courriel: '', telephone: '' }))
      reussi(await demanderEspace(parLien(lou), { id: lou }))
      expect(await lettres(db)).toEqual([])
    }))
})

test('R-160 · éteindre ses liens : aucun de ceux d’avant ne s’ouvre, un autre part, même si l’un vient de partir', () =>
  essai.annule(async (db) => {
    const { scene, lou, ana, parLien } = await unEspace(db)
    const emettre = (id: string) =>
      emettreJeton({ db, maintenant: scene.maintenant }, 'espace', id, scene.perimetre.collectiviteId)
    const [un, autre, deAna] = [await emettre(lou), await emettre(lou), await emettre(ana)]
    const perime = async (jeton: string) => (await ouvrirLien(db, jeton, 'espace', scene.maintenant))!.perime
    reussi(await envoyerEspace(scene, { id: lou }))
    expect(await renouvelerEspace(parLien(ana), { id: lou })).toMatchObject({ sorte: 'interdit' })
    expect(await perime(un)).toBe(false)
    reussi(await renouvelerEspace(parLien(lou), { id: lou }))
    expect([await perime(un), await perime(autre), await perime(deAna)]).toEqual([true, true, false])
    expect(await lettres(db)).toHaveLength(2)
    expect(await ouvrirLien(db, deAna, 'taches', scene.maintenant), 'un jeton ne sert qu’à cela').toBeNull()
    reussi(await reglerCourriels(scene, { personneId: ana, structureId: null, courriels: 'aucun' }))
    reussi(await renouvelerEspace(scene, { id: ana }))
    expect(await perime(deAna), 'éteint par la coordination').toBe(true)
    expect(await lettres(db), 'et rien ne part à qui ne veut rien').toHaveLength(2)
  }))

test('R-160 · éteindre ses liens : son adresse d’agenda, ses tâches et tout ce qui est à elle se ferment, rien de ce qui est aux autres', () =>
  essai.annule(async (db) => {
    const { scene, lou, ana, lire, parLien } = await unEspace(db)
    const { collectiviteId } = scene.perimetre
    const agenda = async (id: string) => reussi(await suivreLesSiennes(parLien(id), { id })).jeton
    const invitations = async (id: string) => (await lire(id))!.invitations[0]!.id
    const lettre = async (id: string, nature: string) => {
      const [faite] =
        (await db.execute(sql`insert into envois (collectivite_id, id, nature, objet_id, personne_id, courriel, etat, cree_le)
        values (${collectiviteId}, gen_random_uuid(), ${nature}, ${id}, ${id}, 'x@y.fr', 'parti', now() - interval '1 day') returning id`)) as unknown as [
          { id: string }
        ]
      return faite.id
    }
    const desLiens = async (id: string) => {
      const emettre = (finalite: Finalite, sujet: string) =>
        emettreJeton({ db, maintenant: scene.maintenant }, finalite, sujet, collectiviteId)
      return [
        ['espace', await emettre('espace', id)],
        ['agenda', await agenda(id)],
        ['taches', await emettre('taches', id)],
        ['invitation', await emettre('invitation', await invitations(id))],
        ['compte_rendu', await emettre('compte_rendu', await lettre(id, 'compte_rendu'))],
        ['nouvelles', await emettre('nouvelles', await lettre(id, 'nouvelles'))]
      ] as const
    }
    const vivants = async (liens: Awaited<ReturnType<typeof desLiens>>) => {
      const ouverts = await Promise.all(liens.map(([finalite, jeton]) => ouvrirLien(db, jeton, finalite, scene.maintenant)))
      return liens.filter((_, rang) => ouverts[rang]!.eteintLe === null).map(([finalite]) => finalite)
    }
    const [deLou, dAna] = [await desLiens(lou), await desLiens(ana)]
    reussi(await renouvelerEspace(parLien(lou), { id: lou }))
    expect(await vivants(deLou)).toEqual([])
    expect(await vivants(dAna)).toEqual(['espace', 'agenda', 'taches', 'invitation', 'compte_rendu', 'nouvelles'])
    expect((await lire(lou))!.agendaLe, 'sa page ne dit plus que son agenda suit').toBeNull()
    expect((await lire(ana))!.agendaLe).not.toBeNull()
  }))

test('R-160 · après avoir éteint ses liens, elle redemande son invitation : le lien de la nouvelle lettre s’ouvre', () =>
  essai.annule(async (db) => {
    const { scene, lou, seance, lire, parLien } = await unEspace(db)
    const { collectiviteId } = scene.perimetre
    const id = (await lire(lou))!.invitations[0]!.id
    const deLInvitation = () =>
      db.execute(
        sql`select id from envois where personne_id = ${lou} and nature = 'invitation' order by cree_le desc`
      ) as never as Promise<{ id: string }[]>
    const ancien = await emettreJeton({ db, maintenant: scene.maintenant }, 'invitation', id, collectiviteId)
    reussi(await renouvelerEspace(parLien(lou), { id: lou }))
    const eteint = (await ouvrirLien(db, ancien, 'invitation', scene.maintenant))!
    expect(eteint).toMatchObject({ sujetId: id, perime: true, eteintLe: scene.maintenant })
    const plusTard = { ...parLien(id), maintenant: new Date(scene.maintenant.getTime() + 1000) }
    reussi(await redemanderLien(plusTard, { id, eteintLe: eteint.eteintLe }))
    expect(await deLInvitation(), 'même si la première est partie dans l’heure').toHaveLength(2)
    const [envoi] = await deLInvitation()
    const ecrit = await redacteursDesSeances('https://sante.exemple.fr').invitation(db, {
      ...{ id: envoi!.id, collectiviteId, nature: 'invitation', objetId: seance, personneId: lou, structureId: null },
      ...{ courriel: 'lou@cpts.fr', boite: null }
    })
    const neuf = /\/invitation\/([\w-]+)\?/.exec(ecrit!.html)![1]!
    expect(await ouvrirLien(db, neuf, 'invitation', new Date())).toMatchObject({ sujetId: id, perime: false, eteintLe: null })
  }))

test('R-160 · par le lien de sa page elle répond, ferme sa tâche et donne des nouvelles, pour elle et pour personne d’autre', () =>
  essai.annule(async (db) => {
    const { scene, lou, ana, tache, lire, parLien } = await unEspace(db)
    const { fiches } = await unContrat(scene)
    reussi(
      await ecrireIntervenants(scene, { id: fiches[0]!, intervenants: [{ role: 'personne_pilote', personne: 'Lou Petit' }] })
    )
    reussi(await demanderNouvelles(scene, { demandes: [{ ficheId: fiches[0]!, a: `personne ${lou}` }] }))
    const { invitations, demandes } = (await lire(lou))!
    const [invitation, demande] = [invitations[0]!.id, demandes[0]!.id]
    const faire = async (qui: string) => [
      await repondreInvitation(parLien(qui), { id: invitation, reponse: 'vient' }),
      await terminerTache(parLien(qui), { id: tache }),
      await repondreNouvelles(parLien(qui), { id: demande, texte: 'Le bus roule.' })
    ]
    for (const fait of await faire(ana)) expect(fait).toMatchObject({ ok: false, sorte: 'interdit' })
    for (const fait of await faire(lou)) expect(fait).toMatchObject({ ok: true })
    expect(await lire(lou)).toMatchObject({
      invitations: [{ reponse: 'vient' }],
      taches: [{ faiteLe: expect.any(String) }]
    })
  }))
