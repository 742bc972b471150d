import { and, asc, eq, getTableColumns, isNotNull, isNull, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Perimetre } from '#platform/acteur.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { Tx } from '#platform/db.server.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import { personnes, structures } from '#domaines/partenaires/tables.server.ts'
import {
  actes,
  axes,
  axesPrs,
  contrats,
  conventions,
  faits,
  programmes,
  prs,
  prsAxes,
  reperes,
  signataires
} from './tables.server.ts'
import type { MontantActe, NatureProgramme } from './schema.ts'

export type Contrat = typeof contrats.$inferSelect

/** The contracts of the territory, the latest first; without their long texts. */
export function listerContrats(db: Tx, perimetre: Perimetre) {
  return db
    .select({
      id: contrats.id,
      intitule: contrats.intitule,
      generation: contrats.generation,
      precedentId: contrats.precedentId,
      debut: contrats.debut,
      fin: contrats.fin,
      finProrogee: contrats.finProrogee,
      prsId: contrats.prsId,
      etape: contrats.etape,
      signeLe: contrats.signeLe,
      niveaux: contrats.niveaux,
      exemple: contrats.exemple
    })
    .from(contrats)
    .where(and(eq(contrats.collectiviteId, perimetre.collectiviteId), isNull(contrats.supprimeLe)))
    .orderBy(sql`${contrats.debut} desc nulls first`, sql`${contrats.generation} desc`)
}

/** One contract of this territory that is not put aside; null otherwise. */
export async function contratSeul(db: Tx, perimetre: Perimetre, id: string): Promise<Contrat | null> {
  const [contrat] = await db
    .select()
    .from(contrats)
    .where(and(eq(contrats.collectiviteId, perimetre.collectiviteId), eq(contrats.id, id), isNull(contrats.supprimeLe)))
  return contrat ?? null
}

/** The signatories in their order, each with its structure and the person who holds the pen. */
export function listerSignataires(db: Tx, perimetre: Perimetre, contratId: string) {
  return db
    .select({
      id: signataires.id,
      structureId: structures.id,
      structure: structures.nom,
      sigle: structures.sigle,
      type: structures.type,
      categorie: structures.categorie,
      personneId: signataires.personneId,
      personne: personnes.nom,
      qualite: signataires.qualite,
      role: signataires.role,
      signeLe: signataires.signeLe,
      exemple: signataires.exemple
    })
    .from(signataires)
    .innerJoin(
      structures,
      and(eq(structures.collectiviteId, signataires.collectiviteId), eq(structures.id, signataires.structureId))
    )
    .leftJoin(personnes, and(eq(personnes.collectiviteId, signataires.collectiviteId), eq(personnes.id, signataires.personneId)))
    .where(
      and(
        eq(signataires.collectiviteId, perimetre.collectiviteId),
        eq(signataires.contratId, contratId),
        isNull(signataires.supprimeLe)
      )
    )
    .orderBy(asc(signataires.rang), asc(signataires.id))
}

export function listerConventions(db: Tx, perimetre: Perimetre, contratId: string) {
  return db
    .select({
      id: conventions.id,
      structureId: structures.id,
      structure: structures.nom,
      objet: conventions.objet,
      date: conventions.date
    })
    .from(conventions)
    .innerJoin(
      structures,
      and(eq(structures.collectiviteId, conventions.collectiviteId), eq(structures.id, conventions.structureId))
    )
    .where(
      and(
        eq(conventions.collectiviteId, perimetre.collectiviteId),
        eq(conventions.contratId, contratId),
        isNull(conventions.supprimeLe)
      )
    )
    .orderBy(asc(structures.cleNom))
}

/** The structure of a signatory or of a convention put aside, for the message that offers to bring it back; null when there is none. */
export async function nomDuRetire(db: Tx, perimetre: Perimetre, id: string): Promise<string | null> {
  const de = (table: typeof signataires | typeof conventions) =>
    db
      .select({ nom: structures.nom })
      .from(table)
      .innerJoin(structures, and(eq(structures.collectiviteId, table.collectiviteId), eq(structures.id, table.structureId)))
      .where(and(eq(table.collectiviteId, perimetre.collectiviteId), eq(table.id, id), isNotNull(table.supprimeLe)))
  const [retire] = await unionAll(de(signataires), de(conventions))
  return retire?.nom ?? null
}

