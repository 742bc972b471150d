import { unPdf, unPng } from '#tests/parcours/fichiers.ts'
import type { Scene } from '#domaines/comptes/fixtures.server.ts'
import { poserLogo } from '#domaines/actions/commands/habillage.server.ts'
import { ajouterVersion, joindrePiece, retirerPiece } from '#domaines/actions/commands/pieces.server.ts'
import { reussi } from '#tests/base.ts'

const pdf = (nom: string) => ({ nom: `${nom}.pdf`, octets: unPdf(nom) })
type Lieu = { ficheId: string } | { contratId: string; acteId?: string }
const joindre = async (scene: Scene, lieu: Lieu, nom: string) => reussi(await joindrePiece(scene, { lieu, fichier: pdf(nom) }))

/** A document of an action, one of its contract and one of an act, each beside one that was taken away; and a logo for those that come out. */
export async function desPieces(scene: Scene, lieux: { fiche: string; contrat: string; acte: string }) {
  const { fiche: ficheId, contrat: contratId, acte: acteId } = lieux
  const { id: piece, version } = await joindre(scene, { ficheId }, 'Convention')
  const pieceContrat = (await joindre(scene, { contratId }, 'Contrat')).id
  const pieceActe = (await joindre(scene, { contratId, acteId }, 'Arrêté')).id
  const retires = {
    piece: (await joindre(scene, { ficheId }, 'Brouillon')).id,
    pieceContrat: (await joindre(scene, { contratId, acteId }, 'Projet')).id
  }
  for (const id of Object.values(retires)) reussi(await retirerPiece(scene, { id }))
  const logo = { nom: 'logo.png', octets: unPng(600, 200) }
  reussi(await poserLogo(scene, { fichier: logo, texteAlternatif: 'Logo de la Ville' }))
  return { vivants: { piece, version, pieceContrat, pieceActe }, retires }
}

/** Many more of them, with versions. */
export async function joindreEncore(scene: Scene, lieux: { fiche: string; contrat: string; acte: string }): Promise<void> {
  const { fiche: ficheId, contrat: contratId, acte: acteId } = lieux
  for (let n = 1; n <= 6; n++)
    for (const lieu of [{ ficheId }, { contratId }, { contratId, acteId }]) {
      const { id } = await joindre(scene, lieu, `Document ${n}`)
      const fichier = { nom: 'suite.png', octets: unPng(4, 3) }
      reussi(await ajouterVersion(scene, { id, fichier, texteAlternatif: 'Une affiche.' }))
    }
}
