/** Days during which an act can be undone and what was taken away is offered back. */
export const JOURS_DE_RETOUR = 30
