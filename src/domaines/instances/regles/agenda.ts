/** The month that an address asks for, AAAA-MM; that of the day for anything else. */
export const lireMois = (dit: string | null, jour: string): string =>
  dit !== null && /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/.test(dit) ? dit : jour.slice(0, 7)

/** So many months after one, or before it. */
export function moisVoisin(mois: string, pas: number): string {
  const rang = Number(mois.slice(0, 4)) * 12 + Number(mois.slice(5)) - 1 + pas
  return `${Math.floor(rang / 12)}-${String((rang % 12) + 1).padStart(2, '0')}`
}

export type JourDeGrille = { jour: string; dedans: boolean }

/** The weeks of a month, from Monday to Sunday, with the days of its neighbours that complete them. */
export function semainesDuMois(mois: string): JourDeGrille[][] {
  const premier = Date.parse(`${mois}-01T00:00:00Z`)
  const lundi = premier - ((new Date(premier).getUTCDay() + 6) % 7) * 86_400_000
  const semaines: JourDeGrille[][] = []
  for (let debut = lundi; semaines.length === 0 || jourA(debut).slice(0, 7) === mois; debut += 7 * 86_400_000)
    semaines.push(
      Array.from({ length: 7 }, (_, pas) => {
        const jour = jourA(debut + pas * 86_400_000)
        return { jour, dedans: jour.slice(0, 7) === mois }
      })
    )
  return semaines
}

const jourA = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

/** What is of each month, the months in their order; those without anything are left out. */
export const parMois = <S extends { jour: string }>(seances: readonly S[]): { mois: string; seances: S[] }[] =>
  [...Map.groupBy(seances, ({ jour }) => jour.slice(0, 7))]
    .map(([mois, siennes]) => ({ mois, seances: siennes }))
    .toSorted((a, b) => (a.mois < b.mois ? -1 : 1))

/** How far the list of an agenda goes: the month asked for and the eleven that follow. */
export const MOIS_MONTRES = 12
