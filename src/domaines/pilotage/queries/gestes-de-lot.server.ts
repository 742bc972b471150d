import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'

/** An action that a change of many touched: `intacte` when nobody wrote on it since. */
export type LigneDeLot = { id: string; titre: string; intacte: boolean }

/** The columns that a change of many actions wrote; none when the act was another one. */
export const lireColonnesDuLot = async (db: Tx, geste: string): Promise<string[]> =>
  (
    (await db.execute(sql`
      select distinct k as colonne from changements c cross join lateral jsonb_object_keys(c.apres) k
      where c.collectivite_id = collectivite_courante() and c.geste_id = ${geste} and c.objet_table = 'fiches'
        and c.acte = 'fiches.changer_en_lot' and c.avant -> k is distinct from c.apres -> k`)) as unknown as { colonne: string }[]
  ).map(({ colonne }) => colonne)

/** The actions that a change of many touched, locked for writing, by title. */
export const lireLignesDuLot = async (db: Tx, geste: string): Promise<LigneDeLot[]> =>
  (await db.execute(sql`
    select f.id, f.titre, l.laisse is not distinct from l.present as intacte
    from lignes_du_geste(${geste}) l join fiches f on f.collectivite_id = collectivite_courante() and f.id = l.objet_id
    where l.objet_table = 'fiches' order by f.cle_titre, f.id for update of f`)) as unknown as LigneDeLot[]

/** The actions of a change of many that the act which undid it left as they were; those put aside since are not told. */
export const lireLaissees = async (
  db: Tx,
  { collectiviteId }: Perimetre,
  { geste, rendu }: { geste: string; rendu: string }
): Promise<{ id: string; titre: string }[]> =>
  (await db.execute(sql`
    select distinct f.id, f.titre from changements c join fiches f on f.collectivite_id = c.collectivite_id and f.id = c.objet_id and f.supprime_le is null
    where c.collectivite_id = ${collectiviteId} and c.geste_id = ${geste} and c.objet_table = 'fiches' and not exists (
      select 1 from changements r where r.collectivite_id = ${collectiviteId} and r.geste_id = ${rendu} and r.racine_id = c.racine_id and r.objet_id = c.objet_id)
    order by f.titre, f.id`)) as unknown as { id: string; titre: string }[]
