import type { DemandeDe, Fichier, Ici, Lectures, ReponseDe } from '#platform/taches.server.ts'
import { FIL_ROMPU } from '../libelles/imports.ts'
import { proposerAppariement, type Proposition } from '../regles/plan/libre.ts'
import type { Appariement } from '../schema/appariement.ts'
import type { ChoixDeCible } from '../schema/import.ts'
import { apercevoirPlan, examinerFichier, lirePlanDuFichier, ouvrirFichier, proposerColonnes } from './plan.server.ts'

type Cible = ChoixDeCible & { ecraser: boolean; maintenant: Date }
type Voulue = { feuille: string | null; ligne: number | null }

/** What a page asks of a file; a text is the sentence of a refusal. */
const TACHES = {
  /** Whether it can be read, and whether its columns must be said. */
  examiner: async ({ lire }: Ici, { octets, nom }: Fichier) => {
    const classeur = await ouvrirFichier(octets, nom)
    if (typeof classeur === 'string') return { refus: classeur }
    return (await lire(async (db, perimetre) => ({ lu: await examinerFichier(db, perimetre, classeur, nom) }))).lu
  },
  /** What is proposed for its columns, and whether it was said before; null when it has none, or cannot be read. */
  proposer: async ({ lire }: Ici, { octets, nom }: Fichier, voulue: Voulue) => {
    const classeur = await ouvrirFichier(octets, nom)
    if (typeof classeur === 'string') return null
    return (await lire(async (db, perimetre) => ({ lu: await proposerColonnes(db, perimetre, classeur, nom, voulue) }))).lu
  },
  /** Its columns alone. */
  trouver: async (_: Ici, { octets, nom }: Fichier, voulue: Voulue): Promise<Proposition | null> => {
    const classeur = await ouvrirFichier(octets, nom)
    return typeof classeur === 'string' ? null : proposerAppariement(classeur, nom, voulue)
  },
  /** What importing it would do; null when the contract is not of this territory. */
  apercevoir: async (
    { lire }: Ici,
    { octets, nom }: Fichier,
    { appariement, ...cible }: Cible & { appariement: Appariement | null }
  ) => {
    const plan = await lirePlanDuFichier(octets, nom, appariement)
    if (typeof plan === 'string') return plan
    return (await lire(async (db, perimetre) => ({ lu: await apercevoirPlan(db, perimetre, plan, cible) }))).lu
  },
  /** How many actions it has. */
  compter: async (_: Ici, { octets, nom }: Fichier, { appariement }: { appariement: Appariement | null }) => {
    const plan = await lirePlanDuFichier(octets, nom, appariement)
    return typeof plan === 'string' ? plan : plan.lignes.length
  }
}

type Taches = typeof TACHES
export type Demande<T extends keyof Taches> = DemandeDe<Taches, T>
export type Reponse<T extends keyof Taches> = ReponseDe<Taches, T>

export const PLANS: Lectures<Taches> = { taches: TACHES, fil: '#domaines/actions/imports/fil.server.ts', rompu: FIL_ROMPU }
