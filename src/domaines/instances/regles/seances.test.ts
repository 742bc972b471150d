import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ecartDe, lireDuree, lireHeure, motifsADire, sansPourquoi, seancesDeLAnnee, type SeanceAJuger } from './seances.ts'
import type { SeanceDatee } from '../schema.ts'

const tenue = (id: string, jour: string, annulee = false): SeanceDatee => ({
  id,
  jour,
  annulee,
  instance: 'Accès aux soins',
  ditPourquoi: false
})
const seance = (change: Partial<SeanceAJuger> = {}): SeanceAJuger => ({
  id: null,
  jour: '2026-12-09',
  duree: 120,
  motifQuota: null,
  motifDuree: null,
  ...change
})
const DEUX = [tenue('a', '2026-03-10'), tenue('b', '2026-06-16')]

describe('R-116 · deux séances par an et par thème, deux heures au plus', () => {
  test('les deux premières de l’année passent sans rien dire', () => {
    expect(ecartDe(seance(), 'groupe', [])).toBeNull()
    expect(ecartDe(seance(), 'groupe', DEUX.slice(0, 1))).toBeNull()
  })
  test('la troisième demande pourquoi, et dit lesquelles sont déjà là', () => {
    expect(ecartDe(seance(), 'groupe', DEUX.toReversed())).toEqual({ raison: 'motif_quota', champ: 'motifQuota', autres: DEUX })
    expect(ecartDe(seance({ motifQuota: 'Le bilan à mi-parcours.' }), 'groupe', DEUX)).toBeNull()
  })
  test('ni une séance annulée, ni celle d’une autre année, ni elle-même ne comptent', () => {
    expect(ecartDe(seance(), 'groupe', [DEUX[0]!, tenue('b', '2026-06-16', true)])).toBeNull()
    expect(ecartDe(seance(), 'groupe', [DEUX[0]!, tenue('b', '2025-06-16')])).toBeNull()
    expect(ecartDe(seance({ id: 'b' }), 'groupe', DEUX)).toBeNull()
  })
  test('revenue des retirées, ou d’un groupe qui change de thème, la troisième sans raison se voit', () => {
    const trois = [...DEUX, tenue('c', '2026-10-06')]
    expect(sansPourquoi('groupe', trois.toReversed())).toEqual(['c'])
    expect(sansPourquoi('copil', trois)).toEqual([])
    expect(sansPourquoi('groupe', [...trois, tenue('d', '2026-11-03', true), tenue('e', '2027-01-12')])).toEqual(['c'])
    // one that said why leaves room to nobody, and asks nothing
    expect(sansPourquoi('groupe', [{ ...trois[0]!, ditPourquoi: true }, ...trois.slice(1)])).toEqual([])
  })
  test('ce qui reste à dire d’une séance : son nombre, sa durée ; rien d’une séance annulée ou d’un comité', () => {
    const longue = { id: 'c', duree: 180, motifDuree: null, annuleeLe: null }
    expect(motifsADire(longue, true, ['c'])).toEqual(['motifQuota', 'motifDuree'])
    expect(motifsADire({ ...longue, duree: 120 }, true, [])).toEqual([])
    expect(motifsADire({ ...longue, motifDuree: 'Un escape game.' }, true, [])).toEqual([])
    expect(motifsADire({ ...longue, annuleeLe: new Date() }, true, ['c'])).toEqual([])
    expect(motifsADire(longue, false, ['c'])).toEqual([])
  })
  test('au-delà de deux heures, on dit pourquoi', () => {
    expect(ecartDe(seance({ duree: 121 }), 'groupe_interne', [])).toEqual({ raison: 'motif_duree', champ: 'motifDuree' })
    expect(ecartDe(seance({ duree: 180, motifDuree: 'Un escape game.' }), 'groupe_interne', [])).toBeNull()
  })
  test('la corriger dans la même année, ou la raccourcir, ne redemande rien ; la changer d’année, ou l’allonger, si', () => {
    const avant = { jour: '2026-11-10', duree: 150 }
    expect(ecartDe(seance({ duree: 150 }), 'groupe', DEUX, avant)).toBeNull()
    expect(ecartDe(seance(), 'groupe', DEUX, { ...avant, jour: '2025-11-10' })).toMatchObject({ raison: 'motif_quota' })
    expect(ecartDe(seance({ duree: 180 }), 'groupe', DEUX, avant)).toMatchObject({ raison: 'motif_duree' })
  })
  test('un comité ou une instance participative n’y sont pas tenus', () => {
    expect(ecartDe(seance({ duree: 240 }), 'copil', DEUX)).toBeNull()
    expect(ecartDe(seance({ duree: 240 }), 'conseil_citoyen', DEUX)).toBeNull()
  })
  test('quelles que soient les autres, celles de l’année sont les seules à compter, dans leur ordre', () => {
    const jour = fc.date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(jour, fc.boolean())), (dites) => {
        const autres = dites.map(([quand, annulee], rang) => tenue(String(rang), quand.toISOString().slice(0, 10), annulee))
        const lues = seancesDeLAnnee({ id: null, jour: '2026-05-01' }, autres).map((une) => une.jour)
        expect(lues).toEqual(lues.toSorted())
        expect(lues).toHaveLength(autres.filter((une) => une.jour.startsWith('2026') && !une.annulee).length)
      })
    )
  })
})

test.each([
  ['14 h 30', '14:30'],
  ['14h', '14:00'],
  ['9:05', '09:05'],
  ['14', '14:00'],
  ['25 h', null],
  ['14 h 75', null],
  ['midi', null]
])('l’heure « %s » se lit %s', (tapee, lue) => expect(lireHeure(tapee)).toBe(lue))

test.each([
  ['120', 120],
  ['2 h', 120],
  ['1 h 30', 90],
  ['90 minutes', 90],
  ['deux heures', null]
])('la durée « %s » fait %s minutes', (tapee, lue) => expect(lireDuree(tapee)).toBe(lue))
