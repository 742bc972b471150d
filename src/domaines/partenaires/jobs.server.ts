import { sql } from 'drizzle-orm'
import { setTimeout as attendre } from 'node:timers/promises'
import type { Courrier, Message } from '#platform/courrier.server.ts'
import type { Base, Tx } from '#platform/db.server.ts'
import { confierTravail, type Travaux } from '#platform/jobs.server.ts'
import { log } from '#platform/log.server.ts'
import { apresUnEchec, prochainEssai, type EchecDeRemise } from './regles/remise.ts'
import type { EtatEnvoi, NatureEnvoi } from './schema/envois.ts'

export type Envoi = {
  id: string
  collectiviteId: string
  nature: NatureEnvoi
  objetId: string
  personneId: string | null
  structureId: string | null
  courriel: string
  /** the mailbox of the territory, where answers and refusals come back; null when it has none */
  boite: string | null
}

/** Writes a letter, in the transaction that takes it from the queue; null when it has no object any more. */
export type Redacteur = (db: Tx, envoi: Envoi) => Promise<Omit<Message, 'a' | 'identifiant'> | null>

/** By which a program stops the letters in one click (RFC 8058): `lien` is that of the letter. */
export const desinscription = (lien: string) => ({
  'List-Unsubscribe': `<${lien}/messages>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
})

type Reglages = {
  courrier: Courrier
  domaine: string
  parMinute: number
  redacteurs: Record<NatureEnvoi, Redacteur>
  /** after so long, in ms, another job goes on: the queue believes one of a quarter of an hour to be dead */
  relais?: number
}

const RELAIS = 10 * 60_000

/** Work of this room: the letters that wait on a territory leave, one after the other. */
export const travauxDesEnvois = (base: Pick<Base, 'db'>, reglages: Reglages): Travaux => ({
  envois_confies: ({ collectiviteId }) => distribuer(base, reglages, String(collectiviteId))
})

/**
 * What a process that stopped left behind goes on, and what was asked to wait: one job for each territory that has letters to send; taken up again
 * now and then, for a queue that gave up.
 */
export const reprendreEnvois = ({ db }: Pick<Base, 'db'>): Promise<void> =>
  db.transaction(async (tx) => {
    const lus = (await tx.execute(sql`select collectivite_id from envois_en_attente()`)) as unknown as {
      collectivite_id: string
    }[]
    for (const { collectivite_id: collectiviteId } of lus) await confierTravail(tx, 'envois_confies', { collectiviteId })
  })

/**
 * Sends what waits on a territory, each person once. One distribution at a time, whatever the number of processes: the lock is held by a
 * transaction, so that it goes with the process that dies. The state is written before and after each hand-over: a letter found in flight
 * was being handed over by a process that died, and is in doubt.
 */
export async function distribuer({ db }: Pick<Base, 'db'>, reglages: Reglages, collectiviteId: string): Promise<void> {
  const ici = <T>(agir: (tx: Tx) => Promise<T>) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
      return agir(tx)
    })
  const noter = (id: string, etat: EtatEnvoi, motif: string | null = null, pasAvant: Date | null = null) =>
    ici((tx) =>
      tx.execute(
        sql`update envois set etat = ${etat}, motif = ${motif}, remis_le = now(), pas_avant = ${pasAvant?.toISOString() ?? null}::timestamptz
          where collectivite_id = ${collectiviteId} and id = ${id}`
      )
    )
  let panne: unknown = null
  await db.transaction(async (verrou) => {
    await verrou.execute(sql`select pg_advisory_xact_lock(7411505, hashtext(${collectiviteId}))`)
    await ici((tx) =>
      tx.execute(sql`update envois set etat = 'doute' where collectivite_id = ${collectiviteId} and etat = 'en_vol'`)
    )
    const pas = 60_000 / reglages.parMinute
    const fin = performance.now() + (reglages.relais ?? RELAIS)
    for (;;) {
      const debut = performance.now()
      if (debut > fin) return void (await ici((tx) => confierTravail(tx, 'envois_confies', { collectiviteId })))
      const pris = await ici((tx) => prendre(tx, reglages, collectiviteId))
      if (!pris) return
      if (!pris.message) continue
      try {
        await reglages.courrier.envoyer(pris.message)
      } catch (error) {
        const { etat, attend } = apresUnEchec(error as EchecDeRemise)
        // the words of their server, where it said any, rather than what our program says around them
        const { response, message } = error as Error & { response?: string }
        const motif = (response ?? message).slice(0, 300)
        const suivant = attend === 'elle' ? prochainEssai(pris.creeLe, new Date()) : null
        await noter(pris.id, attend === 'elle' && suivant === null ? 'refuse' : etat, motif, suivant)
        log().warn({ envoi: pris.id, etat, motif, suivant }, 'letter not delivered')
        if (attend !== 'toutes') continue
        panne = error
        return
      }
      await noter(pris.id, 'parti')
      await attendre(Math.max(0, pas - (performance.now() - debut)))
    }
  })
  // a server out of reach is tried again later by the queue, with what is left; the failure of a mail server is none of the database's
  if (panne !== null) throw panne
}

/** Takes the next letter and writes it; one that has no object any more is taken off the list. */
async function prendre(tx: Tx, { domaine, redacteurs }: Reglages, collectiviteId: string) {
  const [envoi] = (await tx.execute(sql`
    select id, collectivite_id as "collectiviteId", nature, objet_id as "objetId", personne_id as "personneId", structure_id as "structureId", courriel,
      (select b.adresse from boites b where b.collectivite_id = ${collectiviteId}) as boite, cree_le as "creeLe"
    from envois where collectivite_id = ${collectiviteId} and etat = 'pret' and (pas_avant is null or pas_avant <= now()) order by id limit 1 for update`)) as unknown as (Envoi & {
    creeLe: string
  })[]
  if (!envoi) return null
  const creeLe = new Date(envoi.creeLe)
  const redige = await redacteurs[envoi.nature](tx, envoi)
  const ici = sql`where collectivite_id = ${collectiviteId} and id = ${envoi.id}`
  if (!redige) {
    await tx.execute(sql`delete from envois ${ici}`)
    return { id: envoi.id, creeLe, message: null }
  }
  await tx.execute(sql`update envois set etat = 'en_vol' ${ici}`)
  const retour = envoi.boite ? { repondreA: envoi.boite, retour: envoi.boite } : {}
  return { id: envoi.id, creeLe, message: { a: envoi.courriel, identifiant: `${envoi.id}@${domaine}`, ...redige, ...retour } }
}
