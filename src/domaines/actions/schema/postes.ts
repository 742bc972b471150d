import { z } from 'zod'
import {
  anneeSchema,
  dateTapeeSchema,
  facultatif,
  finApresDebut,
  ligneSchema,
  montantSchema,
  rangeesSchema
} from '#platform/saisie.ts'

/** Full-time equivalents as a person types them: « 0,8 ». */
const etpSchema = z.preprocess(
  (valeur) =>
    typeof valeur === 'string' ? (valeur.trim() === '' ? Number.NaN : Number(valeur.trim().replace(',', '.'))) : valeur,
  z
    .number('Écrivez une part de temps plein, par exemple 0,8.')
    .positive('La part de temps est plus grande que 0.')
    .max(100, 'Un poste ne dépasse pas 100 temps pleins.')
    .transform((etp) => Math.round(etp * 1000) / 1000)
)

const champsDuPoste = {
  intitule: ligneSchema('L’intitulé du poste', 200),
  quotite: etpSchema,
  /** who employs, by its name: an unknown one enters the directory */
  employeur: facultatif(ligneSchema('L’employeur')).default(null),
  debut: facultatif(dateTapeeSchema).default(null),
  fin: facultatif(dateTapeeSchema).default(null)
}

const periode = { path: ['fin'], error: 'La fin du poste est avant son début.' }

/** A post of the territory: what it is called, how much of a full time it is, who employs, when. */
export const creerPosteSchema = z.object({ ...champsDuPoste, exemple: z.boolean().default(false) }).refine(finApresDebut, periode)
export const modifierPosteSchema = z.object({ ...champsDuPoste, id: z.uuid() }).refine(finApresDebut, periode)

/** What an action takes of posts, by their names; unknown names become posts of one full time. */
export const fractionsSchema = rangeesSchema(
  z.object({
    poste: champsDuPoste.intitule,
    etp: etpSchema,
    annee: facultatif(anneeSchema).default(null),
    financeur: facultatif(ligneSchema('Le financeur')).default(null),
    montant: facultatif(montantSchema).default(null)
  })
)
