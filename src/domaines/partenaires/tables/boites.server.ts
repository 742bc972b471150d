import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Chiffrement } from '#platform/boite.server.ts'
import { cle, clePrimaire } from '#platform/tables.server.ts'
import type { FauteDeReleve, RaisonDeGarder } from '../schema/boites.ts'

/**
 * The mailbox where calendars answer and refusals come back, one a territory. Its password is sealed (ADR 0029), and no history is kept of this
 * table. The last message read is known by its number, which holds as long as `uidValidite`.
 */
export const boites = pgTable(
  'boites',
  {
    ...cle(),
    adresse: text().notNull(),
    hote: text().notNull(),
    port: integer().notNull(),
    chiffrement: text().$type<Chiffrement>().notNull(),
    compte: text().notNull(),
    motDePasse: text().notNull(),
    dossier: text().notNull(),
    uidValidite: text().notNull(),
    dernierUid: bigint({ mode: 'number' }).notNull(),
    regleePar: text().notNull(),
    regleeLe: timestamp({ withTimezone: true }).notNull(),
    releveeLe: timestamp({ withTimezone: true }).notNull(),
    faute: text().$type<FauteDeReleve>()
  },
  (t) => [
    clePrimaire(t),
    uniqueIndex('boites_une_par_territoire').on(t.collectiviteId),
    check('boites_chiffrement', sql`${t.chiffrement} in ('tls', 'starttls', 'aucun')`),
    check('boites_port', sql`${t.port} between 1 and 65535`)
  ]
)

/**
 * Letters that came and that a person must look at: who wrote, when, under which subject, never what. `objetId` is what it is about, as in
 * `envois`; `reponse` what a calendar says.
 */
export const courriers = pgTable(
  'courriers',
  {
    ...cle(),
    identifiant: text().notNull(),
    raison: text().$type<RaisonDeGarder>().notNull(),
    objetId: uuid(),
    nom: text(),
    courriel: text(),
    sujet: text().notNull(),
    reponse: text(),
    remplacant: text(),
    recuLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    clePrimaire(t),
    uniqueIndex('courriers_une_fois').on(t.collectiviteId, t.identifiant),
    index('courriers_par_objet').on(t.collectiviteId, t.objetId),
    index('courriers_par_date').on(t.collectiviteId, t.recuLe),
    check(
      'courriers_raison',
      sql`${t.raison} in ('adresse_inconnue', 'autre_expediteur', 'date_depassee', 'peut_etre', 'autre_horaire', 'trop_tard', 'reponse_ecrite', 'retour_inconnu')`
    )
  ]
)
