import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { estHabitante } from '#domaines/partenaires/queries/volontaires.server.ts'
import { adresseDuJour } from '#domaines/partenaires/queries/adresses.server.ts'
import type { CompteRendu } from '../schema/suites.ts'

/** Who gave this answer, and did not come. */
const quiARepondu = (reponse: 'absent' | 'lit') => sql`
  (select coalesce(json_agg(json_build_object('nom', coalesce(p.nom, st.nom), 'structure', (select string_agg(h.nom, ', ' order by h.nom) from fonctions f
        join structures h on h.collectivite_id = f.collectivite_id and h.id = f.structure_id
        where f.collectivite_id = i.collectivite_id and f.personne_id = i.personne_id and f.fin is null)) order by coalesce(p.cle_nom, st.cle_nom)), '[]')
    from invitations i
      left join personnes p on p.collectivite_id = i.collectivite_id and p.id = i.personne_id
      left join structures st on st.collectivite_id = i.collectivite_id and st.id = i.structure_id
    where i.collectivite_id = s.collectivite_id and i.seance_id = s.id and i.reponse = ${reponse}
      and not exists (select 1 from emargements e where e.collectivite_id = i.collectivite_id and e.seance_id = s.id
        and (e.invitation_id = i.id or e.personne_id = i.personne_id)))`

/** The minutes of a meeting as they stand; null when it is not of this territory. One statement. */
export async function lireCompteRendu(
  db: Tx,
  { collectiviteId }: Pick<Perimetre, 'collectiviteId'>,
  seanceId: string
): Promise<CompteRendu | null> {
  const [lu] = (await db.execute(sql`
    select s.id as "seanceId", n.id as "instanceId", n.nom as instance, n.nature, c.nom as territoire, s.jour, s.heure, s.duree, s.lieu, s.objet,
      s.annulee_le is not null as annulee, s.exemple, r.introduction, r.valide_le as "valideLe", d.envoye_le as "envoyeLe", coalesce(d.adresses, 0) as adresses,
      coalesce((select l.nombre from lectures l where l.collectivite_id = s.collectivite_id and l.seance_id = s.id), 0) as lectures,
      (select json_build_object('cle', q.cle_reponse, 'fermeLe', q.ferme_le) from interrogations i
        join questionnaires q on q.collectivite_id = i.collectivite_id and q.id = i.questionnaire_id and q.arrete_le is null
        where i.collectivite_id = s.collectivite_id and i.seance_id = s.id) as questions,
      (select coalesce(json_agg(json_build_object('id', p.id, 'temps', p.temps, 'intitule', p.intitule, 'structureId', p.structure_id, 'structure', st.nom,
          'technique', p.technique, 'detail', p.detail, 'notes', p.notes) order by p.rang), '[]')
        from points p left join structures st on st.collectivite_id = p.collectivite_id and st.id = p.structure_id
        where p.collectivite_id = s.collectivite_id and p.seance_id = s.id) as points,
      (select coalesce(json_agg(json_build_object('nom', v.nom, 'structure', v.structure) order by v.cle), '[]') from (
        select coalesce(p.nom, e.nom, 'Une personne de ' || st.nom) as nom, case when p.id is null and e.nom is null then null else coalesce(st.nom, e.structure_dite) end as structure,
          coalesce(p.cle_nom, e.cle_nom, st.cle_nom) as cle
        from emargements e
          left join personnes p on p.collectivite_id = e.collectivite_id and p.id = e.personne_id
          left join structures st on st.collectivite_id = e.collectivite_id and st.id = e.structure_id
        where e.collectivite_id = s.collectivite_id and e.seance_id = s.id) v) as presents,
      ${quiARepondu('absent')} as excuses, ${quiARepondu('lit')} as suivent,
      (select coalesce(json_agg(json_build_object('id', k.id, 'sorte', k.sorte, 'texte', k.texte) order by k.cree_le, k.id), '[]')
        from conclusions k where k.collectivite_id = s.collectivite_id and k.seance_id = s.id) as conclusions,
      (select coalesce(json_agg(json_build_object('id', t.id, 'texte', t.texte, 'personneId', t.personne_id, 'personne', p.nom, 'echeance', t.echeance,
          'faiteLe', t.faite_le) order by t.cree_le, t.id), '[]')
        from taches t left join personnes p on p.collectivite_id = t.collectivite_id and p.id = t.personne_id
        where t.collectivite_id = s.collectivite_id and t.seance_id = s.id) as taches,
      (select coalesce(json_agg(json_build_object('id', f.id, 'titre', f.titre) order by f.cree_le), '[]')
        from naissances b join fiches f on f.collectivite_id = b.collectivite_id and f.id = b.fiche_id and f.supprime_le is null
        where b.collectivite_id = s.collectivite_id and b.seance_id = s.id) as fiches
    from seances s
      join instances n on n.collectivite_id = s.collectivite_id and n.id = s.instance_id and n.supprime_le is null
      join collectivites c on c.id = s.collectivite_id
      left join comptes_rendus r on r.collectivite_id = s.collectivite_id and r.seance_id = s.id
      left join lateral (select envoye_le, adresses from diffusions where collectivite_id = s.collectivite_id and seance_id = s.id order by envoye_le desc limit 1) d on true
    where s.collectivite_id = ${collectiviteId} and s.id = ${seanceId} and s.supprime_le is null`)) as unknown as CompteRendu[]
  return lu ?? null
}

/**
 * To whom the minutes of a meeting go: everyone invited, who came, and who follows by reading; nobody who asked for no letter, each address
 * once (R-121, R-122). One statement.
 */
export async function lecteursDuCompteRendu(
  db: Tx,
  { collectiviteId }: Perimetre,
  seanceId: string
): Promise<{ personneId: string | null; structureId: string | null; courriel: string }[]> {
  return (await db.execute(sql`
    with gens as (
      select i.personne_id, i.structure_id, ${adresseDuJour('i')} as courriel from invitations i where i.collectivite_id = ${collectiviteId} and i.seance_id = ${seanceId}
      union all
      select e.personne_id, null, lower(p.courriel) from emargements e
        join personnes p on p.collectivite_id = e.collectivite_id and p.id = e.personne_id and p.supprime_le is null and p.courriel is not null
      where e.collectivite_id = ${collectiviteId} and e.seance_id = ${seanceId}
      union all
      select t.personne_id, null, lower(p.courriel) from taches t
        join personnes p on p.collectivite_id = t.collectivite_id and p.id = t.personne_id and p.supprime_le is null and p.courriel is not null
      where t.collectivite_id = ${collectiviteId} and t.seance_id = ${seanceId}
      union all
      select p.id, null, lower(p.courriel) from personnes p
      where p.collectivite_id = ${collectiviteId} and p.supprime_le is null and p.courriel is not null and p.courriels = 'lecture' and not ${estHabitante(sql`p`)}
      union all
      select null, id, lower(courriel) from structures
      where collectivite_id = ${collectiviteId} and supprime_le is null and courriel is not null and courriels = 'lecture')
    select distinct on (g.courriel) g.personne_id as "personneId", g.structure_id as "structureId", g.courriel
    from gens g
      left join personnes p on p.collectivite_id = ${collectiviteId} and p.id = g.personne_id
      left join structures st on st.collectivite_id = ${collectiviteId} and st.id = g.structure_id
    where g.courriel <> '' and coalesce(p.courriels, st.courriels) <> 'aucun' and coalesce(p.supprime_le, st.supprime_le) is null
    order by g.courriel, g.personne_id nulls last`)) as unknown as {
    personneId: string | null
    structureId: string | null
    courriel: string
  }[]
}
