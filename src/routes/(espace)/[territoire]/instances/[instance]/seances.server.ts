import * as lesSeances from '#domaines/instances/commands/seances.server.ts'
import { avec } from './avec.server.ts'
import type { Actions } from './$types'

/** The acts of the page on the meetings of the body. */
export const surLesSeances = {
  'prevoir-seance': avec(lesSeances.prevoirSeance, 'prevoir-seance', 'instanceId', '#seances'),
  'modifier-seance': avec(lesSeances.modifierSeance, 'modifier-seance', null, '#seances'),
  'annuler-seance': avec(lesSeances.annulerSeance, (form) => `annuler-seance-${String(form.get('id'))}`, null, '#seances'),
  'maintenir-seance': avec(lesSeances.maintenirSeance, 'maintenir-seance', null, '#seances'),
  'retirer-seance': avec(
    lesSeances.retirerSeance,
    'retirer-seance',
    null,
    (form) => `?seance-retiree=${String(form.get('id'))}#seances`
  ),
  'retablir-seance': avec(lesSeances.retablirSeance, 'retablir-seance', null, '#seances')
} satisfies Actions
