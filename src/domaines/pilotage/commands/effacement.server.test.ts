import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { SYSTEME } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { lireChangements } from '#platform/historique.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import { ouvrirLien } from '#domaines/comptes/queries.server.ts'
import { demanderNouvelles } from '#domaines/actions/commands/demandes.server.ts'
import { ecrireIntervenants } from '#domaines/actions/commands/sections.server.ts'
import { unContrat } from '#domaines/actions/fixtures.server.ts'
import { emarger } from '#domaines/instances/commands/emargement.server.ts'
import { composerInstance } from '#domaines/instances/commands/sieges.server.ts'
import { redemanderLien, repondreInvitation } from '#domaines/instances/commands/invitations.server.ts'
import { uneInstance, uneSeanceTenue } from '#domaines/instances/fixtures.server.ts'
import { lireConvocation } from '#domaines/instances/queries/invitations.server.ts'
import { inscrireAmbassadeur } from '#domaines/partenaires/commands/ambassadeurs.server.ts'
import { modifierPersonne, retablirPersonne } from '#domaines/partenaires/commands.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { personnesParNom, structuresParNom } from '#domaines/partenaires/queries.server.ts'
import { ajouterQuartiers } from '#domaines/territoires/commands.server.ts'
import { ajouterSignataire } from '#domaines/contrats/commands/signature.server.ts'
import { lireSort, listerSansContact } from '../queries/effacement.server.ts'
import { demanderEffacement, effacerLesAttendues, garderPersonne, reconduireContacts } from './effacement.server.ts'
import { SORTS } from './effacer-de-partout.server.ts'
import { REFERENCES } from './references.server.ts'
import { reunirPersonnes } from './reunir.server.ts'

const essai = baseDeTest()
const plusTard = (scene: Scene, jours: number): Scene => ({
  ...scene,
  maintenant: new Date(scene.maintenant.getTime() + jours * 86_400_000)
})
const systeme = (scene: Scene) => ({ ...scene, acteur: SYSTEME })

/** Every column of words of the territory where one of these is found, as `table.colonne`. */
async function ouLOnTrouve(db: Tx, mots: readonly string[]): Promise<string[]> {
  const colonnes = (await db.execute(sql`select c.table_name as t, c.column_name as c from information_schema.columns c
    join information_schema.columns k on k.table_schema = 'public' and k.table_name = c.table_name and k.column_name = 'collectivite_id'
    where c.table_schema = 'public' and c.data_type in ('text', 'jsonb') and c.table_name <> 'jetons'`)) as unknown as {
    t: string
    c: string
  }[]
  expect(colonnes.length).toBeGreaterThan(200)
  const trouvees: string[] = []
  for (const { t, c } of colonnes) {
    const [lu] = (await db.execute(
      sql`select count(*)::int as n from ${sql.identifier(t)} where lower(${sql.identifier(c)}::text) like any(${sql.param(mots.map((mot) => `%${mot.toLowerCase()}%`))}::text[])`
    )) as unknown as [{ n: number }]
    if (lu.n > 0) trouvees.push(`${t}.${c}`)
  }
  return trouvees
}

const unCourrier = (db: Tx, { perimetre }: Scene, nom: string, courriel: string) =>
  db.execute(sql`insert into courriers (collectivite_id, id, identifiant, raison, nom, courriel, sujet, recu_le)
    values (${perimetre.collectiviteId}, gen_random_uuid(), ${courriel}, 'reponse_ecrite', ${nom}, ${courriel}, 'Re : invitation', now())`)

