import type { Perimetre } from '#platform/acteur.ts'
import { estLeger } from '#platform/classeur.server.ts'
import { base, type Tx } from '#platform/db.server.ts'
import { executerDansUnFil } from '#platform/fil.server.ts'
import { proposerAppariement, type Proposition } from '../regles/plan/libre.ts'
import type { Appariement } from '../schema/appariement.ts'
import type { ChoixDeCible } from '../schema/import.ts'
import { apercevoirPlan, examinerFichier, lirePlanDuFichier, ouvrirFichier, proposerColonnes } from './plan.server.ts'

export type Fichier = { octets: Uint8Array; nom: string }

/** Reads the territory in one transaction, once the file is read: none is held open meanwhile. */
export type LireIci = <T>(requete: (db: Tx, perimetre: Perimetre) => Promise<{ lu: T }>) => Promise<{ lu: T }>

type Cible = ChoixDeCible & { ecraser: boolean; maintenant: Date }
type Voulue = { feuille: string | null; ligne: number | null }

/** What a page asks of a file; a text is the sentence of a refusal. */
export const TACHES = {
  /** Whether it can be read, and whether its columns must be said. */
  examiner: async (lire: LireIci, { octets, nom }: Fichier) => {
    const classeur = await ouvrirFichier(octets, nom)
    if (typeof classeur === 'string') return { refus: classeur }
    return (await lire(async (db, perimetre) => ({ lu: await examinerFichier(db, perimetre, classeur, nom) }))).lu
  },
  /** What is proposed for its columns, and whether it was said before; null when it has none, or cannot be read. */
  proposer: async (lire: LireIci, { octets, nom }: Fichier, voulue: Voulue) => {
    const classeur = await ouvrirFichier(octets, nom)
    if (typeof classeur === 'string') return null
    return (await lire(async (db, perimetre) => ({ lu: await proposerColonnes(db, perimetre, classeur, nom, voulue) }))).lu
  },
  /** Its columns alone. */
  trouver: async (_: LireIci, { octets, nom }: Fichier, voulue: Voulue): Promise<Proposition | null> => {
    const classeur = await ouvrirFichier(octets, nom)
    return typeof classeur === 'string' ? null : proposerAppariement(classeur, nom, voulue)
  },
  /** What importing it would do; null when the contract is not of this territory. */
  apercevoir: async (
    lire: LireIci,
    { octets, nom }: Fichier,
    { appariement, ...cible }: Cible & { appariement: Appariement | null }
  ) => {
    const plan = await lirePlanDuFichier(octets, nom, appariement)
    if (typeof plan === 'string') return plan
    return (await lire(async (db, perimetre) => ({ lu: await apercevoirPlan(db, perimetre, plan, cible) }))).lu
  },
  /** How many actions it has. */
  compter: async (_: LireIci, { octets, nom }: Fichier, { appariement }: { appariement: Appariement | null }) => {
    const plan = await lirePlanDuFichier(octets, nom, appariement)
    return typeof plan === 'string' ? plan : plan.lignes.length
  }
}

type Taches = typeof TACHES
export type Demande<T extends keyof Taches> = Parameters<Taches[T]>[2]
export type Reponse<T extends keyof Taches> = Awaited<ReturnType<Taches[T]>>

/** The module of the threads that read files and import them. */
export const FIL = '#domaines/actions/imports/fil.server.ts'
export type TacheDuFil =
  | { acte: 'lire'; adresse: string; collectiviteId: string; tache: keyof Taches; fichier: Fichier; demande: unknown }
  | { acte: 'importer'; adresse: string; collectiviteId: string; donnees: string; id: string }

/** Reads a file for a page: a small one here, any other in a thread, so that the pages of the others go on. Throws FilRompu. */
export function lireFichier<T extends keyof Taches>(
  tache: T,
  { collectiviteId }: Perimetre,
  fichier: Fichier,
  demande: Demande<T>,
  lire: LireIci
): Promise<Reponse<T>> {
  if (estLeger(fichier.octets)) {
    const faire = TACHES[tache] as (lire: LireIci, fichier: Fichier, demande: Demande<T>) => Promise<Reponse<T>>
    return faire(lire, fichier, demande)
  }
  const confiee: TacheDuFil = { acte: 'lire', adresse: base().adresse, collectiviteId, tache, fichier, demande }
  return executerDansUnFil<Reponse<T>>(FIL, confiee)
}
