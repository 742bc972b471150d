import { ClasseurIllisible } from '#platform/classeur.ts'
import { lireClasseur } from '#platform/classeur.server.ts'
import { lirePlan } from '../regles/plan/lire.ts'
import type { DifferenceLigne, PlanLu } from '../schema/plan.ts'

/** The plan that a file tells, or the French sentence that says why it cannot be read as a spreadsheet. */
export const lirePlanDuFichier = async (octets: Uint8Array, nom: string): Promise<PlanLu | string> =>
  lireClasseur(octets, nom).then(lirePlan, (faute: unknown) => {
    if (faute instanceof ClasseurIllisible) return faute.message
    throw faute
  })

/** What a preview shows of each row: where it stands in the file, and what would happen to it. */
export const lignesDApercu = (lignes: readonly DifferenceLigne[]) =>
  lignes.map(({ ligne, etat, champs }) => ({
    etat,
    champs,
    feuille: ligne.feuille,
    ligne: ligne.ligne,
    nature: ligne.nature,
    axes: ligne.axes,
    titre: ligne.champs.titre
  }))
