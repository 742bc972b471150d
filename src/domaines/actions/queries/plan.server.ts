import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { jourDe } from '#platform/dates.ts'
import { normaliser } from '#platform/texte.ts'
import { listerQuartiers } from '#domaines/territoires/queries.server.ts'
import { listerPersonnes, listerStructures } from '#domaines/partenaires/queries.server.ts'
import { autresNoms } from '#domaines/partenaires/queries/annuaire.server.ts'
import { existantDuDossier, type SouvenirImport } from '../regles/plan/existant.ts'
import type { Dossier, FicheDossier } from '../schema/dossier.ts'
import { choisirCible, jumeauDe, type ContratConnu, type Jumeau, type RaisonDeCible } from '../regles/plan/cible.ts'
import { comparerPlan } from '../regles/plan/comparer.ts'
import type { ChoixDeCible } from '../schema/import.ts'
import type { DifferencesPlan, PlanExistant, PlanLu } from '../schema/plan.ts'
import { fiches } from '../tables.server.ts'
import { lireDehors } from './dehors.server.ts'
import { lireDossier } from './dossier.server.ts'

/** Where a plan goes, why, and what is there already. `contrat` is null when a new one will be made. */
export type CiblePlan = {
  contrat: ContratConnu | null
  raison: RaisonDeCible
  dossier: Dossier | null
  existant: PlanExistant
  souvenirs: Map<string, SouvenirImport>
}

/** The contracts of the territory that a plan may be recognised in, the latest first. */
const contratsConnus = async (db: Tx, { collectiviteId }: Perimetre): Promise<ContratConnu[]> =>
  (await db.execute(sql`select c.id, c.intitule, c.etape, c.plan_importe as "planImporte",
      (select count(*)::int from places p join fiches f on f.collectivite_id = p.collectivite_id and f.id = p.fiche_id
        where p.collectivite_id = c.collectivite_id and p.contrat_id = c.id and p.jusque is null and f.supprime_le is null) as actions
    from contrats c where c.collectivite_id = ${collectiviteId} and c.supprime_le is null
    order by c.debut desc nulls first, c.generation desc`)) as unknown as ContratConnu[]

/** The target of an import, as `choisirCible` says. Null when the chosen contract is not of this territory. */
export async function ciblerPlan(
  db: Tx,
  perimetre: Perimetre,
  plan: Pick<PlanLu, 'titre' | 'contrat' | 'lignes'>,
  choix: ChoixDeCible,
  maintenant: Date
): Promise<CiblePlan | null> {
  const choisie = choisirCible(plan, await contratsConnus(db, perimetre), choix)
  if (!choisie) return null
  const { contrat, raison } = choisie
  const [structures, personnes] = [await listerStructures(db, perimetre), await listerPersonnes(db, perimetre)]
  const autres = await autresNoms(db, perimetre)
  const annuaire = {
    // names that were merged come first, so that an id is written as it is called now
    structures: [...autres.structures, ...structures.map(({ id, nom, sigle }) => ({ id, nom, sigle }))],
    personnes: [...autres.personnes, ...personnes.map(({ id, nom }) => ({ id, nom }))],
    quartiers: (await listerQuartiers(db, perimetre)).map(({ id, nom }) => ({ id, nom }))
  }
  const dossier = contrat ? await lireDossier(db, perimetre, contrat.id, jourDe(maintenant)) : null
  const lu = dossier ? parIntitule(dossier) : { axes: [], horsAxe: [] }
  const dehors = plan.lignes.some(({ hors }) => hors) ? await lireDehors(db, perimetre, dossier) : []
  if (!dossier && dehors.length === 0)
    return { contrat, raison, dossier: null, existant: { axes: [], fiches: [], ...annuaire }, souvenirs: new Map() }
  const memoires = await db
    .select({ id: fiches.id, dernierImport: fiches.dernierImport })
    .from(fiches)
    .where(and(eq(fiches.collectiviteId, perimetre.collectiviteId), isNull(fiches.supprimeLe)))
  const souvenirs = new Map(
    memoires.flatMap(({ id, dernierImport }) =>
      dernierImport ? [[id, dernierImport as unknown as SouvenirImport] as const] : []
    )
  )
  return { contrat, raison, dossier, existant: existantDuDossier(lu, souvenirs, annuaire, dehors), souvenirs }
}

/** A file names the transversal axes that fiches answer by their titles; the dossier by their ids. */
export function parIntitule(dossier: Dossier): Dossier {
  const intitules = new Map(dossier.transversaux.map((axe) => [axe.id, axe.intitule]))
  const fiche = (une: FicheDossier): FicheDossier => ({
    ...une,
    reponses: une.reponses.map((reponse) => ({ ...reponse, axe: intitules.get(reponse.axe) ?? reponse.axe })),
    sousActions: une.sousActions.map(fiche)
  })
  const axe = (un: Dossier['axes'][number]): Dossier['axes'][number] => ({
    ...un,
    enfants: un.enfants.map(axe),
    fiches: un.fiches.map(fiche)
  })
  return { ...dossier, axes: dossier.axes.map(axe), horsAxe: dossier.horsAxe.map(fiche) }
}

/** How many of these titles each contract of the territory has among its actions. */
const titresCommuns = async (db: Tx, { collectiviteId }: Perimetre, titres: readonly string[]) =>
  (await db.execute(sql`select c.id, c.intitule, count(distinct f.cle_titre)::int as communes
    from fiches f join places p on p.collectivite_id = f.collectivite_id and p.fiche_id = f.id and p.jusque is null
      join contrats c on c.collectivite_id = p.collectivite_id and c.id = p.contrat_id and c.supprime_le is null
    where f.collectivite_id = ${collectiviteId} and f.supprime_le is null and f.cle_titre = any(${sql.param(titres)}::text[])
    group by c.id, c.intitule, c.debut, c.generation order by c.debut desc nulls first, c.generation desc`)) as unknown as {
    id: string
    intitule: string
    communes: number
  }[]

/**
 * What importing this plan would do, with nothing written: where it goes and why, and the contract that has the same actions already.
 * Null when the chosen contract is not of this territory.
 */
export async function previsualiserPlan(
  db: Tx,
  perimetre: Perimetre,
  plan: PlanLu,
  { ecraser, maintenant, ...choix }: ChoixDeCible & { ecraser: boolean; maintenant: Date }
): Promise<(Pick<CiblePlan, 'contrat' | 'raison'> & { jumeau: Jumeau | null; differences: DifferencesPlan }) | null> {
  const cible = await ciblerPlan(db, perimetre, plan, choix, maintenant)
  if (!cible) return null
  const { contrat, raison } = cible
  const differences = comparerPlan(plan, cible.existant, { ecraser })
  const creees = differences.lignes.filter(({ etat, ligne }) => etat === 'cree' && ligne.nature === 'action')
  const titres = [...new Set(creees.map(({ ligne }) => normaliser(ligne.champs.titre)))]
  const communs = titres.length > 0 ? await titresCommuns(db, perimetre, titres) : []
  return { contrat, raison, jumeau: jumeauDe(communs, titres.length, contrat?.id ?? null), differences }
}
