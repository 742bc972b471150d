import { DrizzleQueryError, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, renoncer } from '#platform/commande.server.ts'
import { peutAnnuler } from '../droits.ts'
import { lireGestes } from '../queries/gestes.server.ts'
import { rendreLesLettres, reunionsDe } from './lettres-reunies.server.ts'
import { empechement, type GesteLu } from '../regles/annulation.ts'

/** Something else now stands on what would go, or in the place of what would come back. */
const SUR_QUOI_ON_S_APPUIE = new Set(['23503', '23505', '23514'])

/**
 * Undoes one act of the history: every row that it touched is as it was before, and that is an act of the history too, which can be undone.
 * Refusals: `geste_trop_vieux`, `geste_depasse` (a row changed since), `geste_sans_retour`, `geste_appuye` (something hangs from what would go).
 */
export const annulerGeste = commande('geste.annuler', {
  saisie: z.object({ geste: z.uuid() }),
  charger: async ({ db }, { geste }): Promise<GesteLu | null> => (await lireGestes(db, [geste])).get(geste) ?? null,
  droit: (acteur, lu: GesteLu) => peutAnnuler(acteur, lu),
  regle: (lu: GesteLu, _, maintenant) => {
    const raison = empechement(lu, maintenant)
    return raison ? refuser(raison) : {}
  },
  agir: async ({ db, gesteId, perimetre }, { tables }, { geste }) => {
    try {
      const reunions = tables.some((table) => table.startsWith('paires_')) ? await reunionsDe(db, perimetre, geste) : []
      await db.transaction((tx) => tx.execute(sql`select annuler_geste(${geste})`))
      await rendreLesLettres(db, perimetre, reunions)
    } catch (cause) {
      const code = cause instanceof DrizzleQueryError ? (cause.cause as { code?: string } | undefined)?.code : undefined
      if (code && SUR_QUOI_ON_S_APPUIE.has(code)) renoncer('geste_appuye')
      throw cause
    }
    return { geste: gesteId }
  }
})
