import { premierJour, type DateFloue } from '#platform/dates.ts'
import { MOIS_AVANT_DE_REVENIR } from '../schema/formations.ts'

export type ServiceTouche = { id: string; nom: string; derniere: DateFloue | null }
export type EtatDuService = 'jamais' | 'ancien' | 'recent'

/** Whether a service was reached, and lately enough for the common culture to hold there. */
export function etatDuService(derniere: DateFloue | null, jour: string): EtatDuService {
  if (derniere === null) return 'jamais'
  const limite = new Date(`${jour}T12:00:00Z`)
  limite.setUTCMonth(limite.getUTCMonth() - MOIS_AVANT_DE_REVENIR)
  return premierJour(derniere) < limite.toISOString().slice(0, 10) ? 'ancien' : 'recent'
}

/** The services to go to, those that were never reached first, then the longest ago. */
export const aToucher = (services: readonly ServiceTouche[], jour: string): (ServiceTouche & { etat: EtatDuService })[] =>
  services
    .map((service) => ({ ...service, etat: etatDuService(service.derniere, jour) }))
    .filter(({ etat }) => etat !== 'recent')
    .toSorted((a, b) => (a.derniere ?? '').localeCompare(b.derniere ?? '') || a.nom.localeCompare(b.nom, 'fr'))
