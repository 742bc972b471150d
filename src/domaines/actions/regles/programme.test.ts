import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  connueDepuis,
  contratsEnCours,
  direSousAucunAxe,
  placeTient,
  programmeAu,
  qpvManque,
  type PlaceDatee
} from './programme.ts'

const place = (reste: Partial<PlaceDatee> = {}): PlaceDatee => ({
  contratId: 'c3',
  axeId: 'a',
  depuis: null,
  jusque: null,
  ...reste
})
const contrat = (id: string, debut: string, fin: string, finProrogee: string | null = null) => ({
  id,
  etape: 'signe' as const,
  debut,
  fin,
  finProrogee
})
const CERGY = [contrat('c1', '2011', '2016'), contrat('c2', '2020', '2022'), contrat('c3', '2023', '2028')]
const au = (jour: string, ...places: PlaceDatee[]) => programmeAu(places, contratsEnCours(CERGY, jour), '2007', jour)

describe('CLS ou ASV, à toute date', () => {
  test('R-027 · une action rattachée à un axe d’un contrat en vigueur est du CLS', () => {
    expect(au('2026-11-22', place())).toBe('cls')
  })

  test('R-027 · sans axe, dans un contrat échu ou pas encore commencé, elle est de l’ASV', () => {
    expect(au('2026-11-22', place({ axeId: null }))).toBe('asv')
    expect(au('2026-11-22')).toBe('asv')
    expect(au('2026-11-22', place({ contratId: 'c2' }))).toBe('asv')
    expect(au('2022-06-01', place())).toBe('asv')
  })

  test('R-025 · où il n’y a pas d’ASV, ou avant qu’il existe, elle est hors contrat', () => {
    expect(programmeAu([], new Set(), null, '2026-11-22')).toBe('hors')
    expect(programmeAu([], new Set(), '2007', '2006-12-31')).toBe('hors')
  })

  test('R-013 · une année sans contrat, les actions de l’ancien contrat vivent dans l’ASV', () => {
    expect(
      ['2016-06-01', '2019-06-01', '2021-06-01'].map((jour) => au(jour, place({ contratId: 'c1' }), place({ contratId: 'c2' })))
    ).toEqual(['cls', 'asv', 'cls'])
  })

  test('R-012 · une prorogation garde les actions au CLS', () => {
    const proroges = [contrat('c1', '2011', '2016', '2019')]
    expect(programmeAu([place({ contratId: 'c1' })], contratsEnCours(proroges, '2018-01-01'), '2007', '2018-01-01')).toBe('cls')
  })

  test('R-027 · une action sortie du contrat à une date compte au CLS avant, à l’ASV dès ce jour', () => {
    const sortie = place({ jusque: '2025-09-01' })
    expect(['2025-08-31', '2025-09-01'].map((jour) => au(jour, sortie))).toEqual(['cls', 'asv'])
  })

  test('R-028 · sortie puis revenue, chaque date garde sa réponse', () => {
    const places = [place({ jusque: '2024' }), place({ depuis: '2025-03' })]
    expect(['2023-12-31', '2024-01-01', '2025-02-28', '2025-03-01'].map((jour) => au(jour, ...places))).toEqual([
      'cls',
      'asv',
      'asv',
      'cls'
    ])
  })

  test('à toute date, une place tient d’un seul tenant entre ses deux bouts', () => {
    const jour = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(jour, jour, jour, (un, deux, vu) => {
        const [depuis, jusque] = [un, deux].toSorted()
        expect(placeTient({ depuis: depuis!, jusque: jusque! }, vu)).toBe(vu >= depuis! && vu < jusque!)
      })
    )
  })
})

test('R-027 · dans un contrat en vigueur mais sous aucun axe, on dit pourquoi elle compte comme ASV', () => {
  expect(direSousAucunAxe('asv', true, false)).toMatch(/sous aucun axe.*elle compte comme ASV/)
  expect(direSousAucunAxe('hors', true, false)).toMatch(/elle n’y compte pas encore/)
  expect(direSousAucunAxe('cls', true, true)).toBeNull()
  expect(direSousAucunAxe('asv', false, false)).toBeNull()
})

describe('R-028 · une action compte depuis la première date qu’on lui connaît', () => {
  const traces = { debut: null, creeLe: '2026-11-22', nouvelle: null, places: [] }
  const dansLeContrat = { depuis: null, jusque: null, debutDuContrat: '2023' }
  test('sans rien d’autre, depuis le jour où elle a été écrite', () => {
    expect(connueDepuis(traces)).toEqual({ depuis: '2026-11-22', par: 'creation' })
  })
  test('son début, une nouvelle ou une place datée la font compter plus tôt', () => {
    expect(connueDepuis({ ...traces, debut: '2012' })).toEqual({ depuis: '2012', par: 'debut' })
    expect(connueDepuis({ ...traces, nouvelle: '2021-03' })).toEqual({ depuis: '2021-03', par: 'nouvelle' })
    expect(connueDepuis({ ...traces, debut: '2024', places: [{ ...dansLeContrat, depuis: '2023-06' }] })).toEqual({
      depuis: '2023-06',
      par: 'place'
    })
  })
  test('une place sans date la fait compter depuis le début du contrat, sauf si elle dit son propre début', () => {
    expect(connueDepuis({ ...traces, places: [dansLeContrat] })).toEqual({ depuis: '2023', par: 'place' })
    expect(connueDepuis({ ...traces, debut: '2025', places: [dansLeContrat] })).toEqual({ depuis: '2025', par: 'debut' })
  })
  test('une sortie datée prouve qu’elle était là, même d’un contrat sans dates', () => {
    expect(connueDepuis({ ...traces, places: [{ depuis: null, jusque: '2024', debutDuContrat: null }] })).toEqual({
      depuis: '2024',
      par: 'place'
    })
  })
})

describe('R-026 · une action de l’ASV nomme un quartier prioritaire, ou dit pourquoi', () => {
  test('un quartier prioritaire, ou une raison, suffit', () => {
    expect(qpvManque('asv', { quartiers: [{ nature: 'qpv' }], horsQpv: null })).toBe(false)
    expect(qpvManque('asv', { quartiers: [], horsQpv: 'Toute la ville est concernée.' })).toBe(false)
  })
  test('un quartier vécu ne suffit pas ; une action du CLS n’a rien à dire', () => {
    expect(qpvManque('asv', { quartiers: [{ nature: 'quartier' }], horsQpv: null })).toBe(true)
    expect(qpvManque('cls', { quartiers: [], horsQpv: null })).toBe(false)
  })
})
