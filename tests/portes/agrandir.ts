import { retirerMembre } from '#domaines/comptes/commands.server.ts'
import { unMembre } from '#domaines/comptes/fixtures.server.ts'
import { listerMembres } from '#domaines/comptes/queries.server.ts'
import { retirerPersonne, retirerStructure } from '#domaines/partenaires/commands.server.ts'
import { declarerRelation } from '#domaines/partenaires/commands/relations.server.ts'
import { ajouterFonction } from '#domaines/partenaires/commands/fonctions.server.ts'
import { unePersonne, uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { ajouterQuartiers } from '#domaines/territoires/commands.server.ts'
import { retirerAxe } from '#domaines/contrats/commands/axes.server.ts'
import { retirerContrat } from '#domaines/contrats/commands/contrat.server.ts'
import { ajouterConvention } from '#domaines/contrats/commands/convention.server.ts'
import { desAxes, ouvrirContrat, unSignataire } from '#domaines/contrats/fixtures.server.ts'
import { creerFiche, modifierFiche, placerFiche } from '#domaines/actions/commands/fiche.server.ts'
import { releverIndicateur } from '#domaines/actions/commands/indicateurs.server.ts'
import { repondreTransversal } from '#domaines/actions/commands/sections.server.ts'
import { indicateurs } from '#domaines/actions/tables/indicateurs.server.ts'
import { lecture } from '#platform/db.server.ts'
import { reussi } from '#tests/base.ts'
import { remplirFiche, type Decor } from './decor.ts'
import { allongerLesDemandes } from './demandes.ts'
import { allongerLesInstances } from './instances.ts'
import { allongerLePartenariat } from './partenariat.ts'
import { joindreEncore } from './pieces.ts'
import { allongerLeSuivi } from './suivi.ts'
import { allongerLaVie } from './vie.ts'

/** Makes everything that the territory holds several times as numerous: what a page lists, and what each line of it names. */
export async function agrandir({ scene, ...decor }: Decor): Promise<void> {
  const rangs = Array.from({ length: 10 }, (_, rang) => rang + 1)
  const voisins = rangs.map((n) => ({ nom: `Quartier ${n}`, nature: 'quartier' as const }))
  const { ajoutes } = reussi(await ajouterQuartiers(scene, { quartiers: voisins }))
  const axes = await desAxes(
    scene,
    decor.contrat,
    rangs.map((n) => `Axe ${n}`)
  )
  await desAxes(scene, decor.contrat, ['Thématique 1', 'Thématique 2'], axes[0]!)
  for (const n of rangs) {
    const structure = await uneStructure(scene, `Structure ${n}`)
    const personne = await unePersonne(scene, `Personne ${n}`)
    await unSignataire(scene, decor.contrat, `Structure ${n}`)
    reussi(await declarerRelation(scene, { structureId: decor.structure, autreId: structure, niveau: 1, source: 'Entretien' }))
    reussi(await ajouterConvention(scene, { contratId: decor.contrat, structureId: structure }))
    reussi(await ajouterFonction(scene, { personneId: personne, structureId: decor.structure, intitule: 'Médecin' }))
    reussi(await ajouterFonction(scene, { personneId: decor.personne, structureId: structure, intitule: 'Élue' }))
    reussi(await creerFiche(scene, { titre: `Sous-action ${n}`, parentId: decor.fiche }))
    await unMembre(scene, 'lecteur', `membre${n}@exemple.fr`)
    const suivant = await ouvrirContrat(scene, { intitule: `Contrat ${n}` })
    reussi(await placerFiche(scene, { id: decor.fiche, contratId: suivant }))
    for (const axeId of [axes[0]!, axes[n - 1]!]) {
      const { id } = reussi(await creerFiche(scene, { titre: `Action ${n} de ${axeId}`, axeId }))
      reussi(await modifierFiche(scene, { id, statut: 'en_cours', fin: '2024' }))
      await remplirFiche(scene, id, ajoutes[n - 1]!, 3)
      reussi(await repondreTransversal(scene, { id, axeId: decor.transversal, moment: 'conception', texte: 'Oui.' }))
    }
  }
  await allongerLaVie(scene, decor.contrat, axes)
  await remplirFiche(scene, decor.fiche, ajoutes[0]!, 10)
  await allongerLeSuivi(scene, decor.fiche)
  await allongerLesInstances(scene, decor.instance, decor.seance, decor.idQuestionnaireOuvert)
  await allongerLesDemandes(scene, decor.pilote)
  await allongerLePartenariat(scene, decor.quartier)
  await joindreEncore(scene, decor)
  await relever(scene, decor.fiche)
  await vider(scene, decor.contrat)
}

/** A value for each indicator of the fiche. */
async function relever(scene: Decor['scene'], fiche: string): Promise<void> {
  const lus = await lecture(scene.perimetre, (tx) => tx.select().from(indicateurs), scene.db as never)
  for (const { id } of lus.filter(({ ficheId }) => ficheId === fiche))
    reussi(await releverIndicateur(scene, { id: fiche, indicateurId: id, date: '2025', valeur: '3' }))
}

/** More things put aside. */
async function vider(scene: Decor['scene'], contrat: string): Promise<void> {
  for (const n of [1, 2, 3]) {
    const [axe] = await desAxes(scene, contrat, [`Axe ôté ${n}`])
    reussi(await retirerAxe(scene, { id: axe! }))
    reussi(await retirerContrat(scene, { id: await ouvrirContrat(scene, { intitule: `Contrat ôté ${n}` }) }))
    reussi(await retirerStructure(scene, { id: await uneStructure(scene, `Structure ôtée ${n}`) }))
    reussi(await retirerPersonne(scene, { id: await unePersonne(scene, `Personne ôtée ${n}`) }))
    const { compteId } = await unMembre(scene, 'lecteur', `ote${n}@exemple.fr`)
    const membres = await lecture(scene.perimetre, (tx) => listerMembres(tx, scene.perimetre), scene.db as never)
    reussi(await retirerMembre(scene, { id: membres.find((membre) => membre.compteId === compteId)!.id }))
  }
}
