import { sql } from 'drizzle-orm'
import { error, type RequestEvent } from '@sveltejs/kit'
import { ouvrirLien } from '#domaines/comptes/queries.server.ts'
import { lireInvitation } from '#domaines/instances/queries/invitations.server.ts'
import type { InvitationLue } from '#domaines/instances/schema/invitations.ts'
import { base } from '#platform/db.server.ts'
import type { Lien } from '#platform/acteur.ts'
import type { Appel } from '#platform/commande.server.ts'
import { compterInconnu } from '../frein.server.ts'

/** What is known of who opens a link. */
type Appelant = Pick<RequestEvent, 'getClientAddress' | 'setHeaders' | 'locals'>

/** What the link of an invitation opens: whom one acts as, and what it is about; 404 for a link that never was, which says nothing more. */
export async function ouvrirInvitation(
  event: Appelant,
  jeton: string
): Promise<{ appel: Appel; invitation: InvitationLue; perime: boolean }> {
  const { db } = base()
  const { maintenant } = event.locals
  const lien = await ouvrirLien(db, jeton, 'invitation', maintenant)
  // not the read-only transaction of the pages: an answer follows on the same link
  const invitation =
    lien &&
    (await db.transaction(async (tx) => {
      const { collectiviteId } = lien.perimetre
      await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
      return lireInvitation(tx, collectiviteId, { id: lien.sujetId })
    }))
  if (!lien || !invitation) {
    compterInconnu(event)
    error(404, 'Ce lien ne s’ouvre pas, ou plus.', {
      conseil: 'Vérifiez qu’il est entier : certains messages le coupent en deux. Sinon, répondez au courriel qui vous l’a donné.'
    })
  }
  const acteur: Lien = { sorte: 'lien', nom: invitation.nom, sujetId: lien.sujetId, role: null, administrateur: false }
  return { appel: { db, acteur, perimetre: lien.perimetre, maintenant }, invitation, perime: lien.perime }
}
