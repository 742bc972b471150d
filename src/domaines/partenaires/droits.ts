import type { Acteur } from '#platform/acteur.ts'

/** The directory is kept by the coordination; a contributor may add to it. */
export const peutTenirAnnuaire = (acteur: Acteur): boolean =>
  acteur.sorte === 'systeme' || acteur.role === 'coordination' || acteur.role === 'contributeur'

/** Bringing many contacts in at once, and saying that two are one, are the coordination's acts. */
export const peutImporterContacts = (acteur: Acteur): boolean => acteur.sorte === 'systeme' || acteur.role === 'coordination'
export const peutReunir = peutImporterContacts
