import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { facultatif, ligneSchema, rangeesSchema } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { inscrireProgramme, programmesConnus } from '#domaines/contrats/commands/programmes.server.ts'
import { listerProgrammes } from '#domaines/contrats/queries.server.ts'
import { NATURES_PROGRAMME } from '#domaines/contrats/schema.ts'
import { prsAxes } from '#domaines/contrats/tables.server.ts'
import { peutEcrireFiche } from '../droits.ts'
import { POLITIQUES } from '../schema/mots.ts'
import { NATURES_LIEN } from '../schema/suite.ts'
import { fiches } from '../tables.server.ts'
import { fichesProgrammes, fichesPrs, liens } from '../tables/suivi.server.ts'
import { cetteFiche, verrouillerFiche } from './fiche.server.ts'

const ids = z.array(z.uuid()).max(200).default([])

/** Fiches of the territory by the key of their title; a title that two fiches bear has two ids. */
async function parTitres({ db, perimetre }: CtxTerritoire, titres: readonly string[]): Promise<Map<string, string[]>> {
  if (titres.length === 0) return new Map()
  const lues = await db
    .select({ id: fiches.id, cle: fiches.cleTitre })
    .from(fiches)
    .where(
      and(
        eq(fiches.collectiviteId, perimetre.collectiviteId),
        inArray(fiches.cleTitre, titres.map(normaliser)),
        isNull(fiches.supprimeLe)
      )
    )
  const parCle = new Map<string, string[]>()
  for (const { id, cle } of lues) parCle.set(cle, [...(parCle.get(cle) ?? []), id])
  return parCle
}

async function axesConnus({ db, perimetre }: CtxTerritoire, voulus: readonly string[]): Promise<Set<string>> {
  if (voulus.length === 0) return new Set()
  const ici = and(eq(prsAxes.collectiviteId, perimetre.collectiviteId), inArray(prsAxes.id, [...voulus]))
  return new Set((await db.select({ id: prsAxes.id }).from(prsAxes).where(ici)).map(({ id }) => id))
}

/** Makes the links of a fiche in one table those wanted; those that stay are not touched. */
async function poser(
  { db, perimetre, nouvelId }: CtxTerritoire,
  table: typeof fichesProgrammes | typeof fichesPrs,
  colonne: 'programmeId' | 'prsAxeId',
  ficheId: string,
  voulus: ReadonlySet<string>
): Promise<void> {
  const { collectiviteId } = perimetre
  const ici = and(eq(table.collectiviteId, collectiviteId), eq(table.ficheId, ficheId))
  const poses = (await db.select().from(table).where(ici)) as { id: string; programmeId?: string; prsAxeId?: string }[]
  const partis = poses.filter((lien) => !voulus.has(lien[colonne]!)).map(({ id }) => id)
  const neufs = [...voulus].filter((id) => !poses.some((lien) => lien[colonne] === id))
  if (partis.length > 0) await db.delete(table).where(and(ici, inArray(table.id, partis)))
  if (neufs.length > 0)
    await db
      .insert(table)
      .values(neufs.map((id) => ({ collectiviteId, id: nouvelId(), ficheId, [colonne]: id })) as (typeof table.$inferInsert)[])
}

/** The programme of this nature and title, noted when it is not there yet. */
async function assurerProgramme(
  ctx: CtxTerritoire,
  nature: (typeof NATURES_PROGRAMME)[number],
  intitule: string
): Promise<string> {
  const connus = await listerProgrammes(ctx.db, ctx.perimetre)
  const meme = connus.find((un) => un.nature === nature && normaliser(un.intitule) === normaliser(intitule))
  return meme?.id ?? (await inscrireProgramme.dans(ctx, { nature, intitule })).id
}

