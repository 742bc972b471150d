import { compter, enumerer } from '#platform/texte.ts'
import { ROLE_INTERVENANT } from '#domaines/actions/libelles.ts'
import { ROLE_SIEGE } from '#domaines/instances/libelles.ts'
import type { Appui, Depart } from '../regles/appuis.ts'

const citer = (noms: readonly string[]) => enumerer(noms.map((nom) => (nom.includes('«') ? nom : `«\u202f${nom}\u202f»`)))

/** Why it rests on one person, after her name: « 3 séances en deux ans, siège à « Comité » ». */
export function direAppui(appui: Appui): string {
  if (appui.nature === 'structure') {
    const { venues, sieges, actions } = appui.lien
    const faits = [
      ...(venues > 0 ? [compter(venues, 'séance depuis deux ans', 'séances depuis deux ans')] : []),
      ...(sieges.length > 0 ? [`un siège à ${citer(sieges)}`] : []),
      ...(actions.length > 0 ? [`nommée sur ${citer(actions)}`] : [])
    ]
    const autres =
      appui.autres > 0 ? `\u202f; ${compter(appui.autres, 'autre contact connu', 'autres contacts connus')}, sans lien noté` : ''
    return (faits.length > 0 ? `seul contact actif (${faits.join(', ')})` : 'seul contact connu') + autres
  }
  if (appui.nature === 'action') {
    const roles = enumerer(appui.roles.map((role) => ROLE_INTERVENANT[role].toLowerCase()))
    const nouvelles = appui.nouvelles > 0 ? `seule source de ${compter(appui.nouvelles, 'nouvelle')}` : ''
    return ['seule personne nommée', roles, nouvelles].filter(Boolean).join(', ')
  }
  return `seule personne à la tenir, ${ROLE_SIEGE[appui.role].toLowerCase()}`
}

/** What would be lost without a relay. */
export function direPerte(appui: Appui): string {
  if (appui.nature === 'structure')
    return appui.engagements > 0
      ? `${compter(appui.engagements, 'action ou instance y compte', 'actions ou instances y comptent')}`
      : 'Le lien avec la structure'
  if (appui.nature === 'action')
    return appui.partenaires > 0
      ? `${compter(appui.partenaires, 'structure y travaille', 'structures y travaillent')}`
      : 'La suite de l’action'
  const sieges = compter(appui.sieges, 'siège')
  return appui.aVenir > 0 ? `${sieges}, ${compter(appui.aVenir, 'séance à venir', 'séances à venir')}` : sieges
}

/** What the page says first. */
export function direAppuis(appuis: readonly Appui[]): string {
  if (appuis.length === 0) return 'Rien ne tient à une seule personne'
  const de = (nature: Appui['nature']) => appuis.filter((appui) => appui.nature === nature).length
  const parties = [
    ...(de('structure') > 0 ? [compter(de('structure'), 'structure')] : []),
    ...(de('action') > 0 ? [compter(de('action'), 'action')] : []),
    ...(de('instance') > 0 ? [compter(de('instance'), 'instance')] : [])
  ]
  return `${enumerer(parties)} ${appuis.length === 1 ? 'tient' : 'tiennent'} à une seule personne`
}

/** What is to be taken over after a departure: « 2 actions, 1 instance et 3 tâches ». */
export function direAReprendre({ actions, instances, taches, restent, structure }: Depart): string {
  const nommer = (nombre: number, mot: string, noms: readonly { nom: string }[]) =>
    nombre === 0
      ? []
      : [`${compter(nombre, mot)} (${citer(noms.slice(0, 2).map(({ nom }) => nom))}${noms.length > 2 ? '…' : ''})`]
  const faits = [
    ...nommer(actions.length, 'action', actions),
    ...nommer(instances.length, 'instance', instances),
    ...(taches > 0 ? [compter(taches, 'tâche')] : [])
  ]
  const seuls = restent === 0 ? `plus personne de connu à «\u202f${structure}\u202f»` : ''
  return [faits.length > 0 ? `À reprendre\u00a0: ${enumerer(faits)}` : '', seuls]
    .filter(Boolean)
    .join('\u202f; ')
    .replace(/^plus/, 'Plus')
}
