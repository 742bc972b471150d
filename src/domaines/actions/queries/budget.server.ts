import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { ditSonArgent, type FicheBudget, type FractionBudget, type LigneBudget } from '../regles/budget.ts'
import type { BudgetLu, PosteLu } from '../regles/vue-budget.ts'
import type { Cadre } from './cadre.server.ts'
import { partsVivantes } from './moyens.server.ts'
import { choisies, rangDeLAxe } from './selection.server.ts'

type Lu = {
  fiches: Omit<FicheBudget, 'financements' | 'fractions'>[]
  argent: (LigneBudget & { ficheId: string })[]
  parts: (FractionBudget & { ficheId: string; titre: string })[]
  postes: Omit<PosteLu, 'parts'>[]
  noms: Record<string, string>
}

/**
 * The money of the fiches that the filter keeps, with their sub-actions, and the posts of the territory, in one statement. Rows come flat
 * and are put together here: the database knows no statistics of what it has just gathered, and would compare every row with every other.
 */
export async function lireBudget(
  db: Tx,
  { collectiviteId }: Perimetre,
  { contratId, axes, filtre }: Cadre['vue']
): Promise<BudgetLu> {
  const [lu] = (await db.execute(sql`
    with racines as materialized (
      select f.id, f.titre, f.budget_previsionnel, f.budget_taxe, pl.axe_id, pl.id is not null as au_contrat,
        row_number() over (order by ${rangDeLAxe(axes)}, pl.rang, f.cle_titre, f.id) as place
      ${choisies(collectiviteId, contratId, filtre)}
    ),
    sous as materialized (
      select f.id, f.parent_id, f.titre, f.budget_previsionnel, f.budget_taxe, f.rang from fiches f
      where f.collectivite_id = ${collectiviteId} and f.supprime_le is null and f.parent_id in (select id from racines)
    ),
    argent as materialized (
      select fi.fiche_id, fi.structure_id, fi.annee, fi.montant, fi.etat, fi.taxe, fi.rang from financements fi
      where fi.collectivite_id = ${collectiviteId} and fi.fiche_id in (select id from racines union all select id from sous)
    ),
    parts as materialized (
      select p.id as poste_id, f.id as fiche_id, f.titre, pf.rang, pf.etp::float8 as etp, pf.annee, pf.structure_id, pf.montant
      from postes p ${partsVivantes(collectiviteId)}
      where p.collectivite_id = ${collectiviteId} and p.supprime_le is null
    )
    select
      (select coalesce(json_agg(json_build_object('id', id, 'parentId', parent_id, 'titre', titre, 'axeId', axe_id, 'auContrat', au_contrat,
          'previsionnel', budget_previsionnel, 'previsionnelTaxe', budget_taxe) order by place, rang), '[]') from (
        select id, null::uuid as parent_id, titre, axe_id, au_contrat, budget_previsionnel, budget_taxe, place, 0 as rang from racines
        union all select id, parent_id, titre, null, false, budget_previsionnel, budget_taxe, null, rang from sous) t) as fiches,
      (select coalesce(json_agg(json_build_object('ficheId', fiche_id, 'financeur', structure_id, 'annee', annee, 'montant', montant, 'etat', etat, 'taxe', taxe)
          order by rang), '[]') from argent) as argent,
      (select coalesce(json_agg(json_build_object('ficheId', fiche_id, 'poste', poste_id, 'titre', titre, 'etp', etp, 'annee', annee, 'financeur', structure_id,
          'montant', montant) order by annee nulls first, titre, rang), '[]') from parts) as parts,
      (select coalesce(json_agg(json_build_object('id', p.id, 'intitule', p.intitule, 'employeur', s.nom, 'quotite', p.quotite, 'debut', p.debut, 'fin', p.fin,
          'exemple', p.exemple) order by p.cle_intitule), '[]')
        from postes p left join structures s on s.collectivite_id = p.collectivite_id and s.id = p.structure_id
        where p.collectivite_id = ${collectiviteId} and p.supprime_le is null) as postes,
      (select coalesce(json_object_agg(s.id, s.nom), '{}') from structures s where s.collectivite_id = ${collectiviteId}
        and s.id in (select structure_id from argent union select structure_id from parts where structure_id is not null)) as noms`)) as unknown as [
    Lu
  ]
  return assembler(lu)
}

/** Each fiche with its money and its parts of posts, under the axis of its action; those that say neither are only counted. */
function assembler({ fiches, argent, parts, postes, noms }: Lu): BudgetLu {
  const actions = new Map(fiches.filter(({ parentId }) => parentId === null).map((fiche) => [fiche.id, fiche]))
  const argentDe = Map.groupBy(argent, ({ ficheId }) => ficheId)
  const partsDe = Map.groupBy(parts, ({ ficheId }) => ficheId)
  const duPoste = Map.groupBy(parts, ({ poste }) => poste)
  return {
    fiches: fiches
      .map((fiche) => {
        const { axeId, auContrat } = actions.get(fiche.parentId ?? fiche.id)!
        return { ...fiche, axeId, auContrat, financements: argentDe.get(fiche.id) ?? [], fractions: partsDe.get(fiche.id) ?? [] }
      })
      .filter(ditSonArgent),
    postes: postes.map((poste) => ({ ...poste, parts: duPoste.get(poste.id) ?? [] })),
    noms,
    total: actions.size
  }
}
