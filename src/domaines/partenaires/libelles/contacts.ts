import type { FauteDeContacts } from '../regles/contacts/proposer.ts'
import type { RoleContact, Sort } from '../schema/contacts.ts'

/** What a column of a file of contacts may hold, by group, as a person chooses it. */
export const ROLE_CONTACT: Record<string, Partial<Record<RoleContact, string>>> = {
  '': { ignorer: 'Ne pas reprendre' },
  'La structure': {
    structure: 'Nom de la structure',
    sigle: 'Sigle',
    type: 'Type de structure',
    siret: 'SIRET',
    courriel_structure: 'Courriel de la structure',
    telephone_structure: 'Téléphone de la structure',
    quartier: 'Quartier'
  },
  'La personne': {
    nom_complet: 'Prénom et nom, ensemble',
    prenom: 'Prénom',
    nom: 'Nom de famille',
    fonction: 'Fonction',
    courriel: 'Courriel',
    telephone: 'Téléphone'
  }
}

/** What happens to what a row names. */
export const SORT: Record<Sort, string> = { cree: 'à créer', complete: 'complétée', rejoint: 'déjà là' }

/** What is amiss in what was said of the columns, or why an import cannot be. */
export const direRefusContacts = (raison: FauteDeContacts | 'contacts_refuses', { motif }: { motif?: unknown } = {}): string =>
  ({
    sans_nom:
      'Dites quelle colonne donne le nom de la structure, ou celui de la personne\u00a0: sans l’un des deux, on ne sait pas de qui il s’agit.',
    deux_fois: 'Une autre colonne donne déjà cela. Choisissez-en une seule.',
    contacts_refuses: String(motif ?? 'Ce fichier ne peut pas être importé.')
  })[raison]

/** Why a list whose columns have no names is refused. */
export const SANS_COLONNES =
  'Aucune feuille n’a de noms de colonnes suivis d’au moins une ligne. Mettez « Structure », « Nom », « Courriel »… sur une ligne, puis recommencez.'

/** Said when the thread that reads or writes a list stopped before its end. */
export const FIL_ROMPU =
  'La lecture de cette liste s’est arrêtée avant la fin\u00a0: elle est sans doute trop lourde pour ce serveur. Partagez-la en plusieurs fichiers, puis recommencez.'
