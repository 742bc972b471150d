import type { Feuille } from '#platform/classeur.ts'
import { texteDe } from '#platform/classeur/libre.ts'
import type { Remarque } from '../../schema/plan.ts'
import type { LigneBrute } from './lignes.ts'
import { estUneConsigne, estUnMotDuBandeau, natureDeLigne } from './modele.ts'
import { estUnTotal } from './valeurs.ts'

/** What the reader calls the title when the file does not name it. */
export const TITRE = 'Titre de la fiche action'

/** Rows from this one (from 0) that hold something once the template's own hints, instructions and example are taken away. */
export function lignesBrutes(feuille: Feuille, depuis: number): { lignes: LigneBrute[]; avertissements: Remarque[] } {
  const lignes: LigneBrute[] = []
  const avertissements: Remarque[] = []
  feuille.lignes.slice(depuis).forEach((brute, rang) => {
    const ligne = depuis + 1 + rang
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
    if (estUnTotal(textes)) {
      const motif = `« ${textes[0]} » est lu comme une ligne de total : aucune action n’en est faite.`
      avertissements.push({ feuille: feuille.nom, ligne, colonne: '', motif })
      return
    }
    lignes.push({ ligne, cellules })
    if (consignes > 0 || nature === 'douteuse') {
      const motif =
        'Cette ligne contient encore des textes du modèle vide (consigne ou exemple). Elle est lue comme une action : vérifiez-la, ou supprimez-la du fichier.'
      avertissements.push({ feuille: feuille.nom, ligne, colonne: TITRE, motif })
    }
  })
  return { lignes, avertissements }
}

/** The plan's own title stands in the banner over the row of column names (from 0). */
export function titreAuDessus(feuille: Feuille, noms: number): string | null {
  for (const ligne of feuille.lignes.slice(0, noms)) {
    const titre = ligne.map(texteDe).find((texte) => texte !== null)
    if (titre && !estUnMotDuBandeau(titre)) return titre.replace(/\s+/g, ' ')
  }
  return null
}
