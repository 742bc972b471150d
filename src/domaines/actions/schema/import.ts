import { z } from 'zod'
import type { Acteur } from '#platform/acteur.ts'
import { appariementSchema } from './appariement.ts'

/** More rows than these are read and written by a job, in a thread, which is followed and can be stopped; fewer while the person waits. */
export const LIGNES_EN_ATTENDANT = 500

/** What an import is to do: the file left aside, how it is read, where it goes. */
export const demandeSchema = z.object({
  depot: z.string(),
  nom: z.string(),
  appariement: appariementSchema.nullable(),
  contratId: z.uuid().nullable(),
  /** a new contract, whatever the plan is recognised as */
  nouveau: z.boolean().default(false),
  ecraser: z.boolean()
})
export type DemandeDImport = z.output<typeof demandeSchema>

/** Where a person wants a plan to go: a contract, a new one, or, with neither, the one that it is recognised as. */
export type ChoixDeCible = Pick<DemandeDImport, 'contratId' | 'nouveau'>

/** A new contract, as an address or a form says it in place of the id of one. */
export const NOUVEAU = 'nouveau'

export const lireChoixDeCible = (dit: string | null): ChoixDeCible => ({
  contratId: dit && dit !== NOUVEAU ? dit : null,
  nouveau: dit === NOUVEAU
})

export const direChoixDeCible = ({ contratId, nouveau }: ChoixDeCible): string | null => (nouveau ? NOUVEAU : contratId)

export const ETATS_IMPORT = ['en_attente', 'en_cours', 'fait', 'arrete', 'refuse', 'echoue'] as const
export type EtatImport = (typeof ETATS_IMPORT)[number]

/** A large import, followed. `interrompu` is not stored: it has given no sign of life for a while. */
export type ImportSuivi = {
  id: string
  demande: DemandeDImport
  demandeur: Acteur
  etat: EtatImport
  lignes: number
  fait: number
  total: number
  contratId: string | null
  message: string | null
  arretDemande: boolean
  creeLe: Date
  vuLe: Date
}
