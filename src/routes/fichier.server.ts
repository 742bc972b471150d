import { error } from '@sveltejs/kit'
import { FilRompu } from '#platform/fil.server.ts'
import { log } from '#platform/log.server.ts'
import {
  faireDuFichier,
  type Fichier,
  type DemandeDe,
  type Lectures,
  type ReponseDe,
  type TachesDeFichier
} from '#platform/taches.server.ts'
import { entrer, lire } from './session.server.ts'

/** What a page asks of a file; a thread that breaks is said by the page of errors, or by `rompu`. */
export async function demander<T extends TachesDeFichier, N extends keyof T & string>(
  locals: App.Locals,
  lectures: Lectures<T>,
  tache: N,
  fichier: Fichier,
  demande: DemandeDe<T, N>,
  rompu: () => ReponseDe<T, N> = () => error(503, lectures.rompu, { conseil: 'Rien n’a été écrit.' })
): Promise<ReponseDe<T, N>> {
  const { perimetre } = entrer(locals)
  try {
    return await faireDuFichier(lectures, tache, { perimetre, lire: (requete) => lire(locals, requete) }, fichier, demande)
  } catch (faute) {
    if (!(faute instanceof FilRompu)) throw faute
    log().error({ error: faute.cause, tache }, 'the thread that read a file broke')
    return rompu()
  }
}
