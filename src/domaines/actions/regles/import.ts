import type { EtatImport, ImportSuivi } from '../schema/import.ts'

/** Longer than any single statement of an import: past it, the process that did it is gone and nothing was written. */
export const SILENCE = 3 * 60 * 1000

/** Where an import is, for who follows it. */
export type EtatVu = EtatImport | 'interrompu'

/** What is stored, unless an import under way has given no sign of life. */
export const etatVu = ({ etat, vuLe }: Pick<ImportSuivi, 'etat' | 'vuLe'>, maintenant: Date): EtatVu =>
  etat === 'en_cours' && maintenant.getTime() - vuLe.getTime() > SILENCE ? 'interrompu' : etat

/** Whether something may still change: the page asks again. */
export const vaEncore = (etat: EtatVu): boolean => etat === 'en_attente' || etat === 'en_cours'

/** Hundredths done; half a hundredth at least once it has begun, never the whole before its end. */
export const partFaite = ({ fait, total }: Pick<ImportSuivi, 'fait' | 'total'>): number =>
  total === 0 ? 0 : Math.min(99, Math.floor((100 * fait) / total))
