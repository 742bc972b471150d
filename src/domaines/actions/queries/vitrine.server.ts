import { sql } from 'drizzle-orm'
import type { PerimetrePublic } from '#platform/acteur.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Age } from '#domaines/contrats/schema.ts'
import type { Facette, Statut, Thematique } from '../schema/mots.ts'

/** One action as everybody reads it: the words chosen for them, and where, when, for whom and with whom. */
export type ActionMontree = {
  id: string
  titre: string
  texte: string
  statut: Statut | null
  debut: DateFloue | null
  fin: DateFloue | null
  thematiques: Thematique[]
  facettes: Facette[]
  publics: string[]
  ages: Age[]
  quartiers: string[]
  /** structures that carry it; a person's name is never told */
  pilotes: string[]
  exemple: boolean
}

/** The actions that a territory shows to everybody, by title, in one statement. Nothing else of a fiche leaves. */
export const lireVitrine = async (db: Tx, { collectiviteId }: PerimetrePublic): Promise<ActionMontree[]> =>
  (await db.execute(sql`select f.id, coalesce(v.titre, f.titre) as titre, v.texte, f.statut, f.debut, f.fin, f.thematiques, f.facettes, f.publics, f.ages, f.exemple,
      (select coalesce(json_agg(q.nom order by q.nom), '[]') from fiches_quartiers l join quartiers q on q.collectivite_id = l.collectivite_id and q.id = l.quartier_id and q.supprime_le is null
        where l.collectivite_id = f.collectivite_id and l.fiche_id = f.id) as quartiers,
      (select coalesce(json_agg(s.nom order by i.rang), '[]') from intervenants i join structures s on s.collectivite_id = i.collectivite_id and s.id = i.structure_id and s.supprime_le is null
        where i.collectivite_id = f.collectivite_id and i.fiche_id = f.id and i.role in ('pilote', 'copilote')) as pilotes
    from presentations v join fiches f on f.collectivite_id = v.collectivite_id and f.id = v.fiche_id and f.supprime_le is null
    where v.collectivite_id = ${collectiviteId} and v.montree order by lower(coalesce(v.titre, f.titre))`)) as unknown as ActionMontree[]
