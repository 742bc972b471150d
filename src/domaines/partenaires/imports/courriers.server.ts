import { sql } from 'drizzle-orm'
import type { CourrierRecu } from '#platform/courrier-recu.server.ts'
import type { Tx } from '#platform/db.server.ts'
import { direStatut } from '../libelles/boites.ts'
import { lireMotsDeLaPoste, lireRapport, type Retour } from '../regles/retours.ts'
import type { RaisonDeGarder } from '../schema/boites.ts'
import type { NatureEnvoi } from '../schema/envois.ts'

/** A letter kept for a person, and what is known of it besides its envelope. */
export type AGarder = {
  raison: RaisonDeGarder
  objetId: string | null
  nom?: string | null
  courriel?: string | null
  reponse?: string | null
  remplacant?: string | null
}

/**
 * What a calendar that answers comes to, told by the room that asked: taken, of no consequence, or to be kept for a person; null when it is
 * about nothing of ours.
 */
export type LecteurDAgenda = (
  tx: Tx,
  collectiviteId: string,
  courrier: CourrierRecu
) => Promise<'prise' | 'ignoree' | AGarder | null>

type Notre = { id: string; nature: NatureEnvoi; objetId: string }

/**
 * What a letter that came is: a report of the post, a calendar that answers, an absence, words in answer to one of ours; of anything else in the
 * mailbox nothing is kept, not even that it came.
 */
export async function classerCourrier(
  tx: Tx,
  collectiviteId: string,
  courrier: CourrierRecu,
  agenda: LecteurDAgenda
): Promise<'reponses' | 'refus' | 'retards' | 'rien' | AGarder> {
  if (courrier.rapport !== null || courrier.deLaPoste !== null) return noterRetour(tx, collectiviteId, courrier)
  if (courrier.agenda !== null) {
    const prise = await agenda(tx, collectiviteId, courrier)
    if (prise === 'prise') return 'reponses'
    if (prise === 'ignoree') return 'rien'
    if (prise) return prise
  }
  if (courrier.automatique) return 'rien'
  const notre = await notreLettre(tx, collectiviteId, courrier.nomme)
  return notre ? { raison: 'reponse_ecrite', objetId: deQuoi(notre) } : 'rien'
}

/** What the letter is about, where it is a meeting. */
const deQuoi = ({ nature, objetId }: Notre): string | null =>
  ['taches', 'nouvelles', 'espace'].includes(nature) ? null : objetId

const UUID = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@/

/** The letter of ours that a message names: their Message-IDs are made of their ids, which nobody guesses. */
async function notreLettre(tx: Tx, collectiviteId: string, nomme: readonly string[]): Promise<Notre | null> {
  const ids = [...new Set(nomme.flatMap((nom) => UUID.exec(nom)?.[1] ?? []))].slice(0, 50)
  if (ids.length === 0) return null
  const [notre] = (await tx.execute(sql`select id, nature, objet_id as "objetId" from envois
    where collectivite_id = ${collectiviteId} and id in ${ids} order by id desc limit 1`)) as unknown as Notre[]
  return notre ?? null
}

/** Where a report gives nothing of the letter back: the last one that left for that address, not long ago. */
async function derniereLettre(tx: Tx, collectiviteId: string, courriels: readonly string[]): Promise<Notre | null> {
  if (courriels.length === 0) return null
  const [notre] = (await tx.execute(sql`select id, nature, objet_id as "objetId" from envois
    where collectivite_id = ${collectiviteId} and lower(courriel) in ${courriels.slice(0, 20)} and etat = 'parti' and remis_le > now() - interval '7 days'
    order by remis_le desc, id desc limit 1`)) as unknown as Notre[]
  return notre ?? null
}

async function noterRetour(
  tx: Tx,
  collectiviteId: string,
  courrier: CourrierRecu
): Promise<'refus' | 'retards' | 'rien' | AGarder> {
  const retour = lireRapport(courrier.rapport ?? '') ?? lireMotsDeLaPoste(courrier.deLaPoste ?? '')
  const nommee = await notreLettre(tx, collectiviteId, courrier.nomme)
  const notre = nommee ?? (courrier.rapport ? await derniereLettre(tx, collectiviteId, retour?.courriels ?? []) : null)
  if (!notre) return 'rien'
  if (retour?.gravite === 'rien') return 'rien'
  // anybody can write a report that names an address; nobody else knows the identifier of our letter
  if (!retour || !nommee) return { raison: 'retour_inconnu', objetId: deQuoi(notre), courriel: retour?.courriels[0] ?? null }
  const refuse = retour.gravite === 'refuse'
  await tx.execute(
    refuse
      ? sql`update envois set etat = 'refuse', motif = ${direRetour(retour)} where collectivite_id = ${collectiviteId} and id = ${notre.id} and etat <> 'pret'`
      : sql`update envois set motif = ${direRetour(retour)} where collectivite_id = ${collectiviteId} and id = ${notre.id} and etat = 'parti'`
  )
  return refuse ? 'refus' : 'retards'
}

/** « Cette adresse n’existe pas, ou plus : 550 5.1.1 User unknown » */
const direRetour = ({ statut, diagnostic }: Retour): string =>
  [direStatut(statut), diagnostic || statut].filter(Boolean).join('\u00a0: ').slice(0, 300)
