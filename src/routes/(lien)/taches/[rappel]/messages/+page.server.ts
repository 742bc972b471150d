import { portesDesMessages } from '../../../messages.server.ts'
import { ouvrirTaches } from '../../../rendu.server.ts'

const { load: lire, choisir } = portesDesMessages(ouvrirTaches, (siennes) => siennes, {
  adresse: '/taches',
  parametre: 'rappel',
  libelle: 'Revenir à ce dont je me suis chargé·e'
})

export const load = lire
export const actions = { default: choisir }
