/** Sections of a fiche that two people may write at once, and the fields that each holds. */
export const CHAMPS_DES_SECTIONS: Record<string, readonly string[]> = {
  titre: ['titre', 'numero'],
  textes: ['contexte', 'description', 'moyens', 'mutualises', 'mutualisation'],
  bref: [
    'statut',
    'nature',
    'motifExistante',
    'priorite',
    'debut',
    'fin',
    'calendrier',
    'ameliorationContinue',
    'participation',
    'ottawa',
    'gouvernance'
  ],
  classement: ['thematiques', 'types', 'facettes', 'ages', 'publics', 'milieux'],
  suivi: ['vigilance', 'notes', 'documents', 'liens'],
  objectifs: ['objectifs'],
  intervenants: ['intervenants'],
  quartiers: ['quartiers'],
  etapes: ['etapes'],
  budget: ['budgetPrevisionnel', 'budgetTaxe', 'financements'],
  postes: ['postes'],
  indicateurs: ['indicateurs']
}

/** Sections whose fields are plain: each field is compared for itself. The others are one list, compared as a whole. */
const CHAMP_PAR_CHAMP: ReadonlySet<string> = new Set(['titre', 'textes', 'bref', 'classement', 'suivi'])

const pareil = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** What a section of a fiche says now, as one text: it goes with the form, and comes back with what was typed. */
export function instantane(section: string, fiche: Record<string, unknown>): string | null {
  const champs = CHAMPS_DES_SECTIONS[section]
  if (!champs) return null
  return JSON.stringify(
    champs.map((champ) => {
      const valeur = fiche[champ] ?? null
      // a reading noted meanwhile does not touch what the indicator is
      return champ === 'indicateurs' ? (valeur as Record<string, unknown>[]).map(({ valeurs: _, ...reste }) => reste) : valeur
    })
  )
}

export type Confrontation = { garder: Record<string, unknown> } | { conflits: string[] }

/**
 * What two people wrote in one section: `lu` is what this person saw, `actuel` what is there now, `voulu` what she sends (fields as the
 * command reads them). What she did not change is left as it is now, so that edits to different fields both stand; a field that both
 * changed, differently, is a conflict.
 */
export function confronter(section: string, lu: string, actuel: string, voulu: Record<string, unknown>): Confrontation {
  if (lu === actuel) return { garder: voulu }
  const champs = CHAMPS_DES_SECTIONS[section]!
  const [avant, apres] = [lireInstantane(lu, champs), lireInstantane(actuel, champs)]
  const changes = champs.filter((champ) => !pareil(avant[champ], apres[champ]))
  if (!CHAMP_PAR_CHAMP.has(section)) return changes.length > 0 ? { conflits: changes } : { garder: voulu }
  const siens = Object.fromEntries(
    Object.entries(voulu).filter(([champ, valeur]) => !champs.includes(champ) || !pareil(valeur, avant[champ]))
  )
  const conflits = changes.filter((champ) => champ in siens && !pareil(siens[champ], apres[champ]))
  return conflits.length > 0 ? { conflits } : { garder: siens }
}

/** Fields of a text made by `instantane`; a text that is not one says that nothing was seen. */
export function lireInstantane(texte: string, champs: readonly string[]): Record<string, unknown> {
  try {
    const valeurs: unknown = JSON.parse(texte)
    return Array.isArray(valeurs) ? Object.fromEntries(champs.map((champ, rang) => [champ, valeurs[rang] ?? null])) : {}
  } catch {
    return {}
  }
}
