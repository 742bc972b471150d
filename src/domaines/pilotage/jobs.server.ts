import { sql } from 'drizzle-orm'
import { SYSTEME } from '#platform/acteur.ts'
import { jourDe } from '#platform/dates.ts'
import type { Base } from '#platform/db.server.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { finirLesAccords } from './commands/volontaires.server.ts'
import { effacerLesAttendues } from './commands/effacement.server.ts'

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
