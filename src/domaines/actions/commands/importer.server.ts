import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { rafraichirStatistiques } from '#platform/statistiques.server.ts'
import { facultatif } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { creerContrat, modifierContrat } from '#domaines/contrats/commands/contrat.server.ts'
import { listerAxes } from '#domaines/contrats/queries.server.ts'
import { aplatir, arbreDesAxes } from '#domaines/contrats/regles/arbre.ts'
import { axes, contrats } from '#domaines/contrats/tables.server.ts'
import { peutImporterPlan } from '../droits.ts'
import { ciblerPlan, type CiblePlan } from '../queries/plan.server.ts'
import { listerPlaces, numerosDesFiches } from '../queries/fiches.server.ts'
import { aplatirObjectifs } from '../regles/objectifs.ts'
import { cleDuPlan, seRetrouve, veutUnContrat } from '../regles/plan/cible.ts'
import { comparerPlan } from '../regles/plan/comparer.ts'
import { cleDAxe } from '../regles/plan/numero.ts'
import type { DifferenceLigne, DifferencesPlan, PlanLu } from '../schema/plan.ts'
import { places } from '../tables.server.ts'
import { ecrireFiches } from './importer-fiches.server.ts'
import { completerAvecAnnexes } from './importer-annexes.server.ts'
import { ecrireAttaches } from './importer-attaches.server.ts'
import { canonique, ecrireParties, partiesAEcrire } from './importer-parties.server.ts'
import { LOT } from './parties.server.ts'

/** Rows written together: what a plan becomes on its way to the tables is never there whole, only the plan is. */
const TRANCHE = 2_000

/** Names of the levels that a plan of this depth has when nobody named them. */
const NIVEAUX = ['Axe', 'Sous-axe', 'Sous-sous-axe']

/**
 * Brings a plan in: everything in one transaction, in sets, or nothing; into the contract that `choisirCible` says, but for the actions
 * that stand in none; `contratId` is null when there is nothing else. What a person changed here since the last import is kept
 * unless `ecraser`. Refusals: `plan_refuse` (the reader's own refusals are in the details), 404 for a contract that is not here.
 */
export const importerPlan = commande('plan.importer', {
  saisie: z.object({
    plan: z.custom<PlanLu>((valeur) => typeof valeur === 'object' && valeur !== null),
    contratId: facultatif(z.uuid()).default(null),
    nouveau: z.boolean().default(false),
    ecraser: z.boolean().default(false),
    avancer: z.custom<Avancer>((valeur) => typeof valeur === 'function').optional()
  }),
  charger: ({ db, perimetre, maintenant }, { plan, contratId, nouveau }) =>
    ciblerPlan(db, perimetre, plan, { contratId, nouveau }, maintenant),
  droit: peutImporterPlan,
  regle: (cible, { plan, ecraser }) =>
    plan.refus.length > 0
      ? refuser('plan_refuse', 'fichier', { refus: plan.refus })
      : { differences: comparerPlan(plan, cible.existant, { ecraser }) },
  agir: async (seul, cible, { plan, avancer }, { differences }) => {
    const ctx = avancer ? { ...seul, lotEcrit: compteur(avancer, rangeesDe(differences)) } : seul
    const contratId = cible.contrat?.id ?? (veutUnContrat(plan) ? await ouvrirContrat(ctx, plan) : null)
    if (cible.contrat && veutUnContrat(plan) && !seRetrouve(plan, cible.contrat) && cible.contrat.planImporte === null)
      await retenirLePlan(ctx, cible.contrat.id, plan)
    if (cible.dossier && profondeur(plan) > cible.dossier.contrat.niveaux.length)
      await modifierContrat.dans(ctx, {
        id: cible.dossier.contrat.id,
        niveaux: [...cible.dossier.contrat.niveaux, ...niveauxDe(plan).slice(cible.dossier.contrat.niveaux.length)]
      })
    const lesAxes = contratId === null ? new Map<string, string>() : await creerAxes(ctx, contratId, cible, differences)
    if (plan.annexes) await completerAvecAnnexes(ctx, contratId, plan.annexes, lesAxes)
    // the order of the file stands between actions of one title that no contract ranks
    const neufs = differences.lignes
      .flatMap(({ fiche }) => (fiche === null ? [ctx.nouvelId()] : []))
      .toSorted()
      .values()
    const ids = new Map(differences.lignes.map(({ ligne, fiche }) => [ligne.cle, fiche ?? neufs.next().value!]))
    const noms = canonique(cible.existant)
    for (let debut = 0; debut < differences.lignes.length; debut += TRANCHE) {
      const lignes = differences.lignes.slice(debut, debut + TRANCHE)
      await ecrireFiches(ctx, cible, { lignes, debut, ids })
      if (contratId !== null) await placerFiches(ctx, contratId, lignes, lesAxes, ids)
      await ecrireParties(ctx, contratId, noms, partiesAEcrire(lignes, ids))
    }
    await ecrireAttaches(ctx, { contratId, cible, plan, ids, noms, parFiche: partiesAEcrire(differences.lignes, ids) })
    if (contratId !== null && plan.lignes.some(({ champs }) => champs.numero !== null))
      await oublierLesNumerosCalcules(ctx, contratId, [...ids.values()])
    await rafraichirStatistiques(ctx.db, plan.lignes.length)
    if (contratId !== null) ctx.annoncer('plan_importe', { contratId, lignes: plan.lignes.length })
    return { contratId, raison: cible.raison, differences }
  }
})

