import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { NatureProgramme } from '#domaines/contrats/schema.ts'
import type { Presentation } from '../schema/presentation.ts'
import type { NatureLien } from '../schema/suite.ts'

/** What an action holds to: other actions, read from both sides; other programmes; axes of regional plans, its own or its axis's. */
export type Attaches = {
  actions: { id: string; ficheId: string; titre: string; nature: NatureLien; precision: string | null; dici: boolean }[]
  programmes: { id: string; intitule: string; nature: NatureProgramme }[]
  prs: { id: string; sigle: string; numero: string; intitule: string; parSonAxe: boolean }[]
  /** how it is told to everybody; null while nobody wrote it */
  presentation: Presentation | null
}

/** The links of one action, in one statement. */
export async function lireAttaches(db: Tx, perimetre: Perimetre, ficheId: string): Promise<Attaches> {
  const { collectiviteId } = perimetre
  // a link of an axis holds for all that stands under it
  const [lu] = (await db.execute(sql`with recursive lignee (id) as (
      select axe_id from places where collectivite_id = ${collectiviteId} and fiche_id = ${ficheId} and jusque is null and axe_id is not null
      union select a.parent_id from axes a join lignee l on l.id = a.id where a.collectivite_id = ${collectiviteId} and a.parent_id is not null
    )
    select
    (select coalesce(json_agg(json_build_object('id', l.id, 'ficheId', f.id, 'titre', f.titre, 'nature', l.nature, 'precision', l.precision, 'dici', l.fiche_id = ${ficheId}) order by f.titre), '[]')
      from liens l join fiches f on f.collectivite_id = l.collectivite_id and f.id = case when l.fiche_id = ${ficheId} then l.autre_id else l.fiche_id end and f.supprime_le is null
      where l.collectivite_id = ${collectiviteId} and ${ficheId} in (l.fiche_id, l.autre_id)) as actions,
    (select coalesce(json_agg(json_build_object('id', p.id, 'intitule', p.intitule, 'nature', p.nature) order by p.nature, p.intitule), '[]')
      from fiches_programmes l join programmes p on p.collectivite_id = l.collectivite_id and p.id = l.programme_id and p.supprime_le is null
      where l.collectivite_id = ${collectiviteId} and l.fiche_id = ${ficheId}) as programmes,
    (select coalesce(json_agg(json_build_object('id', a.id, 'sigle', v.sigle, 'numero', a.numero, 'intitule', a.intitule, 'parSonAxe', x.par_son_axe) order by v.debut desc nulls first, a.rang), '[]')
      from (
        select prs_axe_id, bool_and(par_son_axe) as par_son_axe from (
          select prs_axe_id, false as par_son_axe from fiches_prs where collectivite_id = ${collectiviteId} and fiche_id = ${ficheId}
          union all select l.prs_axe_id, true from axes_prs l join lignee on lignee.id = l.axe_id where l.collectivite_id = ${collectiviteId}
        ) y group by prs_axe_id
      ) x join prs_axes a on a.collectivite_id = ${collectiviteId} and a.id = x.prs_axe_id
        join prs v on v.collectivite_id = a.collectivite_id and v.id = a.prs_id and v.supprime_le is null) as prs,
    (select json_build_object('titre', titre, 'texte', texte, 'montree', montree) from presentations
      where collectivite_id = ${collectiviteId} and fiche_id = ${ficheId}) as presentation`)) as unknown as Attaches[]
  return lu!
}

export type OffreDeLiens = {
  /** titles that a person may name, the most recent first */
  titres: string[]
  programmes: Attaches['programmes']
  prs: { id: string; sigle: string; numero: string; intitule: string }[]
}

/** Titles offered while one types: past this, one types the whole title. */
const TITRES_OFFERTS = 500

/** What the territory offers to link an action to, in one statement. */
export async function lireOffreDeLiens(db: Tx, perimetre: Perimetre, ficheId: string): Promise<OffreDeLiens> {
  const { collectiviteId } = perimetre
  const [lu] = (await db.execute(sql`select
    (select coalesce(json_agg(titre), '[]') from (select titre from fiches where collectivite_id = ${collectiviteId} and id <> ${ficheId} and parent_id is null and supprime_le is null
      order by modifie_le desc limit ${TITRES_OFFERTS}) t) as titres,
    (select coalesce(json_agg(json_build_object('id', id, 'intitule', intitule, 'nature', nature) order by nature, intitule), '[]')
      from programmes where collectivite_id = ${collectiviteId} and supprime_le is null) as programmes,
    (select coalesce(json_agg(json_build_object('id', a.id, 'sigle', v.sigle, 'numero', a.numero, 'intitule', a.intitule) order by v.debut desc nulls first, a.rang), '[]')
      from prs_axes a join prs v on v.collectivite_id = a.collectivite_id and v.id = a.prs_id and v.supprime_le is null where a.collectivite_id = ${collectiviteId}) as prs`)) as unknown as OffreDeLiens[]
  return lu!
}
