import { sql } from 'drizzle-orm'
import type { DateFloue } from '#platform/dates.ts'
import type { Statut } from '../schema/mots.ts'
import { FINIS } from '../regles/suivi.ts'

/** What a partner reads of an action that she pilots (ADR 0030): nothing of its money, of its notes, nor of who else is in it. */
export type ActionSienne = {
  id: string
  titre: string
  statut: Statut | null
  axe: string | null
  debut: DateFloue | null
  fin: DateFloue | null
  calendrier: string | null
  etapes: { intitule: string; echeance: DateFloue | null }[]
  exemple: boolean
}

/** The actions that the person `p` pilots, or that a structure where she holds a function today pilots, as JSON: those still to do first. */
export const SES_ACTIONS = sql`(select coalesce(json_agg(json_build_object('id', f.id, 'titre', f.titre, 'statut', f.statut, 'debut', f.debut, 'fin', f.fin,
    'calendrier', f.calendrier, 'exemple', f.exemple,
    'axe', (select a.intitule from places pl
        join contrats c on c.collectivite_id = pl.collectivite_id and c.id = pl.contrat_id and c.supprime_le is null
        join axes a on a.collectivite_id = pl.collectivite_id and a.id = pl.axe_id and a.supprime_le is null
      where pl.collectivite_id = f.collectivite_id and pl.fiche_id = coalesce(f.parent_id, f.id) and pl.jusque is null
      order by c.debut desc nulls last, pl.id limit 1),
    'etapes', (select coalesce(json_agg(json_build_object('intitule', e.intitule, 'echeance', e.echeance) order by e.rang, e.id), '[]') from etapes e
      where e.collectivite_id = f.collectivite_id and e.fiche_id = f.id and not e.faite))
    order by f.statut is not null and f.statut = any(${sql.param([...FINIS])}::text[]), f.cle_titre, f.id), '[]')
  from fiches f where f.collectivite_id = p.collectivite_id and f.supprime_le is null
    and exists (select 1 from intervenants i where i.collectivite_id = f.collectivite_id and i.fiche_id = f.id
      and i.role in ('pilote', 'copilote', 'service_pilote', 'personne_pilote')
      and (i.personne_id = p.id or i.structure_id in (select h.id from fonctions o
        join structures h on h.collectivite_id = o.collectivite_id and h.id = o.structure_id and h.supprime_le is null
        where o.collectivite_id = p.collectivite_id and o.personne_id = p.id and o.fin is null))))`
