import { eq } from 'drizzle-orm'
import type { Courrier } from '#platform/courrier.server.ts'
import type { Db } from '#platform/db.server.ts'
import type { Travaux } from '#platform/jobs.server.ts'
import { composerLettre } from '#platform/lettre.server.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import { emettreJeton } from './commands.server.ts'
import Connexion from './courriels/Connexion.svelte'
import Invitation from './courriels/Invitation.svelte'
import { DUREES } from './schema.ts'
import { comptes } from './tables.server.ts'

/** Letters of this room. The token is minted here, at sending: it never lies in the queue. */
export function travauxDesComptes(db: Db, courrier: Courrier, urlPublique: string): Travaux {
  const lienPour = async (compteId: string) => {
    const jeton = await db.transaction((tx) => emettreJeton({ db: tx, maintenant: new Date() }, 'connexion', compteId))
    return `${urlPublique}/connexion/${jeton}`
  }
  const adresseDe = async (compteId: string) =>
    (await db.select({ courriel: comptes.courriel }).from(comptes).where(eq(comptes.id, compteId)))[0]?.courriel
  return {
    connexion_demandee: async ({ compteId }) => {
      const a = await adresseDe(String(compteId))
      if (!a) return
      const dedans = { lien: await lienPour(String(compteId)), minutes: DUREES.connexion / 60 }
      await courrier.envoyer({ a, ...composerLettre(Connexion, dedans, 'Votre lien pour entrer dans Tisserand') })
    },
    membre_invite: async ({ compteId, collectiviteId, par }) => {
      const a = await adresseDe(String(compteId))
      const [territoire] = await db
        .select({ nom: collectivites.nom })
        .from(collectivites)
        .where(eq(collectivites.id, String(collectiviteId)))
      if (!a || !territoire) return
      const dedans = {
        lien: await lienPour(String(compteId)),
        territoire: territoire.nom,
        par: String(par),
        adresse: urlPublique
      }
      await courrier.envoyer({ a, ...composerLettre(Invitation, dedans, `Votre accès à l’espace ${territoire.nom}`) })
    }
  }
}
