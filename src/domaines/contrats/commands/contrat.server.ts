import { and, eq, isNull, max } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { dateTapeeSchema, facultatif, finApresDebut, ligneSchema, lignesSchema, texteSchema } from '#platform/saisie.ts'
import { peutEcrireContrat } from '../droits.ts'
import { contratSeul, listerAxes } from '../queries.server.ts'
import { hauteurDeLArbre } from '../regles/arbre.ts'
import { TRANSITIONS } from '../regles/etat.ts'
import { REFERENCES_PROPOSEES } from '../regles/transversaux.ts'
import { ETAPES_CONTRAT } from '../schema.ts'
import { contrats, signataires } from '../tables.server.ts'

const presentation = {
  intitule: ligneSchema('L’intitulé du contrat'),
  debut: facultatif(dateTapeeSchema),
  fin: facultatif(dateTapeeSchema)
}
const ordre = { path: ['fin'], error: 'La fin du contrat est avant son début.' }

/** The row of a contract, locked for writing. */
export const verrouiller = async ({ db, perimetre }: CtxTerritoire, id: string) =>
  (
    await db
      .select()
      .from(contrats)
      .where(and(eq(contrats.collectiviteId, perimetre.collectiviteId), eq(contrats.id, id), isNull(contrats.supprimeLe)))
      .for('update')
  )[0] ?? null

/** Opens a contract: the first, or the generation after another. Periods are free, gaps allowed. Refusal: `precedent_inconnu`. */
export const creerContrat = commande('contrat.creer', {
  saisie: z
    .object({
      ...presentation,
      etape: z.enum(['prefiguration', 'elaboration']).default('elaboration'),
      precedentId: facultatif(z.uuid()).default(null),
      niveaux: z.array(ligneSchema('Le nom du niveau', 60)).min(1).max(4).default(['Axe']),
      planImporte: z.string().nullable().default(null),
      exemple: z.boolean().default(false)
    })
    .refine(finApresDebut, ordre),
  charger: async ({ db, perimetre }, { precedentId }) => {
    const [{ derniere }] = (await db
      .select({ derniere: max(contrats.generation) })
      .from(contrats)
      .where(eq(contrats.collectiviteId, perimetre.collectiviteId))) as [{ derniere: number | null }]
    return { derniere, precedent: precedentId ? await contratSeul(db, perimetre, precedentId) : null }
  },
  droit: peutEcrireContrat,
  regle: ({ derniere, precedent }, { precedentId }) =>
    precedentId && !precedent
      ? refuser('precedent_inconnu', 'precedentId')
      : { generation: precedent ? precedent.generation + 1 : (derniere ?? 0) + 1 },
  agir: async ({ db, perimetre, nouvelId, maintenant }, _, saisie, { generation }) => {
    const id = nouvelId()
    await db.insert(contrats).values({
      collectiviteId: perimetre.collectiviteId,
      id,
      ...saisie,
      generation,
      referencesLegales: [...REFERENCES_PROPOSEES],
      creeLe: maintenant
    })
    return { id }
  }
})

/** Changes what a contract says of itself: title, period, preamble, legal references, governance, names of levels, account of the signature.
 * Refusals: `periode_inversee`, `periode_signee` (a signed contract says when it begins and ends), `niveaux_occupes` (axes stand lower than the levels that would be left). */
export const modifierContrat = commande('contrat.modifier', {
  saisie: z
    .object({
      id: z.uuid(),
      ...presentation,
      preambule: facultatif(texteSchema),
      gouvernance: facultatif(texteSchema),
      referencesLegales: lignesSchema(),
      niveaux: lignesSchema(4).pipe(
        z.array(z.string().max(60, 'Un nom de niveau dépasse 60 caractères.')).min(1, 'Nommez au moins un niveau.')
      ),
      signatureLieu: facultatif(ligneSchema('Le lieu')),
      signatureRecit: facultatif(texteSchema)
    })
    .partial({
      preambule: true,
      gouvernance: true,
      referencesLegales: true,
      niveaux: true,
      signatureLieu: true,
      signatureRecit: true,
      intitule: true,
      debut: true,
      fin: true
    })
    .refine(finApresDebut, ordre),
  charger: async (ctx, { id, niveaux }) => {
    const contrat = await verrouiller(ctx, id)
    return contrat && { ...contrat, axes: niveaux ? await listerAxes(ctx.db, ctx.perimetre, id) : [] }
  },
  droit: peutEcrireContrat,
  regle: ({ etape, axes, ...contrat }, { debut = contrat.debut, fin = contrat.fin, niveaux }) => {
    if (!finApresDebut({ debut, fin })) return refuser('periode_inversee', 'fin')
    if (etape === 'signe' && (!debut || !fin)) return refuser('periode_signee', debut ? 'fin' : 'debut')
    return niveaux && hauteurDeLArbre(axes) > niveaux.length ? refuser('niveaux_occupes', 'niveaux') : {}
  },
  agir: async ({ db, perimetre }, _, { id, ...saisie }) => {
    if (Object.values(saisie).every((valeur) => valeur === undefined)) return
    await db
      .update(contrats)
      .set(saisie)
      .where(and(eq(contrats.collectiviteId, perimetre.collectiviteId), eq(contrats.id, id)))
  }
})

/** Moves a contract to another stage, along the table of transitions; signing has its own act, and going back from it takes its date away. Refusal: `etape_interdite`. */
export const changerEtape = commande('contrat.changer_etape', {
  saisie: z.object({ id: z.uuid(), vers: z.enum(ETAPES_CONTRAT) }),
  charger: (ctx, { id }) => verrouiller(ctx, id),
  droit: peutEcrireContrat,
  regle: ({ etape }, { vers }) =>
    vers !== 'signe' && TRANSITIONS[etape].includes(vers) ? {} : refuser('etape_interdite', 'vers', { de: etape, vers }),
  agir: async ({ db, perimetre }, { etape, signeLe }, { id, vers }) => {
    const ici = (table: typeof contrats | typeof signataires) => eq(table.collectiviteId, perimetre.collectiviteId)
    await db
      .update(contrats)
      .set(etape === 'signe' ? { etape: vers, signeLe: null } : { etape: vers })
      .where(and(ici(contrats), eq(contrats.id, id)))
    // the dates that the declared signature had given go with it
    if (etape === 'signe' && signeLe)
      await db
        .update(signataires)
        .set({ signeLe: null })
        .where(and(ici(signataires), eq(signataires.contratId, id), eq(signataires.signeLe, signeLe)))
  }
})

export const { retirer: retirerContrat, retablir: retablirContrat } = corbeilleDe('contrat', contrats, peutEcrireContrat)
