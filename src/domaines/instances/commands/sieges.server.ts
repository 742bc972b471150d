import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { facultatif, ligneSchema, rangeesSchema } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { assurerPersonnes, assurerStructures } from '#domaines/partenaires/commands.server.ts'
import { peutEtreSollicitee } from '#domaines/partenaires/queries/volontaires.server.ts'
import { peutTenirInstances } from '../droits.ts'
import { ROLES_SIEGE, SIEGES_MAX } from '../schema.ts'
import { sieges } from '../tables.server.ts'
import { verrouillerInstance } from './instances.server.ts'

const siegeSchema = z
  .object({
    role: z.enum(ROLES_SIEGE, 'Dites à quel titre.'),
    structure: facultatif(ligneSchema('Le nom de la structure')).default(null),
    personne: facultatif(ligneSchema('Le nom de la personne')).default(null),
    qualite: facultatif(ligneSchema('La qualité')).default(null)
  })
  .refine(({ structure, personne }) => structure !== null || personne !== null, {
    path: ['structure'],
    error: 'Nommez une structure, une personne, ou les deux.'
  })

/**
 * Says who sits in a body, all at once: chair, pilots, members by right (R-117, R-118). Names that the directory lacks enter it. Refusal:
 * `accord_sans_groupe` for residents who volunteered and did not agree to that, or not any more (R-134), with their `noms`.
 */
export const composerInstance = commande('instance.composer', {
  saisie: z.object({ id: z.uuid(), sieges: rangeesSchema(siegeSchema, SIEGES_MAX).default([]) }),
  charger: async (ctx, { id, sieges: voulus }) => {
    const instance = await verrouillerInstance(ctx, id)
    return (
      instance && {
        sansAccord: await sansAccord(
          ctx,
          voulus.flatMap(({ personne }) => personne ?? [])
        )
      }
    )
  },
  droit: peutTenirInstances,
  regle: ({ sansAccord: noms }) => (noms.length > 0 ? refuser('accord_sans_groupe', 'sieges', { noms }) : {}),
  agir: async (ctx, _, { id: instanceId, sieges: voulus }) => {
    const { db, perimetre, nouvelId } = ctx
    const { collectiviteId } = perimetre
    const dits = (nom: 'structure' | 'personne') => ({ noms: voulus.flatMap((siege) => siege[nom] ?? []) })
    const { ids: structures } = await assurerStructures.dans(ctx, dits('structure'))
    const { ids: personnes } = await assurerPersonnes.dans(ctx, dits('personne'))
    await db.delete(sieges).where(and(eq(sieges.collectiviteId, collectiviteId), eq(sieges.instanceId, instanceId)))
    const lignes = voulus.map(({ structure, personne, ...siege }, rang) => ({
      collectiviteId,
      id: nouvelId(),
      instanceId,
      rang: rang + 1,
      structureId: structure && structures.get(normaliser(structure))!,
      personneId: personne && personnes.get(normaliser(personne))!,
      ...siege
    }))
    if (lignes.length > 0) await db.insert(sieges).values(lignes)
  }
})

/** Of these names, the residents who may not be asked to a working group that day. */
async function sansAccord({ db, perimetre, maintenant }: CtxTerritoire, noms: string[]): Promise<string[]> {
  if (noms.length === 0) return []
  const lus =
    (await db.execute(sql`select p.nom from personnes p where p.collectivite_id = ${perimetre.collectiviteId} and p.supprime_le is null
    and p.cle_nom = any(${sql.param(noms.map(normaliser))}::text[]) and not ${peutEtreSollicitee(sql`p`, 'groupe', sql`${jourDe(maintenant)}`)}
    order by p.cle_nom`)) as unknown as { nom: string }[]
  return lus.map(({ nom }) => nom)
}
