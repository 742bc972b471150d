import { sql, type SQL } from 'drizzle-orm'
import type { Acteur, Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { DateFloue } from '#platform/dates.ts'
import { peutTenirVolontaires } from '../droits.ts'
import type { DemandeAuxHabitants } from '../schema/volontaires.ts'
import { sollicite } from './sollicitations.server.ts'

export type Volontaire = {
  id: string
  personneId: string
  nom: string
  courriel: string | null
  telephone: string | null
  quartierId: string | null
  quartier: string | null
  pour: DemandeAuxHabitants[]
  accordLe: DateFloue
  jusquAu: string
  accordRetireLe: string | null
  /** how many times she was asked something over twelve months (R-129) */
  sollicitations: number
  /** the day on which she is to be erased, once her agreement is over */
  effacerLe: string | null
  exemple: boolean
}

const SA_FONCTION = (p: SQL) =>
  sql`exists (select 1 from fonctions vf where vf.collectivite_id = ${p}.collectivite_id and vf.personne_id = ${p}.id and vf.fin is null)`

/**
 * Whether the person `p` is known as a resident who volunteered, and for no structure: she is on no list of partners, and « everyone » does not
 * hold her (R-134).
 */
export const estHabitante = (
  p: SQL
): SQL => sql`(exists (select 1 from volontaires vo where vo.collectivite_id = ${p}.collectivite_id and vo.personne_id = ${p}.id
    and vo.supprime_le is null) and not ${SA_FONCTION(p)})`

/** Whether the person `p` may be asked for something on a day: a partner, or a resident whose agreement holds for it. */
export const peutEtreSollicitee = (
  p: SQL,
  pour: DemandeAuxHabitants,
  jour: SQL
): SQL => sql`(not ${estHabitante(p)} or exists (select 1 from volontaires vo
    where vo.collectivite_id = ${p}.collectivite_id and vo.personne_id = ${p}.id and vo.supprime_le is null and vo.accord_retire_le is null
      and vo.jusqu_au >= ${jour} and ${pour} = any(vo.pour)))`

/** The volunteers of the territory by name, those whose agreement is over included until they are erased. One statement (R-134). */
export async function listerVolontaires(db: Tx, { collectiviteId }: Perimetre): Promise<Volontaire[]> {
  return (await db.execute(sql`
    select v.id, v.personne_id as "personneId", p.nom, p.courriel, p.telephone, v.quartier_id as "quartierId", q.nom as quartier, v.pour,
      v.accord_le as "accordLe", v.jusqu_au as "jusquAu", v.accord_retire_le as "accordRetireLe", v.exemple,
      (select count(*)::int from envois e where e.collectivite_id = p.collectivite_id and e.personne_id = p.id and ${sollicite()}) as sollicitations,
      (select f.prevu_le from effacements f where f.collectivite_id = p.collectivite_id and f.personne_id = p.id and f.fait_le is null) as "effacerLe"
    from volontaires v join personnes p on p.collectivite_id = v.collectivite_id and p.id = v.personne_id
      left join quartiers q on q.collectivite_id = v.collectivite_id and q.id = v.quartier_id
    where v.collectivite_id = ${collectiviteId} and v.supprime_le is null and not exists (select 1 from effacements f
      where f.collectivite_id = p.collectivite_id and f.personne_id = p.id and f.fait_le is not null)
    order by p.cle_nom, p.id`)) as unknown as Volontaire[]
}

/** The residents who volunteered, for a page that must not name them: their names by id. Empty for who knows them (R-134). One statement, or none. */
export async function habitantsATaire(db: Tx, { collectiviteId }: Perimetre, acteur: Acteur): Promise<Map<string, string>> {
  if (peutTenirVolontaires(acteur)) return new Map()
  const lus = (await db.execute(
    sql`select p.id, p.nom from personnes p where p.collectivite_id = ${collectiviteId} and ${estHabitante(sql`p`)}`
  )) as unknown as { id: string; nom: string }[]
  return new Map(lus.map(({ id, nom }) => [id, nom]))
}
