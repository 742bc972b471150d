import { sql } from 'drizzle-orm'
import { propre, normaliser } from '#platform/texte.ts'
import { inscrireProgramme } from '#domaines/contrats/commands/programmes.server.ts'
import { listerProgrammes } from '#domaines/contrats/queries.server.ts'
import type { CiblePlan } from '../queries/plan.server.ts'
import { direLienPerdu, direPrsPerdu } from '../regles/plan/rattaches.ts'
import type { PlanLu } from '../schema/plan.ts'
import { fichesProgrammes, fichesPrs, liens, nouvelles } from '../tables/suivi.server.ts'
import { axesDePrsConnus, cleDAxeDePrs, cleDuProgramme } from './importer-annexes.server.ts'
import type { Canonique, ParFiche } from './importer-parties.server.ts'
import { LOT, remplacer, type CtxParties } from './parties.server.ts'
import { remplacerPostes } from './postes.server.ts'

type Plan = {
  contratId: string | null
  cible: CiblePlan
  plan: PlanLu
  ids: ReadonlyMap<string, string>
  noms: Canonique
  parFiche: ParFiche
}

/**
 * Writes what the fiches of a plan hold to: posts, other actions, other programmes, axes of regional plans, news, and how they came
 * into the contract. What names something that is not here is kept in the notes of its fiche.
 */
export async function ecrireAttaches(ctx: CtxParties, dits: Plan): Promise<void> {
  const { noms, parFiche } = dits
  await remplacerPostes(
    ctx,
    parFiche('postes', (champs) =>
      (champs.postes ?? []).map((un) => ({ ...un, financeur: un.financeur && noms.structure(un.financeur) }))
    )
  )
  await direLesEntrees(ctx, dits)
  await ajouterNouvelles(ctx, dits)
  const perdus = [...(await lierActions(ctx, dits)), ...(await lierPrs(ctx, dits))]
  await lierProgrammes(ctx, dits)
  if (perdus.length === 0) return
  const notes = [...Map.groupBy(perdus, ({ ficheId }) => ficheId)].map(([id, siens]) => ({
    id,
    notes: siens.map(({ texte }) => texte).join('\n')
  }))
  await ctx.db.execute(sql`update fiches f set notes = concat_ws(E'\n', f.notes, c.notes)
    from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as c(id uuid, notes text)
    where f.collectivite_id = ${ctx.perimetre.collectiviteId} and f.id = c.id`)
}

type Perdu = { ficheId: string; texte: string }

const lignesDe = <T>(parFiche: ReadonlyMap<string, readonly T[]>) =>
  [...parFiche].flatMap(([ficheId, liste]) => liste.map((un) => ({ ficheId, un })))

/** Since when, and why, the fiches that were here already stand in the contract; new ones had it with their place. */
async function direLesEntrees({ db, perimetre }: CtxParties, { contratId, cible, parFiche }: Plan): Promise<void> {
  const connues = new Set(cible.existant.fiches.map(({ id }) => id))
  const dites = lignesDe(parFiche('entree', ({ entree }) => (entree ? [entree] : [])))
    .filter(({ ficheId }) => connues.has(ficheId))
    .map(({ ficheId, un }) => ({ ficheId, ...un }))
  if (dites.length === 0) return
  await db.execute(sql`update places p set depuis = c.depuis, motif = c.motif
    from jsonb_to_recordset(${JSON.stringify(dites)}::jsonb) as c("ficheId" uuid, depuis text, motif text)
    where p.collectivite_id = ${perimetre.collectiviteId} and p.contrat_id = ${contratId} and p.fiche_id = c."ficheId" and p.jusque is null`)
}

/** News of the file that the fiche does not have; none is ever taken away. */
async function ajouterNouvelles(ctx: CtxParties, { cible, parFiche }: Plan): Promise<void> {
  const cle = ({ date, texte }: { date: string; texte: string }) => `${date} ${propre(texte)}`
  const connues = new Map(cible.existant.fiches.map(({ id, champs }) => [id, new Set(champs.nouvelles.map(cle))]))
  const dites = lignesDe(parFiche('nouvelles', (champs) => champs.nouvelles ?? []))
    .filter(({ ficheId, un }) => !connues.get(ficheId)?.has(cle(un)))
    // of one same day, the first told is the last written
    .toReversed()
  const nouveaux = dites.map(() => ctx.nouvelId()).toSorted()
  const lignes = dites.map(({ ficheId, un }, rang) => ({
    collectiviteId: ctx.perimetre.collectiviteId,
    id: nouveaux[rang]!,
    ficheId,
    ...un,
    auteur: un.auteur || ctx.acteur.nom,
    creeLe: ctx.maintenant
  }))
  for (let debut = 0; debut < lignes.length; debut += LOT) await ctx.db.insert(nouvelles).values(lignes.slice(debut, debut + LOT))
}

