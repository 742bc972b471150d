import { sql } from 'drizzle-orm'
import type { CtxTerritoire } from '#platform/commande.server.ts'
import { normaliser } from '#platform/texte.ts'
import { ajouterQuartiers } from '#domaines/territoires/commands.server.ts'
import { assurerStructures } from '#domaines/partenaires/commands.server.ts'
import { listerQuartiers } from '#domaines/territoires/queries.server.ts'
import { creerAxe } from '#domaines/contrats/commands/axes.server.ts'
import { listerAxes } from '#domaines/contrats/queries.server.ts'
import type { CiblePlan } from '../queries/plan.server.ts'
import { aplatirObjectifs } from '../regles/objectifs.ts'
import { quiEst, reconnaissance } from '../regles/plan/egalite.ts'
import type { ChampsPlan, DifferenceLigne } from '../schema/plan.ts'
import { reponses } from '../tables.server.ts'
import { indicateurs, indicateursValeurs } from '../tables/indicateurs.server.ts'
import {
  LOT,
  remplacerEtapes,
  remplacerFinancements,
  remplacerIntervenants,
  remplacerObjectifs,
  remplacerQuartiers,
  type CtxParties,
  type Intervenant
} from './parties.server.ts'

/** What the file says of one field, by fiche: of those that are new, and of those whose field is to be written. */
export type ParFiche = <T>(champ: keyof ChampsPlan, partie: (champs: ChampsPlan) => T[]) => Map<string, T[]>

export const partiesAEcrire =
  (lignes: readonly DifferenceLigne[], ids: ReadonlyMap<string, string>): ParFiche =>
  (champ, partie) =>
    new Map(
      lignes.flatMap(({ etat, ligne, champs }) => {
        const ecrit =
          etat === 'cree'
            ? partie(ligne.champs).length > 0
            : champs.some((difference) => difference.champ === champ && difference.retenu)
        return ecrit ? [[ids.get(ligne.cle)!, partie(ligne.champs)] as const] : []
      })
    )

/** Writes what hangs from the fiches of a plan: objectives, pilots and partners, steps, budget, quartiers, indicators, answers. */
export async function ecrireParties(
  ctx: CtxParties,
  contratId: string | null,
  noms: Canonique,
  parFiche: ParFiche
): Promise<void> {
  await remplacerObjectifs(
    ctx,
    parFiche('objectifs', (champs) => aplatirObjectifs(champs.objectifs))
  )
  await remplacerIntervenants(
    ctx,
    parFiche('intervenants', (champs) =>
      champs.intervenants.map((dit): Intervenant => {
        const { structure, personne } = quiEst(dit)
        return {
          role: dit.role,
          structure: structure && noms.structure(structure),
          personne: personne && noms.personne(personne),
          detail: dit.detail
        }
      })
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
    parFiche('indicateurs', (champs) =>
      champs.indicateurs.map(({ detenteur, ...indicateur }) => ({
        ...indicateur,
        detenteur: detenteur && noms.structure(detenteur)
      }))
    )
  )
  const dites = parFiche('reponses', (champs) => champs.reponses)
  if (contratId !== null) await ecrireReponses(ctx, contratId, dites)
}

/** A name as the directory writes it, when it is recognised there. */
export function canonique({ structures, personnes }: CiblePlan['existant']) {
  const ecrit = (annuaire: readonly { id: string; nom: string }[]) => {
    const trouver = reconnaissance(annuaire)
    const parId = new Map(annuaire.map(({ id, nom }) => [id, nom]))
    return (nom: string) => parId.get(trouver(nom) ?? '') ?? nom
  }
  return { structure: ecrit(structures), personne: ecrit(personnes) }
}

export type Canonique = ReturnType<typeof canonique>

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

async function ecrireIndicateursImportes(ctx: CtxTerritoire, parFiche: Map<string, ChampsPlan['indicateurs']>): Promise<void> {
  const { db, perimetre, nouvelId } = ctx
  const { collectiviteId } = perimetre
  const { ids } = await assurerStructures.dans(ctx, {
    noms: [...parFiche.values()].flat().flatMap(({ detenteur }) => detenteur ?? [])
  })
  const touchees = sql.param([...parFiche.keys()])
  await db.execute(
    sql`delete from indicateurs_valeurs where collectivite_id = ${collectiviteId} and fiche_id = any(${touchees}::uuid[])`
  )
  await db.execute(sql`delete from indicateurs where collectivite_id = ${collectiviteId} and fiche_id = any(${touchees}::uuid[])`)
  const lignes = [...parFiche].flatMap(([ficheId, liste]) =>
    liste.map(({ valeurs, detenteur, ...indicateur }, rang) => ({
      ligne: {
        collectiviteId,
        id: nouvelId(),
        ficheId,
        rang: rang + 1,
        detenteurId: detenteur === null ? null : ids.get(normaliser(detenteur))!,
        ...indicateur
      },
      valeurs
    }))
  )
  const dits = lignes.flatMap(({ ligne, valeurs }) =>
    valeurs.map((valeur) => ({ collectiviteId, ficheId: ligne.ficheId, indicateurId: ligne.id, ...valeur }))
  )
  // of two values of one same day, the order of the file stands
  const suite = dits.map(() => nouvelId()).toSorted()
  const releves = dits.map((valeur, rang) => ({ ...valeur, id: suite[rang]! }))
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
