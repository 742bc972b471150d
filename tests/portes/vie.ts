import { ajouterActe, retirerActe } from '#domaines/contrats/commands/actes.server.ts'
import { noterFait, poserRepere, retirerFait, retirerRepere } from '#domaines/contrats/commands/journal.server.ts'
import { inscrireProgramme, retirerProgramme } from '#domaines/contrats/commands/programmes.server.ts'
import { choisirPrs, inscrirePrs, relierAxes, retirerPrs } from '#domaines/contrats/commands/prs.server.ts'
import { listerPrs } from '#domaines/contrats/queries.server.ts'
import type { Scene } from '#domaines/comptes/fixtures.server.ts'
import { lecture } from '#platform/db.server.ts'
import { reussi } from '#tests/base.ts'

/** The life of a contract: an act, a line of journal, a regional plan with a link, a milestone, and one of each put aside. */
export async function uneVie(scene: Scene, contratId: string, axeId: string) {
  const acte = {
    contratId,
    nature: 'avenant',
    reference: 'avenant n° 1',
    date: '2024',
    montants: [{ financeur: 'ARS Île-de-France', annee: '2026', montant: '45 000' }]
  }
  const fait = { contratId, nature: 'crise', date: '2020-03', texte: 'Crise sanitaire.' }
  const repere = { nature: 'mandat', intitule: 'Conseil citoyen', debut: '2020' }
  const version = { sigle: 'PRS2', debut: '2018', axes: '1. Parcours\n4. Agir' }
  const deux = async (poser: () => Promise<{ ok: true; valeur: { id: string } } | { ok: false }>) =>
    [reussi(await poser()).id, reussi(await poser()).id] as const
  const actes = await deux(() => ajouterActe(scene, acte))
  const faits = await deux(() => noterFait(scene, fait))
  const reperes = await deux(() => poserRepere(scene, repere))
  const prs = await deux(() => inscrirePrs(scene, version))
  const programmes = await deux(() => inscrireProgramme(scene, { nature: 'contrat_de_ville', intitule: 'Contrat de ville' }))
  reussi(await choisirPrs(scene, { contratId, prsId: prs[0] }))
  const versions = await lecture(scene.perimetre, (tx) => listerPrs(tx, scene.perimetre), scene.db as never)
  const [prsAxe, autreAxe] = versions.find(({ id }) => id === prs[0])!.axes.map(({ id }) => id)
  reussi(await relierAxes(scene, { contratId, prsId: prs[0], liens: [`${axeId}.${autreAxe!}`] }))
  const retires = { acte: actes[1], fait: faits[1], repere: reperes[1], prs: prs[1], programme: programmes[1] }
  reussi(await retirerActe(scene, { id: retires.acte }))
  reussi(await retirerFait(scene, { id: retires.fait }))
  reussi(await retirerRepere(scene, { id: retires.repere }))
  reussi(await retirerPrs(scene, { id: retires.prs }))
  reussi(await retirerProgramme(scene, { id: retires.programme }))
  return { acte: actes[0], fait: faits[0], repere: reperes[0], prs: prs[0], prsAxe: prsAxe!, programme: programmes[0], retires }
}

/** The same, several times as long. */
export async function allongerLaVie(scene: Scene, contratId: string, axes: readonly string[]): Promise<void> {
  for (const [rang, axeId] of axes.entries()) {
    reussi(
      await ajouterActe(scene, {
        contratId,
        nature: 'avenant',
        reference: `avenant n° ${rang}`,
        date: '2025',
        montants: [{ annee: '2025', montant: '10' }]
      })
    )
    reussi(await noterFait(scene, { contratId, nature: 'autre', date: '2025', texte: `Fait ${rang}` }))
    reussi(await poserRepere(scene, { nature: 'projet', intitule: `Projet ${rang}`, debut: '2025' }))
    reussi(await inscrireProgramme(scene, { nature: 'autre', intitule: `Programme ${rang}` }))
    const { id } = reussi(await inscrirePrs(scene, { sigle: `PRS${rang + 10}`, axes: '1. Un\n2. Deux' }))
    const versions = await lecture(scene.perimetre, (tx) => listerPrs(tx, scene.perimetre), scene.db as never)
    const siens = versions.find((version) => version.id === id)!.axes.map((axe) => axe.id)
    reussi(await relierAxes(scene, { contratId, prsId: id, liens: siens.map((un) => `${axeId}.${un}`) }))
  }
}
