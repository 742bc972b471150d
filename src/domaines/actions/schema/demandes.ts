import { z } from 'zod'
import type { DateFloue } from '#platform/dates.ts'
import { facultatif, ligneSchema } from '#platform/saisie.ts'
import type { Courriels } from '#domaines/partenaires/schema.ts'
import { STATUTS, type RoleIntervenant, type Statut } from './mots.ts'
import { nouvelleSchema } from './nouvelles.ts'

/** How many requests leave at once, at most. */
export const DEMANDES_MAX = 500

/** What became of a status that a pilot proposed. */
export const DECISIONS = ['accepte', 'ecarte'] as const
export type Decision = (typeof DECISIONS)[number]

/** To whom one may write: a person, or a house at its own address. */
export type Destinataire = { personneId: string | null; structureId: string | null; nom: string; courriel: string }

/** Whom a fiche names, with what is known of how to reach them. */
export type Joignable = {
  role: RoleIntervenant
  rang: number
  personneId: string | null
  personne: string | null
  courriel: string | null
  courriels: Courriels | null
  structureId: string | null
  structure: string | null
  courrielStructure: string | null
  courrielsStructure: Courriels | null
  /** who is of that house today */
  gens: { personneId: string; nom: string; courriel: string; courriels: Courriels }[]
}

/** « personne <id> » or « structure <id> », as a list of a form says it. */
export const cleDestinataire = ({ personneId, structureId }: Pick<Destinataire, 'personneId' | 'structureId'>): string =>
  personneId ? `personne ${personneId}` : `structure ${structureId}`

const destinataireSchema = z.string().transform((cle, ctx) => {
  const [sorte, id] = cle.split(' ')
  const lu = z.uuid().safeParse(id)
  if (lu.success && sorte === 'personne') return { personneId: lu.data, structureId: null }
  if (lu.success && sorte === 'structure') return { personneId: null, structureId: lu.data }
  ctx.addIssue('Choisissez à qui demander.')
  return z.NEVER
})

/** Of which actions news are asked, each of whom, with a word that all read. */
export const demanderSchema = z.object({
  demandes: z
    .array(z.object({ ficheId: z.uuid(), a: destinataireSchema }))
    .min(1, 'Cochez au moins une action.')
    .max(DEMANDES_MAX, `Demandez des nouvelles de ${DEMANDES_MAX} actions au plus à la fois.`),
  mot: facultatif(ligneSchema('Le mot qui accompagne la demande', 500)).default(null)
})

/** What a pilot answers: what is new, and the status she would give; or that nothing is. */
export const repondreSchema = z.object({
  id: z.uuid(),
  rien: z.literal('oui').optional(),
  texte: z.string().default(''),
  statut: facultatif(z.enum(STATUTS)).default(null)
})
export const texteDeReponseSchema = nouvelleSchema.shape.texte

/** One request as its page shows it to who answers. */
export type DemandeRecue = {
  id: string
  ficheId: string
  titre: string
  statut: Statut | null
  mot: string | null
  demandeLe: string
  reponduLe: string | null
  /** what was answered */
  texte: string | null
  propose: Statut | null
  decision: Decision | null
  derniere: { date: DateFloue; texte: string } | null
}

export type DemandesRecues = {
  nom: string
  personneId: string | null
  structureId: string | null
  territoire: string
  courriels: Courriels
  sollicitations: number
  coordination: string | null
  demandes: DemandeRecue[]
}

/** One request as the coordination follows it. */
export type DemandeSuivie = {
  id: string
  ficheId: string
  titre: string
  statut: Statut | null
  nom: string
  auteur: string
  demandeLe: string
  reponduLe: string | null
  texte: string | null
  propose: Statut | null
  decision: Decision | null
}