/** Lou Petit, once Lou Grand, who came, answered, sits, carries an action, is an ambassador; and a homonym who is somebody else. */
async function unePersonneConnue(db: Tx) {
  const scene = await unTerritoire(db)
  await desContacts(scene, [
    { nom: 'Lou Grand', courriel: 'lou.grand@cpts.fr', structure: 'CPTS du Nord' },
    { nom: 'Ana Voisin', courriel: 'ana@ccas.fr', structure: 'CCAS' }
  ])
  const gens = await personnesParNom(db, scene.perimetre, ['Lou Grand', 'Ana Voisin'])
  const [lou, ana] = [gens.get('lou grand')!, gens.get('ana voisin')!]
  reussi(await modifierPersonne(scene, { id: lou, nom: 'Lou Petit', courriel: 'lou@cpts.fr', telephone: '06 39 98 00 01' }))
  const instanceId = await uneInstance(scene)
  reussi(
    await composerInstance(scene, {
      id: instanceId,
      sieges: [
        { role: 'pilote', personne: 'Lou Petit' },
        { role: 'membre', structure: 'CPTS du Nord', personne: 'Lou Petit' }
      ]
    })
  )
  const seance = await uneSeanceTenue(scene, '2026-10-13', { instanceId })
  const [invite] = (await lireConvocation(db, scene.perimetre, seance)).invites.filter(({ personneId }) => personneId === lou)
  reussi(await emarger(scene, { id: seance, invitationId: invite!.id }))
  const { fiches } = await unContrat(scene)
  reussi(await ecrireIntervenants(scene, { id: fiches[0]!, intervenants: [{ role: 'personne_pilote', personne: 'Lou Petit' }] }))
  const [quartierId] = reussi(await ajouterQuartiers(scene, { quartiers: [{ nom: 'Sébille', nature: 'quartier' }] })).ajoutes as [
    string
  ]
  reussi(await inscrireAmbassadeur(scene, { personne: 'Lou Petit', quartierId, accordLe: '10/2026', accord: 'oui' }))
  reussi(await demanderNouvelles(scene, { demandes: [{ ficheId: fiches[0]!, a: `personne ${lou}` }] }))
  // at another meeting she wrote her name with the code of the room, and nobody recognised her; a letter of hers came to the mailbox
  const autre = await uneSeanceTenue(scene, '2026-10-20', { instanceId })
  await db.execute(sql`insert into emargements (collectivite_id, id, seance_id, nom, cle_nom, structure_dite, courriel, par_soi, notee_le)
    values (${scene.perimetre.collectiviteId}, gen_random_uuid(), ${autre}, 'Lou Petit', 'lou petit', 'CPTS du Nord', 'lou@cpts.fr', true, now())`)
  await unCourrier(db, scene, 'Lou Petit', 'lou@cpts.fr')
  return { scene, lou, ana, seance, invitation: invite!.id, fiche: fiches[0]! }
}
const ELLE = ['lou petit', 'lou grand', 'lou@cpts.fr', 'lou.grand@cpts.fr', '06 39 98 00 01']

