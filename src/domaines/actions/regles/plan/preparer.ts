import type { Cellule, Feuille, Fusion } from '#platform/classeur.ts'
import { texteDe } from '#platform/classeur/libre.ts'
import type { Remarque } from '../../schema/plan.ts'
import type { Entete } from './colonnes.ts'
import type { LigneBrute } from './lignes.ts'
import { lireNumero } from './numero.ts'

type Prepare = { entete: Entete; lignes: LigneBrute[]; avertissements: Remarque[] }

const AXES = ['axe', 'sousAxe', 'sousSousAxe'] as const
const MOT_D_AXE = /^(?:axe|orientation|volet|priorit[ée]|th[ée]matique|objectif strat[ée]gique|enjeu|domaine)s?\b/iu

/**
 * Rows of a free file made like those of the template: a band over a group becomes its axis, the rows that share a merged title
 * become one, and an empty axis takes the one above when `recopier`.
 */
export function preparer(feuille: Feuille, entete: Entete, brutes: readonly LigneBrute[], recopier: boolean): Prepare {
  const avertissements: Remarque[] = []
  const avertir = (ligne: number, colonne: string, motif: string) =>
    void avertissements.push({ feuille: feuille.nom, ligne, colonne, motif })
  const avecBandes = entete.colonnes.some(({ role }) => role === 'axe')
    ? { entete, lignes: [...brutes] }
    : poserBandes(feuille, entete, brutes, avertir)
  const lignes = joindreLesSuites(feuille, avecBandes.entete, avecBandes.lignes, avertir)
  direLesFusions(feuille, avecBandes.entete, avertir)
  return {
    entete: avecBandes.entete,
    lignes: recopier ? recopierLesAxes(feuille, avecBandes.entete, lignes) : lignes,
    avertissements
  }
}

type Avertir = (ligne: number, colonne: string, motif: string) => void

/** « AXE 1 – ACCÈS AUX SOINS » alone on its row, over the actions of the axis. « 1.2 » stands under the axis before it. */
function poserBandes(feuille: Feuille, entete: Entete, brutes: readonly LigneBrute[], avertir: Avertir) {
  const largeur = Math.max(0, ...entete.colonnes.map(({ index }) => index + 1))
  let axe: string | null = null
  let sousAxe: string | null = null
  const lignes = brutes.flatMap((brute) => {
    const texte = bandeDe(feuille, entete, brute, largeur)
    if (texte === null) {
      const cellules = Array.from({ length: largeur }, (_, index) => brute.cellules[index] ?? null)
      return [{ ...brute, cellules: [...cellules, axe, sousAxe] }]
    }
    const { numero } = lireNumero(texte)
    if (axe !== null && numero?.includes('.')) sousAxe = texte
    else {
      axe = texte
      sousAxe = null
    }
    avertir(brute.ligne, '', `« ${texte} », seul sur sa ligne, est lu comme l’axe des actions qui suivent.`)
    return []
  })
  if (lignes.length === brutes.length) return { entete, lignes: [...brutes] }
  const ajoutees = [
    { index: largeur, nom: 'Axe', role: 'axe' as const, financeur: null },
    { index: largeur + 1, nom: 'Sous-axe', role: 'sousAxe' as const, financeur: null }
  ].filter(({ role }) => !entete.colonnes.some((une) => une.role === role))
  return { entete: { ...entete, colonnes: [...entete.colonnes, ...ajoutees] }, lignes }
}

function bandeDe(feuille: Feuille, entete: Entete, brute: LigneBrute, largeur: number): string | null {
  const pleines = brute.cellules.flatMap((cellule, index) => (cellule === null ? [] : [{ index, texte: texteDe(cellule) }]))
  const [seule] = pleines
  if (pleines.length !== 1 || seule!.texte === null || typeof brute.cellules[seule!.index] !== 'string') return null
  const etendue = feuille.fusions.some(
    (zone) => zone.ligne === brute.ligne - 1 && zone.colonne === seule!.index && zone.largeur >= Math.max(2, largeur / 2)
  )
  return etendue || MOT_D_AXE.test(seule!.texte) ? seule!.texte : null
}

