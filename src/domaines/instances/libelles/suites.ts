import { direDate } from '#platform/dates.ts'
import { compter } from '#platform/texte.ts'
import type { CompteRendu, EtatSeance, Present, SorteConclusion } from '../schema/suites.ts'

export const SORTE_CONCLUSION: Record<SorteConclusion, { une: string; plusieurs: string; aide: string }> = {
  decision: { une: 'Décision', plusieurs: 'Ce qui a été décidé', aide: 'ce sur quoi l’on s’est mis d’accord' },
  besoin: { une: 'Besoin', plusieurs: 'Les besoins entendus', aide: 'ce qui manque, et que personne ne porte encore' }
}

export const ETAT_SEANCE: Record<EtatSeance, { libelle: string; ton: 'neutre' | 'fil' | 'ok' | 'trame' | 'alerte' } | null> = {
  a_venir: null,
  aujourdhui: { libelle: 'aujourd’hui', ton: 'fil' },
  annulee: { libelle: 'annulée', ton: 'alerte' },
  a_rendre: { libelle: 'compte rendu à envoyer', ton: 'trame' },
  close: { libelle: 'compte rendu clos', ton: 'ok' }
}

/** « pour le 9 décembre 2026 » */
export const direEcheance = (jour: string): string => `pour le ${direDate(jour)}`

/** « Ana Roy (CCAS) » */
export const direPresent = ({ nom, structure }: Present): string => (structure ? `${nom} (${structure})` : nom)

/** « 2 suivent par les comptes rendus » */
export const direSuivis = (nombre: number): string =>
  compter(nombre, 'suit par les comptes rendus', 'suivent par les comptes rendus')

/** What is missing from minutes, each with what to do. */
export const MANQUE_DU_RENDU: Record<'presents' | 'notes' | 'personne', string> = {
  presents: 'Personne n’est noté présent.',
  notes: 'Ni note, ni décision, ni tâche.',
  personne: 'Une tâche n’est confiée à personne.'
}

/** What « ouvert » counts, said to the coordination beside the figure. */
export const CE_QUE_COMPTE_OUVERT =
  '«\u202fOuvert\u202f» compte les fois où la page du compte rendu est restée quelques secondes à l’écran depuis un courriel. Les messageries qui visitent les liens d’avance n’y sont pas, ni qui lit le PDF ou sans script. Personne ne peut savoir qui a lu.'

/** « Envoyé à 204 adresses le 12 décembre 2026, ouvert 87 fois. » */
export function direDiffusion({
  envoyeLe,
  adresses,
  lectures
}: Pick<CompteRendu, 'envoyeLe' | 'adresses' | 'lectures'>): string | null {
  if (!envoyeLe) return null
  if (adresses === 0)
    return `Clos sans envoi le ${direDate(envoyeLe.slice(0, 10))}\u00a0: personne n’avait d’adresse électronique.`
  const ouvert = lectures > 0 ? `, ouvert ${compter(lectures, 'fois', 'fois')} depuis les courriels` : ''
  return `Envoyé à ${compter(adresses, 'adresse')} le ${direDate(envoyeLe.slice(0, 10))}${ouvert}.`
}

/** The same words for the history. */
export const VALEURS_SUITES: Record<string, Record<string, string>> = {
  'conclusions.sorte': { decision: SORTE_CONCLUSION.decision.une, besoin: SORTE_CONCLUSION.besoin.une }
}

/** What the letters that follow a meeting are called in an inbox. */
export const OBJET_DES_SUITES = {
  compte_rendu: (instance: string): string => `Compte rendu\u00a0: ${instance}`,
  taches: (territoire: string): string => `Ce dont vous vous êtes chargé·e\u00a0: ${territoire}, santé`
}
