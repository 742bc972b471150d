import { sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Montants } from '#platform/argent.ts'
import type { Tx } from '#platform/db.server.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { Groupement, Tri } from '../schema/portefeuille.ts'
import type { LigneFiche } from '../regles/tableau.ts'
import type { NatureAction, Statut } from '../schema/mots.ts'
import { dernieresNouvelles } from './nouvelles.server.ts'
import {
  choisies,
  estConnue,
  estDuContrat,
  numerotees,
  numeroter,
  pilotesDe,
  rangDeLAxe,
  type FiltrePortefeuille
} from './selection.server.ts'

export type PagePortefeuille = { lignes: LigneFiche[]; total: number }

export const PAR_PAGE = 50

/**
 * One page of the portfolio of a territory, seen from a contract (whose places give the axes), in one statement and one JSON value.
 * `axes` are the contract's, in reading order; a fiche without a number of its own is numbered by its place (« 1.2.3 »), in the order
 * of `listerPlaces`. Groups come in a settled order, so that a page can stop inside one; each row says how many its group has.
 */
export async function lirePortefeuille(
  db: Tx,
  perimetre: Perimetre,
  vue: {
    contratId: string | null
    axes: readonly { id: string; numero: string }[]
    filtre: FiltrePortefeuille
    grouper: Groupement
    tri: Tri
    descendant: boolean
    page: number
    parPage?: number
  }
): Promise<PagePortefeuille> {
  const { collectiviteId } = perimetre
  const parPage = vue.parPage ?? PAR_PAGE
  const rangAxe = rangDeLAxe(vue.axes)
  const groupe: Record<Groupement, SQL> = {
    axe: rangAxe,
    statut: sql`coalesce(array_position(array['en_retard','bloque','en_cours','a_discuter','a_venir','en_pause','realise','abandonne'], f.statut), 9)`,
    pilote: sql`coalesce((select nom from (${pilotesDe(collectiviteId, sql`i.fiche_id = f.id`)}) premiers where ordre = 1), '~')`,
    aucun: sql`1`
  }
  const tris: Record<Tri, SQL> = {
    numero: rangAxe,
    titre: sql`f.cle_titre`,
    statut: groupe.statut,
    debut: sql`f.debut`,
    fin: sql`f.fin`,
    budget: sql`f.budget_previsionnel`,
    modifie: sql`f.modifie_le`
  }
  const sens = vue.descendant ? sql`desc nulls last` : sql`asc nulls last`
  // what hangs from the rows is asked of the fifty of the page, once: asked row by row it took most of the time
  const dansLaPage = sql`any(array(select id from page))`
  const [lu] = (await db.execute(sql`
    with page as materialized (
      select x.*, count(*) over () as total, count(*) over (partition by groupe) as "dansLeGroupe",
        row_number() over (order by groupe, cle ${sens}, ${vue.tri === 'numero' ? sql`rang ${sens},` : sql``} "cleTitre", id desc) as place
      from (
        select f.id, f.numero, f.titre, f.cle_titre as "cleTitre", pl.axe_id as "axeId", pl.rang, pl.id is not null as "auContrat", f.nature, f.statut, f.priorite,
          f.debut, f.fin, f.publics, f.thematiques, f.types, f.budget_previsionnel as "budgetPrevisionnel", f.budget_taxe as "budgetTaxe", f.modifie_le as "modifieLe", f.exemple, f.hors_qpv as "horsQpv",
          ${groupe[vue.grouper]} as groupe, ${tris[vue.tri]} as cle
        ${choisies(collectiviteId, vue.contratId, vue.filtre)}
      ) x
      order by place limit ${parPage} offset ${(vue.page - 1) * parPage}
    ),
    numerotees as materialized (${numerotees(collectiviteId, vue.contratId)}),
    pilotes as materialized (select fiche_id, json_agg(nom order by ordre) as noms from (${pilotesDe(collectiviteId, sql`i.fiche_id = ${dansLaPage}`)}) p group by fiche_id),
    referents as materialized (
      select i.fiche_id, json_agg(coalesce(p.nom, s.nom) order by i.role desc, i.rang) as noms
      from intervenants i left join structures s on s.collectivite_id = i.collectivite_id and s.id = i.structure_id
        left join personnes p on p.collectivite_id = i.collectivite_id and p.id = i.personne_id
      where i.collectivite_id = ${collectiviteId} and i.role in ('elu_referent', 'direction_referente') and i.fiche_id = ${dansLaPage} group by i.fiche_id
    ),
    situees as materialized (
      select fq.fiche_id, json_agg(q.nom order by q.nom) as noms
      from fiches_quartiers fq join quartiers q on q.collectivite_id = fq.collectivite_id and q.id = fq.quartier_id and q.supprime_le is null
      where fq.collectivite_id = ${collectiviteId} and fq.fiche_id = ${dansLaPage} group by fq.fiche_id
    ),
    dites as materialized (${dernieresNouvelles(collectiviteId, sql`n.fiche_id = ${dansLaPage}`)}),
    filles as materialized (
      select parent_id, count(*) as nombre from fiches where collectivite_id = ${collectiviteId} and parent_id = ${dansLaPage} and supprime_le is null group by parent_id
    )
    select coalesce(max(page.total), 0)::int as total, coalesce(json_agg(json_build_object(
      'id', page.id, 'numero', page.numero, 'ordre', numerotees.ordre, 'titre', titre, 'axeId', "axeId", 'auContrat', "auContrat", 'nature', nature, 'statut', statut,
      'priorite', priorite, 'debut', debut, 'fin', fin, 'pilotes', coalesce(pilotes.noms, '[]'), 'publics', publics, 'thematiques', thematiques, 'types', types,
      'referents', coalesce(referents.noms, '[]'), 'quartiers', coalesce(situees.noms, '[]'), 'horsQpv', "horsQpv",
      'budgetPrevisionnel', "budgetPrevisionnel", 'budgetTaxe', "budgetTaxe", 'modifieLe', "modifieLe", 'derniereNouvelle', dites.date, 'sousActions', coalesce(filles.nombre, 0), 'exemple', exemple, 'dansLeGroupe', "dansLeGroupe"
    ) order by place), '[]') as lignes
    from page
      left join numerotees on numerotees.fiche_id = page.id
      left join pilotes on pilotes.fiche_id = page.id
      left join referents on referents.fiche_id = page.id
      left join situees on situees.fiche_id = page.id
      left join dites on dites.fiche_id = page.id
      left join filles on filles.parent_id = page.id`)) as unknown as {
    total: number
    lignes: (LigneFiche & { ordre: number | null })[]
  }[]
  return { lignes: numeroter(lu!.lignes, vue.axes), total: lu!.total }
}

