import { eq } from 'drizzle-orm'
import { lecture } from '#platform/db.server.ts'
import type { Scene } from '#domaines/comptes/fixtures.server.ts'
import { deposerEchange, retirerEchange } from '#domaines/partenaires/commands/echanges.server.ts'
import { inscrireAmbassadeur, retirerAmbassadeur } from '#domaines/partenaires/commands/ambassadeurs.server.ts'
import { noterCharte, retirerCharte } from '#domaines/partenaires/commands/chartes.server.ts'
import { ecarterRencontre } from '#domaines/partenaires/commands/rencontres.server.ts'
import { noterInvitationRecue, retirerInvitationRecue } from '#domaines/partenaires/commands/reciprocite.server.ts'
import { rapprochements } from '#domaines/partenaires/tables/echanges.server.ts'
import { reussi } from '#tests/base.ts'

const deposer = async (scene: Scene, nature: 'offre' | 'besoin', structure: string, titre: string) =>
  reussi(await deposerEchange(scene, { nature, structure, titre, thematiques: ['nutrition'] })).id

const inviter = async (scene: Scene, structure: string, date: string) =>
  reussi(await noterInvitationRecue(scene, { structure, intitule: 'Comité', date, presence: 'honoree' })).id

const ambassadrice = async (scene: Scene, personne: string, quartierId: string) =>
  reussi(await inscrireAmbassadeur(scene, { personne, quartierId, accordLe: '2026-01', accord: 'oui' })).id

/** What partners ask and offer, what was said of two of them, and what was put aside. */
export async function unPartenariat(scene: Scene, quartierId: string) {
  const offre = await deposer(scene, 'offre', 'Maisons de quartier', 'Une cuisine')
  const besoin = await deposer(scene, 'besoin', 'CPAM du Val-d’Oise', 'Un lieu pour cuisiner')
  const autre = await deposer(scene, 'besoin', 'CCAS', 'Une cuisine aussi')
  reussi(await ecarterRencontre(scene, { unId: offre, autreId: autre }))
  const offreRetiree = await deposer(scene, 'offre', 'CCAS', 'Par erreur')
  reussi(await retirerEchange(scene, { id: offreRetiree }))
  const [rencontre] = await lecture(
    scene.perimetre,
    (tx) =>
      tx
        .select({ id: rapprochements.id })
        .from(rapprochements)
        .where(eq(rapprochements.collectiviteId, scene.perimetre.collectiviteId)),
    scene.db as never
  )
  const recue = await inviter(scene, 'CPAM du Val-d’Oise', '2026-09-14')
  const recueRetiree = await inviter(scene, 'CCAS', '2026-09-15')
  reussi(await retirerInvitationRecue(scene, { id: recueRetiree }))
  const signer = async (annee: number) =>
    reussi(await noterCharte(scene, { structure: 'Collège', annee, contact: 'Lou Petit' })).id
  const [charte, charteRetiree] = [await signer(2022), await signer(2021)]
  reussi(await retirerCharte(scene, { id: charteRetiree }))
  const [ambassadeur, ambassadeurRetire] = [
    await ambassadrice(scene, 'Nour Exemple', quartierId),
    await ambassadrice(scene, 'Noée Exemple', quartierId)
  ]
  reussi(await retirerAmbassadeur(scene, { id: ambassadeurRetire }))
  return {
    vivants: { ambassadeur, charte, recue, offre, besoin, rapprochement: rencontre!.id },
    retires: { offre: offreRetiree, recue: recueRetiree, charte: charteRetiree, ambassadeur: ambassadeurRetire }
  }
}

/** Many more of each. */
export async function allongerLePartenariat(scene: Scene, quartierId: string): Promise<void> {
  for (let n = 1; n <= 10; n++) {
    await deposer(scene, 'offre', 'CPAM du Val-d’Oise', `Salle ${n}`)
    await deposer(scene, 'besoin', `Structure ${n}`, `Un lieu ${n}`)
    await inviter(scene, `Structure ${n}`, '2026-10')
    await ambassadrice(scene, `Ambassadrice ${n}`, quartierId)
    reussi(await noterCharte(scene, { structure: `Structure ${n}`, annee: 2024, infirmier: `Infirmière ${n}` }))
    reussi(await noterCharte(scene, { structure: 'CPAM du Val-d’Oise', annee: 2010 + n }))
    await inviter(scene, 'CPAM du Val-d’Oise', `2026-${String(n).padStart(2, '0')}-01`)
  }
}
