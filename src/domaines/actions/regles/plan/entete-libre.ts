import type { Classeur, Feuille } from '#platform/classeur.ts'
import * as libre from '#platform/classeur/libre.ts'
import { reconnaitreNom } from './proposer.ts'

/** The row of names of a sheet that tells a plan, from 0; null without any. */
export const trouverLigneDesNoms = (feuille: Feuille): number | null => libre.trouverLigneDesNoms(feuille, reconnaitreNom)

/** The sheet of a file that most likely tells a plan; null when none has names of columns. */
export const trouverFeuille = (classeur: Classeur): Feuille | null => libre.trouverFeuille(classeur, reconnaitreNom)
