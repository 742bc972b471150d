import { and, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Acteur } from './acteur.ts'
import { commande, type CtxTerritoire } from './commande.server.ts'

type Objets = PgTable & { collectiviteId: PgColumn; id: PgColumn; supprimeLe: PgColumn }

/**
 * The two acts that put an object of a territory aside and bring it back: `<nom>.retirer` and `<nom>.retablir`.
 * Nothing is erased: the row is marked, and everything that hangs from it stays as it was. `peutRevenir`: what else must hold of a row that
 * comes back; any other is not found.
 */
export function corbeilleDe(nom: string, table: Objets, droit: (acteur: Acteur) => boolean, peutRevenir?: SQL) {
  const ici = ({ perimetre }: CtxTerritoire, id: string) =>
    and(eq(table.collectiviteId, perimetre.collectiviteId), eq(table.id, id))
  const saisie = z.object({ id: z.uuid() })
  const acte = (suite: string, present: boolean) =>
    commande(`${nom}.${suite}`, {
      saisie,
      charger: async (ctx, { id }) => {
        const etat = present ? isNull(table.supprimeLe) : and(isNotNull(table.supprimeLe), peutRevenir)
        return (
          (
            await ctx.db
              .select({ id: table.id })
              .from(table as PgTable)
              .where(and(ici(ctx, id), etat))
              .for('update')
          )[0] ?? null
        )
      },
      droit,
      regle: () => ({}),
      agir: async (ctx, _, { id }) => {
        await ctx.db
          .update(table)
          .set({ supprimeLe: present ? ctx.maintenant : null })
          .where(ici(ctx, id))
      }
    })
  return { retirer: acte('retirer', true), retablir: acte('retablir', false) }
}
