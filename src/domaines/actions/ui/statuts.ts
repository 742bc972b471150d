import type { NomIcone } from '#ui/icones.ts'
import type { Statut } from '../schema/mots.ts'

/** How a status looks: a colour never speaks alone, an icon and a word go with it. */
export const ALLURE: Record<Statut, { ton: 'neutre' | 'fil' | 'ok' | 'trame' | 'alerte'; icone: NomIcone }> = {
  a_venir: { ton: 'neutre', icone: 'vide' },
  a_discuter: { ton: 'neutre', icone: 'discuter' },
  en_cours: { ton: 'fil', icone: 'horloge' },
  realise: { ton: 'ok', icone: 'fait' },
  en_retard: { ton: 'alerte', icone: 'alerte' },
  en_pause: { ton: 'trame', icone: 'pause' },
  bloque: { ton: 'alerte', icone: 'interdit' },
  abandonne: { ton: 'neutre', icone: 'fermer' }
}
