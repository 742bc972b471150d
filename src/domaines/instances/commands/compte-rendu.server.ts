import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { SYSTEME, type Acteur } from '#platform/acteur.ts'
import { commande, refuser, type CtxTerritoire, type Refus } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { facultatif, ligneSchema, texteSchema } from '#platform/saisie.ts'
import { creerFiche } from '#domaines/actions/commands/fiche.server.ts'
import { confierEnvois } from '#domaines/partenaires/commands/envois.server.ts'
import { peutTenirInstances } from '../droits.ts'
import { lecteursDuCompteRendu, lireCompteRendu } from '../queries/compte-rendu.server.ts'
import { manquesDuCompteRendu, questionsEncore } from '../regles/suites.ts'
import { SORTES_CONCLUSION, type CompteRendu } from '../schema/suites.ts'
import { points } from '../tables.server.ts'
import { attentes } from '../tables/attentes.server.ts'
import { comptesRendus, conclusions, diffusions, lectures, naissances } from '../tables/suites.server.ts'
import { laSeance } from './seances.server.ts'

/**
 * What `lu` says was on the screen is what is written over: when somebody else wrote meanwhile, the refusal gives her words. It is read as notes
 * are, whose spaces are set: one's own words are recognised.
 */
const lu = facultatif(texteSchema).default(null)

/**
 * Writes what is said of a point of the agenda, as it is typed. Refusals: `compte_rendu_valide`, `notes_changees` with what the other wrote
 * (`actuel`).
 */
export const noterPoint = commande('seance.noter_point', {
  saisie: z.object({ id: z.uuid(), notes: facultatif(texteSchema).default(null), lu }),
  charger: async (ctx, { id }) => {
    const [point] = await ctx.db
      .select()
      .from(points)
      .where(cette(ctx, points, id))
      .for('update')
    return point ? { point, rendu: await leRendu(ctx, point.seanceId) } : null
  },
  droit: peutTenirInstances,
  regle: ({ point, rendu }, { notes, lu: ecrase }) => {
    if (rendu?.valideLe) return refuser('compte_rendu_valide')
    if ((point.notes ?? '') === (ecrase ?? '') || point.notes === notes) return {}
    return refuser('notes_changees', 'notes', { actuel: point.notes ?? '' })
  },
  agir: async (ctx, _, { id, notes }) =>
    void (await ctx.db
      .update(points)
      .set({ notes })
      .where(cette(ctx, points, id)))
})

/** Writes the few lines that open the minutes. Refusal: `compte_rendu_valide`. */
export const introduire = commande('compte_rendu.introduire', {
  saisie: z.object({ id: z.uuid(), introduction: facultatif(texteSchema).default(null) }),
  charger: (ctx, { id }) => aEcrire(ctx, id),
  droit: peutTenirInstances,
  regle: (objet) => pasValide(objet),
  agir: (ctx, _, { id, introduction }) => ecrireRendu(ctx, id, { introduction })
})

/** Notes what the meeting decided, or a need that came up. Refusal: `compte_rendu_valide`. */
export const conclure = commande('seance.conclure', {
  saisie: z.object({
    id: z.uuid(),
    sorte: z.enum(SORTES_CONCLUSION, 'Dites si c’est une décision ou un besoin.'),
    texte: ligneSchema('Ce qui est conclu', 2_000)
  }),
  charger: (ctx, { id }) => aEcrire(ctx, id),
  droit: peutTenirInstances,
  regle: (objet) => pasValide(objet),
  agir: async ({ db, perimetre, nouvelId, maintenant }, _, { id: seanceId, sorte, texte }) => {
    const { collectiviteId } = perimetre
    await db.insert(conclusions).values({ collectiviteId, id: nouvelId(), seanceId, sorte, texte, creeLe: maintenant })
  }
})

