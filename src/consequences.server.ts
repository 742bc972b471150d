import type { Consequences } from '#platform/commande.server.ts'
import { confierTravail } from '#platform/jobs.server.ts'

/**
 * What follows from what happened, for the whole product, in one table: announcement → reaction.
 * A reaction runs in the transaction of the act; mail and files are confided to a job that leaves with it.
 */
export const CONSEQUENCES: Consequences = {
  connexion_demandee: (ctx, contenu) => confierTravail(ctx.db, 'connexion_demandee', contenu),
  membre_invite: (ctx, contenu) => confierTravail(ctx.db, 'membre_invite', contenu),
  envois_confies: (ctx, contenu) => confierTravail(ctx.db, 'envois_confies', contenu),
  import_demande: (ctx, contenu) => confierTravail(ctx.db, 'import_demande', contenu)
}
