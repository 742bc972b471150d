import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Questionnaire, ReponseAnonyme } from './schema.ts'

const QUESTIONS = sql`(select coalesce(json_agg(json_build_object('id', x.id, 'rang', x.rang, 'genre', x.genre, 'intitule', x.intitule, 'choix', x.choix)
    order by x.rang), '[]') from questions x where x.collectivite_id = q.collectivite_id and x.questionnaire_id = q.id)`

/** A questionnaire as one answers it, without any answer; null when it is not of this territory. One statement. */
export async function lireQuestionnaire(
  db: Tx,
  { collectiviteId }: Perimetre,
  id: string
): Promise<(Questionnaire & { exemple: boolean }) | null> {
  const [lu] = (await db.execute(sql`
    select q.id, q.ferme_le as "fermeLe", q.arrete_le is not null as arrete, q.exemple, ${QUESTIONS} as questions
    from questionnaires q where q.collectivite_id = ${collectiviteId} and q.id = ${id}`)) as unknown as (Questionnaire & {
    exemple: boolean
  })[]
  return lu ?? null
}

export type Recueil = Questionnaire & { exemple: boolean; cle: string; recues: number; reponses: ReponseAnonyme[] }

/** The same with its secret, how many answered, and what they said, by ids drawn at random: never as they came. One statement. */
export async function lireRecueil(db: Tx, { collectiviteId }: Perimetre, id: string): Promise<Recueil | null> {
  const [lu] = (await db.execute(sql`
    select q.id, q.ferme_le as "fermeLe", q.arrete_le is not null as arrete, q.exemple, q.cle_reponse as cle, ${QUESTIONS} as questions,
      coalesce((select c.nombre from recueils c where c.collectivite_id = q.collectivite_id and c.questionnaire_id = q.id), 0) as recues,
      (select coalesce(json_agg(json_build_object('id', r.id, 'questionId', r.question_id, 'choix', r.choix, 'texte', r.texte) order by r.id), '[]')
        from reponses_anonymes r where r.collectivite_id = q.collectivite_id and r.questionnaire_id = q.id) as reponses
    from questionnaires q where q.collectivite_id = ${collectiviteId} and q.id = ${id}`)) as unknown as Recueil[]
  return lu ?? null
}
