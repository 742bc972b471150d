import { redirect, type RequestEvent } from '@sveltejs/kit'
import { demandesDe } from '#domaines/actions/queries/demandes.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { redemanderLettre } from '#domaines/partenaires/commands/lettres.server.ts'
import { faireAttendre, freinerLien } from '../frein.server.ts'
import { repondre } from '../session.server.ts'
import { ouvrirObjet, type Appelant, type Options, type Ouvreur } from './lien.server.ts'

/** What the link of a request for news opens: what is asked of who received that letter. */
export const ouvrirDemandes = (event: Appelant, jeton: string, options?: Options) =>
  ouvrirObjet(event, jeton, 'nouvelles', demandesDe, ({ nom }) => nom, options)

/** The action of a page whose link is out of date: a new one leaves, to the address that had it. */
export const redemander =
  <T>(ouvrir: Ouvreur<T>, parametre: 'lettre' | 'rappel' | 'demande', adresse: string) =>
  async (event: RequestEvent) => {
    const jeton = event.params[parametre]!
    const { appel, perime, eteintLe } = await ouvrir(event, jeton, { eteint: true })
    if (!perime) redirect(303, `${adresse}/${jeton}`)
    const id = appel.acteur.sorte === 'lien' ? appel.acteur.sujetId : ''
    const form = await event.request.formData()
    const attente = freinerLien(event, id)
    if (attente > 0) return faireAttendre(event, attente, form, 'redemander')
    const fait = await redemanderLettre(appel, { id, eteintLe })
    if (!fait.ok) return repondre(fait, form, 'redemander', direRefusInstance)
    redirect(303, `${adresse}/${jeton}?dit=redemande`)
  }
