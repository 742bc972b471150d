import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { jourDe, premierJour, type DateFloue } from '#platform/dates.ts'
import { TAXES } from '#platform/argent.ts'
import {
  anneeSchema,
  dateTapeeSchema,
  facultatif,
  ligneSchema,
  montantSchema,
  rangeesSchema,
  texteSchema
} from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { assurerStructures } from '#domaines/partenaires/commands.server.ts'
import { peutEcrireContrat } from '../droits.ts'
import { NATURES_ACTE, type NatureActe } from '../schema.ts'
import { finDesProrogations, jugerProrogation, type Prorogation } from '../regles/prorogation.ts'
import { actes, contrats } from '../tables.server.ts'
import { actesMontants } from '../tables/montants.server.ts'
import { verrouiller } from './contrat.server.ts'

const montantsSchema = rangeesSchema(
  z.object({
    financeur: facultatif(ligneSchema('Le financeur')).default(null),
    annee: facultatif(anneeSchema).default(null),
    montant: montantSchema,
    taxe: z.enum(TAXES, 'Choisissez hors taxes ou toutes taxes comprises.').default('ht'),
    precision: facultatif(ligneSchema('La précision')).default(null)
  })
)

const acteSchema = z.object({
  nature: z.enum(NATURES_ACTE, 'Choisissez la nature de l’acte dans la liste.'),
  reference: ligneSchema('La référence de l’acte'),
  date: z.preprocess((valeur) => valeur ?? '', dateTapeeSchema),
  objet: facultatif(texteSchema).default(null),
  nouvelleFin: facultatif(dateTapeeSchema).default(null),
  montants: montantsSchema.optional(),
  exemple: z.boolean().optional()
})

type Contrat = NonNullable<Awaited<ReturnType<typeof verrouiller>>>
type Acte = { id: string | null; nature: NatureActe; reference: string; date: DateFloue; nouvelleFin: DateFloue | null }

/** The acts of prorogation in force of a contract. */
async function prorogationsDe({ db, perimetre }: CtxTerritoire, contratId: string): Promise<Prorogation[]> {
  const lus = await db
    .select({ id: actes.id, reference: actes.reference, date: actes.date, nouvelleFin: actes.nouvelleFin })
    .from(actes)
    .where(
      and(
        eq(actes.collectiviteId, perimetre.collectiviteId),
        eq(actes.contratId, contratId),
        eq(actes.nature, 'prorogation'),
        isNull(actes.supprimeLe)
      )
    )
  return lus.filter((lu): lu is typeof lu & { nouvelleFin: DateFloue } => lu.nouvelleFin !== null)
}

/** An act is noted once it is taken. One of prorogation extends a signed contract, as `jugerProrogation` says; the others have no end to give. */
function juger(contrat: Contrat, prorogations: readonly Prorogation[], acte: Acte, maintenant: Date) {
  const { nature, date, nouvelleFin, id, reference } = acte
  if (premierJour(date) > jourDe(maintenant)) return refuser('acte_a_venir', 'date', { date })
  if (nature !== 'prorogation') return nouvelleFin ? refuser('fin_sans_prorogation', 'nouvelleFin') : {}
  if (contrat.etape !== 'signe' || !contrat.fin) return refuser('prorogation_sans_signature', 'nature')
  if (!nouvelleFin) return refuser('nouvelle_fin_manque', 'nouvelleFin')
  const refusee = jugerProrogation(contrat.fin, prorogations, { id, reference, date, nouvelleFin })
  return refusee ? refuser(refusee.raison, 'nouvelleFin', refusee) : {}
}

/** The end that the acts in force give goes to the contract: its state follows without a new signature. */
async function reporterLaFin(ctx: CtxTerritoire, contratId: string): Promise<void> {
  const finProrogee = finDesProrogations(await prorogationsDe(ctx, contratId))
  await ctx.db
    .update(contrats)
    .set({ finProrogee })
    .where(and(eq(contrats.collectiviteId, ctx.perimetre.collectiviteId), eq(contrats.id, contratId)))
}

type Montant = z.output<typeof montantsSchema>[number]

