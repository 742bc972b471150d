/** A key that so many share tells nothing of any two of them. */
const TROP = 40

/**
 * Ranks of those worth comparing two by two: they share a key, or all their words but one, or the words of one stand in the other.
 * Thousands are sorted through in some tens of milliseconds, where comparing each with each takes minutes.
 */
export function candidats(profils: readonly { cles: readonly string[]; mots: readonly string[] }[]): [number, number][] {
  const parCle = new Map<string, number[]>()
  const frequences = new Map<string, number[]>()
  const ranger = (cle: string, rang: number, ou = parCle) => {
    const siens = ou.get(cle)
    if (!siens) ou.set(cle, [rang])
    else if (siens.at(-1) !== rang) siens.push(rang)
  }
  for (const [rang, { cles, mots }] of profils.entries()) {
    for (const cle of cles) ranger(cle, rang)
    for (const cle of sansUnMot(mots)) ranger(cle, rang)
    for (const mot of new Set(mots)) ranger(mot, rang, frequences)
  }
  const trouvees = new Map<string, [number, number]>()
  const noter = (un: number, autre: number) => {
    if (un !== autre) trouvees.set(un < autre ? `${un} ${autre}` : `${autre} ${un}`, un < autre ? [un, autre] : [autre, un])
  }
  for (const rangs of parCle.values())
    if (rangs.length <= TROP)
      for (const [place, un] of rangs.entries()) for (const autre of rangs.slice(place + 1)) noter(un, autre)
  for (const [rang, { mots }] of profils.entries()) {
    const rare = mots.toSorted((a, b) => frequences.get(a)!.length - frequences.get(b)!.length)[0]
    const porteurs = rare === undefined ? [] : frequences.get(rare)!
    if (porteurs.length > TROP) continue
    for (const autre of porteurs) if (mots.every((mot) => profils[autre]!.mots.includes(mot))) noter(rang, autre)
  }
  return [...trouvees.values()]
}

/** The words but one, for each of them; a single word by its beginning and by its end. */
function sansUnMot(mots: readonly string[]): string[] {
  const [seul] = mots
  if (mots.length === 1 && seul!.length >= 5) return [`debut ${seul!.slice(0, 4)}`, `fin ${seul!.slice(-4)}`]
  if (mots.length < 2 || mots.length > 12) return []
  const tries = mots.toSorted()
  return tries.map((_, place) => `sauf ${tries.toSpliced(place, 1).join(' ')}`)
}
