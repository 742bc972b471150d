import type { Acteur, Membre } from '#platform/acteur.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'

/** Fiches are written by the coordination and by contributors. */
export const peutEcrireFiche = (acteur: Acteur): boolean =>
  acteur.sorte === 'systeme' || acteur.role === 'coordination' || acteur.role === 'contributeur'

/** What everybody may read is chosen by who answers for the territory. */
export const peutMontrerAuPublic = (acteur: Acteur): boolean =>
  acteur.sorte === 'systeme' || acteur.role === 'coordination' || acteur.role === 'direction'

/** Bringing a whole plan in is the coordination's act. */
export const peutImporterPlan = (acteur: Acteur): boolean => acteur.sorte === 'systeme' || acteur.role === 'coordination'

/** Any member keeps views of the actions for herself. */
export const peutGarderVue = (acteur: Acteur): acteur is Membre => acteur.sorte === 'membre' && acteur.role !== null

/** Whoever prepares, writes or directs shows a view to all; readers and elected members keep theirs. */
export const peutPartagerVue = (acteur: Acteur): boolean =>
  peutGarderVue(acteur) && ['coordination', 'direction', 'contributeur'].includes(acteur.role!)

/** A view is its member's; the coordination tidies those that everybody sees. */
export const peutRetirerVue = (acteur: Acteur, vue: { compteId: string; partagee: boolean }): boolean =>
  peutGarderVue(acteur) && (vue.compteId === acteur.compteId || (vue.partagee && acteur.role === 'coordination'))

/** The documents of an action are joined by whoever writes it; those of a contract and of its acts, by whoever writes the contract. */
export const peutJoindre = (acteur: Acteur, objet: { ficheId: string | null }): boolean =>
  objet.ficheId === null ? peutEcrireContrat(acteur) : peutEcrireFiche(acteur)
