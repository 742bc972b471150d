import { dernierJour, premierJour, type DateFloue } from '#platform/dates.ts'
import { normaliser } from '#platform/texte.ts'
import type { Age } from '#domaines/contrats/schema.ts'
import { FACETTE } from '../libelles.ts'
import type { Facette, Thematique, TypeAction } from '../schema/mots.ts'
import { motsDuTitre } from '#domaines/partenaires/regles/mots-du-titre.ts'

/** What two actions are compared by; quartiers are told by their name, none means the whole territory. */
export type Profil = {
  titre: string
  thematiques: readonly Thematique[]
  types: readonly TypeAction[]
  facettes: readonly Facette[]
  publics: readonly string[]
  ages: readonly Age[]
  quartiers: readonly string[]
  debut: DateFloue | null
  fin: DateFloue | null
}

/** Why two actions are near: what they share, and where they part. */
export type Raison =
  | { sorte: 'mots' | 'public' | 'quartier'; dits: string[] }
  | { sorte: 'theme'; dits: Thematique[] }
  | { sorte: 'age'; dits: Age[] }
  | { sorte: 'territoire' | 'periode' | 'autre_theme' | 'autre_type' | 'autre_public' | 'autre_quartier' | 'autre_periode' }

/** `score` goes from 0 to 1; `sorte` null: the two have nothing to say to each other. */
export type Ressemblance = { score: number; sorte: 'doublon' | 'complement' | null; raisons: Raison[] }

const POIDS = { mots: 4, theme: 3, public: 2, lieu: 2, periode: 1 } as const

/**
 * How near two actions are, and why. A possible double has close words, and neither its theme, its public, its place nor its period
 * says otherwise; a complement shares a theme, a public or a quartier, and parts elsewhere. What one of them does not say counts for nothing.
 */
export function comparerActions(une: Profil, autre: Profil): Ressemblance {
  const mots = motsCommuns(une, autre)
  const themes = communs(une.thematiques, autre.thematiques)
  const quartiers = communs(une.quartiers.map(normaliser), autre.quartiers.map(normaliser))
  const parts = {
    mots: mots.part,
    theme: partDe(themes, une.thematiques, autre.thematiques),
    public: partDuPublic(une, autre),
    lieu: partDuLieu(une, autre, quartiers.length),
    periode: chevauchement(une, autre)
  }
  const connues = (Object.keys(POIDS) as (keyof typeof POIDS)[]).filter((nom) => parts[nom] !== null)
  const score =
    connues.reduce((somme, nom) => somme + POIDS[nom] * parts[nom]!, 0) / connues.reduce((somme, nom) => somme + POIDS[nom], 0)
  const contredit = parts.theme === 0 || parts.public === 0 || parts.lieu === 0 || parts.periode === 0
  const doublon = !contredit && (mots.part > 0.5 || (mots.part >= 1 / 3 && themes.length > 0))
  const vises = publicsDe(une)
  const publics = communs([...vises.keys()], [...publicsDe(autre).keys()]).filter((nom) => nom !== TOUS)
  const ages = communs(une.ages, autre.ages)
  const partage: Raison[] = [
    ...(themes.length > 0 ? [{ sorte: 'theme', dits: themes } as const] : []),
    ...(publics.length > 0 ? [{ sorte: 'public', dits: publics.map((cle) => vises.get(cle)!) } as const] : []),
    ...(ages.length > 0 ? [{ sorte: 'age', dits: ages } as const] : []),
    ...(quartiers.length > 0 ? [{ sorte: 'quartier', dits: nommes(une, quartiers) } as const] : []),
    ...(une.quartiers.length + autre.quartiers.length === 0 ? [{ sorte: 'territoire' } as const] : []),
    ...(parts.periode === 1 ? [{ sorte: 'periode' } as const] : []),
    ...(mots.dits.length > 0 ? [{ sorte: 'mots', dits: mots.dits } as const] : [])
  ]
  if (doublon) return { score, sorte: 'doublon', raisons: partage }
  const autreTheme = parts.theme === 0 && (publics.length > 0 || quartiers.length > 0)
  if (themes.length === 0 && !autreTheme) return { score, sorte: null, raisons: partage }
  const typesDits = une.types.length > 0 && autre.types.length > 0
  const ecarts: Raison[] = [
    ...(parts.theme === 0 ? [{ sorte: 'autre_theme' } as const] : []),
    ...(typesDits && communs(une.types, autre.types).length === 0 ? [{ sorte: 'autre_type' } as const] : []),
    ...(parts.public === 0 ? [{ sorte: 'autre_public' } as const] : []),
    ...(parts.lieu === 0 ? [{ sorte: 'autre_quartier' } as const] : []),
    ...(parts.periode === 0 ? [{ sorte: 'autre_periode' } as const] : [])
  ]
  return { score, sorte: 'complement', raisons: [...partage, ...ecarts] }
}

