import { z } from 'zod'
import { AGES } from '#domaines/contrats/schema.ts'
import { lireDateFloue, type DateFloue } from '#platform/dates.ts'
import type { ContenuModele } from './contenu-modele.ts'
import { FACETTES, THEMATIQUES, TYPES_ACTION } from './mots.ts'

const unId = z.uuid()

/** The fields of a new action that say what it is near to. */
const LISTES = { thematiques: THEMATIQUES, types: TYPES_ACTION, facettes: FACETTES, ages: AGES } as const

const dansLaListe = <M extends string>(mots: readonly M[], dits: readonly string[]): M[] =>
  mots.filter((mot) => dits.includes(mot))

/** What one is writing of a new action, as its address says it (or, before anything is written, its model): what is wrong is left out. */
export function lireBrouillon(demandes: URLSearchParams, modele: ContenuModele | null = null): Brouillon {
  const date = (nom: string) => lireDateFloue(demandes.get(nom) ?? '')
  if (modele) {
    const { titre, thematiques, types, facettes, ages } = modele
    return { titre, thematiques, types, facettes, ages, quartiers: [], debut: null, fin: null }
  }
  return {
    titre: (demandes.get('titre') ?? '').trim().slice(0, 500),
    thematiques: dansLaListe(LISTES.thematiques, demandes.getAll('thematiques')),
    types: dansLaListe(LISTES.types, demandes.getAll('types')),
    facettes: dansLaListe(LISTES.facettes, demandes.getAll('facettes')),
    ages: dansLaListe(LISTES.ages, demandes.getAll('ages')),
    quartiers: demandes.getAll('quartiers').filter((id) => unId.safeParse(id).success),
    debut: date('debut'),
    fin: date('fin')
  }
}
export type Brouillon = Pick<ContenuModele, 'titre' | 'thematiques' | 'types' | 'facettes' | 'ages'> & {
  quartiers: string[]
  debut: DateFloue | null
  fin: DateFloue | null
}

/** True when it says enough for something to be near it. */
export const parleAssez = ({ titre, thematiques }: Pick<Brouillon, 'titre' | 'thematiques'>): boolean =>
  titre.length > 2 || thematiques.length > 0
