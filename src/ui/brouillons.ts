/** What was typed in a form and not sent: names and values, in the order of the form, and when (milliseconds). */
export type Brouillon = { quand: number; valeurs: [nom: string, valeur: string][] }

/** Whether two drafts say the same words; what was on the screen when they were typed (`lu`) is no word of theirs. */
export const disentLaMemeChose = (un: Brouillon['valeurs'], autre: Brouillon['valeurs']): boolean => {
  const mots = (valeurs: Brouillon['valeurs']) => JSON.stringify(valeurs.filter(([nom]) => nom !== 'lu'))
  return mots(un) === mots(autre)
}

type Tiroir = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIXE = 'brouillon '
/** Past this, what was typed is no longer offered, and goes. */
const DUREE = 7 * 24 * 3600 * 1000

/** Keeps a draft; a full or forbidden storage keeps nothing, and the form works as without it. */
export function retenirBrouillon(tiroir: Tiroir, cle: string, brouillon: Brouillon): void {
  try {
    tiroir.setItem(PREFIXE + cle, JSON.stringify(brouillon))
  } catch {
    // nothing is promised where the browser keeps nothing
  }
}

/** The draft of a form, null when there is none, when it is too old or was not written by us. */
export function lireBrouillon(tiroir: Tiroir, cle: string, maintenant: number): Brouillon | null {
  try {
    const lu = JSON.parse(tiroir.getItem(PREFIXE + cle) ?? 'null') as Brouillon | null
    if (!lu || typeof lu.quand !== 'number' || !Array.isArray(lu.valeurs)) return null
    if (maintenant - lu.quand <= DUREE) return lu
    oublierBrouillon(tiroir, cle)
  } catch {
    // the same
  }
  return null
}

/** What follows this beginning in the keys of the drafts that are still offered, in their order. */
export function brouillonsDe(tiroir: Tiroir, debut: string, maintenant: number): string[] {
  try {
    const cles = Array.from({ length: tiroir.length }, (_, rang) => tiroir.key(rang)!)
    return cles
      .filter((cle) => cle.startsWith(PREFIXE + debut) && lireBrouillon(tiroir, cle.slice(PREFIXE.length), maintenant))
      .map((cle) => cle.slice(PREFIXE.length + debut.length))
      .toSorted()
  } catch {
    return []
  }
}

export function oublierBrouillon(tiroir: Tiroir, cle: string): void {
  try {
    tiroir.removeItem(PREFIXE + cle)
  } catch {
    // the same
  }
}

/** Nothing of what a person typed stays on the machine after she signs out. */
export function oublierBrouillons(tiroir: Tiroir): void {
  try {
    const cles = Array.from({ length: tiroir.length }, (_, rang) => tiroir.key(rang)!)
    for (const cle of cles) if (cle.startsWith(PREFIXE)) tiroir.removeItem(cle)
  } catch {
    // the same
  }
}