/** Every axis of the contract, thematic and transversal, flat: `arbreDesAxes` makes the tree. */
export function listerAxes(db: Tx, perimetre: Perimetre, contratId: string) {
  return db
    .select()
    .from(axes)
    .where(and(eq(axes.collectiviteId, perimetre.collectiviteId), eq(axes.contratId, contratId), isNull(axes.supprimeLe)))
    .orderBy(asc(axes.rang), asc(axes.id))
}

/** The transversal axes of every contract of the territory, the latest contract's first: for actions that stand in several. */
export function listerTransversaux(db: Tx, perimetre: Perimetre) {
  return db
    .select({ id: axes.id, intitule: axes.intitule, question: axes.question, sousQuestions: axes.sousQuestions })
    .from(axes)
    .innerJoin(
      contrats,
      and(eq(contrats.collectiviteId, axes.collectiviteId), eq(contrats.id, axes.contratId), isNull(contrats.supprimeLe))
    )
    .where(and(eq(axes.collectiviteId, perimetre.collectiviteId), eq(axes.nature, 'transversal'), isNull(axes.supprimeLe)))
    .orderBy(sql`${contrats.debut} desc nulls first`, asc(axes.rang), asc(axes.id))
}

/** Axes put aside, which can be brought back. */
export function axesRetires(db: Tx, perimetre: Perimetre, contratId: string) {
  return db
    .select({ id: axes.id, intitule: axes.intitule, nature: axes.nature, supprimeLe: axes.supprimeLe })
    .from(axes)
    .where(
      and(eq(axes.collectiviteId, perimetre.collectiviteId), eq(axes.contratId, contratId), sql`${axes.supprimeLe} is not null`)
    )
}

/** A contract with all that stands around it and the parties that the territory requires; null when it is not of this territory. */
export async function lireContrat(db: Tx, perimetre: Perimetre, id: string) {
  const [contrat, listeSignataires, listeConventions, listeAxes, [territoire]] = await Promise.all([
    contratSeul(db, perimetre, id),
    listerSignataires(db, perimetre, id),
    listerConventions(db, perimetre, id),
    listerAxes(db, perimetre, id),
    db
      .select({ partiesRequises: collectivites.partiesRequises, asvDepuis: collectivites.asvDepuis })
      .from(collectivites)
      .where(eq(collectivites.id, perimetre.collectiviteId))
  ])
  return contrat
    ? {
        ...contrat,
        signataires: listeSignataires,
        conventions: listeConventions,
        axes: listeAxes,
        ...territoire!
      }
    : null
}

/** Contracts put aside, which can be brought back. */
export function contratsRetires(db: Tx, perimetre: Perimetre) {
  return db
    .select({ id: contrats.id, intitule: contrats.intitule })
    .from(contrats)
    .where(and(eq(contrats.collectiviteId, perimetre.collectiviteId), sql`${contrats.supprimeLe} is not null`))
}

/** The acts of the contracts of the territory, or of one, the oldest first, each with its amounts. */
export function listerActes(db: Tx, perimetre: Perimetre, contratId?: string) {
  const { collectiviteId: _, supprimeLe: _quand, ...colonnes } = getTableColumns(actes)
  const montants = sql<MontantActe[]>`(
    select coalesce(json_agg(json_build_object('financeurId', m.structure_id, 'financeur', s.nom, 'annee', m.annee, 'montant', m.montant, 'taxe', m.taxe,
      'precision', m.precision) order by m.rang), '[]')
    from actes_montants m left join structures s on s.collectivite_id = m.collectivite_id and s.id = m.structure_id
    where m.collectivite_id = ${perimetre.collectiviteId} and m.acte_id = actes.id)`
  return db
    .select({ ...colonnes, montants })
    .from(actes)
    .where(
      and(
        eq(actes.collectiviteId, perimetre.collectiviteId),
        isNull(actes.supprimeLe),
        contratId ? eq(actes.contratId, contratId) : undefined
      )
    )
    .orderBy(asc(actes.date), asc(actes.id))
}

