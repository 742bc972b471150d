import { redirect, type RequestEvent } from '@sveltejs/kit'
import { choisirSesCourriels } from '#domaines/partenaires/commands/courriels.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import type { Courriels } from '#domaines/partenaires/schema.ts'
import { direRefusEffacer } from '#domaines/partenaires/libelles/effacements.ts'
import { demanderAPartir } from '#domaines/pilotage/commands/effacement.server.ts'
import { choisirInterets } from '#domaines/instances/commands/interets.server.ts'
import { interetsAuLien, type InteretsAuLien } from '#domaines/instances/queries/interets.server.ts'
import type { Appel } from '#platform/commande.server.ts'
import { lireFormulaire, repondre } from '../session.server.ts'
import { faireAttendre, freinerLien } from '../frein.server.ts'
import { lireAuLien, type Appelant, type Ouvreur } from './lien.server.ts'

type Lecteur = { nom: string; territoire: string; courriels: Courriels; sollicitations: number; coordination: string | null }
type Porte = Appelant & { params: Partial<Record<string, string>>; url: URL }

/** Since when who opens a link is known, and what interests her; null for a house. */
export const lireSesInterets = (appel: Appel): Promise<InteretsAuLien | null> =>
  lireAuLien(appel, (tx, perimetre) => interetsAuLien(tx, perimetre, sujetDe(appel)))

/** Keeps what she ticked, when the page asked; a mail program that unsubscribes sends nothing of it. */
export async function noterSesInterets(appel: Appel, form: FormData): Promise<void> {
  if (!form.has('avecInterets')) return
  await choisirInterets(appel, { ...lireFormulaire(form, ['interets']), id: sujetDe(appel) })
}

/** She asks to be erased, when that is the form she sent; null when it is another. A link that is out of date erases nobody. */
export async function partir(appel: Appel, form: FormData, perime: boolean) {
  if (form.get('geste') !== 'partir') return null
  if (perime) return repondre({ ok: false, sorte: 'refus', raison: 'lien_perime' }, form, 'partir', direRefusEffacer)
  const fait = await demanderAPartir(appel, { id: sujetDe(appel) })
  return fait.ok ? 'part' : repondre(fait, form, 'partir', direRefusEffacer)
}

const sujetDe = ({ acteur }: Appel): string => (acteur.sorte === 'lien' ? acteur.sujetId : '')

/** The page where who reads a letter says what she receives, under the address of that letter; asking for fewer letters is always possible, however old the link. */
export function portesDesMessages<T>(
  ouvrir: Ouvreur<T>,
  qui: (objet: T) => Lecteur,
  retour: { adresse: string; parametre: 'lettre' | 'rappel' | 'demande' | 'soi'; libelle: string }
) {
  return {
    load: async (event: Porte) => {
      const { params, url } = event
      const { appel, objet, perime } = await ouvrir(event, params[retour.parametre]!)
      const { nom, territoire, courriels, sollicitations, coordination } = qui(objet)
      const interets = await lireSesInterets(appel)
      const revenir = { href: `${retour.adresse}/${params[retour.parametre]}`, libelle: retour.libelle }
      return {
        nom,
        territoire,
        courriels,
        sollicitations,
        coordination,
        interets,
        revenir,
        perime,
        dit: url.searchParams.get('dit')
      }
    },
    // mail programs post here when one presses their own « unsubscribe » (RFC 8058)
    choisir: async (event: RequestEvent) => {
      const { params, request } = event
      const { appel, perime } = await ouvrir(event, params[retour.parametre]!)
      const form = await request.formData()
      const enUnClic = form.get('List-Unsubscribe') === 'One-Click'
      const id = sujetDe(appel)
      const attente = freinerLien(event, id)
      if (attente > 0) return faireAttendre(event, attente, form, '')
      const parti = await partir(appel, form, perime)
      if (parti === 'part') redirect(303, `${retour.adresse}/${params[retour.parametre]}/messages`)
      if (parti) return parti
      const fait = await choisirSesCourriels(appel, enUnClic ? { id, courriels: 'aucun' } : { ...lireFormulaire(form), id })
      if (!fait.ok) return repondre(fait, form, '', direRefusInstance)
      await noterSesInterets(appel, form)
      redirect(303, `${retour.adresse}/${params[retour.parametre]}/messages?dit=choisi`)
    }
  }
}
