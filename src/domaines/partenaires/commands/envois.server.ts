import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import { adresseDuJour } from '../queries/adresses.server.ts'
import { lireCourriels } from '../queries/courriels.server.ts'
import { accepteLaLettre } from '../regles/courriels.ts'
import { estUneSollicitation } from '../regles/sollicitations.ts'
import { NATURES_ENVOI } from '../schema/envois.ts'
import { envois } from '../tables/envois.server.ts'

const destinataireSchema = z.object({
  personneId: z.uuid().nullable(),
  structureId: z.uuid().nullable(),
  courriel: z.string()
})

/**
 * Asks for letters of one nature about one thing; they leave one after the other, once this is written. None leaves for who does not accept it
 * any more, or asked to be erased; `demandee` is a letter that she asks for herself, and no solicitation; `interroge`: it carries
 * questions, and is one. Answers how many.
 */
export const confierEnvois = commande('envois.confier', {
  saisie: z.object({
    nature: z.enum(NATURES_ENVOI),
    objetId: z.uuid(),
    destinataires: z.array(destinataireSchema).max(20_000),
    demandee: z.boolean().default(false),
    interroge: z.boolean().default(false)
  }),
  charger: async () => ({}),
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async (ctx, _, { nature, objetId, destinataires, demandee, interroge }) => {
    const { db, perimetre, nouvelId, maintenant, annoncer } = ctx
    const { collectiviteId } = perimetre
    const cle = (qui: (typeof destinataires)[number]) => qui.personneId ?? qui.structureId ?? ''
    const acceptes = await lireCourriels(db, perimetre, destinataires.map(cle).filter(Boolean))
    // who was erased has no address any more: nothing leaves for her
    const joignables = destinataires.filter(
      (qui) => qui.courriel !== '' && accepteLaLettre(acceptes.get(cle(qui)) ?? 'tous', nature, demandee)
    )
    const lignes = joignables.map((destinataire) => ({
      collectiviteId,
      id: nouvelId(),
      nature,
      objetId,
      sollicite: estUneSollicitation(nature, { demandee, interroge }),
      ...destinataire,
      creeLe: maintenant
    }))
    for (let rang = 0; rang < lignes.length; rang += 2_000) await db.insert(envois).values(lignes.slice(rang, rang + 2_000))
    if (lignes.length > 0) annoncer('envois_confies', { collectiviteId })
    return { nombre: lignes.length }
  }
})

/** A letter in doubt, or refused, leaves again because a person says so, to the address of today. Refusal: `envoi_en_cours`. */
export const renvoyer = commande('envois.renvoyer', {
  saisie: z.object({ id: z.uuid() }),
  charger: lEnvoi,
  droit: peutTenirAnnuaire,
  regle: seulementEnSuspens,
  agir: async (ctx, _, { id }) => {
    await ctx.db
      .update(envois)
      .set({ etat: 'pret', motif: null, courriel: adresseDuJour('envois') })
      .where(cet(ctx, id))
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
