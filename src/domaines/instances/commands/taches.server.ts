import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { SYSTEME, type Acteur } from '#platform/acteur.ts'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { facultatif, jourTapeSchema, ligneSchema } from '#platform/saisie.ts'
import { lireCourriels } from '#domaines/partenaires/queries/courriels.server.ts'
import { accepteLaLettre } from '#domaines/partenaires/regles/courriels.ts'
import { confierEnvois } from '#domaines/partenaires/commands/envois.server.ts'
import { designer } from '#domaines/partenaires/queries/designer.server.ts'
import type { Designation } from '#domaines/partenaires/regles/designer.ts'
import { personnes } from '#domaines/partenaires/tables.server.ts'
import { peutTenirInstances, peutTerminer } from '../droits.ts'
import { estARappeler } from '../regles/suites.ts'
import { taches } from '../tables/suites.server.ts'
import { aEcrire, leRendu, pasValide } from './compte-rendu.server.ts'

const tacheSchema = z.object({
  texte: ligneSchema('Ce qui est à faire', 1_000),
  personne: facultatif(ligneSchema('Qui s’en charge')).default(null),
  echeance: facultatif(jourTapeSchema).default(null)
})

/** Notes what somebody promised to do, by a day. Refusals: `compte_rendu_valide`, `personne_inconnue` when the directory has nobody of this name, `plusieurs_personnes` when several bear it. */
export const confierTache = commande('tache.confier', {
  saisie: tacheSchema.extend({ id: z.uuid() }),
  charger: async (ctx, { id, personne }) => {
    const lu = await aEcrire(ctx, id)
    return lu && { ...lu, designation: await qui(ctx, personne) }
  },
  droit: peutTenirInstances,
  regle: ({ rendu, designation }, { personne }) => {
    const refus = pasValide({ rendu })
    return 'refus' in refus ? refus : juger(personne, designation)
  },
  agir: async ({ db, perimetre, nouvelId, maintenant }, _, { id: seanceId, texte, echeance }, { personneId }) => {
    const { collectiviteId } = perimetre
    await db.insert(taches).values({ collectiviteId, id: nouvelId(), seanceId, texte, personneId, echeance, creeLe: maintenant })
  }
})

/** Changes who does a task, or by when; also once the minutes left. Refusals: `personne_inconnue`, `plusieurs_personnes`. */
export const modifierTache = commande('tache.modifier', {
  saisie: tacheSchema.extend({ id: z.uuid() }),
  charger: async (ctx, { id, personne }) => {
    const tache = await laTache(ctx, { id })
    return tache && { tache, designation: await qui(ctx, personne) }
  },
  droit: peutTenirInstances,
  regle: ({ designation }, { personne }) => juger(personne, designation),
  agir: async (ctx, { tache }, { id, texte, echeance }, { personneId }) => {
    // another person, or another day: what was recalled before does not count
    const memes = tache.personneId === personneId && tache.echeance === echeance
    await ctx.db
      .update(taches)
      .set({ texte, personneId, echeance, ...(memes ? {} : { rappeleLe: null }) })
      .where(cette(ctx, id))
  }
})

/** Takes a task off. Refusal: `compte_rendu_valide`: what was sent to everyone is closed, not erased. */
export const retirerTache = commande('tache.retirer', {
  saisie: z.object({ id: z.uuid() }),
  charger: async (ctx, saisie) => {
    const tache = await laTache(ctx, saisie)
    return tache && { rendu: await leRendu(ctx, tache.seanceId) }
  },
  droit: peutTenirInstances,
  regle: (objet) => pasValide(objet),
  agir: async (ctx, _, { id }) => void (await ctx.db.delete(taches).where(cette(ctx, id)))
})

