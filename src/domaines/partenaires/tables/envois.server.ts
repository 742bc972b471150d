import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { cle, clePrimaire, reference } from '#platform/tables.server.ts'
import type { EtatEnvoi, NatureEnvoi } from '../schema/envois.ts'
import { personnes, structures } from '../tables.server.ts'

/** The letters to partners, each with where it is; `objetId` is what it is about (a meeting), in the room that asked for it. */
export const envois = pgTable(
  'envois',
  {
    ...cle(),
    nature: text().$type<NatureEnvoi>().notNull(),
    objetId: uuid().notNull(),
    personneId: uuid(),
    structureId: uuid(),
    courriel: text().notNull(),
    /** it asks something of somebody's time, and nobody asked for it */
    sollicite: boolean().notNull().default(false),
    etat: text().$type<EtatEnvoi>().notNull().default('pret'),
    /** what the server of the person answered when it refused */
    motif: text(),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    remisLe: timestamp({ withTimezone: true }),
    /** the server of the address asked to wait: not before */
    pasAvant: timestamp({ withTimezone: true })
  },
  (t) => [
    clePrimaire(t),
    reference('envois_personne_fk', t, t.personneId, () => personnes),
    reference('envois_structure_fk', t, t.structureId, () => structures),
    index('envois_par_objet').on(t.collectiviteId, t.objetId),
    index('envois_par_personne').on(t.collectiviteId, t.personneId, t.creeLe),
    index('envois_par_structure').on(t.collectiviteId, t.structureId),
    // what was asked of each over twelve months is read from the index alone
    index('envois_demandes')
      .on(t.collectiviteId, t.creeLe, t.personneId, t.structureId)
      .where(sql`${t.sollicite} and ${t.etat} <> 'refuse'`),
    index('envois_a_faire')
      .on(t.collectiviteId, t.id)
      .where(sql`${t.etat} in ('pret', 'en_vol')`),
    check(
      'envois_nature',
      sql`${t.nature} in ('invitation', 'rappel', 'mise_a_jour', 'annulation', 'place', 'compte_rendu', 'taches', 'nouvelles', 'espace', 'contacts')`
    ),
    check('envois_etat', sql`${t.etat} in ('pret', 'en_vol', 'parti', 'refuse', 'doute')`),
    check('envois_a_qui', sql`num_nonnulls(${t.personneId}, ${t.structureId}) = 1`)
  ]
)
