import { sql } from 'drizzle-orm'
import { SYSTEME } from '#platform/acteur.ts'
import type { CtxTerritoire } from '#platform/commande.server.ts'
import { nePlusSuivre } from '#domaines/instances/commands/son-agenda.server.ts'

/**
 * Puts out every living link of a person, whatever letter or page gave it: her page, her calendar, her tasks, her invitations, the minutes and the
 * requests for news that were sent to her. What a letter brings afterwards is a new one.
 */
export async function eteindreSesLiens(ctx: CtxTerritoire, personneId: string): Promise<void> {
  const { collectiviteId } = ctx.perimetre
  const ici = sql`collectivite_id = ${collectiviteId} and personne_id = ${personneId}`
  // the subject of a link is the person, her invitation, or the letter that bore it; those who were merged into her have links that open hers
  await ctx.db.execute(sql`with elles as (select ${personneId}::uuid as id union select autre_id from paires_personnes
      where collectivite_id = ${collectiviteId} and un_id = ${personneId} and verdict = 'reunies')
    select revoquer_jetons_du_sujet(l.id, l.finalite, ${ctx.maintenant.toISOString()}) from (
      select id, unnest(array['espace', 'taches']) as finalite from elles
      union all select id, 'invitation' from invitations where ${ici}
      union all select c.objet_id, 'invitation' from invitations i join changements c on c.collectivite_id = i.collectivite_id
          and c.racine_id = i.seance_id and c.objet_table = 'invitations' and c.apres is null and c.avant ->> 'personne_id' in (select id::text from elles)
        where i.collectivite_id = ${collectiviteId} and i.personne_id = ${personneId}
      union all select id, nature from envois where ${ici} and nature in ('compte_rendu', 'nouvelles')) l`)
  await nePlusSuivre.dans({ ...ctx, acteur: SYSTEME }, { id: personneId })
}
