import { dernierJour, premierJour, type DateFloue } from '#platform/dates.ts'
import type { TypeStructure } from '#domaines/partenaires/schema.ts'
import type { Niveau } from '#domaines/partenaires/schema/relations.ts'

/** What two structures may have done together, and what somebody declares of them. */
export const NATURES = ['siege', 'seance', 'presentation', 'action', 'moyens', 'contrat', 'convention', 'declaree'] as const
export type NatureFait = (typeof NATURES)[number]

/** The level that a fact shows by itself; the reasons are in ADR 0024. */
export const NIVEAU_DU_FAIT: Record<Exclude<NatureFait, 'declaree'>, Niveau> = {
  siege: 1,
  seance: 1,
  presentation: 1,
  action: 2,
  moyens: 3,
  contrat: 4,
  convention: 4
}

/** A fact and the structures that it binds, each to each; with `centres`, each of those to all the others only. */
export type Fait = {
  nature: NatureFait
  titre: string
  debut: DateFloue | null
  fin: DateFloue | null
  /** of a declared relation */
  niveau: Niveau | null
  structures: readonly string[]
  centres: readonly string[] | null
}
export type StructureLue = { id: string; nom: string; sigle: string | null; type: TypeStructure; exemple: boolean }

/** Days, both included; `sansDate`: facts without a beginning are counted. */
export type Fenetre = { de: string; a: string; sansDate: boolean }

/** Two structures, the highest level that they reach, and the facts that bind them. */
export type Lien = { un: string; autre: string; niveau: Niveau; faits: Fait[] }

export const niveauDe = (fait: Fait): Niveau => (fait.nature === 'declaree' ? fait.niveau! : NIVEAU_DU_FAIT[fait.nature])

/** True when the fact lasts at least one day of the window. */
export function estDans({ debut, fin }: Pick<Fait, 'debut' | 'fin'>, { de, a, sansDate }: Fenetre): boolean {
  if (fin !== null && dernierJour(fin) < de) return false
  return debut === null ? sansDate : premierJour(debut) <= a
}

/** The pairs that a fact binds. */
export function* paires({ structures, centres }: Pick<Fait, 'structures' | 'centres'>): Generator<readonly [string, string]> {
  const milieu = centres && new Set(centres)
  for (let i = 0; i < structures.length; i++)
    for (let j = i + 1; j < structures.length; j++) {
      const [un, autre] = [structures[i]!, structures[j]!]
      if (un !== autre && (!milieu || milieu.has(un) || milieu.has(autre))) yield un < autre ? [un, autre] : [autre, un]
    }
}

/** The links of a time, each pair once: levels are cumulative, so the highest one that a fact shows is that of the link. */
export function relier(faits: readonly Fait[], fenetre: Fenetre): Lien[] {
  const liens = new Map<string, Lien>()
  for (const fait of faits) {
    if (!estDans(fait, fenetre)) continue
    const niveau = niveauDe(fait)
    for (const [un, autre] of paires(fait)) {
      const cle = `${un}${autre}`
      const lien = liens.get(cle)
      if (!lien) liens.set(cle, { un, autre, niveau, faits: [fait] })
      else {
        lien.faits.push(fait)
        if (niveau > lien.niveau) lien.niveau = niveau
      }
    }
  }
  return [...liens.values()]
}

/** The year of a choice, the whole past, or (null) the twelve months that end today. */
export type Quand = number | 'tout' | null

/** The window of a choice. A year never says what had no date: it would say it of every year. */
export function fenetreDe(quand: Quand, jour: string): Fenetre {
  const fin = (a: string) => (a < jour ? a : jour)
  if (quand === 'tout') return { de: '0000-01-01', a: jour, sansDate: true }
  if (quand !== null) return { de: `${quand}-01-01`, a: fin(`${quand}-12-31`), sansDate: false }
  return { de: `${Number(jour.slice(0, 4)) - 1}${jour.slice(4)}`, a: jour, sansDate: true }
}

/** How many links of each level there were, year by year, the last twelve years at most. */
export type AnneeDuReseau = { annee: number; niveaux: [number, number, number, number]; total: number }

export function evolution(faits: readonly Fait[], jour: string): AnneeDuReseau[] {
  const derniere = Number(jour.slice(0, 4))
  const dates = faits.flatMap(({ debut }) => (debut === null ? [] : [Number(debut.slice(0, 4))]))
  if (dates.length === 0) return []
  const premiere = Math.max(
    derniere - 11,
    Math.min(
      derniere,
      dates.reduce((a, b) => Math.min(a, b))
    )
  )
  return Array.from({ length: derniere - premiere + 1 }, (_, rang) => {
    const annee = premiere + rang
    const niveaux = compterNiveaux(faits, fenetreDe(annee, jour))
    return { annee, niveaux, total: niveaux.reduce((a, b) => a + b) }
  })
}

/** The same count as `relier`, without keeping why: a year of a thousand structures is counted in a few milliseconds. */
function compterNiveaux(faits: readonly Fait[], fenetre: Fenetre): [number, number, number, number] {
  const atteint = new Map<string, Niveau>()
  for (const fait of faits) {
    if (!estDans(fait, fenetre)) continue
    const niveau = niveauDe(fait)
    for (const [un, autre] of paires(fait)) {
      const cle = `${un}${autre}`
      if ((atteint.get(cle) ?? 0) < niveau) atteint.set(cle, niveau)
    }
  }
  const niveaux: [number, number, number, number] = [0, 0, 0, 0]
  for (const niveau of atteint.values()) niveaux[niveau - 1]!++
  return niveaux
}