/** Says that a task is done: who promised it by her link, or who keeps the meetings. Said twice, it was done the first time. */
export const terminerTache = commande('tache.terminer', {
  saisie: z.object({ id: z.uuid() }),
  charger: laTache,
  droit: (acteur: Acteur, tache) => peutTerminer(acteur, tache),
  regle: () => ({}),
  agir: async (ctx, tache, { id }) => {
    if (tache.faiteLe === null) await ctx.db.update(taches).set({ faiteLe: ctx.maintenant }).where(cette(ctx, id))
  }
})

/** A task was not done after all. */
export const rouvrirTache = commande('tache.rouvrir', {
  saisie: z.object({ id: z.uuid() }),
  charger: laTache,
  droit: (acteur: Acteur, tache) => peutTerminer(acteur, tache),
  regle: () => ({}),
  agir: async (ctx, _, { id }) => void (await ctx.db.update(taches).set({ faiteLe: null }).where(cette(ctx, id)))
})

/**
 * Writes one letter to each person whose tasks are due within a week or late, gathering them all; nobody is written to twice in a week for the
 * same. Answers to how many.
 */
export const rappelerTaches = commande('taches.rappeler', {
  saisie: z.object({}),
  charger: async ({ db, perimetre }) => {
    const ouvertes = await db
      .select({
        id: taches.id,
        echeance: taches.echeance,
        rappeleLe: taches.rappeleLe,
        faiteLe: taches.faiteLe,
        personneId: personnes.id,
        courriel: personnes.courriel
      })
      .from(taches)
      .innerJoin(personnes, and(eq(personnes.collectiviteId, taches.collectiviteId), eq(personnes.id, taches.personneId)))
      .where(and(eq(taches.collectiviteId, perimetre.collectiviteId), isNull(taches.faiteLe), isNull(personnes.supprimeLe)))
    const ids = ouvertes.map(({ personneId }) => personneId)
    return { ouvertes, acceptes: await lireCourriels(db, perimetre, ids) }
  },
  droit: peutTenirInstances,
  regle: ({ ouvertes, acceptes }, _, quand) => ({
    dues: ouvertes.filter(
      (tache) =>
        tache.courriel !== null &&
        // who wants no letter is not said to have been reminded
        accepteLaLettre(acceptes.get(tache.personneId) ?? 'aucun', 'taches', false) &&
        estARappeler({ ...tache, faiteLe: null, rappeleLe: tache.rappeleLe?.toISOString() ?? null }, jourDe(quand))
    )
  }),
  agir: async (ctx, _, __, { dues }) => {
    const parPersonne = new Map(dues.map(({ personneId, courriel }) => [personneId, courriel!.toLowerCase()]))
    if (dues.length > 0)
      await ctx.db
        .update(taches)
        .set({ rappeleLe: ctx.maintenant })
        .where(cette(ctx, ...dues.map(({ id }) => id)))
    for (const [personneId, courriel] of parPersonne)
      await confierEnvois.dans(
        { ...ctx, acteur: SYSTEME },
        { nature: 'taches', objetId: personneId, destinataires: [{ personneId, structureId: null, courriel }] }
      )
    return { nombre: parPersonne.size }
  }
})

const cette = ({ perimetre }: CtxTerritoire, ...ids: string[]) =>
  and(eq(taches.collectiviteId, perimetre.collectiviteId), inArray(taches.id, ids))

async function laTache(ctx: CtxTerritoire, { id }: { id: string }) {
  const [tache] = await ctx.db.select().from(taches).where(cette(ctx, id)).for('update')
  return tache ?? null
}

/** Whom a task is given to: her letter, and the link in it, are hers alone. */
const qui = async ({ db, perimetre }: CtxTerritoire, personne: string | null) =>
  personne === null ? { id: null } : await designer(db, perimetre, personne)

function juger(personne: string | null, designation: Designation | { id: null }) {
  if (!designation) return refuser('personne_inconnue', 'personne', { nom: personne })
  return 'plusieurs' in designation ? refuser('plusieurs_personnes', 'personne', designation) : { personneId: designation.id }
}
