import { z } from 'zod'
import { ecrireAppariement, lireAppariement } from '#platform/appariements.server.ts'
import { commande, refuser } from '#platform/commande.server.ts'
import { peutImporterPlan } from '../droits.ts'
import { jugerRoles } from '../regles/plan/libre.ts'
import { ROLES_LIBRES, type Memoire } from '../schema/appariement.ts'

/** Remembers what the columns of a free file hold, for the next one that has the same names. Refusals: `sans_titre`, `deux_fois`. */
export const retenirAppariement = commande('appariement.retenir', {
  saisie: z.object({
    colonnes: z.array(z.object({ nom: z.string(), role: z.enum(ROLES_LIBRES) })),
    recopier: z.boolean()
  }),
  charger: async ({ db, perimetre }, { colonnes }) => ({
    connu: await lireAppariement(
      db,
      perimetre,
      'plan',
      colonnes.map(({ nom }) => nom)
    )
  }),
  droit: peutImporterPlan,
  regle: (_, { colonnes }) => {
    const [faute] = jugerRoles(colonnes.map(({ role }) => role))
    return faute ? refuser(faute.faute, `colonne-${faute.colonne ?? 0}`) : {}
  },
  agir: (ctx, { connu }, choix: Memoire) => ecrireAppariement(ctx, 'plan', connu, choix)
})