/** The journals of the contracts of the territory, or of one, the oldest first. */
export function listerFaits(db: Tx, perimetre: Perimetre, contratId?: string) {
  const { collectiviteId: _, supprimeLe: _quand, ...colonnes } = getTableColumns(faits)
  return db
    .select(colonnes)
    .from(faits)
    .where(
      and(
        eq(faits.collectiviteId, perimetre.collectiviteId),
        isNull(faits.supprimeLe),
        contratId ? eq(faits.contratId, contratId) : undefined
      )
    )
    .orderBy(asc(faits.date), asc(faits.id))
}

/** What else stands on the line of time. */
export const listerReperes = (db: Tx, perimetre: Perimetre) =>
  db
    .select()
    .from(reperes)
    .where(and(eq(reperes.collectiviteId, perimetre.collectiviteId), isNull(reperes.supprimeLe)))
    .orderBy(asc(reperes.debut), asc(reperes.id))

/** The other programmes of the territory, by their kind and name. */
export const listerProgrammes = (db: Tx, perimetre: Perimetre) =>
  db
    .select()
    .from(programmes)
    .where(and(eq(programmes.collectiviteId, perimetre.collectiviteId), isNull(programmes.supprimeLe)))
    .orderBy(asc(programmes.nature), asc(programmes.intitule))

/** The versions of the regional plan, the oldest first, each with its axes. */
export async function listerPrs(db: Tx, perimetre: Perimetre) {
  const [versions, lesAxes] = await Promise.all([
    db
      .select()
      .from(prs)
      .where(and(eq(prs.collectiviteId, perimetre.collectiviteId), isNull(prs.supprimeLe)))
      .orderBy(sql`${prs.debut} nulls last`, asc(prs.sigle)),
    db
      .select({ id: prsAxes.id, prsId: prsAxes.prsId, numero: prsAxes.numero, intitule: prsAxes.intitule })
      .from(prsAxes)
      .where(eq(prsAxes.collectiviteId, perimetre.collectiviteId))
      .orderBy(asc(prsAxes.rang))
  ])
  return versions.map(({ collectiviteId: _, supprimeLe: _quand, ...version }) => ({
    ...version,
    axes: lesAxes.filter(({ prsId }) => prsId === version.id)
  }))
}

/** Which axes of regional plans the axes of a contract answer, in every version. */
export const listerLiensPrs = (db: Tx, perimetre: Perimetre, contratId: string) =>
  db
    .select({ id: axesPrs.id, axeId: axesPrs.axeId, prsAxeId: axesPrs.prsAxeId })
    .from(axesPrs)
    .innerJoin(axes, and(eq(axes.collectiviteId, axesPrs.collectiviteId), eq(axes.id, axesPrs.axeId), isNull(axes.supprimeLe)))
    .where(and(eq(axesPrs.collectiviteId, perimetre.collectiviteId), eq(axes.contratId, contratId)))

/** The regional plan that a contract refers to, the other programmes (`lie`: it works with them), and how many acts and lines of journal it has, in one statement. */
export async function compterVie(db: Tx, perimetre: Perimetre, contrat: { id: string; prsId: string | null }) {
  const ici = sql`collectivite_id = ${perimetre.collectiviteId} and contrat_id = ${contrat.id} and supprime_le is null`
  const [lu] = (await db.execute(sql`select
    (select json_build_object('sigle', p.sigle, 'parueLe', p.parue_le) from prs p where p.collectivite_id = ${perimetre.collectiviteId} and p.id = ${contrat.prsId} and p.supprime_le is null) as prs,
    (select coalesce(json_agg(json_build_object('id', p.id, 'nature', p.nature, 'intitule', p.intitule, 'lie',
        exists (select 1 from contrats_programmes l where l.collectivite_id = p.collectivite_id and l.programme_id = p.id and l.contrat_id = ${contrat.id})) order by p.nature, p.intitule), '[]')
      from programmes p where p.collectivite_id = ${perimetre.collectiviteId} and p.supprime_le is null) as programmes,
    ((select count(*) from actes where ${ici}) + (select count(*) from faits where ${ici}))::int as vie`)) as unknown as {
    prs: { sigle: string; parueLe: DateFloue | null } | null
    programmes: { id: string; nature: NatureProgramme; intitule: string; lie: boolean }[]
    vie: number
  }[]
  return lu!
}
