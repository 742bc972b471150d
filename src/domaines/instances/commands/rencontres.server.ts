import { and, eq, gte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, renoncer, type CtxTerritoire } from '#platform/commande.server.ts'
import { facultatif, ligneSchema, rangeesSchema, texteSchema } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { assurerPersonnes, assurerStructures } from '#domaines/partenaires/commands.server.ts'
import { peutTenirInstances } from '../droits.ts'
import { lireRencontres, maisonsDe, quiSeConnait, type Inscrit } from '../queries/rencontres.server.ts'
import { proposer } from '../regles/participants.ts'
import { clePaire, composerTours, toursPossibles } from '../regles/rencontres.ts'
import { composerTablees } from '../regles/tablees.ts'
import { PARTICIPANTS_MAX, PARTICIPANTS_MIN, TAILLES, TOURS_MAX, type Participant, type Tour } from '../schema/rencontres.ts'
import { paires, participants, rencontres } from '../tables/rencontres.server.ts'
import { laSeance } from './seances.server.ts'

/** A box of a form: absent when it is not ticked. */
const coche = z.preprocess((valeur) => valeur === true || valeur === 'oui', z.boolean())
const entier = (dit: string) => z.coerce.number(dit).int(dit)
const autreSchema = z
  .object({
    personne: facultatif(ligneSchema('Le nom de la personne')).default(null),
    structure: facultatif(ligneSchema('Le nom de la structure')).default(null)
  })
  .refine(({ structure, personne }) => structure !== null || personne !== null, {
    path: ['personne'],
    error: 'Nommez une personne, une structure, ou les deux.'
  })

/**
 * Composes the rounds of the express meetings of a meeting, by two or by tables, all of them or from one of them on: who already met stays as
 * she was. Names that the directory lacks enter it. Refusals: `seance_annulee`, `lettres_parties`, `notes_prises` (with the round after
 * the last that has notes), `trop_peu`, `trop_de_gens`, `trop_de_tours`, `une_table`. Answers the act, by which it is undone.
 */
export const composerRencontres = commande('rencontres.composer', {
  saisie: z.object({
    seanceId: z.uuid(),
    gens: z.array(z.uuid()).max(2_000).default([]),
    autres: rangeesSchema(autreSchema, PARTICIPANTS_MAX).default([]),
    parTable: z.coerce
      .number()
      .refine((taille) => TAILLES.some((une) => une === taille), 'Choisissez deux par deux, ou des tables de trois à six.')
      .default(2),
    tours: entier('Écrivez combien de tours.').min(1, 'Il faut un tour au moins.').max(TOURS_MAX, `${TOURS_MAX} tours au plus.`),
    minutes: entier('Écrivez combien de minutes dure un tour.')
      .min(1, 'Un tour dure une minute au moins.')
      .max(60, 'Un tour dure une heure au plus.'),
    depuis: z.coerce.number().int().min(1).max(TOURS_MAX).default(1)
  }),
  charger: async (ctx, { seanceId }) => {
    const seance = await laSeance(ctx, seanceId)
    return seance && { seance, lues: await lireRencontres(ctx.db, ctx.perimetre, seanceId) }
  },
  droit: peutTenirInstances,
  regle: ({ seance, lues }, { depuis, tours }) => {
    if (seance.annuleeLe) return refuser('seance_annulee')
    if (lues.lettres.length > 0) return refuser('lettres_parties')
    const dernier = Math.max(0, ...lues.paires.filter(aDesNotes).map(({ tour }) => tour))
    if (dernier >= depuis) return refuser('notes_prises', 'depuis', { tour: dernier + 1 })
    return tours >= depuis ? {} : refuser('trop_peu_de_tours', 'tours', { depuis })
  },
  agir: async (ctx, { seance, lues }, { seanceId, gens, autres, parTable, tours, minutes, depuis }) => {
    const { db, perimetre, nouvelId, maintenant } = ctx
    const { collectiviteId } = perimetre
    await db.delete(paires).where(and(ici(paires, ctx, seanceId), gte(paires.tour, depuis)))
    const presents = await inscrire(ctx, { ...lues, capacite: seance.capacite }, { seanceId, gens, autres, depuis })
    const connaissances = await quiSeConnait(db, perimetre, seanceId)
    const raisons = new Map(connaissances.map(({ un, autre, raison }) => [clePaire(un, autre), raison]))
    const composes = asseoir(parTable, lues.paires, depuis, {
      gens: presents.map(({ id, structureId, secteur }) => ({ id, structure: structureId, secteur })),
      connus: new Set(raisons.keys()),
      tours: tours - depuis + 1,
      graine: maintenant.getTime() % 2 ** 31
    })
    const lignes = composes.flatMap(({ tables, pause }, pas) =>
      [...tables.map(deuxADeux), ...(pause ? [[[pause, null] as const]] : [])].flatMap((assis, rang) =>
        assis.map(([unId, autreId]) => ({
          collectiviteId,
          id: nouvelId(),
          seanceId,
          tour: depuis + pas,
          rang: rang + 1,
          unId,
          autreId,
          connus: autreId ? (raisons.get(clePaire(unId, autreId)) ?? null) : null
        }))
      )
    )
    for (let rang = 0; rang < lignes.length; rang += 2_000) await db.insert(paires).values(lignes.slice(rang, rang + 2_000))
    await db
      .insert(rencontres)
      .values({ collectiviteId, id: nouvelId(), seanceId, minutes, parTable, composeesLe: maintenant })
      .onConflictDoUpdate({
        target: [rencontres.collectiviteId, rencontres.seanceId],
        set: { minutes, parTable, composeesLe: maintenant }
      })
    return { geste: ctx.gesteId }
  }
})