/** Takes a conclusion off; its act can be undone. Refusal: `compte_rendu_valide`. */
export const retirerConclusion = commande('seance.retirer_conclusion', {
  saisie: z.object({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const [conclusion] = await ctx.db
      .select()
      .from(conclusions)
      .where(cette(ctx, conclusions, id))
      .for('update')
    return conclusion ? { rendu: await leRendu(ctx, conclusion.seanceId) } : null
  },
  droit: peutTenirInstances,
  regle: (objet) => pasValide(objet),
  agir: async (ctx, _, { id }) => {
    // what was kept of a need for a next meeting stays
    await ctx.db
      .update(attentes)
      .set({ conclusionId: null })
      .where(and(eq(attentes.collectiviteId, ctx.perimetre.collectiviteId), eq(attentes.conclusionId, id)))
    await ctx.db.delete(conclusions).where(cette(ctx, conclusions, id))
  }
})

/** Opens an action in the meeting where it was born, out of any contract until it is placed. Refusal: `compte_rendu_valide`. */
export const faireNaitreFiche = commande('seance.faire_naitre', {
  saisie: z.object({ id: z.uuid(), titre: ligneSchema('Le titre de l’action') }),
  charger: (ctx, { id }) => aEcrire(ctx, id),
  droit: peutTenirInstances,
  regle: (objet) => pasValide(objet),
  agir: async (ctx, _, { id: seanceId, titre }) => {
    const { id: ficheId } = await creerFiche.dans(ctx, { titre })
    const { collectiviteId } = ctx.perimetre
    await ctx.db.insert(naissances).values({ collectiviteId, id: ctx.nouvelId(), seanceId, ficheId })
    return { ficheId }
  }
})

/** Validates the minutes: they say who came and what was said, and are not written in any more. Refusals: `seance_a_venir`, `rendu_vide`. */
export const validerCompteRendu = commande('compte_rendu.valider', {
  saisie: z.object({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const seance = await laSeance(ctx, id)
    const rendu = seance && (await lireCompteRendu(ctx.db, ctx.perimetre, id))
    return seance && rendu ? { seance, rendu } : null
  },
  droit: peutTenirInstances,
  regle: ({ seance, rendu }, _, quand) => {
    if (seance.annuleeLe) return refuser('seance_annulee')
    if (seance.jour > jourDe(quand)) return refuser('seance_a_venir')
    const manques = manquesDuCompteRendu(rendu)
    return manques.includes('presents') || manques.includes('notes') ? refuser('rendu_vide') : {}
  },
  agir: (ctx, _, { id }) => ecrireRendu(ctx, id, { valideLe: ctx.maintenant })
})

/** Opens validated minutes again, to correct them; sent already, they are to be sent again. */
export const rouvrirCompteRendu = commande('compte_rendu.rouvrir', {
  saisie: z.object({ id: z.uuid() }),
  charger: (ctx, { id }) => aEcrire(ctx, id),
  droit: peutTenirInstances,
  regle: () => ({}),
  agir: (ctx, _, { id }) => ecrireRendu(ctx, id, { valideLe: null })
})

const aDiffuser = async (ctx: CtxTerritoire, id: string) => {
  const seance = await laSeance(ctx, id)
  const rendu = seance && (await lireCompteRendu(ctx.db, ctx.perimetre, id))
  return rendu && { rendu, gens: await lecteursDuCompteRendu(ctx.db, ctx.perimetre, id) }
}

function pasEncoreDiffuse({ valideLe, envoyeLe }: Pick<CompteRendu, 'valideLe' | 'envoyeLe'>) {
  if (!valideLe) return refuser('pas_valide')
  return envoyeLe && envoyeLe >= valideLe ? refuser('deja_envoye') : null
}

const diffuser = (ctx: CtxTerritoire, seanceId: string, adresses: number) =>
  ctx.db
    .insert(diffusions)
    .values({ collectiviteId: ctx.perimetre.collectiviteId, id: ctx.nouvelId(), seanceId, envoyeLe: ctx.maintenant, adresses })

/**
 * Sends the minutes to everyone invited, present or not, to who came and to who follows by reading: the meeting is closed.
 * Refusals: `pas_valide`, `personne_a_qui_envoyer`, `deja_envoye` when nothing changed since. Answers to how many.
 */
export const envoyerCompteRendu = commande('compte_rendu.envoyer', {
  saisie: z.object({ id: z.uuid() }),
  charger: (ctx, { id }) => aDiffuser(ctx, id),
  droit: peutTenirInstances,
  regle: ({ rendu, gens }) => pasEncoreDiffuse(rendu) ?? (gens.length > 0 ? {} : refuser('personne_a_qui_envoyer')),
  agir: async (ctx, { gens, rendu }, { id: seanceId }) => {
    await diffuser(ctx, seanceId, gens.length)
    const interroge = questionsEncore(rendu, jourDe(ctx.maintenant)) !== null
    await confierEnvois.dans(ctx, { nature: 'compte_rendu', objetId: seanceId, destinataires: gens, interroge })
    return { nombre: gens.length }
  }
})

/**
 * Closes a meeting whose minutes nobody can be sent: they are printed, and given by hand. Refusals: `pas_valide`, `deja_envoye`,
 * `adresses_connues` once somebody has an address, because this sends nothing.
 */
export const cloreSansEnvoyer = commande('compte_rendu.clore', {
  saisie: z.object({ id: z.uuid() }),
  charger: (ctx, { id }) => aDiffuser(ctx, id),
  droit: peutTenirInstances,
  regle: ({ rendu, gens }) => pasEncoreDiffuse(rendu) ?? (gens.length === 0 ? {} : refuser('adresses_connues')),
  agir: async (ctx, _, { id }) => {
    await diffuser(ctx, id, 0)
  }
})

/** One more reading of the minutes from a letter, as their page says it of itself, counted for the meeting and for nobody. */
export const compterLecture = commande('compte_rendu.compter', {
  saisie: z.object({ id: z.uuid() }),
  charger: async () => ({}),
  droit: (acteur: Acteur) => acteur === SYSTEME,
  regle: () => ({}),
  agir: async ({ db, perimetre, nouvelId }, _, { id: seanceId }) => {
    await db
      .insert(lectures)
      .values({ collectiviteId: perimetre.collectiviteId, id: nouvelId(), seanceId, nombre: 1 })
      .onConflictDoUpdate({ target: [lectures.collectiviteId, lectures.seanceId], set: { nombre: sql`${lectures.nombre} + 1` } })
  }
})

export async function leRendu({ db, perimetre }: CtxTerritoire, seanceId: string) {
  const [rendu] = await db
    .select()
    .from(comptesRendus)
    .where(and(eq(comptesRendus.collectiviteId, perimetre.collectiviteId), eq(comptesRendus.seanceId, seanceId)))
  return rendu ?? null
}

/** A meeting that is not put aside, and its minutes if they were begun; the meeting is held until the act is written. */
export async function aEcrire(ctx: CtxTerritoire, seanceId: string) {
  const seance = await laSeance(ctx, seanceId)
  return seance && { seance, rendu: await leRendu(ctx, seanceId) }
}

export function pasValide({
  rendu
}: {
  rendu: { valideLe: Date | null } | null
}): Refus<'compte_rendu_valide'> | { ouvert: true } {
  return rendu?.valideLe ? refuser('compte_rendu_valide') : { ouvert: true }
}

async function ecrireRendu(ctx: CtxTerritoire, seanceId: string, dit: Partial<typeof comptesRendus.$inferInsert>): Promise<void> {
  const { collectiviteId } = ctx.perimetre
  await ctx.db
    .insert(comptesRendus)
    .values({ ...dit, collectiviteId, id: ctx.nouvelId(), seanceId })
    .onConflictDoUpdate({ target: [comptesRendus.collectiviteId, comptesRendus.seanceId], set: dit })
}

const cette = ({ perimetre }: CtxTerritoire, table: typeof points | typeof conclusions, id: string) =>
  and(eq(table.collectiviteId, perimetre.collectiviteId), eq(table.id, id))
