import type { Classeur, Feuille } from '#platform/classeur.ts'
import { texteDe } from '#platform/classeur/libre.ts'
import { compter, normaliser } from '#platform/texte.ts'
import type { Appariement } from '../../schema/appariement.ts'
import {
  FEUILLE_HORS_CONTRAT,
  FEUILLES_MODELE,
  REPERE_DU_CONTRAT,
  type LignePlan,
  type PlanLu,
  type Remarque
} from '../../schema/plan.ts'
import { lireAnnexes } from './annexes.ts'
import { lignesBrutes, TITRE, titreAuDessus } from './brutes.ts'
import { trouverEntete, type Entete } from './colonnes.ts'
import { lireLibre } from './libre.ts'
import { ranger, type LigneBrute } from './lignes.ts'
import { direSignes } from './signes.ts'

type Candidate = { feuille: Feuille; entete: Entete; lignes: LigneBrute[]; avertissements: Remarque[] }

/**
 * A plan from a spreadsheet in either edition of the national template, or near it: the sheet and the row of names are found
 * by their content, the columns by their names. Refused whole when there is no such sheet, no title column or nothing under it;
 * everything else is read, with a warning where something was not understood, and no cell is lost. With an `appariement`, a free file
 * is read as a person said (`lireLibre`).
 */
export function lirePlan(classeur: Classeur, appariement: Appariement | null = null): PlanLu {
  const contrat = repereDuContrat(classeur)
  if (appariement) {
    const libre = lireLibre(classeur, appariement)
    return { ...libre, contrat, avertissements: trier(libre.avertissements, libre.lignes) }
  }
  const vide: PlanLu = { titre: null, contrat, axes: [], lignes: [], annexes: null, refus: [], avertissements: [] }
  const refuser = (feuille: string, ligne: number, motif: string): PlanLu => ({
    ...vide,
    refus: [{ feuille, ligne, colonne: TITRE, motif }]
  })
  const candidates = classeur.feuilles.flatMap((feuille) => {
    const entete = trouverEntete(feuille)
    return entete ? [candidate(feuille, entete)] : []
  })
  const premiere = classeur.feuilles[0]?.nom ?? ''
  if (candidates.length === 0) {
    return refuser(
      premiere,
      1,
      `Aucune feuille ne porte les colonnes d’un plan d’action. Gardez dans les quinze premières lignes les noms de colonnes du modèle : « ${TITRE} », « Axe », « Statut »…`
    )
  }
  const avecTitre = candidates.filter(({ entete }) => entete.colonnes.some(({ role }) => role === 'titre'))
  const [horsContrat, duPlan] = partager(avecTitre)
  const choisie = laPlusGarnie(duPlan) ?? laPlusGarnie(horsContrat)
  if (!choisie) {
    const { feuille, entete } = laPlusGarnie(candidates)!
    return refuser(
      feuille.nom,
      entete.ligne + 1,
      `La feuille « ${feuille.nom} » n’a pas de colonne de titre. Ajoutez une colonne « ${TITRE} » à la ligne ${entete.ligne + 1}.`
    )
  }
  const { feuille, entete, lignes } = choisie
  const hors = horsContrat.filter((une) => une !== choisie && une.lignes.length > 0)
  if (lignes.length === 0 && hors.length === 0) {
    return refuser(
      feuille.nom,
      entete.ligne + 2,
      `La feuille « ${feuille.nom} » ne contient aucune action. Remplissez une ligne par action sous les noms de colonnes, puis recommencez.`
    )
  }
  const autres = duPlan.filter((une) => une !== choisie && une.lignes.length > 0).map((une) => doublon(une, choisie))
  const seule = horsContrat.includes(choisie)
  const range = ranger([{ ...choisie, hors: seule }, ...hors.map((une) => ({ ...une, hors: true }))], classeur.base1904)
  return {
    titre: seule ? null : titreAuDessus(feuille, entete.ligne),
    contrat,
    axes: range.axes,
    lignes: range.lignes,
    annexes: lireAnnexes(classeur),
    refus: [],
    avertissements: trier(
      [
        ...autres,
        ...direSignes(classeur, feuille.nom),
        ...[choisie, ...hors].flatMap((une) => une.avertissements),
        ...range.avertissements
      ],
      range.lignes
    )
  }
}

/** The contract that our own export says it came from, in its help sheet. */
function repereDuContrat({ feuilles }: Classeur): string | null {
  const aide = feuilles.find(({ nom }) => normaliser(nom) === normaliser(FEUILLES_MODELE.aide))
  const dits = aide?.lignes.flatMap((ligne) => ligne.flatMap((cellule) => texteDe(cellule) ?? [])) ?? []
  return dits.find((texte) => texte.startsWith(REPERE_DU_CONTRAT))?.slice(REPERE_DU_CONTRAT.length) ?? null
}

/** Whether a sheet has the columns of the national template, its title among them: such a file is read without asking. */
export const estLeModele = (classeur: Classeur): boolean =>
  classeur.feuilles.some((feuille) => trouverEntete(feuille)?.colonnes.some(({ role }) => role === 'titre'))

/** The sheets of the actions that stand in no contract, known by their name, and the others. */
function partager(candidates: readonly Candidate[]): [Candidate[], Candidate[]] {
  const nom = normaliser(FEUILLE_HORS_CONTRAT)
  const horsContrat = candidates.filter(({ feuille }) => normaliser(feuille.nom) === nom)
  return [horsContrat, candidates.filter((une) => !horsContrat.includes(une))]
}

/** Visible sheets first, then the one with most rows. */
function laPlusGarnie(candidates: readonly Candidate[]): Candidate | undefined {
  const poids = (une: Candidate) => (une.lignes.length > 0 && !une.feuille.masquee ? 1e9 : 0) + une.lignes.length
  return candidates.toSorted((a, b) => poids(b) - poids(a))[0]
}

function doublon(autre: Candidate, choisie: Candidate): Remarque {
  return {
    feuille: autre.feuille.nom,
    ligne: autre.entete.ligne + 1,
    colonne: TITRE,
    motif:
      `Deux feuilles portent des actions. « ${choisie.feuille.nom} », qui a ${compter(choisie.lignes.length, 'ligne')}, est lue ; ` +
      `« ${autre.feuille.nom} », qui en a ${autre.lignes.length}, ne l’est pas. Importez-la à part si elle compte.`
  }
}

const candidate = (feuille: Feuille, entete: Entete): Candidate => ({
  feuille,
  entete,
  ...lignesBrutes(feuille, entete.ligne + 1)
})

const trier = (remarques: Remarque[], lignes: readonly LignePlan[]): Remarque[] => {
  const feuille = lignes[0]?.feuille
  return remarques.toSorted((a, b) => Number(a.feuille === feuille) - Number(b.feuille === feuille) || a.ligne - b.ligne)
}
