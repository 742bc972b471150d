import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { DateFloue } from '#platform/dates.ts'
import { listerContrats } from '#domaines/contrats/queries.server.ts'
import { arbreDesAxes, nombreDeThematiques } from '#domaines/contrats/regles/arbre.ts'
import { attendLePrs } from '#domaines/contrats/regles/prs.ts'
import { etatAu } from '#domaines/contrats/regles/etat.ts'
import type { EtatContrat } from '#domaines/contrats/schema.ts'

export type ResumeContrat = {
  id: string
  intitule: string
  generation: number
  debut: DateFloue | null
  fin: DateFloue | null
  finProrogee: DateFloue | null
  etat: EtatContrat
  signeLe: DateFloue | null
  /** the version of the regional plan that it waits for, null when it waits for none */
  attend: string | null
  /** nodes of the first level of the tree */
  axesThematiques: number
  axesTransversaux: number
  /** nodes of the level called « Thématique » */
  thematiques: number
  /** fiches without their sub-actions */
  actions: number
  signataires: string[]
}

/** The contracts of the territory with their counts, computed from what they hold, the oldest first. */
export async function resumerContrats(db: Tx, perimetre: Perimetre, jour: string): Promise<ResumeContrat[]> {
  const { collectiviteId } = perimetre
  const contrats = await listerContrats(db, perimetre)
  const comptes = (await db.execute(sql`select c.id,
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'parentId', a.parent_id, 'rang', a.rang, 'nature', a.nature)), '[]') from axes a where a.collectivite_id = ${collectiviteId} and a.contrat_id = c.id and a.supprime_le is null) as axes,
      (select count(*)::int from places p join fiches f on f.collectivite_id = p.collectivite_id and f.id = p.fiche_id and f.supprime_le is null where p.collectivite_id = ${collectiviteId} and p.contrat_id = c.id and p.jusque is null) as actions,
      (select coalesce(array_agg(s.nom order by g.rang), '{}') from signataires g join structures s on s.collectivite_id = g.collectivite_id and s.id = g.structure_id where g.collectivite_id = ${collectiviteId} and g.contrat_id = c.id and g.supprime_le is null) as signataires,
      (select json_build_object('sigle', r.sigle, 'parueLe', r.parue_le) from prs r where r.collectivite_id = ${collectiviteId} and r.id = c.prs_id and r.supprime_le is null) as prs
    from contrats c where c.collectivite_id = ${collectiviteId} and c.supprime_le is null`)) as unknown as {
    id: string
    axes: { id: string; parentId: string | null; rang: number; nature: string }[]
    actions: number
    signataires: string[]
    prs: { sigle: string; parueLe: DateFloue | null } | null
  }[]
  const parId = new Map(comptes.map((ligne) => [ligne.id, ligne]))
  return contrats.toReversed().map((contrat) => {
    const { axes, actions, signataires, prs } = parId.get(contrat.id)!
    const arbre = arbreDesAxes(axes.filter((axe) => axe.nature === 'thematique'))
    return {
      id: contrat.id,
      intitule: contrat.intitule,
      generation: contrat.generation,
      debut: contrat.debut,
      fin: contrat.fin,
      finProrogee: contrat.finProrogee,
      etat: etatAu(contrat, jour),
      signeLe: contrat.signeLe,
      attend: prs && attendLePrs(contrat, prs, jour) ? prs.sigle : null,
      axesThematiques: arbre.length,
      axesTransversaux: axes.filter((axe) => axe.nature === 'transversal').length,
      thematiques: nombreDeThematiques(arbre, contrat.niveaux),
      actions,
      signataires
    }
  })
}
