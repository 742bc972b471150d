import { z } from 'zod'
import { commande, type CtxTerritoire } from '#platform/commande.server.ts'
import { facultatif, finApresDebut } from '#platform/saisie.ts'
import { peutEcrireFiche } from '../droits.ts'
import { lireContenu } from '../queries/modeles.server.ts'
import { nouvelleFicheSchema } from '../schema/saisies.ts'
import { creerFiche } from './fiche.server.ts'
import { ecrireIndicateurs } from './indicateurs.server.ts'
import { ecrireEtapes, ecrireIntervenants, ecrireObjectifs } from './sections.server.ts'

/**
 * Opens an action with what a model brings: a shipped example (`modele`) or an action of the territory (`depuis`). What is said of it
 * here, its title first, stands before the model. Refusals: as for `creerFiche`; not found when the model is not there.
 */
export const creerDepuisModele = commande('fiche.creer_depuis_modele', {
  saisie: nouvelleFicheSchema
    .extend({ modele: facultatif(z.string()).default(null), depuis: facultatif(z.uuid()).default(null) })
    .refine(finApresDebut, { path: ['fin'], error: 'La fin de l’action est avant son début.' }),
  charger: (ctx: CtxTerritoire, { modele, depuis }) => lireContenu(ctx.db, ctx.perimetre, { modele, depuis }),
  droit: peutEcrireFiche,
  regle: () => ({}),
  agir: async (ctx, contenu, { modele: _, depuis: __, ...saisie }) => {
    const { objectifs, etapes, indicateurs, intervenants, ...champs } = contenu
    const { id } = await creerFiche.dans(ctx, { ...champs, ...saisie })
    if (objectifs.length > 0) await ecrireObjectifs.dans(ctx, { id, objectifs })
    if (etapes.length > 0) await ecrireEtapes.dans(ctx, { id, etapes: etapes.map((intitule) => ({ intitule })) })
    if (indicateurs.length > 0) await ecrireIndicateurs.dans(ctx, { id, indicateurs })
    if (intervenants.length > 0) await ecrireIntervenants.dans(ctx, { id, intervenants })
    return { id }
  }
})
