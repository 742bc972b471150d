import type { ChampLu } from './formulaire.ts'

/** The attributes that tie a field to its label, its help and its error: what a screen reader says when the field is reached. */
export const decrire = (champ: ChampLu, aide: string | undefined, obligatoire: boolean, unite?: string) => ({
  id: champ.id,
  required: obligatoire,
  'aria-describedby':
    [champ.erreurs.length > 0 && `${champ.id}-erreur`, aide && `${champ.id}-aide`, unite && `${champ.id}-unite`]
      .filter(Boolean)
      .join(' ') || undefined,
  'aria-invalid': champ.erreurs.length > 0 ? ('true' as const) : undefined
})
