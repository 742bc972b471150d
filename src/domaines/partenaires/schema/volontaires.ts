import { z } from 'zod'
import { dateTapeeSchema, facultatif, ligneSchema } from '#platform/saisie.ts'
import { telephoneSchema } from './telephone.ts'

/** What a resident may agree to be asked for; each is agreed to apart. */
export const DEMANDES_AUX_HABITANTS = ['groupe', 'temoignage', 'relecture', 'evenement'] as const
export type DemandeAuxHabitants = (typeof DEMANDES_AUX_HABITANTS)[number]

/** How long an agreement may hold, in months: it ends by itself. */
export const DUREES_ACCORD = [6, 12, 24] as const
export type DureeAccord = (typeof DUREES_ACCORD)[number]

/** A pool of people who agreed, never a register of residents: past this, nobody is noted. */
export const VOLONTAIRES_MAX = 150

/** An agreement that ends within so many days is worth asking again. */
export const JOURS_BIENTOT_FINI = 30

const accord = {
  quartierId: facultatif(z.uuid('Choisissez un quartier dans la liste.')).default(null),
  pour: z.preprocess(
    (valeur) => (Array.isArray(valeur) ? valeur : valeur === undefined || valeur === '' ? [] : [valeur]),
    z
      .array(z.enum(DEMANDES_AUX_HABITANTS, 'Choisissez dans la liste.'))
      .min(1, 'Cochez ce pour quoi cette personne accepte d’être sollicitée.')
  ),
  accordLe: dateTapeeSchema,
  duree: z.coerce.number().pipe(
    z.union(
      DUREES_ACCORD.map((mois) => z.literal(mois)),
      'Choisissez combien de temps vaut cet accord.'
    )
  )
}

/** Who agreed to be asked, for what and until when. Nothing else is kept of her. */
export const volontaireSchema = z.object({
  personne: ligneSchema('Le nom de la personne'),
  courriel: facultatif(z.string().trim().toLowerCase().pipe(z.email('Cette adresse électronique n’est pas complète.'))).default(
    null
  ),
  telephone: facultatif(telephoneSchema).default(null),
  ...accord,
  accord: z.literal('oui', 'Sans son accord, on n’inscrit personne.'),
  exemple: z.boolean().default(false)
})

export const renouvellementSchema = z.object({ id: z.uuid(), ...accord })
