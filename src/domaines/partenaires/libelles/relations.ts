import { normaliser } from '#platform/texte.ts'
import { ECHELLE_PAR_DEFAUT, type Echelle, type Niveau, type Sens } from '../schema/relations.ts'

/** Sets of names to begin with. None is an official wording, and the pages say so. */
export const ECHELLES: { cle: string; libelle: string; noms: Echelle }[] = [
  {
    cle: 'tisserand',
    libelle: 'Les mots de Tisserand',
    noms: ECHELLE_PAR_DEFAUT
  },
  {
    cle: 'himmelman',
    libelle: 'Les mots du continuum de Himmelman, repris par le Guide UP',
    noms: ['réseautage', 'coordination', 'coopération', 'collaboration']
  }
]

/** What is done at each level, beside all that is done at the ones before. */
export const CRITERES: Record<Niveau, string> = {
  1: 'on se connaît et on échange de l’information',
  2: 'on ajuste aussi ses actions les unes aux autres',
  3: 'on met aussi des moyens en commun',
  4: 'on s’engage aussi l’un envers l’autre, par écrit'
}

/** Said wherever levels are shown. */
export const SANS_MEILLEUR =
  'Il n’y a pas de niveau meilleur qu’un autre\u00a0: chacun répond à un besoin. Chaque niveau comprend ceux d’avant.'

/**
 * The name of a level, in a sentence. A level called « coordination » always says its number: territorial coordination is a trade, and this
 * is a step of a scale.
 */
export const direNiveau = (niveau: Niveau, echelle: Echelle): string =>
  normaliser(echelle[niveau - 1]!).includes('coord') ? `${echelle[niveau - 1]!} (niveau ${niveau})` : echelle[niveau - 1]!

/** The same with its number always, for a list or a legend: « 2 · articulation ». */
export const numeroterNiveau = (niveau: Niveau, echelle: Echelle): string => `${niveau} · ${direNiveau(niveau, echelle)}`

export const SENS_DE_RELATION: Record<Sens, string> = {
  mutuelle: 'Dans les deux sens',
  vers: 'De cette structure vers l’autre',
  depuis: 'De l’autre vers cette structure'
}

/** Why a relation or the names of the levels were refused. */
export const direRefusRelation = (raison: string, { nom }: Record<string, unknown> = {}): string =>
  ({
    a_soi: 'Une relation va d’une structure à une autre\u00a0: choisissez-en une autre.',
    deja_dite: 'Cette relation est déjà dite, au même niveau et pour la même période. Corrigez plutôt celle qui est là.',
    niveaux_confondus: `Deux niveaux s’appellent «\u202f${String(nom)}\u202f»\u00a0: donnez à chacun un nom à lui.`,
    coordination_territoriale:
      'La coordination territoriale est un métier, pas un niveau de relation. Écrivez par exemple «\u202fcoordination\u202f» seul\u00a0: les pages diront toujours son numéro.'
  })[raison] ?? 'Cela n’est pas possible ici.'

/** Acts and words of this part of the room, as the history tells them. */
export const ACTES_RELATIONS: Record<string, string> = {
  'relation.declarer': 'a déclaré une relation entre deux structures',
  'relation.modifier': 'a corrigé une relation entre deux structures',
  'relation.retirer': 'a retiré une relation entre deux structures',
  'relation.retablir': 'a fait revenir une relation entre deux structures',
  'niveaux.nommer': 'a nommé les niveaux de relation'
}
export const OBJETS_RELATIONS: Record<string, string> = {
  relations: 'Relation entre structures',
  echelles: 'Niveaux de relation'
}
export const CHAMPS_RELATIONS: Record<string, string> = {
  'relations.autre_id': 'L’autre structure',
  orientee: 'Va dans un seul sens',
  note: 'Note',
  noms: 'Noms des niveaux'
}
