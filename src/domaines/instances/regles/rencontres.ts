import { coupler, type Arete } from '#platform/couplage.ts'
import type { Participant, Tour } from '../schema/rencontres.ts'

/** A pair under one name, whoever is said first. */
export const clePaire = (un: string, autre: string): string => (un < autre ? `${un} ${autre}` : `${autre} ${un}`)

type Demande = {
  gens: readonly Participant[]
  /** pairs that know each other, by `clePaire`; people of one structure do without being said */
  connus: ReadonlySet<string>
  tours: number
  /** the same seed gives the same rounds, another gives others as good */
  graine: number
  /** rounds that took place already: nobody meets again, and who rested waits for her turn */
  gardes?: readonly Tour[]
}

// one of these is worth more than all of the next: first new faces, then other trades, then chance
export const CONNUS = 1_000_000
export const MEME_SECTEUR = 1_000
const HASARD = 8

/**
 * Composes rounds of meetings by two: nobody meets the same person twice, nobody rests twice before all have rested once. Each round
 * brings together as few people who know each other as can be, then as few of one sector. Null when so many rounds cannot be.
 */
export function composerTours(demande: Demande): Tour[] | null {
  const { gens, tours, gardes = [] } = demande
  const composes = unParUn(demande, coutDe)
  if (composes || tours > toursPossibles(gens.length)) return composes
  // near the end of what is possible, a round chosen for itself may leave no room for the next: the whole circle always has room
  if (gardes.length === 0) return enCercle(demande)
  // after rounds that were held, others are tried: sometimes as they are best, sometimes as they come
  const essais = gens.length <= 12 ? 300 : gens.length <= 24 ? 12 : 3
  for (let essai = 1; essai <= essais; essai++) {
    const graine = demande.graine + 1009 * essai
    const trouves = unParUn({ ...demande, graine }, (elle, lui, connus) =>
      essai % 3 === 0 ? coutDe(elle, lui, connus) : hasard(graine, elle.id.length + gens.indexOf(elle), gens.indexOf(lui))
    )
    if (trouves) return trouves
  }
  return null
}

type Cout = (elle: Participant, lui: Participant, connus: ReadonlySet<string>) => number

/** Each round chosen for itself; null where one finds no room. */
function unParUn(demande: Demande, cout: Cout): Tour[] | null {
  const composes: Tour[] = []
  while (composes.length < demande.tours) {
    const tour = unTour(demande, [...(demande.gardes ?? []), ...composes], composes.length, cout)
    if (!tour) return null
    composes.push(tour)
  }
  return composes
}

/** How many rounds so many people can have without meeting anyone again. */
export const toursPossibles = (nombre: number): number => (nombre < 2 ? 0 : nombre % 2 === 0 ? nombre - 1 : nombre)

function unTour({ gens, connus, graine }: Demande, avant: readonly Tour[], rang: number, cout: Cout): Tour | null {
  const vus = new Set(avant.flatMap(({ paires }) => paires.map(([un, autre]) => clePaire(un, autre))))
  const aretes: Arete[] = []
  for (const [un, elle] of gens.entries())
    for (const [pas, lui] of gens.slice(un + 1).entries())
      if (!vus.has(clePaire(elle.id, lui.id))) {
        const autre = un + 1 + pas
        aretes.push({ un, autre, cout: cout(elle, lui, connus) + hasard(graine + rang, un, autre) })
      }
  if (gens.length % 2 === 0) return enTour(gens, coupler(gens.length, aretes))
  // the empty chair is one more guest, whom only those who rested least may meet
  const repos = gens.map(({ id }) => avant.filter(({ pause }) => pause === id).length)
  const moins = Math.min(...repos)
  const chaise = gens.length
  const vides = gens.flatMap((_, un) =>
    repos[un] === moins ? [{ un, autre: chaise, cout: hasard(graine + rang, un, chaise) }] : []
  )
  return enTour(gens, coupler(gens.length + 1, [...aretes, ...vides]))
}

function enTour(gens: readonly Participant[], couples: [number, number][] | null): Tour | null {
  if (!couples) return null
  const tour: Tour = { paires: [], pause: null }
  for (const [un, autre] of couples)
    if (gens[autre]) tour.paires.push([gens[un]!.id, gens[autre].id])
    else tour.pause = gens[un]!.id
  return tour
}

export const coutDe = (elle: Participant, lui: Participant, connus: ReadonlySet<string>): number =>
  seConnaissent(elle, lui, connus) ? CONNUS : memeSecteur(elle, lui) ? MEME_SECTEUR : 0

export const seConnaissent = (elle: Participant, lui: Participant, connus: ReadonlySet<string>): boolean =>
  (elle.structure !== null && elle.structure === lui.structure) || connus.has(clePaire(elle.id, lui.id))

export const memeSecteur = (elle: Participant, lui: Participant): boolean => elle.secteur !== null && elle.secteur === lui.secteur

/** As a round robin: one stays seated, the others turn around; every round of it is possible. The best of some ways of sitting down. */
function enCercle({ gens, connus, tours, graine }: Demande): Tour[] {
  let mieux: { tours: Tour[]; cout: number } | null = null
  for (let essai = 0; essai < 60; essai++) {
    const places: (Participant | null)[] = melanger(gens, graine + essai)
    if (places.length % 2 === 1) places.push(null)
    const [fixe, ...ronde] = places as [Participant | null, ...(Participant | null)[]]
    const tous = ronde.map((_, pas) => {
      const cercle = [fixe, ...ronde.slice(pas), ...ronde.slice(0, pas)]
      const tour: Tour & { cout: number } = { paires: [], pause: null, cout: 0 }
      for (let rang = 0; rang < cercle.length / 2; rang++) {
        const [elle, lui] = [cercle[rang]!, cercle[cercle.length - 1 - rang]!]
        if (elle && lui) {
          tour.paires.push([elle.id, lui.id])
          tour.cout += coutDe(elle, lui, connus)
        } else tour.pause = (elle ?? lui).id
      }
      return tour
    })
    const choisis = tous.toSorted((a, b) => a.cout - b.cout).slice(0, tours)
    const cout = choisis.reduce((somme, tour) => somme + tour.cout, 0)
    if (!mieux || cout < mieux.cout) mieux = { cout, tours: choisis.map(({ paires, pause }) => ({ paires, pause })) }
  }
  return mieux!.tours
}

/** A whole number under `HASARD` that looks like chance and never changes for the same three numbers. */
function hasard(graine: number, un: number, autre: number): number {
  let melange = (graine ^ Math.imul(un + 1, 0x9e3779b1) ^ Math.imul(autre + 1, 0x85ebca6b)) | 0
  melange = Math.imul(melange ^ (melange >>> 15), 0x2c1b3c6d)
  melange = Math.imul(melange ^ (melange >>> 12), 0x297a2d39)
  return ((melange ^ (melange >>> 15)) >>> 0) % HASARD
}

const melanger = <T>(liste: readonly T[], graine: number): T[] =>
  liste
    .map((un, rang) => ({
      un,
      cle: hasard(graine, rang, 1) * HASARD * HASARD + hasard(graine, rang, 2) * HASARD + hasard(graine, rang, 3)
    }))
    .toSorted((a, b) => a.cle - b.cle)
    .map(({ un }) => un)
