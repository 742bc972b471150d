import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import { direDate } from '#platform/dates.ts'
import type { Tx } from '#platform/db.server.ts'
import { JOURS_DE_RETOUR } from '../schema.ts'

export type Retire = { table: string; id: string; nom: string; retireLe: Date }

/** Objects of every room that can be put aside, and what to call one of them; views are their owner's, and stay on her page. */
const NOMS: Record<string, string> = {
  fiches: 'titre',
  nouvelles: 'texte',
  contrats: 'intitule',
  axes: 'intitule',
  actes: 'reference',
  faits: 'texte',
  prs: 'sigle',
  reperes: 'intitule',
  programmes: 'intitule',
  postes: 'intitule',
  instances: 'nom',
  echanges: 'titre',
  invitations_recues: 'intitule',
  passages: 'sujets',
  supports: 'intitule',
  formations: 'intitule',
  structures: 'nom',
  personnes: 'nom',
  quartiers: 'nom'
}

/** What was merged into another is not put aside: the act that merged it gives it back; nor who is to be erased, whose page gives her back. */
const sansLesReunies = (table: string) =>
  ['structures', 'personnes'].includes(table)
    ? sql` and not exists (select 1 from ${sql.identifier(`paires_${table}`)} p where p.collectivite_id = t.collectivite_id and p.autre_id = t.id and p.verdict = 'reunies')${table === 'personnes' ? sql` and not exists (select 1 from effacements e where e.collectivite_id = t.collectivite_id and e.personne_id = t.id)` : sql``}`
    : sql``

/** What was put aside on the territory in the last thirty days, the latest first, in one statement. */
export async function listerRetires(db: Tx, perimetre: Perimetre, maintenant: Date): Promise<Retire[]> {
  const ici = sql`t.collectivite_id = ${perimetre.collectiviteId} and t.supprime_le > ${maintenant.toISOString()}::timestamptz - make_interval(days => ${JOURS_DE_RETOUR})`
  const parties = Object.entries(NOMS).map(
    ([table, nom]) =>
      sql`select ${sql.raw(`'${table}'`)} as "table", t.id, t.${sql.identifier(nom)} as nom, t.supprime_le from ${sql.identifier(table)} t where ${ici}${sansLesReunies(table)}`
  )
  parties.push(
    sql`select 'seances', t.id, concat(i.nom, ', ', t.jour), t.supprime_le from seances t join instances i on i.collectivite_id = t.collectivite_id and i.id = t.instance_id where ${ici}`
  )
  parties.push(
    sql`select 'relations', t.id, concat(u.nom, ' et ', a.nom), t.supprime_le from relations t join structures u on u.collectivite_id = t.collectivite_id and u.id = t.un_id join structures a on a.collectivite_id = t.collectivite_id and a.id = t.autre_id where ${ici}`
  )
  parties.push(
    sql`select 'regroupements', t.id, concat(m.nom, ', dans ', e.nom), t.supprime_le from regroupements t join structures e on e.collectivite_id = t.collectivite_id and e.id = t.ensemble_id join structures m on m.collectivite_id = t.collectivite_id and m.id = t.membre_id where ${ici}`
  )
  for (const table of ['signataires', 'conventions', 'chartes', 'implantations'])
    parties.push(
      sql`select ${sql.raw(`'${table}'`)}, t.id, s.nom, t.supprime_le from ${sql.identifier(table)} t join structures s on s.collectivite_id = t.collectivite_id and s.id = t.structure_id where ${ici}`
    )
  parties.push(
    sql`select 'ambassadeurs', t.id, p.nom, t.supprime_le from ambassadeurs t join personnes p on p.collectivite_id = t.collectivite_id and p.id = t.personne_id
      where ${ici} and t.accord_retire_le is null`
  )
  parties.push(
    sql`select 'passations', t.id, p.nom, t.supprime_le from passations t join personnes p on p.collectivite_id = t.collectivite_id and p.id = t.personne_id where ${ici}`
  )
  // who may bring a document back depends on what it is attached to
  parties.push(
    sql`select case when t.fiche_id is null then 'pieces_du_contrat' else 'pieces' end, t.id, t.intitule, t.supprime_le from pieces t where ${ici}`
  )
  const lus = (await db.execute(
    sql`select "table", id, left(nom, 160) as nom, supprime_le as "retireLe" from (${sql.join(parties, sql` union all `)}) x order by supprime_le desc, nom limit 500`
  )) as unknown as (Omit<Retire, 'retireLe'> & { retireLe: string })[]
  return lus.map(({ nom, ...lu }) => ({
    ...lu,
    // a meeting is named by its day, which the database writes from the largest to the smallest
    nom: lu.table === 'seances' ? nom.replace(/\d{4}-\d\d-\d\d$/, direDate) : nom,
    retireLe: new Date(lu.retireLe)
  }))
}
