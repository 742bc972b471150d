import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { normaliser } from '#platform/texte.ts'
import { assurerPersonnes, inscrireStructure } from '#domaines/partenaires/commands.server.ts'
import { structuresParNom } from '#domaines/partenaires/queries.server.ts'
import { peutEcrireContrat } from '../droits.ts'
import { ajouterConvention } from './convention.server.ts'
import { ajouterSignataire, modifierSignataire } from './signature.server.ts'

const nomsSchema = z.looseObject({
  structure: z.string().optional(),
  type: z.string().default(''),
  personne: z.string().default('')
})

/** The structure typed, known or entered in the directory with the type expected. */
async function structureNommee(ctx: CtxTerritoire, nom: string, type: string): Promise<string> {
  const connue = (await structuresParNom(ctx.db, ctx.perimetre, [nom])).get(normaliser(nom))
  return connue ?? (await inscrireStructure.dans(ctx, { nom, type })).id
}

/** The same act with names in place of ids: who is not in the directory enters it with the act, or not at all when it is refused. */
const parNom = (acte: typeof ajouterSignataire | typeof modifierSignataire) =>
  commande(acte.nom, {
    saisie: nomsSchema,
    charger: async () => ({}),
    droit: peutEcrireContrat,
    regle: () => ({}),
    agir: async (ctx, _, { structure, type, personne, ...saisie }) => {
      const cle = normaliser(personne)
      const { ids } = await assurerPersonnes.dans(ctx, { noms: cle === '' ? [] : [personne] })
      const nommee = structure === undefined ? {} : { structureId: await structureNommee(ctx, structure, type) }
      await acte.dans(ctx, { ...saisie, ...nommee, personneId: ids.get(cle) ?? null } as never)
    }
  })

/** `ajouterSignataire` by the names of the structure and of the person; its refusals, and those of `inscrireStructure`. */
export const ajouterSignataireNomme = parNom(ajouterSignataire)
/**
 * `ajouterConvention` by the name of the structure, which enters the directory when it is not there; it says what for, or when.
 * Refusals: `convention_vide`, and those of `inscrireStructure`.
 */
export const ajouterConventionNommee = commande(ajouterConvention.nom, {
  saisie: z.object({
    contratId: z.uuid(),
    structure: z.string('La structure manque.').trim().min(1, 'La structure manque.'),
    objet: z.string().default(''),
    date: z.string().default('')
  }),
  charger: async () => ({}),
  droit: peutEcrireContrat,
  regle: (_, { objet, date }) => (objet.trim() === '' && date.trim() === '' ? refuser('convention_vide', 'objet') : {}),
  agir: async (ctx, _, { structure, ...saisie }) =>
    ajouterConvention.dans(ctx, { ...saisie, structureId: await structureNommee(ctx, structure, '') })
})
/** `modifierSignataire` by the name of the person. */
export const modifierSignataireNomme = parNom(modifierSignataire)
