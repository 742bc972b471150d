import { redirect, type RequestEvent } from '@sveltejs/kit'
import { choisirSesCourriels } from '#domaines/partenaires/commands/courriels.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import type { Courriels } from '#domaines/partenaires/schema.ts'
import { lireFormulaire, repondre } from '../session.server.ts'
import type { Ouvert } from './lien.server.ts'

type Lecteur = { nom: string; territoire: string; courriels: Courriels; sollicitations: number; coordination: string | null }
type Porte = { params: Partial<Record<string, string>>; url: URL; locals: App.Locals }

/** The page where who reads a letter says what she receives, under the address of that letter; leaving is always possible, however old the link. */
export function portesDesMessages<T>(
  ouvrir: (jeton: string, maintenant: Date) => Promise<Ouvert<T>>,
  qui: (objet: T) => Lecteur,
  retour: { adresse: string; parametre: 'lettre' | 'rappel'; libelle: string }
) {
  return {
    load: async ({ params, url, locals }: Porte) => {
      const { nom, territoire, courriels, sollicitations, coordination } = qui(
        (await ouvrir(params[retour.parametre]!, locals.maintenant)).objet
      )
      const revenir = { href: `${retour.adresse}/${params[retour.parametre]}`, libelle: retour.libelle }
      return { nom, territoire, courriels, sollicitations, coordination, revenir, dit: url.searchParams.get('dit') }
    },
    // mail programs post here when one presses their own « unsubscribe » (RFC 8058)
    choisir: async ({ params, request, locals }: RequestEvent) => {
      const { appel } = await ouvrir(params[retour.parametre]!, locals.maintenant)
      const form = await request.formData()
      const enUnClic = form.get('List-Unsubscribe') === 'One-Click'
      const id = appel.acteur.sorte === 'lien' ? appel.acteur.sujetId : ''
      const fait = await choisirSesCourriels(appel, enUnClic ? { id, courriels: 'aucun' } : { ...lireFormulaire(form), id })
      if (!fait.ok) return repondre(fait, form, '', direRefusInstance)
      redirect(303, `${retour.adresse}/${params[retour.parametre]}/messages?dit=choisi`)
    }
  }
}
