import { normaliser } from '#platform/texte.ts'
import type { ReponseDatee } from '../schema.ts'
import { placer, prendUnePlace } from './invitations.ts'
import { clePaire, toursPossibles } from './rencontres.ts'

type Invitee = ReponseDatee & {
  personneId: string | null
  structureId: string | null
  nom: string
  structure: string | null
  remplacant: string | null
  /** noted present */
  venu: boolean
}
type Inscrite = {
  id: string
  personneId: string | null
  structureId: string | null
  present: boolean
  nom: string
  structure: string | null
}

/** Someone who may take part: `cle` names her in a form, `neuf` is a name that the directory lacks, `vient` ticks her box. */
export type Proposee = {
  cle: string
  inscrite: boolean
  personneId: string | null
  structureId: string | null
  neuf: string | null
  nom: string
  structure: string | null
  vient: boolean
  /** said that she comes */
  dit: boolean
}

const memeGens = (
  une: Pick<Proposee, 'personneId' | 'structureId'>,
  autre: Pick<Proposee, 'personneId' | 'structureId'>
): boolean =>
  une.personneId ? une.personneId === autre.personneId : autre.personneId === null && une.structureId === autre.structureId

/**
 * Who may take part in express meetings: those who already do, then those who were invited; whoever is there is ticked (or, as long
 * as nobody was noted present, whoever said she comes and has a chair),
 * and whoever is sent instead of someone comes under her own name.
 */
export function proposer(invitees: readonly Invitee[], inscrites: readonly Inscrite[], capacite: number | null): Proposee[] {
  const emarge = invitees.some(({ venu }) => venu)
  const assises = new Set(placer(invitees, capacite).assis)
  const deja = inscrites.map(({ id, present, ...elle }) => ({
    cle: id,
    inscrite: true,
    neuf: null,
    vient: present,
    dit: false,
    ...elle
  }))
  // who said that she does not come is proposed only once she is there
  const possibles = invitees.filter(({ reponse, venu }) => venu || reponse === null || prendUnePlace(reponse))
  const neuves = possibles.map((invitee): Proposee => {
    const autrui = invitee.reponse === 'remplace'
    return {
      cle: invitee.id,
      inscrite: false,
      personneId: autrui ? null : invitee.personneId,
      structureId: invitee.structureId,
      neuf: autrui ? invitee.remplacant : null,
      nom: autrui ? (invitee.remplacant ?? `Quelqu’un à la place de ${invitee.nom}`) : invitee.nom,
      structure: invitee.structure,
      dit: prendUnePlace(invitee.reponse),
      vient: inscrites.length === 0 && (emarge ? invitee.venu : assises.has(invitee.id))
    }
  })
  // a name that entered the directory on the way is there under its own id
  const estDeja = (une: Proposee) =>
    deja.some((elle) => (une.neuf ? normaliser(une.neuf) === normaliser(elle.nom) : memeGens(une, elle)))
  return [...deja, ...neuves.filter((une) => !estDeja(une))]
}

type Paire = { tour: number; rang: number; unId: string; autreId: string | null }

/** Who sits at a table, and each two of them. */
export type TableLue<P> = { rang: number; gens: string[]; paires: P[] }

/** The rounds in their order: who meets whom at each table, and who rests. */
export const parTours = <P extends Paire>(paires: readonly P[]): { tour: number; tables: TableLue<P>[]; pause: P | null }[] =>
  [...Map.groupBy(paires, ({ tour }) => tour)].map(([tour, siennes]) => ({
    tour,
    tables: [
      ...Map.groupBy(
        siennes.filter(({ autreId }) => autreId !== null),
        ({ rang }) => rang
      )
    ].map(([rang, assises]) => ({
      rang,
      gens: [...new Set(assises.flatMap(({ unId, autreId }) => [unId, autreId!]))],
      paires: assises
    })),
    pause: siennes.find(({ autreId }) => autreId === null) ?? null
  }))

/** The meetings of people who had met in an earlier round already: only tables have some, when it could not be avoided. */
export function retrouvailles<P extends Paire>(paires: readonly P[]): P[] {
  const vues = new Set<string>()
  return paires
    .toSorted((a, b) => a.tour - b.tour)
    .filter(({ unId, autreId }) => {
      const nom = autreId && clePaire(unId, autreId)
      const encore = nom !== null && vues.has(nom)
      if (nom) vues.add(nom)
      return encore
    })
}

/** Whose contacts go to whom: only between two who both agreed, each of them once, in the order of the badges. */
export function contactsAPasser<G extends { id: string }>(
  paires: readonly (Paire & { unAccepte: boolean; autreAccepte: boolean })[],
  gens: readonly G[]
): { a: G; de: G[] }[] {
  const accords = paires.filter(({ unAccepte, autreAccepte }) => unAccepte && autreAccepte)
  const avec = (id: string) => accords.flatMap(({ unId, autreId }) => (unId === id ? [autreId] : autreId === id ? [unId] : []))
  return gens.flatMap((a) => {
    const autres = new Set(avec(a.id))
    return autres.size > 0 ? [{ a, de: gens.filter(({ id }) => autres.has(id)) }] : []
  })
}

/** The way of one person through the rounds: at which table and with whom; a null table where she rests or is not there. */
export const cheminDe = <P extends Paire>(id: string, paires: readonly P[]) =>
  parTours(paires).map(({ tour, tables, pause }) => {
    const table = tables.find(({ gens }) => gens.includes(id))
    return {
      tour,
      pause: pause?.unId === id,
      table: table?.rang ?? null,
      avec: table?.gens.filter((autre) => autre !== id) ?? []
    }
  })

/** As many rounds as the time that the agenda gives them, a minute apart; six of five minutes when it gives none. */
export function rythmePropose(
  points: readonly { technique: string | null; minutes: number | null }[],
  gens: number
): { tours: number; minutes: number } {
  const minutes = 5
  const temps = points.find(({ technique }) => technique === 'speed_meeting')?.minutes
  const voulus = temps ? Math.max(1, Math.floor(temps / (minutes + 1))) : 6
  return { tours: gens > 1 ? Math.min(voulus, toursPossibles(gens)) : voulus, minutes }
}
