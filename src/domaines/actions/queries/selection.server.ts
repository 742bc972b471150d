import { sql, type SQL } from 'drizzle-orm'
import { normaliser } from '#platform/texte.ts'
import type { Age } from '#domaines/contrats/schema.ts'
import type { Facette, NatureAction, Priorite, Thematique, TypeAction } from '../schema/mots.ts'
import { STATUT_NON_DIT, type StatutFiltre } from '../schema/portefeuille.ts'
import { estSilencieuse } from './nouvelles.server.ts'

// what the ways of looking at the portfolio share, so that a filter means the same in each: `f` is a fiche, `pl` its place in the contract

export type FiltrePortefeuille = {
  recherche?: string
  statut?: StatutFiltre
  quartierId?: string
  /** only the fiches that name no priority quartier (R-026) */
  sansQpv?: boolean
  structureId?: string
  publicVise?: string
  theme?: Thematique
  type?: TypeAction
  facette?: Facette
  age?: Age
  nature?: NatureAction
  axeId?: string
  priorite?: Priorite
  /** only the fiches that stand in this contract, or (null) in none */
  contratId?: string | null
  /** only the fiches of one programme on a day, given the contracts that bind then (R-027, R-028) */
  programme?: { au: string; enCours: readonly string[]; cls: boolean }
  /** only the fiches known by this day */
  commenceesAu?: string
  /** only the living fiches that are silent on this day (R-076) */
  silencieusesAu?: string
}

export type AxeNumerote = { id: string; numero: string }

/** The fiches of a territory that a filter keeps, sub-actions aside, each with its place in the contract. */
export const choisies = (collectiviteId: string, contratId: string | null, filtre: FiltrePortefeuille): SQL => sql`from fiches f
  left join places pl on pl.collectivite_id = f.collectivite_id and pl.fiche_id = f.id and pl.contrat_id = ${contratId} and pl.jusque is null
  where ${sql.join([sql`f.collectivite_id = ${collectiviteId} and f.supprime_le is null and f.parent_id is null`, ...conditions(filtre, collectiviteId)], sql` and `)}`

/** True of a fiche that stands under an axis of a contract that binds on that day, as `programmeAu` says. */
export const estDuContrat = (collectiviteId: string, { au, enCours }: { au: string; enCours: readonly string[] }): SQL =>
  sql`exists (select 1 from places pp where pp.collectivite_id = ${collectiviteId} and pp.fiche_id = f.id and pp.axe_id is not null and pp.contrat_id = any(${sql.param([...enCours])}::uuid[])
    and (pp.depuis is null or pp.depuis <= ${au}) and (pp.jusque is null or pp.jusque > ${au}))`

/** True of a fiche that counts on this day, as `connueDepuis` says. */
export const estConnue = (collectiviteId: string, jour: string): SQL =>
  sql`(f.debut <= ${jour} or to_char(f.cree_le at time zone 'Europe/Paris', 'YYYY-MM-DD') <= ${jour}
    or exists (select 1 from places pe join contrats ce on ce.collectivite_id = pe.collectivite_id and ce.id = pe.contrat_id and ce.supprime_le is null
      where pe.collectivite_id = ${collectiviteId} and pe.fiche_id = f.id
        and coalesce(pe.depuis, case when f.debut is null and ce.etape = 'signe' then ce.debut end, pe.jusque) <= ${jour})
    or exists (select 1 from nouvelles ne where ne.collectivite_id = ${collectiviteId} and ne.fiche_id = f.id and ne.supprime_le is null and ne.date <= ${jour}))`

/** Where the axis of a fiche stands in the reading order of the contract; last what has no axis, then what is outside. */
export const rangDeLAxe = (axes: readonly AxeNumerote[]): SQL =>
  sql`coalesce(array_position(${sql.param(axes.map((axe) => axe.id))}::uuid[], pl.axe_id), case when pl.id is null then 1000001 else 1000000 end)`

/** Those who lead the fiches `i.fiche_id` of the condition, the first named first. */
export const pilotesDe = (collectiviteId: string, fiches: SQL): SQL => sql`select i.fiche_id, coalesce(s.nom, p.nom) as nom,
      row_number() over (partition by i.fiche_id order by array_position(array['pilote', 'service_pilote', 'personne_pilote', 'copilote'], i.role), i.rang) as ordre
    from intervenants i
      left join structures s on s.collectivite_id = i.collectivite_id and s.id = i.structure_id
      left join personnes p on p.collectivite_id = i.collectivite_id and p.id = i.personne_id
    where i.collectivite_id = ${collectiviteId} and i.role in ('pilote', 'copilote', 'service_pilote', 'personne_pilote') and ${fiches}`

