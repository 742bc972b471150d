import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { listerContrats } from '#domaines/contrats/queries.server.ts'
import { axes, contrats } from '#domaines/contrats/tables.server.ts'
import { estHabitante } from '#domaines/partenaires/queries/volontaires.server.ts'
import type { DateFloue } from '#platform/dates.ts'
import { renduEnvoye } from './queries/envoi-du-rendu.server.ts'
import { ecartsDesMandats } from './regles/mandats.ts'
import type { RoleSiege, SeanceDatee } from './schema.ts'
import { instances, seances } from './tables.server.ts'

export type Siege = {
  id: string
  role: RoleSiege
  qualite: string | null
  structureId: string | null
  structure: string | null
  personneId: string | null
  personne: string | null
  /** a resident who volunteered, not someone who sits for her house (R-135) */
  habitant: boolean
}

/** Who sits in each body, in order, in the same statement as the bodies. */
const SIEGES = sql<
  Siege[]
>`coalesce((select json_agg(json_build_object('id', s.id, 'role', s.role, 'qualite', s.qualite, 'structureId', s.structure_id,
    'structure', st.nom, 'personneId', s.personne_id, 'personne', p.nom,
    'habitant', p.id is not null and s.structure_id is null and ${estHabitante(sql`p`)}) order by s.rang)
  from sieges s left join structures st on st.collectivite_id = s.collectivite_id and st.id = s.structure_id
    left join personnes p on p.collectivite_id = s.collectivite_id and p.id = s.personne_id
  where s.collectivite_id = "instances"."collectivite_id" and s.instance_id = "instances"."id"), '[]')`

const COLONNES = {
  id: instances.id,
  nom: instances.nom,
  nature: instances.nature,
  contratId: instances.contratId,
  contrat: contrats.intitule,
  axeId: instances.axeId,
  axe: axes.intitule,
  mission: instances.mission,
  placeDuCls: instances.placeDuCls,
  motifSansCls: instances.motifSansCls,
  mandatDebut: instances.mandatDebut,
  mandatFin: instances.mandatFin,
  exemple: instances.exemple,
  supprimeLe: instances.supprimeLe,
  sieges: SIEGES
}

const lire = (db: Tx) =>
  db
    .select(COLONNES)
    .from(instances)
    .leftJoin(contrats, and(eq(contrats.collectiviteId, instances.collectiviteId), eq(contrats.id, instances.contratId)))
    .leftJoin(axes, and(eq(axes.collectiviteId, instances.collectiviteId), eq(axes.id, instances.axeId)))

/** The bodies of the territory by name, each with who sits in it. One statement. */
export const listerInstances = (db: Tx, { collectiviteId }: Perimetre) =>
  lire(db)
    .where(and(eq(instances.collectiviteId, collectiviteId), isNull(instances.supprimeLe)))
    .orderBy(asc(instances.nom))

/** One body, put aside or not; null when it is not of this territory. */
export const lireInstance = async (db: Tx, { collectiviteId }: Perimetre, id: string) =>
  (await lire(db).where(and(eq(instances.collectiviteId, collectiviteId), eq(instances.id, id))))[0] ?? null

/** The mandates of the bodies that have dates, for the line of time (R-132). */
export const listerMandats = (db: Tx, { collectiviteId }: Perimetre) =>
  db
    .select({ id: instances.id, intitule: instances.nom, debut: sql<string>`${instances.mandatDebut}`, fin: instances.mandatFin })
    .from(instances)
    .where(
      and(eq(instances.collectiviteId, collectiviteId), isNull(instances.supprimeLe), sql`${instances.mandatDebut} is not null`)
    )
    .orderBy(asc(instances.mandatDebut), asc(instances.nom))

/** Where the mandate of a body and the contracts do not fit, in sentences (R-132); nothing is read for a body without a mandate. One statement. */
export async function ecartsDuMandat(
  db: Tx,
  perimetre: Perimetre,
  { nom, mandatDebut, mandatFin }: { nom: string; mandatDebut: DateFloue | null; mandatFin: DateFloue | null }
): Promise<string[]> {
  if (!mandatDebut && !mandatFin) return []
  const dates = (await listerContrats(db, perimetre)).flatMap(({ intitule, etape, debut, fin, finProrogee }) =>
    debut && fin && etape !== 'abandonne' ? [{ intitule, debut, fin: finProrogee ?? fin }] : []
  )
  return ecartsDesMandats([{ intitule: nom, debut: mandatDebut, fin: mandatFin }], dates)
}

