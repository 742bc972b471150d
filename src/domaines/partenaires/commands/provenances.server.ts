import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { facultatif } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { assurerPersonnes, assurerStructures } from '../commands.server.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import { personnesParNom, structuresParNom } from '../queries.server.ts'
import { liensDeProvenance } from '../queries/provenances.server.ts'
import { jugerProvenance } from '../regles/provenances.ts'
import { provenanceSchema } from '../schema/provenances.ts'
import { personnes, structures } from '../tables.server.ts'
import { provenances } from '../tables/provenances.server.ts'

const deQuiSchema = {
  personneId: facultatif(z.uuid()).default(null),
  structureId: facultatif(z.uuid()).default(null)
}
type DeQui = { personneId: string | null; structureId: string | null }
const unSeul = ({ personneId, structureId }: DeQui) => (personneId === null) !== (structureId === null)

/** The person or the structure that it is about, when she is of the territory and not put aside. */
async function deQui({ db, perimetre }: CtxTerritoire, { personneId, structureId }: DeQui): Promise<{ id: string } | null> {
  const [table, id] = personneId ? ([personnes, personneId] as const) : ([structures, structureId!] as const)
  const vivante = and(eq(table.collectiviteId, perimetre.collectiviteId), eq(table.id, id), isNull(table.supprimeLe))
  return (await db.select({ id: table.id }).from(table).where(vivante).for('update'))[0] ?? null
}

const sienne = ({ perimetre }: CtxTerritoire, { personneId, structureId }: DeQui): SQL =>
  and(
    eq(provenances.collectiviteId, perimetre.collectiviteId),
    personneId ? eq(provenances.personneId, personneId) : eq(provenances.structureId, structureId!)
  )!

/**
 * Says how a person or a structure came to be known, instead of what was said before. Who brought her is found by name in the directory,
 * or enters it. Refusals: `par_manque`, `par_soi_meme`, `provenance_en_boucle`.
 */
export const noterProvenance = commande('provenance.noter', {
  saisie: provenanceSchema.extend({ ...deQuiSchema, exemple: z.boolean().default(false) }).refine(unSeul),
  charger: async (ctx, saisie) => {
    const { db, perimetre } = ctx
    const connue = await deQui(ctx, saisie)
    const parNom = saisie.sorte === 'structure' ? structuresParNom : personnesParNom
    const noms = saisie.par === null ? new Map<string, string>() : await parNom(db, perimetre, [saisie.par])
    return (
      connue && {
        ...connue,
        parId: noms.get(normaliser(saisie.par ?? '')) ?? null,
        liens: await liensDeProvenance(db, perimetre)
      }
    )
  },
  droit: peutTenirAnnuaire,
  regle: ({ id, parId, liens }, { sorte, par }) => {
    const refus = jugerProvenance({ id, sorte, parId, nomme: par !== null }, liens)
    return refus === null ? {} : refuser(refus, 'par', { nom: par })
  },
  agir: async (ctx, { parId }, { personneId, structureId, sorte, par, precision, exemple }) => {
    const entrer = sorte === 'structure' ? assurerStructures : assurerPersonnes
    const amene =
      sorte === 'personne' || sorte === 'structure'
        ? (parId ?? (await entrer.dans(ctx, { noms: [par!], exemple })).ids.get(normaliser(par!))!)
        : null
    const dite = {
      sorte,
      precision,
      parPersonneId: sorte === 'personne' ? amene : null,
      parStructureId: sorte === 'structure' ? amene : null
    }
    const mises = await ctx.db.update(provenances).set(dite).where(sienne(ctx, { personneId, structureId })).returning()
    if (mises.length > 0) return
    const { collectiviteId } = ctx.perimetre
    await ctx.db.insert(provenances).values({ collectiviteId, id: ctx.nouvelId(), personneId, structureId, ...dite })
  }
})

/** Forgets how she came to be known; the history can bring it back. */
export const effacerProvenance = commande('provenance.effacer', {
  saisie: z.object(deQuiSchema).refine(unSeul),
  charger: async (ctx, saisie) => (await ctx.db.select().from(provenances).where(sienne(ctx, saisie)).for('update'))[0] ?? null,
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async (ctx, _, saisie) => void (await ctx.db.delete(provenances).where(sienne(ctx, saisie)))
})
