import { sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { AdressePerdue, LettrePerdue } from '../schema/lettres-perdues.ts'
import { estHabitante } from './volontaires.server.ts'

const A_QUI = { personnes: sql`e.personne_id`, structures: sql`e.structure_id` }

/**
 * A column: what became of the last letter to the present address of the row of `table`; null when it left, or when none did. An address that
 * was corrected since has no past.
 */
export const lettrePerdue = (table: keyof typeof A_QUI): SQL<LettrePerdue | null> => {
  const t = sql.identifier(table)
  return sql<LettrePerdue | null>`(select case when e.etat <> 'parti' then json_build_object('le', to_char(e.cree_le at time zone 'Europe/Paris', 'YYYY-MM-DD'),
      'etat', e.etat, 'motif', e.motif) end
    from envois e where e.collectivite_id = ${t}.collectivite_id and ${A_QUI[table]} = ${t}.id and lower(e.courriel) = lower(${t}.courriel)
      and e.etat in ('parti', 'refuse', 'doute') order by e.cree_le desc, e.id desc limit 1)`
}

const perdues = (table: keyof typeof A_QUI, collectiviteId: string, presente: SQL) => sql`
  select ${sql.identifier(table)}.id, nom, cle_nom, courriel, ${table === 'personnes' ? 'personne' : 'structure'} as sorte, lettre
  from ${sql.identifier(table)} cross join lateral (select ${lettrePerdue(table)} as lettre) l
  where collectivite_id = ${collectiviteId} and supprime_le is null and courriel is not null and lettre is not null and ${presente}`

/** Every address of the directory, as a column of a statement: those whose last letter did not arrive, by name. Residents are not among them. */
export const adressesPerdues = ({ collectiviteId }: Perimetre): SQL<AdressePerdue[]> =>
  sql<
    AdressePerdue[]
  >`(select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'nom', x.nom, 'courriel', x.courriel, 'sorte', x.sorte) || x.lettre::jsonb order by x.cle_nom, x.id), '[]')
    from (${perdues('personnes', collectiviteId, sql`not ${estHabitante(sql`personnes`)}`)} union all ${perdues('structures', collectiviteId, sql`true`)}) x)`

/** The addresses to check (R-090). One statement. */
export async function listerAdressesPerdues(db: Tx, perimetre: Perimetre): Promise<AdressePerdue[]> {
  const [lu] = (await db.execute(sql`select ${adressesPerdues(perimetre)} as perdues`)) as unknown as [
    { perdues: AdressePerdue[] }
  ]
  return lu.perdues
}
