import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { MOMENTS, type Moment } from '#domaines/contrats/schema.ts'
import { attentes, type TotalCase } from '../regles/matrice.ts'
import type { Statut } from '../schema/mots.ts'
import { PAR_PAGE } from './portefeuille.server.ts'
import { numeroter, rangDeLAxe, type AxeNumerote } from './selection.server.ts'

export type LigneMatrice = {
  id: string
  numero: string | null
  titre: string
  axeId: string | null
  statut: Statut | null
  exemple: boolean
  /** the questions that have their answer, due or not */
  reponses: { axe: string; moment: Moment }[]
  /** answers due today that are not there */
  manquent: number
  /** how many fiches of the whole view stand in the same group, and what they owe together */
  dansLeGroupe: number
  manquentDansLeGroupe: number
}

export type Matrice = {
  lignes: LigneMatrice[]
  /** rows of the view, over all its pages */
  total: number
  /** actions that the view's axis has, and those of them that owe an answer */
  actions: number
  debitrices: number
  totaux: TotalCase[]
}

/**
 * One page of the matrix of a contract (R-063): its actions, by thematic axis, and which of its transversal questions each has answered, in
 * one statement. What is due follows the rule of the room, given to the statement as pairs. The totals are those of the axis and moment
 * that are looked at, whether or not only what is missing is shown. `axes` are the thematic ones, in reading order.
 */
export async function lireMatrice(
  db: Tx,
  perimetre: Perimetre,
  vue: {
    contratId: string
    axes: readonly AxeNumerote[]
    transversaux: readonly string[]
    /** only the actions under one of these axes */
    sous?: readonly string[]
    moment?: Moment
    manque?: boolean
    page: number
    parPage?: number
  }
): Promise<Matrice> {
  const { collectiviteId } = perimetre
  const parPage = vue.parPage ?? PAR_PAGE
  const uuids = (ids: readonly string[]) => sql`${sql.param([...ids])}::uuid[]`
  const dues = attentes(vue.moment ? [vue.moment] : MOMENTS)
  const [lu] = (await db.execute(sql`
    with attentes as (
      select * from unnest(${sql.param(dues.map(({ statut }) => statut))}::text[], ${sql.param(dues.map(({ moment }) => moment))}::text[]) as a (statut, moment)
    ),
    placees as materialized (
      select f.id, f.parent_id, f.numero, f.titre, f.cle_titre, f.statut, f.exemple, pl.axe_id, pl.rang,
        ${rangDeLAxe(vue.axes)} as groupe,
        row_number() over (partition by pl.axe_id order by pl.rang, pl.id) as ordre
      from places pl join fiches f on f.collectivite_id = pl.collectivite_id and f.id = pl.fiche_id and f.supprime_le is null
      where pl.collectivite_id = ${collectiviteId} and pl.contrat_id = ${vue.contratId} and pl.jusque is null
        ${vue.sous ? sql`and pl.axe_id = any(${uuids(vue.sous)})` : sql``}
    ),
    donnees as materialized (
      select fiche_id, axe_id, moment from reponses where collectivite_id = ${collectiviteId} and axe_id = any(${uuids(vue.transversaux)})
    ),
    dues as materialized (
      select p.id, t.axe_id, a.moment, d.fiche_id is not null as repondue
      from placees p join attentes a on a.statut = coalesce(p.statut, '')
        cross join unnest(${uuids(vue.transversaux)}) as t (axe_id)
        left join donnees d on d.fiche_id = p.id and d.axe_id = t.axe_id and d.moment = a.moment
      where p.parent_id is null
    ),
    comptees as materialized (
      select p.*, coalesce(m.manquent, 0) as manquent
      from placees p left join (select id, count(*) as manquent from dues where not repondue group by id) m on m.id = p.id
      where p.parent_id is null
    ),
    voulues as materialized (
      select c.*, count(*) over (partition by groupe) as "dansLeGroupe", sum(manquent) over (partition by groupe) as "manquentDansLeGroupe",
        row_number() over (order by groupe, rang, cle_titre, id) as place
      from comptees c where ${vue.manque ? sql`manquent > 0` : sql`true`}
    )
    select
      (select count(*)::int from comptees) as actions,
      (select count(*)::int from comptees where manquent > 0) as debitrices,
      (select count(*)::int from voulues) as total,
      (select coalesce(json_agg(x), '[]') from (
        select axe_id as axe, moment, count(*) as attendues, count(*) filter (where repondue) as repondues from dues group by axe_id, moment
      ) x) as totaux,
      (select coalesce(json_agg(json_build_object(
        'id', id, 'numero', numero, 'ordre', ordre, 'titre', titre, 'axeId', axe_id, 'statut', statut, 'exemple', exemple, 'manquent', manquent,
        'dansLeGroupe', "dansLeGroupe", 'manquentDansLeGroupe', "manquentDansLeGroupe",
        'reponses', coalesce((select json_agg(json_build_object('axe', d.axe_id, 'moment', d.moment)) from donnees d where d.fiche_id = v.id), '[]')
      ) order by place), '[]') from (select * from voulues order by place limit ${parPage} offset ${(vue.page - 1) * parPage}) v) as lignes`)) as unknown as [
    Omit<Matrice, 'lignes'> & { lignes: (LigneMatrice & { ordre: number })[] }
  ]
  return { ...lu, lignes: numeroter(lu.lignes, vue.axes) }
}
