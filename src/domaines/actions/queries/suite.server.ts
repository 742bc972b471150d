import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { Tx } from '#platform/db.server.ts'
import type { EtapeContrat } from '#domaines/contrats/schema.ts'
import type { Statut } from '../schema/mots.ts'
import type { Devenir } from '../schema/suite.ts'

type Contrat = {
  id: string
  intitule: string
  etape: EtapeContrat
  debut: DateFloue | null
  fin: DateFloue | null
  finProrogee: DateFloue | null
}
type Axe = { id: string; parentId: string | null; rang: number; intitule: string }
export type FicheDeSuite = {
  id: string
  titre: string
  statut: Statut | null
  axeId: string | null
  exemple: boolean
  choix: Devenir | null
  date: DateFloue | null
  motif: string | null
  /** its axis in the contract that follows, when it already stands there */
  nouvelAxeId: string | null
  reprise: boolean
}
/** A contract that ends, its thematic axes, the one that follows with its own, and what is said of each of its actions. */
export type Suite = {
  contrat: Contrat
  axes: Axe[]
  suivant: (Contrat & { axes: Axe[] }) | null
  asvDepuis: DateFloue | null
  fiches: FicheDeSuite[]
}

/** What becomes of the actions of a contract, in one statement; null when it is not of this territory. */
export async function lireSuite(db: Tx, perimetre: Perimetre, contratId: string): Promise<Suite | null> {
  const { collectiviteId } = perimetre
  const ici = sql`collectivite_id = ${collectiviteId}`
  const bref = (c: string) => {
    const de = sql.raw(c)
    return sql`'id', ${de}.id, 'intitule', ${de}.intitule, 'etape', ${de}.etape, 'debut', ${de}.debut, 'fin', ${de}.fin, 'finProrogee', ${de}.fin_prorogee`
  }
  const axesDe = (id: string) =>
    sql`(select coalesce(json_agg(json_build_object('id', id, 'parentId', parent_id, 'rang', rang, 'intitule', intitule) order by rang, id), '[]') from axes where ${ici} and contrat_id = ${sql.raw(id)} and nature = 'thematique' and supprime_le is null)`
  const [lu] = (await db.execute(sql`
    with suivant as (
      select * from contrats where ${ici} and precedent_id = ${contratId} and supprime_le is null and etape <> 'abandonne' order by generation desc limit 1
    )
    select json_build_object(${bref('c')}) as contrat, ${axesDe('c.id')} as axes, l.asv_depuis as "asvDepuis",
      (select json_build_object(${bref('s')}, 'axes', ${axesDe('s.id')}) from suivant s) as suivant,
      (select coalesce(json_agg(json_build_object('id', f.id, 'titre', f.titre, 'statut', f.statut, 'exemple', f.exemple, 'axeId', p.axe_id, 'choix', d.choix, 'date', d.date, 'motif', d.motif,
          'nouvelAxeId', n.axe_id, 'reprise', n.id is not null) order by p.rang, f.id), '[]')
        from places p join fiches f on f.collectivite_id = p.collectivite_id and f.id = p.fiche_id and f.supprime_le is null
          left join devenirs d on d.collectivite_id = p.collectivite_id and d.contrat_id = p.contrat_id and d.fiche_id = p.fiche_id
          left join places n on n.collectivite_id = p.collectivite_id and n.contrat_id = (select id from suivant) and n.fiche_id = p.fiche_id and n.jusque is null
        where p.${ici} and p.contrat_id = c.id and p.jusque is null) as fiches
    from contrats c join collectivites l on l.id = c.collectivite_id
    where c.${ici} and c.id = ${contratId} and c.supprime_le is null`)) as unknown as Suite[]
  return lu ?? null
}
