import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { TypeStructure } from '../schema.ts'
import type { AnnuaireConnu } from '../schema/contacts.ts'
import { estHabitante } from './volontaires.server.ts'
import { SORTES, type Sorte } from '../schema/paires.ts'

/** The whole directory as an import of contacts is compared with it, in one statement. */
export async function lireAnnuaire(db: Tx, { collectiviteId }: Perimetre): Promise<AnnuaireConnu> {
  const ici = sql`t.collectivite_id = ${collectiviteId}`
  const liste = (contenu: ReturnType<typeof sql>, suite: ReturnType<typeof sql>) =>
    sql`coalesce((select json_agg(${contenu} order by t.id) from ${suite}), '[]')`
  const reunies = (table: Sorte) =>
    liste(
      sql`json_build_object('id', t.un_id, 'nom', t.nom)`,
      sql`${sql.identifier(`paires_${table}`)} t where ${ici} and t.verdict = 'reunies'`
    )
  const [lu] = (await db.execute(sql`select
    ${liste(
      sql`json_build_object('id', t.id, 'nom', t.nom, 'sigle', t.sigle, 'type', t.type, 'siret', t.siret, 'courriel', t.courriel, 'telephone', t.telephone, 'quartierId', t.quartier_id)`,
      sql`structures t where ${ici} and t.supprime_le is null`
    )} as structures,
    ${liste(
      sql`json_build_object('id', t.id, 'nom', t.nom, 'courriel', t.courriel, 'telephone', t.telephone)`,
      sql`personnes t where ${ici} and t.supprime_le is null`
    )} as personnes,
    ${liste(
      sql`json_build_object('id', t.id, 'personneId', t.personne_id, 'structureId', t.structure_id, 'intitule', t.intitule)`,
      sql`fonctions t where ${ici} and t.fin is null`
    )} as fonctions,
    ${reunies('structures')} as "autresStructures", ${reunies('personnes')} as "autresPersonnes",
    ${liste(sql`json_build_object('id', t.id, 'nom', t.nom)`, sql`quartiers t where ${ici} and t.supprime_le is null`)} as quartiers`)) as unknown as [
    AnnuaireConnu
  ]
  return lu
}

type Nomme = { id: string; nom: string }

/**
 * Names of what was merged, each with the id of the one that stays: an import that says them finds it. A name that another has taken
 * since is its own. One statement.
 */
export async function autresNoms(db: Tx, { collectiviteId }: Perimetre): Promise<Record<Sorte, Nomme[]>> {
  const parties = SORTES.map((sorte) => {
    const [paires, table] = [sql.identifier(`paires_${sorte}`), sql.identifier(sorte)]
    return sql`select ${sql.raw(`'${sorte}'`)} as sorte, t.un_id as id, t.nom from ${paires} t
      join ${table} garde on garde.collectivite_id = t.collectivite_id and garde.id = t.un_id and garde.supprime_le is null
      where t.collectivite_id = ${collectiviteId} and t.verdict = 'reunies'
        and not exists (select 1 from ${table} a where a.collectivite_id = t.collectivite_id and lower(a.nom) = lower(t.nom) and a.supprime_le is null)`
  })
  const lus = (await db.execute(sql.join(parties, sql` union all `))) as unknown as (Nomme & { sorte: Sorte })[]
  const de = (sorte: Sorte) => lus.filter((lu) => lu.sorte === sorte).map(({ id, nom }) => ({ id, nom }))
  return { structures: de('structures'), personnes: de('personnes') }
}

export type LigneDAnnuaire = {
  structure: string | null
  sigle: string | null
  type: TypeStructure | null
  siret: string | null
  courrielStructure: string | null
  telephoneStructure: string | null
  quartier: string | null
  personne: string | null
  fonction: string | null
  courriel: string | null
  telephone: string | null
}

/** The whole directory, a row for each function held today, for each structure without anyone and for each person without a function. */
export async function listerAnnuaire(db: Tx, { collectiviteId }: Perimetre): Promise<LigneDAnnuaire[]> {
  return (await db.execute(sql`
    with tenues as (select f.structure_id, f.intitule, p.* from fonctions f
        join personnes p on p.collectivite_id = f.collectivite_id and p.id = f.personne_id and p.supprime_le is null
        where f.collectivite_id = ${collectiviteId} and f.fin is null),
      ici as (select * from structures where collectivite_id = ${collectiviteId} and supprime_le is null),
      lignes as (
        select s.id as structure_id, t.id as personne_id, t.intitule from ici s left join tenues t on t.structure_id = s.id
        union all select null, p.id, null from personnes p where p.collectivite_id = ${collectiviteId} and p.supprime_le is null and not ${estHabitante(sql`p`)}
          and p.id not in (select t.id from tenues t join ici s on s.id = t.structure_id)
      )
    select s.nom as structure, s.sigle, s.type, s.siret, s.courriel as "courrielStructure", s.telephone as "telephoneStructure", q.nom as quartier,
      p.nom as personne, l.intitule as fonction, p.courriel, p.telephone
    from lignes l left join ici s on s.id = l.structure_id
      left join personnes p on p.collectivite_id = ${collectiviteId} and p.id = l.personne_id
      left join quartiers q on q.collectivite_id = ${collectiviteId} and q.id = s.quartier_id
    order by s.cle_nom nulls last, p.cle_nom, l.intitule`)) as unknown as LigneDAnnuaire[]
}
