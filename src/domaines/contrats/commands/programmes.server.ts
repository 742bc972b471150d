import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { dateTapeeSchema, facultatif, finApresDebut, ligneSchema } from '#platform/saisie.ts'
import { peutEcrireContrat } from '../droits.ts'
import { NATURES_PROGRAMME } from '../schema.ts'
import { contratsProgrammes, programmes } from '../tables.server.ts'
import { verrouiller } from './contrat.server.ts'

const programmeSchema = z
  .object({
    nature: z.enum(NATURES_PROGRAMME, 'Choisissez la nature du programme dans la liste.'),
    intitule: ligneSchema('L’intitulé du programme'),
    debut: facultatif(dateTapeeSchema).default(null),
    fin: facultatif(dateTapeeSchema).default(null),
    exemple: z.boolean().optional()
  })
  .refine(finApresDebut, { path: ['fin'], error: 'La fin du programme est avant son début.' })

/** Notes another programme of the territory: contrat de ville, CLSM, PTSM, CTG, Cité éducative. */
export const inscrireProgramme = commande('programme.inscrire', {
  saisie: programmeSchema,
  charger: async () => ({}),
  droit: peutEcrireContrat,
  regle: () => ({}),
  agir: async ({ db, perimetre, nouvelId }, _, saisie) => {
    const id = nouvelId()
    await db.insert(programmes).values({ collectiviteId: perimetre.collectiviteId, id, ...saisie })
    return { id }
  }
})

/** Those of these programmes that stand on the territory, put aside or not left out. */
export const programmesConnus = async ({ db, perimetre }: CtxTerritoire, ids: readonly string[]): Promise<Set<string>> =>
  ids.length === 0
    ? new Set()
    : new Set(
        (
          await db
            .select({ id: programmes.id })
            .from(programmes)
            .where(
              and(
                eq(programmes.collectiviteId, perimetre.collectiviteId),
                inArray(programmes.id, [...ids]),
                isNull(programmes.supprimeLe)
              )
            )
        ).map(({ id }) => id)
      )

/** Corrects a programme. */
export const modifierProgramme = commande('programme.modifier', {
  saisie: programmeSchema.safeExtend({ id: z.uuid() }),
  charger: async (ctx, { id }) => ((await programmesConnus(ctx, [id])).has(id) ? {} : null),
  droit: peutEcrireContrat,
  regle: () => ({}),
  agir: async ({ db, perimetre }, _, { id, exemple: _exemple, ...saisie }) => {
    await db
      .update(programmes)
      .set(saisie)
      .where(and(eq(programmes.collectiviteId, perimetre.collectiviteId), eq(programmes.id, id)))
  }
})

export const { retirer: retirerProgramme, retablir: retablirProgramme } = corbeilleDe('programme', programmes, peutEcrireContrat)

/** Says with which other programmes a contract works: its health part of a contrat de ville, for one. Refusal: `programme_inconnu`. */
export const relierProgrammes = commande('contrat.relier_programmes', {
  saisie: z.object({ contratId: z.uuid(), programmes: z.array(z.uuid()).max(100).default([]) }),
  charger: async (ctx, { contratId, programmes: voulus }) =>
    (await verrouiller(ctx, contratId)) && { connus: await programmesConnus(ctx, voulus) },
  droit: peutEcrireContrat,
  regle: ({ connus }, { programmes: voulus }) =>
    voulus.every((id) => connus.has(id)) ? {} : refuser('programme_inconnu', 'programmes'),
  agir: async ({ db, perimetre, nouvelId }, { connus }, { contratId }) => {
    const { collectiviteId } = perimetre
    const ici = and(eq(contratsProgrammes.collectiviteId, collectiviteId), eq(contratsProgrammes.contratId, contratId))
    const poses = await db.select().from(contratsProgrammes).where(ici)
    const partis = poses.filter(({ programmeId }) => !connus.has(programmeId)).map(({ id }) => id)
    const neufs = [...connus].filter((id) => !poses.some(({ programmeId }) => programmeId === id))
    if (partis.length > 0) await db.delete(contratsProgrammes).where(and(ici, inArray(contratsProgrammes.id, partis)))
    if (neufs.length > 0)
      await db
        .insert(contratsProgrammes)
        .values(neufs.map((programmeId) => ({ collectiviteId, id: nouvelId(), contratId, programmeId })))
  }
})
