import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { peutImporterPlan } from '../droits.ts'
import { empreinteDesNoms, lireAppariement } from '../queries/appariements.server.ts'
import { jugerRoles } from '../regles/plan/libre.ts'
import { ROLES_LIBRES, type Memoire } from '../schema/appariement.ts'
import { appariements } from '../tables/appariements.server.ts'

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
      colonnes.map(({ nom }) => nom)
    )
  }),
  droit: peutImporterPlan,
  regle: (_, { colonnes }) => {
    const [faute] = jugerRoles(colonnes.map(({ role }) => role))
    return faute ? refuser(faute.faute, `colonne-${faute.colonne ?? 0}`) : {}
  },
  agir: async ({ db, perimetre, nouvelId, maintenant }, { connu }, choix: Memoire) => {
    if (memeChoix(connu, choix)) return
    const empreinte = empreinteDesNoms(choix.colonnes.map(({ nom }) => nom))
    await db
      .insert(appariements)
      .values({ collectiviteId: perimetre.collectiviteId, id: nouvelId(), empreinte, choix, retenuLe: maintenant })
      .onConflictDoUpdate({
        target: [appariements.collectiviteId, appariements.empreinte],
        set: { choix: sql`excluded.choix`, retenuLe: maintenant }
      })
  }
})

/** Said again, it is no change: the history stays silent. */
const memeChoix = (un: Memoire | null, autre: Memoire) =>
  un !== null &&
  un.recopier === autre.recopier &&
  un.colonnes.length === autre.colonnes.length &&
  un.colonnes.every(({ nom, role }, rang) => nom === autre.colonnes[rang]!.nom && role === autre.colonnes[rang]!.role)
