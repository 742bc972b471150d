import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { Statut } from '../schema/mots.ts'
import type { Cadre } from './cadre.server.ts'
import { choisies, estEchue, numeroter, numerotees, rangDeLAxe } from './selection.server.ts'

export type LigneCalendrier = {
  id: string
  numero: string | null
  titre: string
  axeId: string | null
  auContrat: boolean
  statut: Statut | null
  debut: DateFloue | null
  fin: DateFloue | null
  etapes: { intitule: string; echeance: DateFloue; faite: boolean }[]
}

export type CalendrierLu = {
  lignes: LigneCalendrier[]
  /** of the years shown: all their fiches, and those past their end */
  total: number
  echues: number
  /** dated, but of other years */
  ailleurs: number
  /** without any date: how many, and the first of them */
  sansDate: { nombre: number; fiches: { id: string; numero: string | null; titre: string }[] }
}

export const LIGNES_PAR_PAGE = 100

/**
 * The fiches that touch the years `de` to `a`, in the order of the contract, with their steps: one page of them, and the count of the
 * others, in one statement. A fiche past its end goes on until today; a fiche without dates that has a dated step has a date.
 */
export async function lireCalendrier(
  db: Tx,
  { collectiviteId }: Perimetre,
  { contratId, axes, filtre }: Cadre['vue'],
  jour: string,
  { de, a, page, parPage = LIGNES_PAR_PAGE }: { de: number; a: number; page: number; parPage?: number }
): Promise<CalendrierLu> {
  const [premier, dernier] = [`${de}-01-01`, `${a}-12-31`]
  const [lu] = (await db.execute(sql`
    with toutes as materialized (
      select f.id, f.numero, f.titre, f.cle_titre as "cleTitre", pl.axe_id as "axeId", pl.rang, pl.id is not null as "auContrat", f.statut, f.debut, f.fin,
        ${rangDeLAxe(axes)} as groupe, ${estEchue(jour)} as echue
      ${choisies(collectiviteId, contratId, filtre)}
    ),
    datees as materialized (
      select e.fiche_id, bool_or(e.echeance <= ${dernier} and e.echeance >= left(${premier}, length(e.echeance))) as ici
      from etapes e where e.collectivite_id = ${collectiviteId} and e.echeance is not null and e.fiche_id in (select id from toutes) group by e.fiche_id
    ),
    situees as materialized (
      select toutes.*, debut is not null or fin is not null or datees.fiche_id is not null as datee,
        coalesce(datees.ici, false) or ((debut is not null or fin is not null) and coalesce(debut <= ${dernier}, true)
          and (coalesce(fin >= left(${premier}, length(fin)), true) or (echue and ${jour}::text >= ${premier}))) as ici
      from toutes left join datees on datees.fiche_id = toutes.id
    ),
    rangees as materialized (
      select *, row_number() over (partition by datee, ici order by groupe, rang, "cleTitre", id) as place from situees
    ),
    page as materialized (
      select * from rangees where (ici and place > ${(page - 1) * parPage} and place <= ${page * parPage}) or (not datee and place <= ${parPage})
    ),
    numerotees as materialized (${numerotees(collectiviteId, contratId)}),
    pas as materialized (
      select e.fiche_id, json_agg(json_build_object('intitule', e.intitule, 'echeance', e.echeance, 'faite', e.faite) order by e.rang) as etapes
      from etapes e where e.collectivite_id = ${collectiviteId} and e.echeance is not null and e.fiche_id = any(array(select id from page where datee)) group by e.fiche_id
    )
    select (select json_build_object('total', count(*) filter (where ici), 'echues', count(*) filter (where ici and echue),
        'ailleurs', count(*) filter (where datee and not ici), 'sansDate', count(*) filter (where not datee)) from situees) as comptes,
      coalesce(json_agg(json_build_object('id', page.id, 'numero', numero, 'ordre', numerotees.ordre, 'titre', titre, 'axeId', "axeId", 'auContrat', "auContrat",
        'statut', statut, 'debut', debut, 'fin', fin, 'datee', datee, 'etapes', coalesce(pas.etapes, '[]')) order by place) filter (where page.id is not null), '[]') as fiches
    from page left join numerotees on numerotees.fiche_id = page.id left join pas on pas.fiche_id = page.id`)) as unknown as {
    comptes: { total: number; echues: number; ailleurs: number; sansDate: number }
    fiches: (LigneCalendrier & { datee: boolean; ordre: number | null })[]
  }[]
  const { comptes, fiches } = lu!
  const lues = numeroter(fiches, axes)
  return {
    ...comptes,
    lignes: lues.filter(({ datee }) => datee).map(({ datee: _, ...ligne }) => ligne),
    sansDate: {
      nombre: comptes.sansDate,
      fiches: lues.filter(({ datee }) => !datee).map(({ id, numero, titre }) => ({ id, numero, titre }))
    }
  }
}