/** The themes that a body may work on: the upper thematic axes of the contracts, the latest contract first. */
export const listerThemes = (db: Tx, { collectiviteId }: Perimetre) =>
  db
    .select({ id: axes.id, libelle: axes.intitule, contrat: contrats.intitule })
    .from(axes)
    .innerJoin(contrats, and(eq(contrats.collectiviteId, axes.collectiviteId), eq(contrats.id, axes.contratId)))
    .where(
      and(
        eq(axes.collectiviteId, collectiviteId),
        eq(axes.nature, 'thematique'),
        isNull(axes.parentId),
        isNull(axes.supprimeLe),
        isNull(contrats.supprimeLe)
      )
    )
    .orderBy(sql`${contrats.debut} desc nulls first`, contrats.id, asc(axes.rang))

/** The meetings of one body, the next ones first, then those that are past, the latest first. */
export const listerSeances = (db: Tx, { collectiviteId }: Perimetre, instanceId: string, jour: string) =>
  db
    .select({
      id: seances.id,
      objet: seances.objet,
      jour: seances.jour,
      heure: seances.heure,
      duree: seances.duree,
      lieu: seances.lieu,
      capacite: seances.capacite,
      motifQuota: seances.motifQuota,
      motifDuree: seances.motifDuree,
      convoqueeLe: seances.convoqueeLe,
      annuleeLe: seances.annuleeLe,
      motifAnnulation: seances.motifAnnulation,
      exemple: seances.exemple,
      valide: sql<boolean>`exists (select 1 from comptes_rendus r where r.collectivite_id = ${seances.collectiviteId} and r.seance_id = ${seances.id} and r.valide_le is not null)`,
      envoye: renduEnvoye(sql`seances`)
    })
    .from(seances)
    .where(and(eq(seances.collectiviteId, collectiviteId), eq(seances.instanceId, instanceId), isNull(seances.supprimeLe)))
    .orderBy(
      sql`${seances.jour} < ${jour}`,
      sql`case when ${seances.jour} >= ${jour} then ${seances.jour} end asc`,
      sql`${seances.jour} desc`,
      asc(seances.heure)
    )
export type Seance = Awaited<ReturnType<typeof listerSeances>>[number]

/** The meetings of all the bodies that work on the same theme: the axis of this one, or this one alone when it has none. */
export async function seancesDuTheme(
  db: Tx,
  perimetre: Perimetre,
  { id, axeId }: { id: string; axeId: string | null }
): Promise<SeanceDatee[]> {
  const lues = await db
    .select({
      id: seances.id,
      jour: seances.jour,
      annuleeLe: seances.annuleeLe,
      motif: seances.motifQuota,
      instance: instances.nom
    })
    .from(seances)
    .innerJoin(instances, and(eq(instances.collectiviteId, seances.collectiviteId), eq(instances.id, seances.instanceId)))
    .where(
      and(
        eq(seances.collectiviteId, perimetre.collectiviteId),
        isNull(seances.supprimeLe),
        isNull(instances.supprimeLe),
        axeId ? eq(instances.axeId, axeId) : eq(instances.id, id),
        sql`${instances.nature} in ('groupe', 'groupe_interne', 'clsm_groupe')`
      )
    )
  return lues.map(({ annuleeLe, motif, ...lue }) => ({ ...lue, annulee: annuleeLe !== null, ditPourquoi: motif !== null }))
}

/** The next meeting of each body, by its id: its day. */
export const prochainesSeances = async (db: Tx, { collectiviteId }: Perimetre, jour: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (
      await db
        .select({ id: seances.instanceId, prochaine: sql<string>`min(${seances.jour})` })
        .from(seances)
        .where(
          and(
            eq(seances.collectiviteId, collectiviteId),
            isNull(seances.supprimeLe),
            isNull(seances.annuleeLe),
            sql`${seances.jour} >= ${jour}`
          )
        )
        .groupBy(seances.instanceId)
    ).map(({ id, prochaine }) => [id, prochaine])
  )