describe('R-122 · effacer une personne', () => {
  test('chaque colonne qui nomme une personne a son sort', () => {
    expect(Object.keys(SORTS).toSorted()).toEqual(REFERENCES.personnes.map((nom) => nom.join('.')).toSorted())
  })

  test('ce qu’a écrit son homonyme, qui reste, n’est pas effacé avec elle', () =>
    essai.annule(async (db) => {
      const { scene, lou } = await unePersonneConnue(db)
      await desContacts(scene, [{ nom: 'Lou M', courriel: 'lou@mairie.fr', structure: 'Mairie' }])
      await db.execute(sql`update personnes set nom = 'Lou Petit', cle_nom = 'lou petit' where nom = 'Lou M'`)
      await unCourrier(db, scene, 'Lou Petit', 'lou@mairie.fr')
      reussi(await demanderEffacement(scene, { id: lou }))
      expect(reussi(await effacerLesAttendues(systeme(plusTard(scene, 7)), {})).nombre).toBe(1)
      expect(await db.execute(sql`select courriel from courriers`)).toEqual([{ courriel: 'lou@mairie.fr' }])
      expect(await db.execute(sql`select courriel from emargements where courriel is not null`)).toEqual([])
    }))

  test('demandée, elle quitte l’annuaire ; sept jours plus tard il ne reste d’elle ni nom ni adresse, dans l’historique non plus', () =>
    essai.annule(async (db) => {
      const { scene, lou, seance, invitation, fiche } = await unePersonneConnue(db)
      const jeton = await emettreJeton(
        { db, maintenant: scene.maintenant },
        'invitation',
        invitation,
        scene.perimetre.collectiviteId
      )
      const [lettre] = (await db.execute(sql`select id from envois where personne_id = ${lou} limit 1`)) as unknown as [
        { id: string }
      ]
      const siens = await Promise.all(
        (
          [
            ['nouvelles', lettre.id],
            ['espace', lou]
          ] as const
        ).map(
          async ([finalite, sujet]) =>
            [
              finalite,
              await emettreJeton({ db, maintenant: scene.maintenant }, finalite, sujet, scene.perimetre.collectiviteId)
            ] as const
        )
      )
      expect((await ouLOnTrouve(db, ELLE)).length).toBeGreaterThan(4)
      const { prevuLe } = reussi(await demanderEffacement(scene, { id: lou }))
      expect(prevuLe).toBe('2026-11-29')
      expect((await personnesParNom(db, scene.perimetre, ['Lou Petit'])).size).toBe(0)
      expect(await retablirPersonne(scene, { id: lou })).toMatchObject({ sorte: 'introuvable' })
      expect(await demanderEffacement(scene, { id: lou })).toMatchObject({ raison: 'deja_demande' })
      // six days later, nothing yet
      expect(reussi(await effacerLesAttendues(systeme(plusTard(scene, 6)), {})).nombre).toBe(0)
      expect(await ouvrirLien(db, jeton, 'invitation', scene.maintenant)).toMatchObject({ perime: false })
      expect(reussi(await effacerLesAttendues(systeme(plusTard(scene, 7)), {})).nombre).toBe(1)
      expect(await ouLOnTrouve(db, ELLE)).toEqual([])
      // her link opens nothing, and no new one leaves for her
      expect(await ouvrirLien(db, jeton, 'invitation', scene.maintenant)).toMatchObject({ perime: true })
      for (const [finalite, lien] of siens)
        expect(await ouvrirLien(db, lien, finalite, scene.maintenant), finalite).toMatchObject({ perime: true })
      const acteur = { sorte: 'lien', nom: '', sujetId: invitation, role: null, administrateur: false } as const
      reussi(await redemanderLien({ ...plusTard(scene, 8), acteur }, { id: invitation }))
      expect(await db.execute(sql`select id from envois where personne_id = ${lou} and etat = 'pret'`)).toEqual([])
      // nobody waits for news of hers any more
      expect(await db.execute(sql`select id from demandes_nouvelles`)).toEqual([])
      // what is counted stays counted: she came, and was invited
      const { invites } = await lireConvocation(db, scene.perimetre, seance)
      expect(invites.find(({ id }) => id === invitation)).toMatchObject({ nom: 'Personne effacée', courriel: '' })
      const [venue] = (await db.execute(
        sql`select count(*)::int as n from emargements where personne_id = ${lou}`
      )) as unknown as [{ n: number }]
      expect(venue.n).toBe(1)
      // the body keeps the seat of her house, the action loses its pilot and nothing else
      expect(await db.execute(sql`select structure_id is not null as maison, personne_id from sieges`)).toEqual([
        { maison: true, personne_id: null }
      ])
      expect(await db.execute(sql`select id from intervenants where fiche_id = ${fiche} and role = 'personne_pilote'`)).toEqual(
        []
      )
      expect((await lireSort(db, scene.perimetre, lou))!.effacement).toMatchObject({ motif: 'demande', prevuLe })
      // done once: nothing is left to do
      expect(reussi(await effacerLesAttendues(systeme(plusTard(scene, 9)), {})).nombre).toBe(0)
    }))

  test('jusque-là, on peut y renoncer : elle revient avec tout ce qui était à elle', () =>
    essai.annule(async (db) => {
      const { scene, lou } = await unePersonneConnue(db)
      const avant = await ouLOnTrouve(db, ELLE)
      reussi(await demanderEffacement(scene, { id: lou }))
      reussi(await garderPersonne(plusTard(scene, 3), { id: lou }))
      expect(reussi(await effacerLesAttendues(systeme(plusTard(scene, 30)), {})).nombre).toBe(0)
      expect((await personnesParNom(db, scene.perimetre, ['Lou Petit'])).get('lou petit')).toBe(lou)
      expect(await ouLOnTrouve(db, ELLE)).toEqual(avant)
      expect(await garderPersonne(scene, { id: lou })).toMatchObject({ sorte: 'introuvable' })
    }))

  test('celle qui fut réunie à elle s’efface avec elle ; une homonyme reste elle-même', () =>
    essai.annule(async (db) => {
      const { scene, lou, ana } = await unePersonneConnue(db)
      await desContacts(scene, [{ nom: 'Petit Lou', courriel: 'petit.lou@ancienne.fr' }])
      const double = (await personnesParNom(db, scene.perimetre, ['Petit Lou'])).get('petit lou')!
      reussi(await reunirPersonnes(scene, { unId: lou, autreId: double, garde: 'un' }))
      // Ana once bore the same name
      reussi(await modifierPersonne(scene, { id: ana, nom: 'Lou Petit' }))
      reussi(await demanderEffacement(scene, { id: lou }))
      reussi(await effacerLesAttendues(systeme(plusTard(scene, 8)), {}))
      expect(await ouLOnTrouve(db, ['petit.lou@ancienne.fr', 'lou@cpts.fr', 'petit lou'])).toEqual([])
      const { actes } = await lireChangements(db, scene.perimetre, ana, 1)
      expect(JSON.stringify(actes)).toContain('Lou Petit')
      expect((await personnesParNom(db, scene.perimetre, ['Lou Petit'])).get('lou petit')).toBe(ana)
    }))

  test('qui a signé un contrat n’est pas effacée, et l’on dit lequel ; un contributeur n’efface personne', () =>
    essai.annule(async (db) => {
      const { scene, lou } = await unePersonneConnue(db)
      const { id: contratId } = await unContrat(scene)
      const structureId = (await structuresParNom(db, scene.perimetre, ['CCAS'])).get('ccas')!
      reussi(await ajouterSignataire(scene, { contratId, structureId, personneId: lou, role: 'autre' }))
      await db.execute(sql`update signataires set signe_le = '2026-01-01' where personne_id = ${lou}`)
      expect(await demanderEffacement(scene, { id: lou })).toMatchObject({
        raison: 'a_signe',
        precisions: { contrats: [expect.any(String)] }
      })
      const contributeur = await unMembre(scene, 'contributeur')
      expect(await demanderEffacement({ ...scene, acteur: contributeur }, { id: lou })).toMatchObject({ sorte: 'interdit' })
      expect(await effacerLesAttendues(scene, {})).toMatchObject({ sorte: 'interdit' })
      expect(await demanderEffacement(await unTerritoire(db, { code: '94028' }), { id: lou })).toMatchObject({
        sorte: 'introuvable'
      })
    }))

  test('l’historique ne se change pour personne d’autre', () =>
    essai.annule(async (db) => {
      const { ana } = await unePersonneConnue(db)
      await expect(
        db.transaction((tx) => tx.execute(sql`select effacer_de_l_historique(array[${ana}]::uuid[], array['ana voisin'], 'x')`))
      ).rejects.toThrow()
    }))
})

