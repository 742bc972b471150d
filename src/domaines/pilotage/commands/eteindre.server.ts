import { sql } from 'drizzle-orm'
import { SYSTEME } from '#platform/acteur.ts'
import type { CtxTerritoire } from '#platform/commande.server.ts'
import { nePlusSuivre } from '#domaines/instances/commands/son-agenda.server.ts'

/**
 * Puts out every living link of a person, whatever letter or page gave it: her page, her calendar, her tasks, her invitations, the minutes and the
 * requests for news that were sent to her. What a letter brings afterwards is a new one.
 */
export async function eteindreSesLiens(ctx: CtxTerritoire, personneId: string): Promise<void> {
  const ici = sql`collectivite_id = ${ctx.perimetre.collectiviteId} and personne_id = ${personneId}`
  // the subject of a link is the person, her invitation, or the letter that bore it
  await ctx.db.execute(sql`select revoquer_jetons_du_sujet(l.id, l.finalite, ${ctx.maintenant.toISOString()}) from (
      select ${personneId}::uuid as id, unnest(array['espace', 'taches']) as finalite
      union all select id, 'invitation' from invitations where ${ici}
      union all select id, nature from envois where ${ici} and nature in ('compte_rendu', 'nouvelles')) l`)
  await nePlusSuivre.dans({ ...ctx, acteur: SYSTEME }, { id: personneId })
}
