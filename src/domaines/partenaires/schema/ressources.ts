import { z } from 'zod'
import { facultatif, ligneSchema, texteSchema } from '#platform/saisie.ts'

/** What a resource organisation offers to those who act. */
export const OFFRES_RESSOURCE = ['formation', 'documentation', 'methode', 'ateliers', 'outils', 'donnees', 'financement'] as const
export type OffreRessource = (typeof OFFRES_RESSOURCE)[number]

const adresseSchema = z
  .string()
  .trim()
  .transform((texte) => (/^[a-z]+:/i.test(texte) ? texte : `https://${texte}`))
  .pipe(
    z
      .url({ protocol: /^https?$/, error: 'Cette adresse internet n’est pas complète.' })
      .max(500, 'Cette adresse est trop longue.')
  )

export const ressourceSchema = z.object({
  offres: z
    .array(z.enum(OFFRES_RESSOURCE, 'Choisissez dans la liste.'))
    .min(1, 'Dites au moins une chose qu’elle apporte.')
    .transform((dites) => OFFRES_RESSOURCE.filter((offre) => dites.includes(offre))),
  pourQui: facultatif(ligneSchema('Le public', 300)).default(null),
  joindre: facultatif(ligneSchema('La façon de joindre', 500)).default(null),
  url: facultatif(adresseSchema).default(null),
  note: facultatif(texteSchema).default(null)
})
