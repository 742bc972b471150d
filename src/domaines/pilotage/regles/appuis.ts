import type { RoleIntervenant } from '#domaines/actions/schema/mots.ts'
import type { RoleSiege } from '#domaines/instances/schema.ts'
import type { DateFloue } from '#platform/dates.ts'

/** What one person does for a structure where she holds a function: meetings of the window, bodies where she sits, actions where she is named. */
export type LienDePersonne = { personneId: string; personne: string; venues: number; sieges: string[]; actions: string[] }
/** `engagements`: the living actions and bodies that name the structure. */
export type StructureTenue = { id: string; nom: string; engagements: number; liens: LienDePersonne[] }
export type ActionTenue = {
  id: string
  nom: string
  partenaires: number
  /** who is named on it, or gave news of it */
  gens: { personneId: string; personne: string; roles: RoleIntervenant[]; nouvelles: number }[]
}
/** `tetes`: who presides or pilots; a structure alone has no person. */
export type InstanceTenue = {
  id: string
  nom: string
  sieges: number
  aVenir: number
  tetes: { personneId: string | null; personne: string | null; role: RoleSiege }[]
}

/** Something that rests on one person, with what is known of why, and how much hangs from it. */
export type Appui = { id: string; nom: string; personneId: string; personne: string; poids: number } & (
  | { nature: 'structure'; lien: LienDePersonne; autres: number; engagements: number }
  | { nature: 'action'; roles: RoleIntervenant[]; nouvelles: number; partenaires: number }
  | { nature: 'instance'; role: RoleSiege; sieges: number; aVenir: number }
)

const agit = ({ venues, sieges, actions }: LienDePersonne) => venues + sieges.length + actions.length > 0

function appuiDeStructure({ id, nom, engagements, liens }: StructureTenue): Appui | null {
  const actifs = liens.filter(agit)
  // nobody acts: the only one who is known is the only way in, if the structure is engaged in something
  const seul = actifs.length === 1 ? actifs[0]! : actifs.length === 0 && engagements > 0 && liens.length === 1 ? liens[0]! : null
  if (!seul) return null
  const { personneId, personne } = seul
  const poids = engagements + seul.venues + seul.sieges.length + seul.actions.length
  return { nature: 'structure', id, nom, personneId, personne, lien: seul, autres: liens.length - 1, engagements, poids }
}

function appuiDAction({ id, nom, partenaires, gens }: ActionTenue): Appui | null {
  const [seul, ...autres] = gens
  if (!seul || autres.length > 0) return null
  return { nature: 'action', id, nom, ...seul, partenaires, poids: partenaires + 1 }
}

function appuiDInstance({ id, nom, sieges, aVenir, tetes }: InstanceTenue): Appui | null {
  const [tete] = tetes
  if (!tete || tete.personneId === null || tete.personne === null) return null
  const { personneId, personne, role } = tete
  if (tetes.some((autre) => autre.personneId !== personneId)) return null
  return { nature: 'instance', id, nom, personneId, personne, role, sieges, aVenir, poids: sieges + aVenir }
}

/** What rests on one person, what would be lost most first: structures, actions and bodies, whoever the person is. */
export function appuisUniques(lus: {
  structures: readonly StructureTenue[]
  actions: readonly ActionTenue[]
  instances: readonly InstanceTenue[]
}): Appui[] {
  return [...lus.structures.map(appuiDeStructure), ...lus.actions.map(appuiDAction), ...lus.instances.map(appuiDInstance)]
    .filter((appui) => appui !== null)
    .toSorted((a, b) => b.poids - a.poids || (a.nom < b.nom ? -1 : 1))
}

/** A function that ended, with what still names the person who held it; `restent`: who else holds one there today. */
export type Depart = {
  personneId: string
  personne: string
  structureId: string
  structure: string
  fin: DateFloue
  actions: { id: string; nom: string }[]
  instances: { id: string; nom: string }[]
  taches: number
  restent: number
  /** a handover note is written */
  note: boolean
  /** somebody said that everything was taken over */
  reprise: boolean
}

/** How long a departure is recalled, in days. */
export const RAPPEL_D_UN_DEPART = 180

/** The departures of which something waits to be taken over, the latest first. */
export const aReprendre = (departs: readonly Depart[]): Depart[] =>
  departs
    .filter(
      ({ reprise, actions, instances, taches, restent }) =>
        !reprise && (actions.length + instances.length + taches > 0 || restent === 0)
    )
    .toSorted((a, b) => (a.fin > b.fin ? -1 : 1))
