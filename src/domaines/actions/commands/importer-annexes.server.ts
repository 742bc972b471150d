import { sql } from 'drizzle-orm'
import type { CtxTerritoire } from '#platform/commande.server.ts'
import { normaliser } from '#platform/texte.ts'
import { ajouterQuartiers } from '#domaines/territoires/commands.server.ts'
import { assurerStructures } from '#domaines/partenaires/commands.server.ts'
import { creerAxe } from '#domaines/contrats/commands/axes.server.ts'
import { inscrireProgramme } from '#domaines/contrats/commands/programmes.server.ts'
import { inscrirePrs } from '#domaines/contrats/commands/prs.server.ts'
import { listerAxes, listerProgrammes, listerPrs } from '#domaines/contrats/queries.server.ts'
import { SANS_GUIDE } from '#domaines/contrats/regles/transversaux.ts'
import { cleDAxe } from '../regles/plan/numero.ts'
import type { AnnexesPlan, AxeAnnexe, TransversalAnnexe } from '../schema/annexes.ts'
import type { RefPrs } from '../schema/dossier.ts'
import { postes } from '../tables/postes.server.ts'

/** Under which a programme, an axis of a regional plan is found again. */
export const cleDuProgramme = ({ nature, intitule }: { nature: string; intitule: string }) => `${nature} ${normaliser(intitule)}`
export const cleDeVersion = ({ sigle, debut }: Pick<RefPrs, 'sigle' | 'debut'>) => `${normaliser(sigle)} ${debut ?? ''}`
export const cleDAxeDePrs = (une: RefPrs) => `${cleDeVersion(une)} ${une.numero}`

/** The ids of the axes of regional plans that the territory knows. */
export async function axesDePrsConnus({ db, perimetre }: CtxTerritoire): Promise<Map<string, string>> {
  const versions = await listerPrs(db, perimetre)
  return new Map(versions.flatMap((une) => une.axes.map(({ id, numero }) => [cleDAxeDePrs({ ...une, numero }), id] as const)))
}

/** Makes what the file says its fiches share and that is not here: quartiers, posts, programmes, regional plans; completes the axes. */
export async function completerAvecAnnexes(
  ctx: CtxTerritoire,
  contratId: string | null,
  annexes: AnnexesPlan,
  lesAxes: ReadonlyMap<string, string>
): Promise<void> {
  if (annexes.quartiers.length > 0) await ajouterQuartiers.dans(ctx, { quartiers: annexes.quartiers })
  await ouvrirPostes(ctx, annexes.postes)
  const programmes = new Set((await listerProgrammes(ctx.db, ctx.perimetre)).map(cleDuProgramme))
  for (const un of annexes.programmes) if (!programmes.has(cleDuProgramme(un))) await inscrireProgramme.dans(ctx, un)
  const versions = new Set((await listerPrs(ctx.db, ctx.perimetre)).map(cleDeVersion))
  for (const { axes, ...version } of annexes.prs)
    if (!versions.has(cleDeVersion(version)))
      await inscrirePrs.dans(ctx, { ...version, axes: axes.map(({ numero, intitule }) => `${numero}. ${intitule}`) })
  const transversaux = contratId === null ? [] : await completerTransversaux(ctx, contratId, annexes.transversaux)
  const dits = [
    ...annexes.axes.flatMap((dit) => {
      const id = lesAxes.get(cleDAxe(dit.axes))
      return id === undefined ? [] : [{ ...RIEN_DE_TRANSVERSAL, ...dit, id }]
    }),
    ...transversaux
  ]
  await completerAxes(ctx, dits)
}

const RIEN_DE_TRANSVERSAL = { question: null, sousQuestions: [] as string[], ...SANS_GUIDE }

type AxeDit = Omit<AxeAnnexe, 'axes'> & Omit<TransversalAnnexe, 'intitule'> & { id: string }

