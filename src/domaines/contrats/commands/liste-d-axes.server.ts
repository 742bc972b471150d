import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { facultatif, ligneSchema, texteSchema } from '#platform/saisie.ts'
import { peutEcrireContrat } from '../droits.ts'
import { lireListeDAxes } from '../regles/liste-d-axes.ts'
import { creerAxe } from './axes.server.ts'
import { verrouiller } from './contrat.server.ts'

/** More than a contract ever had: a pasted document is not a list of axes. */
const AXES_MAX = 60

/**
 * Adds a whole list of thematic axes at once, such as those that the ARS asks for, beside the territory's own. Answers how many.
 * Refusals: `liste_vide`, `liste_trop_longue`, `trop_profond`, `intitule_trop_long`.
 */
export const ajouterListeDAxes = commande('axes.ajouter_liste', {
  saisie: z.object({
    contratId: z.uuid(),
    liste: texteSchema.default(''),
    demandePar: facultatif(ligneSchema('Qui les demande', 100)).default(null)
  }),
  charger: (ctx, { contratId }) => verrouiller(ctx, contratId),
  droit: peutEcrireContrat,
  regle: ({ niveaux }, { liste }) => {
    const lus = lireListeDAxes(liste)
    if (lus.length === 0) return refuser('liste_vide', 'liste')
    if (lus.length > AXES_MAX) return refuser('liste_trop_longue', 'liste', { nombre: lus.length })
    if (lus.some(({ intitule }) => intitule.length > 500)) return refuser('intitule_trop_long', 'liste')
    return lus.some(({ profondeur }) => profondeur >= niveaux.length) ? refuser('trop_profond', 'liste', { niveaux }) : { lus }
  },
  agir: async (ctx, _, { contratId, demandePar }, { lus }) => {
    const ancetres: string[] = []
    for (const { intitule, profondeur } of lus) {
      const { id } = await creerAxe.dans(ctx, { contratId, intitule, demandePar, parentId: ancetres[profondeur - 1] ?? null })
      ancetres.splice(profondeur, Infinity, id)
    }
    return { ajoutes: lus.length }
  }
})
