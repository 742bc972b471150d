import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { facultatif, jourTapeSchema, ligneSchema, texteSchema } from '#platform/saisie.ts'
import { peutTenirInstances } from '../droits.ts'
import { ecartDe, lireDuree, lireHeure } from '../regles/seances.ts'
import type { SeanceDatee } from '../schema.ts'
import { instances, seances } from '../tables.server.ts'
import { estUnDeplacement } from '../regles/invitations.ts'
import { verrouillerInstance } from './instances.server.ts'
import { prevenirLesInvites } from './prevenir.server.ts'

const seanceSchema = z.object({
  objet: facultatif(ligneSchema('L’objet de la séance')).default(null),
  jour: jourTapeSchema,
  heure: facultatif(
    z.preprocess(
      (tapee) => (typeof tapee === 'string' ? (lireHeure(tapee) ?? 'autre') : tapee),
      z.string().regex(/^\d{2}:\d{2}$/, 'Écrivez l’heure comme 14 h 30.')
    )
  ).default(null),
  duree: z.preprocess(
    (tapee) => (typeof tapee === 'string' ? (lireDuree(tapee) ?? Number.NaN) : tapee),
    z
      .number('Écrivez la durée comme 2 h, 1 h 30 ou 90 minutes.')
      .int()
      .min(15, 'Une séance dure un quart d’heure au moins.')
      .max(720, 'Une séance dure douze heures au plus.')
  ),
  lieu: facultatif(ligneSchema('Le lieu')).default(null),
  capacite: facultatif(
    z.coerce.number('Écrivez un nombre de places.').int('Écrivez un nombre entier de places.').min(1).max(5_000)
  ).default(null),
  motifQuota: facultatif(texteSchema).default(null),
  motifDuree: facultatif(texteSchema).default(null)
})

/**
 * Plans a meeting of a body. Refusals that a reason lifts: `motif_quota`, with the meetings of the theme that stand in that year in
 * its details; `motif_duree`.
 */
export const prevoirSeance = commande('seance.prevoir', {
  saisie: seanceSchema.extend({ instanceId: z.uuid(), exemple: z.boolean().default(false) }),
  charger: async (ctx, { instanceId }) => {
    const instance = await verrouillerInstance(ctx, instanceId)
    return instance && { instance, duTheme: await seancesDuTheme(ctx, instance) }
  },
  droit: peutTenirInstances,
  regle: ({ instance, duTheme }, saisie) => juger(ecartDe({ ...saisie, id: null }, instance.nature, duTheme)),
  agir: async ({ db, perimetre, nouvelId, maintenant }, _, saisie) => {
    const id = nouvelId()
    await db.insert(seances).values({ collectiviteId: perimetre.collectiviteId, id, ...saisie, creeLe: maintenant })
    return { id }
  }
})

/** Moves or corrects a meeting; the same refusals. */
export const modifierSeance = commande('seance.modifier', {
  saisie: seanceSchema.extend({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const seance = await laSeance(ctx, id)
    const instance = seance && (await verrouillerInstance(ctx, seance.instanceId))
    return instance && { seance, instance, duTheme: await seancesDuTheme(ctx, instance) }
  },
  droit: peutTenirInstances,
  regle: ({ instance, duTheme }, saisie) => juger(ecartDe(saisie, instance.nature, duTheme)),
  agir: async (ctx, { seance }, { id, ...saisie }) => {
    await ctx.db.update(seances).set(saisie).where(cette(ctx.perimetre, id))
    if (estUnDeplacement(seance, saisie)) await prevenirLesInvites(ctx, seance, 'mise_a_jour')
  }
})

/** Calls a meeting off, with why; it stays in sight, and does not count any more. Refusal: `deja_annulee`. */
export const annulerSeance = commande('seance.annuler', {
  saisie: z.object({ id: z.uuid(), motifAnnulation: facultatif(texteSchema).default(null) }),
  charger: (ctx, { id }) => laSeance(ctx, id),
  droit: peutTenirInstances,
  regle: ({ annuleeLe }) => (annuleeLe ? refuser('deja_annulee') : {}),
  agir: async (ctx, seance, { id, motifAnnulation }) => {
    await ctx.db.update(seances).set({ annuleeLe: ctx.maintenant, motifAnnulation }).where(cette(ctx.perimetre, id))
    await prevenirLesInvites(ctx, seance, 'annulation')
  }
})

/** A meeting that was called off takes place after all. Refusals: as for `prevoirSeance`, when others took its room meanwhile. */
export const maintenirSeance = commande('seance.maintenir', {
  saisie: z.object({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const seance = await laSeance(ctx, id)
    const instance = seance && (await verrouillerInstance(ctx, seance.instanceId))
    return instance && { seance, instance, duTheme: await seancesDuTheme(ctx, instance) }
  },
  droit: peutTenirInstances,
  regle: ({ seance, instance, duTheme }) => juger(ecartDe(seance, instance.nature, duTheme)),
  agir: async (ctx, { seance }, { id }) => {
    await ctx.db.update(seances).set({ annuleeLe: null, motifAnnulation: null }).where(cette(ctx.perimetre, id))
    await prevenirLesInvites(ctx, seance, 'mise_a_jour')
  }
})

/** A meeting entered by mistake is put aside, and can come back. */
export const { retirer: retirerSeance, retablir: retablirSeance } = corbeilleDe('seance', seances, peutTenirInstances)

const cette = ({ collectiviteId }: CtxTerritoire['perimetre'], id: string) =>
  and(eq(seances.collectiviteId, collectiviteId), eq(seances.id, id))

export async function laSeance({ db, perimetre }: CtxTerritoire, id: string) {
  const [seance] = await db
    .select()
    .from(seances)
    .where(and(cette(perimetre, id), isNull(seances.supprimeLe)))
    .for('update')
  return seance ?? null
}

/** The meetings of all the bodies that work on the same theme: the axis of this one, or this one alone when it has none. */
async function seancesDuTheme(
  { db, perimetre }: CtxTerritoire,
  { id, axeId }: { id: string; axeId: string | null }
): Promise<SeanceDatee[]> {
  const lues = await db
    .select({ id: seances.id, jour: seances.jour, annuleeLe: seances.annuleeLe, instance: instances.nom })
    .from(seances)
    .innerJoin(instances, and(eq(instances.collectiviteId, seances.collectiviteId), eq(instances.id, seances.instanceId)))
    .where(
      and(
        eq(seances.collectiviteId, perimetre.collectiviteId),
        isNull(seances.supprimeLe),
        isNull(instances.supprimeLe),
        axeId ? eq(instances.axeId, axeId) : eq(instances.id, id),
        sql`${instances.nature} in ('groupe', 'groupe_interne', 'clsm_groupe')`
      )
    )
  return lues.map(({ annuleeLe, ...lue }) => ({ ...lue, annulee: annuleeLe !== null }))
}

const juger = (ecart: ReturnType<typeof ecartDe>) =>
  ecart?.raison === 'motif_quota'
    ? refuser('motif_quota', 'motifQuota', { autres: ecart.autres })
    : ecart
      ? refuser('motif_duree', 'motifDuree')
      : {}
