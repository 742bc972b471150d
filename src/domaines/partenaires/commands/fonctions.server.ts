import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, type CtxTerritoire } from '#platform/commande.server.ts'
import { derniereSuppression } from '#platform/historique.server.ts'
import { dateTapeeSchema, facultatif, finApresDebut } from '#platform/saisie.ts'
import { laStructure } from '../commands.server.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import { fonctions, personnes } from '../tables.server.ts'

export const intituleSchema = facultatif(z.string().trim().max(200, 'Cette fonction dépasse 200 caractères.')).default(null)

const fonctionSchema = {
  intitule: intituleSchema,
  debut: facultatif(dateTapeeSchema).default(null),
  fin: facultatif(dateTapeeSchema).default(null)
}
const ordre = { path: ['fin'], error: 'La fin est avant le début.' }

/** Says that a person holds, or held, a function in a structure, since when and until when. */
export const ajouterFonction = commande('fonction.ajouter', {
  saisie: z
    .object({ personneId: z.uuid(), structureId: z.uuid('Choisissez une structure dans la liste.'), ...fonctionSchema })
    .refine(finApresDebut, ordre),
  charger: async (ctx, { personneId, structureId }) =>
    (await laPersonne(ctx, personneId)) && (await laStructure(ctx, structureId)) ? {} : null,
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async ({ db, perimetre, nouvelId }, _, fonction) => {
    const id = nouvelId()
    await db.insert(fonctions).values({ collectiviteId: perimetre.collectiviteId, id, ...fonction })
    return { id }
  }
})

/** Corrects a function and its dates: a person who changes post keeps the function that she had. */
export const modifierFonction = commande('fonction.modifier', {
  saisie: z.object({ id: z.uuid(), ...fonctionSchema }).refine(finApresDebut, ordre),
  charger: laFonction,
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async (ctx, _, { id, ...fonction }) => {
    await ctx.db.update(fonctions).set(fonction).where(cette(ctx, id))
  }
})

/** Takes away a function entered by mistake; the history keeps it, `retablirFonction` brings it back. */
export const retirerFonction = commande('fonction.retirer', {
  saisie: z.object({ id: z.uuid() }),
  charger: laFonction,
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async (ctx, { personneId }, { id }) => {
    await ctx.db.delete(fonctions).where(cette(ctx, id))
    return { personneId }
  }
})

/** Brings back a function as the history last knew it. */
export const retablirFonction = commande('fonction.retablir', {
  saisie: z.object({ id: z.uuid(), personneId: z.uuid() }),
  charger: async ({ db, perimetre }, { id, personneId }) => {
    const avant = await derniereSuppression(db, perimetre, personneId, 'fonctions', id)
    return avant && FonctionGardee.parse(avant)
  },
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async ({ db, perimetre }, { personne_id, structure_id, intitule, debut, fin }, { id }) => {
    await db.insert(fonctions).values({
      collectiviteId: perimetre.collectiviteId,
      id,
      personneId: personne_id,
      structureId: structure_id,
      intitule,
      debut,
      fin
    })
  }
})

/** A row of `fonctions` as the history keeps it. */
const FonctionGardee = z.object({
  personne_id: z.uuid(),
  structure_id: z.uuid(),
  intitule: z.string().nullable(),
  debut: z.string().nullable(),
  fin: z.string().nullable()
})

const cette = ({ perimetre }: CtxTerritoire, id: string) =>
  and(eq(fonctions.collectiviteId, perimetre.collectiviteId), eq(fonctions.id, id))

async function laFonction(ctx: CtxTerritoire, { id }: { id: string }) {
  const [fonction] = await ctx.db.select({ personneId: fonctions.personneId }).from(fonctions).where(cette(ctx, id)).for('update')
  return fonction ?? null
}

async function laPersonne({ db, perimetre }: CtxTerritoire, id: string) {
  const [personne] = await db
    .select({ id: personnes.id })
    .from(personnes)
    .where(and(eq(personnes.collectiviteId, perimetre.collectiviteId), eq(personnes.id, id), isNull(personnes.supprimeLe)))
  return personne ?? null
}
