import { sql, type SQL } from 'drizzle-orm'

/** Whether the person, or the house, of these ids may be asked something by letter: she is there, accepts it, and did not ask to be erased. */
export const accepteDEtreSollicite = (collectivite: SQL, personneId: SQL, structureId: SQL): SQL =>
  sql`(exists (select 1 from personnes ap where ap.collectivite_id = ${collectivite} and ap.id = ${personneId} and ap.supprime_le is null
      and ap.courriels = 'tous' and not exists (select 1 from effacements ae where ae.collectivite_id = ap.collectivite_id and ae.personne_id = ap.id and ae.fait_le is null))
    or exists (select 1 from structures ast where ast.collectivite_id = ${collectivite} and ast.id = ${structureId} and ast.supprime_le is null and ast.courriels = 'tous'))`
