import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { jourDe, premierJour } from '#platform/dates.ts'
import { dateTapeeSchema, facultatif, finApresDebut, ligneSchema, texteSchema } from '#platform/saisie.ts'
import { peutEcrireContrat } from '../droits.ts'
import { NATURES_FAIT, NATURES_REPERE } from '../schema.ts'
import { faits, reperes } from '../tables.server.ts'
import { verrouiller } from './contrat.server.ts'

const dateSchema = z.preprocess((valeur) => valeur ?? '', dateTapeeSchema)

const faitSchema = z.object({
  nature: z.enum(NATURES_FAIT, 'Choisissez ce qui s’est passé dans la liste.'),
  date: dateSchema,
  texte: texteSchema.pipe(z.string().min(1, 'Le texte manque.')),
  exemple: z.boolean().optional()
})

/** Writes in the journal of a contract what explains its course: a crisis, a delay, a departure. Refusal: `fait_a_venir`. */
export const noterFait = commande('fait.noter', {
  saisie: faitSchema.extend({ contratId: z.uuid() }),
  charger: (ctx, { contratId }) => verrouiller(ctx, contratId),
  droit: peutEcrireContrat,
  regle: (_, { date }, maintenant) => (premierJour(date) > jourDe(maintenant) ? refuser('fait_a_venir', 'date') : {}),
  agir: async ({ db, perimetre, nouvelId }, _, saisie) => {
    const id = nouvelId()
    await db.insert(faits).values({ collectiviteId: perimetre.collectiviteId, id, ...saisie })
    return { id }
  }
})

export const { retirer: retirerFait, retablir: retablirFait } = corbeilleDe('fait', faits, peutEcrireContrat)

const repereSchema = z
  .object({
    nature: z.enum(NATURES_REPERE, 'Choisissez la nature du repère dans la liste.'),
    intitule: ligneSchema('L’intitulé du repère'),
    debut: dateSchema,
    fin: facultatif(dateTapeeSchema).default(null),
    exemple: z.boolean().optional()
  })
  .refine(finApresDebut, { path: ['fin'], error: 'La fin du repère est avant son début.' })

/** Puts something else on the line of time: a mandate, an election, a long project. */
export const poserRepere = commande('repere.poser', {
  saisie: repereSchema,
  charger: async () => ({}),
  droit: peutEcrireContrat,
  regle: () => ({}),
  agir: async ({ db, perimetre, nouvelId }, _, saisie) => {
    const id = nouvelId()
    await db.insert(reperes).values({ collectiviteId: perimetre.collectiviteId, id, ...saisie })
    return { id }
  }
})

/** Corrects what stands on the line of time. */
export const modifierRepere = commande('repere.modifier', {
  saisie: repereSchema.safeExtend({ id: z.uuid() }),
  charger: async ({ db, perimetre }, { id }) => {
    const ici = and(eq(reperes.collectiviteId, perimetre.collectiviteId), eq(reperes.id, id), isNull(reperes.supprimeLe))
    return (await db.select({ id: reperes.id }).from(reperes).where(ici))[0] ?? null
  },
  droit: peutEcrireContrat,
  regle: () => ({}),
  agir: async ({ db, perimetre }, _, { id, exemple: _exemple, ...saisie }) => {
    await db
      .update(reperes)
      .set(saisie)
      .where(and(eq(reperes.collectiviteId, perimetre.collectiviteId), eq(reperes.id, id)))
  }
})

export const { retirer: retirerRepere, retablir: retablirRepere } = corbeilleDe('repere', reperes, peutEcrireContrat)
