import { z } from 'zod'
import { lireMontant } from './argent.ts'
import { dateFloueSchema, direDateRefusee, estDateFloue, lireDateFloue } from './dates.ts'
import { propre, typographier } from './texte.ts'

/** What a form sends for « nothing » is empty text: it becomes null before the shape is checked. */
export const facultatif = <T extends z.ZodType>(schema: T) =>
  z.preprocess((valeur) => (valeur === '' || valeur === undefined ? null : valeur), schema.nullable())

/** A line of text: spaces cleaned, those of French punctuation no-break, at most `max` characters. */
export const ligneSchema = (nom: string, max = 300) =>
  z
    .string(`${nom} manque.`)
    .transform((texte) => typographier(propre(texte).replace(/\n+/g, ' ')))
    .pipe(z.string().min(1, `${nom} manque.`).max(max, `${nom} dépasse ${max} caractères.`))

/** A long text of several paragraphs, cleaned as a line is. */
export const texteSchema = z
  .string()
  .transform((texte) => typographier(propre(texte)))
  .pipe(z.string().max(50_000, 'Ce texte dépasse 50 000 caractères.'))

/** A date as a person types it: « 2026 », « 09/2026 », « 7 mars 2022 », ISO; kept as precise as it was given. */
export const dateTapeeSchema = z.preprocess(
  (valeur) => (typeof valeur === 'string' ? (lireDateFloue(valeur) ?? valeur) : valeur),
  dateFloueSchema
)

/** A whole day as a person types it (« 30/09/2026 », « 30 septembre 2026 »): a month or a year will not do, and the refusal says so at once. */
export const jourTapeSchema = z.preprocess(
  (valeur) => (typeof valeur === 'string' ? (lireDateFloue(valeur) ?? valeur) : valeur),
  z
    .string(direDateRefusee('', true))
    .refine((texte) => texte.length === 10 && estDateFloue(texte), { error: ({ input }) => direDateRefusee(String(input), true) })
)

/** An amount as a person types it, or a number of cents; kept in cents. */
export const montantSchema = z.preprocess(
  (valeur) => (typeof valeur === 'string' ? (lireMontant(valeur) ?? Number.NaN) : valeur),
  z.number('Écrivez un montant en euros, par exemple 12 500 ou 1 250,50.').int().min(0, 'Un montant n’est pas négatif.')
)

/** A year as a person types it. */
export const anneeSchema = z.coerce
  .number('Écrivez une année, par exemple 2026.')
  .int('Écrivez une année, par exemple 2026.')
  .min(1990, 'Écrivez l’année en entier, par exemple 2026 : elle va de 1990 à 2100.')
  .max(2100, 'Cette année est trop lointaine.')

/** One value a line, empty lines left out. */
export const lignesSchema = (max = 100) =>
  z.preprocess(
    (valeur) =>
      typeof valeur === 'string'
        ? valeur
            .split(/\r?\n/)
            .map((ligne) => typographier(propre(ligne)))
            .filter(Boolean)
        : valeur,
    z.array(z.string().max(5_000, 'Une ligne dépasse 5 000 caractères.')).max(max, `Il y a plus de ${max} lignes.`)
  )

/** The end of a period is not before its beginning, at the precision that both have. */
export const finApresDebut = (periode: { debut?: string | null; fin?: string | null }): boolean => {
  const { debut, fin } = periode
  return !debut || !fin || fin >= debut.slice(0, fin.length)
}

/** Fields of a row that say nothing by themselves: a row with only these is an empty row. */
const SANS_POIDS = new Set(['niveau', 'role', 'etat', 'taxe', 'id', 'nature', 'temps'])

/** True for a row of a form that was left empty. */
export const estRangeeVide = (rangee: unknown): boolean =>
  typeof rangee === 'object' &&
  rangee !== null &&
  Object.entries(rangee).every(
    ([champ, valeur]) => SANS_POIDS.has(champ) || valeur === '' || valeur === null || valeur === undefined || valeur === false
  )

/** Rows of a list in a form: a row left empty is no row. */
export const rangeesSchema = <T extends z.ZodType>(schema: T, max = 200) =>
  z.preprocess(
    (valeur) => (Array.isArray(valeur) ? valeur.filter((rangee) => !estRangeeVide(rangee)) : valeur),
    z.array(schema).max(max, `Il y a plus de ${max} lignes.`)
  )