/** Rows under a title merged over several of them say more of the same action. */
function joindreLesSuites(feuille: Feuille, entete: Entete, lignes: readonly LigneBrute[], avertir: Avertir): LigneBrute[] {
  const titre = entete.colonnes.find(({ role }) => role === 'titre')!
  const sousTitre = entete.colonnes.find(({ role }) => role === 'sousTitre')
  const zones = indexer(feuille, titre.index)
  if (zones.size === 0) return [...lignes]
  const jointes: LigneBrute[] = []
  for (const ligne of lignes) {
    const zone = zones.get(ligne.ligne - 1)
    const premiere = zone && jointes.findLast((une) => une.ligne === zone.ligne + 1)
    const suite = premiere && (!sousTitre || texteDe(ligne.cellules[sousTitre.index]) === null)
    if (!suite) {
      jointes.push({ ...ligne, cellules: [...ligne.cellules] })
      continue
    }
    avertir(ligne.ligne, titre.nom, `Cette ligne complète l’action de la ligne ${premiere.ligne}, dont le titre est fusionné.`)
    ligne.cellules.forEach((cellule, index) => {
      if (cellule === null) return
      const [avant, apres] = [texteDe(premiere.cellules[index]), texteDe(cellule)]
      if (avant === null) premiere.cellules[index] = cellule
      else if (avant !== apres) premiere.cellules[index] = `${avant}\n${apres}`
    })
  }
  return jointes
}

/** Each row that a vertical merge of a column covers from above, with its zone. */
function indexer(feuille: Feuille, colonne: number): Map<number, Fusion> {
  const parLigne = new Map<number, Fusion>()
  for (const zone of feuille.fusions)
    if (zone.colonne === colonne) for (let pas = 1; pas < zone.hauteur; pas++) parLigne.set(zone.ligne + pas, zone)
  return parLigne
}

/** A merged value counts for its first row only, but for axes and titles: to be said. */
function direLesFusions(feuille: Feuille, entete: Entete, avertir: Avertir): void {
  const lues = new Map(entete.colonnes.map((colonne) => [colonne.index, colonne]))
  const titres = indexer(feuille, entete.colonnes.find(({ role }) => role === 'titre')!.index)
  for (const { ligne, colonne, hauteur } of feuille.fusions) {
    const sienne = lues.get(colonne)
    if (!sienne || hauteur < 2 || ligne <= entete.ligne || texteDe(feuille.lignes[ligne]?.[colonne]) === null) continue
    if ((AXES as readonly string[]).includes(sienne.role) || sienne.role === 'titre') continue
    const memeAction = Array.from({ length: hauteur - 1 }, (_, pas) => ligne + 1 + pas).every((rang) => titres.has(rang))
    if (memeAction) continue
    avertir(
      ligne + 1,
      sienne.nom,
      `Cette case est fusionnée sur ${hauteur} lignes. Sa valeur n’est reprise que pour la première : recopiez-la dans le fichier si elle vaut pour les autres.`
    )
  }
}

/** An axis is written once over its group: the rows under it have it too, until another or until the level above changes. */
function recopierLesAxes(feuille: Feuille, entete: Entete, lignes: readonly LigneBrute[]): LigneBrute[] {
  const colonnes = AXES.flatMap((role) => entete.colonnes.find((une) => une.role === role) ?? [])
  const fusions = colonnes.map(({ index }) => indexer(feuille, index))
  const courants: Cellule[] = colonnes.map(() => null)
  return lignes.map((ligne) => {
    const cellules = [...ligne.cellules]
    colonnes.forEach(({ index }, niveau) => {
      const zone = fusions[niveau]!.get(ligne.ligne - 1)
      const dite = cellules[index] ?? (zone ? (feuille.lignes[zone.ligne]?.[zone.colonne] ?? null) : null)
      if (texteDe(dite) !== null && texteDe(dite) !== texteDe(courants[niveau])) {
        courants[niveau] = dite
        courants.fill(null, niveau + 1)
      }
      cellules[index] = courants[niveau] ?? null
    })
    return { ...ligne, cellules }
  })
}
