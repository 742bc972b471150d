import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { jourTapeSchema, ligneSchema, lignesSchema } from '#platform/saisie.ts'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import type { Acteur } from '#platform/acteur.ts'
import { peutRepondreAuxQuestions, peutTenirEnquetes } from './droits.ts'
import { estOuvert, finRefusee, lireCopie, sontLisibles } from './regles.ts'
import { CHOIX_MAX, GENRES_QUESTION, REPONSES_MAX } from './schema.ts'
import { questionnaires, questions, recueils, reponsesAnonymes } from './tables.server.ts'

const formulationSchema = z.object({
  intitule: ligneSchema('La question', 200),
  choix: lignesSchema(CHOIX_MAX)
    .pipe(z.array(z.string().max(100, 'Un choix dépasse 100 caractères.')))
    .default([])
})

const questionSchema = formulationSchema
  .extend({ genre: z.enum(GENRES_QUESTION) })
  .refine(({ genre, choix }) => genre !== 'choix' || choix.length > 1, {
    path: ['choix'],
    error: `Écrivez de deux à ${CHOIX_MAX} choix, un par ligne.`
  })

/**
 * Opens questions to whoever has their link, until a day. Answers its id. Refusals: `fin_passee`, `fin_lointaine`. The room that opens them
 * says what they are about.
 */
export const ouvrirQuestionnaire = commande('questionnaire.ouvrir', {
  saisie: z.object({
    fermeLe: jourTapeSchema,
    questions: z.array(questionSchema).min(1).max(10),
    exemple: z.boolean().default(false)
  }),
  charger: async () => ({}),
  droit: peutTenirEnquetes,
  regle: (_, { fermeLe }, quand) => jugerFin(fermeLe, quand),
  agir: async (ctx, _, { fermeLe, questions: posees, exemple }) => {
    const { collectiviteId } = ctx.perimetre
    const id = ctx.nouvelId()
    const cleReponse = await emettreJeton(ctx, 'questionnaire', id, collectiviteId)
    await ctx.db.insert(questionnaires).values({ collectiviteId, id, fermeLe, cleReponse, exemple, creeLe: ctx.maintenant })
    await ctx.db
      .insert(questions)
      .values(
        posees.map((posee, rang) => ({ ...posee, collectiviteId, id: ctx.nouvelId(), questionnaireId: id, rang: rang + 1 }))
      )
    return { id }
  }
})

/** Words the questions otherwise, their kinds kept. Refusal: `deja_repondu`. */
export const formulerQuestions = commande('questionnaire.formuler', {
  saisie: z.object({ id: z.uuid(), questions: z.array(formulationSchema) }),
  charger: async (ctx, { id, questions: dites }) => {
    const lu = await leQuestionnaire(ctx, id)
    return lu && lu.questions.length === dites.length ? lu : null
  },
  droit: peutTenirEnquetes,
  regle: ({ questions: posees, recues }, { questions: dites }) => {
    if (recues > 0) return refuser('deja_repondu')
    const vide = posees.findIndex(({ genre }, rang) => genre === 'choix' && dites[rang]!.choix.length < 2)
    return vide < 0 ? {} : refuser('choix_manquent', `questions.${vide}.choix`)
  },
  agir: async ({ db, perimetre }, { questions: posees }, { questions: dites }) => {
    for (const [rang, { id, genre }] of posees.entries()) {
      const { intitule, choix } = dites[rang]!
      await db
        .update(questions)
        .set({ intitule, choix: genre === 'choix' ? choix : [] })
        .where(and(eq(questions.collectiviteId, perimetre.collectiviteId), eq(questions.id, id)))
    }
  }
})

/** Takes no more answers. Refusal: `fini`. */
export const fermerQuestionnaire = commande('questionnaire.fermer', {
  saisie: z.object({ id: z.uuid() }),
  charger: (ctx, { id }) => leQuestionnaire(ctx, id),
  droit: peutTenirEnquetes,
  regle: (lu, _, quand) => (estOuvert(lu, jourDe(quand)) ? {} : refuser('fini')),
  agir: (ctx, _, { id }) => noter(ctx, id, { arreteLe: ctx.maintenant })
})

