import type { Perimetre } from './acteur.ts'
import { estLeger } from './classeur.server.ts'
import { base, lecture, ouvrirBase, type Db, type Tx } from './db.server.ts'
import { executerDansUnFil, repondreDuFil } from './fil.server.ts'

export type Fichier = { octets: Uint8Array; nom: string }

/** Where a task is done: in the process that was asked, or in a thread that has its own connections. */
export type Ici = {
  db: Db
  perimetre: Perimetre
  /** reads the territory in one transaction, once the file is read: none is held open meanwhile */
  lire: <T>(requete: (db: Tx, perimetre: Perimetre) => Promise<{ lu: T }>) => Promise<{ lu: T }>
}

type Taches = Record<string, (ici: Ici, ...demandes: never[]) => Promise<unknown>>
/** What a page may ask of a file; what it asks and what is answered cross a thread, so they are plain values. */
export type TachesDeFichier = Record<string, (ici: Ici, fichier: Fichier, demande: never) => Promise<unknown>>
export type DemandeDe<T extends TachesDeFichier, N extends keyof T> = Parameters<T[N]>[2]
export type ReponseDe<T extends TachesDeFichier, N extends keyof T> = Awaited<ReturnType<T[N]>>

/** What a room does of a file, the module of its threads, and the sentence said when one of them breaks. */
export type Lectures<T extends TachesDeFichier> = { taches: T; fil: string; rompu: string }

/** A task as a thread receives it, named among those of its module. */
export type Confiee = { adresse: string; collectiviteId: string; tache: string; demandes: readonly unknown[] }

/** Does a task of a file: a small one here, any other in a thread, so that the pages of the others go on. Throws FilRompu. */
export async function faireDuFichier<T extends TachesDeFichier, N extends keyof T & string>(
  { taches, fil }: Lectures<T>,
  tache: N,
  { perimetre, lire }: Omit<Ici, 'db'>,
  fichier: Fichier,
  demande: DemandeDe<T, N>
): Promise<ReponseDe<T, N>> {
  const { adresse, db } = base()
  if (estLeger(fichier.octets))
    return (await taches[tache]!({ db, perimetre, lire }, fichier, demande as never)) as ReponseDe<T, N>
  const confiee: Confiee = { adresse, collectiviteId: perimetre.collectiviteId, tache, demandes: [fichier, demande] }
  return executerDansUnFil<ReponseDe<T, N>>(fil, confiee)
}

/** In a thread: does the task that it was confided, over connections of its own; `sceller` proves its scope. */
export const repondreDesTaches = (taches: Taches, sceller: (collectiviteId: string) => Perimetre): Promise<void> =>
  repondreDuFil(async ({ adresse, collectiviteId, tache, demandes }: Confiee) => {
    const { db, fermer } = ouvrirBase(adresse, { max: 2 })
    const perimetre = sceller(collectiviteId)
    try {
      const lire: Ici['lire'] = (requete) => lecture(perimetre, (tx) => requete(tx, perimetre), db)
      return await taches[tache]!({ db, perimetre, lire }, ...(demandes as never[]))
    } finally {
      await fermer()
    }
  })
