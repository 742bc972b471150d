import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { seuilDuSilence, COMMENCES } from '../regles/suivi.ts'

// pieces of statements about the news `n` of the fiche `f`

/** The last day that a date covers, as text that sorts. */
export const dernierJourCouvert = (date: SQLWrapper): SQL =>
  sql`case length(${date}) when 4 then ${date} || '-12-31' when 7 then ${date} || '-31' else ${date} end`
const sonDernierJour = dernierJourCouvert(sql`n.date`)

const sesNouvelles = (collectiviteId: string): SQL =>
  sql`from nouvelles n where n.collectivite_id = ${collectiviteId} and n.fiche_id = f.id and n.supprime_le is null`

/** The date of the last news of each fiche of the condition on `n.fiche_id`. */
export const dernieresNouvelles = (collectiviteId: string, fiches: SQL): SQL => sql`
  select distinct on (n.fiche_id) n.fiche_id, n.date from nouvelles n
  where n.collectivite_id = ${collectiviteId} and n.supprime_le is null and ${fiches}
  order by n.fiche_id, ${sonDernierJour} desc`

/** True of a living fiche of which nothing was heard for more than ninety days, as `joursDeSilence` counts. */
export const estSilencieuse = (collectiviteId: string, jour: string): SQL => sql`(
  (f.statut = any(${sql.param([...COMMENCES])}::text[]) or (f.statut is null and f.debut <= ${jour}))
  and coalesce((select max(${sonDernierJour}) ${sesNouvelles(collectiviteId)}), to_char(f.modifie_le at time zone 'Europe/Paris', 'YYYY-MM-DD')) < ${seuilDuSilence(jour)})`
