import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { normaliser } from '#platform/texte.ts'
import { assurerPersonnes, quartierDIci } from '../commands.server.ts'
import { peutTenirVolontaires } from '../droits.ts'
import { personnesParNom } from '../queries.server.ts'
import { finDeLAccord, jugerVolontaire } from '../regles/volontaires.ts'
import { renouvellementSchema, volontaireSchema } from '../schema/volontaires.ts'
import { fonctions, personnes } from '../tables.server.ts'
import { volontaires } from '../tables/volontaires.server.ts'

const CHAMP = {
  accord_a_venir: 'accordLe',
  accord_deja_fini: 'accordLe',
  volontaire_deja: 'personne',
  est_partenaire: 'personne',
  trop_de_volontaires: 'personne'
} as const

const presents = ({ perimetre }: CtxTerritoire) =>
  and(eq(volontaires.collectiviteId, perimetre.collectiviteId), isNull(volontaires.supprimeLe))

/** A volunteer of the territory, held until the act is done; null when there is none. */
export async function leVolontaire(ctx: CtxTerritoire, id: string) {
  const [dit] = await ctx.db
    .select()
    .from(volontaires)
    .where(and(presents(ctx), eq(volontaires.id, id)))
    .for('update')
  return dit ?? null
}

async function autourDe(ctx: CtxTerritoire, personne: string) {
  const id = (await personnesParNom(ctx.db, ctx.perimetre, [personne])).get(normaliser(personne)) ?? null
  const [{ nombre }] = (await ctx.db.select({ nombre: count() }).from(volontaires).where(presents(ctx))) as [{ nombre: number }]
  if (id === null) return { deja: false, partenaire: false, nombre }
  const [deja] = await ctx.db
    .select({ id: volontaires.id })
    .from(volontaires)
    .where(and(presents(ctx), eq(volontaires.personneId, id)))
  const [poste] = await ctx.db
    .select({ id: fonctions.id })
    .from(fonctions)
    .where(and(eq(fonctions.collectiviteId, ctx.perimetre.collectiviteId), eq(fonctions.personneId, id), isNull(fonctions.fin)))
  return { deja: deja !== undefined, partenaire: poste !== undefined, nombre }
}

/**
 * Notes a resident who agreed to be asked, for what and until when. Refusals: `accord_a_venir`, `accord_deja_fini`, `volontaire_deja`,
 * `est_partenaire`, `trop_de_volontaires`.
 */
export const inscrireVolontaire = commande('volontaire.inscrire', {
  saisie: volontaireSchema,
  charger: async (ctx, { personne, quartierId }) => ((await quartierDIci(ctx, quartierId)) ? autourDe(ctx, personne) : null),
  droit: peutTenirVolontaires,
  regle: (autour, dite, quand) => {
    const refus = jugerVolontaire(dite, autour, jourDe(quand))
    return refus === null ? {} : refuser(refus, CHAMP[refus])
  },
  agir: async (ctx, _, { personne, courriel, telephone, quartierId, pour, accordLe, duree, exemple }) => {
    const { collectiviteId } = ctx.perimetre
    const id = ctx.nouvelId()
    const { ids } = await assurerPersonnes.dans(ctx, { noms: [personne], exemple })
    const personneId = ids.get(normaliser(personne))!
    // what was known already stays unless something else is said
    await ctx.db
      .update(personnes)
      .set({ courriel: sql`coalesce(${courriel}, courriel)`, telephone: sql`coalesce(${telephone}, telephone)` })
      .where(and(eq(personnes.collectiviteId, collectiviteId), eq(personnes.id, personneId)))
    const dit = { personneId, quartierId, pour, accordLe, jusquAu: finDeLAccord(accordLe, duree), exemple }
    await ctx.db.insert(volontaires).values({ collectiviteId, id, ...dit, creeLe: ctx.maintenant })
    return { id, personneId }
  }
})

/** She agrees again, for what and until when. Refusals: `accord_a_venir`, `accord_deja_fini`. */
export const renouvelerAccord = commande('volontaire.renouveler', {
  saisie: renouvellementSchema,
  charger: async (ctx, { id, quartierId }) => ((await quartierDIci(ctx, quartierId)) ? leVolontaire(ctx, id) : null),
  droit: peutTenirVolontaires,
  regle: (_, dite, quand) => {
    const refus = jugerVolontaire(dite, { deja: false, partenaire: false, nombre: 0 }, jourDe(quand))
    return refus === null ? {} : refuser(refus, CHAMP[refus])
  },
  agir: async (ctx, _, { id, quartierId, pour, accordLe, duree }) => {
    await ctx.db
      .update(volontaires)
      .set({ quartierId, pour, accordLe, jusquAu: finDeLAccord(accordLe, duree), accordRetireLe: null })
      .where(and(presents(ctx), eq(volontaires.id, id)))
  }
})
