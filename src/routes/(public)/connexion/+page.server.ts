import { base } from '#platform/db.server.ts'
import { demanderConnexion } from '#domaines/comptes/commands.server.ts'
import { SYSTEME } from '#platform/acteur.ts'
import { listerTerritoires } from '#domaines/territoires/queries.server.ts'
import { boiteVisible } from '../../lieu.server.ts'
import { faireAttendre, freinerCourriel } from '../../frein.server.ts'
import { lireFormulaire, repondre } from '../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async () => ({
  boite: boiteVisible() && (await listerTerritoires(base().db)).every((territoire) => territoire.demonstration)
})

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const attente = freinerCourriel(event, String(form.get('courriel') ?? ''))
    if (attente > 0) return faireAttendre(event, attente, form, '')
    const fait = await demanderConnexion({ db: base().db, acteur: SYSTEME }, lireFormulaire(form))
    return fait.ok ? { envoye: String(form.get('courriel')) } : repondre(fait, form, '', () => '')
  }
}