const ouvrirContrat = async (ctx: CtxTerritoire, plan: PlanLu): Promise<string> =>
  (
    await creerContrat.dans(ctx, {
      intitule: plan.titre ?? 'Plan d’action importé',
      debut: null,
      fin: null,
      planImporte: cleDuPlan(plan.titre),
      niveaux: niveauxDe(plan)
    })
  ).id

/** So that the next import of this plan finds this contract again. */
const retenirLePlan = ({ db, perimetre: { collectiviteId } }: CtxTerritoire, contratId: string, { titre }: PlanLu) =>
  db
    .update(contrats)
    .set({ planImporte: cleDuPlan(titre) })
    .where(and(eq(contrats.collectiviteId, collectiviteId), eq(contrats.id, contratId)))

/** Told of the rows written so far and of about how many there will be; throwing there undoes the import. */
type Avancer = (fait: number, total: number) => Promise<void>

function compteur(avancer: Avancer, total: number) {
  let fait = 0
  return (lignes: number) => avancer(Math.min(total, (fait += lignes)), total)
}

/** About how many rows an import writes: its fiches, their places, and what hangs from those that are new. */
const rangeesDe = ({ lignes }: DifferencesPlan): number =>
  lignes.reduce((somme, { etat, ligne: { champs } }) => {
    const { objectifs, intervenants, etapes, financements, indicateurs } = champs
    const parties = [objectifs, intervenants, etapes, financements, indicateurs].reduce((n, liste) => n + liste.length, 0)
    return somme + (etat === 'cree' ? 1 + aplatirObjectifs(objectifs).length - objectifs.length + parties : 1)
  }, 0)

const profondeur = (plan: PlanLu): number => plan.lignes.reduce((plus, { axes: { length } }) => Math.max(plus, length), 1)

/** Names of the levels, those that the file says first. */
function niveauxDe(plan: PlanLu): string[] {
  const dits = plan.annexes?.niveaux ?? []
  return [...dits, ...NIVEAUX.slice(dits.length, Math.max(dits.length, profondeur(plan)))]
}

/** New axes, parents first; answers every axis of the contract by its key. */
async function creerAxes(
  { db, perimetre, nouvelId, maintenant }: CtxTerritoire,
  contratId: string,
  { existant }: CiblePlan,
  { axesACreer }: DifferencesPlan
): Promise<Map<string, string>> {
  const ids = new Map(existant.axes.map((axe) => [axe.cle, axe.id]))
  const lignes = axesACreer.map(({ cle, parent, titre }, rang) => {
    const id = nouvelId()
    ids.set(cle, id)
    return {
      collectiviteId: perimetre.collectiviteId,
      id,
      contratId,
      parentId: parent ? ids.get(parent)! : null,
      nature: 'thematique' as const,
      rang: existant.axes.length + rang + 1,
      intitule: titre,
      cleIntitule: normaliser(titre),
      sousQuestions: [],
      ages: [],
      creeLe: maintenant
    }
  })
  for (let debut = 0; debut < lignes.length; debut += LOT) await db.insert(axes).values(lignes.slice(debut, debut + LOT))
  return ids
}

/** Puts new actions at the end of their axis, in the order of the file; those that are there stay where they are. */
async function placerFiches(
  { db, perimetre, nouvelId }: CtxTerritoire,
  contratId: string,
  lignes: readonly DifferenceLigne[],
  lesAxes: ReadonlyMap<string, string>,
  ids: ReadonlyMap<string, string>
): Promise<void> {
  const [{ dernier }] = (await db.execute(
    sql`select coalesce(max(rang), 0)::int as dernier from places where collectivite_id = ${perimetre.collectiviteId} and contrat_id = ${contratId}`
  )) as unknown as [{ dernier: number }]
  const rangees = lignes
    .filter(({ etat, ligne }) => etat === 'cree' && ligne.nature === 'action' && !ligne.hors)
    .map(({ ligne }, rang) => ({
      collectiviteId: perimetre.collectiviteId,
      id: nouvelId(),
      ficheId: ids.get(ligne.cle)!,
      contratId,
      axeId: ligne.axes.length > 0 ? lesAxes.get(cleDAxe(ligne.axes))! : null,
      rang: dernier + rang + 1,
      ...ligne.champs.entree
    }))
  for (let debut = 0; debut < rangees.length; debut += LOT) await db.insert(places).values(rangees.slice(debut, debut + LOT))
}

/** A number that the tree gives by itself is not kept: it would stay behind when fiches are reordered. */
async function oublierLesNumerosCalcules(
  { db, perimetre }: CtxTerritoire,
  contratId: string,
  ids: readonly string[]
): Promise<void> {
  const lesAxes = await listerAxes(db, perimetre, contratId)
  const arbre = arbreDesAxes(lesAxes.filter((axe) => axe.nature === 'thematique'))
  const numeros = numerosDesFiches(
    await listerPlaces(db, perimetre, contratId),
    new Map(aplatir(arbre).map((axe) => [axe.id, axe.numero]))
  )
  const calcules = ids.flatMap((id) => (numeros.has(id) ? [{ id, numero: numeros.get(id)! }] : []))
  await db.execute(sql`update fiches set numero = null from jsonb_to_recordset(${JSON.stringify(calcules)}::jsonb) as c(id uuid, numero text)
    where fiches.collectivite_id = ${perimetre.collectiviteId} and fiches.id = c.id and fiches.numero = c.numero`)
}
