import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Chiffrement } from '#platform/boite.server.ts'
import type { FauteDeReleve, RaisonDeGarder } from '../schema/boites.ts'

/** The mailbox as its page shows it: never its password. */
export type BoiteLue = {
  adresse: string
  hote: string
  port: number
  chiffrement: Chiffrement
  compte: string
  dossier: string
  regleePar: string
  regleeLe: string
  releveeLe: string
  faute: FauteDeReleve | null
}

/** A letter that came and waits for someone; `objetId` is the meeting it is about. */
export type CourrierGarde = {
  id: string
  raison: RaisonDeGarder
  objetId: string | null
  nom: string | null
  courriel: string | null
  sujet: string
  reponse: string | null
  remplacant: string | null
  recuLe: string
}

/** The mailbox of the territory and the letters that wait, the latest first, two hundred at most. One statement. */
export async function lireBoite(
  db: Tx,
  { collectiviteId }: Perimetre
): Promise<{ boite: BoiteLue | null; courriers: CourrierGarde[] }> {
  const [lue] = (await db.execute(sql`select
    (select json_build_object('adresse', adresse, 'hote', hote, 'port', port, 'chiffrement', chiffrement, 'compte', compte, 'dossier', dossier,
      'regleePar', reglee_par, 'regleeLe', reglee_le, 'releveeLe', relevee_le, 'faute', faute) from boites where collectivite_id = ${collectiviteId}) as boite,
    (select coalesce(json_agg(x order by x."recuLe" desc), '[]') from (
      select id, raison, objet_id as "objetId", nom, courriel, sujet, reponse, remplacant, recu_le as "recuLe" from courriers
      where collectivite_id = ${collectiviteId} order by recu_le desc limit 200) x) as courriers`)) as unknown as [
    { boite: BoiteLue | null; courriers: CourrierGarde[] }
  ]
  return lue
}

/** The sealed password of the mailbox, for a door that tries it again; null when there is none. */
export async function motDePasseScelle(db: Tx, { collectiviteId }: Perimetre): Promise<string | null> {
  const [lu] = (await db.execute(
    sql`select mot_de_passe as scelle from boites where collectivite_id = ${collectiviteId}`
  )) as unknown as { scelle: string }[]
  return lu?.scelle ?? null
}
