import { sql } from 'drizzle-orm'
import { BoiteFermee, dansLaBoite, type BoiteOuverte, type ReglagesDeBoite } from '#platform/boite.server.ts'
import type { Coffre } from '#platform/coffre.server.ts'
import { lireCourrier, type CourrierRecu } from '#platform/courrier-recu.server.ts'
import type { Base, Tx } from '#platform/db.server.ts'
import { nouvelId } from '#platform/ids.ts'
import { log } from '#platform/log.server.ts'
import { classerCourrier, type AGarder, type LecteurDAgenda } from '../imports/courriers.server.ts'
import type { FauteDeReleve, Releve } from '../schema/boites.ts'

type Reglages = { coffre: () => Coffre; agenda: LecteurDAgenda }
type Ligne = ReglagesDeBoite & { uidValidite: string; dernierUid: number; releveeLe: string }

/** How many letters one reading takes: what is left waits for the next. */
const PAR_RELEVE = 500
/** How long a letter that nobody looked at is shown. */
const JOURS_GARDES = 90

/** Reads the mailbox of every territory that has one; one that fails does not keep the others from being read. */
export async function releverPartout(base: Pick<Base, 'db'>, reglages: Reglages): Promise<void> {
  const lieux = (await base.db.execute(sql`select collectivite_id from boites_a_relever()`)) as unknown as {
    collectivite_id: string
  }[]
  for (const { collectivite_id } of lieux)
    await releverBoite(base, reglages, collectivite_id).catch((error: unknown) => log().error({ error }, 'mailbox not read'))
}

/**
 * Reads what arrived in the mailbox of a territory since the last time. One reading at a time, whatever the number of processes: null when
 * another is at it, or when there is no mailbox. What a letter does and the mark that it was read are one transaction: a process that dies in
 * the middle forgets nothing, and the next does nothing twice.
 */
export async function releverBoite(
  { db }: Pick<Base, 'db'>,
  { coffre, agenda }: Reglages,
  collectiviteId: string
): Promise<Releve | FauteDeReleve | null> {
  const ici = <T>(agir: (tx: Tx) => Promise<T>) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
      return agir(tx)
    })
  return db.transaction(async (verrou) => {
    const [libre] = (await verrou.execute(
      sql`select pg_try_advisory_xact_lock(7411506, hashtext(${collectiviteId})) as pris`
    )) as unknown as [{ pris: boolean }]
    const [ligne] = libre.pris
      ? ((await ici((tx) =>
          tx.execute(sql`select hote, port, chiffrement, compte, mot_de_passe as "motDePasse", dossier, uid_validite as "uidValidite",
            dernier_uid::int as "dernierUid", relevee_le as "releveeLe" from boites where collectivite_id = ${collectiviteId}`)
        )) as unknown as Ligne[])
      : []
    if (!ligne) return null
    const releve: Releve = { lus: 0, reponses: 0, refus: 0, retards: 0, gardes: 0 }
    let faute: FauteDeReleve | null = null
    const motDePasse = coffre().ouvrir(ligne.motDePasse, collectiviteId)
    try {
      if (motDePasse === null) faute = 'cle_changee'
      else
        await dansLaBoite({ ...ligne, motDePasse }, async (boite) => {
          for (const uid of (await aLire(boite, ligne)).slice(0, PAR_RELEVE)) {
            const courrier = await ouvrirCourrier(boite, uid)
            const passer = (tx: Tx) =>
              tx.execute(
                sql`update boites set dernier_uid = ${uid}, uid_validite = ${boite.uidValidite} where collectivite_id = ${collectiviteId}`
              )
            try {
              await ici(async (tx) => {
                if (courrier) await compter(tx, courrier)
                await passer(tx)
              })
            } catch (error) {
              if (!estDUneDonnee(error)) throw error
              log().error({ uid, error }, 'letter passed over')
              await ici(passer)
            }
          }
        })
    } catch (error) {
      if (!(error instanceof BoiteFermee)) throw error
      faute = error.faute
      log().warn({ collectiviteId, faute, cause: error.cause }, 'mailbox not read')
    }
    await ici(async (tx) => {
      // « relevée le » is the last time that it went well
      await tx.execute(
        faute
          ? sql`update boites set faute = ${faute} where collectivite_id = ${collectiviteId}`
          : sql`update boites set faute = null, relevee_le = now() where collectivite_id = ${collectiviteId}`
      )
      await tx.execute(
        sql`delete from courriers where collectivite_id = ${collectiviteId} and recu_le < now() - make_interval(days => ${JOURS_GARDES})`
      )
    })
    return faute ?? releve

    async function compter(tx: Tx, courrier: CourrierRecu): Promise<void> {
      releve.lus++
      const issue = await classerCourrier(tx, collectiviteId, courrier, agenda)
      if (typeof issue === 'object') {
        await garder(tx, collectiviteId, courrier, issue)
        releve.gardes++
      } else if (issue !== 'rien') releve[issue]++
    }
  })
}

/** True of a value that the database does not take: it would not take it the next time either, and every letter after it would wait. */
const estDUneDonnee = (error: unknown): boolean =>
  /^2[23]/.test(((error as { cause?: { code?: string } }).cause ?? (error as { code?: string })).code ?? '')

/** The numbers to read: those that follow the last one; where the mailbox numbers anew, what arrived since the day before the last reading. */
async function aLire(boite: BoiteOuverte, { uidValidite, dernierUid, releveeLe }: Ligne): Promise<number[]> {
  if (boite.uidValidite === uidValidite) return boite.numeros({ uid: dernierUid + 1 })
  return boite.numeros({ jour: new Date(Date.parse(releveeLe) - 86_400_000) })
}

/** A letter, or null for one that went away meanwhile or that is made of nothing readable: it is passed over, and stays in the mailbox. */
async function ouvrirCourrier(boite: BoiteOuverte, uid: number): Promise<CourrierRecu | null> {
  const brut = await boite.message(uid)
  if (!brut) return null
  try {
    return await lireCourrier(brut.octets, brut.recuLe)
  } catch (error) {
    log().info({ uid, error }, 'unreadable letter')
    return null
  }
}

const garder = (tx: Tx, collectiviteId: string, { identifiant, objet, recuLe, de }: CourrierRecu, garde: AGarder) =>
  tx.execute(sql`insert into courriers (collectivite_id, id, identifiant, raison, objet_id, nom, courriel, sujet, reponse, remplacant, recu_le)
    values (${collectiviteId}, ${nouvelId()}, ${identifiant}, ${garde.raison}, ${garde.objetId}, ${garde.nom ?? de?.nom ?? null},
      ${garde.courriel ?? de?.courriel ?? null}, ${objet}, ${garde.reponse ?? null}, ${garde.remplacant ?? null}, ${recuLe.toISOString()})
    on conflict (collectivite_id, identifiant) do nothing`)
