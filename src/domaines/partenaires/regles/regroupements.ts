/** Which structure groups which, today or before. */
export type LienDEnsemble = { id: string; ensembleId: string; membreId: string }
export type RefusDeRegroupement = 'regroupement_de_soi' | 'regroupement_deja' | 'regroupement_en_boucle'

/** Everything that a structure groups, near or far. */
function dessous(de: string, liens: readonly LienDEnsemble[]): Set<string> {
  const vus = new Set<string>()
  const aVoir = [de]
  for (let id = aVoir.pop(); id !== undefined; id = aVoir.pop())
    for (const { ensembleId, membreId } of liens)
      if (ensembleId === id && !vus.has(membreId)) {
        vus.add(membreId)
        aVoir.push(membreId)
      }
  return vus
}

/** A structure is not grouped by itself, nor by one that it groups, and once only. Null when it may be noted. */
export function jugerRegroupement(
  { ensembleId, membreId }: { ensembleId: string; membreId: string },
  liens: readonly LienDEnsemble[]
): RefusDeRegroupement | null {
  if (ensembleId === membreId) return 'regroupement_de_soi'
  if (liens.some((lien) => lien.ensembleId === ensembleId && lien.membreId === membreId)) return 'regroupement_deja'
  return dessous(membreId, liens).has(ensembleId) ? 'regroupement_en_boucle' : null
}
