import { sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { Releve } from '../schema/passations.ts'

/** A handover note as a list names it; `fin` is when the function ended, null while it is held. */
export type PassationNommee = {
  id: string
  personneId: string
  personne: string
  structureId: string
  structure: string
  auteur: string
  creeLe: string
  fin: DateFloue | null
  repriseLe: string | null
}

/** Notes with the names of the person and of the structure, whatever is put aside left out (`n`). */
const passationNommee = (collectiviteId: string, suite: SQL) => sql`
  select n.id, n.personne_id as "personneId", p.nom as personne, n.structure_id as "structureId", s.nom as structure, n.auteur, n.cree_le as "creeLe",
    n.reprise_le as "repriseLe", n.releve, n.texte, n.exemple,
    (select max(f.fin) from fonctions f where f.collectivite_id = n.collectivite_id and f.personne_id = n.personne_id and f.structure_id = n.structure_id
      having bool_and(f.fin is not null)) as fin
  from passations n join personnes p on p.collectivite_id = n.collectivite_id and p.id = n.personne_id
    join structures s on s.collectivite_id = n.collectivite_id and s.id = n.structure_id
  where n.collectivite_id = ${collectiviteId} and n.supprime_le is null and ${suite}`

/** A person and a structure where she holds or held a function, and her note when it is written (R-101). */
export type PageDePassation = {
  personne: string
  structure: string
  fin: DateFloue | null
  note: (PassationNommee & { releve: Releve; texte: string | null; exemple: boolean }) | null
}

/** Null when she never had a function there. One statement. */
export async function lirePassation(
  db: Tx,
  { collectiviteId }: Perimetre,
  personneId: string,
  structureId: string
): Promise<PageDePassation | null> {
  const [lue] = (await db.execute(sql`
    select p.nom as personne, s.nom as structure, case when bool_and(f.fin is not null) then max(f.fin) end as fin,
      (select row_to_json(n) from (${passationNommee(collectiviteId, sql`n.personne_id = ${personneId} and n.structure_id = ${structureId}`)}) n) as note
    from fonctions f
      join personnes p on p.collectivite_id = f.collectivite_id and p.id = f.personne_id and p.supprime_le is null
      join structures s on s.collectivite_id = f.collectivite_id and s.id = f.structure_id and s.supprime_le is null
    where f.collectivite_id = ${collectiviteId} and f.personne_id = ${personneId} and f.structure_id = ${structureId}
    group by p.nom, s.nom`)) as unknown as PageDePassation[]
  return lue ?? null
}

/** The notes of a person, or of a structure, the latest first. One statement. */
export async function listerPassations(
  db: Tx,
  { collectiviteId }: Perimetre,
  { sorte, id }: { sorte: 'personne' | 'structure'; id: string }
): Promise<PassationNommee[]> {
  const sien = sql`n.${sql.identifier(`${sorte}_id`)} = ${id}`
  return (await db.execute(
    sql`select id, "personneId", personne, "structureId", structure, auteur, "creeLe", fin, "repriseLe" from (${passationNommee(collectiviteId, sien)}) n
      order by "creeLe" desc`
  )) as unknown as PassationNommee[]
}
