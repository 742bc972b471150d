import { sql } from 'drizzle-orm'
import { SYSTEME } from '#platform/acteur.ts'
import { jourDe } from '#platform/dates.ts'
import type { Base } from '#platform/db.server.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { finirLesAccords } from './commands/volontaires.server.ts'
import { effacerLesAttendues } from './commands/effacement.server.ts'
import { composerLettre } from '#platform/lettre.server.ts'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import { DUREES } from '#domaines/comptes/schema.ts'
import { desinscription, type Redacteur } from '#domaines/partenaires/jobs.server.ts'
import LettreDEspace from './courriels/LettreDEspace.svelte'
import { objetDEspace } from './libelles/espace.ts'
import { lireDestinataireDEspace } from './queries/espace.server.ts'

/** Lets go the residents whose agreement is over and erases those whose day has come, on every territory that has some; called again the same day, it finds nobody. */
export async function effacerPartout({ db }: Pick<Base, 'db'>, maintenant: Date): Promise<void> {
  const lieux = (await db.execute(sql`select collectivite_id from effacements_dus(${jourDe(maintenant)})`)) as unknown as {
    collectivite_id: string
  }[]
  for (const { collectivite_id } of lieux) {
    const appel = { db, acteur: SYSTEME, perimetre: perimetreSysteme(collectivite_id), maintenant }
    await finirLesAccords(appel, {})
    await effacerLesAttendues(appel, {})
  }
}

/** Writes the letter that gives a person the link of her page; minted here, at sending, it never lies in the queue. */
export const redacteursDesEspaces = (urlPublique: string): Record<'espace', Redacteur> => ({
  espace: async (db, { collectiviteId, personneId }) => {
    const qui = personneId ? await lireDestinataireDEspace(db, { collectiviteId }, personneId) : null
    if (!qui || !personneId) return null
    const jeton = await emettreJeton({ db, maintenant: new Date() }, 'espace', personneId, collectiviteId)
    const lien = `${urlPublique}/espace/${jeton}`
    return {
      ...composerLettre(LettreDEspace, { ...qui, lien, jours: DUREES.espace / 86_400 }, objetDEspace(qui.territoire)),
      ...(qui.coordination ? { repondreA: qui.coordination } : {}),
      entetes: desinscription(lien)
    }
  }
})
