import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { facultatif, ligneSchema, rangeesSchema, texteSchema } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { assurerStructures } from '#domaines/partenaires/commands.server.ts'
import { peutTenirInstances } from '../droits.ts'
import { lireDuree } from '../regles/seances.ts'
import { POINTS_MAX, TECHNIQUES, TEMPS_SEANCE } from '../schema.ts'
import { points } from '../tables.server.ts'
import { leRendu } from './compte-rendu.server.ts'
import { laSeance } from './seances.server.ts'

const pointSchema = z
  .object({
    id: facultatif(z.uuid()).default(null),
    temps: z.enum(TEMPS_SEANCE, 'Dites dans lequel des trois temps.'),
    intitule: facultatif(ligneSchema('Ce que l’on fait')).default(null),
    minutes: facultatif(
      z.preprocess(
        (tapee) => (typeof tapee === 'string' ? (lireDuree(tapee) ?? Number.NaN) : tapee),
        z
          .number('Écrivez la durée comme 20 minutes ou 1 h 30.')
          .int()
          .min(1, 'Un point dure une minute au moins.')
          .max(720, 'Un point dure douze heures au plus.')
      )
    ).default(null),
    structure: facultatif(ligneSchema('Le nom de la structure')).default(null),
    technique: facultatif(z.enum(TECHNIQUES, 'Choisissez une façon de travailler dans la liste.')).default(null),
    detail: facultatif(texteSchema).default(null)
  })
  .refine(({ intitule, structure }) => intitule !== null || structure !== null, {
    path: ['intitule'],
    error: 'Dites ce que l’on fait, ou nommez la structure qui se présente.'
  })

/**
 * Writes the agenda of a meeting, all its points at once, in their order; one that says which it was keeps its notes and what it answers. A structure that
 * the directory lacks enters it. Refusals: `compte_rendu_valide`; `point_avec_notes` when what was noted would go with a point.
 */
export const composerOrdreDuJour = commande('seance.composer', {
  saisie: z.object({ id: z.uuid(), points: rangeesSchema(pointSchema, POINTS_MAX).default([]) }),
  charger: async (ctx, { id }) => {
    const seance = await laSeance(ctx, id)
    const deja = await ctx.db
      .select({ id: points.id, intitule: points.intitule, notes: points.notes, attenteId: points.attenteId })
      .from(points)
      .where(and(eq(points.collectiviteId, ctx.perimetre.collectiviteId), eq(points.seanceId, id)))
    return seance && { rendu: await leRendu(ctx, id), deja: new Map(deja.map((point) => [point.id, point])) }
  },
  droit: peutTenirInstances,
  regle: ({ rendu, deja }, { points: voulus }) => {
    if (rendu?.valideLe) return refuser('compte_rendu_valide')
    const gardes = new Set(voulus.map(({ id }) => id))
    const perdu = [...deja.values()].find(({ id, notes }) => notes && !gardes.has(id))
    return perdu ? refuser('point_avec_notes', undefined, { intitule: perdu.intitule }) : {}
  },
  agir: async (ctx, { deja }, { id: seanceId, points: voulus }) => {
    const { db, perimetre, nouvelId } = ctx
    const { collectiviteId } = perimetre
    const { ids } = await assurerStructures.dans(ctx, { noms: voulus.flatMap(({ structure }) => structure ?? []) })
    await db.delete(points).where(and(eq(points.collectiviteId, collectiviteId), eq(points.seanceId, seanceId)))
    const pris = new Set<string>()
    const lignes = voulus.map(({ id, structure, intitule, ...point }, rang) => {
      const lui = id && !pris.has(id) ? deja.get(id) : undefined
      if (lui) pris.add(lui.id)
      return {
        collectiviteId,
        id: lui?.id ?? nouvelId(),
        notes: lui?.notes ?? null,
        attenteId: lui?.attenteId ?? null,
        seanceId,
        rang: rang + 1,
        // who presents itself is the title, when no other was given
        intitule: intitule ?? structure!,
        structureId: structure && ids.get(normaliser(structure))!,
        ...point
      }
    })
    if (lignes.length > 0) await db.insert(points).values(lignes)
  }
})
