import { portesDesMessages } from '../../../messages.server.ts'
import { ouvrirEspace } from '../../../espace.server.ts'

const { load: lire, choisir } = portesDesMessages(ouvrirEspace, (espace) => espace, {
  adresse: '/espace',
  parametre: 'soi',
  libelle: 'Revenir à ma page'
})

export const load = lire
export const actions = { default: choisir }
