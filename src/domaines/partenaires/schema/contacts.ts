import { z } from 'zod'
import type { Remarque } from '#platform/classeur.ts'
import type { TypeStructure } from '../schema.ts'

/** What a person may say that a column of a file of contacts holds. */
export const ROLES_CONTACT = [
  'ignorer',
  'structure',
  'sigle',
  'type',
  'siret',
  'courriel_structure',
  'telephone_structure',
  'quartier',
  'nom_complet',
  'nom',
  'prenom',
  'fonction',
  'courriel',
  'telephone'
] as const
export type RoleContact = (typeof ROLES_CONTACT)[number]

/** All of them are said by one column, but the two numbers: a mobile stands beside a line. */
export const ROLES_UNIQUES: ReadonlySet<string> = new Set(
  ROLES_CONTACT.filter((role) => !['ignorer', 'telephone', 'telephone_structure'].includes(role))
)

/** How a file of contacts is read: the sheet, the row of names (from 0), what each column holds, and whether an empty structure is the one above. */
export const appariementContactsSchema = z.object({
  feuille: z.string(),
  ligne: z.number().int().min(0),
  roles: z.array(z.enum(ROLES_CONTACT)),
  recopier: z.boolean()
})
export type AppariementContacts = z.output<typeof appariementContactsSchema>

/** A matching as an address carries it, rows counted from 1. */
export const enAdresse = ({ feuille, ligne, roles, recopier }: AppariementContacts): Record<string, string> => ({
  feuille,
  ligne: String(ligne + 1),
  colonnes: roles.join('.'),
  recopier: recopier ? 'oui' : 'non'
})

/** The matching of an address or of a form that repeats it; null when there is none, or it is not one. */
export function depuisAdresse(lus: { get(nom: string): unknown }): AppariementContacts | null {
  const dit = (nom: string) => String(lus.get(nom) ?? '')
  return (
    appariementContactsSchema.safeParse({
      feuille: dit('feuille'),
      ligne: Number(dit('ligne')) - 1,
      roles: dit('colonnes').split('.'),
      recopier: dit('recopier') === 'oui'
    }).data ?? null
  )
}

/** What a form says of each column; what it does not say is left aside. */
export const lireRoles = (dits: readonly unknown[]): RoleContact[] =>
  dits.map((dit) => ROLES_CONTACT.find((role) => role === dit) ?? 'ignorer')

/** What a row says of a structure. */
export type StructureDite = {
  nom: string
  sigle: string | null
  type: TypeStructure | null
  siret: string | null
  courriel: string | null
  telephone: string | null
  quartier: string | null
}
/** What a row says of a person; `inverse` is her name the other way round, when the file has it in two columns. */
export type PersonneDite = {
  nom: string
  inverse: string | null
  courriel: string | null
  telephone: string | null
  fonction: string | null
}
/** A row of the file, as the spreadsheet counts it. */
export type LigneContact = { ligne: number; structure: StructureDite | null; personne: PersonneDite | null }

/** A file of contacts read: its rows, those that name nobody and why, and what to look at. `refus` stops the whole. */
export type ContactsLus = {
  feuille: string
  lignes: LigneContact[]
  refusees: Refusee[]
  remarques: Remarque[]
  refus: string | null
}
export type Refusee = { ligne: number; dit: string; motif: string }

/** The directory as an import is compared with it; `autres` are names that lead to one by a merge. */
export type AnnuaireConnu = {
  structures: (Omit<StructureDite, 'type' | 'quartier'> & { id: string; type: TypeStructure; quartierId: string | null })[]
  personnes: { id: string; nom: string; courriel: string | null; telephone: string | null }[]
  fonctions: { id: string; personneId: string; structureId: string; intitule: string | null }[]
  autresStructures: { id: string; nom: string }[]
  autresPersonnes: { id: string; nom: string }[]
  quartiers: { id: string; nom: string }[]
}

/** What happens to a structure or a person that a row names: entered, joined as it is, or completed where it was empty. */
export type Sort = 'cree' | 'complete' | 'rejoint'

/** What a row would do, for the preview. */
export type LigneDApercu = {
  ligne: number
  structure: { nom: string; sort: Sort } | null
  personne: { nom: string; sort: Sort; fonction: string | null; courriel: string | null } | null
  /** nothing of what it says is new */
  inchangee: boolean
}

/** A structure to enter or to complete; `cle` names it within the import. */
export type StructureAEcrire = {
  cle: string
  id: string | null
  champs: {
    nom?: string
    sigle?: string
    type?: TypeStructure
    siret?: string
    courriel?: string
    telephone?: string
    quartierId?: string
  }
}
export type PersonneAEcrire = { cle: string; id: string | null; champs: { nom?: string; courriel?: string; telephone?: string } }
/** A function to enter between the two `cle`s, or to name when `id` had no title. */
export type FonctionAEcrire = { id: string | null; personne: string; structure: string; intitule: string | null }

/** What an import of contacts would do. */
export type DifferencesContacts = {
  lignes: LigneDApercu[]
  remarques: Remarque[]
  structures: StructureAEcrire[]
  personnes: PersonneAEcrire[]
  fonctions: FonctionAEcrire[]
  /** ids of what the file names and the directory has, by `cle` */
  connus: [cle: string, id: string][]
}

/** What a page shows before contacts are brought in: the first rows, those that change first, and how many there are of each. */
export type ApercuContacts = {
  refus: string | null
  comptes: { structures: number; personnes: number; completees: number; fonctions: number; inchangees: number }
  refusees: Refusee[]
  refuseesEnTout: number
  remarques: Remarque[]
  points: number
  lignes: LigneDApercu[]
  total: number
}