/** Keeps what two people promised each other, and whether each agrees that the other has her contacts. Refusal: `pause`. */
export const noterRencontre = commande('rencontre.noter', {
  saisie: z.object({
    id: z.uuid(),
    promesse: facultatif(texteSchema).default(null),
    unAccepte: coche,
    autreAccepte: coche
  }),
  charger: (ctx, { id }) => laPaire(ctx, id),
  droit: peutTenirInstances,
  regle: ({ autreId }) => (autreId ? {} : refuser('pause')),
  agir: async (ctx, paire, { id, promesse, unAccepte, autreAccepte }) => {
    const tenueLe = promesse ? paire.tenueLe : null
    await ctx.db.update(paires).set({ promesse, tenueLe, unAccepte, autreAccepte }).where(cette(ctx, id))
  }
})

/** Says that what was promised was done, or that it was not after all. Refusal: `sans_promesse`. */
export const tenirPromesse = commande('rencontre.tenir', {
  saisie: z.object({ id: z.uuid(), tenue: coche }),
  charger: (ctx, { id }) => laPaire(ctx, id),
  droit: peutTenirInstances,
  regle: ({ promesse }) => (promesse ? {} : refuser('sans_promesse')),
  agir: async (ctx, _, { id, tenue }) => {
    await ctx.db
      .update(paires)
      .set({ tenueLe: tenue ? ctx.maintenant : null })
      .where(cette(ctx, id))
  }
})

type Assises = { gens: Participant[]; connus: ReadonlySet<string>; tours: number; graine: number }

/** The rounds from one of them on: tables of two and who rests, or larger tables, where nobody does. Refusals: `trop_de_tours`, `une_table`. */
function asseoir(
  taille: number,
  lues: Lues['paires'],
  depuis: number,
  demande: Assises
): { tables: string[][]; pause: string | null }[] {
  const nombre = demande.gens.length
  if (taille > 2) {
    if (nombre <= taille) renoncer('une_table', 'parTable')
    const vus = lues.flatMap(({ tour, unId, autreId }) => (tour < depuis && autreId ? [[unId, autreId] as const] : []))
    return composerTablees({ ...demande, taille, vus }).tours.map((tables) => ({ tables, pause: null }))
  }
  const tours = depuis - 1 + demande.tours
  const composes = tours > toursPossibles(nombre) ? null : composerTours({ ...demande, gardes: toursGardes(lues, depuis) })
  return (composes ?? renoncer('trop_de_tours', 'tours')).map(({ paires: couples, pause }) => ({ tables: couples, pause }))
}

const deuxADeux = (table: readonly string[]): (readonly [string, string])[] =>
  table.flatMap((un, rang) => table.slice(rang + 1).map((autre) => [un, autre] as const))

type Lues = Awaited<ReturnType<typeof lireRencontres>> & { capacite: number | null }
type Voulus = {
  seanceId: string
  gens: string[]
  autres: { personne: string | null; structure: string | null }[]
  depuis: number
}

