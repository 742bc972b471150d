import { z } from 'zod'
import { TAXES } from '#platform/argent.ts'
import {
  anneeSchema,
  dateTapeeSchema,
  facultatif,
  finApresDebut,
  ligneSchema,
  lignesSchema,
  montantSchema,
  rangeesSchema,
  texteSchema
} from '#platform/saisie.ts'
import { AGES } from '#domaines/contrats/schema.ts'
import {
  AXES_OTTAWA,
  ETATS_FINANCEMENT,
  FREQUENCES,
  MOYENS_MUTUALISES,
  FACETTES,
  NATURES_ACTION,
  NATURES_INDICATEUR,
  NIVEAUX_OBJECTIF,
  PARTICIPATIONS,
  PRIORITES,
  ROLES_INTERVENANT,
  STATUTS,
  THEMATIQUES,
  TYPES_ACTION
} from './mots.ts'

const nombreSchema = z.preprocess(
  (valeur) => (typeof valeur === 'string' ? Number(valeur.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')) : valeur),
  z.number('Écrivez un nombre, par exemple 250 ou 12,5.')
)

/** Words of a list, each once. */
const choisisSchema = <const M extends readonly [string, ...string[]]>(mots: M) =>
  z.array(z.enum(mots, 'Choisissez dans la liste.')).transform((choisis) => [...new Set(choisis)])

export const titreSchema = ligneSchema('Le titre de l’action', 500)

/** The plain fields of a fiche (references B1.3); each may be left out of a change. */
export const champsFicheSchema = z.object({
  titre: titreSchema,
  numero: facultatif(ligneSchema('Le numéro', 20)),
  nature: facultatif(z.enum(NATURES_ACTION, 'Choisissez une nature dans la liste.')),
  motifExistante: facultatif(texteSchema),
  statut: facultatif(z.enum(STATUTS, 'Choisissez un statut dans la liste.')),
  priorite: facultatif(z.enum(PRIORITES, 'Choisissez une priorité dans la liste.')),
  debut: facultatif(dateTapeeSchema),
  fin: facultatif(dateTapeeSchema),
  calendrier: facultatif(texteSchema),
  ameliorationContinue: facultatif(
    z.preprocess((valeur) => (valeur === 'oui' ? true : valeur === 'non' ? false : valeur), z.boolean())
  ),
  participation: facultatif(z.enum(PARTICIPATIONS, 'Choisissez un niveau dans la liste.')),
  gouvernance: facultatif(texteSchema),
  contexte: facultatif(texteSchema),
  description: facultatif(texteSchema),
  moyens: facultatif(texteSchema),
  mutualises: z.array(z.enum(MOYENS_MUTUALISES)),
  mutualisation: facultatif(texteSchema),
  vigilance: facultatif(texteSchema),
  notes: facultatif(texteSchema),
  documents: facultatif(texteSchema),
  liens: facultatif(texteSchema),
  thematiques: choisisSchema(THEMATIQUES),
  types: choisisSchema(TYPES_ACTION),
  publics: lignesSchema(50),
  facettes: choisisSchema(FACETTES),
  ages: choisisSchema(AGES),
  milieux: lignesSchema(50),
  ottawa: choisisSchema(AXES_OTTAWA),
  budgetPrevisionnel: facultatif(montantSchema),
  budgetTaxe: z.enum(TAXES, 'Choisissez hors taxes ou toutes taxes comprises.')
})

/** The quartiers where an action takes place. */
export const quartiersSchema = z.array(z.uuid()).max(500)

/** Where a fiche is put: under an axis, in a contract without an axis, under another fiche, or in no contract at all. */
export const lieuSchema = z.object({
  contratId: facultatif(z.uuid()).default(null),
  axeId: facultatif(z.uuid()).default(null),
  parentId: facultatif(z.uuid()).default(null)
})

/** A new fiche: its title, its place, and whatever else is known of it. */
export const nouvelleFicheSchema = champsFicheSchema
  .partial()
  .required({ titre: true })
  .extend(lieuSchema.shape)
  .extend({
    exemple: z.boolean().default(false),
    quartiers: quartiersSchema.default([]),
    /** why an action of the ASV names no priority quartier */
    horsQpv: facultatif(texteSchema).default(null)
  })

/** A change of plain fields. `autresMilieux`: the milieux in one's own words, beside those of the list; kept with them. */
export const modifierFicheSchema = champsFicheSchema
  .partial()
  .extend({ id: z.uuid(), autresMilieux: lignesSchema(50).optional() })
  .refine(finApresDebut, { path: ['fin'], error: 'La fin de l’action est avant son début.' })
  .transform(({ autresMilieux, ...champs }) =>
    autresMilieux ? { ...champs, milieux: [...new Set([...(champs.milieux ?? []), ...autresMilieux])] } : champs
  )

export const objectifsSchema = rangeesSchema(
  z.object({
    niveau: z.enum(NIVEAUX_OBJECTIF, 'Choisissez un niveau.'),
    texte: texteSchema.pipe(z.string().min(1, 'L’objectif manque.')),
    resultat: facultatif(texteSchema).default(null)
  })
)

/** Who takes part: a structure, a person, or both, by their names; unknown names enter the directory. */
export const intervenantsSchema = rangeesSchema(
  z
    .object({
      role: z.enum(ROLES_INTERVENANT, 'Choisissez un rôle.'),
      structure: facultatif(ligneSchema('La structure')).default(null),
      personne: facultatif(ligneSchema('La personne')).default(null),
      detail: facultatif(ligneSchema('La précision')).default(null)
    })
    .refine((intervenant) => intervenant.structure !== null || intervenant.personne !== null, {
      path: ['structure'],
      error: 'Nommez une structure ou une personne.'
    })
)

export const etapesSchema = rangeesSchema(
  z.object({
    intitule: ligneSchema('L’étape', 500),
    echeance: facultatif(dateTapeeSchema).default(null),
    faite: z.preprocess((valeur) => valeur === true || valeur === 'on' || valeur === 'oui', z.boolean())
  })
)

export const financementsSchema = rangeesSchema(
  z.object({
    financeur: ligneSchema('Le financeur'),
    annee: facultatif(anneeSchema).default(null),
    montant: facultatif(montantSchema).default(null),
    etat: z.enum(ETATS_FINANCEMENT, 'Choisissez un état.').default('prevu'),
    taxe: z.enum(TAXES, 'Choisissez hors taxes ou toutes taxes comprises.').default('ht')
  })
)

export const indicateursSchema = rangeesSchema(
  z.object({
    id: facultatif(z.uuid()).default(null),
    intitule: ligneSchema('L’indicateur', 500),
    unite: facultatif(ligneSchema('L’unité', 60)).default(null),
    initiale: facultatif(nombreSchema).default(null),
    cible: facultatif(nombreSchema).default(null),
    definition: facultatif(texteSchema.pipe(z.string().max(2_000, 'La définition dépasse 2 000 caractères.'))).default(null),
    nature: facultatif(z.enum(NATURES_INDICATEUR, 'Choisissez une nature dans la liste.')).default(null),
    source: facultatif(ligneSchema('La source', 300)).default(null),
    frequence: facultatif(z.enum(FREQUENCES, 'Choisissez une fréquence dans la liste.')).default(null),
    detenteur: facultatif(ligneSchema('La structure')).default(null),
    objectif: facultatif(texteSchema.pipe(z.string().max(2_000, 'L’objectif dépasse 2 000 caractères.'))).default(null)
  })
)

export const releveSchema = z.object({ date: dateTapeeSchema, valeur: nombreSchema })
