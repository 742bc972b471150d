import type { ObjectifDossier } from '../schema/dossier.ts'
import type { NiveauObjectif } from '../schema/mots.ts'

export type ObjectifPlat = { niveau: NiveauObjectif; texte: string; resultat: string | null }

const PROFONDEUR: Record<NiveauObjectif, number> = { general: 0, specifique: 1, operationnel: 2 }

/** The tree that a list in reading order says: each objective belongs to the nearest wider one before it; a level may be missing. */
export function arbreDesObjectifs(plats: readonly ObjectifPlat[]): ObjectifDossier[] {
  const racines: ObjectifDossier[] = []
  const chemin: ObjectifDossier[] = []
  for (const plat of plats) {
    const noeud: ObjectifDossier = { ...plat, enfants: [] }
    while (chemin.length > 0 && PROFONDEUR[chemin.at(-1)!.niveau] >= PROFONDEUR[plat.niveau]) chemin.pop()
    ;(chemin.at(-1)?.enfants ?? racines).push(noeud)
    chemin.push(noeud)
  }
  return racines
}

/** The tree as a list in reading order. */
export function aplatirObjectifs(arbre: readonly ObjectifDossier[]): ObjectifPlat[] {
  return arbre.flatMap(({ niveau, texte, resultat, enfants }) => [{ niveau, texte, resultat }, ...aplatirObjectifs(enfants)])
}
