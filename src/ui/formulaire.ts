import { getContext, setContext, type Snippet } from 'svelte'

/** What a door answers to a form that was refused: refusals by field (« » for the whole), values as typed, and which form. Boxes of one name: one value a line. */
export type Retour =
  | {
      erreurs?: Record<string, string[]>
      valeurs?: Record<string, string>
      formulaire?: string
      precisions?: Record<string, unknown>
    }
  | null
  | undefined

type Lecture = { erreurs: Record<string, string[]>; valeurs: Record<string, string> | null; prefixe: string }
const CLE = Symbol('formulaire')
const SANS_FORMULAIRE: Lecture = { erreurs: {}, valeurs: null, prefixe: '' }

/** Makes the errors and the typed values of a form known to the fields inside it. */
export const poserFormulaire = (lecture: () => Lecture): void => void setContext(CLE, lecture)

/** The reading of the form around a component; outside any form, a field has no error and no typed value. */
const lireFormulaire = (): Lecture => getContext<(() => Lecture) | undefined>(CLE)?.() ?? SANS_FORMULAIRE

/** The id of a field: the same for its label, its error and the link of the summary. */
export const idDuChamp = (prefixe: string, nom: string): string => `${prefixe}${nom}`.replace(/[^\w-]+/g, '-')

/**
 * Refusals in the order of the fields: a browser sends them as they stand in the page. What concerns the whole form comes first, what was not
 * sent (a box left unticked) last.
 */
export function dansLOrdre(erreurs: Record<string, string[]>, valeurs: Record<string, string>): Record<string, string[]> {
  const envoyes = Object.keys(valeurs)
  const rang = (champ: string): number => {
    if (champ === '') return -1
    const place = envoyes.findIndex((nom) => nom === champ || nom.startsWith(`${champ}.`))
    return place < 0 ? envoyes.length : place
  }
  return Object.fromEntries(Object.entries(erreurs).toSorted(([un], [autre]) => rang(un) - rang(autre)))
}

/** A field of the form around it. `valeur` is what was typed, or undefined when nothing was sent back: the stored value is shown. */
export type ChampLu = { id: string; erreurs: string[]; valeur: string | undefined }

/** The errors and typed value of a field of the form around it. */
export function champDuFormulaire(nom: string): ChampLu {
  const { erreurs, valeurs, prefixe } = lireFormulaire()
  return { id: idDuChamp(prefixe, nom), erreurs: erreurs[nom] ?? [], valeur: valeurs?.[nom] }
}

/** Which boxes of a name were ticked. A browser sends nothing for an unticked box: a form sent back without the name has none. */
export function cochesDuFormulaire(nom: string): string[] | undefined {
  const { valeurs } = lireFormulaire()
  return valeurs ? (valeurs[nom]?.split('\n') ?? []) : undefined
}

/** How many rows of « nom » came back refused (etapes.0.titre, etapes[3]…): none may disappear from the page. */
export function rangeesDuFormulaire(nom: string): number {
  const { erreurs, valeurs } = lireFormulaire()
  const rangs = [...Object.keys(erreurs), ...Object.keys(valeurs ?? {})]
    .filter((cle) => cle.startsWith(nom))
    .map((cle) => /^[.[_-]?(\d+)/.exec(cle.slice(nom.length))?.[1])
    .filter((rang) => rang !== undefined)
  return Math.max(0, ...rangs.map((rang) => Number(rang) + 1))
}

type Resultat = {
  type: string
  status?: number
  location?: string
  data?: { precisions?: Record<string, unknown> }
  error?: { status?: number; message?: string; reference?: string }
}
type Suite = (suite: { result: Resultat; update(options?: { reset?: boolean }): Promise<void> }) => Promise<void> | void
type Envoyer = (envoi: { formElement: HTMLFormElement; cancel(): void }) => Suite
export type Renforcement = (form: HTMLFormElement, envoyer?: Envoyer) => { destroy(): void }
const RENFORCER = Symbol('renforcement')
const LIRE_RESULTAT = Symbol('résultat')

/** Given once by the root layout: how a form is sent without leaving the page. Without it (no script) the browser sends it. */
export const poserRenforcement = (renforcer: Renforcement): void => void setContext(RENFORCER, renforcer)
export const lireRenforcement = (): Renforcement | undefined => getContext(RENFORCER)

/** Given once too: reads what a door answered to a form that a script sends while one types, without touching the page. */
export const poserLectureDeResultat = (lire: (texte: string) => Resultat): void => void setContext(LIRE_RESULTAT, lire)
export const lectureDeResultat = (): ((texte: string) => Resultat) => getContext(LIRE_RESULTAT)

/**
 * What a page knows of its sections when several people may write them: what each said when it was read (it goes with the form), and how to
 * show what somebody else wrote meanwhile; and under which name what is typed is kept on the machine.
 */
export type Concurrence = {
  lu: (section: string) => string | null
  brouillon: (section: string) => string
  entreTemps: Snippet<[precisions: Record<string, unknown>]>
}
const CONCURRENCE = Symbol('concurrence')
export const poserConcurrence = (concurrence: Concurrence): void => void setContext(CONCURRENCE, concurrence)
export const lireConcurrence = (): Concurrence | undefined => getContext(CONCURRENCE)
