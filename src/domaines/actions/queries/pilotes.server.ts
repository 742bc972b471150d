import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { chargesDesPilotes, type ActionPortee, type Charge } from '../regles/pilotes.ts'
import { estVivante } from '../regles/suivi.ts'
import type { Cadre } from './cadre.server.ts'
import { choisies, rangDeLAxe } from './selection.server.ts'

export type ChargeNommee = Charge & { nom: string; sorte: 'structure' | 'personne' }

/** The load of each pilot of the fiches that the filter keeps, and the living ones that nobody pilots, in one statement. */
export async function lirePilotes(
  db: Tx,
  { collectiviteId }: Perimetre,
  { contratId, axes, filtre }: Cadre['vue'],
  jour: string
): Promise<{ charges: ChargeNommee[]; sansPilote: { id: string; titre: string }[] }> {
  const [lu] = (await db.execute(sql`
    with toutes as materialized (
      select f.id, f.titre, f.statut, f.fin, f.budget_previsionnel as budget, f.budget_taxe as taxe,
        row_number() over (order by ${rangDeLAxe(axes)}, pl.rang, f.cle_titre, f.id) as place
      ${choisies(collectiviteId, contratId, filtre)}
    ),
    porteurs as materialized (
      select i.fiche_id, i.role, i.rang, coalesce(i.structure_id, i.personne_id) as cle, case when i.structure_id is null then 'personne' else 'structure' end as sorte,
        coalesce(s.nom, p.nom) as nom
      from intervenants i
        left join structures s on s.collectivite_id = i.collectivite_id and s.id = i.structure_id
        left join personnes p on p.collectivite_id = i.collectivite_id and p.id = i.personne_id
      where i.collectivite_id = ${collectiviteId} and i.fiche_id in (select id from toutes)
        and i.role in ('pilote', 'copilote', 'service_pilote', 'personne_pilote')
    ),
    ensemble as materialized (
      select fiche_id, json_agg(json_build_object('cle', cle, 'role', role, 'sorte', sorte) order by rang) as porteurs from porteurs group by fiche_id
    )
    select (select coalesce(json_agg(json_build_object('id', id, 'titre', titre, 'statut', statut, 'fin', fin, 'budget', budget, 'taxe', taxe,
        'porteurs', coalesce(ensemble.porteurs, '[]')) order by place), '[]') from toutes left join ensemble on ensemble.fiche_id = toutes.id) as actions,
      (select coalesce(json_agg(n), '[]') from (select distinct cle, sorte, nom from porteurs) n) as noms`)) as unknown as {
    actions: ActionPortee[]
    noms: { cle: string; sorte: 'structure' | 'personne'; nom: string }[]
  }[]
  const noms = new Map(lu!.noms.map((un) => [un.cle, un]))
  return {
    charges: chargesDesPilotes(lu!.actions, jour).map((charge) => {
      const { nom, sorte } = noms.get(charge.cle)!
      return { ...charge, nom, sorte }
    }),
    sansPilote: lu!.actions
      .filter(({ statut, porteurs }) => porteurs.length === 0 && estVivante(statut))
      .map(({ id, titre }) => ({ id, titre }))
  }
}
