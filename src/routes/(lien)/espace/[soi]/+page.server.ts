import { redirect, type RequestEvent } from '@sveltejs/kit'
import { repondreNouvelles } from '#domaines/actions/commands/demandes.server.ts'
import { direRefusDemande } from '#domaines/actions/libelles/refus.ts'
import { repondreInvitation } from '#domaines/instances/commands/invitations.server.ts'
import { nePlusSuivre, suivreLesSiennes } from '#domaines/instances/commands/son-agenda.server.ts'
import { rouvrirTache, terminerTache } from '#domaines/instances/commands/taches.server.ts'
import { direRefusInstance } from '#domaines/instances/libelles.ts'
import { demanderAppui } from '#domaines/partenaires/commands/appuis.server.ts'
import { proposerCorrection } from '#domaines/partenaires/commands/corrections.server.ts'
import { direRefusCorrection } from '#domaines/partenaires/libelles/corrections.ts'
import { demanderEspace, renouvelerEspace } from '#domaines/pilotage/commands/espace.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDuParametre } from '../../../adresse.server.ts'
import { ouvrirEspace, pourSoi, surSonEspace } from '../../espace.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { params, url, locals } = event
  const { objet, perime } = await ouvrirEspace(event, params.soi, { eteint: true })
  const dit = url.searchParams.get('dit')
  // an old link says no more than whose territory it was
  if (perime) return { perime: { territoire: objet.territoire, dit }, espace: null }
  const jour = jourDe(locals.maintenant)
  return { espace: objet, jeton: params.soi, jour, corrigee: idDuParametre(url, 'corriger'), dit }
}

const retour = (event: RequestEvent, suite: string) => redirect(303, `/espace/${event.params.soi}${suite}`)

export const actions: Actions = {
  repondre: surSonEspace(repondreInvitation, { suite: '?dit=repondu#invitations', dire: direRefusInstance }),
  terminer: surSonEspace(terminerTache, { suite: '#taches', dire: direRefusInstance }),
  rouvrir: surSonEspace(rouvrirTache, { suite: '#taches', dire: direRefusInstance }),
  nouvelles: surSonEspace(repondreNouvelles, { suite: '?dit=raconte#demandes', dire: direRefusDemande }),
  corriger: async (event) => {
    const fait = await pourSoi(event, proposerCorrection, { formulaire: 'corriger', dire: direRefusCorrection })
    return 'refuse' in fait ? fait.refuse : retour(event, '?dit=corrige#corrections')
  },
  appui: async (event) => {
    const fait = await pourSoi(event, demanderAppui, { formulaire: 'appui', dire: direRefusCorrection })
    return 'refuse' in fait ? fait.refuse : retour(event, '?dit=appui#appui')
  },
  // the secret is shown once, in the answer itself: an address that bore it would stay in the history of the browser
  suivre: async (event) => {
    const fait = await pourSoi(event, suivreLesSiennes, { formulaire: 'suivre' })
    if ('refuse' in fait) return fait.refuse
    return { formulaire: 'adresse', adresse: `${event.url.origin}/agenda/${fait.valeur.jeton}.ics` }
  },
  cesser: async (event) => {
    const fait = await pourSoi(event, nePlusSuivre, { formulaire: 'cesser' })
    return 'refuse' in fait ? fait.refuse : retour(event, '#agenda')
  },
  eteindre: async (event) => {
    const fait = await pourSoi(event, renouvelerEspace, { formulaire: 'eteindre' })
    return 'refuse' in fait ? fait.refuse : retour(event, '?dit=redemande')
  },
  redemander: async (event) => {
    const fait = await pourSoi(event, demanderEspace, { formulaire: 'redemander', perime: true })
    return 'refuse' in fait ? fait.refuse : retour(event, '?dit=redemande')
  }
}
