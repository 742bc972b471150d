import { dernierJour, direPeriode, premierJour, type DateFloue } from '#platform/dates.ts'
import { compter } from '#platform/texte.ts'
import type { Statut } from '../schema/mots.ts'
import type { An } from '../schema/portefeuille.ts'
import { estVivante, joursDeRetard } from './suivi.ts'

export type EtatEtape = 'faite' | 'a_faire' | 'en_retard'

type Etape = { intitule: string; echeance: DateFloue; faite: boolean }
type Fiche = { statut: Statut | null; debut: DateFloue | null; fin: DateFloue | null; etapes: readonly Etape[] }

/** A step is late when the last day of its date is past and nobody said it is done, while its action lives. */
export function etatDeLEtape(etape: { echeance: DateFloue; faite: boolean }, statut: Statut | null, jour: string): EtatEtape {
  if (etape.faite) return 'faite'
  return estVivante(statut) && dernierJour(etape.echeance) < jour ? 'en_retard' : 'a_faire'
}

/** What an action is on a calendar: from the first day of its beginning to the last of its end, then what it is late by. */
export function dureeDeLAction({ statut, debut, fin, etapes }: Fiche, jour: string) {
  const jours = joursDeRetard({ statut, fin }, jour)
  return {
    debut: debut && premierJour(debut),
    fin: fin && dernierJour(fin),
    retard: jours > 0 ? jour : null,
    jours,
    marques: etapes.map((etape) => ({ ...etape, jour: dernierJour(etape.echeance), etat: etatDeLEtape(etape, statut, jour) }))
  }
}

/** The actions of one axis, as the drawing and its table show them. */
export type GroupeDate = {
  nom: string
  lignes: {
    id: string
    numero: string | null
    titre: string
    statut: Statut | null
    debut: DateFloue | null
    fin: DateFloue | null
    duree: ReturnType<typeof dureeDeLAction>
  }[]
}

/** « mars 2025 – 2026 »; when only one end is known the other is said to be missing. */
export const direDuree = (debut: DateFloue | null, fin: DateFloue | null): string =>
  debut && fin
    ? direPeriode(debut, fin)
    : debut
      ? `${direPeriode(debut, null)}, sans fin dite`
      : fin
        ? `${direPeriode(null, fin)}, sans début dit`
        : 'sans dates'

/**
 * The years that the calendar shows. « tout »: those of the contract; without a contract that says its dates, those of the ends that
 * the actions have, this year among them, at most thirty.
 */
export function anneesMontrees(
  an: An | undefined,
  contrat: { debut: DateFloue | null; fin: DateFloue | null } | null,
  fins: readonly DateFloue[],
  jour: string
): { de: number; a: number } {
  const annee = (date: DateFloue) => Number(date.slice(0, 4))
  if (an !== 'tout') return { de: an ?? annee(jour), a: an ?? annee(jour) }
  if (contrat?.debut && contrat.fin)
    return { de: annee(contrat.debut), a: Math.min(annee(contrat.fin), annee(contrat.debut) + 29) }
  const connues = [jour, ...fins].map(annee)
  const de = connues.reduce((moindre, une) => Math.min(moindre, une))
  return {
    de,
    a: Math.min(
      connues.reduce((plus, une) => Math.max(plus, une)),
      de + 29
    )
  }
}

/** What the calendar says at first sight. */
export function titreDuCalendrier({ total, echues }: { total: number; echues: number }, de: number, a: number): string {
  const quand = de === a ? `en ${de}` : `de ${de} à ${a}`
  if (total === 0) return `Aucune action datée ${quand}`
  const actions = `${compter(total, 'action')} ${quand}`
  return `${actions}, ${echues === 0 ? 'aucune' : echues.toLocaleString('fr-FR')} à l’échéance passée`
}
