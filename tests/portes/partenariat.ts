import { eq } from 'drizzle-orm'
import { lecture } from '#platform/db.server.ts'
import type { Scene } from '#domaines/comptes/fixtures.server.ts'
import { deposerEchange, retirerEchange } from '#domaines/partenaires/commands/echanges.server.ts'
import { noterFormation, retirerFormation } from '#domaines/partenaires/commands/formations.server.ts'
import { inscrireVolontaire } from '#domaines/partenaires/commands/volontaires.server.ts'
import { inscrireAmbassadeur, retirerAmbassadeur } from '#domaines/partenaires/commands/ambassadeurs.server.ts'
import { noterCharte, retirerCharte } from '#domaines/partenaires/commands/chartes.server.ts'
import { ecarterRencontre } from '#domaines/partenaires/commands/rencontres.server.ts'
import { noterInvitationRecue, retirerInvitationRecue } from '#domaines/partenaires/commands/reciprocite.server.ts'
import { ajouterFonction } from '#domaines/partenaires/commands/fonctions.server.ts'
import { unePersonne, uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { listerPassations } from '#domaines/partenaires/queries/passations.server.ts'
import { ecrirePassation, reprendrePassation, retirerPassation } from '#domaines/pilotage/commands/passation.server.ts'
import { demanderEffacement } from '#domaines/pilotage/commands/effacement.server.ts'
import { noterProvenance } from '#domaines/partenaires/commands/provenances.server.ts'
import { noterRegroupement, retirerRegroupement } from '#domaines/partenaires/commands/regroupements.server.ts'
import { decrireRessource } from '#domaines/partenaires/commands/ressources.server.ts'
import { noterImplantation, retirerImplantation } from '#domaines/partenaires/commands/implantations.server.ts'
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
  const passations = await desPassations(scene)
  const partante = await unePersonne(scene, 'Paule Départ')
  reussi(await demanderEffacement(scene, { id: partante, motif: 'demande' }))
  const accord = { accordLe: '2026-01', duree: '24', accord: 'oui' }
  const volontaire = reussi(await inscrireVolontaire(scene, { personne: 'Nadia Exemple', pour: ['groupe'], ...accord })).id
  const former = async () => reussi(await noterFormation(scene, { sens: 'donnee', intitule: 'Santé pour tous', date: '2025' })).id
  const [formation, formationRetiree] = [await former(), await former()]
  reussi(await retirerFormation(scene, { id: formationRetiree }))
  const amenes = { personne: passations.vivante.aReprendre.personne, structure: passations.vivante.aReprendre.structure }
  reussi(await noterProvenance(scene, { personneId: amenes.personne, sorte: 'structure', par: 'CCAS' }))
  reussi(await noterProvenance(scene, { structureId: amenes.structure, sorte: 'internet' }))
  const regrouper = async (structureId: string, autre: string) =>
    reussi(await noterRegroupement(scene, { structureId, autre, sens: 'regroupe', role: 'membre' })).id
  const [regroupement, regroupementRetire] = [await regrouper(amenes.structure, 'CAF'), await regrouper(amenes.structure, 'CCAS')]
  reussi(await retirerRegroupement(scene, { id: regroupementRetire }))
  reussi(await decrireRessource(scene, { structureId: amenes.structure, offres: ['formation'] }))
  const implanter = async () =>
    reussi(await noterImplantation(scene, { structureId: amenes.structure, nature: 'antenne', quartierId })).id
  const [implantation, implantationRetiree] = [await implanter(), await implanter()]
  reussi(await retirerImplantation(scene, { id: implantationRetiree }))
  return {
    vivants: {
      amenes,
      partante: { personne: partante },
      volontaire,
      formation,
      regroupement,
      implantation,
      passation: passations.vivante,
      ambassadeur,
      charte,
      recue,
      offre,
      besoin,
      rapprochement: rencontre!.id
    },
    retires: {
      formation: formationRetiree,
      regroupement: regroupementRetire,
      implantation: implantationRetiree,
      passation: passations.retiree,
      offre: offreRetiree,
      recue: recueRetiree,
      charte: charteRetiree,
      ambassadeur: ambassadeurRetire
    }
  }
}

/** Notes of one who left three structures: one waits, one is taken over, one was put aside. */
async function desPassations(scene: Scene) {
  const noms = ['CPTS du Nord', 'CPTS du Sud', 'CPTS de l’Ouest']
  const structures: string[] = []
  for (const nom of noms) structures.push(await uneStructure(scene, nom))
  const personne = await unePersonne(scene, 'Ana Départ', structures[0]!)
  const ecrire = async (structureId: string) => {
    if (structureId !== structures[0]) reussi(await ajouterFonction(scene, { personneId: personne, structureId, fin: '2026' }))
    reussi(await ecrirePassation(scene, { personneId: personne, structureId }))
    const notes = await lecture(
      scene.perimetre,
      (tx) => listerPassations(tx, scene.perimetre, { sorte: 'structure', id: structureId }),
      scene.db as never
    )
    return notes[0]!.id
  }
  const [id, , retiree] = [await ecrire(structures[0]!), await ecrire(structures[1]!), await ecrire(structures[2]!)]
  reussi(await reprendrePassation(scene, { personneId: personne, structureId: structures[1]! }))
  reussi(await retirerPassation(scene, { id: retiree }))
  const de = (rang: number) => ({ personne, structure: structures[rang]! })
  return { vivante: { id, aReprendre: de(0), reprise: de(1) }, retiree }
}

/** Many more of each. */
export async function allongerLePartenariat(scene: Scene, quartierId: string): Promise<void> {
  for (let n = 1; n <= 10; n++) {
    await deposer(scene, 'offre', 'CPAM du Val-d’Oise', `Salle ${n}`)
    await deposer(scene, 'besoin', `Structure ${n}`, `Un lieu ${n}`)
    await inviter(scene, `Structure ${n}`, '2026-10')
    const structureId = await uneStructure(scene, `Ressource ${n}`)
    reussi(await decrireRessource(scene, { structureId, offres: ['outils'] }))
    reussi(await noterImplantation(scene, { structureId, nature: 'siege', quartierId }))
    reussi(await noterRegroupement(scene, { structureId, autre: 'CPAM du Val-d’Oise', sens: 'regroupe', role: 'membre' }))
    const personneId = await unePersonne(scene, `Amenée ${n}`)
    reussi(await noterProvenance(scene, { personneId, sorte: 'structure', par: 'CPAM du Val-d’Oise' }))
    await ambassadrice(scene, `Ambassadrice ${n}`, quartierId)
    reussi(await noterCharte(scene, { structure: `Structure ${n}`, annee: 2024, infirmier: `Infirmière ${n}` }))
    reussi(await noterCharte(scene, { structure: 'CPAM du Val-d’Oise', annee: 2010 + n }))
    await inviter(scene, 'CPAM du Val-d’Oise', `2026-${String(n).padStart(2, '0')}-01`)
  }
}
