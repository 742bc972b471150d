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
      { nom: 'Ana Voisin', courriel: 'ana@ccas.fr', structure: 'CCAS' }
    ])
    const lou = (await personnesParNom(db, scene.perimetre, ['Lou Petit'])).get('lou petit')!
    reussi(await noterProvenance(scene, { personneId: lou, sorte: 'personne', par: 'Ana Voisin' }))
    const instanceId = await uneInstance(scene)
    reussi(await composerInstance(scene, { id: instanceId, sieges: [{ role: 'pilote', personne: 'Lou Petit' }] }))
    const seance = await uneSeanceTenue(scene, '2026-10-13', { instanceId })
    const { invites } = await lireConvocation(db, scene.perimetre, seance)
    const sienne = invites.find(({ personneId }) => personneId === lou)!
    reussi(await emarger(scene, { id: seance, invitationId: sienne.id }))
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
      'Invitation 1 fois'
    ])
      expect(texte).toContain(dit)
    expect(texte).not.toContain('ana@ccas.fr')
    expect(await produireSavoir(db, scene.perimetre, crypto.randomUUID(), scene.maintenant)).toBeNull()
    const ailleurs = await unTerritoire(base, { code: '94028' })
    expect(await produireSavoir(db, ailleurs.perimetre, lou, scene.maintenant)).toBeNull()
  }))
