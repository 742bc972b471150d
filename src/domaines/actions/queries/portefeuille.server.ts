import { and, asc, desc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { DateFloue } from '#platform/dates.ts'
import { normaliser } from '#platform/texte.ts'
import { fiches, places } from '../tables.server.ts'
import type { Groupement, Tri } from '../schema/portefeuille.ts'
import type { NatureAction, Priorite, Statut } from '../schema/mots.ts'

export type FiltrePortefeuille = {
  recherche?: string
  statut?: Statut
  quartierId?: string
  structureId?: string
  publicVise?: string
  axeId?: string
  priorite?: Priorite
  /** only the fiches that stand in this contract, or (null) in none */
  contratId?: string | null
}

export type LigneFiche = {
  id: string
  numero: string | null
  titre: string
  axeId: string | null
  auContrat: boolean
  nature: NatureAction | null
  statut: Statut | null
  priorite: Priorite | null
  debut: DateFloue | null
  fin: DateFloue | null
  pilotes: string[]
  publics: string[]
  quartiers: string[]
  budgetPrevisionnel: number | null
  modifieLe: string
  sousActions: number
  exemple: boolean
}

export type PagePortefeuille = { lignes: LigneFiche[]; total: number; parGroupe: Map<string, number> }

export const PAR_PAGE = 50

/**
 * One page of the portfolio of a territory, seen from a contract (whose places give the axes), in one statement.
 * `axes` are the ids of its axes in reading order. Groups come in a settled order, so that a page can stop inside one.
 */
export async function lirePortefeuille(
  db: Tx,
  perimetre: Perimetre,
  vue: {
    contratId: string | null
    axes: readonly string[]
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
  const rangAxe = sql`coalesce(array_position(${sql.param([...vue.axes])}::uuid[], ${places.axeId}), case when ${places.id} is null then 1000001 else 1000000 end)`
  // asked of the fifty fiches of the page, not of all: without fresh statistics a joined aggregate is read again for each row
  const pilotes = sql`select coalesce(s.nom, p.nom) from intervenants i
      left join structures s on s.collectivite_id = i.collectivite_id and s.id = i.structure_id left join personnes p on p.collectivite_id = i.collectivite_id and p.id = i.personne_id
      where i.collectivite_id = ${collectiviteId} and i.fiche_id = ${fiches.id} and i.role in ('pilote', 'copilote', 'service_pilote', 'personne_pilote')
      order by array_position(array['pilote', 'service_pilote', 'personne_pilote', 'copilote'], i.role), i.rang`
  const groupe: Record<Groupement, SQL> = {
    axe: rangAxe,
    statut: sql`coalesce(array_position(array['en_retard','bloque','en_cours','a_discuter','a_venir','en_pause','realise','abandonne'], ${fiches.statut}), 9)`,
    pilote: sql`coalesce((${pilotes} limit 1), '~')`,
    aucun: sql`1`
  }
  const tris: Record<Tri, SQL[]> = {
    numero: [rangAxe, sql`${places.rang}`],
    titre: [sql`${fiches.cleTitre}`],
    statut: [groupe.statut],
    debut: [sql`${fiches.debut}`],
    fin: [sql`${fiches.fin}`],
    budget: [sql`${fiches.budgetPrevisionnel}`],
    modifie: [sql`${fiches.modifieLe}`]
  }
  const sens = (expression: SQL) => (vue.descendant ? sql`${expression} desc nulls last` : sql`${expression} asc nulls last`)
  const lignes = await db
    .select({
      id: fiches.id,
      numero: fiches.numero,
      titre: fiches.titre,
      axeId: places.axeId,
      auContrat: sql<boolean>`${places.id} is not null`,
      nature: fiches.nature,
      statut: fiches.statut,
      priorite: fiches.priorite,
      debut: fiches.debut,
      fin: fiches.fin,
      pilotes: sql<string[]>`array(${pilotes})`,
      publics: fiches.publics,
      quartiers: sql<
        string[]
      >`array(select q.nom from fiches_quartiers fq join quartiers q on q.collectivite_id = fq.collectivite_id and q.id = fq.quartier_id and q.supprime_le is null
        where fq.collectivite_id = ${collectiviteId} and fq.fiche_id = ${fiches.id} order by q.nom)`,
      budgetPrevisionnel: fiches.budgetPrevisionnel,
      modifieLe: sql<string>`to_json(${fiches.modifieLe}) #>> '{}'`,
      sousActions: sql<number>`(select count(*)::int from fiches f where f.collectivite_id = ${collectiviteId} and f.parent_id = ${fiches.id} and f.supprime_le is null)`,
      exemple: fiches.exemple,
      total: sql<number>`count(*) over ()::int`,
      cleGroupe: sql<string>`(${groupe[vue.grouper]})::text`,
      dansLeGroupe: sql<number>`count(*) over (partition by ${groupe[vue.grouper]})::int`
    })
    .from(fiches)
    .leftJoin(
      places,
      and(
        eq(places.collectiviteId, fiches.collectiviteId),
        eq(places.ficheId, fiches.id),
        vue.contratId ? eq(places.contratId, vue.contratId) : sql`false`
      )
    )
    .where(
      and(
        eq(fiches.collectiviteId, collectiviteId),
        isNull(fiches.supprimeLe),
        isNull(fiches.parentId),
        ...conditions(vue.filtre, collectiviteId)
      )
    )
    .orderBy(
      asc(groupe[vue.grouper]),
      ...tris[vue.tri].map(sens),
      vue.tri === 'numero' ? sql`${places.rang} asc nulls last` : sql`1`,
      asc(fiches.cleTitre),
      desc(fiches.id)
    )
    .limit(parPage)
    .offset((vue.page - 1) * parPage)
  return {
    lignes: lignes.map(({ total: _t, cleGroupe: _c, dansLeGroupe: _d, ...ligne }) => ligne),
    total: lignes[0]?.total ?? 0,
    parGroupe: new Map(lignes.map((ligne) => [ligne.cleGroupe, ligne.dansLeGroupe]))
  }
}

function conditions(filtre: FiltrePortefeuille, collectiviteId: string): (SQL | undefined)[] {
  const mots = filtre.recherche
    ? normaliser(filtre.recherche)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((mot) => mot.length > 0)
    : []
  const debut = `%${normaliser(filtre.recherche ?? '').replace(/[\\%_]/g, '\\$&')}%`
  return [
    mots.length > 0
      ? sql`(${fiches.recherche} @@ to_tsquery('francais', ${mots.map((mot) => `${mot}:*`).join(' & ')}) or ${fiches.cleTitre} like ${debut} or exists (
          select 1 from intervenants i left join structures s on s.collectivite_id = i.collectivite_id and s.id = i.structure_id left join personnes p on p.collectivite_id = i.collectivite_id and p.id = i.personne_id
          where i.collectivite_id = ${collectiviteId} and i.fiche_id = ${fiches.id} and (s.cle_nom like ${debut} or lower(s.sigle) like ${debut} or p.cle_nom like ${debut})))`
      : undefined,
    filtre.statut ? eq(fiches.statut, filtre.statut) : undefined,
    filtre.priorite ? eq(fiches.priorite, filtre.priorite) : undefined,
    filtre.publicVise ? sql`${filtre.publicVise} = any(${fiches.publics})` : undefined,
    filtre.axeId ? sql`${places.axeId} = ${filtre.axeId}` : undefined,
    filtre.contratId === undefined
      ? undefined
      : filtre.contratId === null
        ? sql`${places.id} is null`
        : sql`${places.id} is not null`,
    filtre.quartierId
      ? sql`exists (select 1 from fiches_quartiers fq where fq.collectivite_id = ${collectiviteId} and fq.fiche_id = ${fiches.id} and fq.quartier_id = ${filtre.quartierId})`
      : undefined,
    filtre.structureId
      ? sql`exists (select 1 from intervenants i where i.collectivite_id = ${collectiviteId} and i.fiche_id = ${fiches.id} and i.structure_id = ${filtre.structureId})`
      : undefined
  ]
}

export type Resume = {
  total: number
  auContrat: number
  horsContrat: number
  parStatut: Partial<Record<Statut, number>>
  sansStatut: number
  budget: number
  ages: { fin: DateFloue | null; statut: Statut | null }[]
}

/** Figures above the portfolio, and what its filters offer, in one statement each. */
export async function resumerPortefeuille(db: Tx, perimetre: Perimetre, contratId: string | null): Promise<Resume> {
  const [ligne] = (await db.execute(sql`
    select count(*)::int as total, count(p.id)::int as au_contrat, coalesce(sum(f.budget_previsionnel), 0)::float8 as budget,
      (select coalesce(jsonb_object_agg(coalesce(statut, ''), n), '{}') from (select statut, count(*)::int as n from fiches where collectivite_id = ${perimetre.collectiviteId} and supprime_le is null and parent_id is null group by statut) x) as par_statut,
      coalesce(jsonb_agg(jsonb_build_object('fin', f.fin, 'statut', f.statut)) filter (where f.fin is not null), '[]') as fins
    from fiches f left join places p on p.collectivite_id = f.collectivite_id and p.fiche_id = f.id and p.contrat_id = ${contratId}
    where f.collectivite_id = ${perimetre.collectiviteId} and f.supprime_le is null and f.parent_id is null`)) as unknown as {
    total: number
    au_contrat: number
    budget: number
    par_statut: Record<string, number>
    fins: { fin: DateFloue | null; statut: Statut | null }[]
  }[]
  const { '': sansStatut = 0, ...parStatut } = ligne!.par_statut
  return {
    total: ligne!.total,
    auContrat: ligne!.au_contrat,
    horsContrat: ligne!.total - ligne!.au_contrat,
    parStatut,
    sansStatut,
    budget: ligne!.budget,
    ages: ligne!.fins
  }
}

/** The publics that the fiches of the territory name, for the filter and for suggestions. */
export async function listerPublics(db: Tx, perimetre: Perimetre): Promise<string[]> {
  const lignes = (await db.execute(
    sql`select distinct p as nom from fiches, unnest(publics) p where collectivite_id = ${perimetre.collectiviteId} and supprime_le is null order by 1 limit 500`
  )) as unknown as { nom: string }[]
  return lignes.map((ligne) => ligne.nom)
}
