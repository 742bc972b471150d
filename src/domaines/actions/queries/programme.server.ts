import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { EtapeContrat } from '#domaines/contrats/schema.ts'
import {
  connueDepuis,
  contratsEnCours,
  programmeAu,
  qpvManque,
  type Connue,
  type PlaceDatee,
  type Programme
} from '../regles/programme.ts'

export type Parcours = {
  contratId: string
  contrat: string
  axe: string | null
  depuis: DateFloue | null
  jusque: DateFloue | null
  motif: string | null
}

export type ProgrammeDeFiche = {
  programme: Programme
  /** its places in contracts, dated ones first to last; those that ended too */
  parcours: Parcours[]
  /** contracts that bind today: coming in or going out has a date and a reason */
  enCours: string[]
  /** since when it counts at past dates */
  connue: Connue
  horsQpv: string | null
  /** an action of the ASV names no priority quartier and does not say why */
  qpvManque: boolean
}

type Lu = {
  asvDepuis: DateFloue | null
  horsQpv: string | null
  enQpv: boolean
  debut: DateFloue | null
  creeLe: DateFloue
  nouvelle: DateFloue | null
  places: (PlaceDatee &
    Parcours & { etape: EtapeContrat; debut: DateFloue | null; fin: DateFloue | null; finProrogee: DateFloue | null })[]
}

/** Under which programme an action stands on a day, and how it came there, in one statement. */
export async function lireProgramme(db: Tx, perimetre: Perimetre, ficheId: string, jour: string): Promise<ProgrammeDeFiche> {
  const { collectiviteId } = perimetre
  const [lu] = (await db.execute(sql`
    select l.asv_depuis as "asvDepuis", f.hors_qpv as "horsQpv", f.debut, to_char(f.cree_le at time zone 'Europe/Paris', 'YYYY-MM-DD') as "creeLe",
      (select min(n.date) from nouvelles n where n.collectivite_id = ${collectiviteId} and n.fiche_id = f.id and n.supprime_le is null) as nouvelle,
      exists (select 1 from fiches_quartiers fq join quartiers q on q.collectivite_id = fq.collectivite_id and q.id = fq.quartier_id and q.supprime_le is null and q.nature = 'qpv'
        where fq.collectivite_id = ${collectiviteId} and fq.fiche_id = f.id) as "enQpv",
      (select coalesce(json_agg(json_build_object('contratId', c.id, 'contrat', c.intitule, 'axeId', p.axe_id, 'axe', a.intitule, 'depuis', p.depuis, 'jusque', p.jusque, 'motif', p.motif,
          'etape', c.etape, 'debut', c.debut, 'fin', c.fin, 'finProrogee', c.fin_prorogee) order by c.debut nulls last, p.depuis nulls first), '[]')
        from places p join contrats c on c.collectivite_id = p.collectivite_id and c.id = p.contrat_id and c.supprime_le is null
          left join axes a on a.collectivite_id = p.collectivite_id and a.id = p.axe_id
        where p.collectivite_id = ${collectiviteId} and p.fiche_id = f.id) as places
    from fiches f join collectivites l on l.id = f.collectivite_id
    where f.collectivite_id = ${collectiviteId} and f.id = ${ficheId}`)) as unknown as Lu[]
  const { asvDepuis, horsQpv, enQpv, places, ...traces } = lu!
  const enCours = contratsEnCours(
    places.map(({ contratId: id, etape, debut, fin, finProrogee }) => ({ id, etape, debut, fin, finProrogee })),
    jour
  )
  const programme = programmeAu(places, enCours, asvDepuis, jour)
  return {
    programme,
    parcours: places.map(({ contratId, contrat, axe, depuis, jusque, motif }) => ({
      contratId,
      contrat,
      axe,
      depuis,
      jusque,
      motif
    })),
    enCours: [...enCours],
    connue: connueDepuis({
      ...traces,
      places: places.map(({ depuis, jusque, etape, debut }) => ({
        depuis,
        jusque,
        debutDuContrat: etape === 'signe' ? debut : null
      }))
    }),
    horsQpv,
    qpvManque: qpvManque(programme, { quartiers: enQpv ? [{ nature: 'qpv' }] : [], horsQpv })
  }
}
