import { sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Dossier, FicheDossier } from '../schema/dossier.ts'
import { lireAttachesDuContrat } from './annexes.server.ts'
import { fichesDuDossier } from './dossier.server.ts'
import { lireFiches } from './fiches.server.ts'

/** The order of the actions that stand out of a contract, in which files tell apart those of one title: those in no contract at all first. */
export const ordreDehors = (
  collectiviteId: string
): SQL => sql`exists (select 1 from places pd join contrats cd on cd.collectivite_id = pd.collectivite_id and cd.id = pd.contrat_id and cd.supprime_le is null
    where pd.collectivite_id = ${collectiviteId} and pd.fiche_id = f.id and pd.jusque is null), f.cle_titre, f.id`

/**
 * Actions that stand out of a contract (of any, when there is none), all of them or these, with their sub-actions and what they hold to.
 * Their answers name the transversal axes of that contract by their titles; those given for another contract are left out.
 */
export async function lireDehors(
  db: Tx,
  perimetre: Perimetre,
  dossier: Pick<Dossier, 'contrat' | 'transversaux'> | null,
  voulues?: readonly string[]
): Promise<FicheDossier[]> {
  const { collectiviteId } = perimetre
  const ids = voulues ?? (await dehorsDuContrat(db, collectiviteId, dossier?.contrat.id ?? null))
  if (ids.length === 0) return []
  const [completes, attaches] = await Promise.all([
    lireFiches(db, perimetre, { ids: [...ids], sousActions: true }),
    lireAttachesDuContrat(db, perimetre, null, ids)
  ])
  const intitules = new Map(dossier?.transversaux.map(({ id, intitule }) => [id, intitule]))
  const nommer = (fiche: FicheDossier): FicheDossier => ({
    ...fiche,
    reponses: fiche.reponses.flatMap((une) => (intitules.has(une.axe) ? [{ ...une, axe: intitules.get(une.axe)! }] : [])),
    sousActions: fiche.sousActions.map(nommer)
  })
  const parId = fichesDuDossier(completes, new Map(), attaches)
  return ids.flatMap((id) => parId.get(id) ?? []).map(nommer)
}

const dehorsDuContrat = async (db: Tx, collectiviteId: string, contratId: string | null): Promise<string[]> =>
  (
    (await db.execute(sql`select f.id from fiches f where f.collectivite_id = ${collectiviteId} and f.supprime_le is null and f.parent_id is null
      and not exists (select 1 from places pl where pl.collectivite_id = f.collectivite_id and pl.fiche_id = f.id and pl.contrat_id = ${contratId} and pl.jusque is null)
    order by ${ordreDehors(collectiviteId)}`)) as unknown as { id: string }[]
  ).map(({ id }) => id)
