import { portesDesMessages } from '../../../messages.server.ts'
import { ouvrirCompteRendu } from '../../../rendu.server.ts'

const { load: lire, choisir } = portesDesMessages(ouvrirCompteRendu, ({ qui }) => qui, {
  adresse: '/compte-rendu',
  parametre: 'lettre',
  libelle: 'Revenir au compte rendu'
})

export const load = lire
export const actions = { default: choisir }