/** Writes who takes part, in the order of their names; those of rounds that are kept stay, with their number. */
async function inscrire(ctx: CtxTerritoire, lues: Lues, { seanceId, gens, autres, depuis }: Voulus): Promise<Inscrit[]> {
  const { db, perimetre, nouvelId } = ctx
  const { collectiviteId } = perimetre
  const choisies = proposer([...lues.invites, ...lues.enPlus], lues.inscrits, lues.capacite).filter(({ cle }) =>
    gens.includes(cle)
  )
  const neufs = [...choisies.flatMap(({ neuf }) => neuf ?? []), ...autres.flatMap(({ personne }) => personne ?? [])]
  const { ids: lesPersonnes } = await assurerPersonnes.dans(ctx, { noms: neufs })
  const { ids: lesStructures } = await assurerStructures.dans(ctx, { noms: autres.flatMap(({ structure }) => structure ?? []) })
  const dits = [
    ...choisies.map(({ neuf, personneId, structureId }) => ({
      personneId: neuf ? lesPersonnes.get(normaliser(neuf))! : personneId,
      structureId
    })),
    ...autres.map(({ personne, structure }) => ({
      personneId: personne && lesPersonnes.get(normaliser(personne))!,
      structureId: structure && lesStructures.get(normaliser(structure))!
    }))
  ]
  const maisons = await maisonsDe(
    db,
    perimetre,
    dits.flatMap(({ personneId, structureId }) => (personneId && !structureId ? [personneId] : []))
  )
  const nomme = new Map<string, { personneId: string | null; structureId: string | null }>()
  for (const { personneId, structureId } of dits)
    nomme.set(personneId ?? structureId!, { personneId, structureId: structureId ?? maisons.get(personneId!) ?? null })

  const gardes = depuis > 1 ? lues.inscrits : []
  const restent = gardes.filter((inscrit) => nomme.delete(inscrit.personneId ?? inscrit.structureId!)).map(({ id }) => id)
  if (depuis === 1) await db.delete(participants).where(ici(participants, ctx, seanceId))
  else
    await db
      .update(participants)
      .set({ present: sql`${participants.id} in ${[...restent, seanceId]}` })
      .where(ici(participants, ctx, seanceId))
  if (restent.length + nomme.size < PARTICIPANTS_MIN) renoncer('trop_peu', 'gens')
  if (restent.length + nomme.size > PARTICIPANTS_MAX) renoncer('trop_de_gens', 'gens')
  const lignes = [...nomme.values()].map((qui) => ({ collectiviteId, id: nouvelId(), seanceId, ...qui }))
  await numeroter(ctx, lignes, Math.max(0, ...gardes.map(({ numero }) => numero)))
  return (await lireRencontres(db, perimetre, seanceId)).inscrits.filter(({ present }) => present)
}

/** Gives each a badge number in the order of the names. */
async function numeroter(
  ctx: CtxTerritoire,
  lignes: (typeof participants.$inferInsert extends infer L ? Omit<L, 'numero'> : never)[],
  apres: number
) {
  if (lignes.length === 0) return
  const { collectiviteId } = ctx.perimetre
  const noms = (await ctx.db.execute(sql`
    select id, cle_nom from personnes where collectivite_id = ${collectiviteId} and id in ${[...lignes.flatMap(({ personneId }) => personneId ?? []), collectiviteId]}
    union all select id, cle_nom from structures where collectivite_id = ${collectiviteId} and id in ${[...lignes.flatMap(({ structureId }) => structureId ?? []), collectiviteId]}`)) as unknown as {
    id: string
    cle_nom: string
  }[]
  const nomDe = new Map(noms.map(({ id, cle_nom }) => [id, cle_nom]))
  const rangees = lignes.toSorted((a, b) =>
    (nomDe.get((a.personneId ?? a.structureId)!) ?? '').localeCompare(nomDe.get((b.personneId ?? b.structureId)!) ?? '', 'fr')
  )
  await ctx.db.insert(participants).values(rangees.map((ligne, rang) => ({ ...ligne, numero: apres + rang + 1 })))
}

const aDesNotes = (paire: { promesse: string | null; unAccepte: boolean; autreAccepte: boolean }): boolean =>
  paire.promesse !== null || paire.unAccepte || paire.autreAccepte

/** The rounds before one, as the rule reads them. */
function toursGardes(lues: Lues['paires'], depuis: number): Tour[] {
  return Array.from({ length: depuis - 1 }, (_, pas) => {
    const duTour = lues.filter(({ tour }) => tour === pas + 1)
    return {
      paires: duTour.flatMap(({ unId, autreId }) => (autreId ? [[unId, autreId] as [string, string]] : [])),
      pause: duTour.find(({ autreId }) => autreId === null)?.unId ?? null
    }
  })
}

const ici = (table: typeof paires | typeof participants, { perimetre }: CtxTerritoire, seanceId: string) =>
  and(eq(table.collectiviteId, perimetre.collectiviteId), eq(table.seanceId, seanceId))

export const cette = ({ perimetre }: CtxTerritoire, id: string) =>
  and(eq(paires.collectiviteId, perimetre.collectiviteId), eq(paires.id, id))

export async function laPaire(ctx: CtxTerritoire, id: string) {
  const [paire] = await ctx.db.select().from(paires).where(cette(ctx, id)).for('update')
  return paire ?? null
}
