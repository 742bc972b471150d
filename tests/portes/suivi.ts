import type { Scene } from '#domaines/comptes/fixtures.server.ts'
import { distinguerFiches } from '#domaines/actions/commands/distinctions.server.ts'
import { creerFiche } from '#domaines/actions/commands/fiche.server.ts'
import { noterNouvelle, retirerNouvelle } from '#domaines/actions/commands/nouvelles.server.ts'
import { enregistrerVue, retirerVue } from '#domaines/actions/commands/vues.server.ts'
import { reussi } from '#tests/base.ts'

const noter = async (scene: Scene, ficheId: string, texte: string) => reussi(await noterNouvelle(scene, { ficheId, texte })).id
const garder = async (scene: Scene, nom: string) =>
  reussi(await enregistrerVue(scene, { nom, adresse: '?statut=bloque', partagee: true })).id

/** News of an action, a view that the coordination shares, each beside one that was put aside, and an action that is no double of it. */
export async function unSuivi(scene: Scene, fiche: string) {
  const vivants = { nouvelle: await noter(scene, fiche, 'Le bus roule.'), vue: await garder(scene, 'Bloquées') }
  const retires = { nouvelle: await noter(scene, fiche, 'Par erreur.'), vue: await garder(scene, 'Bloquées aussi') }
  reussi(await retirerNouvelle(scene, { id: retires.nouvelle }))
  reussi(await retirerVue(scene, { id: retires.vue }))
  // an action like it, that was said to be no double
  const distincte = reussi(await creerFiche(scene, { titre: 'Le bus santé' })).id
  reussi(await distinguerFiches(scene, { id: fiche, autreId: distincte }))
  return { ...vivants, distincte, retires }
}

/** Many more of each. */
export async function allongerLeSuivi(scene: Scene, fiche: string): Promise<void> {
  for (let n = 1; n <= 10; n++) {
    await noter(scene, fiche, `Tournée ${n}`)
    await garder(scene, `Vue ${n}`)
    const { id } = reussi(await creerFiche(scene, { titre: `Bus santé, tournée ${n}` }))
    if (n > 5) reussi(await distinguerFiches(scene, { id: fiche, autreId: id }))
  }
}
