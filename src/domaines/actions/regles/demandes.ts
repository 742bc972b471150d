import { joursEntre } from '#platform/dates.ts'
import type { DemandeSuivie, Destinataire, Joignable } from '../schema/demandes.ts'
import type { RoleIntervenant } from '../schema/mots.ts'

/** Days during which the same person is not asked twice about the same action. */
export const ATTENTE_ENTRE_DEMANDES = 7

/** Who answers for an action, the nearest first; whoever only takes part is not asked. */
const RANG: Partial<Record<RoleIntervenant, number>> = { personne_pilote: 0, pilote: 1, service_pilote: 2, copilote: 3 }

/** Why nobody can be asked: nobody pilots, they left no address, or they said not to be written to. */
export type Empechement = 'sans_pilote' | 'sans_adresse' | 'ne_veulent_pas'

/** Who pilots an action and cannot be written to: a person, or a house. */
export type Muet = { personneId: string | null; structureId: string | null; nom: string }
/** An action that nobody can be asked about, why, and whose page would mend it. */
export type Empechee = { id: string; titre: string; empechement: Empechement; muets: Muet[] }

/**
 * To whom news of an action may be asked, the best placed first: the person who pilots, then her house at its own address, then who is of
 * that house. Who follows by reading, or receives nothing, is never asked.
 */
export function aQuiDemander(
  intervenants: readonly Joignable[]
): { destinataires: Destinataire[]; empechement: null } | { destinataires: []; empechement: Empechement } {
  const pilotes = pilotesDe(intervenants)
  if (pilotes.length === 0) return { destinataires: [], empechement: 'sans_pilote' }
  const possibles = pilotes.flatMap((pilote) => [
    {
      personneId: pilote.personneId,
      structureId: null,
      nom: pilote.personne,
      courriel: pilote.courriel,
      veut: pilote.courriels === 'tous'
    },
    {
      personneId: null,
      structureId: pilote.structureId,
      nom: pilote.structure,
      courriel: pilote.courrielStructure,
      veut: pilote.courrielsStructure === 'tous'
    },
    ...pilote.gens.map(({ courriels, ...gens }) => ({ ...gens, structureId: null, veut: courriels === 'tous' }))
  ])
  const joignables = possibles.flatMap(({ personneId, structureId, nom, courriel, veut }) =>
    nom && courriel && (personneId ?? structureId) ? [{ personneId, structureId, nom, courriel, veut }] : []
  )
  const uns = new Map<string, Destinataire>()
  for (const { veut, ...un } of joignables) {
    const cle = (un.personneId ?? un.structureId)!
    if (veut && !uns.has(cle)) uns.set(cle, un)
  }
  if (uns.size > 0) return { destinataires: [...uns.values()], empechement: null }
  return { destinataires: [], empechement: joignables.length > 0 ? 'ne_veulent_pas' : 'sans_adresse' }
}

/** Those who pilot, the nearest first, each once: where an address is to be given. */
function lesMuets(intervenants: readonly Joignable[]): Muet[] {
  const dits = pilotesDe(intervenants).flatMap(({ personneId, personne, structureId, structure }): Muet[] => [
    ...(personneId && personne ? [{ personneId, structureId: null, nom: personne }] : []),
    ...(structureId && structure ? [{ personneId: null, structureId, nom: structure }] : [])
  ])
  return [...new Map(dits.map((un) => [un.personneId ?? un.structureId, un])).values()]
}

const pilotesDe = (intervenants: readonly Joignable[]): Joignable[] =>
  intervenants.filter(({ role }) => role in RANG).toSorted((a, b) => RANG[a.role]! - RANG[b.role]! || a.rang - b.rang)

/** True when an open request is too young to be sent again. */
export const vientDEtreDemandee = (demandeLe: string | null, jour: string): boolean =>
  demandeLe !== null && joursEntre(demandeLe.slice(0, 10), jour) < ATTENTE_ENTRE_DEMANDES

/** True while somebody must say what becomes of the status that a pilot proposed. */
export const attendUneDecision = ({ propose, decision }: Pick<DemandeSuivie, 'propose' | 'decision'>): boolean =>
  propose !== null && decision === null

/** True while who answered may correct it: nobody decided of it, and it is of this month. */
export const peutCorriger = (
  { reponduLe, decision }: { reponduLe: string | null; decision: DemandeSuivie['decision'] },
  jour: string
): boolean => reponduLe !== null && decision === null && joursEntre(reponduLe.slice(0, 10), jour) < 30

/** The actions of a list by whom they would be asked of, in the order of names; then those that nobody can be asked about, and why. */
export function repartir<F extends { id: string; titre: string; intervenants: readonly Joignable[] }>(
  fiches: readonly F[]
): {
  groupes: { a: Destinataire; actions: { fiche: F; choix: Destinataire[] }[] }[]
  empechees: Empechee[]
} {
  const groupes = new Map<string, { a: Destinataire; actions: { fiche: F; choix: Destinataire[] }[] }>()
  const empechees: Empechee[] = []
  for (const fiche of fiches) {
    const { destinataires, empechement } = aQuiDemander(fiche.intervenants)
    if (empechement !== null)
      empechees.push({
        id: fiche.id,
        titre: fiche.titre,
        empechement,
        muets: empechement === 'sans_adresse' ? lesMuets(fiche.intervenants) : []
      })
    else {
      const a = destinataires[0]!
      const cle = (a.personneId ?? a.structureId)!
      const groupe = groupes.get(cle) ?? groupes.set(cle, { a, actions: [] }).get(cle)!
      groupe.actions.push({ fiche, choix: destinataires })
    }
  }
  return { groupes: [...groupes.values()].toSorted((a, b) => a.a.nom.localeCompare(b.a.nom, 'fr')), empechees }
}
