import { composerLettre } from '#platform/lettre.server.ts'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import { DUREES } from '#domaines/comptes/schema.ts'
import { desinscription, type Redacteur } from '#domaines/partenaires/jobs.server.ts'
import LettreDEspace from './courriels/LettreDEspace.svelte'
import { objetDEspace } from './libelles/espace.ts'
import { lireDestinataireDEspace } from './queries/espace.server.ts'

/** Writes the letter that gives a person the link of her page; minted here, at sending, it never lies in the queue. */
export const redacteursDesEspaces = (urlPublique: string): Record<'espace', Redacteur> => ({
  espace: async (db, { collectiviteId, personneId }) => {
    const qui = personneId ? await lireDestinataireDEspace(db, { collectiviteId }, personneId) : null
    if (!qui || !personneId) return null
    const jeton = await emettreJeton({ db, maintenant: new Date() }, 'espace', personneId, collectiviteId)
    const lien = `${urlPublique}/espace/${jeton}`
    return {
      objet: objetDEspace(qui.territoire),
      ...composerLettre(LettreDEspace, { ...qui, lien, jours: DUREES.espace / 86_400 }),
      ...(qui.coordination ? { repondreA: qui.coordination } : {}),
      entetes: desinscription(lien)
    }
  }
})
