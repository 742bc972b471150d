import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { facultatif } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { ajouterQuartiers } from '#domaines/territoires/commands.server.ts'
import { listerQuartiers } from '#domaines/territoires/queries.server.ts'
import { creerAxe } from '#domaines/contrats/commands/axes.server.ts'
import { creerContrat, modifierContrat } from '#domaines/contrats/commands/contrat.server.ts'
import { listerAxes } from '#domaines/contrats/queries.server.ts'
import { aplatir, arbreDesAxes } from '#domaines/contrats/regles/arbre.ts'
import { axes } from '#domaines/contrats/tables.server.ts'
import { peutImporterPlan } from '../droits.ts'
import { ciblerPlan, cleDuPlan, type CiblePlan } from '../queries/plan.server.ts'
import { listerPlaces, numerosDesFiches } from '../queries/fiches.server.ts'
import { baseApresImport, comparerPlan } from '../regles/plan/comparer.ts'
import { reconnaissance } from '../regles/plan/egalite.ts'
import { cleDAxe } from '../regles/plan/numero.ts'
import { aplatirObjectifs } from '../regles/objectifs.ts'
import type { ChampsPlan, DifferenceLigne, DifferencesPlan, PlanLu } from '../schema/plan.ts'
import { fiches, indicateurs, indicateursValeurs, places, reponses } from '../tables.server.ts'
import {
  LOT,
  remplacerEtapes,
  remplacerFinancements,
  remplacerIntervenants,
  remplacerObjectifs,
  remplacerQuartiers,
  type Intervenant
} from './parties.server.ts'

/** Names of the levels that a plan of this depth has when nobody named them. */
const NIVEAUX = ['Axe', 'Sous-axe', 'Sous-sous-axe']

/**
 * Brings a plan in: everything in one transaction, in sets, or nothing. What a person changed here since the last import is kept
 * unless `ecraser`. Refusals: `plan_refuse` (the reader's own refusals are in the details), 404 for a contract that is not here.
 */
export const importerPlan = commande('plan.importer', {
  saisie: z.object({
    plan: z.custom<PlanLu>((valeur) => typeof valeur === 'object' && valeur !== null),
    contratId: facultatif(z.uuid()).default(null),
    ecraser: z.boolean().default(false)
  }),
  charger: ({ db, perimetre, maintenant }, { plan, contratId }) => ciblerPlan(db, perimetre, plan, contratId, maintenant),
  droit: peutImporterPlan,
  regle: (cible, { plan, ecraser }) =>
    plan.refus.length > 0
      ? refuser('plan_refuse', 'fichier', { refus: plan.refus })
      : { differences: comparerPlan(plan, cible.existant, { ecraser }) },
  agir: async (ctx, cible, { plan }, { differences }) => {
    const contratId =
      cible.contratId ??
      (
        await creerContrat.dans(ctx, {
          intitule: plan.titre ?? 'Plan d’action importé',
          debut: null,
          fin: null,
          planImporte: cleDuPlan(plan.titre),
          niveaux: NIVEAUX.slice(0, profondeur(plan))
        })
      ).id
    if (cible.dossier && profondeur(plan) > cible.dossier.contrat.niveaux.length)
      await modifierContrat.dans(ctx, {
        id: contratId,
        niveaux: [...cible.dossier.contrat.niveaux, ...NIVEAUX.slice(cible.dossier.contrat.niveaux.length, profondeur(plan))]
      })
    const lesAxes = await creerAxes(ctx, contratId, cible, differences)
    const ids = await ecrireFiches(ctx, cible, differences)
    await placerFiches(ctx, contratId, differences, lesAxes, ids)
    await ecrireParties(ctx, contratId, cible, differences, ids)
    await oublierLesNumerosCalcules(ctx, contratId, [...ids.values()])
    return { contratId, differences }
  }
})

const profondeur = (plan: PlanLu): number => Math.max(1, ...plan.lignes.map((ligne) => ligne.axes.length))

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

/** A row that will be written, with the values that the fiche will have. */
const aEcrire = ({ etat, champs }: DifferenceLigne) => etat === 'cree' || champs.some(({ retenu }) => retenu)

const SIMPLES = [
  'numero',
  'titre',
  'nature',
  'statut',
  'priorite',
  'debut',
  'fin',
  'calendrier',
  'ameliorationContinue',
  'participation',
  'gouvernance',
  'contexte',
  'description',
  'moyens',
  'vigilance',
  'notes',
  'documents',
  'liens',
  'publics',
  'ages',
  'milieux',
  'ottawa',
  'budgetPrevisionnel'
] as const satisfies readonly (keyof ChampsPlan)[]

