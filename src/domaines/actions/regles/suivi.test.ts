import { expect, test } from 'vitest'
import { arbreDesObjectifs, aplatirObjectifs } from './objectifs.ts'
import { joursDeRetard, joursDeSilence, partEngagee, type SuiviFiche } from './suivi.ts'

test('le retard se compte après le dernier jour que la fin couvre, et jamais pour une action finie', () => {
  expect(joursDeRetard({ statut: 'en_cours', fin: '2026-10' }, '2026-10-31')).toBe(0)
  expect(joursDeRetard({ statut: 'en_cours', fin: '2026-10' }, '2026-11-22')).toBe(22)
  expect(joursDeRetard({ statut: null, fin: '2025' }, '2026-01-01')).toBe(1)
  for (const statut of ['realise', 'abandonne'] as const) expect(joursDeRetard({ statut, fin: '2020' }, '2026-01-01')).toBe(0)
  expect(joursDeRetard({ statut: 'en_cours', fin: null }, '2026-01-01')).toBe(0)
})

test('la part engagée compte ce qui a commencé, sans ce qui est abandonné', () => {
  expect(partEngagee(['en_cours', 'realise', 'a_venir', 'abandonne', null])).toBe(50)
  expect(partEngagee(['abandonne'])).toBeNull()
})

test('chaque objectif se range sous le plus proche plus large écrit avant lui', () => {
  const plats = (['specifique', 'general', 'operationnel', 'specifique', 'operationnel', 'general'] as const).map(
    (niveau, rang) => ({ niveau, texte: `${rang}`, resultat: null })
  )
  const arbre = arbreDesObjectifs(plats)
  expect(arbre.map(({ texte, enfants }) => [texte, enfants.length])).toEqual([
    ['0', 0],
    ['1', 2],
    ['5', 0]
  ])
  expect(aplatirObjectifs(arbre)).toEqual(plats)
})

const suivie = (dit: Partial<SuiviFiche> = {}): SuiviFiche => ({
  statut: 'en_cours',
  debut: '2024',
  derniereNouvelle: null,
  modifieLe: new Date('2026-08-20T10:00:00Z'),
  ...dit
})
const silence = (dit: Partial<SuiviFiche>, jour = '2026-11-22') => joursDeSilence(suivie(dit), jour)

test('R-076 · une action commencée sans nouvelles depuis plus de 90 jours le dit, en jours', () => {
  expect(silence({ derniereNouvelle: '2026-08-20' })).toBe(94)
  expect(silence({ derniereNouvelle: '2026-08-24' })).toBe(0)
  expect(silence({ derniereNouvelle: '2026-08-23' })).toBe(91)
})

test('R-076 · sans aucune nouvelle, c’est la dernière modification de la fiche qui compte, au jour de Paris', () => {
  expect(silence({})).toBe(94)
  expect(silence({ modifieLe: new Date('2026-08-23T22:30:00Z') })).toBe(0)
  expect(silence({ modifieLe: new Date('2026-11-20T10:00:00Z'), derniereNouvelle: '2026-01-10' })).toBe(316)
})

test('R-076 · une nouvelle datée d’un mois vaut jusqu’à la fin du mois', () => {
  expect(silence({ derniereNouvelle: '2026-08' })).toBe(0)
  expect(silence({ derniereNouvelle: '2026-07' })).toBe(114)
})

test('R-076 · une action finie, abandonnée ou à venir peut se taire ; sans statut, ses dates disent si elle a commencé', () => {
  for (const statut of ['realise', 'abandonne', 'a_venir', 'a_discuter'] as const) expect(silence({ statut })).toBe(0)
  for (const statut of ['en_cours', 'en_retard', 'en_pause', 'bloque'] as const) expect(silence({ statut })).toBe(94)
  expect(silence({ statut: null, debut: '2026-11' })).toBe(94)
  expect(silence({ statut: null, debut: '2026-12' })).toBe(0)
  expect(silence({ statut: null, debut: null })).toBe(0)
})
