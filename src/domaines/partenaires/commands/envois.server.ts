import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import { NATURES_ENVOI } from '../schema/envois.ts'
import { envois } from '../tables/envois.server.ts'

const destinataireSchema = z.object({
  personneId: z.uuid().nullable(),
  structureId: z.uuid().nullable(),
  courriel: z.string()
})

/** Asks for letters of one nature about one thing; they leave one after the other, once this is written. Answers how many. */
export const confierEnvois = commande('envois.confier', {
  saisie: z.object({ nature: z.enum(NATURES_ENVOI), objetId: z.uuid(), destinataires: z.array(destinataireSchema).max(20_000) }),
  charger: async () => ({}),
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async ({ db, perimetre, nouvelId, maintenant, annoncer }, _, { nature, objetId, destinataires }) => {
    const { collectiviteId } = perimetre
    // who was erased has no address any more: nothing leaves for her
    const joignables = destinataires.filter(({ courriel }) => courriel !== '')
    const lignes = joignables.map((destinataire) => ({
      collectiviteId,
      id: nouvelId(),
      nature,
      objetId,
      ...destinataire,
      creeLe: maintenant
    }))
    for (let rang = 0; rang < lignes.length; rang += 2_000) await db.insert(envois).values(lignes.slice(rang, rang + 2_000))
    if (lignes.length > 0) annoncer('envois_confies', { collectiviteId })
    return { nombre: lignes.length }
  }
})

/** A letter in doubt, or refused, leaves again because a person says so. Refusal: `envoi_en_cours`. */
export const renvoyer = commande('envois.renvoyer', {
  saisie: z.object({ id: z.uuid() }),
  charger: lEnvoi,
  droit: peutTenirAnnuaire,
  regle: seulementEnSuspens,
  agir: async (ctx, _, { id }) => {
    await ctx.db.update(envois).set({ etat: 'pret', motif: null }).where(cet(ctx, id))
    ctx.annoncer('envois_confies', { collectiviteId: ctx.perimetre.collectiviteId })
  }
})

/** A letter in doubt did arrive, says a person. Refusal: `envoi_en_cours`. */
export const tenirPourArrive = commande('envois.tenir_pour_arrive', {
  saisie: z.object({ id: z.uuid() }),
  charger: lEnvoi,
  droit: peutTenirAnnuaire,
  regle: seulementEnSuspens,
  agir: async (ctx, _, { id }) => {
    await ctx.db.update(envois).set({ etat: 'parti', motif: null }).where(cet(ctx, id))
  }
})

const cet = ({ perimetre }: CtxTerritoire, ...ids: string[]) =>
  and(eq(envois.collectiviteId, perimetre.collectiviteId), inArray(envois.id, ids))

async function lEnvoi(ctx: CtxTerritoire, { id }: { id: string }) {
  const [envoi] = await ctx.db.select().from(envois).where(cet(ctx, id)).for('update')
  return envoi ?? null
}

function seulementEnSuspens({ etat }: { etat: string }) {
  return etat === 'doute' || etat === 'refuse' ? {} : refuser('envoi_en_cours')
}
