import { direDate, direPeriode } from '#platform/dates.ts'
import { compter, enumerer } from '#platform/texte.ts'
import { GROUPES_DE_TYPES } from '#domaines/partenaires/libelles.ts'
import type { Secteur } from '#domaines/partenaires/schema/relations.ts'
import type { Fait, NatureFait, Quand } from '../regles/reseau/liens.ts'

/** Names of the sectors, short and whole. */
export const SECTEUR = Object.fromEntries(GROUPES_DE_TYPES.map(({ secteur, court }) => [secteur, court])) as Record<
  Secteur,
  string
>
export const SECTEUR_ENTIER = Object.fromEntries(GROUPES_DE_TYPES.map(({ secteur, libelle }) => [secteur, libelle])) as Record<
  Secteur,
  string
>

const entreGuillemets = (titre: string) => `«\u202f${titre}\u202f»`
/** What has an end says its time: it may be over. */
const nommer = ({ titre, debut, fin }: Fait) => entreGuillemets(titre) + (fin === null ? '' : ` (${direPeriode(debut, fin)})`)
const et = (combien: number, un: string, plusieurs = `${un}s`) =>
  combien > 1 ? ` et ${compter(combien - 1, `autre ${un}`, `autres ${plusieurs}`)}` : ''

/** One reason, for facts of one nature, the latest first. */
const RAISONS: Record<NatureFait, (dernier: Fait, combien: number) => string> = {
  declaree: ({ titre }, combien) => `relation déclarée (source\u00a0: ${titre})${et(combien, 'déclaration')}`,
  contrat: (dernier, combien) => `ont signé ${nommer(dernier)}${et(combien, 'contrat')}`,
  convention: (dernier, combien) => `liées par une convention de ${nommer(dernier)}${et(combien, 'convention')}`,
  moyens: (dernier, combien) => `mettent de l’argent ou des postes dans ${nommer(dernier)}${et(combien, 'action')}`,
  action: (dernier, combien) => `mènent ensemble ${nommer(dernier)}${et(combien, 'action')}`,
  seance: ({ titre, debut }, combien) =>
    combien === 1
      ? `venues à la même réunion\u00a0: ${titre}, ${direDate(debut!)}`
      : `venues aux mêmes ${compter(combien, 'réunion')}, la dernière le ${direDate(debut!)}`,
  presentation: ({ titre, debut }, combien) =>
    `l’une s’est présentée à l’autre\u00a0: ${titre}, ${direDate(debut!)}${et(combien, 'fois', 'fois')}`,
  siege: (dernier, combien) => `siègent à ${nommer(dernier)}${et(combien, 'instance')}`
}

/** From what binds the most. */
const ORDRE_DES_RAISONS = Object.keys(RAISONS) as NatureFait[]

/** Why two structures are linked: one sentence for each nature of fact, from what binds the most. `faits`: the latest first. */
export function direPourquoi(faits: readonly Fait[]): string[] {
  const parNature = Map.groupBy(faits, ({ nature }) => nature)
  return ORDRE_DES_RAISONS.flatMap((nature) => {
    const ceux = parNature.get(nature)
    return ceux ? [RAISONS[nature](ceux[0]!, ceux.length)] : []
  })
}

/** The table of what shows a level, as the page explains it. */
export const PREUVES: { niveau: 1 | 2 | 3 | 4; texte: string }[] = [
  {
    niveau: 1,
    texte: 'deux structures siègent à la même instance, sont venues à la même réunion, ou l’une s’est présentée à l’autre'
  },
  { niveau: 2, texte: 'elles pilotent ou accompagnent la même action, commencée et non abandonnée' },
  { niveau: 3, texte: 'elles mettent toutes deux de l’argent ou une part de poste dans la même action' },
  { niveau: 4, texte: 'elles ont signé le même contrat, ou une convention lie l’une à la collectivité qui le porte' }
]

/** « Soins » et « Enseignement ». */
export const direPaire = ([un, autre]: readonly [Secteur, Secteur]): string =>
  `${entreGuillemets(SECTEUR[un])} et ${entreGuillemets(SECTEUR[autre])}`

export const direSecteurs = (secteurs: readonly Secteur[]): string =>
  enumerer(secteurs.map((secteur) => SECTEUR[secteur].toLowerCase()))

/** The time of a choice, in a sentence. */
export const direQuand = (quand: Quand): string =>
  quand === null ? 'sur les douze derniers mois' : quand === 'tout' ? 'depuis le début' : `en ${quand}`

/** What the page says first: « 42 structures, 118 liens ; 3 sont seules ». */
export function direReseau(structures: number, liens: number, seules: number): string {
  if (structures < 2) return 'Le réseau n’a encore rien à montrer'
  const seul =
    seules === 0 ? 'personne n’est seul' : seules === 1 ? 'une est seule' : `${seules.toLocaleString('fr-FR')} sont seules`
  return `${compter(structures, 'structure')}, ${liens === 0 ? 'aucun lien' : compter(liens, 'lien')}\u202f; ${seul}`
}
