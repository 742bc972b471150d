import type { Classeur, Feuille } from '#platform/classeur.ts'
import { compter } from '#platform/texte.ts'
import type { LignePlan, PlanLu, Remarque } from '../../schema/plan.ts'
import { trouverEntete, type Entete } from './colonnes.ts'
import { ranger, type LigneBrute } from './lignes.ts'
import { estUneConsigne, estUnMotDuBandeau, natureDeLigne } from './modele.ts'
import { texteDe } from './valeurs.ts'

type Candidate = { feuille: Feuille; entete: Entete; lignes: LigneBrute[]; avertissements: Remarque[] }

const TITRE = 'Titre de la fiche action'

/**
 * A plan from a spreadsheet in either edition of the national template, or near it: the sheet and the row of names are found
 * by their content, the columns by their names. Refused whole when there is no such sheet, no title column or nothing under it;
 * everything else is read, with a warning where something was not understood, and no cell is lost.
 */
export function lirePlan(classeur: Classeur): PlanLu {
  const vide: PlanLu = { titre: null, axes: [], lignes: [], refus: [], avertissements: [] }
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
  const choisie = laPlusGarnie(avecTitre)
  if (!choisie) {
    const { feuille, entete } = laPlusGarnie(candidates)!
    return refuser(
      feuille.nom,
      entete.ligne + 1,
      `La feuille « ${feuille.nom} » n’a pas de colonne de titre. Ajoutez une colonne « ${TITRE} » à la ligne ${entete.ligne + 1}.`
    )
  }
  const { feuille, entete, lignes } = choisie
  if (lignes.length === 0) {
    return refuser(
      feuille.nom,
      entete.ligne + 2,
      `La feuille « ${feuille.nom} » ne contient aucune action. Remplissez une ligne par action sous les noms de colonnes, puis recommencez.`
    )
  }
  const autres = avecTitre.filter((une) => une !== choisie && une.lignes.length > 0).map((une) => doublon(une, choisie))
  const range = ranger(feuille, entete, lignes, classeur.base1904)
  return {
    titre: titreDe(feuille, entete),
    axes: range.axes,
    lignes: range.lignes,
    refus: [],
    avertissements: trier([...autres, ...choisie.avertissements, ...range.avertissements], range.lignes)
  }
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

/** Rows that hold something once the template's own hints, instructions and example are taken away. */
function candidate(feuille: Feuille, entete: Entete): Candidate {
  const lignes: LigneBrute[] = []
  const avertissements: Remarque[] = []
  feuille.lignes.slice(entete.ligne + 1).forEach((brute, rang) => {
    const ligne = entete.ligne + 2 + rang
    let consignes = 0
    const cellules = brute.map((cellule) => {
      const texte = texteDe(cellule)
      if (texte === null) return null
      const consigne = estUneConsigne(texte)
      if (consigne) consignes++
      return consigne ? null : cellule
    })
    const textes = cellules.map(texteDe).filter((texte) => texte !== null)
    const nature = natureDeLigne(textes)
    if (textes.length === 0 || nature === 'modele') return
    lignes.push({ ligne, cellules })
    if (consignes > 0 || nature === 'douteuse') {
      const motif =
        'Cette ligne contient encore des textes du modèle vide (consigne ou exemple). Elle est lue comme une action : vérifiez-la, ou supprimez-la du fichier.'
      avertissements.push({ feuille: feuille.nom, ligne, colonne: TITRE, motif })
    }
  })
  return { feuille, entete, lignes, avertissements }
}

/** The plan's own title stands in the banner over the column names. */
function titreDe(feuille: Feuille, entete: Entete): string | null {
  for (const ligne of feuille.lignes.slice(0, entete.ligne)) {
    const titre = ligne.map(texteDe).find((texte) => texte !== null)
    if (titre && !estUnMotDuBandeau(titre)) return titre.replace(/\s+/g, ' ')
  }
  return null
}

const trier = (remarques: Remarque[], lignes: readonly LignePlan[]): Remarque[] => {
  const feuille = lignes[0]?.feuille
  return remarques.toSorted((a, b) => Number(a.feuille === feuille) - Number(b.feuille === feuille) || a.ligne - b.ligne)
}
