import { FACETTE, FAMILLE_DE_THEMES, FAMILLE_DE_TYPES, THEMATIQUE, TYPE_ACTION } from '../libelles.ts'
import { FACETTES, FAMILLES_DE_THEMES, FAMILLES_DE_TYPES, type FamilleDeThemes, type FamilleDeTypes } from '../schema/mots.ts'

// the lists of a fiche as forms offer them, by group, in the order of the list

export const CHOIX_DES_THEMES = (Object.keys(FAMILLES_DE_THEMES) as FamilleDeThemes[]).flatMap((famille) =>
  FAMILLES_DE_THEMES[famille].map((mot) => ({ valeur: mot, libelle: THEMATIQUE[mot], groupe: FAMILLE_DE_THEMES[famille] }))
)
export const CHOIX_DES_TYPES = (Object.keys(FAMILLES_DE_TYPES) as FamilleDeTypes[]).flatMap((famille) =>
  FAMILLES_DE_TYPES[famille].map((mot) => ({ valeur: mot, libelle: TYPE_ACTION[mot], groupe: FAMILLE_DE_TYPES[famille] }))
)
export const CHOIX_DES_FACETTES = FACETTES.map((mot) => ({ valeur: mot, libelle: FACETTE[mot] }))
