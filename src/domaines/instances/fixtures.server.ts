import { reussi } from '#platform/commande.server.ts'
import type { Scene } from '#domaines/comptes/fixtures.server.ts'
import { repondreAuxQuestions } from '#domaines/enquetes/commands.server.ts'
import { TROIS_QUESTIONS } from '#domaines/enquetes/libelles.ts'
import { finParDefaut } from '#domaines/enquetes/regles.ts'
import { jourDe } from '#platform/dates.ts'
import { creerInstance } from './commands/instances.server.ts'
import { convoquerSeance } from './commands/invitations.server.ts'
import { composerOrdreDuJour } from './commands/points.server.ts'
import { interroger } from './commands/questions.server.ts'
import { modifierSeance, prevoirSeance } from './commands/seances.server.ts'

/** A meeting of December, as calendars are told of it. */
export const SEANCE_A_L_AGENDA = {
  id: '0198a2',
  titre: 'Groupe « Accès aux soins »',
  jour: '2026-12-09',
  heure: '14:00',
  duree: 120,
  lieu: 'Espace Santé, 2 place de la Mairie',
  version: 0,
  annulee: false,
  description: 'La CPTS se présente ; puis nous travaillons.',
  lien: 'https://sante.exemple.fr/invitation/abc',
  domaine: 'sante.exemple.fr',
  organisateur: { nom: 'Ville de Cergy', courriel: 'sante@cergy.fr' },
  modifieeLe: new Date('2026-11-22T10:00:00Z')
}

/** A working group that the CLS pilots; anything of it can be said otherwise. Answers its id. */
export async function uneInstance(scene: Scene, dit: Record<string, unknown> = {}): Promise<string> {
  const fait = await creerInstance(scene, { nom: 'Groupe accès aux soins', nature: 'groupe', ...dit })
  if (!fait.ok) throw new Error(`fixture: ${JSON.stringify(fait)}`)
  return fait.valeur.id
}

/** A meeting held on a day, to which everyone of the directory was invited before it, with an agenda of two points. Answers its id. */
export async function uneSeanceTenue(scene: Scene, jour = '2024-03-12', dit: Record<string, unknown> = {}): Promise<string> {
  const { instanceId = await uneInstance(scene), ...reste } = dit
  const seance = { duree: '2 h', heure: '14 h', lieu: 'Espace Santé', motifQuota: 'Pour l’essai.', ...reste }
  const { id } = reussi(await prevoirSeance(scene, { instanceId, jour: '2090-12-09', ...seance }))
  reussi(
    await composerOrdreDuJour(scene, {
      id,
      points: [
        { temps: 'suivi', intitule: 'Où en sont les actions', minutes: '30' },
        { temps: 'presentation', structure: 'CPTS', minutes: '30' }
      ]
    })
  )
  reussi(await convoquerSeance(scene, { id, choix: 'tous' }))
  // moved while that day was still to come
  reussi(await modifierSeance({ ...scene, maintenant: new Date(`${jour}T00:00:00Z`) }, { id, jour, ...seance }))
  return id
}

/** The three questions of a meeting that was held, as they stand, for fifteen days. Answers the id of the questionnaire. */
export async function desQuestions(scene: Scene, seanceId: string): Promise<string> {
  const fermeLe = finParDefaut(jourDe(scene.maintenant))
  return reussi(await interroger(scene, { id: seanceId, questions: TROIS_QUESTIONS, fermeLe })).id
}

/** Each of these is what one person sends, by the link that everybody has. */
export async function desReponses(scene: Scene, id: string, envois: readonly Record<string, unknown>[]): Promise<void> {
  const acteur = { sorte: 'lien', nom: 'Quelqu’un', sujetId: id, role: null, administrateur: false } as const
  for (const envoi of envois) reussi(await repondreAuxQuestions({ ...scene, acteur }, { ...envoi, id }))
}
