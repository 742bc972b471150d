import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { dateTapeeSchema, facultatif, finApresDebut, ligneSchema, texteSchema } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { axes, contrats } from '#domaines/contrats/tables.server.ts'
import { peutTenirInstances } from '../droits.ts'
import { motifDuClsManque } from '../regles.ts'
import { NATURES_INSTANCE, PLACES_DU_CLS } from '../schema.ts'
import { instances } from '../tables.server.ts'

const instanceSchema = z
  .object({
    nom: ligneSchema('Le nom de l’instance', 200),
    nature: z.enum(NATURES_INSTANCE, 'Choisissez dans la liste ce qu’est cette instance.'),
    contratId: facultatif(z.uuid()).default(null),
    axeId: facultatif(z.uuid()).default(null),
    mission: facultatif(texteSchema).default(null),
    placeDuCls: z.enum(PLACES_DU_CLS, 'Dites si le CLS pilote, copilote, ou ni l’un ni l’autre.').default('pilote'),
    motifSansCls: facultatif(texteSchema).default(null),
    mandatDebut: facultatif(dateTapeeSchema).default(null),
    mandatFin: facultatif(dateTapeeSchema).default(null),
    exemple: z.boolean().optional()
  })
  .refine(({ mandatDebut, mandatFin }) => finApresDebut({ debut: mandatDebut, fin: mandatFin }), {
    path: ['mandatFin'],
    error: 'La fin du mandat est avant son début.'
  })

type Saisie = z.output<typeof instanceSchema>

/** Makes a body. Refusals: `nom_pris`; `motif_sans_cls`; `contrat_inconnu`, `axe_inconnu`, `axe_d_un_autre`. */
export const creerInstance = commande('instance.creer', {
  saisie: instanceSchema,
  charger: autour,
  droit: peutTenirInstances,
  regle: (objet, saisie) => juger(objet, saisie),
  agir: async ({ db, perimetre, nouvelId, maintenant }, { axe }, saisie) => {
    const id = nouvelId()
    await db.insert(instances).values({
      collectiviteId: perimetre.collectiviteId,
      id,
      ...saisie,
      contratId: saisie.contratId ?? axe?.contratId ?? null,
      cleNom: normaliser(saisie.nom),
      creeLe: maintenant
    })
    return { id }
  }
})

/** Corrects a body; the same refusals. */
export const modifierInstance = commande('instance.modifier', {
  saisie: instanceSchema.safeExtend({ id: z.uuid() }),
  charger: async (ctx, saisie) => ((await verrouillerInstance(ctx, saisie.id)) ? autour(ctx, saisie) : null),
  droit: peutTenirInstances,
  regle: (objet, saisie) => juger(objet, saisie),
  agir: async ({ db, perimetre }, { axe }, { id, exemple: _exemple, ...saisie }) => {
    await db
      .update(instances)
      .set({ ...saisie, contratId: saisie.contratId ?? axe?.contratId ?? null, cleNom: normaliser(saisie.nom) })
      .where(and(eq(instances.collectiviteId, perimetre.collectiviteId), eq(instances.id, id)))
  }
})

/** Puts a body aside: its meetings and its minutes stay readable. */
export const { retirer: retirerInstance } = corbeilleDe('instance', instances, peutTenirInstances)

/** Brings a body back. Refusal: `nom_pris` when another took its name meanwhile. */
export const retablirInstance = commande('instance.retablir', {
  saisie: z.object({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const instance = await verrouillerInstance(ctx, id, false)
    return instance && { nom: instance.nom, homonyme: await unHomonyme(ctx, instance.nom, id) }
  },
  droit: peutTenirInstances,
  regle: ({ nom, homonyme }) => (homonyme ? refuser('nom_pris', undefined, { nom }) : {}),
  agir: async ({ db, perimetre }, _, { id }) => {
    await db
      .update(instances)
      .set({ supprimeLe: null })
      .where(and(eq(instances.collectiviteId, perimetre.collectiviteId), eq(instances.id, id)))
  }
})

/** A body of the territory, held until the act is done; null when there is none, or when it is not (or is) put aside. */
export async function verrouillerInstance({ db, perimetre }: CtxTerritoire, id: string, presente = true) {
  const [instance] = await db
    .select()
    .from(instances)
    .where(and(eq(instances.collectiviteId, perimetre.collectiviteId), eq(instances.id, id)))
    .for('update')
  return instance && (instance.supprimeLe === null) === presente ? instance : null
}

/** What surrounds what is asked: another body of this name, the contract and the axis that it names. */
async function autour(
  ctx: CtxTerritoire,
  { id, nom, contratId, axeId }: Pick<Saisie, 'nom' | 'contratId' | 'axeId'> & { id?: string }
) {
  const { db, perimetre } = ctx
  const dIci = (table: typeof contrats | typeof axes, voulu: string) =>
    and(eq(table.collectiviteId, perimetre.collectiviteId), eq(table.id, voulu), isNull(table.supprimeLe))
  const [contrat] = contratId ? await db.select({ id: contrats.id }).from(contrats).where(dIci(contrats, contratId)) : []
  const [axe] = axeId ? await db.select({ contratId: axes.contratId }).from(axes).where(dIci(axes, axeId)) : []
  return { homonyme: await unHomonyme(ctx, nom, id), contrat, axe }
}

async function unHomonyme({ db, perimetre }: CtxTerritoire, nom: string, sauf?: string): Promise<boolean> {
  const [homonyme] = await db
    .select({ id: instances.id })
    .from(instances)
    .where(
      and(
        eq(instances.collectiviteId, perimetre.collectiviteId),
        eq(instances.cleNom, normaliser(nom)),
        isNull(instances.supprimeLe),
        sauf ? ne(instances.id, sauf) : undefined
      )
    )
  return homonyme !== undefined
}

function juger({ homonyme, contrat, axe }: Awaited<ReturnType<typeof autour>>, saisie: Saisie) {
  if (homonyme) return refuser('nom_pris', 'nom', { nom: saisie.nom })
  if (saisie.contratId && !contrat) return refuser('contrat_inconnu', 'contratId')
  if (saisie.axeId && !axe) return refuser('axe_inconnu', 'axeId')
  if (axe && contrat && axe.contratId !== contrat.id) return refuser('axe_d_un_autre', 'axeId')
  return motifDuClsManque(saisie) ? refuser('motif_sans_cls', 'motifSansCls') : {}
}
