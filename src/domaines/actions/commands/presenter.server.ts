import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { facultatif, ligneSchema } from '#platform/saisie.ts'
import { peutMontrerAuPublic } from '../droits.ts'
import { LONGUEUR_PRESENTATION } from '../schema/presentation.ts'
import { presentations } from '../tables/presentations.server.ts'
import { verrouillerFiche } from './fiche.server.ts'

/**
 * Writes how an action is told to everybody, and whether it is shown. Refusals: `rien_a_montrer` (shown without a word),
 * `sous_action` (a sub-action goes with its action).
 */
export const presenterFiche = commande('fiche.presenter', {
  saisie: z.object({
    id: z.uuid(),
    titre: facultatif(ligneSchema('Le titre pour le public', 200)).default(null),
    texte: z
      .string()
      .trim()
      .max(LONGUEUR_PRESENTATION, `Le texte dépasse ${LONGUEUR_PRESENTATION} caractères\u00a0: dites l’essentiel.`)
      .default(''),
    montree: z.preprocess((valeur) => valeur === true || valeur === 'oui', z.boolean())
  }),
  charger: (ctx, { id }) => verrouillerFiche(ctx, id),
  droit: peutMontrerAuPublic,
  regle: (fiche, { texte, montree }) =>
    fiche.parentId !== null ? refuser('sous_action', '') : montree && texte === '' ? refuser('rien_a_montrer', 'texte') : {},
  agir: async ({ db, perimetre, nouvelId, maintenant }, _, { id: ficheId, ...dit }) => {
    const { collectiviteId } = perimetre
    if (dit.texte === '' && dit.titre === null) {
      await db
        .delete(presentations)
        .where(and(eq(presentations.collectiviteId, collectiviteId), eq(presentations.ficheId, ficheId)))
      return
    }
    const ecrit = { ...dit, ecriteLe: maintenant }
    await db
      .insert(presentations)
      .values({ collectiviteId, id: nouvelId(), ficheId, ...ecrit })
      .onConflictDoUpdate({ target: [presentations.collectiviteId, presentations.ficheId], set: ecrit })
  }
})
