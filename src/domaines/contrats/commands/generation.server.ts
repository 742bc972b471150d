import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, type CtxTerritoire } from '#platform/commande.server.ts'
import { peutEcrireContrat } from '../droits.ts'
import { listerAxes } from '../queries.server.ts'
import { aplatir, arbreDesAxes } from '../regles/arbre.ts'
import { REPRISES } from '../schema.ts'
import { axes, contrats, signataires } from '../tables.server.ts'
import { verrouiller } from './contrat.server.ts'

type Paire = { deId: string; versId: string }

/** Copies axes of one nature, parents first; answers which new axis stands for which old one. */
async function recopierAxes(ctx: CtxTerritoire, { deId, versId }: Paire, nature: 'thematique' | 'transversal') {
  const { db, perimetre, nouvelId, maintenant } = ctx
  const anciens = (await listerAxes(db, perimetre, deId)).filter((axe) => axe.nature === nature)
  const ordonnes = nature === 'thematique' ? aplatir(arbreDesAxes(anciens)) : anciens
  const nouveaux = new Map(ordonnes.map(({ id }) => [id, nouvelId()]))
  if (ordonnes.length > 0)
    await db.insert(axes).values(
      ordonnes.map(({ id }) => {
        const { supprimeLe: _, ...axe } = anciens.find((ancien) => ancien.id === id)!
        return {
          ...axe,
          id: nouveaux.get(id)!,
          contratId: versId,
          parentId: axe.parentId ? (nouveaux.get(axe.parentId) ?? null) : null,
          creeLe: maintenant
        }
      })
    )
  return nouveaux
}

/** Copies the signatories, in their roles and with who held the pen; they have not signed this one. */
async function recopierSignataires({ db, perimetre, nouvelId }: CtxTerritoire, { deId, versId }: Paire) {
  const anciens = await db
    .select()
    .from(signataires)
    .where(
      and(
        eq(signataires.collectiviteId, perimetre.collectiviteId),
        eq(signataires.contratId, deId),
        isNull(signataires.supprimeLe)
      )
    )
    .orderBy(asc(signataires.rang))
  if (anciens.length > 0)
    await db
      .insert(signataires)
      .values(anciens.map((ancien) => ({ ...ancien, id: nouvelId(), contratId: versId, signeLe: null })))
}

/**
 * Copies into a contract what it takes over from another: thematic axes with the names of their levels, transversal axes,
 * signatories, texts (preamble, governance, legal references). Answers which new axis stands for which old one.
 */
export const recopierContrat = commande('contrat.recopier', {
  saisie: z.object({ deId: z.uuid(), versId: z.uuid(), reprises: z.array(z.enum(REPRISES)) }),
  charger: async (ctx, { deId, versId }) => {
    const [de, vers] = [await verrouiller(ctx, deId), await verrouiller(ctx, versId)]
    return de && vers && { de }
  },
  droit: peutEcrireContrat,
  regle: () => ({}),
  agir: async (ctx, { de }, { deId, versId, reprises }) => {
    const { db, perimetre } = ctx
    const champs = {
      ...(reprises.includes('axes') ? { niveaux: de.niveaux } : {}),
      ...(reprises.includes('textes')
        ? { preambule: de.preambule, gouvernance: de.gouvernance, referencesLegales: de.referencesLegales }
        : {})
    }
    if (Object.keys(champs).length > 0)
      await db
        .update(contrats)
        .set(champs)
        .where(and(eq(contrats.collectiviteId, perimetre.collectiviteId), eq(contrats.id, versId)))
    const paire = { deId, versId }
    const nouveaux = reprises.includes('axes') ? await recopierAxes(ctx, paire, 'thematique') : new Map<string, string>()
    if (reprises.includes('transversaux')) await recopierAxes(ctx, paire, 'transversal')
    if (reprises.includes('signataires')) await recopierSignataires(ctx, paire)
    return { axes: nouveaux }
  }
})
