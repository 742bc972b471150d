import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { dateTapeeSchema, facultatif, texteSchema } from '#platform/saisie.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import type { VerdictRencontre } from '../schema/echanges.ts'
import { echanges, rapprochements } from '../tables/echanges.server.ts'
import { verrouillerEchange } from './echanges.server.ts'

const deux = { unId: z.uuid().toLowerCase(), autreId: z.uuid().toLowerCase() }
type Deux = { unId: string; autreId: string }

/** Both, living and of this territory; null otherwise. Held in the order of their ids: two people who say it at once do not wait for each other. */
async function lesDeux(ctx: CtxTerritoire, { unId, autreId }: Deux) {
  for (const id of [unId, autreId].toSorted()) if (!(await verrouillerEchange(ctx, id))) return null
  return {}
}

/** What is said of the two, in the order of the table; what was said before gives way. */
async function dire(ctx: CtxTerritoire, { unId, autreId }: Deux, verdict: VerdictRencontre, date: string, note: string | null) {
  const [un, autre] = [unId, autreId].toSorted() as [string, string]
  const dit = { verdict, date, note, auteur: ctx.acteur.nom, creeLe: ctx.maintenant }
  const { collectiviteId } = ctx.perimetre
  await ctx.db
    .insert(rapprochements)
    .values({ collectiviteId, id: ctx.nouvelId(), unId: un, autreId: autre, ...dit })
    .onConflictDoUpdate({ target: [rapprochements.collectiviteId, rapprochements.unId, rapprochements.autreId], set: dit })
}

const pasLeMeme = ({ unId, autreId }: Deux) => (unId === autreId ? refuser('meme_echange') : null)

/**
 * Records that the partners of two entries were put in touch, on a day, with a note; an entry that waited is then under way.
 * Refusals: `meme_echange`, `relation_a_venir`.
 */
export const mettreEnRelation = commande('rapprochement.noter', {
  saisie: z.object({
    ...deux,
    date: facultatif(dateTapeeSchema).default(null),
    note: facultatif(texteSchema).default(null)
  }),
  charger: lesDeux,
  droit: peutTenirAnnuaire,
  regle: (_, { date, ...paire }, quand) =>
    pasLeMeme(paire) ?? (date !== null && date > jourDe(quand).slice(0, date.length) ? refuser('relation_a_venir', 'date') : {}),
  agir: async (ctx, _, { date, note, ...paire }) => {
    const le = date ?? jourDe(ctx.maintenant)
    await dire(ctx, paire, 'mises_en_relation', le, note)
    await ctx.db
      .update(echanges)
      .set({ etat: 'en_cours', depuis: le })
      .where(
        and(
          eq(echanges.collectiviteId, ctx.perimetre.collectiviteId),
          inArray(echanges.id, [paire.unId, paire.autreId]),
          eq(echanges.etat, 'ouverte')
        )
      )
  }
})

/** Remembers that two entries have nothing to do with each other: they are not proposed again. Refusal: `meme_echange`. */
export const ecarterRencontre = commande('rapprochement.ecarter', {
  saisie: z.object(deux),
  charger: lesDeux,
  droit: peutTenirAnnuaire,
  regle: (_, paire) => pasLeMeme(paire) ?? {},
  agir: (ctx, _, paire) => dire(ctx, paire, 'ecartees', jourDe(ctx.maintenant), null)
})

/** Takes back what was said of two entries: they are proposed again if they still answer each other. */
export const reprendreRencontre = commande('rapprochement.reprendre', {
  saisie: z.object({ id: z.uuid() }),
  charger: async (ctx, { id }) =>
    (await ctx.db.select({ id: rapprochements.id }).from(rapprochements).where(cette(ctx, id)).for('update'))[0] ?? null,
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async (ctx, _, { id }) => void (await ctx.db.delete(rapprochements).where(cette(ctx, id)))
})

const cette = ({ perimetre }: CtxTerritoire, id: string) =>
  and(eq(rapprochements.collectiviteId, perimetre.collectiviteId), eq(rapprochements.id, id))
