import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'

type DUneSeance = { seanceId: string; jour: string }
export type Sorties = {
  /** meetings that were held, and the day of the first */
  seances: number
  depuis: string | null
  decisions: (DUneSeance & { id: string; texte: string })[]
  fiches: (DUneSeance & { id: string; titre: string })[]
  presentations: (DUneSeance & { id: string; nom: string })[]
  taches: number
  faites: number
}

/**
 * What a body gave in all its life until a day: what it decided, the actions born there, who presented itself, what was promised and
 * done, the latest first. What is planned is not given yet. One statement.
 */
export async function lireSorties(db: Tx, { collectiviteId }: Perimetre, instanceId: string, jour: string): Promise<Sorties> {
  const [lues] = (await db.execute(sql`
    with tenues as (
      select s.id, s.jour from seances s where s.collectivite_id = ${collectiviteId} and s.instance_id = ${instanceId} and s.jour <= ${jour}
        and s.supprime_le is null and s.annulee_le is null)
    select (select count(*)::int from tenues where jour < ${jour}) as seances, (select min(jour) from tenues where jour < ${jour}) as depuis,
      (select coalesce(json_agg(json_build_object('id', k.id, 'texte', k.texte, 'seanceId', t.id, 'jour', t.jour) order by t.jour desc, k.cree_le), '[]')
        from conclusions k join tenues t on t.id = k.seance_id where k.collectivite_id = ${collectiviteId} and k.sorte = 'decision') as decisions,
      (select coalesce(json_agg(json_build_object('id', f.id, 'titre', f.titre, 'seanceId', t.id, 'jour', t.jour) order by t.jour desc, f.titre), '[]')
        from naissances b join tenues t on t.id = b.seance_id join fiches f on f.collectivite_id = b.collectivite_id and f.id = b.fiche_id and f.supprime_le is null
        where b.collectivite_id = ${collectiviteId}) as fiches,
      (select coalesce(json_agg(json_build_object('id', st.id, 'nom', st.nom, 'seanceId', t.id, 'jour', t.jour) order by t.jour desc, p.rang), '[]')
        from points p join tenues t on t.id = p.seance_id and t.jour < ${jour}
          join structures st on st.collectivite_id = p.collectivite_id and st.id = p.structure_id and st.supprime_le is null
        where p.collectivite_id = ${collectiviteId} and p.temps = 'presentation') as presentations,
      (select count(*)::int from taches a join tenues t on t.id = a.seance_id where a.collectivite_id = ${collectiviteId}) as taches,
      (select count(*)::int from taches a join tenues t on t.id = a.seance_id where a.collectivite_id = ${collectiviteId} and a.faite_le is not null) as faites`)) as unknown as [
    Sorties
  ]
  return lues
}
