import type { DateFloue } from '#platform/dates.ts'
import type { PartieRequise } from '#domaines/territoires/schema.ts'
import type { TypeStructure } from '#domaines/partenaires/schema.ts'
import type { RoleSignataire } from '../schema.ts'

export type SignatairePresent = { role: RoleSignataire; type: TypeStructure }

export type Manque = { sorte: 'partie'; partie: PartieRequise } | { sorte: 'debut' } | { sorte: 'fin' }

/** The required party that a signatory is: the ARS and the préfecture by what they are, the collectivité because it carries the contract. */
export function partieDe({ role, type }: SignatairePresent): PartieRequise | null {
  if (type === 'ars') return 'ars'
  if (type === 'prefecture' || type === 'etat') return 'prefecture'
  return role === 'porteur' ? 'collectivite' : null
}

/**
 * What keeps a contract from being signed: a required party that is not among the signatories (R-001, nobody overrides it),
 * or a period that does not say when it begins or ends. Empty when it can be signed.
 */
export function manquesPourSigner(
  contrat: { debut: DateFloue | null; fin: DateFloue | null },
  presents: readonly SignatairePresent[],
  requises: readonly PartieRequise[]
): Manque[] {
  const parties = new Set(presents.map(partieDe))
  return [
    ...requises.filter((partie) => !parties.has(partie)).map((partie) => ({ sorte: 'partie' as const, partie })),
    ...(contrat.debut ? [] : [{ sorte: 'debut' as const }]),
    ...(contrat.fin ? [] : [{ sorte: 'fin' as const }])
  ]
}

/** Signatories in the order of a signature page: who carries, who is required, the others. */
export function grouperSignataires<T extends { role: RoleSignataire }>(signataires: readonly T[]): { socle: T[]; autres: T[] } {
  return {
    socle: [...signataires.filter(({ role }) => role === 'porteur'), ...signataires.filter(({ role }) => role === 'obligatoire')],
    autres: signataires.filter(({ role }) => role === 'autre')
  }
}
