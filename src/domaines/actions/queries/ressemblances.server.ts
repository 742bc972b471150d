import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { comparerActions, type Profil, type Ressemblance } from '../regles/ressemblances.ts'
import { direRaison } from '../regles/dire-ressemblance.ts'
import { motsDuTitre } from '#domaines/partenaires/regles/mots-du-titre.ts'
import type { Brouillon } from '../schema/brouillon.ts'
import type { Statut } from '../schema/mots.ts'

/** An action near another one, and why, in words. */
export type Proche = { id: string; titre: string; statut: Statut | null; exemple: boolean; raisons: string[] }

export type Proches = { doublons: Proche[]; complements: Proche[]; ecartees: Proche[] }

/** How many candidates the index gives to the rule, and how many of each sort are shown. */
const CANDIDATES = 60
const MONTREES = 5

type Candidate = Profil & { id: string; statut: Statut | null; exemple: boolean; distincte: boolean }

/** The statement that finds the candidates, for its plan to be proven. */
export function candidates(collectiviteId: string, { soi, ...action }: Cherchee) {
  const mots = [...motsDuTitre(action.titre).values()]
  // a scalar of its own: under the generic plan of a prepared statement the words would be read again for each row
  const requete = sql`(select to_tsquery('francais', ${mots.join(' | ')}))`
  const liste = (valeurs: readonly string[]) => sql`${sql.param([...valeurs])}::text[]`
  const points = [
    mots.length > 0 ? sql`8 * ts_rank('{1,1,1,1}', f.mots, ${requete})` : sql`0`,
    sql`case when f.thematiques && ${liste(action.thematiques)} then 3 else 0 end`,
    sql`case when f.facettes && ${liste(action.facettes)} then 1 else 0 end`,
    sql`case when f.ages && ${liste(action.ages)} then 1 else 0 end`,
    sql`case when f.id in (select fiche_id from situees) then 1 else 0 end`
  ]
  const approche = [
    ...(mots.length > 0 ? [sql`f.mots @@ ${requete}`] : []),
    sql`f.thematiques && ${liste(action.thematiques)}`,
    sql`f.facettes && ${liste(action.facettes.filter((facette) => facette !== 'tous'))}`,
    sql`f.id in (select fiche_id from situees)`
  ]
  return sql`with situees as materialized (
      select fiche_id from fiches_quartiers where collectivite_id = ${collectiviteId} and quartier_id = any(${sql.param([...action.quartiersIds])}::uuid[])
    ),
    approchees as materialized (
      select f.id, ${sql.join(points, sql` + `)} as points from fiches f
      where f.collectivite_id = ${collectiviteId} and f.supprime_le is null and f.parent_id is null and f.id is distinct from ${soi ?? null}::uuid
        and (${sql.join(approche, sql` or `)})
      order by points desc, f.id desc limit ${CANDIDATES}
    )`
}

/** What one looks near to: an action (`soi`), or what one is writing. */
export type Cherchee = Profil & { quartiersIds: readonly string[]; soi?: string }

/** What one is writing, as what to look for; `quartiers` are the territory's. */
export const chercheeDuBrouillon = (brouillon: Brouillon, quartiers: readonly { id: string; nom: string }[]): Cherchee => ({
  ...brouillon,
  publics: [],
  quartiers: quartiers.filter(({ id }) => brouillon.quartiers.includes(id)).map(({ nom }) => nom),
  quartiersIds: brouillon.quartiers
})

/**
 * The actions of the territory near this one (R-079): possible doubles, complements, and those that someone said are no double; the
 * nearest first, five of each at most, each with its reasons. One statement.
 */
export async function lireProches(db: Tx, { collectiviteId }: Perimetre, cherchee: Cherchee): Promise<Proches> {
  const soi = cherchee.soi ?? null
  const lues = (await db.execute(sql`${candidates(collectiviteId, cherchee)}
    select f.id, f.titre, f.statut, f.exemple, f.thematiques, f.types, f.facettes, f.publics, f.ages, f.debut, f.fin,
      array(select q.nom from fiches_quartiers fq join quartiers q on q.collectivite_id = fq.collectivite_id and q.id = fq.quartier_id and q.supprime_le is null
        where fq.collectivite_id = ${collectiviteId} and fq.fiche_id = f.id order by q.nom) as quartiers,
      exists (select 1 from distinctions d where d.collectivite_id = ${collectiviteId} and d.supprime_le is null
        and d.fiche_id = least(f.id, ${soi}::uuid) and d.autre_id = greatest(f.id, ${soi}::uuid)) as distincte
    from approchees a join fiches f on f.collectivite_id = ${collectiviteId} and f.id = a.id`)) as unknown as Candidate[]
  const jugees = [...lues]
    .map((candidate) => ({ candidate, ...comparerActions(cherchee, candidate) }))
    .filter(({ sorte }) => sorte !== null)
    .toSorted((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? 1 : -1))
  const montrer = (retenues: typeof jugees) => retenues.slice(0, MONTREES).map(dire)
  return {
    doublons: montrer(jugees.filter(({ sorte, candidate }) => sorte === 'doublon' && !candidate.distincte)),
    complements: montrer(jugees.filter(({ sorte, candidate }) => sorte === 'complement' && !candidate.distincte)),
    ecartees: jugees.filter(({ candidate }) => candidate.distincte).map(dire)
  }
}

const dire = ({ candidate: { id, titre, statut, exemple }, raisons }: { candidate: Candidate } & Ressemblance): Proche => ({
  id,
  titre,
  statut,
  exemple,
  raisons: raisons.map(direRaison)
})