/** The order of each fiche under its axis, in the order of `listerPlaces`, for the rows of « page » that have no number of their own. */
export const numerotees = (collectiviteId: string, contratId: string | null): SQL => sql`
  select pl.fiche_id, row_number() over (partition by pl.axe_id order by pl.rang, pl.id) as ordre
  from places pl join fiches f on f.collectivite_id = pl.collectivite_id and f.id = pl.fiche_id and f.supprime_le is null
  where pl.collectivite_id = ${collectiviteId} and pl.contrat_id = ${contratId} and pl.jusque is null and pl.axe_id = any(array(select "axeId" from page where numero is null))`

/** The number of each row: its own, or that of its place (« 1.2.3 »). */
export function numeroter<T extends { numero: string | null; axeId: string | null; ordre: number | null }>(
  lignes: readonly T[],
  axes: readonly AxeNumerote[]
): Omit<T, 'ordre'>[] {
  const numeroDeLAxe = new Map(axes.map((axe) => [axe.id, axe.numero]))
  return lignes.map(({ ordre, ...ligne }) => {
    const axe = ligne.axeId === null ? undefined : numeroDeLAxe.get(ligne.axeId)
    return { ...ligne, numero: ligne.numero ?? (axe === undefined || ordre === null ? null : `${axe}.${ordre}`) }
  })
}

/** True of a fiche past its end on this day, as `joursDeRetard` counts. */
export const estEchue = (jour: string): SQL =>
  sql`coalesce(f.fin < left(${jour}, length(f.fin)) and coalesce(f.statut, '') not in ('realise', 'abandonne'), false)`

function conditions(filtre: FiltrePortefeuille, collectiviteId: string): SQL[] {
  const mots = filtre.recherche
    ? normaliser(filtre.recherche)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((mot) => mot.length > 0)
    : []
  const debut = `%${normaliser(filtre.recherche ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const voulues = [
    mots.length > 0
      ? sql`(f.recherche @@ to_tsquery('francais', ${mots.map((mot) => `${mot}:*`).join(' & ')}) or f.cle_titre like ${debut} or exists (
          select 1 from intervenants i left join structures s on s.collectivite_id = i.collectivite_id and s.id = i.structure_id left join personnes p on p.collectivite_id = i.collectivite_id and p.id = i.personne_id
          where i.collectivite_id = ${collectiviteId} and i.fiche_id = f.id and (s.cle_nom like ${debut} or lower(s.sigle) like ${debut} or p.cle_nom like ${debut})))`
      : undefined,
    filtre.statut ? (filtre.statut === STATUT_NON_DIT ? sql`f.statut is null` : sql`f.statut = ${filtre.statut}`) : undefined,
    filtre.priorite ? sql`f.priorite = ${filtre.priorite}` : undefined,
    filtre.publicVise ? sql`${filtre.publicVise} = any(f.publics)` : undefined,
    filtre.theme ? sql`${filtre.theme} = any(f.thematiques)` : undefined,
    filtre.type ? sql`${filtre.type} = any(f.types)` : undefined,
    filtre.facette ? sql`${filtre.facette} = any(f.facettes)` : undefined,
    filtre.age ? sql`${filtre.age} = any(f.ages)` : undefined,
    filtre.nature ? sql`f.nature = ${filtre.nature}` : undefined,
    filtre.axeId ? sql`pl.axe_id = ${filtre.axeId}` : undefined,
    filtre.contratId === undefined ? undefined : filtre.contratId === null ? sql`pl.id is null` : sql`pl.id is not null`,
    filtre.quartierId
      ? sql`exists (select 1 from fiches_quartiers fq where fq.collectivite_id = ${collectiviteId} and fq.fiche_id = f.id and fq.quartier_id = ${filtre.quartierId})`
      : undefined,
    filtre.sansQpv
      ? sql`not exists (select 1 from fiches_quartiers fq join quartiers q on q.collectivite_id = fq.collectivite_id and q.id = fq.quartier_id and q.supprime_le is null and q.nature = 'qpv'
          where fq.collectivite_id = ${collectiviteId} and fq.fiche_id = f.id)`
      : undefined,
    filtre.structureId
      ? sql`exists (select 1 from intervenants i where i.collectivite_id = ${collectiviteId} and i.fiche_id = f.id and i.structure_id = ${filtre.structureId})`
      : undefined,
    filtre.programme
      ? filtre.programme.cls
        ? estDuContrat(collectiviteId, filtre.programme)
        : sql`not ${estDuContrat(collectiviteId, filtre.programme)}`
      : undefined,
    filtre.commenceesAu ? estConnue(collectiviteId, filtre.commenceesAu) : undefined,
    filtre.silencieusesAu ? estSilencieuse(collectiviteId, filtre.silencieusesAu) : undefined
  ]
  return voulues.filter((condition) => condition !== undefined)
}
