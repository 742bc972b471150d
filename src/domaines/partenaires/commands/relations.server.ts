import { and, eq, isNull, ne, or } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { dateTapeeSchema, facultatif, finApresDebut, ligneSchema, texteSchema } from '#platform/saisie.ts'
import { laStructure } from '../commands.server.ts'
import { peutNommerNiveaux, peutTenirAnnuaire } from '../droits.ts'
import { jugerEchelle, jugerRelation } from '../regles/relations.ts'
import { ECHELLE_PAR_DEFAUT, NIVEAUX, SENS, type Echelle, type Niveau, type Sens } from '../schema/relations.ts'
import { echelles, relations } from '../tables/relations.server.ts'

const relationSchema = {
  niveau: z.coerce
    .number('Choisissez un niveau.')
    .pipe(z.literal(NIVEAUX, 'Choisissez un niveau.'))
    .transform((niveau): Niveau => niveau),
  sens: z.enum(SENS, 'Choisissez un sens dans la liste.').default('mutuelle'),
  debut: facultatif(dateTapeeSchema).default(null),
  fin: facultatif(dateTapeeSchema).default(null),
  source: ligneSchema('La source'),
  note: facultatif(texteSchema).default(null)
}
const ordre = { path: ['fin'], error: 'La fin est avant le début.' }

/** The two in the order in which a row keeps them, seen from the first. */
const ranger = (elle: string, autre: string, sens: Sens) => ({
  unId: sens === 'depuis' ? autre : elle,
  autreId: sens === 'depuis' ? elle : autre,
  orientee: sens !== 'mutuelle'
})

/**
 * Declares a relation between two structures of the directory, with its level, its source and, when they are known, its dates.
 * Refusals: `a_soi`; `deja_dite` when the two have one at this level in this period.
 */
export const declarerRelation = commande('relation.declarer', {
  saisie: z
    .object({
      structureId: z.uuid(),
      autreId: z.uuid('Choisissez une structure dans la liste.'),
      ...relationSchema,
      exemple: z.boolean().default(false)
    })
    .refine(finApresDebut, ordre),
  charger: async (ctx, { structureId, autreId }) =>
    (await laStructure(ctx, structureId)) && (await laStructure(ctx, autreId))
      ? { dites: await entreElles(ctx, structureId, autreId) }
      : null,
  droit: peutTenirAnnuaire,
  regle: ({ dites }, relation) => {
    if (relation.structureId === relation.autreId) return refuser('a_soi', 'autreId')
    const raison = jugerRelation(dites, relation)
    return raison ? refuser(raison, 'niveau') : {}
  },
  agir: async ({ db, perimetre, nouvelId, maintenant }, _, { structureId, autreId, sens, ...relation }) => {
    const id = nouvelId()
    await db.insert(relations).values({
      collectiviteId: perimetre.collectiviteId,
      id,
      ...relation,
      ...ranger(structureId, autreId, sens),
      creeLe: maintenant
    })
    return { id }
  }
})

/** Corrects a relation, seen from one of its two structures; which they are does not change. Refusal: `deja_dite`. */
export const modifierRelation = commande('relation.modifier', {
  saisie: z.object({ id: z.uuid(), structureId: z.uuid(), ...relationSchema }).refine(finApresDebut, ordre),
  charger: async (ctx, { id, structureId }) => {
    const [relation] = await ctx.db
      .select({ unId: relations.unId, autreId: relations.autreId })
      .from(relations)
      .where(
        and(
          eq(relations.collectiviteId, ctx.perimetre.collectiviteId),
          eq(relations.id, id),
          or(eq(relations.unId, structureId), eq(relations.autreId, structureId)),
          isNull(relations.supprimeLe)
        )
      )
      .for('update')
    if (!relation) return null
    const autre = relation.unId === structureId ? relation.autreId : relation.unId
    return { autre, dites: await entreElles(ctx, structureId, autre, id) }
  },
  droit: peutTenirAnnuaire,
  regle: ({ dites }, relation) => {
    const raison = jugerRelation(dites, relation)
    return raison ? refuser(raison, 'niveau') : {}
  },
  agir: async ({ db, perimetre }, { autre }, { id, structureId, sens, ...relation }) => {
    await db
      .update(relations)
      .set({ ...relation, ...ranger(structureId, autre, sens) })
      .where(and(eq(relations.collectiviteId, perimetre.collectiviteId), eq(relations.id, id)))
  }
})

/** Puts a declared relation aside, and brings it back: what the facts show of the two structures is not touched. */
export const { retirer: retirerRelation, retablir: retablirRelation } = corbeilleDe('relation', relations, peutTenirAnnuaire)

const nomSchema = (rang: number) =>
  z.preprocess(
    (nom) => (nom === undefined || String(nom).trim() === '' ? ECHELLE_PAR_DEFAUT[rang] : nom),
    ligneSchema('Ce nom', 40)
  )

/**
 * Names the four levels of the territory; a name left empty is that of the house. Refusals: `niveaux_confondus`,
 * `coordination_territoriale`.
 */
export const nommerNiveaux = commande('niveaux.nommer', {
  saisie: z
    .object({ niveau1: nomSchema(0), niveau2: nomSchema(1), niveau3: nomSchema(2), niveau4: nomSchema(3) })
    .transform(({ niveau1, niveau2, niveau3, niveau4 }): Echelle => [niveau1, niveau2, niveau3, niveau4]),
  charger: async ({ db, perimetre }) => {
    const [echelle] = await db
      .select({ id: echelles.id })
      .from(echelles)
      .where(eq(echelles.collectiviteId, perimetre.collectiviteId))
      .for('update')
    return { echelle }
  },
  droit: peutNommerNiveaux,
  regle: (_, noms) => {
    const refus = jugerEchelle(noms)
    return refus ? refuser(refus.raison, `niveau${refus.rang + 1}`, { nom: noms[refus.rang] }) : {}
  },
  agir: async ({ db, perimetre, nouvelId }, { echelle }, lus) => {
    const { collectiviteId } = perimetre
    const noms = [...lus]
    if (!echelle) await db.insert(echelles).values({ collectiviteId, id: nouvelId(), noms })
    else
      await db
        .update(echelles)
        .set({ noms })
        .where(and(eq(echelles.collectiviteId, collectiviteId), eq(echelles.id, echelle.id)))
  }
})

/** What is declared already of these two, in either order, but for one. */
function entreElles({ db, perimetre }: CtxTerritoire, un: string, autre: string, sauf?: string) {
  return db
    .select({ niveau: relations.niveau, debut: relations.debut, fin: relations.fin })
    .from(relations)
    .where(
      and(
        eq(relations.collectiviteId, perimetre.collectiviteId),
        or(and(eq(relations.unId, un), eq(relations.autreId, autre)), and(eq(relations.unId, autre), eq(relations.autreId, un))),
        isNull(relations.supprimeLe),
        sauf ? ne(relations.id, sauf) : undefined
      )
    )
}
