import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { GenreFichier } from '#platform/fichiers.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { seances } from '../tables.server.ts'

/** What people read before a meeting, during it or after: a file (its bytes are in `fichiers_morceaux`, under the hash) or an address. */
export const supports = pgTable(
  'supports',
  {
    ...cle(),
    seanceId: uuid().notNull(),
    intitule: text().notNull(),
    adresse: text(),
    nomFichier: text(),
    genre: text().$type<GenreFichier>(),
    taille: integer(),
    empreinte: text(),
    jeu: text(),
    texteAlternatif: text(),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('supports_seance_fk', t, t.seanceId, () => seances),
    index('supports_par_seance').on(t.collectiviteId, t.seanceId),
    check(
      'supports_fichier_ou_adresse',
      sql`num_nonnulls(${t.adresse}, ${t.empreinte}) = 1 and num_nonnulls(${t.nomFichier}, ${t.genre}, ${t.taille}, ${t.empreinte}) in (0, 4)`
    )
  ]
)
