/** What a person may do on one territory, from the widest to the narrowest. */
export const ROLES = ['coordination', 'direction', 'elu', 'contributeur', 'lecteur'] as const
export type Role = (typeof ROLES)[number]
