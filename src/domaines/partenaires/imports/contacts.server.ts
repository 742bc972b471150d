import type { Perimetre } from '#platform/acteur.ts'
import { lireAppariement } from '#platform/appariements.server.ts'
import { ClasseurIllisible, type Classeur } from '#platform/classeur.ts'
import { lireClasseur } from '#platform/classeur.server.ts'
import { rolesRetenus } from '#platform/classeur/libre.ts'
import { estUneCarte } from '#platform/vcard.server.ts'
import type { Tx } from '#platform/db.server.ts'
import { lireAnnuaire } from '../queries/annuaire.server.ts'
import { lireContacts } from '../regles/contacts/lire.ts'
import { proposerContacts, type PropositionContacts } from '../regles/contacts/proposer.ts'
import { rapprocherContacts } from '../regles/contacts/rapprocher.ts'
import { ouvrirVcards, remarquesDeVcards } from './vcard.server.ts'
import type { ApercuContacts, AppariementContacts, ContactsLus, RoleContact } from '../schema/contacts.ts'

/** A spreadsheet, or cards of contacts, as neutral cells, or the French sentence that says why it cannot be read. */
export const ouvrirContacts = async (octets: Uint8Array, nom: string): Promise<Classeur | string> => {
  if (octets.length === 0) return 'Ce fichier est vide. Choisissez celui qui contient vos contacts.'
  if (estUneCarte(octets)) return ouvrirVcards(octets)
  return lireClasseur(octets, nom).catch((faute: unknown) => {
    if (!(faute instanceof ClasseurIllisible)) throw faute
    return faute.raison === 'pas_un_tableur'
      ? 'Ce fichier n’est pas un tableur. Choisissez un fichier .xlsx, .ods, .csv ou .vcf.'
      : faute.message
  })
}

/** What is proposed for a file: what was said of the same columns the last time, else what their names tell; null without columns. */
export async function proposerColonnesContacts(
  db: Tx,
  perimetre: Perimetre,
  classeur: Classeur,
  voulue?: { feuille: string | null; ligne: number | null }
): Promise<(PropositionContacts & { retenue: boolean }) | null> {
  const proposition = proposerContacts(classeur, voulue)
  if (!proposition) return null
  const noms = proposition.entete.colonnes.map((colonne) => colonne.nom)
  const memoire = await lireAppariement<RoleContact>(db, perimetre, 'contacts', noms)
  if (!memoire) return { ...proposition, retenue: false }
  const appariement: AppariementContacts = {
    ...proposition.appariement,
    roles: rolesRetenus(noms, memoire, 'ignorer'),
    recopier: memoire.recopier
  }
  return { ...proposition, appariement, retenue: true }
}

/** The contacts that a file tells as a person matched its columns, or the sentence of its refusal. */
export async function lireContactsDuFichier(
  octets: Uint8Array,
  nom: string,
  appariement: AppariementContacts
): Promise<ContactsLus | string> {
  const classeur = await ouvrirContacts(octets, nom)
  if (typeof classeur === 'string') return classeur
  const lus = lireContacts(classeur, appariement)
  return estUneCarte(octets) ? { ...lus, remarques: [...remarquesDeVcards(octets), ...lus.remarques] } : lus
}

const LIGNES_MONTREES = 300
const REMARQUES_MONTREES = 200

/** What a page shows before anything is written, however long the file. */
export async function apercevoirContacts(db: Tx, perimetre: Perimetre, lus: ContactsLus): Promise<ApercuContacts> {
  const { lignes, remarques, structures, personnes, fonctions } = rapprocherContacts(lus, await lireAnnuaire(db, perimetre))
  const neuves = (fiches: readonly { id: string | null }[]) => fiches.filter(({ id }) => id === null).length
  // what would change is read first
  const montrees = [...lignes].sort((a, b) => Number(a.inchangee) - Number(b.inchangee)).slice(0, LIGNES_MONTREES)
  return {
    refus: lus.refus,
    comptes: {
      structures: neuves(structures),
      personnes: neuves(personnes),
      completees: structures.length + personnes.length - neuves(structures) - neuves(personnes),
      fonctions: fonctions.length,
      inchangees: lignes.filter(({ inchangee }) => inchangee).length
    },
    refusees: lus.refusees.slice(0, REMARQUES_MONTREES),
    refuseesEnTout: lus.refusees.length,
    remarques: remarques.slice(0, REMARQUES_MONTREES),
    points: remarques.length,
    lignes: montrees.sort((a, b) => a.ligne - b.ligne),
    total: lignes.length
  }
}
