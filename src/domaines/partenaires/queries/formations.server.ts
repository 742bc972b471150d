import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { ServiceTouche } from '../regles/formations.ts'
import type { Competence, SensFormation } from '../schema/formations.ts'

export type FormationLue = {
  id: string
  sens: SensFormation
  intitule: string
  organisme: string | null
  date: DateFloue
  heures: number | null
  participants: number | null
  competences: Competence[]
  contenu: string | null
  adresse: string | null
  exemple: boolean
  services: { id: string; nom: string }[]
}

export type Formations = { formations: FormationLue[]; services: ServiceTouche[] }

/** The trainings followed and given, the latest first, and the internal services with when each was last reached. One statement. */
export async function lireFormations(db: Tx, { collectiviteId }: Perimetre): Promise<Formations> {
  const [lu] = (await db.execute(sql`select
    (select coalesce(json_agg(json_build_object('id', f.id, 'sens', f.sens, 'intitule', f.intitule, 'organisme', f.organisme, 'date', f.date,
        'heures', f.heures, 'participants', f.participants, 'competences', f.competences, 'contenu', f.contenu, 'adresse', f.adresse, 'exemple', f.exemple,
        'services', (select coalesce(json_agg(json_build_object('id', s.id, 'nom', s.nom) order by s.cle_nom), '[]') from formations_structures t
          join structures s on s.collectivite_id = t.collectivite_id and s.id = t.structure_id and s.supprime_le is null
          where t.collectivite_id = f.collectivite_id and t.formation_id = f.id)) order by f.date desc, f.cree_le desc, f.id), '[]')
      from formations f where f.collectivite_id = ${collectiviteId} and f.supprime_le is null) as formations,
    (select coalesce(json_agg(json_build_object('id', s.id, 'nom', s.nom, 'derniere', (select max(f.date) from formations_structures t
          join formations f on f.collectivite_id = t.collectivite_id and f.id = t.formation_id and f.supprime_le is null and f.sens = 'donnee'
          where t.collectivite_id = s.collectivite_id and t.structure_id = s.id)) order by s.cle_nom, s.id), '[]')
      from structures s where s.collectivite_id = ${collectiviteId} and s.supprime_le is null and s.interne) as services`)) as unknown as [
    Formations
  ]
  return lu
}
