import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { jourDe } from '#platform/dates.ts'
import { facultatif, jourTapeSchema, ligneSchema, texteSchema } from '#platform/saisie.ts'
import { peutTenirInstances } from '../droits.ts'
import { DUREE_MAX, ecartDe, lireDuree, lireHeure } from '../regles/seances.ts'
import { seancesDuTheme } from '../queries.server.ts'
import { seances } from '../tables.server.ts'
import { changeLeJour, estUnDeplacement } from '../regles/invitations.ts'
import { verrouillerInstance } from './instances.server.ts'
import { donnerLesPlaces, faireConfirmer, lesPlaces } from './places.server.ts'
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
    return instance && { instance, duTheme: await duThemeVerrouille(ctx, instance) }
  },
  droit: peutTenirInstances,
  regle: ({ instance, duTheme }, saisie) => juger(ecartDe({ ...saisie, id: null }, instance.nature, duTheme)),
  agir: async ({ db, perimetre, nouvelId, maintenant }, _, saisie) => {
    const id = nouvelId()
    await db.insert(seances).values({ collectiviteId: perimetre.collectiviteId, id, ...saisie, creeLe: maintenant })
    return { id }
  }
})

/**
 * Moves or corrects a meeting; the same refusals for what grows, and `jour_passe`: people who are invited to a day to come are not told that it
 * was; `places_prises`, with how many, when fewer places are said than were given. Who was invited hears of it while it is to come, unless it is
 * called off; who waited for a chair that a bigger room gives is told so; who answered for another day is asked again.
 */
