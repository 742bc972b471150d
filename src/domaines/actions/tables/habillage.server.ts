import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Teinte } from '#platform/documents/couleurs.ts'
import { cle, clePrimaire } from '#platform/tables.server.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import type { Chapitre, LogoGarde } from '../schema/habillage.ts'

/** How the documents of a territory look: one row at most, none until it chose something. The bytes of the logo are in `fichiers_morceaux`. */
export const habillages = pgTable(
  'habillages',
  {
    ...cle(),
    surtitre: text(),
    ligne: text(),
    pied: text(),
    teinte: text().$type<Teinte>().notNull(),
    chapitres: text().array().$type<Chapitre[]>().notNull(),
    ecartes: text().array().$type<Chapitre[]>().notNull(),
    /** SHA-256 of the logo, in hexadecimal; what follows says what it is */
    empreinte: text(),
    genre: text().$type<LogoGarde['genre']>(),
    taille: integer(),
    largeur: integer(),
    hauteur: integer(),
    nomFichier: text(),
    texteAlternatif: text()
  },
  (t) => [
    clePrimaire(t),
    uniqueIndex('habillages_un_par_territoire').on(t.collectiviteId),
    foreignKey({ columns: [t.collectiviteId], foreignColumns: [collectivites.id] }),
    check('habillages_teinte', sql`${t.teinte} in ('petrole', 'marine', 'foret', 'bordeaux', 'prune', 'ardoise')`),
    check('habillages_axes', sql`'axes' <> all(${t.ecartes})`),
    check('habillages_genre', sql`${t.genre} in ('png', 'jpeg')`),
    check(
      'habillages_logo_entier',
      sql`num_nonnulls(${t.empreinte}, ${t.genre}, ${t.taille}, ${t.largeur}, ${t.hauteur}, ${t.nomFichier}, ${t.texteAlternatif}) in (0, 7)`
    )
  ]
)
