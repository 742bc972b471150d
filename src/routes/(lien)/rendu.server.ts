import { error } from '@sveltejs/kit'
import { lireCompteRendu } from '#domaines/instances/queries/compte-rendu.server.ts'
import { lireDestinataire, tachesDe } from '#domaines/instances/queries/taches.server.ts'
import { ouvrirObjet, type Appelant, type Options } from './lien.server.ts'

/** What the link of a letter of minutes opens: the minutes, and to whom the letter went. Opened again to be corrected, they are not shown. */
export const ouvrirCompteRendu = (event: Appelant, jeton: string, options?: Options) =>
  ouvrirObjet(
    event,
    jeton,
    'compte_rendu',
    async (tx, perimetre, envoiId) => {
      const qui = await lireDestinataire(tx, perimetre, envoiId)
      const rendu = qui && (await lireCompteRendu(tx, perimetre, qui.seanceId))
      return qui && rendu && { qui, rendu }
    },
    ({ qui }) => qui.nom,
    options
  )

/** What was opened, to read it: 404 with a kind word when it is being corrected or when the link is out of date. */
export function lireLeRendu<O extends Awaited<ReturnType<typeof ouvrirCompteRendu>>>(ouvert: O): O {
  if (ouvert.perime || !ouvert.objet.rendu.valideLe)
    error(404, ouvert.perime ? 'Ce lien a servi longtemps, et ne s’ouvre plus.' : 'Ce compte rendu est en cours de correction.', {
      conseil: ouvert.perime
        ? 'Ouvrez la page du compte rendu : elle en envoie un autre.'
        : 'Il vous sera renvoyé une fois corrigé.'
    })
  return ouvert
}

/** What the link of a letter of reminders opens: the tasks of one person. */
export const ouvrirTaches = (event: Appelant, jeton: string, options?: Options) =>
  ouvrirObjet(event, jeton, 'taches', tachesDe, ({ nom }) => nom, options)
