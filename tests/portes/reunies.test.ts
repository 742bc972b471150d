import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { installerBase, type Db, type Tx } from '#platform/db.server.ts'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { convoquerSeance } from '#domaines/instances/commands/invitations.server.ts'
import { prevoirSeance } from '#domaines/instances/commands/seances.server.ts'
import { suivreLesSiennes } from '#domaines/instances/commands/son-agenda.server.ts'
import { uneInstance } from '#domaines/instances/fixtures.server.ts'
import { lireConvocation } from '#domaines/instances/queries/invitations.server.ts'
import { desContacts, uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { personnesParNom } from '#domaines/partenaires/queries.server.ts'
import { annulerGeste } from '#domaines/pilotage/commands/annuler.server.ts'
import { demanderEffacement, effacerLesAttendues } from '#domaines/pilotage/commands/effacement.server.ts'
import { renouvelerEspace } from '#domaines/pilotage/commands/espace.server.ts'
import { reunirPersonnes, reunirStructures } from '#domaines/pilotage/commands/reunir.server.ts'
import { SYSTEME } from '#platform/acteur.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { porte, pousser } from './porte.ts'

const essai = baseDeTest()
beforeAll(() => installerBase(essai.base()))

const lien = (sujetId: string) => ({ sorte: 'lien', nom: 'Lou', sujetId, role: null, administrateur: false }) as const
const PORTES_DE = {
  espace: ['espace/[soi]', 'soi'],
  taches: ['taches/[rappel]', 'rappel'],
  invitation: ['invitation/[jeton]', 'jeton'],
  agenda: ['agenda/[adresse].ics', 'adresse']
} as const
type Ouvrable = keyof typeof PORTES_DE

/** Two of one person, both invited to one meeting, and the links that the one that goes was given. */
async function deuxInvitees(db: Tx) {
  const scene = await unTerritoire(db)
  await desContacts(scene, [
    { nom: 'Lou Grand', courriel: 'lou@a.fr', structure: 'A' },
    { nom: 'Lou Petit', courriel: 'lou@b.fr', structure: 'B' }
  ])
  const ids = await personnesParNom(db, scene.perimetre, ['Lou Grand', 'Lou Petit'])
  const [reste, part] = [ids.get('lou grand')!, ids.get('lou petit')!]
  const { id } = reussi(await prevoirSeance(scene, { instanceId: await uneInstance(scene), jour: '2090-12-09', duree: '2 h' }))
  reussi(await convoquerSeance(scene, { id, choix: 'tous' }))
  const invites = async () => (await lireConvocation(db, scene.perimetre, id)).invites
  const sienne = (await invites()).find(({ personneId }) => personneId === part)!.id
  const emettre = (finalite: 'espace' | 'taches' | 'invitation', sujet: string) =>
    emettreJeton({ db, maintenant: new Date() }, finalite, sujet, scene.perimetre.collectiviteId)
  const jetons: Record<Ouvrable, string> = {
    espace: await emettre('espace', part),
    taches: await emettre('taches', part),
    invitation: await emettre('invitation', sienne),
    agenda: reussi(await suivreLesSiennes({ ...scene, maintenant: new Date(), acteur: lien(part) }, { id: part })).jeton
  }
  const pousserLa = (quoi: Ouvrable, acte: string, form?: Record<string, string>) => {
    const [nom, parametre] = PORTES_DE[quoi]
    return pousser(porte(nom), acte, { jeton: null, params: { [parametre]: jetons[quoi] }, ...(form ? { form } : {}) })
  }
  const ouvrir = (quoi: Ouvrable) => pousserLa(quoi, quoi === 'agenda' ? 'GET' : 'load')
  const reunir = async () => reussi(await reunirPersonnes(scene, { unId: reste, autreId: part, garde: 'un' }))
  return { scene, reste, part, id, invites, pousserLa, ouvrir, reunir, emettre }
}

const essayer = (agir: (decor: Awaited<ReturnType<typeof deuxInvitees>>, db: Tx) => Promise<void>) =>
  essai.annule(async (tx: Tx) => {
    installerBase({ ...essai.base(), db: tx as unknown as Db })
    try {
      await agir(await deuxInvitees(tx), tx)
    } finally {
      installerBase(essai.base())
    }
  })

test.each(Object.keys(PORTES_DE) as Ouvrable[])(
  'R-093 · réunie à une autre fiche, son lien « %s » ouvre celle qui reste ; la réunion annulée, le sien de nouveau',
  (quoi) =>
    essayer(async ({ scene, ouvrir, reunir }) => {
      expect(await ouvrir(quoi)).toMatchObject({ sorte: 'rendu' })
      const { geste } = await reunir()
      const rendu = (await ouvrir(quoi)) as { sorte: string; valeur: unknown }
      expect(rendu).toMatchObject({ sorte: 'rendu' })
      if (quoi !== 'agenda') expect(JSON.stringify(rendu.valeur)).toContain('Lou Grand')
      reussi(await annulerGeste(scene, { geste }))
      const apres = (await ouvrir(quoi)) as { sorte: string; valeur: unknown }
      expect(apres).toMatchObject({ sorte: 'rendu' })
      if (quoi !== 'agenda') expect(JSON.stringify(apres.valeur)).toContain('Lou Petit')
    })
)

test('R-093 · par le lien de l’invitation qui est partie en double, elle répond à celle qui reste', () =>
  essayer(async ({ reunir, pousserLa, invites }) => {
    await reunir()
    expect(await pousserLa('invitation', '?/repondre', { reponse: 'vient' })).toMatchObject({ sorte: 'renvoi' })
    expect((await invites()).map(({ nom, reponse }) => [nom, reponse])).toEqual([['Lou Grand', 'vient']])
  }))

test('R-093 · deux structures invitées et réunies : le lien de l’invitation qui est partie ouvre celle qui reste', () =>
  essayer(async ({ scene, id, emettre }, db) => {
    const [reste, part] = [await uneStructure(scene, 'CPTS du Nord'), await uneStructure(scene, 'CPTS Nord')]
    const inviter = async (structureId: string) => {
      const [faite] =
        (await db.execute(sql`insert into invitations (collectivite_id, id, seance_id, structure_id, courriel, cree_le)
        values (${scene.perimetre.collectiviteId}, gen_random_uuid(), ${id}, ${structureId}, ${`${structureId}@a.fr`}, now()) returning id`)) as unknown as [
          { id: string }
        ]
      return faite.id
    }
    await inviter(reste)
    const jeton = await emettre('invitation', await inviter(part))
    reussi(await reunirStructures(scene, { unId: reste, autreId: part, garde: 'un' }))
    const rendu = await pousser(porte('invitation/[jeton]'), 'load', { jeton: null, params: { jeton } })
    expect(rendu).toMatchObject({ sorte: 'rendu' })
  }))

test('R-160 · éteindre ses liens éteint aussi ceux de la fiche qui lui fut réunie', () =>
  essayer(async ({ scene, reste, reunir, ouvrir, pousserLa }) => {
    await reunir()
    reussi(await renouvelerEspace({ ...scene, maintenant: new Date(), acteur: lien(reste) }, { id: reste }))
    for (const quoi of ['espace', 'taches', 'invitation'] as const)
      expect(JSON.stringify(((await ouvrir(quoi)) as { valeur: unknown }).valeur), quoi).not.toContain('Lou Grand')
    expect(await ouvrir('agenda')).toMatchObject({ statut: 404 })
    expect(await pousserLa('invitation', '?/repondre', { reponse: 'vient' })).toMatchObject({
      sorte: 'renvoi',
      vers: expect.stringMatching(/^\/invitation\/[\w-]+$/)
    })
  }))

test('R-122 · effacée, aucun lien de la fiche qui lui fut réunie ne lit plus rien', () =>
  essayer(async ({ scene, reste, reunir, ouvrir }) => {
    await reunir()
    reussi(await demanderEffacement(scene, { id: reste }))
    const plusTard = new Date(scene.maintenant.getTime() + 8 * 86_400_000)
    reussi(await effacerLesAttendues({ ...scene, acteur: SYSTEME, maintenant: plusTard }, {}))
    const lue = (await ouvrir('invitation')) as { sorte: string; valeur?: unknown }
    expect(JSON.stringify(lue.valeur ?? null)).not.toMatch(/Lou|Personne effacée|2090/)
    expect(await ouvrir('espace')).not.toMatchObject({ valeur: { espace: { nom: expect.any(String) } } })
    expect(await ouvrir('agenda')).toMatchObject({ statut: 404 })
  }))
