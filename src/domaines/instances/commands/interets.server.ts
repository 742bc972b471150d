import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Acteur } from '#platform/acteur.ts'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { ligneSchema } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { personnesParNom } from '#domaines/partenaires/queries.server.ts'
import { peutTenirInstances } from '../droits.ts'
import { interetsAuLien } from '../queries/interets.server.ts'
import { instances } from '../tables.server.ts'
import { interets } from '../tables/interets.server.ts'

/** What interests who follows the link of a letter, of all the groups, said at once; it changes nothing of what she receives. */
export const choisirInterets = commande('contact.choisir_interets', {
  saisie: z.object({ id: z.uuid(), interets: z.array(z.uuid()).max(200).default([]) }),
  charger: (ctx, { id }) => interetsAuLien(ctx.db, ctx.perimetre, id),
  droit: (acteur: Acteur, { sujetId }) => acteur.sorte === 'lien' && acteur.sujetId === sujetId,
  regle: ({ personneId, groupes }, { interets: voulus }) => ({
    personneId,
    quittes: groupes.filter(({ id, choisi }) => choisi && !voulus.includes(id)).map(({ id }) => id),
    nouveaux: groupes.filter(({ id, choisi }) => !choisi && voulus.includes(id)).map(({ id }) => id)
  }),
  agir: async (ctx, _, __, { personneId, quittes, nouveaux }) => {
    if (quittes.length > 0)
      await ctx.db
        .delete(interets)
        .where(and(ici(ctx), eq(interets.personneId, personneId), inArray(interets.instanceId, quittes)))
    await ajouter(ctx, personneId, nouveaux)
  }
})

/** Notes that a group interests somebody of the directory, who said so. Refusals: `personne_inconnue`. */
export const noterInteret = commande('instance.noter_interet', {
  saisie: z.object({ id: z.uuid(), personne: ligneSchema('Le nom') }),
  charger: async (ctx, { id, personne }) => {
    const { collectiviteId } = ctx.perimetre
    const [instance] = await ctx.db
      .select({ id: instances.id })
      .from(instances)
      .where(and(eq(instances.collectiviteId, collectiviteId), eq(instances.id, id)))
    const trouvee = (await personnesParNom(ctx.db, ctx.perimetre, [personne])).get(normaliser(personne))
    return instance ? { personneId: trouvee ?? null } : null
  },
  droit: peutTenirInstances,
  regle: ({ personneId }, { personne }) =>
    personneId ? { personneId } : refuser('personne_inconnue', 'personne', { nom: personne }),
  agir: (ctx, _, { id }, { personneId }) => ajouter(ctx, personneId, [id])
})

/** Takes it back. */
export const retirerInteret = commande('instance.retirer_interet', {
  saisie: z.object({ id: z.uuid(), personneId: z.uuid() }),
  charger: async (ctx, { id, personneId }) => {
    const [interet] = await ctx.db
      .select({ id: interets.id })
      .from(interets)
      .where(and(ici(ctx), eq(interets.personneId, personneId), eq(interets.instanceId, id)))
    return interet ?? null
  },
  droit: peutTenirInstances,
  regle: () => ({}),
  agir: async (ctx, { id }) => void (await ctx.db.delete(interets).where(and(ici(ctx), eq(interets.id, id))))
})

const ici = ({ perimetre }: CtxTerritoire) => eq(interets.collectiviteId, perimetre.collectiviteId)

async function ajouter(
  { db, perimetre, nouvelId }: CtxTerritoire,
  personneId: string,
  lesquels: readonly string[]
): Promise<void> {
  if (lesquels.length === 0) return
  const { collectiviteId } = perimetre
  await db
    .insert(interets)
    .values(lesquels.map((instanceId) => ({ collectiviteId, id: nouvelId(), personneId, instanceId })))
    .onConflictDoNothing()
}