export type Resume = {
  /** how many actions there are, on the day that is looked at */
  total: number
  /** true when the territory has no action at all, whatever the day */
  vide: boolean
  auContrat: number
  horsContrat: number
  /** how many are of the contract by rule (R-027), and whether the others are of an ASV */
  duCls: number
  asvDepuis: DateFloue | null
  parStatut: Partial<Record<Statut, number>>
  sansStatut: number
  /** how many fiches of the contract are of each nature (R-069); « » where nobody has said it */
  parNature: Partial<Record<NatureAction | '', number>>
  budget: Montants
  /** how many fiches have this end and this status, for those whose end is known */
  fins: { fin: DateFloue; statut: Statut | null; nombre: number }[]
  /** the publics that the fiches name, for the filter and for suggestions */
  publics: string[]
}

/**
 * The figures above the portfolio, and the publics that its filter offers (at most 500), in one statement. `connuesAu`: only the actions known
 * by this day count, as in the list (R-025).
 */
export async function resumerPortefeuille(
  db: Tx,
  perimetre: Perimetre,
  contratId: string | null,
  programme: { au: string; enCours: readonly string[] } = { au: '', enCours: [] },
  connuesAu?: string
): Promise<Resume> {
  const [lu] = (await db.execute(sql`
    with toutes as materialized (
      select f.statut, f.nature, f.fin, f.budget_previsionnel, f.budget_taxe, f.publics, f.parent_id, p.id as place, ${estDuContrat(perimetre.collectiviteId, programme)} as du_cls,
        ${connuesAu ? estConnue(perimetre.collectiviteId, connuesAu) : sql`true`} as connue
      from fiches f left join places p on p.collectivite_id = f.collectivite_id and p.fiche_id = f.id and p.contrat_id = ${contratId} and p.jusque is null
      where f.collectivite_id = ${perimetre.collectiviteId} and f.supprime_le is null
    ), premieres as (select * from toutes where parent_id is null and connue)
    select count(*)::int as total, not exists (select 1 from toutes where parent_id is null) as vide, count(place)::int as "auContrat", (count(*) filter (where du_cls))::int as "duCls", (select asv_depuis from collectivites where id = ${perimetre.collectiviteId}) as "asvDepuis", json_build_object('ht', coalesce(sum(budget_previsionnel) filter (where budget_taxe = 'ht'), 0), 'ttc', coalesce(sum(budget_previsionnel) filter (where budget_taxe = 'ttc'), 0)) as budget,
      (select coalesce(json_object_agg(coalesce(statut, ''), n), '{}') from (select statut, count(*) as n from premieres group by statut) x) as "parStatut",
      (select coalesce(json_object_agg(coalesce(nature, ''), n), '{}') from (select nature, count(*) as n from premieres where place is not null group by nature) x) as "parNature",
      (select coalesce(json_agg(x), '[]') from (select fin, statut, count(*) as nombre from premieres where fin is not null group by fin, statut) x) as fins,
      (select coalesce(json_agg(x.nom), '[]') from (select distinct nom from toutes, unnest(publics) nom order by nom limit 500) x) as publics
    from premieres`)) as unknown as (Omit<Resume, 'horsContrat' | 'sansStatut'> & { parStatut: Record<string, number> })[]
  const { '': sansStatut = 0, ...parStatut } = lu!.parStatut
  return { ...lu!, parStatut, sansStatut, horsContrat: lu!.total - lu!.auContrat }
}
