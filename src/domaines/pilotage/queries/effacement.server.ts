import { sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { MotifEffacement } from '#domaines/partenaires/schema/effacements.ts'
import { limiteDuContact } from '#domaines/partenaires/regles/effacement.ts'

/** What keeps a person in the directory, or takes her out of it. */
export type SortDUnePersonne = {
  nom: string
  /** the instant of the last contact: she came, answered, closed a task, was entered; ISO */
  contactLe: string
  revueLe: string | null
  /** contracts that she signed, which keep her name */
  signes: string[]
  effacement: { motif: MotifEffacement; prevuLe: string; faitLe: string | null } | null
}

/**
 * When there was last a contact with the person `p`: not what we send, what comes from her (she came, answered, chose, closed a task), and
 * what the coordination noted of her (a function begun, a review).
 */
const DERNIER_CONTACT: SQL = sql`greatest(p.cree_le, p.courriels_le, p.revue_le,
  (select max(s.jour)::timestamptz from emargements e join seances s on s.collectivite_id = e.collectivite_id and s.id = e.seance_id
    where e.collectivite_id = p.collectivite_id and e.personne_id = p.id),
  (select max(i.repondu_le) from invitations i where i.collectivite_id = p.collectivite_id and i.personne_id = p.id),
  (select max(t.faite_le) from taches t where t.collectivite_id = p.collectivite_id and t.personne_id = p.id),
  (select max(d.repondu_le) from demandes_nouvelles d where d.collectivite_id = p.collectivite_id and d.personne_id = p.id))`

/** What is known of keeping or erasing one person; null when she is not of this territory. One statement. */
export async function lireSort(db: Tx, { collectiviteId }: Perimetre, personneId: string): Promise<SortDUnePersonne | null> {
  const [lu] = (await db.execute(sql`
    select p.nom, ${DERNIER_CONTACT} as "contactLe", p.revue_le as "revueLe",
      (select coalesce(json_agg(distinct c.intitule), '[]') from signataires g join contrats c on c.collectivite_id = g.collectivite_id and c.id = g.contrat_id
        where g.collectivite_id = p.collectivite_id and g.personne_id = p.id and g.signe_le is not null and g.supprime_le is null) as signes,
      (select json_build_object('motif', e.motif, 'prevuLe', e.prevu_le, 'faitLe', e.fait_le) from effacements e
        where e.collectivite_id = p.collectivite_id and e.personne_id = p.id) as effacement
    from personnes p where p.collectivite_id = ${collectiviteId} and p.id = ${personneId}`)) as unknown as SortDUnePersonne[]
  return lu ?? null
}

export type SansContact = { id: string; nom: string; structures: string[]; contactLe: string }

const sansContact = (collectiviteId: string, jour: string) => sql`
  from personnes p cross join lateral (select ${DERNIER_CONTACT} as le) contact
  where p.collectivite_id = ${collectiviteId} and p.supprime_le is null and p.cree_le < ${limiteDuContact(jour)}::timestamptz and contact.le < ${limiteDuContact(jour)}::timestamptz`

/** Those with whom there was no contact for three years, the oldest first, and how many there are. One statement. */
export async function listerSansContact(
  db: Tx,
  { collectiviteId }: Perimetre,
  jour: string,
  combien: number
): Promise<{ personnes: SansContact[]; total: number }> {
  const lues = (await db.execute(sql`
    select p.id, p.nom, contact.le as "contactLe", (count(*) over ())::int as total,
      (select coalesce(json_agg(distinct s.nom), '[]') from fonctions f join structures s on s.collectivite_id = f.collectivite_id and s.id = f.structure_id
        where f.collectivite_id = p.collectivite_id and f.personne_id = p.id and f.fin is null) as structures
    ${sansContact(collectiviteId, jour)} order by contact.le, p.cle_nom, p.id limit ${combien}`)) as unknown as (SansContact & {
    total: number
  })[]
  return { personnes: lues.map(({ total: _, ...personne }) => personne), total: lues[0]?.total ?? 0 }
}

/** How many they are, as a column of the dashboard's statement. */
export const nombreSansContact = ({ collectiviteId }: Perimetre, jour: string): SQL =>
  sql`(select count(*)::int ${sansContact(collectiviteId, jour)})`
