import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { finApresDebut } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { assurerStructures, laStructure } from '../commands.server.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import { structuresParNom } from '../queries.server.ts'
import { jugerRegroupement } from '../regles/regroupements.ts'
import { placeSchema, regroupementSchema } from '../schema/regroupements.ts'
import { regroupements } from '../tables/regroupements.server.ts'

const ordre = { path: ['fin'], error: 'La fin est avant le début.' }
const ici = ({ perimetre }: CtxTerritoire) => eq(regroupements.collectiviteId, perimetre.collectiviteId)
const vivants = (ctx: CtxTerritoire) =>
  ctx.db
    .select({ id: regroupements.id, ensembleId: regroupements.ensembleId, membreId: regroupements.membreId })
    .from(regroupements)
    .where(and(ici(ctx), isNull(regroupements.supprimeLe)))

/** A new structure is in no other: it has an id that nothing bears. */
const NEUVE = 'neuve'

/**
 * Says that a structure groups another, or is part of it; the other is found by name in the directory, or enters it. Refusals:
 * `regroupement_de_soi`, `regroupement_deja`, `regroupement_en_boucle`.
 */
export const noterRegroupement = commande('regroupement.noter', {
  saisie: regroupementSchema.refine(finApresDebut, ordre),
  charger: async (ctx, { structureId, autre }) => {
    const connue = (await structuresParNom(ctx.db, ctx.perimetre, [autre])).get(normaliser(autre)) ?? null
    return (await laStructure(ctx, structureId)) && { connue, liens: await vivants(ctx) }
  },
  droit: peutTenirAnnuaire,
  regle: ({ connue, liens }, { structureId, sens, autre }) => {
    const [ensembleId, membreId] = sens === 'regroupe' ? [structureId, connue ?? NEUVE] : [connue ?? NEUVE, structureId]
    const refus = jugerRegroupement({ ensembleId, membreId }, liens)
    return refus === null ? {} : refuser(refus, 'autre', { nom: autre })
  },
  agir: async (ctx, { connue }, { structureId, sens, autre, exemple, ...place }) => {
    const autreId = connue ?? (await assurerStructures.dans(ctx, { noms: [autre], exemple })).ids.get(normaliser(autre))!
    const [ensembleId, membreId] = sens === 'regroupe' ? [structureId, autreId] : [autreId, structureId]
    const { collectiviteId } = ctx.perimetre
    const id = ctx.nouvelId()
    await ctx.db
      .insert(regroupements)
      .values({ collectiviteId, id, ensembleId, membreId, ...place, exemple, creeLe: ctx.maintenant })
    return { id }
  }
})

/** Corrects what one is in the other, or says until when. */
export const modifierRegroupement = commande('regroupement.modifier', {
  saisie: placeSchema.extend({ id: z.uuid() }).refine(finApresDebut, ordre),
  charger: async (ctx, { id }) => (await vivants(ctx)).find((lien) => lien.id === id) ?? null,
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async (ctx, _, { id, ...place }) =>
    void (await ctx.db
      .update(regroupements)
      .set(place)
      .where(and(ici(ctx), eq(regroupements.id, id))))
})

/** Takes one away, and brings it back unless the same was noted since, or the other way round. */
export const { retirer: retirerRegroupement, retablir: retablirRegroupement } = corbeilleDe(
  'regroupement',
  regroupements,
  peutTenirAnnuaire,
  sql`not exists (with recursive dessous (id) as (
      select r.membre_id from regroupements r where r.collectivite_id = regroupements.collectivite_id and r.ensemble_id = regroupements.membre_id and r.supprime_le is null
      union select r.membre_id from regroupements r join dessous on r.ensemble_id = dessous.id
        where r.collectivite_id = regroupements.collectivite_id and r.supprime_le is null)
    select 1 from dessous where id = regroupements.ensemble_id
    union all select 1 from regroupements r where r.collectivite_id = regroupements.collectivite_id and r.ensemble_id = regroupements.ensemble_id
      and r.membre_id = regroupements.membre_id and r.id <> regroupements.id and r.supprime_le is null)`
)
