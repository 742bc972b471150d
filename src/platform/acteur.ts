/** What a person may do on one territory, from the widest to the narrowest. */
export const ROLES = ['coordination', 'direction', 'elu', 'contributeur', 'lecteur'] as const
export type Role = (typeof ROLES)[number]

/** A person who signed in, as she stands on the territory of the page; `role` is null outside any territory. */
export type Membre = { sorte: 'membre'; compteId: string; nom: string; role: Role | null; administrateur: boolean }

/** The product itself or the person at its command line. */
export type Systeme = { sorte: 'systeme'; nom: string }

/** Who follows a signed link, without an account: what the link is about is all that she may act upon. */
export type Lien = { sorte: 'lien'; nom: string; sujetId: string; role: null; administrateur: false }

export type Acteur = Membre | Systeme | Lien

/** The product acting by itself. */
export const SYSTEME: Systeme = { sorte: 'systeme', nom: 'Tisserand' }

declare const scelle: unique symbol

/** A proven right to read and write one territory's rows. Only `comptes` mints one, from a session or for the system. */
export type Perimetre = { readonly collectiviteId: string; readonly [scelle]: true }

declare const ouvertATous: unique symbol

/** The right to read what one territory shows to everybody, and nothing else: only the queries of public pages accept it. */
export type PerimetrePublic = { readonly collectiviteId: string; readonly [ouvertATous]: true }

/** Mints it; held as `scellerPerimetre` is. */
export const ouvrirPerimetre = (collectiviteId: string): PerimetrePublic => ({ collectiviteId }) as PerimetrePublic

/** Mints a scope. Only the room `comptes` and tests may call it (held by the architecture test). */
export function scellerPerimetre(collectiviteId: string): Perimetre {
  return { collectiviteId } as Perimetre
}
