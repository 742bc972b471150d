import { ouvrirDemandes } from '../../../demandes.server.ts'
import { portesDesMessages } from '../../../messages.server.ts'

const { load: lire, choisir } = portesDesMessages(ouvrirDemandes, (recues) => recues, {
  adresse: '/nouvelles',
  parametre: 'demande',
  libelle: 'Revenir à ce qu’on me demande'
})

export const load = lire
export const actions = { default: choisir }