/** Replaces the amounts of an act; a funder that the directory does not know enters it. Answers how many did. */
async function remplacerMontants(
  ctx: CtxTerritoire,
  acte: { contratId: string; acteId: string },
  montants: readonly Montant[] | undefined
): Promise<number> {
  if (montants === undefined) return 0
  const { collectiviteId } = ctx.perimetre
  await ctx.db
    .delete(actesMontants)
    .where(and(eq(actesMontants.collectiviteId, collectiviteId), eq(actesMontants.acteId, acte.acteId)))
  if (montants.length === 0) return 0
  const { ids, creees } = await assurerStructures.dans(ctx, {
    noms: [...new Set(montants.flatMap(({ financeur }) => financeur ?? []))]
  })
  await ctx.db.insert(actesMontants).values(
    montants.map(({ financeur, ...montant }, rang) => ({
      collectiviteId,
      id: ctx.nouvelId(),
      ...acte,
      rang: rang + 1,
      structureId: financeur === null ? null : ids.get(normaliser(financeur))!,
      ...montant
    }))
  )
  return creees
}

/**
 * Notes an act of a contract's life: study, deliberation, avenant, prorogation, financial convention, with the amounts that it brings
 * . Refusals: `acte_a_venir`,
 * `prorogation_sans_signature`, `nouvelle_fin_manque`, `nouvelle_fin_trop_tot`, `nouvelle_fin_avant_acte`, `nouvelle_fin_apres_suivante`,
 * `fin_sans_prorogation`.
 */
export const ajouterActe = commande('acte.ajouter', {
  saisie: acteSchema.extend({ contratId: z.uuid() }),
  charger: async (ctx, { contratId }) => {
    const contrat = await verrouiller(ctx, contratId)
    return contrat && { contrat, prorogations: await prorogationsDe(ctx, contratId) }
  },
  droit: peutEcrireContrat,
  regle: ({ contrat, prorogations }, saisie, maintenant) => juger(contrat, prorogations, { ...saisie, id: null }, maintenant),
  agir: async (ctx, _, { montants, ...saisie }) => {
    const id = ctx.nouvelId()
    await ctx.db.insert(actes).values({ collectiviteId: ctx.perimetre.collectiviteId, id, ...saisie })
    await remplacerMontants(ctx, { contratId: saisie.contratId, acteId: id }, montants)
    await reporterLaFin(ctx, saisie.contratId)
    return { id }
  }
})

const unActe = async (ctx: CtxTerritoire, id: string) => {
  const ici = and(eq(actes.collectiviteId, ctx.perimetre.collectiviteId), eq(actes.id, id))
  const [acte] = await ctx.db.select().from(actes).where(ici)
  const contrat = acte ? await verrouiller(ctx, acte.contratId) : null
  return acte && contrat ? { acte, contrat, prorogations: await prorogationsDe(ctx, contrat.id) } : null
}

/** Corrects an act; its amounts stay as they are when none are given. Refusals: as for `ajouterActe`. */
export const modifierActe = commande('acte.modifier', {
  saisie: acteSchema.omit({ exemple: true }).extend({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const lu = await unActe(ctx, id)
    return lu && lu.acte.supprimeLe === null ? lu : null
  },
  droit: peutEcrireContrat,
  regle: ({ contrat, prorogations }, saisie, maintenant) => juger(contrat, prorogations, saisie, maintenant),
  agir: async (ctx, { contrat }, { id, montants, ...saisie }) => {
    await ctx.db
      .update(actes)
      .set(saisie)
      .where(and(eq(actes.collectiviteId, ctx.perimetre.collectiviteId), eq(actes.id, id)))
    await remplacerMontants(ctx, { contratId: contrat.id, acteId: id }, montants)
    await reporterLaFin(ctx, contrat.id)
  }
})

const mettreDeCote = (nom: string, retire: boolean) =>
  commande(nom, {
    saisie: z.object({ id: z.uuid() }),
    charger: async (ctx, { id }) => {
      const lu = await unActe(ctx, id)
      return lu && (lu.acte.supprimeLe === null) === retire ? lu : null
    },
    droit: peutEcrireContrat,
    regle: ({ contrat, prorogations, acte }, _, maintenant) => (retire ? {} : juger(contrat, prorogations, acte, maintenant)),
    agir: async (ctx, { contrat }, { id }) => {
      await ctx.db
        .update(actes)
        .set({ supprimeLe: retire ? ctx.maintenant : null })
        .where(and(eq(actes.collectiviteId, ctx.perimetre.collectiviteId), eq(actes.id, id)))
      await reporterLaFin(ctx, contrat.id)
    }
  })

/** Takes an act off: the end that it gave goes with it. */
export const retirerActe = mettreDeCote('acte.retirer', true)
/** Brings an act back. Refusals: as for `ajouterActe`. */
export const retablirActe = mettreDeCote('acte.retablir', false)
