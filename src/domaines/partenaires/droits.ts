import type { Acteur } from '#platform/acteur.ts'

/** The directory is kept by the coordination; a contributor may add to it. */
export const peutTenirAnnuaire = (acteur: Acteur): boolean =>
  acteur.sorte === 'systeme' || acteur.role === 'coordination' || acteur.role === 'contributeur'

/** Bringing many contacts in at once is the coordination's act. */
export const peutImporterContacts = (acteur: Acteur): boolean => acteur.sorte === 'systeme' || acteur.role === 'coordination'

/** So is saying that two are one, or are not. */
export const peutReunir = (acteur: Acteur): boolean => peutImporterContacts(acteur)

/** The names of the four levels are those of the whole territory. */
export const peutNommerNiveaux = (acteur: Acteur): boolean => peutImporterContacts(acteur)

/** The mailbox of the territory is the coordination's to open and to close. */
export const peutReglerBoite = (acteur: Acteur): boolean => peutImporterContacts(acteur)

/** Erasing someone, and saying that one keeps those who were not heard of, is the coordination's: it answers for the directory. */
export const peutEffacer = (acteur: Acteur): boolean => peutImporterContacts(acteur)

/** Residents who volunteered are known to the coordination, and to nobody else. */
export const peutTenirVolontaires = (acteur: Acteur): boolean => peutImporterContacts(acteur)
/** What is wrong in the directory, or the help that one asks, is said by a person of it, from the link of her own page. */
export const peutParlerDeSoi = (acteur: Acteur, { id }: { id: string }): boolean =>
  acteur.sorte === 'lien' && acteur.sujetId === id
