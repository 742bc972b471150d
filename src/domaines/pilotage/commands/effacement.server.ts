import { and, eq, inArray, isNull, lte } from 'drizzle-orm'
import { z } from 'zod'
import { SYSTEME, type Acteur } from '#platform/acteur.ts'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { peutEffacer } from '#domaines/partenaires/droits.ts'
import { jourDeLEffacement, jugerEffacement } from '#domaines/partenaires/regles/effacement.ts'
import { effacementSchema, revueSchema } from '#domaines/partenaires/schema/effacements.ts'
import { personnes } from '#domaines/partenaires/tables.server.ts'
import { effacements } from '#domaines/partenaires/tables/effacements.server.ts'
import { interetsAuLien } from '#domaines/instances/queries/interets.server.ts'
import { lireSort } from '../queries/effacement.server.ts'
import { effacerDePartout } from './effacer-de-partout.server.ts'

const lAttendu = (ctx: CtxTerritoire, id: string) =>
  and(eq(effacements.collectiviteId, ctx.perimetre.collectiviteId), eq(effacements.personneId, id), isNull(effacements.faitLe))

/**
 * Takes a person out of the directory at once, and for good seven days later: until then `garderPersonne` gives her back. Refusals:
 * `a_signe` (her name is in a public act, with the `contrats`), `deja_demande`.
 */
export const demanderEffacement = commande('personne.demander_effacement', {
  saisie: effacementSchema,
  charger: (ctx, { id }) => lireSort(ctx.db, ctx.perimetre, id),
  droit: peutEffacer,
  regle: ({ nom, effacement, signes }) => {
    const refus = jugerEffacement({ deja: effacement !== null, signes })
    return refus === null ? {} : refuser(refus, undefined, { nom, contrats: signes })
  },
  agir: async (ctx, _, { id, motif }) => {
    const { collectiviteId } = ctx.perimetre
    const prevuLe = jourDeLEffacement(ctx.maintenant)
    const dit = { personneId: id, motif, prevuLe, demandeLe: ctx.maintenant }
    await ctx.db.insert(effacements).values({ collectiviteId, id: ctx.nouvelId(), ...dit })
    await ctx.db
      .update(personnes)
      .set({ supprimeLe: ctx.maintenant })
      .where(and(eq(personnes.collectiviteId, collectiviteId), eq(personnes.id, id)))
    return { prevuLe }
  }
})

/** The same for several, all or none: people of whom nothing was heard for three years. Refusals: as `demanderEffacement`, with her `nom`. */
export const demanderEffacements = commande('personnes.demander_effacement', {
  saisie: revueSchema,
  charger: async () => ({}),
  droit: peutEffacer,
  regle: () => ({}),
  agir: async (ctx, _, { ids }) => {
    for (const id of ids) await demanderEffacement.dans(ctx, { id, motif: 'sans_contact' })
    return { nombre: ids.length }
  }
})

/** She asks for it herself, by the link of any letter to her. Refusals: as `demanderEffacement`; nothing of the kind for a house. */
export const demanderAPartir = commande('personne.demander_a_partir', {
  saisie: z.object({ id: z.uuid() }),
  charger: ({ db, perimetre }, { id }) => interetsAuLien(db, perimetre, id),
  droit: (acteur: Acteur, { sujetId }) => acteur.sorte === 'lien' && acteur.sujetId === sujetId,
  regle: () => ({}),
  agir: (ctx, { personneId }) => demanderEffacement.dans({ ...ctx, acteur: SYSTEME }, { id: personneId, motif: 'demande' })
})

/** Gives up an erasure that is not done yet: she is in the directory as before. */
export const garderPersonne = commande('personne.garder', {
  saisie: z.object({ id: z.uuid() }),
  charger: async (ctx, { id }) => (await ctx.db.select().from(effacements).where(lAttendu(ctx, id)).for('update'))[0] ?? null,
  droit: peutEffacer,
  regle: () => ({}),
  agir: async (ctx, _, { id }) => {
    await ctx.db.delete(effacements).where(lAttendu(ctx, id))
    await ctx.db
      .update(personnes)
      .set({ supprimeLe: null, revueLe: ctx.maintenant })
      .where(and(eq(personnes.collectiviteId, ctx.perimetre.collectiviteId), eq(personnes.id, id)))
  }
})

/** Says that the directory still needs people of whom nothing was heard for three years; they are asked about again in three years. */
export const reconduireContacts = commande('personnes.reconduire', {
  saisie: revueSchema,
  charger: async () => ({}),
  droit: peutEffacer,
  regle: () => ({}),
  agir: async ({ db, perimetre, maintenant }, _, { ids }) => {
    const faites = await db
      .update(personnes)
      .set({ revueLe: maintenant })
      .where(
        and(eq(personnes.collectiviteId, perimetre.collectiviteId), inArray(personnes.id, ids), isNull(personnes.supprimeLe))
      )
      .returning({ id: personnes.id })
    return { nombre: faites.length }
  }
})

/** Erases those whose day has come, of one territory; called again, it finds nobody. Answers how many. The product calls it by itself. */
export const effacerLesAttendues = commande('personnes.effacer', {
  saisie: z.object({}),
  charger: async (ctx) => ({
    attendues: await ctx.db
      .select({ personneId: effacements.personneId })
      .from(effacements)
      .where(
        and(
          eq(effacements.collectiviteId, ctx.perimetre.collectiviteId),
          isNull(effacements.faitLe),
          lte(effacements.prevuLe, jourDe(ctx.maintenant))
        )
      )
      .for('update')
  }),
  droit: (acteur) => acteur.sorte === 'systeme',
  regle: () => ({}),
  agir: async (ctx, { attendues }) => {
    for (const { personneId } of attendues) await effacerDePartout(ctx, personneId)
    return { nombre: attendues.length }
  }
})
