import { sql } from 'drizzle-orm'
import type { Lien } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import type { LecteurDAgenda } from '#domaines/partenaires/imports/courriers.server.ts'
import { adresseDuJour } from '#domaines/partenaires/queries/adresses.server.ts'
import { repondreInvitation } from '../commands/invitations.server.ts'
import { juger } from '../regles/reponse-d-agenda.ts'
import type { Invite, ReponseDAgenda } from '../schema/reponses-d-agenda.ts'
import { lireReponses } from './reponse-d-agenda.ts'

const NOTRE = /^seance-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@/

/**
 * A calendar that answers an invitation: the answer is that of the link, by the same command, and the history says that it came from her
 * calendar. Null for a meeting that is not of this territory.
 */
export const lireAgendaQuiRepond: LecteurDAgenda = async (tx, collectiviteId, courrier) => {
  const [agenda] = lireReponses(courrier.agenda ?? '', (uid) => NOTRE.test(uid))
  const seanceId = agenda && NOTRE.exec(agenda.uid)![1]!
  const seance = seanceId ? await laSeanceEtSesInvites(tx, collectiviteId, seanceId, agenda) : null
  if (!agenda || !seanceId || !seance) return null
  const { de, douteux, recuLe } = courrier
  const jugement = juger(agenda, { ...seance, expediteur: de?.courriel ?? null, douteux, recuLe })
  if (jugement.sorte === 'ignorer') return 'ignoree'
  const garde = {
    objetId: seanceId,
    nom: agenda.nom,
    courriel: agenda.courriel,
    reponse: jugement.reponse,
    remplacant: jugement.remplacant
  }
  if (jugement.sorte === 'garder') return { raison: jugement.raison, ...garde }
  const { invite, reponse, remplacant, quand: maintenant } = jugement
  const acteur: Lien = {
    sorte: 'lien',
    nom: `${invite.nom}, par son agenda`,
    sujetId: invite.id,
    role: null,
    administrateur: false
  }
  const appel = { db: tx, acteur, perimetre: perimetreSysteme(collectiviteId), maintenant }
  const fait = await repondreInvitation(appel, { id: invite.id, reponse, remplacant })
  return fait.ok ? 'prise' : { raison: 'trop_tard', ...garde }
}

/** The meeting and, of its invitations, those that the answer may be about. One statement. */
async function laSeanceEtSesInvites(
  tx: Tx,
  collectiviteId: string,
  seanceId: string,
  { courriel, delegueDe }: ReponseDAgenda
): Promise<{ version: number; invites: Invite[] } | null> {
  const [lue] =
    (await tx.execute(sql`select s.version, (select coalesce(json_agg(json_build_object('id', i.id, 'courriel', ${adresseDuJour('i')}, 'nom', coalesce(p.nom, st.nom),
      'reponse', i.reponse, 'remplacant', i.remplacant, 'reponduLe', i.repondu_le, 'aConfirmer', i.a_confirmer, 'creeLe', i.cree_le) order by i.id), '[]') from invitations i
      left join personnes p on p.collectivite_id = i.collectivite_id and p.id = i.personne_id
      left join structures st on st.collectivite_id = i.collectivite_id and st.id = i.structure_id
      where i.collectivite_id = s.collectivite_id and i.seance_id = s.id and ${adresseDuJour('i')} in (${courriel}, ${delegueDe ?? courriel})) as invites
    from seances s where s.collectivite_id = ${collectiviteId} and s.id = ${seanceId} and s.supprime_le is null`)) as unknown as {
      version: number
      invites: (Omit<Invite, 'reponduLe' | 'creeLe'> & { reponduLe: string | null; creeLe: string })[]
    }[]
  if (!lue) return null
  const invites = lue.invites.map((invite) => ({
    ...invite,
    reponduLe: invite.reponduLe ? new Date(invite.reponduLe) : null,
    creeLe: new Date(invite.creeLe)
  }))
  return { version: lue.version, invites }
}
