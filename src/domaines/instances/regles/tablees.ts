import type { Participant, Tablees } from '../schema/rencontres.ts'
import { tirer } from './hasard.ts'
import { CONNUS, coutDe, MEME_SECTEUR } from './rencontres.ts'

type Demande = {
  gens: readonly Participant[]
  /** pairs that know each other, by `clePaire` */
  connus: ReadonlySet<string>
  tours: number
  /** how many sit at a table at most, three to six */
  taille: number
  /** the same seed gives the same rounds */
  graine: number
  /** who met whom in the rounds that took place already */
  vus?: readonly (readonly [un: string, autre: string])[]
}

/** How many exchanges are tried at each weight: a fixed number, so that the time is bounded whatever the machine. */
const essaisDe = (gens: number, tours: number): number => Math.min(500_000, Math.max(100_000, 2_000 * gens * tours))
// more than all who know each other can cost together
const REVU = CONNUS * 1_000_000

/** How many sit at each table: as few tables as hold everyone, whose sizes differ by one at most; never one alone, from four people on. */
export const taillesDesTables = (gens: number, taille: number): number[] => repartir(gens, Math.ceil(gens / taille))

const repartir = (gens: number, tables: number): number[] =>
  Array.from({ length: tables }, (_, rang) => Math.floor(gens / tables) + (rang < gens % tables ? 1 : 0))

const paires = (taille: number): number => (taille * (taille - 1)) / 2

/**
 * How many meetings repeat an earlier one whatever is done, from the sizes of the tables of each round (one who rests is a table of one): there
 * are only so many pairs of people, and those of one table can be spread over no more tables than there were in the round before. A lower
 * bound: the least that is possible may be more. The same people sit in each round.
 */
export function repetitionsInevitables(tours: readonly (readonly number[])[], dejaVues = 0): number {
  const gens = (tours[0] ?? []).reduce((somme, une) => somme + une, 0)
  const somme = (tailles: readonly number[]) => tailles.reduce((total, une) => total + paires(une), 0)
  const serrees = tours.slice(1).flatMap((tailles, pas) => tailles.map((une) => somme(repartir(une, tours[pas]!.length))))
  const serre = serrees.reduce((total, une) => total + une, 0)
  return Math.max(0, serre, somme(tours.flat()) + dejaVues - paires(gens))
}

/**
 * Composes rounds of tables of three to six: everyone sits once in each round; as few meet twice as can be found, then as few who know
 * each other, then of one sector, with the weights of pairs. This is the social golfer problem, for which no quick exact method is known:
 * a simulated annealing of a fixed number of exchanges (Dotú and Van Hentenryck, 2007, show that local search does well on it), and while
 * somebody still meets again, another that begins with the tables of `enDecalant`, then one from elsewhere. It may miss the best when tables are
 * nearly as large as they are many; what repeats is counted, and said.
 */
export function composerTablees(demande: Demande): Tablees {
  const { gens, taille, tours } = demande
  const plan = unPlan(demande)
  const inevitables = repetitionsInevitables(
    Array.from({ length: tours }, () => taillesDesTables(gens.length, taille)),
    plan.deja.filter(Boolean).length / 2
  )
  const melanges = (suite: number) =>
    Array.from({ length: tours }, (_, pas) => melanger(gens.length, demande.graine + suite + pas))
  const departs = [
    () => chercher(plan, melanges(0), [REVU, CONNUS, MEME_SECTEUR]),
    () => chercher(plan, enDecalant(melanges(0)[0]!, plan.table, tours), [CONNUS, MEME_SECTEUR]),
    () => chercher(plan, melanges(tours), [REVU, CONNUS, MEME_SECTEUR])
  ]
  let mieux = departs[0]!()
  for (const autrement of departs.slice(1)) {
    if (mieux.repetitions <= inevitables) break
    const autre = autrement()
    if (autre.repetitions < mieux.repetitions || (autre.repetitions === mieux.repetitions && autre.cout < mieux.cout))
      mieux = autre
  }
  const lire = (places: Int16Array) =>
    [...Map.groupBy(places.keys(), (place) => plan.table[place]!).values()].map((assis) =>
      assis
        .map((place) => places[place]!)
        .toSorted((a, b) => a - b)
        .map((qui) => gens[qui]!.id)
    )
  return { tours: mieux.tours.map(lire), repetitions: mieux.repetitions, inevitables }
}

type Plan = {
  combien: number
  /** the table of each seat */
  table: number[]
  debut: number[]
  /** what each pair costs, and how many times it met before, at [one × number + other] */
  cout: Float64Array
  deja: Uint8Array
  graine: number
}

