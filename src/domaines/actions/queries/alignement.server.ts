import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { Tx } from '#platform/db.server.ts'
import { aplatir, arbreDesAxes } from '#domaines/contrats/regles/arbre.ts'
import { alignement, type ActionAlignee, type Alignement, type AxeDePrs, type AxeLie } from '#domaines/contrats/regles/prs.ts'
import type { EtapeContrat, NatureAxe } from '#domaines/contrats/schema.ts'
import { numeroter } from './selection.server.ts'

type Version = {
  id: string
  sigle: string
  intitule: string | null
  debut: DateFloue | null
  fin: DateFloue | null
  parueLe: DateFloue | null
  axes: AxeDePrs[]
}
type Lu = {
  contrat: { id: string; intitule: string; etape: EtapeContrat; prsId: string | null }
  versions: Version[]
  axes: { id: string; parentId: string | null; rang: number; nature: NatureAxe; intitule: string; prsAxes: string[] }[]
  actions: (ActionAlignee & { ordre: number })[]
  directes: { prsAxeId: string; ficheId: string }[]
}

/** A contract before the regional plan that it refers to: `version` and `alignement` are null while it refers to none. */
export type AlignementLu = Pick<Lu, 'contrat' | 'versions'> & {
  version: Version | null
  /** its thematic axes in reading order, then its transversal ones (T1, T2…) */
  axes: AxeLie[]
  alignement: Alignement | null
}

/** How a contract answers its regional plan, action by action, in one statement; null when it is not of this territory. */
export async function lireAlignement(db: Tx, { collectiviteId }: Perimetre, contratId: string): Promise<AlignementLu | null> {
  const [lu] = (await db.execute(sql`with placees as (
      select f.id, f.parent_id, f.numero, f.titre, f.exemple, p.axe_id, p.rang, p.id as place_id,
        row_number() over (partition by p.axe_id order by p.rang, p.id) as ordre
      from places p join fiches f on f.collectivite_id = p.collectivite_id and f.id = p.fiche_id and f.supprime_le is null
      where p.collectivite_id = ${collectiviteId} and p.contrat_id = ${contratId} and p.jusque is null
    )
    select json_build_object('id', c.id, 'intitule', c.intitule, 'etape', c.etape, 'prsId', c.prs_id) as contrat,
    (select coalesce(json_agg(json_build_object('id', v.id, 'sigle', v.sigle, 'intitule', v.intitule, 'debut', v.debut, 'fin', v.fin, 'parueLe', v.parue_le, 'axes',
        (select coalesce(json_agg(json_build_object('id', a.id, 'prsId', a.prs_id, 'numero', a.numero, 'intitule', a.intitule) order by a.rang), '[]')
          from prs_axes a where a.collectivite_id = v.collectivite_id and a.prs_id = v.id)) order by v.debut nulls last, v.sigle), '[]')
      from prs v where v.collectivite_id = ${collectiviteId} and v.supprime_le is null) as versions,
    (select coalesce(json_agg(json_build_object('id', a.id, 'parentId', a.parent_id, 'rang', a.rang, 'nature', a.nature, 'intitule', a.intitule, 'prsAxes',
        (select coalesce(json_agg(l.prs_axe_id), '[]') from axes_prs l where l.collectivite_id = a.collectivite_id and l.axe_id = a.id)) order by a.rang, a.id), '[]')
      from axes a where a.collectivite_id = ${collectiviteId} and a.contrat_id = c.id and a.supprime_le is null) as axes,
    (select coalesce(json_agg(json_build_object('id', id, 'numero', numero, 'titre', titre, 'exemple', exemple, 'axeId', axe_id, 'ordre', ordre) order by rang, place_id), '[]')
      from placees where parent_id is null) as actions,
    (select coalesce(json_agg(json_build_object('prsAxeId', l.prs_axe_id, 'ficheId', l.fiche_id)), '[]')
      from fiches_prs l join placees p on p.id = l.fiche_id where l.collectivite_id = ${collectiviteId}) as directes
    from contrats c where c.collectivite_id = ${collectiviteId} and c.id = ${contratId} and c.supprime_le is null`)) as unknown as Lu[]
  if (!lu) return null
  const thematiques = aplatir(arbreDesAxes(lu.axes.filter(({ nature }) => nature === 'thematique')))
  const transversaux = lu.axes.filter(({ nature }) => nature === 'transversal')
  const axes = [...thematiques, ...transversaux.map((axe, rang) => ({ ...axe, numero: `T${rang + 1}` }))].map(
    ({ id, parentId, numero, intitule, prsAxes }) => ({ id, parentId, numero, intitule, prsAxes })
  )
  const places = new Map(thematiques.map(({ id }, rang) => [id, rang]))
  const rangDe = ({ axeId }: ActionAlignee) => (axeId === null ? undefined : places.get(axeId)) ?? thematiques.length
  const actions = numeroter(lu.actions, thematiques).toSorted((a, b) => rangDe(a) - rangDe(b))
  const version = lu.versions.find(({ id }) => id === lu.contrat.prsId) ?? null
  const tousLesAxes = lu.versions.flatMap((une) => une.axes)
  return {
    contrat: lu.contrat,
    versions: lu.versions,
    version,
    axes,
    alignement: version && alignement(version.id, tousLesAxes, axes, actions, lu.directes)
  }
}