/** Creates and updates fiches in the same statements; answers the id of the fiche of each row by the row's key. */
async function ecrireFiches(
  { db, perimetre, nouvelId, maintenant }: CtxTerritoire,
  { existant, souvenirs }: CiblePlan,
  { lignes }: DifferencesPlan
): Promise<Map<string, string>> {
  const ids = new Map(lignes.map(({ ligne, fiche }) => [ligne.cle, fiche ?? nouvelId()]))
  const connues = new Map(existant.fiches.map((fiche) => [fiche.id, fiche.champs]))
  const rangees = lignes.flatMap((difference, rang) => {
    const { ligne, fiche, champs } = difference
    const souvenir = { cle: ligne.cle, champs: baseApresImport(ligne, (fiche && souvenirs.get(fiche)?.champs) || null) }
    if (!aEcrire(difference) && fiche && JSON.stringify(souvenirs.get(fiche)) === JSON.stringify(souvenir)) return []
    const retenus = Object.fromEntries(champs.filter(({ retenu }) => retenu).map(({ champ, apres }) => [champ, apres]))
    const valeurs = (fiche ? { ...connues.get(fiche)!, ...retenus } : ligne.champs) as ChampsPlan
    const simples = Object.fromEntries(SIMPLES.map((champ) => [champ, valeurs[champ]])) as Pick<
      ChampsPlan,
      (typeof SIMPLES)[number]
    >
    return [
      {
        collectiviteId: perimetre.collectiviteId,
        id: ids.get(ligne.cle)!,
        parentId: ligne.parent ? ids.get(ligne.parent)! : null,
        rang: rang + 1,
        ...simples,
        cleTitre: normaliser(simples.titre),
        dernierImport: souvenir as unknown as Record<string, unknown>,
        creeLe: maintenant,
        modifieLe: maintenant,
        ecrite: aEcrire(difference)
      }
    ]
  })
  const repris = Object.fromEntries(
    [...SIMPLES, 'cleTitre'].map((champ) => [
      champ,
      sql.raw(`excluded.${champ.replace(/[A-Z]/g, (lettre) => `_${lettre.toLowerCase()}`)}`)
    ])
  )
  for (const ecrite of [true, false]) {
    const lot = rangees.filter((rangee) => rangee.ecrite === ecrite).map(({ ecrite: _, ...rangee }) => rangee)
    // a row that only refreshes what is remembered of the import is no change of the fiche
    const change = ecrite
      ? { ...repris, modifieLe: sql`excluded.modifie_le`, dernierImport: sql`excluded.dernier_import` }
      : { dernierImport: sql`excluded.dernier_import` }
    for (let debut = 0; debut < lot.length; debut += LOT)
      await db
        .insert(fiches)
        .values(lot.slice(debut, debut + LOT))
        .onConflictDoUpdate({ target: [fiches.collectiviteId, fiches.id], set: change })
  }
  return ids
}

/** Puts new actions at the end of their axis, in the order of the file; those that are there stay where they are. */
async function placerFiches(
  { db, perimetre, nouvelId }: CtxTerritoire,
  contratId: string,
  { lignes }: DifferencesPlan,
  lesAxes: Map<string, string>,
  ids: Map<string, string>
): Promise<void> {
  const [{ dernier }] = (await db.execute(
    sql`select coalesce(max(rang), 0)::int as dernier from places where collectivite_id = ${perimetre.collectiviteId} and contrat_id = ${contratId}`
  )) as unknown as [{ dernier: number }]
  const rangees = lignes
    .filter(({ etat, ligne }) => etat === 'cree' && ligne.nature === 'action')
    .map(({ ligne }, rang) => ({
      collectiviteId: perimetre.collectiviteId,
      id: nouvelId(),
      ficheId: ids.get(ligne.cle)!,
      contratId,
      axeId: ligne.axes.length > 0 ? lesAxes.get(cleDAxe(ligne.axes))! : null,
      rang: dernier + rang + 1
    }))
  for (let debut = 0; debut < rangees.length; debut += LOT) await db.insert(places).values(rangees.slice(debut, debut + LOT))
}

async function ecrireParties(
  ctx: CtxTerritoire,
  contratId: string,
  { existant }: CiblePlan,
  { lignes }: DifferencesPlan,
  ids: Map<string, string>
): Promise<void> {
  const parFiche = <T>(champ: keyof ChampsPlan, partie: (champs: ChampsPlan) => T[]) =>
    new Map(
      lignes.flatMap(({ etat, ligne, champs }) => {
        const ecrit =
          etat === 'cree'
            ? partie(ligne.champs).length > 0
            : champs.some((difference) => difference.champ === champ && difference.retenu)
        return ecrit ? [[ids.get(ligne.cle)!, partie(ligne.champs)] as const] : []
      })
    )
  const noms = canonique(existant)
  await remplacerObjectifs(
    ctx,
    parFiche('objectifs', (champs) => aplatirObjectifs(champs.objectifs))
  )
  await remplacerIntervenants(
    ctx,
    parFiche('intervenants', (champs) =>
      champs.intervenants.map(({ role, nom, detail }): Intervenant =>
        role === 'personne_pilote' || role === 'elu_referent'
          ? { role, structure: null, personne: noms.personne(nom), detail }
          : { role, structure: noms.structure(nom), personne: null, detail }
      )
    )
  )
  await remplacerEtapes(
    ctx,
    parFiche('etapes', (champs) => champs.etapes)
  )
  await remplacerFinancements(
    ctx,
    parFiche('financements', (champs) =>
      champs.financements.map((financement) => ({ ...financement, financeur: noms.structure(financement.financeur) }))
    )
  )
  await ecrireQuartiersNommes(
    ctx,
    parFiche('quartiers', (champs) => champs.quartiers)
  )
  await ecrireIndicateursImportes(
    ctx,
    parFiche('indicateurs', (champs) => champs.indicateurs)
  )
  await ecrireReponses(
    ctx,
    contratId,
    parFiche('reponses', (champs) => champs.reponses)
  )
}

