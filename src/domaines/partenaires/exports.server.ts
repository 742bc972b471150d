import { ecrireClasseur, ecrireTexte } from '#platform/classeur.server.ts'
import type { CelluleAEcrire } from '#platform/classeur.ts'
import { ecrireVcards } from '#platform/vcard.server.ts'
import type { ContactAEcrire } from './queries/cartes.server.ts'
import { TYPE_STRUCTURE } from './libelles.ts'
import type { LigneDAnnuaire } from './queries/annuaire.server.ts'

/** Named as the import of contacts knows them: what is given out can be brought back. */
const COLONNES: [nom: string, largeur: number, valeur: (ligne: LigneDAnnuaire) => string | null][] = [
  ['Structure', 40, (ligne) => ligne.structure],
  ['Sigle', 12, (ligne) => ligne.sigle],
  ['Type', 28, (ligne) => ligne.type && TYPE_STRUCTURE[ligne.type]],
  ['SIRET', 18, (ligne) => ligne.siret],
  ['Courriel de la structure', 30, (ligne) => ligne.courrielStructure],
  ['Téléphone de la structure', 18, (ligne) => ligne.telephoneStructure],
  ['Quartier', 20, (ligne) => ligne.quartier],
  ['Prénom et nom', 28, (ligne) => ligne.personne],
  ['Fonction', 28, (ligne) => ligne.fonction],
  ['Courriel', 30, (ligne) => ligne.courriel],
  ['Téléphone', 18, (ligne) => ligne.telephone]
]

/** Contacts as cards that a telephone or a mail program takes in; the same file can be brought back. */
export const ecrireCartes = (contacts: readonly ContactAEcrire[]): Uint8Array =>
  ecrireVcards(
    contacts.map(({ nom, courriel, telephone, fonctions }) => ({
      nom,
      fonctions: fonctions.map(({ structure, intitule }) => ({ organisation: structure, titre: intitule })),
      courriels: courriel ? [courriel] : [],
      telephones: telephone ? [telephone] : []
    }))
  )

/** What the directory goes out as, and the name of each for a browser. */
export const FORMATS_D_ANNUAIRE: ReadonlyMap<string, string> = new Map([
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['csv', 'text/csv; charset=utf-8']
])

/** The directory in columns: a row for each function held today, for each structure without anyone and for each person without a function. */
export async function ecrireAnnuaire(lignes: readonly LigneDAnnuaire[], extension: string): Promise<Uint8Array> {
  const noms = COLONNES.map(([nom]) => nom)
  const cellules = lignes.map((ligne) => COLONNES.map(([, , valeur]) => valeur(ligne)))
  if (extension === 'csv') return ecrireTexte([noms, ...cellules])
  return ecrireClasseur([
    {
      nom: 'Annuaire',
      colonnes: COLONNES.map(([, largeur]) => ({ largeur })),
      lignesFigees: 1,
      lignes: [noms.map((valeur): CelluleAEcrire => ({ valeur, style: 'entete' })), ...cellules]
    }
  ])
}
