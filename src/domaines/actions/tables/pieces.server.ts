import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { GenreFichier } from '#platform/fichiers.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { actes, contrats } from '#domaines/contrats/tables.server.ts'
import type { NaturePiece } from '../schema/pieces.ts'
import { fiches } from '../tables.server.ts'

/** Documents attached to an action, to a contract, or to one of its acts (which names its contract too). */
export const pieces = pgTable(
  'pieces',
  {
    ...cle(),
    ficheId: uuid(),
    contratId: uuid(),
    acteId: uuid(),
    /** the object whose history it belongs to */
    racineId: uuid()
      .notNull()
      .generatedAlwaysAs(sql`coalesce(fiche_id, contrat_id)`),
    intitule: text().notNull(),
    nature: text().$type<NaturePiece>().notNull(),
    /** what an image shows, for who does not see it */
    texteAlternatif: text(),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('pieces_fiche_fk', t, t.ficheId, () => fiches),
    reference('pieces_contrat_fk', t, t.contratId, () => contrats),
    reference('pieces_acte_fk', t, t.acteId, () => actes),
    index('pieces_par_racine').on(t.collectiviteId, t.racineId),
    check(
      'pieces_un_objet',
      sql`num_nonnulls(${t.ficheId}, ${t.contratId}) = 1 and (${t.acteId} is null or ${t.contratId} is not null)`
    ),
    check(
      'pieces_nature',
      sql`${t.nature} in ('acte', 'convention', 'compte_rendu', 'bilan', 'budget', 'communication', 'photo', 'support', 'autre')`
    )
  ]
)

/** Every state of a document; its bytes are in `fichiers_morceaux`, under the hash. */
export const piecesVersions = pgTable(
  'pieces_versions',
  {
    ...cle(),
    pieceId: uuid().notNull(),
    racineId: uuid().notNull(),
    numero: integer().notNull(),
    nomFichier: text().notNull(),
    genre: text().$type<GenreFichier>().notNull(),
    /** in bytes */
    taille: integer().notNull(),
    /** SHA-256, in hexadecimal */
    empreinte: text().notNull(),
    /** how a text is written */
    jeu: text(),
    largeur: integer(),
    hauteur: integer(),
    note: text(),
    /** who sent it, as she was called then */
    auteur: text().notNull(),
    creeLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    clePrimaire(t),
    uniqueIndex('pieces_versions_un_numero').on(t.collectiviteId, t.pieceId, t.numero),
    reference('pieces_versions_piece_fk', t, t.pieceId, () => pieces),
    check('pieces_versions_taille', sql`${t.taille} > 0`)
  ]
)
