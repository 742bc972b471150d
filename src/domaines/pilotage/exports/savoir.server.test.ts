import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { emarger } from '#domaines/instances/commands/emargement.server.ts'
import { composerInstance } from '#domaines/instances/commands/sieges.server.ts'
import { uneInstance, uneSeanceTenue } from '#domaines/instances/fixtures.server.ts'
import { lireConvocation } from '#domaines/instances/queries/invitations.server.ts'
import { noterProvenance } from '#domaines/partenaires/commands/provenances.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { personnesParNom } from '#domaines/partenaires/queries.server.ts'
import { REFERENCES } from '../commands/references.server.ts'
import { produireSavoir } from './savoir.server.ts'

const essai = baseDeTest()

async function texteDuPdf(octets: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: octets.slice(), verbosity: 0 }).promise
  const pages: string[] = []
  for (let page = 1; page <= pdf.numPages; page++)
    pages.push((await (await pdf.getPage(page)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' '))
  return pages.join(' ').replace(/\s+/g, ' ')
}

test('R-122 · à sa demande, une personne reçoit tout ce que l’on sait d’elle, en phrases et en dates, sans rien des autres', () =>
  essai.annule(async (base) => {
    const db = base as unknown as Tx
    const scene = await unTerritoire(base)
    await desContacts(scene, [
      { nom: 'Lou Petit', courriel: 'lou@cpts.fr', structure: 'CPTS du Nord' },
      { nom: 'Ana Voisin', courriel: 'ana@ccas.fr', structure: 'CCAS' },
      { nom: 'Sam Brun', courriel: 'sam@ccas.fr', structure: 'CCAS' }
    ])
    const lou = (await personnesParNom(db, scene.perimetre, ['Lou Petit'])).get('lou petit')!
    reussi(await noterProvenance(scene, { personneId: lou, sorte: 'personne', par: 'Ana Voisin' }))
    const instanceId = await uneInstance(scene)
    reussi(await composerInstance(scene, { id: instanceId, sieges: [{ role: 'pilote', personne: 'Lou Petit' }] }))
    const seance = await uneSeanceTenue(scene, '2026-10-13', { instanceId })
    const { invites } = await lireConvocation(db, scene.perimetre, seance)
    const sienne = invites.find(({ personneId }) => personneId === lou)!
    reussi(await emarger(scene, { id: seance, invitationId: sienne.id }))
    // what has no page of its own in the directory is told too
    const { collectiviteId } = scene.perimetre
    const cpts = sql`(select id from structures where nom = 'CPTS du Nord')`
    await db.execute(
      sql`insert into corrections (collectivite_id, id, personne_id, texte, cree_le) values (${collectiviteId}, gen_random_uuid(), ${lou}, 'Mon numéro a changé.', '2026-11-01')`
    )
    await db.execute(sql`insert into volontaires (collectivite_id, id, personne_id, pour, accord_le, jusqu_au, cree_le)
      values (${collectiviteId}, gen_random_uuid(), ${lou}, array['groupe', 'relecture'], '2026-11', '2027-11-01', now())`)
    await db.execute(
      sql`insert into chartes (collectivite_id, id, structure_id, annee, contact_id, cree_le) values (${collectiviteId}, gen_random_uuid(), ${cpts}, 2026, ${lou}, now())`
    )
    await db.execute(sql`insert into echanges (collectivite_id, id, nature, structure_id, personne_id, titre, cle_titre, depuis, cree_le)
      values (${collectiviteId}, gen_random_uuid(), 'offre', ${cpts}, ${lou}, 'Une salle le mardi', 'une salle le mardi', '2026-10', now())`)
    // both agreed, and the letter left: her contacts are with Ana; Sam did not agree
    const inscrire = async (nom: string, numero: number) => {
      const [inscrite] =
        (await db.execute(sql`insert into rencontres_participants (collectivite_id, id, seance_id, numero, personne_id)
        select ${collectiviteId}, gen_random_uuid(), ${seance}, ${numero}, id from personnes where nom = ${nom} returning id`)) as unknown as [
          { id: string }
        ]
      return inscrite.id
    }
    const sienneAuxRencontres = await inscrire('Lou Petit', 1)
    for (const [tour, nom, accepte] of [
      [1, 'Ana Voisin', true],
      [2, 'Sam Brun', false]
    ] as const)
      await db.execute(sql`insert into rencontres_paires (collectivite_id, id, seance_id, tour, rang, un_id, autre_id, un_accepte, autre_accepte)
        values (${collectiviteId}, gen_random_uuid(), ${seance}, ${tour}, 1, ${await inscrire(nom, tour + 1)}, ${sienneAuxRencontres}, ${accepte}, true)`)
    await db.execute(sql`insert into rencontres_lettres (collectivite_id, id, seance_id, participant_id, confiee_le)
      select collectivite_id, gen_random_uuid(), seance_id, id, now() from rencontres_participants`)
    const fichier = await produireSavoir(db, scene.perimetre, lou, scene.maintenant)
    expect(fichier!.nom).toBe('ce-que-nous-savons-de-lou-petit.pdf')
    const texte = await texteDuPdf(fichier!.octets)
    for (const dit of [
      'Ce que nous savons de Lou Petit',
      'lou@cpts.fr',
      'Dans notre annuaire depuis le 22 novembre 2026',
      'Ana Voisin',
      'CPTS du Nord',
      'Groupe accès aux soins Pilote',
      '13 octobre 2026 Groupe accès aux soins aucune oui',
      'Invitation 1 fois',
      'Ce que vous nous avez demandé de corriger Mon numéro a changé. 1er novembre 2026',
      'Votre accord pour être sollicité·e comme habitant·e groupe et relecture novembre 2026',
      'Jusqu’à quand vaut cet accord 1er novembre 2027',
      'Contact échangé après des rencontres express Ana Voisin 13 octobre 2026',
      'Charte où vous êtes nommé·e CPTS du Nord 2026',
      'Offre, besoin ou idée dont vous êtes le contact Une salle le mardi octobre 2026'
    ])
      expect(texte).toContain(dit)
    for (const tu of ['ana@ccas.fr', 'Sam Brun']) expect(texte).not.toContain(tu)
    expect(await produireSavoir(db, scene.perimetre, crypto.randomUUID(), scene.maintenant)).toBeNull()
    const ailleurs = await unTerritoire(base, { code: '94028' })
    expect(await produireSavoir(db, ailleurs.perimetre, lou, scene.maintenant)).toBeNull()
  }))

test('R-122 · chaque table qui nomme une personne est lue pour elle', () => {
  const source = readFileSync(new URL('../queries/savoir.server.ts', import.meta.url), 'utf8')
  const oubliees = REFERENCES.personnes
    .map(([table]) => table)
    .filter((table) => !new RegExp(`(?:from|join) ${table} `).test(source))
  expect(oubliees).toEqual([])
})
