import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Attente } from '../schema/attentes.ts'

/** An `attentes a` of a meeting `s`, with the meeting at whose agenda it stands. */
const ATTENTE = sql`json_build_object('id', a.id, 'source', a.source, 'texte', a.texte, 'reponseId', a.reponse_id, 'questionId', a.question_id,
    'choix', a.choix, 'conclusionId', a.conclusion_id, 'ecartee', a.ecartee_le is not null, 'seanceId', s.id, 'demandeeApres', s.jour,
    'prevue', (select json_build_object('id', v.id, 'jour', v.jour, 'annulee', v.annulee_le is not null) from points p
      join seances v on v.collectivite_id = p.collectivite_id and v.id = p.seance_id and v.supprime_le is null
      where p.collectivite_id = a.collectivite_id and p.attente_id = a.id order by v.jour desc limit 1))`

/** The next meeting of the body of `s` that stands, from a day. */
const prochaine = (
  jour: string
) => sql`(select json_build_object('id', v.id, 'jour', v.jour) from seances v where v.collectivite_id = s.collectivite_id
    and v.instance_id = s.instance_id and v.id <> s.id and v.jour >= ${jour} and v.annulee_le is null and v.supprime_le is null order by v.jour, v.heure limit 1)`

export type QuestionsDeSeance = {
  seanceId: string
  instanceId: string
  instance: string
  territoire: string
  jour: string
  heure: string | null
  annulee: boolean
  exemple: boolean
  questionnaireId: string | null
  /** how many came, and to how many addresses the minutes were sent, for a scale of the answers */
  presents: number
  adresses: number
  besoins: { id: string; texte: string }[]
  attentes: Attente[]
  prochaine: { id: string; jour: string } | null
}

/** A meeting with its questions, the needs that were noted there and what was kept for a next one; null when it is not of this territory. One statement. */
export async function lireQuestionsDeSeance(
  db: Tx,
  { collectiviteId }: Perimetre,
  seanceId: string,
  jour: string
): Promise<QuestionsDeSeance | null> {
  const [lue] = (await db.execute(sql`
    select s.id as "seanceId", n.id as "instanceId", n.nom as instance, c.nom as territoire, s.jour, s.heure, s.annulee_le is not null as annulee, s.exemple,
      (select i.questionnaire_id from interrogations i where i.collectivite_id = s.collectivite_id and i.seance_id = s.id) as "questionnaireId",
      (select count(*)::int from emargements e where e.collectivite_id = s.collectivite_id and e.seance_id = s.id) as presents,
      coalesce((select d.adresses from diffusions d where d.collectivite_id = s.collectivite_id and d.seance_id = s.id order by d.envoye_le desc limit 1), 0) as adresses,
      (select coalesce(json_agg(json_build_object('id', k.id, 'texte', k.texte) order by k.cree_le, k.id), '[]')
        from conclusions k where k.collectivite_id = s.collectivite_id and k.seance_id = s.id and k.sorte = 'besoin') as besoins,
      (select coalesce(json_agg(${ATTENTE} order by a.cree_le, a.id), '[]') from attentes a where a.collectivite_id = s.collectivite_id and a.seance_id = s.id) as attentes,
      ${prochaine(jour)} as prochaine
    from seances s
      join instances n on n.collectivite_id = s.collectivite_id and n.id = s.instance_id and n.supprime_le is null
      join collectivites c on c.id = s.collectivite_id
    where s.collectivite_id = ${collectiviteId} and s.id = ${seanceId} and s.supprime_le is null`)) as unknown as QuestionsDeSeance[]
  return lue ?? null
}

/** What was asked for after the meetings of a body: what waits first, then by the day of the meeting that it is for. One statement. */
export async function listerAttentes(db: Tx, { collectiviteId }: Perimetre, instanceId: string): Promise<Attente[]> {
  const lues = (await db.execute(sql`
    select ${ATTENTE} as attente from attentes a join seances s on s.collectivite_id = a.collectivite_id and s.id = a.seance_id and s.supprime_le is null
    where a.collectivite_id = ${collectiviteId} and s.instance_id = ${instanceId} order by s.jour desc, a.cree_le, a.id`)) as unknown as {
    attente: Attente
  }[]
  return lues.map(({ attente }) => attente)
}

export type SeanceInterrogee = {
  instance: string
  territoire: string
  jour: string
  heure: string | null
  annulee: boolean
}

/** Which meeting a questionnaire is about, as its page says it; null when it is about none. One statement. */
export async function seanceInterrogee(
  db: Tx,
  { collectiviteId }: Perimetre,
  questionnaireId: string
): Promise<SeanceInterrogee | null> {
  const [lue] = (await db.execute(sql`
    select n.nom as instance, c.nom as territoire, s.jour, s.heure, s.annulee_le is not null as annulee
    from interrogations i
      join seances s on s.collectivite_id = i.collectivite_id and s.id = i.seance_id and s.supprime_le is null
      join instances n on n.collectivite_id = s.collectivite_id and n.id = s.instance_id and n.supprime_le is null
      join collectivites c on c.id = s.collectivite_id
    where i.collectivite_id = ${collectiviteId} and i.questionnaire_id = ${questionnaireId}`)) as unknown as SeanceInterrogee[]
  return lue ?? null
}
