import type { Scene } from '#domaines/comptes/fixtures.server.ts'
import { releverIndicateur, retirerReleve } from '#domaines/actions/commands/indicateurs.server.ts'
import { creerPoste, ecrirePostes, retirerPoste } from '#domaines/actions/commands/postes.server.ts'
import { reussi } from '#tests/base.ts'

/** A post of which the action takes a part, beside one that was put aside. */
export async function desPostes(scene: Scene, id: string) {
  const creer = async (intitule: string) => reussi(await creerPoste(scene, { intitule, quotite: '1', employeur: 'CCAS' })).id
  const vivants = { poste: await creer('Coordination') }
  const retires = { poste: await creer('Poste retiré') }
  reussi(await retirerPoste(scene, { id: retires.poste }))
  reussi(
    await ecrirePostes(scene, { id, fractions: [{ poste: 'Coordination', etp: '0,3', financeur: 'ARS', montant: '9 000' }] })
  )
  return { vivants, retires }
}

/** A value of the indicator, beside one that was put aside. */
export async function deuxReleves(scene: Scene, id: string, indicateurId: string) {
  const relever = async (date: string) => reussi(await releverIndicateur(scene, { id, indicateurId, date, valeur: '12' })).id
  const [vivant, retire] = [await relever('2024'), await relever('2023')]
  reussi(await retirerReleve(scene, { id: retire }))
  return { vivant, retire }
}
