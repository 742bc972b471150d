import { and, eq, isNull } from 'drizzle-orm'
import type { Acteur } from '#platform/acteur.ts'
import { commande, refuser } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { normaliser } from '#platform/texte.ts'
import { peutParlerDeSoi } from '../droits.ts'
import { APPUIS_MAX, appuiSchema } from '../schema/echanges.ts'
import { echanges } from '../tables/echanges.server.ts'
import { sesStructures } from './parler-de-soi.server.ts'

/**
 * A partner asks the coordination for help, by the link of her page: it is on the board with the others, in her name. Refusals:
 * `structure_inconnue` when she is not of that house today, `trop_de_demandes` when five of hers wait already. Answers the id.
 */
export const demanderAppui = commande('appui.demander', {
  saisie: appuiSchema,
  charger: async (ctx, { id, structureId }) => {
    const { db } = ctx
    const ici = ctx.perimetre.collectiviteId
    const siennes = await sesStructures(ctx, id)
    if (!siennes) return null
    const siens = and(eq(echanges.collectiviteId, ici), eq(echanges.personneId, id), eq(echanges.nature, 'appui'))
    const attendent = await db.$count(echanges, and(siens, eq(echanges.etat, 'ouverte'), isNull(echanges.supprimeLe)))
    return { id, attendent, la: siennes.includes(structureId) }
  },
  droit: (acteur: Acteur, qui) => peutParlerDeSoi(acteur, qui),
  regle: ({ attendent, la }) => {
    if (!la) return refuser('structure_inconnue', 'structureId')
    return attendent < APPUIS_MAX ? {} : refuser('trop_de_demandes')
  },
  agir: async ({ db, perimetre, nouvelId, maintenant }, _, { id: personneId, structureId, titre, texte }) => {
    const id = nouvelId()
    await db.insert(echanges).values({
      ...{ collectiviteId: perimetre.collectiviteId, id, nature: 'appui', structureId, personneId, titre, texte },
      ...{ cleTitre: normaliser(titre), depuis: jourDe(maintenant), creeLe: maintenant }
    })
    return { id }
  }
})
