import type { Perimetre } from '#platform/acteur.ts'
import { estLeger } from '#platform/classeur.server.ts'
import { base, type Tx } from '#platform/db.server.ts'
import { executerDansUnFil } from '#platform/fil.server.ts'
import type { Appariement } from '../schema/appariement.ts'
import { apercevoirPlan, examinerFichier, lirePlanDuFichier, ouvrirFichier, proposerColonnes } from './plan.server.ts'

export type Fichier = { octets: Uint8Array; nom: string }

type Cible = { contratId: string | null; ecraser: boolean; maintenant: Date }

/** What a page asks of a file, each read in one transaction; a text is the sentence of a refusal. */
export const TACHES = {
  /** Whether it can be read, and whether its columns must be said. */
  examiner: async (db: Tx, perimetre: Perimetre, { octets, nom }: Fichier) => {
    const classeur = await ouvrirFichier(octets, nom)
    return typeof classeur === 'string' ? { refus: classeur } : examinerFichier(db, perimetre, classeur, nom)
  },
  /** What is proposed for its columns; null when it has none, or cannot be read. */
  proposer: async (
    db: Tx,
    perimetre: Perimetre,
    { octets, nom }: Fichier,
    voulue: { feuille: string | null; ligne: number | null }
  ) => {
    const classeur = await ouvrirFichier(octets, nom)
    return typeof classeur === 'string' ? null : proposerColonnes(db, perimetre, classeur, nom, voulue)
  },
  /** What importing it would do; null when the contract is not of this territory. */
  apercevoir: async (
    db: Tx,
    perimetre: Perimetre,
    { octets, nom }: Fichier,
    { appariement, ...cible }: Cible & { appariement: Appariement | null }
  ) => {
    const plan = await lirePlanDuFichier(octets, nom, appariement)
    return typeof plan === 'string' ? plan : apercevoirPlan(db, perimetre, plan, cible)
  },
  /** How many actions it has. */
  compter: async (_: Tx, __: Perimetre, { octets, nom }: Fichier, { appariement }: { appariement: Appariement | null }) => {
    const plan = await lirePlanDuFichier(octets, nom, appariement)
    return typeof plan === 'string' ? plan : plan.lignes.length
  }
}

type Taches = typeof TACHES
export type Demande<T extends keyof Taches> = Parameters<Taches[T]>[3]
export type Reponse<T extends keyof Taches> = Awaited<ReturnType<Taches[T]>>

/** The module of the threads that read files and import them. */
export const FIL = '#domaines/actions/imports/fil.server.ts'
export type TacheDuFil =
  | { acte: 'lire'; adresse: string; collectiviteId: string; tache: keyof Taches; fichier: Fichier; demande: unknown }
  | { acte: 'importer'; adresse: string; collectiviteId: string; donnees: string; id: string }

/**
 * Reads a file for a page: a small one here, in the page's own transaction; any other in a thread, so that the pages of the others
 * go on. Throws FilRompu.
 */
export async function lireFichier<T extends keyof Taches>(
  tache: T,
  perimetre: Perimetre,
  fichier: Fichier,
  demande: Demande<T>,
  lire: (requete: (db: Tx, scope: Perimetre) => Promise<{ lu: Reponse<T> }>) => Promise<{ lu: Reponse<T> }>
): Promise<Reponse<T>> {
  if (!estLeger(fichier.octets)) {
    const { adresse } = base()
    const { collectiviteId } = perimetre
    return executerDansUnFil<Reponse<T>>(FIL, {
      acte: 'lire',
      adresse,
      collectiviteId,
      tache,
      fichier,
      demande
    } satisfies TacheDuFil)
  }
  const faire = TACHES[tache] as (db: Tx, scope: Perimetre, fichier: Fichier, demande: Demande<T>) => Promise<Reponse<T>>
  return (await lire(async (db, scope) => ({ lu: await faire(db, scope, fichier, demande) }))).lu
}
