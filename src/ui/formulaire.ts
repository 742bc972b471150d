import { getContext, setContext } from 'svelte'

/** What a door answers to a form that was refused: refusals by field (« » for the whole), values as typed, and which form. */
export type Retour = { erreurs?: Record<string, string[]>; valeurs?: Record<string, string>; formulaire?: string } | null | undefined

type Lecture = { erreurs: Record<string, string[]>; valeurs: Record<string, string>; prefixe: string }
const CLE = Symbol('formulaire')

/** Makes the errors and the typed values of a form known to the fields inside it. */
export const poserFormulaire = (lecture: () => Lecture): void => void setContext(CLE, lecture)

/** The errors and typed value of a field of the form around it. */
export function champDuFormulaire(nom: string): { id: string; erreurs: string[]; valeur: string | undefined } {
  const { erreurs, valeurs, prefixe } = getContext<(() => Lecture) | undefined>(CLE)?.() ?? { erreurs: {}, valeurs: {}, prefixe: '' }
  return { id: `${prefixe}${nom}`.replace(/[^\w-]+/g, '-'), erreurs: erreurs[nom] ?? [], valeur: valeurs[nom] }
}

type Renforcement = (form: HTMLFormElement, envoyer?: (envoi: { formElement: HTMLFormElement; cancel(): void }) => (suite: { result: { type: string; status?: number }; update(options?: { reset?: boolean }): Promise<void> }) => Promise<void> | void) => { destroy(): void }
const RENFORCER = Symbol('renforcement')

/** Given once by the root layout: how a form is sent without leaving the page. Without it (no script) the browser sends it. */
export const poserRenforcement = (renforcer: Renforcement): void => void setContext(RENFORCER, renforcer)
export const lireRenforcement = (): Renforcement | undefined => getContext(RENFORCER)