const communs = <T>(uns: readonly T[], autres: readonly T[]): T[] => [...new Set(uns)].filter((un) => autres.includes(un))

/** The share of the shorter list that stands in the other; null when one of them says nothing. */
const partDe = (partages: readonly unknown[], uns: readonly unknown[], autres: readonly unknown[]): number | null =>
  uns.length === 0 || autres.length === 0 ? null : partages.length / Math.min(new Set(uns).size, new Set(autres).size)

/** The words that both titles say, in the first one's form, and their share of all. Titles of empty words only are told whole. */
function motsCommuns(une: Profil, autre: Profil): { dits: string[]; part: number } {
  const [ici, la] = [une, autre].map(({ titre }) => motsDuTitre(titre))
  if (ici!.size === 0 || la!.size === 0) {
    const memes = ici!.size === la!.size && normaliser(une.titre) === normaliser(autre.titre)
    return { dits: [], part: memes ? 1 : 0 }
  }
  const dits = [...ici!].filter(([racine]) => la!.has(racine)).map(([, mot]) => mot)
  return { dits, part: (2 * dits.length) / (ici!.size + la!.size) }
}

const TOUS = normaliser(FACETTE.tous)

/** The publics of the list and those in free words, told alike, by their words without case nor accents. */
const publicsDe = ({ facettes, publics }: Profil): Map<string, string> =>
  new Map([...publics, ...facettes.map((facette) => FACETTE[facette])].map((nom) => [normaliser(nom), nom]))

/** An action for all is for each, by half. Ages and publics count for one half each where both actions say them. */
function partDuPublic(une: Profil, autre: Profil): number | null {
  const [ici, la] = [une, autre].map((action) => [...publicsDe(action).keys()]) as [string[], string[]]
  const dits = partDe(communs(ici, la), ici, la)
  const parts = [
    dits === 0 && (ici.includes(TOUS) || la.includes(TOUS)) ? 0.5 : dits,
    partDe(communs(une.ages, autre.ages), une.ages, autre.ages)
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.reduce((somme, part) => somme + part, 0) / parts.length
}

/** An action of the whole territory is in each quartier, by half. */
function partDuLieu(une: Profil, autre: Profil, partages: number): number {
  const [ici, la] = [une, autre].map(({ quartiers }) => new Set(quartiers.map(normaliser)).size) as [number, number]
  if (ici === 0 && la === 0) return 1
  return ici === 0 || la === 0 ? 0.5 : partages / Math.min(ici, la)
}

/** 1 when the two periods meet, 0 when one ended before the other began; null when one of them has no date. */
function chevauchement(une: Profil, autre: Profil): number | null {
  if ([une, autre].some(({ debut, fin }) => debut === null && fin === null)) return null
  const finitAvant = (a: Profil, b: Profil) => a.fin !== null && b.debut !== null && dernierJour(a.fin) < premierJour(b.debut)
  return finitAvant(une, autre) || finitAvant(autre, une) ? 0 : 1
}

/** The quartiers as the first of the two names them. */
const nommes = ({ quartiers }: Profil, cles: readonly string[]): string[] => {
  const noms = new Map(quartiers.map((nom) => [normaliser(nom), nom]))
  return cles.map((cle) => noms.get(cle)!)
}
