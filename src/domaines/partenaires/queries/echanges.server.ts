import { sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { normaliser } from '#platform/texte.ts'
import {
  ECHANGES_PAR_PAGE,
  type EtatEchange,
  type FiltreEchanges,
  type NatureEchange,
  type VerdictRencontre
} from '../schema/echanges.ts'
import type { Facette, Thematique } from '../schema/themes.ts'

/** An entry of the board, as its page and that of its structure say it. */
export type Echange = {
  id: string
  nature: NatureEchange
  structureId: string
  structure: string
  personneId: string | null
  personne: string | null
  courriel: string | null
  titre: string
  texte: string | null
  thematiques: Thematique[]
  facettes: Facette[]
  quartierId: string | null
  quartier: string | null
  jusque: string | null
  etat: EtatEchange
  depuis: string
  issue: string | null
  exemple: boolean
  creeLe: string
}

type Rencontree = { id: string; titre: string; structure: string }

export type RencontreDite = {
  id: string
  un: Rencontree
  autre: Rencontree
  verdict: VerdictRencontre
  date: string
  note: string | null
  auteur: string
}

export type Tableau = {
  lignes: Echange[]
  total: number
  /** those that wait or are under way, which alone are compared */
  vivants: Echange[]
  /** what was said of the entries that are read */
  rencontres: RencontreDite[]
  comptes: Partial<Record<NatureEchange, number>>
  jamais: boolean
}

/** An entry with the names of what it refers to: `e` joined to its structure, its person and its quartier. */
export const echangeNomme = (collectiviteId: string, suite: SQL = sql`true`) => sql`
  select e.id, e.nature, e.structure_id as "structureId", s.nom as structure, e.personne_id as "personneId", p.nom as personne,
    coalesce(p.courriel, s.courriel) as courriel, e.titre, e.texte, e.thematiques, e.facettes, e.quartier_id as "quartierId", q.nom as quartier,
    e.jusque, e.etat, e.depuis, e.issue, e.exemple, e.cree_le as "creeLe", e.cle_titre, s.cle_nom
  from echanges e join structures s on s.collectivite_id = e.collectivite_id and s.id = e.structure_id
    left join personnes p on p.collectivite_id = e.collectivite_id and p.id = e.personne_id
    left join quartiers q on q.collectivite_id = e.collectivite_id and q.id = e.quartier_id
  where e.collectivite_id = ${collectiviteId} and e.supprime_le is null and ${suite}`

/** The board, filtered, a page of it, with what may be compared and what was said of pairs. One statement. */
export async function lireTableauDEchanges(
  db: Tx,
  { collectiviteId }: Perimetre,
  filtre: FiltreEchanges,
  page: number
): Promise<Tableau> {
  const q = `%${normaliser(filtre.q ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const retenu = sql.join(
    [
      filtre.q ? sql`(cle_titre like ${q} or cle_nom like ${q})` : sql`true`,
      filtre.nature ? sql`nature = ${filtre.nature}` : sql`true`,
      filtre.theme ? sql`${filtre.theme} = any(thematiques)` : sql`true`,
      filtre.facette ? sql`${filtre.facette} = any(facettes)` : sql`true`,
      filtre.etat === undefined
        ? sql`etat in ('ouverte', 'en_cours')`
        : filtre.etat === 'toutes'
          ? sql`true`
          : sql`etat = ${filtre.etat}`
    ],
    sql` and `
  )
  const [lu] = (await db.execute(sql`
    with tous as (${echangeNomme(collectiviteId)}),
      retenus as (select * from tous where ${retenu}),
      montres as (select * from retenus order by etat in ('aboutie', 'abandonnee'), "creeLe" desc, id desc
        limit ${ECHANGES_PAR_PAGE} offset ${(page - 1) * ECHANGES_PAR_PAGE}),
      vivants as (select * from tous where etat in ('ouverte', 'en_cours') order by "creeLe" desc, id desc limit 400)
    select (select coalesce(json_agg(m), '[]') from montres m) as lignes,
      (select count(*)::int from retenus) as total,
      (select coalesce(json_agg(v), '[]') from vivants v) as vivants,
      (select coalesce(json_agg(json_build_object('id', r.id, 'un', json_build_object('id', u.id, 'titre', u.titre, 'structure', u.structure), 'autre', json_build_object('id', a.id, 'titre', a.titre, 'structure', a.structure), 'verdict', r.verdict, 'date', r.date, 'note', r.note, 'auteur', r.auteur) order by r.date desc, r.id desc), '[]')
        from rapprochements r join tous u on u.id = r.un_id join tous a on a.id = r.autre_id where r.collectivite_id = ${collectiviteId}) as rencontres,
      (select coalesce(json_object_agg(nature, n), '{}') from (select nature, count(*)::int as n from tous where etat in ('ouverte', 'en_cours') group by nature) c) as comptes,
      (select not exists (select 1 from tous)) as jamais`)) as unknown as [Tableau]
  return lu
}

/** The names that a form of the board proposes: structures, people, quartiers. One statement. */
export async function nomsPourEchange(db: Tx, { collectiviteId }: Perimetre) {
  const noms = (table: 'structures' | 'personnes') =>
    sql`(select coalesce(json_agg(nom order by cle_nom), '[]') from ${sql.identifier(table)} where collectivite_id = ${collectiviteId} and supprime_le is null)`
  const [lus] = (await db.execute(sql`select ${noms('structures')} as structures, ${noms('personnes')} as personnes,
    (select coalesce(json_agg(json_build_object('id', id, 'nom', nom) order by nom), '[]') from quartiers
      where collectivite_id = ${collectiviteId} and supprime_le is null) as quartiers`)) as unknown as [
    { structures: string[]; personnes: string[]; quartiers: { id: string; nom: string }[] }
  ]
  return lus
}