describe('R-122 · trois ans sans contact', () => {
  test('qui n’a rien répondu depuis trois ans est proposée, la plus ancienne d’abord ; qui est venue ne l’est pas', () =>
    essai.annule(async (db) => {
      const { scene, lou, ana, invitation } = await unePersonneConnue(db)
      const dans = async (jours: number) => {
        const quand = plusTard(scene, jours).maintenant.toISOString().slice(0, 10)
        return (await listerSansContact(db, scene.perimetre, quand, 50)).personnes.map(({ id }) => id)
      }
      await db.execute(sql`update personnes set cree_le = '2026-10-01' where id = ${ana}`)
      await db.execute(sql`update personnes set cree_le = '2026-09-01' where id = ${lou}`)
      expect(await dans(1_000)).toEqual([])
      // three years after 1 October 2026; Lou came on the 13th
      expect(await dans(1_045)).toEqual([ana])
      expect(await dans(1_065)).toEqual([ana, lou])
      const suivante = await uneSeanceTenue(plusTard(scene, 100), '2027-03-01', {
        instanceId: await uneInstance(scene, { nom: 'Groupe écrans' })
      })
      const [invite] = (await lireConvocation(db, scene.perimetre, suivante)).invites.filter(
        ({ personneId }) => personneId === ana
      )
      await db.execute(sql`update seances set jour = '2090-01-01' where id = ${suivante}`)
      reussi(await repondreInvitation(plusTard(scene, 100), { id: invite!.id, reponse: 'absent' }))
      expect(await dans(1_065)).toEqual([lou])
      expect(invitation).toBeTruthy()
    }))

  test('« on la garde » vaut trois ans de plus', () =>
    essai.annule(async (db) => {
      const { scene, lou, ana } = await unePersonneConnue(db)
      const tard = plusTard(scene, 1_200)
      const jour = tard.maintenant.toISOString().slice(0, 10)
      expect((await listerSansContact(db, scene.perimetre, jour, 1)).total).toBe(2)
      expect(reussi(await reconduireContacts(tard, { ids: [ana] })).nombre).toBe(1)
      expect((await listerSansContact(db, scene.perimetre, jour, 50)).personnes.map(({ id }) => id)).toEqual([lou])
      expect(await reconduireContacts(tard, { ids: [] })).toMatchObject({ sorte: 'saisie' })
    }))
})
