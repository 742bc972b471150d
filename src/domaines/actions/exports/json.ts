import type { Dossier } from '#domaines/actions/schema/dossier.ts'

/** Name and version of the shape below; the version changes when a reader of the file would have to. */
const FORMAT = { format: 'tisserand/contrat', version: 1 } as const

/** The whole contract as JSON text, two spaces deep: the `Dossier` in its own order, under the name and version of its format. */
export function contratEnJson(dossier: Dossier): string {
  const { territoire, contrat, signataires, conventions, actes, axes, transversaux, horsAxe, sigles } = dossier
  return `${JSON.stringify({ ...FORMAT, territoire, contrat, signataires, conventions, actes, axes, transversaux, horsAxe, sigles }, null, 2)}\n`
}
