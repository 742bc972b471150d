import { sql } from 'drizzle-orm'

/** The corrections that the person `p` proposed, as JSON: those that wait, then those of the last thirty days. */
export const SES_CORRECTIONS = sql`(select coalesce(json_agg(json_build_object('id', k.id, 'texte', k.texte, 'structureId', ks.id, 'structure', ks.nom,
    'le', to_char(k.cree_le at time zone 'Europe/Paris', 'YYYY-MM-DD'), 'traiteeLe', to_char(k.traitee_le at time zone 'Europe/Paris', 'YYYY-MM-DD'))
    order by k.traitee_le is not null, k.cree_le desc, k.id), '[]')
  from corrections k left join structures ks on ks.collectivite_id = k.collectivite_id and ks.id = k.structure_id and ks.supprime_le is null
  where k.collectivite_id = p.collectivite_id and k.personne_id = p.id and (k.traitee_le is null or k.traitee_le > now() - interval '30 days'))`
