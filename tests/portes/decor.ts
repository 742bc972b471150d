import { and, eq } from 'drizzle-orm'
import { deposer } from '#platform/depot.server.ts'
import { lecture, type Db } from '#platform/db.server.ts'
import { SYSTEME, type Role } from '#platform/acteur.ts'
import { unPlan } from '#tests/parcours/plan.ts'
import { ajouterQuartiers, creerTerritoire, retirerQuartier } from '#domaines/territoires/commands.server.ts'
import { emettreJeton, retirerMembre } from '#domaines/comptes/commands.server.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { listerMembres, perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { retirerPersonne, retirerStructure } from '#domaines/partenaires/commands.server.ts'
import { ajouterFonction, retirerFonction } from '#domaines/partenaires/commands/fonctions.server.ts'
import { declarerRelation, retirerRelation } from '#domaines/partenaires/commands/relations.server.ts'
import { distinguerStructures } from '#domaines/partenaires/commands/paires.server.ts'
import { enAdresse } from '#domaines/partenaires/schema/contacts.ts'
import { unePersonne, uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { proposerTransversaux, retirerAxe } from '#domaines/contrats/commands/axes.server.ts'
import { changerEtape, retirerContrat } from '#domaines/contrats/commands/contrat.server.ts'
import { ajouterConvention, retirerConvention } from '#domaines/contrats/commands/convention.server.ts'
import { retirerSignataire, signerContrat } from '#domaines/contrats/commands/signature.server.ts'
import { desAxes, leSocle, ouvrirContrat, unSignataire } from '#domaines/contrats/fixtures.server.ts'
import { listerAxes } from '#domaines/contrats/queries.server.ts'
import { creerFiche, retirerFiche } from '#domaines/actions/commands/fiche.server.ts'
import { demanderImport } from '#domaines/actions/commands/imports.server.ts'
import * as mesures from '#domaines/actions/commands/indicateurs.server.ts'
import { changerEnLot } from '#domaines/actions/commands/lot.server.ts'
import { ecrirePostes } from '#domaines/actions/commands/postes.server.ts'
import { presenterFiche } from '#domaines/actions/commands/presenter.server.ts'
import * as sections from '#domaines/actions/commands/sections.server.ts'
import { lireHistorique } from '#domaines/pilotage/queries/historique.server.ts'
import { indicateurs } from '#domaines/actions/tables/indicateurs.server.ts'
import { reussi } from '#tests/base.ts'
import { donnees } from './porte.ts'
import { desDemandes } from './demandes.ts'
import { desEspaces } from './espace.ts'
import { desInstances } from './instances.ts'
import { desPostes, deuxReleves } from './moyens.ts'
import { unPartenariat } from './partenariat.ts'
import { desPieces } from './pieces.ts'
import { unSuivi } from './suivi.ts'
import { uneVie } from './vie.ts'

/** Everything that a fiche may say, so that no reading of its page is spared. */
export async function remplirFiche(scene: Scene, id: string, quartierId: string, combien = 1): Promise<void> {
  const fois = <T>(un: (rang: number) => T) => Array.from({ length: combien }, (_, rang) => un(rang + 1))
  reussi(await sections.ecrireObjectifs(scene, { id, objectifs: fois((n) => ({ niveau: 'general', texte: `Aller vers ${n}` })) }))
  const intervenants = fois((n) => ({ role: 'pilote' as const, structure: `Service ${n}`, personne: `Alix ${n}` }))
  reussi(await sections.ecrireIntervenants(scene, { id, intervenants }))
  reussi(await sections.ecrireQuartiers(scene, { id, quartiers: [quartierId] }))
  reussi(await sections.ecrireEtapes(scene, { id, etapes: fois((n) => ({ intitule: `Étape ${n}` })) }))
  const financements = fois((n) => ({ financeur: `Service ${n}`, montant: '1 000', annee: 2026 }))
  reussi(await sections.ecrireBudget(scene, { id, financements }))
  reussi(
    await ecrirePostes(scene, { id, fractions: fois((n) => ({ poste: `Poste ${n}`, etp: 0.2, financeur: `Service ${n}` })) })
  )
  const indicateurs = fois((n) => ({ intitule: `Indicateur ${n}`, detenteur: `Service ${n}` }))
  reussi(await mesures.ecrireIndicateurs(scene, { id, indicateurs }))
}

/** A living contract, with one of each thing that a territory holds, and one of each that was put aside. */
async function unContratComplet(scene: Scene) {
  const contrat = await ouvrirContrat(scene, { debut: '2023', fin: '2028', niveaux: ['Axe', 'Thématique'] })
  const axes = await desAxes(scene, contrat, ['Accès aux soins', 'Santé mentale'])
  reussi(await proposerTransversaux(scene, { contratId: contrat }))
  const [signataire] = await leSocle(scene, contrat)
  const fiche = reussi(await creerFiche(scene, { titre: 'Bus santé', axeId: axes[0] })).id
  const autre = reussi(await creerFiche(scene, { titre: 'Groupes de parole', axeId: axes[0] })).id
  const sous = reussi(await creerFiche(scene, { titre: 'Former les équipes', parentId: fiche })).id
  reussi(await changerEtape(scene, { id: contrat, vers: 'en_relecture' }))
  const suivant = await ouvrirContrat(scene, { intitule: 'Le contrat suivant', precedentId: contrat })
  return { contrat, axes, signataire: signataire!, fiche, autre, sous, suivant, fini: await unContratFini(scene) }
}

/** A contract that has ended, with an action whose future nobody has said. */
async function unContratFini(scene: Scene) {
  const contrat = await ouvrirContrat(scene, { intitule: 'Le contrat d’avant', debut: '2015', fin: '2018' })
  const [axeId] = await desAxes(scene, contrat, ['Prévention'])
  await leSocle(scene, contrat)
  reussi(await changerEtape(scene, { id: contrat, vers: 'en_relecture' }))
  reussi(await signerContrat(scene, { id: contrat, signeLe: '2015' }))
  return { contrat, fiche: reussi(await creerFiche(scene, { titre: 'Marche du dimanche', axeId: axeId! })).id }
}

/** What was put aside, each beside its living fellow. */
async function uneCorbeille(scene: Scene, contrat: string, structureId: string) {
  const [axe] = await desAxes(scene, contrat, ['Axe retiré'])
  const retires = {
    axe: axe!,
    contrat: await ouvrirContrat(scene, { intitule: 'Contrat retiré' }),
    fiche: reussi(await creerFiche(scene, { titre: 'Action retirée' })).id,
    structure: await uneStructure(scene, 'Structure retirée'),
    personne: await unePersonne(scene, 'Personne retirée'),
    signataire: await unSignataire(scene, contrat, 'Signataire retiré'),
    convention: reussi(await ajouterConvention(scene, { contratId: contrat, structureId })).id
  }
  reussi(await retirerAxe(scene, { id: retires.axe }))
  reussi(await retirerContrat(scene, { id: retires.contrat }))
  reussi(await retirerFiche(scene, { id: retires.fiche }))
  reussi(await retirerStructure(scene, { id: retires.structure }))
  reussi(await retirerPersonne(scene, { id: retires.personne }))
  reussi(await retirerSignataire(scene, { id: retires.signataire }))
  reussi(await retirerConvention(scene, { id: retires.convention }))
  return retires
}

/** The directory and the quartiers: a structure, a person, her function and the one that was taken away. */
async function unAnnuaire(scene: Scene) {
  const structure = await uneStructure(scene)
  const personne = await unePersonne(scene)
  const poste = { personneId: personne, structureId: structure }
  const fonction = reussi(await ajouterFonction(scene, { ...poste, intitule: 'Directrice' })).id
  const fonctionRetiree = reussi(await ajouterFonction(scene, { ...poste, intitule: 'Stagiaire' })).id
  reussi(await retirerFonction(scene, { id: fonctionRetiree }))
  const noms = ['Axe majeur', 'Quartier retiré'].map((nom) => ({ nom, nature: 'quartier' as const }))
  const [quartier, quartierRetire] = reussi(await ajouterQuartiers(scene, { quartiers: noms })).ajoutes
  reussi(await retirerQuartier(scene, { id: quartierRetire! }))
  return { structure, personne, fonction, fonctionRetiree, quartier: quartier!, quartierRetire: quartierRetire! }
}

/** The last act done on an object. */
const dernierGeste = async (scene: Scene, id: string): Promise<string> =>
  (await lecture(scene.perimetre, (tx) => lireHistorique(tx, scene.perimetre, scene.acteur, id, 1), scene.db as Db))!.actes[0]!
    .geste!

export const ROLES_DU_TABLEAU = ['coordination', 'direction', 'elu', 'contributeur', 'lecteur'] as const satisfies Role[]

/**
 * One territory with everything in it, a session for a member of each role, one for the coordination of another territory
 * (`etranger`), and nobody's (`personne`).
 */
export async function unDecor(db: Db) {
  const maintenant = new Date()
  const scene = await unTerritoire(db, { maintenant })
  const { id: voisin } = reussi(await creerTerritoire({ db, acteur: SYSTEME, maintenant }, { code: '94028' }))
  const ailleurs = { db, perimetre: perimetreSysteme(voisin), maintenant }
  const emettre = (finalite: 'session' | 'connexion', compteId: string) =>
    db.transaction((tx) => emettreJeton({ db: tx, maintenant }, finalite, compteId))
  const session = (compteId: string) => emettre('session', compteId)
  const jetons: Record<string, string | null> = { personne: null }
  for (const role of ROLES_DU_TABLEAU)
    jetons[role] = await session(role === 'coordination' ? scene.acteur.compteId : (await unMembre(scene, role)).compteId)
  jetons.etranger = await session((await unMembre(ailleurs, 'coordination', 'ailleurs@exemple.fr')).compteId)
  const invites = [await unMembre(scene, 'lecteur', 'invite@exemple.fr'), await unMembre(scene, 'elu', 'parti@exemple.fr')]
  const membres = await lecture(scene.perimetre, (tx) => listerMembres(tx, scene.perimetre), db)
  const [membre, membreRetire] = invites.map(({ compteId }) => membres.find((candidat) => candidat.compteId === compteId)!.id)
  reussi(await retirerMembre(scene, { id: membreRetire! }))

  const annuaire = await unAnnuaire(scene)
  const vivants = await unContratComplet(scene)
  const { retires: vieRetiree, ...vie } = await uneVie(scene, vivants.contrat, vivants.axes[0]!)
  const retires = { ...(await uneCorbeille(scene, vivants.contrat, annuaire.structure)), ...vieRetiree }
  const { retires: suiviRetire, ...suivi } = await unSuivi(scene, vivants.fiche)
  const convention = { contratId: vivants.contrat, structureId: annuaire.structure, objet: 'Prêt d’un local' }
  await remplirFiche(scene, vivants.fiche, annuaire.quartier)
  reussi(await presenterFiche(scene, { id: vivants.fiche, texte: 'Chaque mardi.', montree: true }))
  const lus = await lecture(
    scene.perimetre,
    async (tx) => ({
      axes: await listerAxes(tx, scene.perimetre, vivants.contrat),
      indicateurs: await tx
        .select({ id: indicateurs.id })
        .from(indicateurs)
        .where(and(eq(indicateurs.collectiviteId, scene.perimetre.collectiviteId), eq(indicateurs.ficheId, vivants.fiche)))
    }),
    db
  )
  const transversal = lus.axes.find((axe) => axe.nature === 'transversal')!.id
  const indicateur = lus.indicateurs[0]!.id
  const releves = await deuxReleves(scene, vivants.fiche, indicateur)
  const instances = await desInstances(scene, vivants.axes[0]!)
  const demandes = await desDemandes(scene)
  const { rendu, soi, ...espaces } = await desEspaces(scene, { ...instances, ...demandes })
  const partenariat = await unPartenariat(scene, annuaire.quartier)
  const posteRetire = await desPostes(scene, vivants.fiche)
  const pieces = await desPieces(scene, { ...vivants, acte: vie.acte })
  reussi(
    await sections.repondreTransversal(scene, { id: vivants.fiche, axeId: transversal, moment: 'conception', texte: 'Oui.' })
  )
  const plan = await unPlan('Plan santé')
  const liste = new TextEncoder().encode('Structure;Contact\nMaison des aînés;Lou Petit\n')
  // an import takes its file with it: who imports once more leaves it again
  const redeposer = () => Promise.all([plan, liste].map((octets) => deposer(donnees, scene.perimetre, octets)))
  const [depot, depotDeLaListe] = (await redeposer()) as [string, string]
  const demande = { depot, nom: 'plan.xlsx', appariement: null, contratId: null, ecraser: false }
  const paire = { un: await uneStructure(scene, 'Croix-Rouge'), autre: await uneStructure(scene, 'Croix rouge') }
  reussi(await distinguerStructures(scene, { unId: paire.un, autreId: paire.autre }))
  const relation = async (autreId: string) =>
    reussi(
      await declarerRelation(scene, { structureId: annuaire.structure, autreId, niveau: 2, debut: '2025', source: 'Entretien' })
    ).id
  const [relationVivante, relationRetiree] = [await relation(paire.un), await relation(paire.autre)]
  reussi(await retirerRelation(scene, { id: relationRetiree }))
  const contacts = {
    depot: depotDeLaListe,
    nom: 'contacts.csv',
    ...enAdresse({ feuille: 'contacts', ligne: 0, roles: ['structure', 'nom_complet'], recopier: false })
  }
  // the last act on the fiche: any page of acts undoes it, and that of the changes of many too
  reussi(await changerEnLot(scene, { ids: [vivants.fiche], champ: 'priorite', valeur: 'eleve' }))
  return {
    scene,
    jetons,
    ...annuaire,
    ...vivants,
    ...vie,
    ...suivi,
    ...instances,
    ...demandes,
    ...espaces,
    ...posteRetire.vivants,
    ...partenariat.vivants,
    ...pieces.vivants,
    releve: releves.vivant,
    relation: relationVivante,
    retires: {
      relation: relationRetiree,
      ...retires,
      ...suiviRetire,
      ...posteRetire.retires,
      ...partenariat.retires,
      ...pieces.retires,
      releve: releves.retire
    },
    transversal,
    indicateur,
    membre: membre!,
    membreRetire: membreRetire!,
    convention: reussi(await ajouterConvention(scene, convention)).id,
    plan,
    redeposer,
    geste: await dernierGeste(scene, vivants.fiche),
    depot,
    contacts,
    paire,
    lien: await emettre('connexion', scene.acteur.compteId),
    params: {
      territoire: scene.slug,
      contrat: vivants.contrat,
      axe: vivants.axes[0]!,
      fiche: vivants.fiche,
      structure: annuaire.structure,
      personne: annuaire.personne,
      instance: instances.instance,
      seance: instances.seance,
      jeton: instances.jeton,
      code: instances.code,
      lettre: instances.lettre,
      rappel: instances.rappel,
      demande: demandes.demande,
      soi,
      rendu,
      adresse: instances.adresse,
      questionnaire: instances.questionnaire,
      support: instances.support,
      annexe: instances.annexe,
      import: reussi(await demanderImport(scene, { demande, lignes: 3 })).id,
      objet: vivants.fiche,
      lieu: scene.slug,
      extension: 'docx',
      tableur: 'csv'
    } as Record<string, string>
  }
}

export type Decor = Awaited<ReturnType<typeof unDecor>>
