import { and, eq, isNull } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { jourDe } from '#platform/dates.ts'
import { normaliser } from '#platform/texte.ts'
import { listerPersonnes, listerStructures } from '#domaines/partenaires/queries.server.ts'
import { autresNoms } from '#domaines/partenaires/queries/annuaire.server.ts'
import { listerContrats } from '#domaines/contrats/queries.server.ts'
import { existantDuDossier, type SouvenirImport } from '../regles/plan/existant.ts'
import type { Dossier } from '../schema/dossier.ts'
import { comparerPlan } from '../regles/plan/comparer.ts'
import type { DifferencesPlan, PlanExistant, PlanLu } from '../schema/plan.ts'
import { contrats } from '#domaines/contrats/tables.server.ts'
import { fiches } from '../tables.server.ts'
import { lireDossier } from './dossier.server.ts'

/** Where a plan goes and what is there already. `contratId` is null when a new contract will be made. */
export type CiblePlan = {
  contratId: string | null
  dossier: Dossier | null
  existant: PlanExistant
  souvenirs: Map<string, SouvenirImport>
}

/** The key under which a later import of the same plan finds the contract that the first one made. */
export const cleDuPlan = (titre: string | null): string => normaliser(titre ?? 'plan sans titre')

/**
 * The target of an import: the contract named, else the one that an earlier import of the same plan title made, else a new one.
 * Null when the named contract is not of this territory.
 */
export async function ciblerPlan(
  db: Tx,
  perimetre: Perimetre,
  plan: Pick<PlanLu, 'titre'>,
  voulu: string | null,
  maintenant: Date
): Promise<CiblePlan | null> {
  const cle = cleDuPlan(plan.titre)
  const dejaFait = async () => {
    const lignes = await db
      .select({ id: contrats.id })
      .from(contrats)
      .where(
        and(eq(contrats.collectiviteId, perimetre.collectiviteId), eq(contrats.planImporte, cle), isNull(contrats.supprimeLe))
      )
    return lignes[0]?.id ?? null
  }
  const connus = await listerContrats(db, perimetre)
  const contratId = voulu ?? (await dejaFait())
  if (contratId !== null && !connus.some((contrat) => contrat.id === contratId)) return null
  const [structures, personnes] = [await listerStructures(db, perimetre), await listerPersonnes(db, perimetre)]
  const autres = await autresNoms(db, perimetre)
  const annuaire = {
    // names that were merged come first, so that an id is written as it is called now
    structures: [...autres.structures, ...structures.map(({ id, nom, sigle }) => ({ id, nom, sigle }))],
    personnes: [...autres.personnes, ...personnes.map(({ id, nom }) => ({ id, nom }))]
  }
  const dossier = contratId ? await lireDossier(db, perimetre, contratId, jourDe(maintenant)) : null
  if (!dossier) return { contratId, dossier: null, existant: { axes: [], fiches: [], ...annuaire }, souvenirs: new Map() }
  const memoires = await db
    .select({ id: fiches.id, dernierImport: fiches.dernierImport })
    .from(fiches)
    .where(and(eq(fiches.collectiviteId, perimetre.collectiviteId), isNull(fiches.supprimeLe)))
  const souvenirs = new Map(
    memoires.flatMap(({ id, dernierImport }) =>
      dernierImport ? [[id, dernierImport as unknown as SouvenirImport] as const] : []
    )
  )
  return { contratId, dossier, existant: existantDuDossier(parIntitule(dossier), souvenirs, annuaire), souvenirs }
}

/** A file names the transversal axes that fiches answer by their titles; the dossier by their ids. */
export function parIntitule(dossier: Dossier): Dossier {
  const intitules = new Map(dossier.transversaux.map((axe) => [axe.id, axe.intitule]))
  const fiche = (une: Dossier['horsAxe'][number]): Dossier['horsAxe'][number] => ({
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

/** What importing this plan would do, with nothing written; null when the named contract is not of this territory. */
export async function previsualiserPlan(
  db: Tx,
  perimetre: Perimetre,
  plan: PlanLu,
  options: { contratId: string | null; ecraser: boolean; maintenant: Date }
): Promise<{ contratId: string | null; intitule: string | null; differences: DifferencesPlan } | null> {
  const cible = await ciblerPlan(db, perimetre, plan, options.contratId, options.maintenant)
  if (!cible) return null
  return {
    contratId: cible.contratId,
    intitule: cible.dossier?.contrat.intitule ?? null,
    differences: comparerPlan(plan, cible.existant, { ecraser: options.ecraser })
  }
}
