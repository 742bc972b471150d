import { eq, sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { fichiersMorceaux } from '#platform/tables.server.ts'
import { ecartesDe, ordreComplet } from '../regles/habillage.ts'
import { HABILLAGE_D_ORIGINE, type Habillage, type HabillageImprime, type LogoGarde } from '../schema/habillage.ts'
import { habillages } from '../tables/habillage.server.ts'

type Ligne = typeof habillages.$inferSelect

/** How the documents of the territory look, as it chose or as they come, with what is known of its logo but its bytes. */
export async function lireHabillage(db: Tx, perimetre: Perimetre): Promise<Habillage & { logo: LogoGarde | null }> {
  const [ligne] = await db.select().from(habillages).where(eq(habillages.collectiviteId, perimetre.collectiviteId))
  return ligne ? { ...ditDe(ligne), logo: logoDe(ligne) } : { ...HABILLAGE_D_ORIGINE, logo: null }
}

/** The same with the bytes of the logo, for printing; in one statement. */
export async function lireHabillageImprime(db: Tx, perimetre: Perimetre): Promise<HabillageImprime> {
  // the table is named by hand: alone in its statement, a column is written without it, and would be the other table's
  const octets = sql<Uint8Array | null>`(select string_agg(m.octets, ''::bytea order by m.rang) from ${fichiersMorceaux} m
    where m.collectivite_id = ${perimetre.collectiviteId} and m.empreinte = habillages.empreinte)`
  const [lu] = await db
    .select({ ligne: habillages, octets })
    .from(habillages)
    .where(eq(habillages.collectiviteId, perimetre.collectiviteId))
  if (!lu) return HABILLAGE_D_ORIGINE
  const logo = logoDe(lu.ligne)
  return { ...ditDe(lu.ligne), logo: logo && lu.octets && { ...logo, octets: new Uint8Array(lu.octets) } }
}

const ditDe = ({ surtitre, ligne, pied, teinte, chapitres, ecartes }: Ligne): Habillage => ({
  surtitre,
  ligne,
  pied,
  teinte,
  chapitres: ordreComplet(chapitres),
  ecartes: ecartesDe(chapitres, ecartes)
})

// the table says that a logo is whole or absent
const logoDe = ({ empreinte, genre, taille, largeur, hauteur, nomFichier, texteAlternatif }: Ligne): LogoGarde | null =>
  empreinte
    ? {
        empreinte,
        genre: genre!,
        taille: taille!,
        largeur: largeur!,
        hauteur: hauteur!,
        nomFichier: nomFichier!,
        alternatif: texteAlternatif!
      }
    : null