export const modifierSeance = commande('seance.modifier', {
  saisie: seanceSchema.extend({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const objet = await laSeanceEtSonTheme(ctx, { id })
    return objet && { ...objet, assis: (await lesPlaces(ctx, id, objet.seance.capacite)).assis.length }
  },
  droit: peutTenirInstances,
  regle: ({ seance, instance, duTheme, assis }, saisie, quand) => {
    const jour = jourDe(quand)
    if (seance.convoqueeLe && seance.jour >= jour && saisie.jour < jour) return refuser('jour_passe', 'jour')
    // a chair that was given is not taken back in silence
    const moins = saisie.capacite !== null && saisie.capacite < (seance.capacite ?? Number.POSITIVE_INFINITY)
    if (moins && saisie.capacite! < assis && saisie.jour >= jour) return refuser('places_prises', 'capacite', { assis })
    return juger(ecartDe(saisie, instance.nature, duTheme, seance))
  },
  agir: async (ctx, { seance }, { id, ...saisie }) => {
    const memeAnnee = saisie.jour.slice(0, 4) === seance.jour.slice(0, 4)
    // a reason that was given once is not lost because the place is corrected
    const gardes = {
      motifQuota: saisie.motifQuota ?? (memeAnnee ? seance.motifQuota : null),
      motifDuree: saisie.motifDuree ?? (saisie.duree > DUREE_MAX ? seance.motifDuree : null)
    }
    await ctx.db
      .update(seances)
      .set({ ...saisie, ...gardes })
      .where(cette(ctx.perimetre, id))
    if (seance.annuleeLe || saisie.jour < jourDe(ctx.maintenant)) return
    if (changeLeJour(seance, saisie)) await faireConfirmer(ctx, id)
    if (estUnDeplacement(seance, saisie)) await prevenirLesInvites(ctx, seance, 'mise_a_jour')
    if (saisie.capacite !== seance.capacite) await donnerLesPlaces(ctx, id, seance.capacite, saisie.capacite)
  }
})

/**
 * Calls a meeting off, with why; it stays in sight, and does not count any more. Refusals: `deja_annulee`; `deja_tenue`, once somebody was noted
 * present or its minutes are written; `motif_annulation`, because those who were invited are told why.
 */
export const annulerSeance = commande('seance.annuler', {
  saisie: z.object({ id: z.uuid(), motifAnnulation: facultatif(texteSchema).default(null) }),
  charger: async (ctx, { id }) => {
    const seance = await laSeance(ctx, id)
    return seance && { seance, tenue: await aEuLieu(ctx, id) }
  },
  droit: peutTenirInstances,
  regle: ({ seance, tenue }, { motifAnnulation }) => {
    if (seance.annuleeLe) return refuser('deja_annulee')
    if (tenue) return refuser('deja_tenue')
    return seance.convoqueeLe && !motifAnnulation ? refuser('motif_annulation', 'motifAnnulation') : {}
  },
  agir: async (ctx, { seance }, { id, motifAnnulation }) => {
    await ctx.db.update(seances).set({ annuleeLe: ctx.maintenant, motifAnnulation }).where(cette(ctx.perimetre, id))
    await prevenirLesInvites(ctx, seance, 'annulation')
  }
})

/**
 * A meeting that was called off takes place after all. Refusals: as for `prevoirSeance`, when others took its room meanwhile; a reason lifts
 * them here too.
 */
export const maintenirSeance = commande('seance.maintenir', {
  saisie: seanceSchema.pick({ motifQuota: true, motifDuree: true }).extend({ id: z.uuid() }),
  charger: laSeanceEtSonTheme,
  droit: peutTenirInstances,
  regle: ({ seance, instance, duTheme }, motifs) => {
    return juger(ecartDe({ ...seance, ...motifsDits(seance, motifs) }, instance.nature, duTheme))
  },
  agir: async (ctx, { seance }, { id, ...motifs }) => {
    await ctx.db
      .update(seances)
      .set({ annuleeLe: null, motifAnnulation: null, ...motifsDits(seance, motifs) })
      .where(cette(ctx.perimetre, id))
    if (seance.jour >= jourDe(ctx.maintenant)) await prevenirLesInvites(ctx, seance, 'mise_a_jour')
  }
})

/**
 * A meeting entered by mistake is put aside, and can come back. Refusal: `seance_convoquee`, when people are invited to it, who would not know:
 * it is called off instead.
 */
export const retirerSeance = commande('seance.retirer', {
  saisie: z.object({ id: z.uuid() }),
  charger: (ctx, { id }) => laSeance(ctx, id),
  droit: peutTenirInstances,
  regle: ({ convoqueeLe, annuleeLe, exemple }) => (convoqueeLe && !annuleeLe && !exemple ? refuser('seance_convoquee') : {}),
  agir: async (ctx, _, { id }) => {
    await ctx.db.update(seances).set({ supprimeLe: ctx.maintenant }).where(cette(ctx.perimetre, id))
  }
})

export const { retablir: retablirSeance } = corbeilleDe('seance', seances, peutTenirInstances)

type Motifs = { motifQuota: string | null; motifDuree: string | null }
const motifsDits = (seance: Motifs, { motifQuota, motifDuree }: Motifs): Motifs => ({
  motifQuota: motifQuota ?? seance.motifQuota,
  motifDuree: motifDuree ?? seance.motifDuree
})

async function laSeanceEtSonTheme(ctx: CtxTerritoire, { id }: { id: string }) {
  const seance = await laSeance(ctx, id)
  const instance = seance && (await verrouillerInstance(ctx, seance.instanceId))
  return instance && { seance, instance, duTheme: await duThemeVerrouille(ctx, instance) }
}

/** The meetings of the theme, which nobody else plans until the act is done: two bodies of one axis would each see one too few. */
async function duThemeVerrouille({ db, perimetre }: CtxTerritoire, instance: { id: string; axeId: string | null }) {
  if (instance.axeId !== null)
    await db.execute(
      sql`select 1 from axes where collectivite_id = ${perimetre.collectiviteId} and id = ${instance.axeId} for no key update`
    )
  return seancesDuTheme(db, perimetre, instance)
}

/** Whether it was held: somebody was noted present, or its minutes are validated. */
async function aEuLieu({ db, perimetre: { collectiviteId } }: CtxTerritoire, id: string): Promise<boolean> {
  const [lue] =
    (await db.execute(sql`select exists (select 1 from emargements e where e.collectivite_id = ${collectiviteId} and e.seance_id = ${id})
    or exists (select 1 from comptes_rendus r where r.collectivite_id = ${collectiviteId} and r.seance_id = ${id} and r.valide_le is not null)
    or exists (select 1 from diffusions d where d.collectivite_id = ${collectiviteId} and d.seance_id = ${id}) as oui`)) as unknown as {
      oui: boolean
    }[]
  return lue!.oui
}

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

const juger = (ecart: ReturnType<typeof ecartDe>) =>
  ecart?.raison === 'motif_quota'
    ? refuser('motif_quota', 'motifQuota', { autres: ecart.autres })
    : ecart
      ? refuser('motif_duree', 'motifDuree')
      : {}
