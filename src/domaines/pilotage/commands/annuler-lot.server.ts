import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { peutAnnuler } from '../droits.ts'
import { lireGestes } from '../queries/gestes.server.ts'
import { lireColonnesDuLot, lireLignesDuLot, type LigneDeLot } from '../queries/gestes-de-lot.server.ts'
import { empechement, type GesteLu } from '../regles/annulation.ts'

type LotLu = GesteLu & { colonnes: string[]; lignes: LigneDeLot[] }

/**
 * Undoes a change of many actions (R-073): those that nobody touched since say again what they said, the others are left as they are.
 * Answers the act of undoing, and how many came back. Refusals: `lot_retouche` (all were touched since, with their `titres`),
 * `geste_trop_vieux`; an act that was no change of many actions does not exist here.
 */
export const annulerLot = commande('fiches.annuler_lot', {
  saisie: z.object({ geste: z.uuid() }),
  charger: async ({ db }, { geste }): Promise<LotLu | null> => {
    const lu = (await lireGestes(db, [geste])).get(geste)
    const colonnes = lu ? await lireColonnesDuLot(db, geste) : []
    return lu && colonnes.length > 0 ? { ...lu, colonnes, lignes: await lireLignesDuLot(db, geste) } : null
  },
  droit: (acteur, lu: LotLu) => peutAnnuler(acteur, lu),
  regle: (lu: LotLu, _, maintenant) => {
    // what was touched since does not keep the others from coming back
    const raison = empechement({ ...lu, depasse: false }, maintenant)
    if (raison) return refuser(raison)
    const ids = lu.lignes.filter(({ intacte }) => intacte).map(({ id }) => id)
    return ids.length === 0
      ? refuser('lot_retouche', undefined, { titres: lu.lignes.map(({ titre }) => titre), sur: lu.lignes.length })
      : { ids }
  },
  agir: async ({ db, perimetre, gesteId }, { colonnes }, { geste }, { ids }) => {
    const avant = (colonne: string) => sql`(jsonb_populate_record(null::fiches, c.avant)).${sql.identifier(colonne)}`
    await db.execute(sql`
      update fiches f set ${sql.join(
        colonnes.map((colonne) => sql`${sql.identifier(colonne)} = ${avant(colonne)}`),
        sql`, `
      )}
      from changements c
      where c.collectivite_id = ${perimetre.collectiviteId} and c.geste_id = ${geste} and c.objet_table = 'fiches'
        and f.collectivite_id = ${perimetre.collectiviteId} and f.id = c.objet_id and f.id = any(${sql.param(ids)}::uuid[])`)
    return { geste: gesteId, rendues: ids.length }
  }
})
