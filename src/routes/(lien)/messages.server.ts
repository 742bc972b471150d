import { redirect, type RequestEvent } from '@sveltejs/kit'
import { choisirSesCourriels } from '#domaines/partenaires/commands/courriels.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import type { Courriels } from '#domaines/partenaires/schema.ts'
import { lireFormulaire, repondre } from '../session.server.ts'
import { faireAttendre, freinerLien } from '../frein.server.ts'
import type { Appelant, Ouvert } from './lien.server.ts'

type Lecteur = { nom: string; territoire: string; courriels: Courriels; sollicitations: number; coordination: string | null }
type Porte = Appelant & { params: Partial<Record<string, string>>; url: URL }

/** The page where who reads a letter says what she receives, under the address of that letter; leaving is always possible, however old the link. */
export function portesDesMessages<T>(
  ouvrir: (event: Appelant, jeton: string) => Promise<Ouvert<T>>,
  qui: (objet: T) => Lecteur,
  retour: { adresse: string; parametre: 'lettre' | 'rappel'; libelle: string }
) {
  return {
    load: async (event: Porte) => {
      const { params, url } = event
      const { nom, territoire, courriels, sollicitations, coordination } = qui(
        (await ouvrir(event, params[retour.parametre]!)).objet
      )
      const revenir = { href: `${retour.adresse}/${params[retour.parametre]}`, libelle: retour.libelle }
      return { nom, territoire, courriels, sollicitations, coordination, revenir, dit: url.searchParams.get('dit') }
    },
    // mail programs post here when one presses their own « unsubscribe » (RFC 8058)
    choisir: async (event: RequestEvent) => {
      const { params, request } = event
      const { appel } = await ouvrir(event, params[retour.parametre]!)
      const form = await request.formData()
      const enUnClic = form.get('List-Unsubscribe') === 'One-Click'
      const id = appel.acteur.sorte === 'lien' ? appel.acteur.sujetId : ''
      const attente = freinerLien(event, id)
      if (attente > 0) return faireAttendre(event, attente, form, '')
      const fait = await choisirSesCourriels(appel, enUnClic ? { id, courriels: 'aucun' } : { ...lireFormulaire(form), id })
      if (!fait.ok) return repondre(fait, form, '', direRefusInstance)
      redirect(303, `${retour.adresse}/${params[retour.parametre]}/messages?dit=choisi`)
    }
  }
}