/**
 * Takes answers until another day, also once it was closed, as long as they could not be read: who answers next would be told apart. Refusals:
 * `fin_passee`, `fin_lointaine`, `deja_lues`.
 */
export const rouvrirQuestionnaire = commande('questionnaire.rouvrir', {
  saisie: z.object({ id: z.uuid(), fermeLe: jourTapeSchema }),
  charger: (ctx, { id }) => leQuestionnaire(ctx, id),
  droit: peutTenirEnquetes,
  regle: (lu, { fermeLe }, quand) =>
    sontLisibles(lu, lu.recues, jourDe(quand)) ? refuser('deja_lues') : jugerFin(fermeLe, quand),
  agir: (ctx, _, { id, fermeLe }) => noter(ctx, id, { fermeLe, arreteLe: null })
})

/**
 * One person answers, by the link that everyone has: `choix-2` and `texte-2` are what she says to the second question. Nothing of who or when
 * is kept. Refusals: `questionnaire_ferme`, `trop_de_reponses`, `copie_vide`, and beside their field `choix_inconnu`, `texte_trop_long`.
 */
export const repondreAuxQuestions = commande('questionnaire.repondre', {
  saisie: z.looseObject({ id: z.uuid() }),
  charger: (ctx, { id }) => leQuestionnaire(ctx, id),
  droit: (acteur: Acteur, questionnaire) => peutRepondreAuxQuestions(acteur, questionnaire),
  regle: (lu, envoi, quand) => {
    if (!estOuvert(lu, jourDe(quand))) return refuser('questionnaire_ferme')
    if (lu.recues >= REPONSES_MAX) return refuser('trop_de_reponses')
    const copie = lireCopie(lu.questions, envoi)
    return 'refus' in copie ? refuser(copie.refus, copie.champ) : copie
  },
  agir: async ({ db, perimetre }, { id: questionnaireId }, _, { donnees }) => {
    // drawn at random: the ids of the house tell the millisecond of their making
    const ici = () => ({ collectiviteId: perimetre.collectiviteId, id: crypto.randomUUID(), questionnaireId })
    await db.insert(reponsesAnonymes).values(donnees.map((donnee) => ({ ...donnee, ...ici() })))
    // all are written again, in no order: neither the transaction that wrote a row nor its place says with which others it came
    await db.execute(sql`with toutes as (delete from reponses_anonymes where collectivite_id = ${perimetre.collectiviteId}
        and questionnaire_id = ${questionnaireId} returning *)
      insert into reponses_anonymes select * from toutes order by random()`)
    await db
      .insert(recueils)
      .values({ ...ici(), nombre: 1 })
      .onConflictDoUpdate({
        target: [recueils.collectiviteId, recueils.questionnaireId],
        set: { nombre: sql`${recueils.nombre} + 1` }
      })
  }
})

const jugerFin = (fermeLe: string, quand: Date) => {
  const refus = finRefusee(fermeLe, jourDe(quand))
  return refus ? refuser(refus, 'fermeLe') : {}
}

/** The questionnaire, held until the act is written, with its questions and how many answered. */
async function leQuestionnaire({ db, perimetre }: CtxTerritoire, id: string) {
  const { collectiviteId } = perimetre
  const [lu] = await db
    .select()
    .from(questionnaires)
    .where(and(eq(questionnaires.collectiviteId, collectiviteId), eq(questionnaires.id, id)))
    .for('update')
  if (!lu) return null
  const posees = await db
    .select()
    .from(questions)
    .where(and(eq(questions.collectiviteId, collectiviteId), eq(questions.questionnaireId, id)))
    .orderBy(asc(questions.rang))
  const [recueil] = await db
    .select()
    .from(recueils)
    .where(and(eq(recueils.collectiviteId, collectiviteId), eq(recueils.questionnaireId, id)))
  return { id, fermeLe: lu.fermeLe, arrete: lu.arreteLe !== null, questions: posees, recues: recueil?.nombre ?? 0 }
}

const noter = async (
  { db, perimetre }: CtxTerritoire,
  id: string,
  dit: Partial<typeof questionnaires.$inferInsert>
): Promise<void> =>
  void (await db
    .update(questionnaires)
    .set(dit)
    .where(and(eq(questionnaires.collectiviteId, perimetre.collectiviteId), eq(questionnaires.id, id))))