/** Links name rows of the file first, then actions of the territory; a title that several bear and no mark tells is not guessed. */
async function lierActions(ctx: CtxParties, { plan, ids, parFiche }: Plan): Promise<Perdu[]> {
  const { collectiviteId } = ctx.perimetre
  const dits = parFiche('liees', ({ liees }) => liees ?? [])
  if (dits.size === 0) return []
  const duFichier = Map.groupBy(plan.lignes, ({ champs }) => normaliser(champs.titre))
  const titres = [...new Set(lignesDe(dits).map(({ un }) => normaliser(un.titre)))].filter((titre) => !duFichier.has(titre))
  const dIci = Map.groupBy(
    (await ctx.db.execute(sql`select id, cle_titre as titre from fiches where collectivite_id = ${collectiviteId}
      and cle_titre = any(${sql.param(titres)}::text[]) and supprime_le is null`)) as unknown as { id: string; titre: string }[],
    ({ titre }) => titre
  )
  const trouver = ({ titre, repere }: { titre: string; repere: string | null }) => {
    const lignes = duFichier.get(normaliser(titre)) ?? []
    const ligne = lignes.length > 1 ? lignes.find(({ cle }) => cle === repere) : lignes[0]
    const ici = dIci.get(normaliser(titre)) ?? []
    return ligne ? ids.get(ligne.cle)! : ici.length === 1 ? ici[0]!.id : null
  }
  const perdus: Perdu[] = []
  const poses = new Map([...dits.keys()].map((id) => [id, new Map<string, typeof liens.$inferInsert>()]))
  for (const { ficheId, un } of lignesDe(dits)) {
    const autreId = trouver(un)
    const { nature, precision } = un
    if (autreId && autreId !== ficheId)
      poses.get(ficheId)!.set(autreId, { collectiviteId, id: ctx.nouvelId(), ficheId, autreId, nature, precision })
    else perdus.push({ ficheId, texte: direLienPerdu(un) })
  }
  await remplacer(
    ctx,
    liens,
    [...dits.keys()],
    [...poses.values()].flatMap((siens) => [...siens.values()])
  )
  return perdus
}

/** Programmes are found by their nature and title, or noted. */
async function lierProgrammes(ctx: CtxParties, { parFiche }: Plan): Promise<void> {
  const dits = parFiche('programmes', ({ programmes }) => programmes ?? [])
  if (dits.size === 0) return
  const connus = new Map((await listerProgrammes(ctx.db, ctx.perimetre)).map((un) => [cleDuProgramme(un), un.id]))
  for (const { un } of lignesDe(dits))
    if (!connus.has(cleDuProgramme(un))) connus.set(cleDuProgramme(un), (await inscrireProgramme.dans(ctx, un)).id)
  await remplacer(
    ctx,
    fichesProgrammes,
    [...dits.keys()],
    [...dits].flatMap(([ficheId, siens]) =>
      [...new Set(siens.map((un) => connus.get(cleDuProgramme(un))!))].map((programmeId) => ({
        collectiviteId: ctx.perimetre.collectiviteId,
        id: ctx.nouvelId(),
        ficheId,
        programmeId
      }))
    )
  )
}

async function lierPrs(ctx: CtxParties, { parFiche }: Plan): Promise<Perdu[]> {
  const dits = parFiche('prs', ({ prs }) => prs ?? [])
  if (dits.size === 0) return []
  const connus = await axesDePrsConnus(ctx)
  await remplacer(
    ctx,
    fichesPrs,
    [...dits.keys()],
    [...dits].flatMap(([ficheId, siens]) =>
      [...new Set(siens.flatMap((une) => connus.get(cleDAxeDePrs(une)) ?? []))].map((prsAxeId) => ({
        collectiviteId: ctx.perimetre.collectiviteId,
        id: ctx.nouvelId(),
        ficheId,
        prsAxeId
      }))
    )
  )
  return lignesDe(dits).flatMap(({ ficheId, un }) => (connus.has(cleDAxeDePrs(un)) ? [] : [{ ficheId, texte: direPrsPerdu(un) }]))
}
