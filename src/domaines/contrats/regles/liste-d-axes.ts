/** One axis of a pasted list; `profondeur` 0 at the top. */
export type AxeDeListe = { intitule: string; profondeur: number }

/**
 * Reads a list of axes as a letter or a spreadsheet gives it: one a line, numbered « 1. », « 1.2 », « Axe 1 : », or set in by spaces,
 * tabs or dashes under the one above. A level is never skipped: what is set in further stands just under the line before it.
 */
export function lireListeDAxes(texte: string): AxeDeListe[] {
  const lues: { intitule: string; retrait: number; numero: number | null }[] = []
  for (const ligne of texte.split('\n').filter((une) => une.trim() !== '')) {
    const [, blancs, reste] = /^([\s\u00a0]*(?:[-–•*]\s+)?)(.*)$/.exec(ligne)!
    const numerotee = /^(?:axe\s+)?(\d+(?:\.\d+)*)(?:\s*[.):–—-]\s*|\s+)(?=\S)(.+)$/iu.exec(reste!)
    lues.push({
      intitule: (numerotee?.[2] ?? reste!).trim(),
      retrait: blancs!.replaceAll('\t', '    ').length,
      numero: numerotee ? numerotee[1]!.split('.').length - 1 : null
    })
  }
  // a numbered list says its levels; else they follow how far each line is set in
  const numerotees = lues.every(({ numero }) => numero !== null)
  const retraits: number[] = []
  let precedente = -1
  return lues.map(({ intitule, retrait, numero }) => {
    while (retraits.length > 0 && retraits.at(-1)! >= retrait) retraits.pop()
    const dite = numerotees ? numero! : retraits.length
    retraits.push(retrait)
    precedente = Math.min(dite, precedente + 1)
    return { intitule, profondeur: precedente }
  })
}
