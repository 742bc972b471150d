import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { Statut } from '../schema/mots.ts'
import type { Cadre } from './cadre.server.ts'
import { choisies, estEchue, numeroter, numerotees, pilotesDe, rangDeLAxe } from './selection.server.ts'

export type Carte = {
  id: string
  numero: string | null
  titre: string
  statut: Statut | null
  fin: DateFloue | null
  pilotes: string[]
  exemple: boolean
}
/** `echues`: past their end; `cartes`: the first of the column, in the order of the contract. */
export type ColonneLue = { statut: Statut | null; nombre: number; echues: number; cartes: Carte[] }

/** Cards that a column shows; the table has the others. */
export const PAR_COLONNE = 25

/**
 * The board: how many fiches have each status, and the first cards of each, in one statement whatever their number. `passee` is the
 * fiche that was just moved, wherever it stands now; null when there is none.
 */
export async function lireStatuts(
  db: Tx,
  { collectiviteId }: Perimetre,
  { contratId, axes, filtre }: Cadre['vue'],
  jour: string,
  { passee = null, parColonne = PAR_COLONNE }: { passee?: string | null; parColonne?: number } = {}
): Promise<{ colonnes: ColonneLue[]; passee: { id: string; titre: string; statut: Statut | null } | null }> {
  const [lu] = (await db.execute(sql`
    with toutes as materialized (
      select f.id, f.numero, f.titre, pl.axe_id as "axeId", f.statut, f.fin, f.exemple, ${estEchue(jour)} as echue,
        row_number() over (partition by f.statut order by ${rangDeLAxe(axes)}, pl.rang, f.cle_titre, f.id) as place
      ${choisies(collectiviteId, contratId, filtre)}
    ),
    page as materialized (select * from toutes where place <= ${parColonne}),
    numerotees as materialized (${numerotees(collectiviteId, contratId)}),
    pilotes as materialized (
      select fiche_id, json_agg(nom order by ordre) as noms
      from (${pilotesDe(collectiviteId, sql`i.fiche_id = any(array(select id from page))`)}) p group by fiche_id
    )
    select (select coalesce(json_agg(c), '[]') from (
        select statut, count(*) as nombre, count(*) filter (where echue) as echues from toutes group by statut) c) as colonnes,
      (select coalesce(json_agg(json_build_object('id', page.id, 'numero', numero, 'ordre', numerotees.ordre, 'titre', titre, 'axeId', "axeId",
          'statut', statut, 'fin', fin, 'pilotes', coalesce(pilotes.noms, '[]'), 'exemple', exemple) order by place), '[]')
        from page left join numerotees on numerotees.fiche_id = page.id left join pilotes on pilotes.fiche_id = page.id) as cartes,
      (select json_build_object('id', f.id, 'titre', f.titre, 'statut', f.statut) from fiches f
        where f.collectivite_id = ${collectiviteId} and f.id = ${passee}::uuid and f.supprime_le is null) as passee`)) as unknown as {
    colonnes: Omit<ColonneLue, 'cartes'>[]
    cartes: (Carte & { axeId: string | null; ordre: number | null })[]
    passee: { id: string; titre: string; statut: Statut | null } | null
  }[]
  const cartes = Map.groupBy(numeroter(lu!.cartes, axes), ({ statut }) => statut)
  return {
    colonnes: lu!.colonnes.map((colonne) => ({
      ...colonne,
      cartes: (cartes.get(colonne.statut) ?? []).map(({ axeId: _, ...carte }) => carte)
    })),
    passee: lu!.passee
  }
}
