import { sql, type SQL } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import { jourDe } from '#platform/dates.ts'
import type { Tx } from '#platform/db.server.ts'
import type { GenreFichier } from '#platform/fichiers.ts'
import type { Piece, VersionDePiece } from '../schema/pieces.ts'

type Lue = Omit<Piece, 'versions'> & { ficheId: string | null; versions: (Omit<VersionDePiece, 'le'> & { creeLe: string })[] }

/** The documents attached to some actions, or to a contract and its acts, the latest first, each with its versions; in one statement. */
export async function listerPieces(
  db: Tx,
  perimetre: Perimetre,
  de: { fiches: readonly string[] } | { contratId: string }
): Promise<(Piece & { ficheId: string | null })[]> {
  const ceux: SQL =
    'contratId' in de ? sql`p.racine_id = ${de.contratId}` : sql`p.racine_id = any(${sql.param([...de.fiches])}::uuid[])`
  const lues = (await db.execute(sql`
    select p.id, p.fiche_id as "ficheId", p.acte_id as "acteId", p.intitule, p.nature, p.texte_alternatif as "texteAlternatif",
      json_agg(json_build_object('id', v.id, 'numero', v.numero, 'nomFichier', v.nom_fichier, 'genre', v.genre, 'taille', v.taille,
        'largeur', v.largeur, 'hauteur', v.hauteur, 'note', v.note, 'auteur', v.auteur, 'creeLe', v.cree_le) order by v.numero desc) as versions
    from pieces p join pieces_versions v on v.collectivite_id = p.collectivite_id and v.piece_id = p.id
    where p.collectivite_id = ${perimetre.collectiviteId} and p.supprime_le is null and ${ceux}
    group by p.collectivite_id, p.id order by p.cree_le desc, p.id desc`)) as unknown as Lue[]
  return lues.map((piece) => ({
    ...piece,
    versions: piece.versions.map(({ creeLe, ...version }) => ({
      ...version,
      le: jourDe(new Date(creeLe))
    })) as Piece['versions']
  }))
}

type VersionGardee = { nomFichier: string; genre: GenreFichier; taille: number; empreinte: string; jeu: string | null }

/** What a download needs of a version; null when it is not here, or when the document or what it is attached to was put aside. */
export async function trouverVersion(db: Tx, perimetre: Perimetre, id: string): Promise<VersionGardee | null> {
  const [version] = (await db.execute(sql`
    select v.nom_fichier as "nomFichier", v.genre, v.taille, v.empreinte, v.jeu
    from pieces_versions v join pieces p on p.collectivite_id = v.collectivite_id and p.id = v.piece_id and p.supprime_le is null
      left join fiches f on f.collectivite_id = p.collectivite_id and f.id = p.fiche_id
      left join contrats c on c.collectivite_id = p.collectivite_id and c.id = p.contrat_id
      left join actes a on a.collectivite_id = p.collectivite_id and a.id = p.acte_id
    where v.collectivite_id = ${perimetre.collectiviteId} and v.id = ${id}
      and coalesce(f.supprime_le, c.supprime_le, a.supprime_le) is null`)) as unknown as VersionGardee[]
  return version ?? null
}