/** Transversal axes by their titles, those that are unknown made. */
async function completerTransversaux(
  ctx: CtxTerritoire,
  contratId: string,
  dits: readonly TransversalAnnexe[]
): Promise<AxeDit[]> {
  const connus = new Map(
    (await listerAxes(ctx.db, ctx.perimetre, contratId))
      .filter(({ nature }) => nature === 'transversal')
      .map(({ id, intitule }) => [normaliser(intitule), id])
  )
  const completes: AxeDit[] = []
  for (const { intitule, ...dit } of dits) {
    const cle = normaliser(intitule)
    const textes = { enjeu: null, constat: null, objectif: null }
    const id = connus.get(cle) ?? (await creerAxe.dans(ctx, { contratId, nature: 'transversal', intitule, ...textes })).id
    connus.set(cle, id)
    completes.push({ ...textes, ...dit, id })
  }
  return completes
}

/** Writes what axes do not say yet; what they say stays. */
async function completerAxes(ctx: CtxTerritoire, dits: readonly AxeDit[]): Promise<void> {
  const { collectiviteId } = ctx.perimetre
  const pleins = dits.filter(({ id: _, prs: __, ...dit }) => Object.values(dit).some((un) => un !== null && un.length > 0))
  if (pleins.length > 0)
    await ctx.db.execute(sql`update axes a set enjeu = coalesce(a.enjeu, c.enjeu), constat = coalesce(a.constat, c.constat),
        objectif = coalesce(a.objectif, c.objectif), question = coalesce(a.question, c.question), instance = coalesce(a.instance, c.instance),
        demande_par = coalesce(a.demande_par, c."demandePar"),
        sous_questions = case when cardinality(a.sous_questions) = 0 then c."sousQuestions" else a.sous_questions end,
        ages = case when cardinality(a.ages) = 0 then c.ages else a.ages end,
        conseil_conception = coalesce(a.conseil_conception, c."conseilConception"),
        conseil_declinaison = coalesce(a.conseil_declinaison, c."conseilDeclinaison"),
        conseil_evaluation = coalesce(a.conseil_evaluation, c."conseilEvaluation"),
        exemples_conception = case when cardinality(a.exemples_conception) = 0 then c."exemplesConception" else a.exemples_conception end,
        exemples_declinaison = case when cardinality(a.exemples_declinaison) = 0 then c."exemplesDeclinaison" else a.exemples_declinaison end,
        exemples_evaluation = case when cardinality(a.exemples_evaluation) = 0 then c."exemplesEvaluation" else a.exemples_evaluation end
      from jsonb_to_recordset(${JSON.stringify(pleins)}::jsonb) as c(id uuid, enjeu text, constat text, objectif text, question text, instance text, "demandePar" text, "sousQuestions" text[], ages text[],
        "conseilConception" text, "conseilDeclinaison" text, "conseilEvaluation" text, "exemplesConception" text[], "exemplesDeclinaison" text[], "exemplesEvaluation" text[])
      where a.collectivite_id = ${collectiviteId} and a.id = c.id`)
  if (!dits.some(({ prs }) => prs.length > 0)) return
  const connus = await axesDePrsConnus(ctx)
  const liens = dits.flatMap(({ id, prs }) =>
    prs.flatMap((une) => {
      const prsAxeId = connus.get(cleDAxeDePrs(une))
      return prsAxeId ? [{ id: ctx.nouvelId(), axeId: id, prsAxeId }] : []
    })
  )
  await ctx.db.execute(sql`insert into axes_prs (collectivite_id, id, axe_id, prs_axe_id)
    select ${collectiviteId}, c.id, c."axeId", c."prsAxeId" from jsonb_to_recordset(${JSON.stringify(liens)}::jsonb) as c(id uuid, "axeId" uuid, "prsAxeId" uuid)
    on conflict do nothing`)
}

/** Posts of the file that no living one has the title of. */
async function ouvrirPostes(ctx: CtxTerritoire, dits: AnnexesPlan['postes']): Promise<void> {
  if (dits.length === 0) return
  const { collectiviteId } = ctx.perimetre
  const { ids } = await assurerStructures.dans(ctx, { noms: dits.flatMap(({ employeur }) => employeur ?? []) })
  const uniques = [...new Map(dits.map((un) => [normaliser(un.intitule), un]))]
  await ctx.db
    .insert(postes)
    .values(
      uniques.map(([cleIntitule, { employeur, ...poste }]) => ({
        collectiviteId,
        id: ctx.nouvelId(),
        ...poste,
        cleIntitule,
        structureId: employeur === null ? null : ids.get(normaliser(employeur))!,
        creeLe: ctx.maintenant
      }))
    )
    .onConflictDoNothing()
}
