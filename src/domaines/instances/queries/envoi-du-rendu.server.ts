import { sql, type SQL } from 'drizzle-orm'

/** Whether the minutes of a meeting left as they are validated now: opened again and corrected, they are to be sent again. `s`: its row. */
export const renduEnvoye = (s: SQL): SQL<boolean> =>
  sql<boolean>`exists (select 1 from diffusions d join comptes_rendus r on r.collectivite_id = d.collectivite_id and r.seance_id = d.seance_id and r.valide_le <= d.envoye_le
    where d.collectivite_id = ${s}.collectivite_id and d.seance_id = ${s}.id)`
