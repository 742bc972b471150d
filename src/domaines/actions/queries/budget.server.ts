import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { BudgetLu } from '../regles/vue-budget.ts'
import type { Cadre } from './cadre.server.ts'
import { partsVivantes } from './moyens.server.ts'
import { choisies, rangDeLAxe } from './selection.server.ts'

/** The money of the fiches that the filter keeps, with their sub-actions, and the posts of the territory, in one statement. */
export async function lireBudget(
  db: Tx,
  { collectiviteId }: Perimetre,
  { contratId, axes, filtre }: Cadre['vue']
): Promise<BudgetLu> {
  const [lu] = (await db.execute(sql`
    with racines as materialized (
      select f.id, pl.axe_id, pl.id is not null as "auContrat", row_number() over (order by ${rangDeLAxe(axes)}, pl.rang, f.cle_titre, f.id) as place
      ${choisies(collectiviteId, contratId, filtre)}
    ),
    toutes as materialized (
      select f.id, f.parent_id, f.titre, f.budget_previsionnel, f.rang, r.axe_id, r."auContrat", r.place
      from racines r join fiches f on f.collectivite_id = ${collectiviteId} and f.supprime_le is null and (f.id = r.id or f.parent_id = r.id)
    ),
    argent as materialized (
      select fi.fiche_id, json_agg(json_build_object('financeur', fi.structure_id, 'annee', fi.annee, 'montant', fi.montant, 'etat', fi.etat, 'taxe', fi.taxe) order by fi.rang) as lignes
      from financements fi join toutes t on t.id = fi.fiche_id where fi.collectivite_id = ${collectiviteId} group by fi.fiche_id
    ),
    parts as materialized (
      select p.id as poste_id, f.id as fiche_id, f.titre, pf.rang, pf.etp::float8 as etp, pf.annee, pf.structure_id, pf.montant
      from postes p ${partsVivantes(collectiviteId)}
      where p.collectivite_id = ${collectiviteId} and p.supprime_le is null
    ),
    temps as materialized (
      select fiche_id, json_agg(json_build_object('poste', poste_id, 'etp', etp, 'annee', annee, 'financeur', structure_id, 'montant', montant) order by rang) as lignes
      from parts group by fiche_id
    )
    select
      (select coalesce(json_agg(json_build_object('id', t.id, 'parentId', t.parent_id, 'titre', t.titre, 'axeId', t.axe_id, 'auContrat', t."auContrat",
          'previsionnel', t.budget_previsionnel, 'financements', coalesce(argent.lignes, '[]'), 'fractions', coalesce(temps.lignes, '[]'))
          order by t.place, t.parent_id is not null, t.rang), '[]')
        from toutes t left join argent on argent.fiche_id = t.id left join temps on temps.fiche_id = t.id
        where argent.fiche_id is not null or temps.fiche_id is not null) as fiches,
      (select coalesce(json_agg(json_build_object('id', p.id, 'intitule', p.intitule, 'employeur', s.nom, 'quotite', p.quotite, 'debut', p.debut, 'fin', p.fin,
          'exemple', p.exemple, 'parts', coalesce((select json_agg(json_build_object('ficheId', x.fiche_id, 'titre', x.titre, 'etp', x.etp, 'annee', x.annee,
            'financeur', x.structure_id, 'montant', x.montant) order by x.annee nulls first, x.titre) from parts x where x.poste_id = p.id), '[]'))
          order by p.cle_intitule), '[]')
        from postes p left join structures s on s.collectivite_id = p.collectivite_id and s.id = p.structure_id
        where p.collectivite_id = ${collectiviteId} and p.supprime_le is null) as postes,
      (select coalesce(json_object_agg(s.id, s.nom), '{}') from structures s where s.collectivite_id = ${collectiviteId} and s.id in (
        select fi.structure_id from financements fi join toutes t on t.id = fi.fiche_id where fi.collectivite_id = ${collectiviteId}
        union select structure_id from parts where structure_id is not null)) as noms,
      (select count(*)::int from racines) as total`)) as unknown as [BudgetLu]
  return lu
}
