import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { ecrireIntervenants } from '#domaines/actions/commands/sections.server.ts'
import { demanderNouvelles } from '#domaines/actions/commands/demandes.server.ts'
import { unContrat } from '#domaines/actions/fixtures.server.ts'
import { lireDemandes } from '#domaines/actions/queries/demandes.server.ts'
import { inscrireAmbassadeur } from '#domaines/partenaires/commands/ambassadeurs.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { personnesParNom } from '#domaines/partenaires/queries.server.ts'
import { lireAmbassades } from '#domaines/partenaires/queries/ambassadeurs.server.ts'
import { ajouterQuartiers } from '#domaines/territoires/commands.server.ts'
import { reunirPersonnes } from './reunir.server.ts'

const essai = baseDeTest()

test('deux personnes réunies ne sont ambassadrices qu’une fois d’un quartier, et une seule demande les attend', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const noms = ['Lou Petit', 'Petit Lou']
    await desContacts(
      scene,
      noms.map((nom, rang) => ({ nom, courriel: `lou${rang}@exemple.fr` }))
    )
    const gens = await personnesParNom(db as Tx, scene.perimetre, noms)
    const [unId, autreId] = ['lou petit', 'petit lou'].map((nom) => gens.get(nom)!) as [string, string]
    const [quartierId] = reussi(await ajouterQuartiers(scene, { quartiers: [{ nom: 'Sébille', nature: 'quartier' }] }))
      .ajoutes as [string]
    for (const personne of noms)
      reussi(await inscrireAmbassadeur(scene, { personne, quartierId, accordLe: '10/2026', accord: 'oui' }))
    const { fiches } = await unContrat(scene)
    const intervenants = noms.map((personne) => ({ role: 'personne_pilote' as const, personne }))
    reussi(await ecrireIntervenants(scene, { id: fiches[0]!, intervenants }))
    const demandes = [unId, autreId].map((id) => ({ ficheId: fiches[0]!, a: `personne ${id}` }))
    reussi(await demanderNouvelles(scene, { demandes }))
    reussi(await reunirPersonnes(scene, { unId, autreId, garde: 'un' }))
    const { ambassadeurs } = await lireAmbassades(db as Tx, scene.perimetre)
    expect(ambassadeurs.map(({ personneId }) => personneId)).toEqual([unId])
    expect((await lireDemandes(db as Tx, scene.perimetre)).map(({ nom }) => nom)).toEqual(['Lou Petit'])
    expect(await (db as Tx).execute(sql`select distinct personne_id as id from demandes_nouvelles`)).toEqual([{ id: unId }])
  }))
