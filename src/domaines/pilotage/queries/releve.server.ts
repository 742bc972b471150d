import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Releve } from '#domaines/partenaires/schema/passations.ts'
import { appuisUniques } from '../regles/appuis.ts'
import { composerReleve, type MatiereDuReleve } from '../regles/releve.ts'
import { lireAppuis } from './appuis.server.ts'

/** Meetings that a note recalls, the latest first. */
const DERNIERES = 5

/** All of it, in one statement. */
async function lireMatiere(
  db: Tx,
  { collectiviteId }: Perimetre,
  personneId: string,
  structureId: string
): Promise<MatiereDuReleve> {
  const ici = (alias: string) => sql`${sql.identifier(alias)}.collectivite_id = ${collectiviteId}`
  const pourElle = (alias: string) =>
    sql`${ici(alias)} and ${sql.identifier(alias)}.personne_id = ${personneId} and (${sql.identifier(alias)}.structure_id = ${structureId} or ${sql.identifier(alias)}.structure_id is null)`
  const liste = (contenu: ReturnType<typeof sql>, suite: ReturnType<typeof sql>) =>
    sql`(select coalesce(json_agg(${contenu}), '[]') from (${suite}) x)`
  const [lu] = (await db.execute(sql`select
    ${liste(
      sql`json_build_object('id', id, 'nom', titre, 'roles', roles)`,
      sql`select f.id, f.titre, array_agg(distinct i.role) as roles from intervenants i join fiches f on ${ici('f')} and f.id = i.fiche_id
        and f.supprime_le is null and (f.statut is null or f.statut not in ('realise', 'abandonne')) where ${pourElle('i')} group by f.id, f.titre order by f.titre`
    )} as actions,
    ${liste(
      sql`json_build_object('id', id, 'nom', nom, 'role', role, 'qualite', qualite)`,
      sql`select c.id, c.nom, g.role, g.qualite from sieges g join instances c on ${ici('c')} and c.id = g.instance_id and c.supprime_le is null
        where ${pourElle('g')} order by c.nom`
    )} as instances,
    ${liste(
      sql`json_build_object('texte', texte, 'echeance', echeance, 'instance', nom)`,
      sql`select t.texte, t.echeance, c.nom from taches t join seances s on ${ici('s')} and s.id = t.seance_id join instances c on ${ici('c')} and c.id = s.instance_id
        where ${ici('t')} and t.personne_id = ${personneId} and t.faite_le is null order by t.echeance nulls last`
    )} as taches,
    ${liste(
      sql`json_build_object('texte', promesse, 'avec', avec, 'jour', jour)`,
      sql`select r.promesse, coalesce(q.nom, st.nom) as avec, s.jour from rencontres_paires r
        join rencontres_participants moi on ${ici('moi')} and moi.id in (r.un_id, r.autre_id) and moi.personne_id = ${personneId}
        join rencontres_participants elle on ${ici('elle')} and elle.id in (r.un_id, r.autre_id) and elle.id <> moi.id
        left join personnes q on ${ici('q')} and q.id = elle.personne_id left join structures st on ${ici('st')} and st.id = elle.structure_id
        join seances s on ${ici('s')} and s.id = r.seance_id
        where ${ici('r')} and r.promesse is not null and r.tenue_le is null order by s.jour desc`
    )} as promesses,
    ${liste(
      sql`json_build_object('instance', nom, 'instanceId', instance_id, 'seanceId', id, 'jour', jour)`,
      sql`select c.nom, s.instance_id, s.id, s.jour from emargements e join seances s on ${ici('s')} and s.id = e.seance_id and s.supprime_le is null and s.annulee_le is null
        join instances c on ${ici('c')} and c.id = s.instance_id where ${pourElle('e')} order by s.jour desc limit ${DERNIERES}`
    )} as venues,
    ${liste(
      sql`json_build_object('titre', titre)`,
      sql`select e.titre from echanges e where ${ici('e')} and e.supprime_le is null and e.etat not in ('aboutie', 'abandonnee')
        and e.personne_id = ${personneId} and e.structure_id = ${structureId} order by e.cree_le`
    )} as echanges,
    ${liste(
      sql`json_build_object('annee', annee, 'id', id)`,
      sql`select h.annee, h.id from chartes h where ${ici('h')} and h.supprime_le is null and h.structure_id = ${structureId}
        and ${personneId} in (h.contact_id, h.infirmier_id) order by h.annee desc limit 1`
    )} as chartes,
    ${liste(
      sql`nom`,
      sql`select distinct p.nom from fonctions f join personnes p on ${ici('p')} and p.id = f.personne_id and p.supprime_le is null
        where ${ici('f')} and f.structure_id = ${structureId} and f.personne_id <> ${personneId} and f.fin is null order by p.nom`
    )} as collegues`)) as unknown as [MatiereDuReleve]
  return lu
}

/** What a handover note of that day says by itself (R-101). Two statements. */
export async function lireReleveDuJour(
  db: Tx,
  perimetre: Perimetre,
  { personneId, structureId }: { personneId: string; structureId: string },
  jour: string
): Promise<Releve> {
  const uniques = appuisUniques(await lireAppuis(db, perimetre, jour)).filter((appui) => appui.personneId === personneId)
  return composerReleve(await lireMatiere(db, perimetre, personneId, structureId), uniques, structureId, jour)
}
