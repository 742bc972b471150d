import { composerLettre } from '#platform/lettre.server.ts'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import type { Envoi, Redacteur } from '#domaines/partenaires/jobs.server.ts'
import type { NatureEnvoi } from '#domaines/partenaires/schema/envois.ts'
import LettreDeSeance from './courriels/LettreDeSeance.svelte'
import { agendaDeLInvitation } from './exports/agenda.server.ts'
import { OBJET_LETTRE } from './libelles/invitations.ts'
import { lireInvitation } from './queries/invitations.server.ts'

/**
 * Writes the letters about meetings: personal, with the calendar entry attached and the address by which to stop them in one click
 * (RFC 8058). The link is minted here, at sending: it never lies in the queue.
 */
export function redacteursDesSeances(urlPublique: string): Record<NatureEnvoi, Redacteur> {
  const rediger: Redacteur = async (db, { collectiviteId, nature, objetId: seanceId, personneId, structureId }: Envoi) => {
    const invitation = await lireInvitation(db, collectiviteId, { seanceId, personneId, structureId })
    if (!invitation) return null
    const maintenant = new Date()
    const jeton = await emettreJeton({ db, maintenant }, 'invitation', invitation.id, collectiviteId)
    const lien = `${urlPublique}/invitation/${jeton}`
    return {
      objet: OBJET_LETTRE[nature](invitation).objet,
      ...composerLettre(LettreDeSeance, { nature, invitation, lien }),
      ...(invitation.coordination ? { repondreA: invitation.coordination } : {}),
      entetes: {
        'List-Unsubscribe': `<${lien}/messages>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
      },
      agenda: agendaDeLInvitation(invitation, lien, maintenant)
    }
  }
  return { invitation: rediger, rappel: rediger, mise_a_jour: rediger, annulation: rediger, place: rediger }
}