/** A name as the directory writes it, when it is recognised there. */
function canonique({ structures, personnes }: CiblePlan['existant']) {
  const ecrit = (annuaire: readonly { id: string; nom: string }[]) => {
    const trouver = reconnaissance(annuaire)
    const parId = new Map(annuaire.map(({ id, nom }) => [id, nom]))
    return (nom: string) => parId.get(trouver(nom) ?? '') ?? nom
  }
  return { structure: ecrit(structures), personne: ecrit(personnes) }
}

async function ecrireQuartiersNommes(ctx: CtxTerritoire, parFiche: Map<string, string[]>): Promise<void> {
  if (parFiche.size === 0) return
  const parNom = async () =>
    new Map((await listerQuartiers(ctx.db, ctx.perimetre)).toReversed().map(({ id, nom }) => [normaliser(nom), id]))
  let connus = await parNom()
  const inconnus = [...new Set([...parFiche.values()].flat())].filter((nom) => !connus.has(normaliser(nom)))
  if (inconnus.length > 0) {
    await ajouterQuartiers.dans(ctx, { quartiers: inconnus.map((nom) => ({ nom, nature: 'quartier' as const })) })
    connus = await parNom()
  }
  await remplacerQuartiers(
    ctx,
    new Map([...parFiche].map(([id, noms]) => [id, [...new Set(noms.map((nom) => connus.get(normaliser(nom))!))]]))
  )
}

async function ecrireIndicateursImportes(
  { db, perimetre, nouvelId }: CtxTerritoire,
  parFiche: Map<string, ChampsPlan['indicateurs']>
): Promise<void> {
  const { collectiviteId } = perimetre
  const touchees = sql.param([...parFiche.keys()])
  await db.execute(
    sql`delete from indicateurs_valeurs where collectivite_id = ${collectiviteId} and fiche_id = any(${touchees}::uuid[])`
  )
  await db.execute(sql`delete from indicateurs where collectivite_id = ${collectiviteId} and fiche_id = any(${touchees}::uuid[])`)
  const lignes = [...parFiche].flatMap(([ficheId, liste]) =>
    liste.map(({ valeurs, ...indicateur }, rang) => ({
      ligne: { collectiviteId, id: nouvelId(), ficheId, rang: rang + 1, ...indicateur },
      valeurs
    }))
  )
  const releves = lignes.flatMap(({ ligne, valeurs }) =>
    valeurs.map((valeur) => ({ collectiviteId, id: nouvelId(), ficheId: ligne.ficheId, indicateurId: ligne.id, ...valeur }))
  )
  for (let debut = 0; debut < lignes.length; debut += LOT)
    await db.insert(indicateurs).values(lignes.slice(debut, debut + LOT).map(({ ligne }) => ligne))
  for (let debut = 0; debut < releves.length; debut += LOT)
    await db.insert(indicateursValeurs).values(releves.slice(debut, debut + LOT))
}

async function ecrireReponses(
  ctx: CtxTerritoire,
  contratId: string,
  parFiche: Map<string, ChampsPlan['reponses']>
): Promise<void> {
  const { db, perimetre, nouvelId } = ctx
  const dites = [...parFiche].flatMap(([ficheId, liste]) => liste.map((reponse) => ({ ficheId, ...reponse })))
  if (dites.length === 0) return
  const transversaux = (await listerAxes(db, perimetre, contratId)).filter((axe) => axe.nature === 'transversal')
  const connus = new Map(transversaux.map((axe) => [normaliser(axe.intitule), axe.id]))
  for (const { axe } of dites)
    if (!connus.has(normaliser(axe)))
      connus.set(
        normaliser(axe),
        (
          await creerAxe.dans(ctx, {
            contratId,
            nature: 'transversal',
            intitule: axe,
            enjeu: null,
            constat: null,
            objectif: null,
            question: null,
            instance: null
          })
        ).id
      )
  const lignes = dites.map(({ axe, ...reste }) => ({
    collectiviteId: perimetre.collectiviteId,
    id: nouvelId(),
    axeId: connus.get(normaliser(axe))!,
    ...reste
  }))
  for (let debut = 0; debut < lignes.length; debut += LOT)
    await db
      .insert(reponses)
      .values(lignes.slice(debut, debut + LOT))
      .onConflictDoUpdate({
        target: [reponses.collectiviteId, reponses.ficheId, reponses.axeId, reponses.moment],
        set: { texte: sql`excluded.texte` }
      })
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
