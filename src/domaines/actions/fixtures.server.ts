import { reussi } from '#platform/commande.server.ts'
import type { Scene } from '#domaines/comptes/fixtures.server.ts'
import { creerAxe } from '#domaines/contrats/commands/axes.server.ts'
import { creerContrat } from '#domaines/contrats/commands/contrat.server.ts'
import { creerFiche } from './commands/fiche.server.ts'

/** A contract with the wanted number of axes and of fiches under each, made by the commands that people use. */
export async function unContrat(scene: Scene, taille: { axes?: number; fichesParAxe?: number } = {}) {
  const contrat = reussi(await creerContrat(scene, { intitule: 'Contrat local de santé', debut: '2023', fin: '2028' }))
  const axes: string[] = []
  const fiches: string[] = []
  for (let a = 1; a <= (taille.axes ?? 1); a++) {
    const axe = reussi(await creerAxe(scene, { contratId: contrat.id, intitule: `Axe de travail ${a}` }))
    axes.push(axe.id)
    for (let f = 1; f <= (taille.fichesParAxe ?? 1); f++)
      fiches.push(reussi(await creerFiche(scene, { titre: `Action ${a}.${f}`, axeId: axe.id })).id)
  }
  return { id: contrat.id, axes, fiches }
}
