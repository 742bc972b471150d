import { dernierJour, type DateFloue } from '#platform/dates.ts'
import { ETATS_VIVANTS, type EtatEchange, type NatureEchange } from '../schema/echanges.ts'
import type { Facette, Thematique } from '../schema/themes.ts'
import { motsDuTitre } from './mots-du-titre.ts'

/** What two entries of the board are compared by. */
export type Profil = {
  id: string
  nature: NatureEchange
  structureId: string
  titre: string
  texte: string | null
  thematiques: readonly Thematique[]
  facettes: readonly Facette[]
  /** null: the whole territory */
  quartier: string | null
}

/** Why two entries could meet. */
export type Raison =
  | { sorte: 'theme'; dits: Thematique[] }
  | { sorte: 'public'; dits: Facette[] }
  | { sorte: 'quartier'; dit: string }
  | { sorte: 'mots'; dits: string[] }

export type Rencontre = { un: string; autre: string; score: number; raisons: Raison[] }

/** Which natures answer each other: an offer meets a need or a help asked, an idea meets an idea. */
const REPOND: Record<NatureEchange, readonly NatureEchange[]> = {
  offre: ['besoin', 'appui'],
  besoin: ['offre'],
  appui: ['offre'],
  idee: ['idee']
}

const POIDS = { theme: 3, public: 2, quartier: 1, mots: 1 }

/** Under this, two entries share too little to be read side by side: one quartier, or one word alone. */
const SEUIL = 2

const communs = <T>(uns: readonly T[], autres: readonly T[]): T[] => uns.filter((un) => autres.includes(un))

type Lu = { profil: Profil; mots: Map<string, string> }

function comparer({ profil: un, mots: ici }: Lu, { profil: autre, mots: la }: Lu): Rencontre | null {
  if (un.structureId === autre.structureId || !REPOND[un.nature].includes(autre.nature)) return null
  const themes = communs(un.thematiques, autre.thematiques)
  // each says what it is about, and it is not the same
  if (themes.length === 0 && un.thematiques.length > 0 && autre.thematiques.length > 0) return null
  const publics = communs(un.facettes, autre.facettes).filter((facette) => facette !== 'tous')
  const mots = [...ici].filter(([racine]) => la.has(racine)).map(([, mot]) => mot)
  const raisons: Raison[] = [
    ...(themes.length > 0 ? [{ sorte: 'theme', dits: themes } as const] : []),
    ...(publics.length > 0 ? [{ sorte: 'public', dits: publics } as const] : []),
    ...(un.quartier !== null && un.quartier === autre.quartier ? [{ sorte: 'quartier', dit: un.quartier } as const] : []),
    ...(mots.length > 0 ? [{ sorte: 'mots', dits: mots } as const] : [])
  ]
  const score = raisons.reduce(
    (somme, raison) => somme + POIDS[raison.sorte] * ('dits' in raison ? Math.min(raison.dits.length, 3) : 1),
    0
  )
  return score < SEUIL ? null : { un: un.id, autre: autre.id, score, raisons }
}

/**
 * The entries that could meet, the nearest first, and why. Two of one structure never do; a pair of `dites`, whatever was said of
 * it, is not proposed again.
 */
export function proposerRencontres(profils: readonly Profil[], dites: readonly { unId: string; autreId: string }[]): Rencontre[] {
  const deja = new Set(dites.flatMap(({ unId, autreId }) => [`${unId} ${autreId}`, `${autreId} ${unId}`]))
  const lus = profils.map((profil) => ({ profil, mots: motsDuTitre(`${profil.titre} ${profil.texte ?? ''}`) }))
  return lus
    .flatMap((un, rang) => lus.slice(rang + 1).flatMap((autre) => comparer(un, autre) ?? []))
    .filter(({ un, autre }) => !deja.has(`${un} ${autre}`))
    .toSorted((a, b) => b.score - a.score)
}

export type RefusDEtat = 'issue_manque' | 'etat_a_venir'

/** What closes says what it came to, and nothing is noted before its day. Null when the change may be noted. */
export function jugerEtat(etat: EtatEchange, issue: string | null, date: DateFloue | null, jour: string): RefusDEtat | null {
  if (date !== null && date > jour.slice(0, date.length)) return 'etat_a_venir'
  return (ETATS_VIVANTS as readonly EtatEchange[]).includes(etat) || issue ? null : 'issue_manque'
}

/** True of an entry that still waits although its day is past: to be asked about again. */
export const estPasse = (echange: { etat: EtatEchange; jusque: DateFloue | null }, jour: string): boolean =>
  (ETATS_VIVANTS as readonly EtatEchange[]).includes(echange.etat) &&
  echange.jusque !== null &&
  dernierJour(echange.jusque) < jour
