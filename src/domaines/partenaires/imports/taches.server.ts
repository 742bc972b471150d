import type { Acteur } from '#platform/acteur.ts'
import type { DemandeDe, Fichier, Ici, Lectures, ReponseDe } from '#platform/taches.server.ts'
import { importerContacts } from '../commands/contacts.server.ts'
import { FIL_ROMPU, SANS_COLONNES } from '../libelles/contacts.ts'
import { proposerContacts, type PropositionContacts } from '../regles/contacts/proposer.ts'
import type { AppariementContacts } from '../schema/contacts.ts'
import { apercevoirContacts, lireContactsDuFichier, ouvrirContacts, proposerColonnesContacts } from './contacts.server.ts'

type Voulue = { feuille: string | null; ligne: number | null }
type Apparie = { appariement: AppariementContacts }

const TACHES = {
  /** The sentence of its refusal, null for a list whose columns can be said. */
  examiner: async (_: Ici, { octets, nom }: Fichier, __: null): Promise<string | null> => {
    const classeur = await ouvrirContacts(octets, nom)
    if (typeof classeur === 'string') return classeur
    return proposerContacts(classeur) ? null : SANS_COLONNES
  },
  /** What is proposed for its columns, and whether it was said before; null when it has none, or cannot be read. */
  proposer: async ({ lire }: Ici, { octets, nom }: Fichier, voulue: Voulue) => {
    const classeur = await ouvrirContacts(octets, nom)
    if (typeof classeur === 'string') return null
    return (await lire(async (db, perimetre) => ({ lu: await proposerColonnesContacts(db, perimetre, classeur, voulue) }))).lu
  },
  /** Its columns alone. */
  trouver: async (_: Ici, { octets, nom }: Fichier, voulue: Voulue): Promise<PropositionContacts | null> => {
    const classeur = await ouvrirContacts(octets, nom)
    return typeof classeur === 'string' ? null : proposerContacts(classeur, voulue)
  },
  /** What importing it would do; null when it cannot be read. */
  apercevoir: async ({ lire }: Ici, { octets, nom }: Fichier, { appariement }: Apparie) => {
    const lus = await lireContactsDuFichier(octets, nom, appariement)
    if (typeof lus === 'string') return null
    return (await lire(async (db, perimetre) => ({ lu: await apercevoirContacts(db, perimetre, lus) }))).lu
  },
  /** Brings it in as who asks; answers how many of its rows changed something, or why it was not; null when it cannot be read. */
  importer: async (
    { db, perimetre }: Ici,
    { octets, nom }: Fichier,
    { appariement, ...appel }: Apparie & { acteur: Acteur; maintenant: Date }
  ) => {
    const lus = await lireContactsDuFichier(octets, nom, appariement)
    if (typeof lus === 'string') return null
    const fait = await importerContacts({ db, perimetre, ...appel }, { lus })
    if (!fait.ok) return fait
    return { ok: true as const, changees: fait.valeur.lignes.filter(({ inchangee }) => !inchangee).length }
  }
}

type Taches = typeof TACHES
export type Demande<T extends keyof Taches> = DemandeDe<Taches, T>
export type Reponse<T extends keyof Taches> = ReponseDe<Taches, T>

export const LISTES: Lectures<Taches> = {
  taches: TACHES,
  fil: '#domaines/partenaires/imports/fil.server.ts',
  rompu: FIL_ROMPU
}
