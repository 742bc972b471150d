import { describe, expect, test } from 'vitest'
import { estARappeler, etatDeSeance, etatDeTache, manquesDuCompteRendu } from './suites.ts'

const seance = (dit: Partial<Parameters<typeof etatDeSeance>[0]> = {}) => ({
  jour: '2026-11-10',
  annulee: false,
  valide: false,
  envoye: false,
  ...dit
})

describe('R-121 · une séance n’est close que son compte rendu envoyé', () => {
  test('passée sans compte rendu, elle est à rendre ; validé mais pas envoyé, elle l’est encore', () => {
    expect(etatDeSeance(seance(), '2026-11-22')).toBe('a_rendre')
    expect(etatDeSeance(seance({ valide: true }), '2026-11-22')).toBe('a_rendre')
    expect(etatDeSeance(seance({ valide: true, envoye: true }), '2026-11-22')).toBe('close')
  })
  test('un compte rendu rouvert est à renvoyer', () => {
    expect(etatDeSeance(seance({ envoye: true }), '2026-11-22')).toBe('a_rendre')
  })
  test('à venir, le jour même, annulée', () => {
    expect(etatDeSeance(seance(), '2026-11-09')).toBe('a_venir')
    expect(etatDeSeance(seance(), '2026-11-10')).toBe('aujourdhui')
    expect(etatDeSeance(seance({ annulee: true }), '2026-11-22')).toBe('annulee')
  })
})

describe('ce qui manque à un compte rendu avant de le valider', () => {
  const vide = { points: [], presents: [], conclusions: [], taches: [] }
  const tache = { id: 't', texte: 'Écrire', personneId: null, personne: null, echeance: null, faiteLe: null }
  test('vide, il lui manque qui était là et ce qui s’est dit', () => {
    expect(manquesDuCompteRendu(vide)).toEqual(['presents', 'notes'])
  })
  test('une tâche que personne ne tient se dit', () => {
    expect(manquesDuCompteRendu({ ...vide, presents: [{ nom: 'Lou', structure: null }], taches: [tache] })).toEqual(['personne'])
    expect(
      manquesDuCompteRendu({ ...vide, presents: [{ nom: 'Lou', structure: null }], taches: [{ ...tache, personneId: 'p' }] })
    ).toEqual([])
    const faite = { ...tache, faiteLe: '2026-11-20T10:00:00Z' }
    expect(manquesDuCompteRendu({ ...vide, presents: [{ nom: 'Lou', structure: null }], taches: [faite] })).toEqual([])
  })
})

describe('une tâche se suit jusqu’à son terme', () => {
  test('ouverte, bientôt due, en retard, faite', () => {
    const etat = (echeance: string | null, faiteLe: string | null = null) => etatDeTache({ echeance, faiteLe }, '2026-11-22')
    expect(etat(null)).toBe('ouverte')
    expect(etat('2026-12-24')).toBe('ouverte')
    expect(etat('2026-11-29')).toBe('bientot')
    expect(etat('2026-11-22')).toBe('bientot')
    expect(etat('2026-11-21')).toBe('en_retard')
    expect(etat('2026-11-21', '2026-11-20T10:00:00Z')).toBe('faite')
  })
  test('elle se rappelle une semaine avant, puis une fois par semaine, jamais plus', () => {
    const rappeler = (echeance: string | null, rappeleLe: string | null, faiteLe: string | null = null) =>
      estARappeler({ echeance, rappeleLe, faiteLe }, '2026-11-22')
    expect(rappeler('2026-11-25', null)).toBe(true)
    expect(rappeler('2026-12-25', null)).toBe(false)
    expect(rappeler(null, null)).toBe(false)
    expect(rappeler('2026-11-25', '2026-11-16')).toBe(false)
    expect(rappeler('2026-11-25', '2026-11-15')).toBe(true)
    expect(rappeler('2026-11-25', '2026-11-15T23:30:00Z'), 'le 16 à Paris').toBe(false)
    expect(rappeler('2026-11-25', null, '2026-11-20T10:00:00Z')).toBe(false)
  })
})
