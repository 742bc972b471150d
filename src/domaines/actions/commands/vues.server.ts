import { and, asc, eq, isNotNull, isNull, or } from 'drizzle-orm'
import { z } from 'zod'
import { commande, type CtxTerritoire } from '#platform/commande.server.ts'
import { normaliser } from '#platform/texte.ts'
import { peutGarderVue, peutPartagerVue, peutRetirerVue } from '../droits.ts'
import { vueGardeeSchema } from '../schema/vues.ts'
import { vues } from '../tables/suivi.server.ts'

/** Keeps a view of the actions under a name; of the same member, the same name takes the new view. */
export const enregistrerVue = commande('vue.enregistrer', {
  saisie: vueGardeeSchema,
  charger: async ({ db, perimetre, acteur }, { nom, partagee }) => {
    if (acteur.sorte !== 'membre') return { partagee, compteId: null, connue: undefined }
    const { compteId } = acteur
    const siennes = await db
      .select({ id: vues.id, nom: vues.nom })
      .from(vues)
      .where(and(eq(vues.collectiviteId, perimetre.collectiviteId), eq(vues.compteId, compteId), isNull(vues.supprimeLe)))
      .orderBy(asc(vues.id))
    return { partagee, compteId, connue: siennes.find((vue) => normaliser(vue.nom) === normaliser(nom)) }
  },
  droit: (acteur, { partagee }) => (partagee ? peutPartagerVue(acteur) : peutGarderVue(acteur)),
  regle: () => ({}),
  agir: async ({ db, perimetre, nouvelId }, { connue, compteId }, vue) => {
    const { collectiviteId } = perimetre
    const id = connue?.id ?? nouvelId()
    if (connue)
      await db
        .update(vues)
        .set(vue)
        .where(and(eq(vues.collectiviteId, collectiviteId), eq(vues.id, id)))
    else await db.insert(vues).values({ collectiviteId, id, compteId: compteId!, ...vue })
    return { id, adresse: vue.adresse }
  }
})

/** A kept view that this person may know of: hers, or one that everybody sees; null otherwise. */
async function verrouillerVue({ db, perimetre, acteur }: CtxTerritoire, id: string, presente: boolean) {
  const visible = acteur.sorte === 'membre' ? or(eq(vues.compteId, acteur.compteId), vues.partagee) : vues.partagee
  const etat = presente ? isNull(vues.supprimeLe) : isNotNull(vues.supprimeLe)
  const [vue] = await db
    .select({ compteId: vues.compteId, partagee: vues.partagee, adresse: vues.adresse })
    .from(vues)
    .where(and(eq(vues.collectiviteId, perimetre.collectiviteId), eq(vues.id, id), etat, visible))
    .for('update')
  return vue ?? null
}

const acte = (retirer: boolean) => ({
  saisie: z.object({ id: z.uuid() }),
  charger: (ctx: CtxTerritoire, { id }: { id: string }) => verrouillerVue(ctx, id, retirer),
  droit: peutRetirerVue,
  regle: () => ({}),
  agir: async (ctx: CtxTerritoire, { adresse }: { adresse: string }, { id }: { id: string }) => {
    await ctx.db
      .update(vues)
      .set({ supprimeLe: retirer ? ctx.maintenant : null })
      .where(and(eq(vues.collectiviteId, ctx.perimetre.collectiviteId), eq(vues.id, id)))
    return { adresse }
  }
})

/** Takes a kept view away: one's own, or for the coordination one that everybody sees. */
export const retirerVue = commande('vue.retirer', acte(true))

/** Brings it back. */
export const retablirVue = commande('vue.retablir', acte(false))
