import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Acteur } from '#platform/acteur.ts'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { emettreJeton, revoquerLesJetons } from '#domaines/comptes/commands.server.ts'
import { personnes } from '#domaines/partenaires/tables.server.ts'
import { peutSAbonner } from '../droits.ts'
import { CHOIX_D_ABONNEMENT, type Portee } from '../schema/agenda.ts'
import { abonnements } from '../tables/abonnements.server.ts'
import { instances } from '../tables.server.ts'

/**
 * Gives a member an address by which her own calendar follows the meetings; asked again for the same thing, the address before dies. The
 * secret is answered here and never again. Refusal: `plus_la`, when what she wants to follow was taken away.
 */
export const sAbonner = commande('agenda.abonner', {
  saisie: z.object({
    quoi: z.string('Choisissez ce que vous voulez suivre.').regex(CHOIX_D_ABONNEMENT, 'Choisissez ce que vous voulez suivre.')
  }),
  charger: (ctx, { quoi }) => viser(ctx, quoi),
  droit: (acteur: Acteur, visee) => peutSAbonner(acteur, visee),
  regle: ({ la }) => (la ? {} : refuser('plus_la', 'quoi')),
  agir: async (ctx, { compteId, cible, deja }) => {
    if (deja) return emettre(ctx, deja.id)
    const id = ctx.nouvelId()
    const { collectiviteId } = ctx.perimetre
    await ctx.db.insert(abonnements).values({ collectiviteId, id, compteId: compteId!, ...cible, renouveleLe: ctx.maintenant })
    return { jeton: await emettreJeton(ctx, 'agenda', id, collectiviteId) }
  }
})

/** Changes the secret address of a subscription of one's own: the one before opens nothing from now on. */
export const renouvelerAbonnement = commande('agenda.renouveler', {
  saisie: z.object({ id: z.uuid() }),
  charger: lui,
  droit: peutSAbonner,
  regle: () => ({}),
  agir: (ctx, _, { id }) => emettre(ctx, id)
})

/** Stops a subscription of one's own: its address opens nothing from now on. */
export const arreterAbonnement = commande('agenda.arreter', {
  saisie: z.object({ id: z.uuid() }),
  charger: lui,
  droit: peutSAbonner,
  regle: () => ({}),
  agir: async (ctx, _, { id }) => {
    await revoquerLesJetons(ctx, 'agenda', id)
    await ctx.db.update(abonnements).set({ supprimeLe: ctx.maintenant }).where(celui(ctx, id))
  }
})

type Visee = { compteId: string | null; cible: Cible; la: boolean; deja: { id: string } | null }

async function viser(ctx: CtxTerritoire, quoi: string): Promise<Visee> {
  const cible = lireChoix(quoi)
  const compteId = ctx.acteur.sorte === 'membre' ? ctx.acteur.compteId : null
  return { compteId, cible, la: await estLa(ctx, cible), deja: compteId ? await lAbonnement(ctx, compteId, cible) : null }
}

type Cible = { portee: Portee; instanceId: string | null; personneId: string | null }

function lireChoix(quoi: string): Cible {
  const [, tout, portee, id] = CHOIX_D_ABONNEMENT.exec(quoi)!
  return tout
    ? { portee: 'territoire', instanceId: null, personneId: null }
    : { portee: portee as Portee, instanceId: portee === 'instance' ? id! : null, personneId: portee === 'personne' ? id! : null }
}

async function emettre(ctx: CtxTerritoire, id: string): Promise<{ jeton: string }> {
  await revoquerLesJetons(ctx, 'agenda', id)
  await ctx.db.update(abonnements).set({ renouveleLe: ctx.maintenant }).where(celui(ctx, id))
  return { jeton: await emettreJeton(ctx, 'agenda', id, ctx.perimetre.collectiviteId) }
}

const celui = ({ perimetre }: CtxTerritoire, id: string) =>
  and(eq(abonnements.collectiviteId, perimetre.collectiviteId), eq(abonnements.id, id), isNull(abonnements.supprimeLe))

async function lui(ctx: CtxTerritoire, { id }: { id: string }) {
  const [abonnement] = await ctx.db.select().from(abonnements).where(celui(ctx, id)).for('update')
  return abonnement ?? null
}

async function lAbonnement(
  { db, perimetre }: CtxTerritoire,
  compteId: string,
  { portee, instanceId, personneId }: Cible
): Promise<{ id: string } | null> {
  const [deja] = await db
    .select({ id: abonnements.id })
    .from(abonnements)
    .where(
      and(
        eq(abonnements.collectiviteId, perimetre.collectiviteId),
        eq(abonnements.compteId, compteId),
        eq(abonnements.portee, portee),
        sql`${abonnements.instanceId} is not distinct from ${instanceId}`,
        sql`${abonnements.personneId} is not distinct from ${personneId}`,
        isNull(abonnements.supprimeLe)
      )
    )
    .for('update')
  return deja ?? null
}

async function estLa({ db, perimetre }: CtxTerritoire, { portee, instanceId, personneId }: Cible): Promise<boolean> {
  if (portee === 'territoire') return true
  const table = portee === 'instance' ? instances : personnes
  const [un] = await db
    .select({ id: table.id })
    .from(table)
    .where(
      and(eq(table.collectiviteId, perimetre.collectiviteId), eq(table.id, (instanceId ?? personneId)!), isNull(table.supprimeLe))
    )
  return un !== undefined
}
