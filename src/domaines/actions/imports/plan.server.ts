import { ClasseurIllisible, type Classeur } from '#platform/classeur.ts'
import { lireClasseur, lireTableauxWord } from '#platform/classeur.server.ts'
import { rolesRetenus } from '#platform/classeur/libre.ts'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { lireAppariement } from '#platform/appariements.server.ts'
import { previsualiserPlan } from '../queries/plan.server.ts'
import { veutUnContrat } from '../regles/plan/cible.ts'
import { estLeModele, lirePlan } from '../regles/plan/lire.ts'
import { proposerAppariement, type Proposition } from '../regles/plan/libre.ts'
import { feuillesDesTableaux } from '../regles/plan/fiches-word.ts'
import type { Appariement } from '../schema/appariement.ts'
import type { ChoixDeCible } from '../schema/import.ts'
import type { DifferenceLigne, PlanLu } from '../schema/plan.ts'

/** A spreadsheet, or the tables of a .docx, as neutral cells; or the French sentence that says why it cannot be read. */
export const ouvrirFichier = async (octets: Uint8Array, nom: string): Promise<Classeur | string> =>
  (/\.doc[xm]$/i.test(nom) ? lireWord(octets) : lireClasseur(octets, nom)).catch((faute: unknown) => {
    if (faute instanceof ClasseurIllisible) return faute.message
    throw faute
  })

/** The fiches of a text document as one sheet, its other tables as so many. */
async function lireWord(octets: Uint8Array): Promise<Classeur | string> {
  const { tableaux, macros } = await lireTableauxWord(octets)
  const feuilles = feuillesDesTableaux(tableaux)
  return feuilles.length === 0 ? SANS_TABLEAU : { base1904: false, signes: macros ? [{ sorte: 'macros' }] : [], feuilles }
}

const SANS_TABLEAU =
  'Aucun tableau de fiches n’est reconnu dans ce document. Il en faut un par fiche, avec les intitulés à gauche (« Titre », « Pilote », « Objectifs »…), ou un seul avec les noms de colonnes en haut. Mettez vos fiches ainsi, ou dans un tableur, puis recommencez.'

/** The plan that a file tells, as a person matched its columns when it is not the template; or the sentence of its refusal. */
export const lirePlanDuFichier = async (
  octets: Uint8Array,
  nom: string,
  appariement: Appariement | null = null
): Promise<PlanLu | string> => {
  const classeur = await ouvrirFichier(octets, nom)
  return typeof classeur === 'string' ? classeur : lirePlan(classeur, appariement)
}

/** A proposition, and whether it is what this territory said of the same columns before. */
export type PropositionConnue = Proposition & { retenue: boolean }

/** What is proposed for a free file: what was said of the same columns the last time, else what their names tell. */
export async function proposerColonnes(
  db: Tx,
  perimetre: Perimetre,
  classeur: Classeur,
  nom: string,
  voulue?: { feuille: string | null; ligne: number | null }
): Promise<PropositionConnue | null> {
  const proposition = proposerAppariement(classeur, nom, voulue)
  if (!proposition) return null
  const noms = proposition.entete.colonnes.map((colonne) => colonne.nom)
  const memoire = await lireAppariement<Appariement['roles'][number]>(db, perimetre, 'plan', noms)
  if (!memoire) return { ...proposition, retenue: false }
  const appariement = { ...proposition.appariement, roles: rolesRetenus(noms, memoire, 'note'), recopier: memoire.recopier }
  return { ...proposition, appariement, retenue: true }
}

/**
 * What to do of a file that has just come: the sentence of its refusal, or whether a person must say what its columns hold. The
 * template, and what is close to it, reads by itself, unless its columns were described otherwise before.
 */
export async function examinerFichier(
  db: Tx,
  perimetre: Perimetre,
  classeur: Classeur,
  nom: string
): Promise<{ refus: string } | { libre: boolean }> {
  const proposition = await proposerColonnes(db, perimetre, classeur, nom)
  if (proposition && (proposition.retenue || !estLeModele(classeur))) return { libre: true }
  const { refus } = lirePlan(classeur)
  return refus.length > 0 ? { refus: refus.map(({ motif }) => motif).join(' ') } : { libre: false }
}

/** Past these, a preview shows the first rows of each kind, and tells how many there are. */
const LIGNES_MONTREES = 500
const LIGNES_PAR_ETAT = 100
const AVERTISSEMENTS_MONTRES = 200
const NOMS_MONTRES = 300

/** What a page shows before anything is written, however large the plan; null when the contract is not of this territory. */
export async function apercevoirPlan(
  db: Tx,
  perimetre: Perimetre,
  plan: PlanLu,
  options: ChoixDeCible & { ecraser: boolean; maintenant: Date }
) {
  const vu = await previsualiserPlan(db, perimetre, plan, options)
  if (!vu) return null
  const { lignes, structures, personnes, quartiers, crees, modifies, inchanges } = vu.differences
  const neufs = [...structures, ...personnes].flatMap(({ id, nom }) => (id === null ? [nom] : []))
  const parEtat = Object.entries(Object.groupBy(lignes, ({ etat }) => etat))
  return {
    cible: vu.contrat && { id: vu.contrat.id, intitule: vu.contrat.intitule },
    raison: vu.raison,
    jumeau: vu.jumeau,
    sansContrat: vu.contrat === null && !veutUnContrat(plan),
    titre: plan.titre,
    refus: plan.refus,
    avertissements: plan.avertissements.slice(0, AVERTISSEMENTS_MONTRES),
    points: plan.avertissements.length,
    conflits: lignes.filter(({ champs }) => champs.some(({ conflit }) => conflit)).length,
    comptes: { crees, modifies, inchanges },
    noms: neufs.slice(0, NOMS_MONTRES),
    nomsTus: Math.max(0, neufs.length - NOMS_MONTRES),
    quartiers: quartiers.flatMap(({ id, nom }) => (id === null ? [nom] : [])).slice(0, NOMS_MONTRES),
    total: lignes.length,
    lignes:
      lignes.length <= LIGNES_MONTREES
        ? lignesDApercu(lignes)
        : parEtat.flatMap(([, siennes]) => lignesDApercu(siennes.slice(0, LIGNES_PAR_ETAT)))
  }
}

/** What a preview shows of each row: where it stands in the file, and what would happen to it. */
const lignesDApercu = (lignes: readonly DifferenceLigne[]) =>
  lignes.map(({ ligne, etat, champs }) => ({
    etat,
    champs,
    feuille: ligne.feuille,
    ligne: ligne.ligne,
    nature: ligne.nature,
    axes: ligne.axes,
    hors: ligne.hors,
    titre: ligne.champs.titre
  }))