/**
 * Writes what an action holds to: other actions named by their titles, other programmes, axes of regional plans, policies of
 * the town. Links that other actions said stay theirs. `autreProgramme`, of `autreNature`, is a programme that the territory has not noted
 * yet: it is, by who may (else 403), unless one of this title is there. Refusals: `action_inconnue`, `action_ambigue`, `elle_meme`, `lien_double`,
 * `programme_inconnu`, `prs_axe_inconnu`.
 */
export const ecrireLiens = commande('fiche.ecrire_liens', {
  saisie: z.object({
    id: z.uuid(),
    liens: rangeesSchema(
      z.object({
        autre: ligneSchema('Le titre de l’autre action', 500),
        nature: z.enum(NATURES_LIEN, 'Choisissez comment les deux actions se tiennent.').default('complete'),
        precision: facultatif(ligneSchema('La précision', 300)).default(null)
      })
    ).default([]),
    programmes: ids,
    autreProgramme: facultatif(ligneSchema('L’intitulé du programme')).default(null),
    autreNature: z.enum(NATURES_PROGRAMME, 'Choisissez la nature du programme dans la liste.').default('autre'),
    prsAxes: ids,
    politiques: z.array(z.enum(POLITIQUES)).default([])
  }),
  charger: async (ctx, { id, liens: dits, programmes, prsAxes: axes }) =>
    (await verrouillerFiche(ctx, id)) && {
      parTitre: await parTitres(
        ctx,
        dits.map(({ autre }) => autre)
      ),
      programmes: await programmesConnus(ctx, programmes),
      axes: await axesConnus(ctx, axes)
    },
  droit: peutEcrireFiche,
  regle: (connus, { id, liens: dits, programmes, prsAxes: axes }) => {
    const vus = new Set<string>()
    const poses: { autreId: string; nature: (typeof NATURES_LIEN)[number]; precision: string | null }[] = []
    for (const [rang, { autre, nature, precision }] of dits.entries()) {
      const champ = `liens.${rang}.autre`
      const trouvees = connus.parTitre.get(normaliser(autre)) ?? []
      const [autreId] = trouvees.filter((une) => une !== id)
      if (!autreId) return refuser(trouvees.length > 0 ? 'elle_meme' : 'action_inconnue', champ)
      if (trouvees.length > 1) return refuser('action_ambigue', champ)
      if (vus.has(autreId)) return refuser('lien_double', champ)
      vus.add(autreId)
      poses.push({ autreId, nature, precision })
    }
    if (programmes.some((un) => !connus.programmes.has(un))) return refuser('programme_inconnu', 'programmes')
    if (axes.some((un) => !connus.axes.has(un))) return refuser('prs_axe_inconnu', 'prsAxes')
    return { poses }
  },
  agir: async (ctx, connus, { id: ficheId, politiques, autreProgramme, autreNature }, { poses }) => {
    const { db, perimetre, nouvelId, maintenant } = ctx
    const { collectiviteId } = perimetre
    const siens = and(eq(liens.collectiviteId, collectiviteId), eq(liens.ficheId, ficheId))
    const gardes = poses.map(({ autreId }) => autreId)
    await db
      .delete(liens)
      .where(gardes.length > 0 ? and(siens, sql`${liens.autreId} <> all(${sql.param(gardes)}::uuid[])`) : siens)
    if (poses.length > 0)
      await db
        .insert(liens)
        .values(poses.map((lien) => ({ collectiviteId, id: nouvelId(), ficheId, ...lien })))
        .onConflictDoUpdate({
          target: [liens.collectiviteId, liens.ficheId, liens.autreId],
          set: { nature: sql`excluded.nature`, precision: sql`excluded.precision` }
        })
    const programmes = autreProgramme === null ? [] : [await assurerProgramme(ctx, autreNature, autreProgramme)]
    await poser(ctx, fichesProgrammes, 'programmeId', ficheId, new Set([...connus.programmes, ...programmes]))
    await poser(ctx, fichesPrs, 'prsAxeId', ficheId, connus.axes)
    await db.update(fiches).set({ politiques, modifieLe: maintenant }).where(cetteFiche(ctx, ficheId))
  }
})
