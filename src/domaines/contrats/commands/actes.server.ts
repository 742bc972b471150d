import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { dernierJour, type DateFloue } from '#platform/dates.ts'
import { dateTapeeSchema, facultatif, ligneSchema, montantSchema, texteSchema } from '#platform/saisie.ts'
import { peutEcrireContrat } from '../droits.ts'
import { NATURES_ACTE, type NatureActe } from '../schema.ts'
import { actes } from '../tables.server.ts'
import { verrouiller } from './contrat.server.ts'

const acteSchema = z.object({
  nature: z.enum(NATURES_ACTE, 'Choisissez la nature de l’acte dans la liste.'),
  reference: ligneSchema('La référence de l’acte'),
  date: z.preprocess((valeur) => valeur ?? '', dateTapeeSchema),
  objet: facultatif(texteSchema).default(null),
  nouvelleFin: facultatif(dateTapeeSchema).default(null),
  montant: facultatif(montantSchema).default(null),
  exemple: z.boolean().optional()
})

type Contrat = NonNullable<Awaited<ReturnType<typeof verrouiller>>>

/** An act of prorogation extends a signed contract, beyond its end; the others have no end to give. */
function jugerFin(contrat: Contrat, { nature, nouvelleFin }: { nature: NatureActe; nouvelleFin: DateFloue | null }) {
  if (nature !== 'prorogation') return nouvelleFin ? refuser('fin_sans_prorogation', 'nouvelleFin') : {}
  if (contrat.etape !== 'signe' || !contrat.fin) return refuser('prorogation_sans_signature', 'nature')
  if (!nouvelleFin) return refuser('nouvelle_fin_manque', 'nouvelleFin')
  return dernierJour(nouvelleFin) <= dernierJour(contrat.fin) ? refuser('nouvelle_fin_trop_tot', 'nouvelleFin') : {}
}

/** The latest end that the acts in force give goes to the contract: its state follows without a new signature. */
async function reporterLaFin({ db, perimetre }: CtxTerritoire, contratId: string): Promise<void> {
  await db.execute(sql`update contrats set fin_prorogee = (
      select a.nouvelle_fin from actes a where a.collectivite_id = ${perimetre.collectiviteId} and a.contrat_id = ${contratId}
        and a.nature = 'prorogation' and a.supprime_le is null order by a.nouvelle_fin || case length(a.nouvelle_fin) when 10 then '' else '-99' end desc limit 1)
    where collectivite_id = ${perimetre.collectiviteId} and id = ${contratId}`)
}

/**
 * Notes an act of a contract's life: study, deliberation, avenant, prorogation. Refusals: `prorogation_sans_signature`,
 * `nouvelle_fin_manque`, `nouvelle_fin_trop_tot`, `fin_sans_prorogation`.
 */
export const ajouterActe = commande('acte.ajouter', {
  saisie: acteSchema.extend({ contratId: z.uuid() }),
  charger: (ctx, { contratId }) => verrouiller(ctx, contratId),
  droit: peutEcrireContrat,
  regle: (contrat, saisie) => jugerFin(contrat, saisie),
  agir: async (ctx, _, saisie) => {
    const id = ctx.nouvelId()
    await ctx.db.insert(actes).values({ collectiviteId: ctx.perimetre.collectiviteId, id, ...saisie })
    await reporterLaFin(ctx, saisie.contratId)
    return { id }
  }
})

const unActe = async (ctx: CtxTerritoire, id: string) => {
  const ici = and(eq(actes.collectiviteId, ctx.perimetre.collectiviteId), eq(actes.id, id))
  const [acte] = await ctx.db.select().from(actes).where(ici)
  const contrat = acte ? await verrouiller(ctx, acte.contratId) : null
  return acte && contrat ? { acte, contrat } : null
}

/** Corrects an act. Refusals: as for `ajouterActe`. */
export const modifierActe = commande('acte.modifier', {
  saisie: acteSchema.omit({ exemple: true }).extend({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const lu = await unActe(ctx, id)
    return lu && lu.acte.supprimeLe === null ? lu : null
  },
  droit: peutEcrireContrat,
  regle: ({ contrat }, saisie) => jugerFin(contrat, saisie),
  agir: async (ctx, { contrat }, { id, ...saisie }) => {
    await ctx.db
      .update(actes)
      .set(saisie)
      .where(and(eq(actes.collectiviteId, ctx.perimetre.collectiviteId), eq(actes.id, id)))
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
    regle: ({ contrat, acte }) => (retire ? {} : jugerFin(contrat, acte)),
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
