import { sql, type SQL } from 'drizzle-orm'

/**
 * Where a letter goes: the address that the directory gives today for the person, or the house, of a row, else the one that the row keeps.
 * `table`: the name of a row with `personne_id`, `structure_id` and `courriel`.
 */
export const adresseDuJour = (table: string): SQL<string> => {
  const t = sql.identifier(table)
  return sql<string>`coalesce((select lower(ap.courriel) from personnes ap where ap.collectivite_id = ${t}.collectivite_id and ap.id = ${t}.personne_id),
    (select lower(ast.courriel) from structures ast where ast.collectivite_id = ${t}.collectivite_id and ast.id = ${t}.structure_id), ${t}.courriel)`
}