function unPlan({ gens, connus, taille, graine, vus = [] }: Demande): Plan {
  const combien = gens.length
  const rang = new Map(gens.map(({ id }, place) => [id, place]))
  const cout = new Float64Array(combien * combien)
  const deja = new Uint8Array(combien * combien)
  for (const [un, elle] of gens.entries())
    for (const [autre, lui] of gens.entries()) if (un !== autre) cout[un * combien + autre] = coutDe(elle, lui, connus)
  for (const [elle, lui] of vus) {
    const [un, autre] = [rang.get(elle), rang.get(lui)]
    // who left since meets nobody any more
    if (un !== undefined && autre !== undefined) for (const la of [un * combien + autre, autre * combien + un]) deja[la]!++
  }
  const tailles = taillesDesTables(combien, taille)
  const table = tailles.flatMap((une, numero) => Array.from({ length: une }, () => numero))
  return {
    combien,
    table,
    debut: [...tailles.keys(), tailles.length].map((numero) => placesAvant(tailles, numero)),
    cout,
    deja,
    graine
  }
}

const placesAvant = (tailles: readonly number[], numero: number) =>
  tailles.slice(0, numero).reduce((somme, une) => somme + une, 0)

/** Exchanges two people of a round, again and again: always when it is better, sometimes when it is worse, less and less. */
function chercher({ combien, table, debut, cout, deja, graine }: Plan, depart: Int16Array[], poids: readonly number[]) {
  const tours = depart.map((places) => places.slice())
  const vues = deja.slice()
  const chaque = (places: Int16Array, agir: (la: number, inverse: number) => void) => {
    for (let place = 0; place < combien; place++)
      for (let autre = place + 1; autre < debut[table[place]! + 1]!; autre++)
        agir(places[place]! * combien + places[autre]!, places[autre]! * combien + places[place]!)
  }
  const noter = (la: number, inverse: number) => (vues[inverse] = ++vues[la]!)
  for (const places of tours) chaque(places, noter)
  // what a pair costs that would have met so many times before
  const prix = (la: number, fois: number) => cout[la]! + (fois > 0 ? REVU + fois * CONNUS : 0)
  const hasard = tirer(graine)
  const essais = essaisDe(combien, tours.length)
  for (const un of poids)
    for (let essai = 0, chaleur = un; essai < essais; essai++, chaleur *= 1 - 4 / essais) {
      const places = tours[hasard(tours.length)]!
      const [p, q] = [hasard(combien), hasard(combien)]
      if (table[p] === table[q]) continue
      const [elle, lui] = [places[p]! * combien, places[q]! * combien]
      let ecart = 0
      for (const [sienne, sa, autre] of [
        [p, elle, lui],
        [q, lui, elle]
      ] as const)
        for (let place = debut[table[sienne]!]!; place < debut[table[sienne]! + 1]!; place++)
          if (place !== sienne) {
            const qui = places[place]!
            ecart += prix(autre + qui, vues[autre + qui]!) - prix(sa + qui, vues[sa + qui]! - 1)
          }
      if (ecart > 0 && (ecart > chaleur * 20 || hasard(1_000_000) >= 1_000_000 * Math.exp(-ecart / chaleur))) continue
      for (const [sienne, sa, autre] of [
        [p, elle, lui],
        [q, lui, elle]
      ] as const)
        for (let place = debut[table[sienne]!]!; place < debut[table[sienne]! + 1]!; place++)
          if (place !== sienne) {
            const qui = places[place]!
            vues[qui * combien + sa / combien] = --vues[sa + qui]!
            vues[qui * combien + autre / combien] = ++vues[autre + qui]!
          }
      ;[places[p], places[q]] = [places[q]!, places[p]!]
    }
  const compte = { repetitions: 0, cout: 0 }
  const encore = deja.slice()
  for (const places of tours)
    chaque(places, (la, inverse) => {
      if (encore[la]! > 0) compte.repetitions++
      compte.cout += cout[la]!
      encore[inverse] = ++encore[la]!
    })
  return { tours, ...compte }
}

/**
 * Everyone keeps her seat and goes on by as many tables as its number: seat 0 stays, seat 1 goes to the next table. Nobody meets again for as
 * many rounds as there are tables when their number has no divisor under the size of a table; for fewer otherwise.
 */
function enDecalant(ordre: Int16Array, table: readonly number[], tours: number): Int16Array[] {
  const tables = table.at(-1)! + 1
  return Array.from({ length: tours }, (_, pas) => {
    const assis: number[][] = Array.from({ length: tables }, () => [])
    // seats are filled one column after the other: only the last is not full
    for (const [rang, qui] of ordre.entries()) assis[((rang % tables) + pas * Math.floor(rang / tables)) % tables]!.push(qui)
    // the plan has its larger tables first
    return Int16Array.from(assis.toSorted((a, b) => b.length - a.length).flat())
  })
}

function melanger(combien: number, graine: number): Int16Array {
  const hasard = tirer(graine)
  const ordre = Int16Array.from({ length: combien }, (_, rang) => rang)
  for (let reste = combien - 1; reste > 0; reste--) {
    const avec = hasard(reste + 1)
    ;[ordre[reste], ordre[avec]] = [ordre[avec]!, ordre[reste]!]
  }
  return ordre
}
