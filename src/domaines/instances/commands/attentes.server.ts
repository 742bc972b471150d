import { and, asc, eq, gte, isNull, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { facultatif } from '#platform/saisie.ts'
import { sontLisibles } from '#domaines/enquetes/regles.ts'
import { peutTenirInstances } from '../droits.ts'
import { enPoint, placer } from '../regles/attentes.ts'
import { POINTS_MAX } from '../schema.ts'
import { points, seances } from '../tables.server.ts'
import { attentes } from '../tables/attentes.server.ts'
import { laSeance } from './seances.server.ts'

/**
 * Keeps for a next meeting what was asked for at the end of this one: an answer in words (`reponseId`), a box (`questionId`, `choix`) or
 * a need that was noted (`conclusionId`). It enters the agenda of the next meeting of the body, or waits for one: answers the day of that
 * meeting, or null. Refusal: `deja_demandee`. An answer that may not be read is not found.
 */
export const proposerAttente = commande('attente.proposer', {
  saisie: z
    .object({
      id: z.uuid(),
      reponseId: facultatif(z.uuid()).default(null),
      questionId: facultatif(z.uuid()).default(null),
      choix: facultatif(z.coerce.number().int().min(1)).default(null),
      conclusionId: facultatif(z.uuid()).default(null)
    })
    .refine(
      ({ reponseId, questionId, choix, conclusionId }) =>
        [reponseId, questionId && choix, conclusionId].filter(Boolean).length === 1,
      { error: 'Dites ce qui est demandé.' }
    ),
  charger: async (ctx, { id, ...source }) => {
    const seance = await laSeance(ctx, id)
    const texte = seance && (await texteDe(ctx, id, source))
    return seance && texte ? { seance, texte, deja: await dejaDemandee(ctx, source) } : null
  },
  droit: peutTenirInstances,
  regle: ({ deja }) => (deja ? refuser('deja_demandee') : {}),
  agir: async (ctx, { seance, texte }, { id: seanceId, ...source }) => {
    const { collectiviteId } = ctx.perimetre
    const id = ctx.nouvelId()
    const nature = source.reponseId ? 'reponse' : source.conclusionId ? 'besoin' : 'choix'
    await ctx.db
      .insert(attentes)
      .values({ collectiviteId, id, seanceId, source: nature, texte, ...source, creeLe: ctx.maintenant })
    const prochaine = await laProchaine(ctx, seance.instanceId, seanceId)
    return { prevue: prochaine && (await mettreALOrdreDuJour(ctx, { id, texte }, prochaine)) }
  }
})

/** Puts what waits at the agenda of the next meeting of the body. Refusals: `pas_de_seance`, `agenda_plein`, `attente_ecartee`. */
export const prevoirAttente = commande('attente.prevoir', {
  saisie: z.object({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const attente = await lAttente(ctx, id)
    const origine = attente && (await laSeance(ctx, attente.seanceId))
    return origine && { attente, prochaine: await laProchaine(ctx, origine.instanceId, origine.id) }
  },
  droit: peutTenirInstances,
  regle: ({ attente, prochaine }) => {
    if (attente.ecarteeLe) return refuser('attente_ecartee')
    if (!prochaine) return refuser('pas_de_seance')
    return prochaine.points.length < POINTS_MAX ? { prochaine } : refuser('agenda_plein')
  },
  agir: async (ctx, { attente }, _, { prochaine }) => {
    await ctx.db
      .update(points)
      .set({ attenteId: null })
      .where(and(eq(points.collectiviteId, ctx.perimetre.collectiviteId), eq(points.attenteId, attente.id)))
    await mettreALOrdreDuJour(ctx, attente, prochaine)
  }
})

/** Nothing will be made of it, for now. */
export const ecarterAttente = commande('attente.ecarter', {
  saisie: z.object({ id: z.uuid() }),
  charger: (ctx, { id }) => lAttente(ctx, id),
  droit: peutTenirInstances,
  regle: () => ({}),
  agir: (ctx, _, { id }) => ecarter(ctx, id, ctx.maintenant)
})

/** It waits again. */
export const reprendreAttente = commande('attente.reprendre', {
  saisie: z.object({ id: z.uuid() }),
  charger: (ctx, { id }) => lAttente(ctx, id),
  droit: peutTenirInstances,
  regle: () => ({}),
  agir: (ctx, _, { id }) => ecarter(ctx, id, null)
})

const ecarter = async ({ db, perimetre }: CtxTerritoire, id: string, ecarteeLe: Date | null): Promise<void> =>
  void (await db
    .update(attentes)
    .set({ ecarteeLe })
    .where(and(eq(attentes.collectiviteId, perimetre.collectiviteId), eq(attentes.id, id))))

async function lAttente({ db, perimetre }: CtxTerritoire, id: string) {
  const [attente] = await db
    .select()
    .from(attentes)
    .where(and(eq(attentes.collectiviteId, perimetre.collectiviteId), eq(attentes.id, id)))
    .for('update')
  return attente ?? null
}

type Source = { reponseId: string | null; questionId: string | null; choix: number | null; conclusionId: string | null }

/** The words of what is asked for, when it belongs to this meeting and may be read. */
async function texteDe(ctx: CtxTerritoire, seanceId: string, source: Source): Promise<string | null> {
  const { db, perimetre } = ctx
  const ici = sql`collectivite_id = ${perimetre.collectiviteId}`
  const lisible = source.conclusionId ? null : await questionnaireLisible(ctx, seanceId)
  if (!source.conclusionId && !lisible) return null
  const [lue] = (await db.execute(
    source.conclusionId
      ? sql`select texte from conclusions where ${ici} and id = ${source.conclusionId} and seance_id = ${seanceId} and sorte = 'besoin'`
      : source.reponseId
        ? sql`select texte from reponses_anonymes where ${ici} and id = ${source.reponseId} and questionnaire_id = ${lisible}`
        : sql`select choix ->> ${(source.choix ?? 1) - 1}::int as texte from questions where ${ici} and id = ${source.questionId} and questionnaire_id = ${lisible}`
  )) as unknown as { texte: string | null }[]
  return lue?.texte ?? null
}

/** The questionnaire of a meeting, when what was answered may be read; null otherwise. */
async function questionnaireLisible({ db, perimetre, maintenant }: CtxTerritoire, seanceId: string): Promise<string | null> {
  const [lu] = (await db.execute(sql`
    select q.id, q.ferme_le as "fermeLe", q.arrete_le is not null as arrete, c.nombre as recues from interrogations i
      join questionnaires q on q.collectivite_id = i.collectivite_id and q.id = i.questionnaire_id
      join recueils c on c.collectivite_id = q.collectivite_id and c.questionnaire_id = q.id
    where i.collectivite_id = ${perimetre.collectiviteId} and i.seance_id = ${seanceId}`)) as unknown as {
    id: string
    fermeLe: string
    arrete: boolean
    recues: number
  }[]
  return lu && sontLisibles(lu, lu.recues, jourDe(maintenant)) ? lu.id : null
}

async function dejaDemandee({ db, perimetre }: CtxTerritoire, { reponseId, questionId, choix, conclusionId }: Source) {
  const [deja] = await db
    .select({ id: attentes.id })
    .from(attentes)
    .where(
      and(
        eq(attentes.collectiviteId, perimetre.collectiviteId),
        reponseId
          ? eq(attentes.reponseId, reponseId)
          : conclusionId
            ? eq(attentes.conclusionId, conclusionId)
            : and(eq(attentes.questionId, questionId!), eq(attentes.choix, choix!))
      )
    )
  return deja !== undefined
}

/** The next meeting of the body that stands, from today, with its agenda; held until the act is written. */
async function laProchaine({ db, perimetre, maintenant }: CtxTerritoire, instanceId: string, sauf: string) {
  const { collectiviteId } = perimetre
  const [seance] = await db
    .select({ id: seances.id, jour: seances.jour, duree: seances.duree })
    .from(seances)
    .where(
      and(
        eq(seances.collectiviteId, collectiviteId),
        eq(seances.instanceId, instanceId),
        ne(seances.id, sauf),
        gte(seances.jour, jourDe(maintenant)),
        isNull(seances.annuleeLe),
        isNull(seances.supprimeLe)
      )
    )
    .orderBy(asc(seances.jour), asc(seances.heure))
    .limit(1)
    .for('update')
  if (!seance) return null
  const prevus = await db
    .select({ temps: points.temps })
    .from(points)
    .where(and(eq(points.collectiviteId, collectiviteId), eq(points.seanceId, seance.id)))
    .orderBy(asc(points.rang))
  return { ...seance, points: prevus }
}

type Prochaine = NonNullable<Awaited<ReturnType<typeof laProchaine>>>

/** Answers the day of the meeting; null when its agenda is full, and it waits. */
async function mettreALOrdreDuJour(
  { db, perimetre, nouvelId }: CtxTerritoire,
  { id: attenteId, texte }: { id: string; texte: string },
  { id: seanceId, jour, duree, points: prevus }: Prochaine
): Promise<string | null> {
  if (prevus.length >= POINTS_MAX) return null
  const { collectiviteId } = perimetre
  const { rang, neufs, attendu } = placer(prevus, duree, enPoint(texte))
  await db
    .update(points)
    .set({ rang: sql`${points.rang} + ${neufs.length}` })
    .where(and(eq(points.collectiviteId, collectiviteId), eq(points.seanceId, seanceId), gte(points.rang, rang)))
  await db.insert(points).values(
    neufs.map((point, n) => ({
      ...point,
      collectiviteId,
      id: nouvelId(),
      seanceId,
      rang: rang + n,
      attenteId: n === attendu ? attenteId : null
    }))
  )
  return jour
}
