import { sql } from 'drizzle-orm'
import { SYSTEME } from '#platform/acteur.ts'
import { jourDe } from '#platform/dates.ts'
import type { Base } from '#platform/db.server.ts'
import { composerLettre } from '#platform/lettre.server.ts'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { desinscription, type Envoi, type Redacteur } from '#domaines/partenaires/jobs.server.ts'
import type { NatureEnvoi } from '#domaines/partenaires/schema/envois.ts'
import { rappelerTaches } from './commands/taches.server.ts'
import LettreDeCompteRendu from './courriels/LettreDeCompteRendu.svelte'
import LettreDeContacts from './courriels/LettreDeContacts.svelte'
import LettreDeSeance from './courriels/LettreDeSeance.svelte'
import LettreDeTaches from './courriels/LettreDeTaches.svelte'
import { agendaDeLInvitation } from './exports/agenda.server.ts'
import { OBJET_LETTRE, type NatureDeLettre } from './libelles/invitations.ts'
import { objetDesContacts } from './libelles/rencontres.ts'
import { OBJET_DES_SUITES } from './libelles/suites.ts'
import { questionsEncore } from './regles/suites.ts'
import { lireCompteRendu } from './queries/compte-rendu.server.ts'
import { lireLettreDeContacts } from './queries/lettres-de-contacts.server.ts'
import { accepteLaLettre } from '#domaines/partenaires/regles/courriels.ts'
import { lireCourriels } from '#domaines/partenaires/queries/courriels.server.ts'
import { lireInvitation } from './queries/invitations.server.ts'
import { sansObjet } from './regles/invitations.ts'
import { lireDestinataire, tachesDe } from './queries/taches.server.ts'

/**
 * Writes the letters about meetings, what was concluded there and what was promised: personal, with the calendar entry attached to an
 * invitation. The link is minted here, at sending: it never lies in the queue.
 */
export function redacteursDesSeances(urlPublique: string): Record<Exclude<NatureEnvoi, 'nouvelles' | 'espace'>, Redacteur> {
  const deLaSeance =
    (nature: NatureDeLettre): Redacteur =>
    async (db, { collectiviteId, objetId: seanceId, personneId, structureId, courriel }: Envoi) => {
      const invitation = await lireInvitation(db, collectiviteId, { seanceId, personneId, structureId })
      const maintenant = new Date()
      // while it waited, the meeting was called off or held, she answered, or asked for no more letters
      if (!invitation || sansObjet(nature, invitation, jourDe(maintenant))) return null
      const qui = personneId ?? structureId!
      const acceptes = (await lireCourriels(db, { collectiviteId }, [qui])).get(qui) ?? 'aucun'
      // an invitation may be a link that she asked for herself
      if (!accepteLaLettre(acceptes, nature, nature === 'invitation')) return null
      const jeton = await emettreJeton({ db, maintenant }, 'invitation', invitation.id, collectiviteId)
      const lien = `${urlPublique}/invitation/${jeton}`
      return {
        ...composerLettre(LettreDeSeance, { nature, invitation, lien }, OBJET_LETTRE[nature](invitation).objet),
        ...(invitation.coordination ? { repondreA: invitation.coordination } : {}),
        entetes: desinscription(lien),
        agenda: agendaDeLInvitation(invitation, lien, maintenant, invitation.boite ? courriel : null)
      }
    }
  const duCompteRendu: Redacteur = async (db, { id, collectiviteId, objetId, personneId }) => {
    const [rendu, qui] = [
      await lireCompteRendu(db, { collectiviteId }, objetId),
      await lireDestinataire(db, { collectiviteId }, id)
    ]
    // opened again before it left: it goes once it is validated anew
    if (!rendu?.valideLe || !qui) return null
    const jeton = await emettreJeton({ db, maintenant: new Date() }, 'compte_rendu', id, collectiviteId)
    const lien = `${urlPublique}/compte-rendu/${jeton}`
    const questions = questionsEncore(rendu, jourDe(new Date()))
    const { nom, coordination } = qui
    return {
      ...composerLettre(
        LettreDeCompteRendu,
        {
          rendu,
          nom,
          personneId,
          lien,
          questions: questions && `${urlPublique}/questions/${questions}`,
          coordination
        },
        OBJET_DES_SUITES.compte_rendu(rendu.instance)
      ),
      ...(coordination ? { repondreA: coordination } : {}),
      entetes: desinscription(lien)
    }
  }
  const desTaches: Redacteur = async (db, { collectiviteId, personneId }) => {
    const siennes = personneId ? await tachesDe(db, { collectiviteId }, personneId) : null
    if (!siennes?.taches.some(({ faiteLe }) => faiteLe === null)) return null
    const jeton = await emettreJeton({ db, maintenant: new Date() }, 'taches', siennes.personneId, collectiviteId)
    const lien = `${urlPublique}/taches/${jeton}`
    return {
      ...composerLettre(LettreDeTaches, { siennes, lien }, OBJET_DES_SUITES.taches(siennes.territoire)),
      ...(siennes.coordination ? { repondreA: siennes.coordination } : {}),
      entetes: desinscription(lien)
    }
  }
  const desContacts: Redacteur = async (db, { id, collectiviteId, objetId: seanceId, personneId, structureId }) => {
    // read again at sending: who changed her mind meanwhile is in no letter
    const lettre = await lireLettreDeContacts(db, { collectiviteId }, { seanceId, personneId, structureId })
    if (!lettre) return null
    const jeton = await emettreJeton({ db, maintenant: new Date() }, 'compte_rendu', id, collectiviteId)
    const lien = `${urlPublique}/compte-rendu/${jeton}`
    return {
      ...composerLettre(LettreDeContacts, { lettre, lien }, objetDesContacts(lettre.instance)),
      ...(lettre.coordination ? { repondreA: lettre.coordination } : {}),
      entetes: desinscription(lien)
    }
  }
  return {
    invitation: deLaSeance('invitation'),
    rappel: deLaSeance('rappel'),
    mise_a_jour: deLaSeance('mise_a_jour'),
    annulation: deLaSeance('annulation'),
    place: deLaSeance('place'),
    compte_rendu: duCompteRendu,
    taches: desTaches,
    contacts: desContacts
  }
}

/** Recalls the tasks that are due, on every territory that has some; called again the same week, it writes to nobody twice. */
export async function rappelerPartout({ db }: Pick<Base, 'db'>, maintenant: Date): Promise<void> {
  const lieux = (await db.execute(sql`select collectivite_id from taches_ouvertes()`)) as unknown as { collectivite_id: string }[]
  for (const { collectivite_id } of lieux)
    await rappelerTaches({ db, acteur: SYSTEME, perimetre: perimetreSysteme(collectivite_id), maintenant }, {})
}
