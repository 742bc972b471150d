import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { dateTapeeSchema, facultatif, texteSchema } from '#platform/saisie.ts'
import { peutEcrireContrat } from '../droits.ts'
import { conventions } from '../tables.server.ts'
import { verrouiller } from './contrat.server.ts'
import { structureConnue } from './signature.server.ts'

/** Binds a partner by a convention beside the contract, without making it a signatory (A0-7 of the requirements). Refusal: `structure_inconnue`. */
export const ajouterConvention = commande('convention.ajouter', {
  saisie: z.object({
    contratId: z.uuid(),
    structureId: z.uuid('Choisissez une structure de l’annuaire.'),
    objet: facultatif(texteSchema).default(null),
    date: facultatif(dateTapeeSchema).default(null)
  }),
  charger: async (ctx, saisie) =>
    (await verrouiller(ctx, saisie.contratId)) ? { connue: await structureConnue(ctx, saisie.structureId) } : null,
  droit: peutEcrireContrat,
  regle: ({ connue }) => (connue ? {} : refuser('structure_inconnue', 'structureId')),
  agir: async ({ db, perimetre, nouvelId }, _, saisie) => {
    const id = nouvelId()
    await db.insert(conventions).values({ collectiviteId: perimetre.collectiviteId, id, ...saisie })
    return { id }
  }
})

/** Takes a convention off, and brings it back. */
export const { retirer: retirerConvention, retablir: retablirConvention } = corbeilleDe(
  'convention',
  conventions,
  peutEcrireContrat
)
