import { z } from 'zod'
import { dateTapeeSchema, facultatif, ligneSchema, texteSchema } from '#platform/saisie.ts'

/** What the coordination learns, and what it passes on. */
export const SENS_FORMATION = ['suivie', 'donnee'] as const
export type SensFormation = (typeof SENS_FORMATION)[number]

/** What makes a coordinator, in the words of the seeds. */
export const COMPETENCES = ['reseau', 'methodologie', 'projet', 'animation', 'reunion'] as const
export type Competence = (typeof COMPETENCES)[number]

/** Services that a training reaches, at most: a town has fewer. */
export const SERVICES_MAX = 60

/** Months after which a service that was reached is worth reaching again. */
export const MOIS_AVANT_DE_REVENIR = 24

const liste = <T extends z.ZodType>(element: T, max: number) =>
  z.preprocess(
    (valeur) => (Array.isArray(valeur) ? valeur : valeur === undefined || valeur === '' ? [] : [valeur]),
    z.array(element).max(max, `Pas plus de ${max} à la fois.`)
  )
const entier = (nom: string, max: number) =>
  facultatif(
    z.coerce
      .number(`${nom} se dit en chiffres.`)
      .int(`${nom} se dit en nombre entier.`)
      .min(1, `${nom}\u00a0: au moins 1.`)
      .max(max, `${nom}\u00a0: ${max} au plus.`)
  ).default(null)

export const formationSchema = z.object({
  sens: z.enum(SENS_FORMATION, 'Dites si vous l’avez suivie ou donnée.'),
  intitule: ligneSchema('L’intitulé', 200),
  organisme: facultatif(ligneSchema('L’organisme', 200)).default(null),
  date: dateTapeeSchema,
  heures: entier('La durée', 400),
  participants: entier('Le nombre de participants', 2_000),
  competences: liste(z.enum(COMPETENCES, 'Choisissez dans la liste.'), COMPETENCES.length).transform((dites) =>
    COMPETENCES.filter((competence) => dites.includes(competence))
  ),
  contenu: facultatif(texteSchema).default(null),
  adresse: facultatif(
    z
      .string()
      .trim()
      .transform((texte) => (/^[a-z]+:/i.test(texte) ? texte : `https://${texte}`))
      .pipe(
        z
          .url({ protocol: /^https?$/, error: 'Cette adresse internet n’est pas complète.' })
          .max(500, 'Cette adresse est trop longue.')
      )
  ).default(null),
  services: liste(z.uuid('Choisissez un service dans la liste.'), SERVICES_MAX),
  exemple: z.boolean().default(false)
})
