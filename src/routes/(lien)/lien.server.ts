import { sql } from 'drizzle-orm'
import { error, redirect, type RequestEvent } from '@sveltejs/kit'
import { ouvrirLien } from '#domaines/comptes/queries.server.ts'
import type { Finalite } from '#domaines/comptes/schema.ts'
import { lireInvitation } from '#domaines/instances/queries/invitations.server.ts'
import type { InvitationLue } from '#domaines/instances/schema/invitations.ts'
import { base, type Tx } from '#platform/db.server.ts'
import type { Lien, Perimetre } from '#platform/acteur.ts'
import type { Appel } from '#platform/commande.server.ts'
import { compterInconnu } from '../frein.server.ts'

/** What is known of who opens a link. */
export type Appelant = Pick<RequestEvent, 'getClientAddress' | 'setHeaders' | 'locals'>

/** eteintLe: when it was put out; only the page that says so, and what asks for another, may be given one. */
export type Ouvert<T> = { appel: Appel & { perimetre: Perimetre }; objet: T; perime: boolean; eteintLe: Date | null }

/** `eteint`: a link that was put out is accepted, to say so or to send another. */
export type Options = { eteint?: boolean }
export type Ouvreur<T> = (event: Appelant, jeton: string, options?: Options) => Promise<Ouvert<T>>

/** The page of a link that is somebody's own; it is all that is left of one that was put out. */
const PAGES: Partial<Record<Finalite, string>> = {
  invitation: '/invitation',
  compte_rendu: '/compte-rendu',
  taches: '/taches',
  nouvelles: '/nouvelles',
  espace: '/espace'
}

/**
 * What a signed link opens: whom one acts as (`nommer` says under which name) and what it is about; 404 for a link that never was, which
 * says nothing more. A link that was put out is sent to its page, whatever was asked of it.
 */
export async function ouvrirObjet<T>(
  event: Appelant,
  jeton: string,
  finalite: Finalite,
  chercher: (tx: Tx, perimetre: Perimetre, sujetId: string) => Promise<T | null>,
  nommer: (objet: T) => string,
  { eteint = false }: Options = {}
): Promise<Ouvert<T>> {
  const { db } = base()
  const { maintenant } = event.locals
  const lien = await ouvrirLien(db, jeton, finalite, maintenant)
  // not the read-only transaction of the pages: an answer follows on the same link
  const lu =
    lien &&
    (await lireAuLien({ db, perimetre: lien.perimetre }, (tx, perimetre) => suivre(tx, perimetre, lien.sujetId, chercher)))
  if (!lien || !lu) {
    compterInconnu(event)
    error(404, 'Ce lien ne s’ouvre pas, ou plus.', {
      conseil: 'Vérifiez qu’il est entier : certains messages le coupent en deux. Sinon, répondez au courriel qui vous l’a donné.'
    })
  }
  if (lien.eteintLe && !eteint && PAGES[finalite]) redirect(303, `${PAGES[finalite]}/${jeton}`)
  const { objet, sujetId } = lu
  const acteur: Lien = { sorte: 'lien', nom: nommer(objet), sujetId, role: null, administrateur: false }
  return { appel: { db, acteur, perimetre: lien.perimetre, maintenant }, objet, perime: lien.perime, eteintLe: lien.eteintLe }
}

/** What a subject is, or the person into whom she was merged since, and so on: her link goes on opening. */
async function suivre<T>(
  tx: Tx,
  perimetre: Perimetre,
  sujetId: string,
  chercher: (tx: Tx, perimetre: Perimetre, sujetId: string) => Promise<T | null>,
  encore = 5
): Promise<{ objet: T; sujetId: string } | null> {
  const objet = await chercher(tx, perimetre, sujetId)
  if (objet || encore === 0) return objet && { objet, sujetId }
  const [reunie] = (await tx.execute(sql`select un_id as id from paires_personnes
    where collectivite_id = ${perimetre.collectiviteId} and autre_id = ${sujetId} and verdict = 'reunies' limit 1`)) as unknown as {
    id: string
  }[]
  return reunie ? suivre(tx, perimetre, reunie.id, chercher, encore - 1) : null
}

/** Reads the territory of a link that was opened. */
export const lireAuLien = <T>(
  { db, perimetre }: Pick<Appel, 'db' | 'perimetre'>,
  requete: (tx: Tx, perimetre: Perimetre) => Promise<T>
): Promise<T> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${perimetre.collectiviteId}, true)`)
    return requete(tx, perimetre)
  })

/** What the link of an invitation opens. */
export async function ouvrirInvitation(
  event: Appelant,
  jeton: string,
  options?: Options
): Promise<{ appel: Appel; invitation: InvitationLue; perime: boolean; eteintLe: Date | null }> {
  const chercher = (tx: Tx, { collectiviteId }: Perimetre, id: string) => lireInvitation(tx, collectiviteId, { id })
  const { objet, ...lien } = await ouvrirObjet(event, jeton, 'invitation', chercher, ({ nom }) => nom, options)
  return { ...lien, invitation: objet }
}
