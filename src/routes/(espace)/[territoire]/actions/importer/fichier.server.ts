import { error } from '@sveltejs/kit'
import { FilRompu } from '#platform/fil.server.ts'
import { log } from '#platform/log.server.ts'
import { lireFichier, type Demande, type Fichier, type Reponse, type TACHES } from '#domaines/actions/imports/taches.server.ts'
import { FIL_ROMPU } from '#domaines/actions/libelles/imports.ts'
import { entrer, lire } from '../../../../session.server.ts'

/** What a page asks of a file; a thread that breaks is said by the page of errors, or by `rompu`. */
export async function demander<T extends keyof typeof TACHES>(
  locals: App.Locals,
  tache: T,
  fichier: Fichier,
  demande: Demande<T>,
  rompu: () => Reponse<T> = () => error(503, FIL_ROMPU, { conseil: 'Rien n’a été écrit.' })
): Promise<Reponse<T>> {
  try {
    return await lireFichier(tache, entrer(locals).perimetre, fichier, demande, (requete) => lire(locals, requete))
  } catch (faute) {
    if (!(faute instanceof FilRompu)) throw faute
    log().error({ error: faute.cause, tache }, 'the thread that read a file broke')
    return rompu()
  }
}
