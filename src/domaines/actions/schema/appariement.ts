import { z } from 'zod'
import type { MemoireDeColonnes } from '#platform/classeur/libre.ts'
import type { RoleColonne } from './plan.ts'

/** What a person may say that a column of a free file holds, as the list shows it. */
export const ROLES_LIBRES = [
  'note',
  'ignorer',
  'titre',
  'sousTitre',
  'axe',
  'sousAxe',
  'sousSousAxe',
  'numero',
  'contexte',
  'description',
  'objectifs',
  'objectifGeneral',
  'objectifSpecifique',
  'objectifOperationnel',
  'pilote',
  'copilote',
  'service_pilote',
  'personne_pilote',
  'elu_referent',
  'partenaire',
  'statut',
  'priorite',
  'nature',
  'debut',
  'fin',
  'periode',
  'calendrier',
  'etapes',
  'ameliorationContinue',
  'publics',
  'ages',
  'milieux',
  'thematiques',
  'types',
  'quartiers',
  'participation',
  'financeur',
  'montant',
  'budgetPrevisionnel',
  'moyens',
  'indicateurs',
  'gouvernance',
  'vigilance',
  'notes',
  'documents',
  'liens'
] as const satisfies readonly RoleColonne[]

/** Said by one column at most; the others add to one another. */
export const ROLES_UNIQUES: ReadonlySet<RoleColonne> = new Set([
  'titre',
  'sousTitre',
  'axe',
  'sousAxe',
  'sousSousAxe',
  'numero',
  'statut',
  'priorite',
  'nature',
  'debut',
  'fin',
  'ameliorationContinue',
  'participation',
  'budgetPrevisionnel'
])

/**
 * How a free file is read: the sheet, the row of names (from 0), what each of its columns holds in their order, whether an empty
 * axis takes the one above, and the title of the plan.
 */
export const appariementSchema = z.object({
  feuille: z.string(),
  ligne: z.number().int().min(0),
  roles: z.array(z.enum(ROLES_LIBRES)),
  recopier: z.boolean(),
  titre: z.string().nullable()
})

export type Appariement = z.output<typeof appariementSchema>

/** What a territory said of the columns of a file, by their names, for the next file that has the same. */
export type Memoire = MemoireDeColonnes<Appariement['roles'][number]>

/** A matching as an address carries it, rows counted from 1, so that a preview can be reloaded and taken up again. */
export const enAdresse = ({ feuille, ligne, roles, recopier, titre }: Appariement): Record<string, string> => ({
  feuille,
  ligne: String(ligne + 1),
  colonnes: roles.join('.'),
  recopier: recopier ? 'oui' : 'non',
  ...(titre === null ? {} : { titre })
})

/** The matching of an address or of a form that repeats it; null when there is none, or it is not one. */
export function depuisAdresse(lus: { get(nom: string): unknown }): Appariement | null {
  const dit = (nom: string) => String(lus.get(nom) ?? '')
  if (dit('colonnes') === '') return null
  return (
    appariementSchema.safeParse({
      feuille: dit('feuille'),
      ligne: Number(dit('ligne')) - 1,
      roles: dit('colonnes').split('.'),
      recopier: dit('recopier') === 'oui',
      titre: dit('titre') || null
    }).data ?? null
  )
}

/** What a form says of each column; what it does not say goes to the notes. */
export const lireRoles = (dits: readonly unknown[]): Appariement['roles'] =>
  dits.map((dit) => ROLES_LIBRES.find((role) => role === dit) ?? 'note')
