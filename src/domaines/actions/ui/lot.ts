import type { ChampDeLot } from '../schema/lot.ts'
import { FACETTES, NATURES_ACTION, PARTICIPATIONS, PRIORITES, STATUTS, THEMATIQUES, TYPES_ACTION } from '../schema/mots.ts'
import { FACETTE, NATURE_ACTION, PARTICIPATION, PRIORITE, STATUT, THEMATIQUE, TYPE_ACTION } from '../libelles.ts'

/** What a change of many actions changes. */
export const CHAMP_DE_LOT: Record<ChampDeLot, string> = {
  statut: 'Statut',
  priorite: 'Priorité',
  nature: 'Nature',
  debut: 'Début',
  fin: 'Fin',
  participation: 'Participation des habitants',
  '+thematiques': 'Ajouter un thème',
  '-thematiques': 'Retirer un thème',
  '+types': 'Ajouter un type d’action',
  '-types': 'Retirer un type d’action',
  '+facettes': 'Ajouter un public',
  '-facettes': 'Retirer un public'
}

const options = <M extends string>(mots: readonly M[], noms: Record<M, string>) =>
  mots.map((valeur) => ({ valeur: valeur as string, libelle: noms[valeur] }))
const themes = options(THEMATIQUES, THEMATIQUE)
const types = options(TYPES_ACTION, TYPE_ACTION)
const facettes = options(FACETTES, FACETTE)

/** The words among which each value is chosen; dates are typed. */
export const OPTIONS_DE_LOT: Record<ChampDeLot, { valeur: string; libelle: string }[]> = {
  statut: options(STATUTS, STATUT),
  priorite: options(PRIORITES, PRIORITE),
  nature: options(NATURES_ACTION, NATURE_ACTION),
  debut: [],
  fin: [],
  participation: options(PARTICIPATIONS, PARTICIPATION),
  '+thematiques': themes,
  '-thematiques': themes,
  '+types': types,
  '-types': types,
  '+facettes': facettes,
  '-facettes': facettes
}

/** A value as a person reads it. */
export const direValeurDeLot = (champ: ChampDeLot, valeur: string): string =>
  OPTIONS_DE_LOT[champ].find((option) => option.valeur === valeur)?.libelle ?? valeur
