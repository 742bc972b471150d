import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actionsReprises, decisionsAEcrire, demandeLaSuite, lireDecision, motDe, type FicheEnSuite } from './suite.ts'

const fiche = (id: string, autres: Partial<FicheEnSuite> = {}): FicheEnSuite => ({
  id,
  axeId: 'A',
  choix: null,
  nouvelAxeId: null,
  ...autres
})
const contrat = { etape: 'signe', debut: '2020', fin: '2022', finProrogee: null } as const

describe('R-013 · ce que devient chaque action quand un contrat finit', () => {
  test('rien n’est décidé sans qu’une personne l’ait dit', () => {
    expect([...decisionsAEcrire([fiche('1'), fiche('2')], [{ ficheId: '1', choix: '' }], [])]).toEqual([])
  })
  test('une action se décide seule ; les autres de son axe suivent le choix de l’axe', () => {
    const fiches = [fiche('1'), fiche('2'), fiche('3', { axeId: null })]
    const decisions = decisionsAEcrire(fiches, [{ ficheId: '1', choix: 'terminee' }], [{ axeId: 'A', choix: 'axe:N' }])
    expect([...decisions]).toEqual([
      ['1', { choix: 'terminee', axeId: null }],
      ['2', { choix: 'reconduite', axeId: 'N' }]
    ])
  })
  test('le choix d’un axe ne revient pas sur ce qui était décidé, et une décision redite n’écrit rien', () => {
    const decidee = fiche('1', { choix: 'reconduite', nouvelAxeId: 'N' })
    expect(decisionsAEcrire([decidee], [], [{ axeId: 'A', choix: 'abandonnee' }]).size).toBe(0)
    expect(decisionsAEcrire([decidee], [{ ficheId: '1', choix: 'axe:N' }], []).size).toBe(0)
    expect(decisionsAEcrire([decidee], [{ ficheId: '1', choix: 'hors_contrat' }], []).size).toBe(1)
  })
  test('une action d’un autre contrat est laissée de côté', () => {
    expect(decisionsAEcrire([], [{ ficheId: 'ailleurs', choix: 'terminee' }], []).size).toBe(0)
  })
  test('un mot inconnu n’est pas une décision ; une décision se relit comme elle s’écrit', () => {
    expect(lireDecision('poubelle')).toBeNull()
    fc.assert(
      fc.property(fc.constantFrom('reconduite', 'hors_contrat', 'terminee', 'abandonnee'), fc.uuid(), (choix, axe) => {
        const axeId = choix === 'reconduite' ? axe : null
        expect(lireDecision(motDe(choix, axeId))).toEqual({ choix, axeId })
      })
    )
  })
  test('on le demande dès que le renouvellement devrait commencer, et tant que le contrat est échu', () => {
    expect(demandeLaSuite(contrat, '2020-06-01')).toBe(false)
    expect(demandeLaSuite(contrat, '2022-01-01')).toBe(true)
    expect(demandeLaSuite(contrat, '2023-01-01')).toBe(true)
    expect(demandeLaSuite({ ...contrat, finProrogee: '2025' }, '2023-01-01')).toBe(false)
    expect(demandeLaSuite({ ...contrat, etape: 'elaboration' }, '2023-01-01')).toBe(false)
  })
  test('une nouvelle génération reprend ce qui est décidé, ou ce qui vit encore ; jamais ce qui est fini ou sorti', () => {
    const fiches = [
      { id: '1', statut: 'en_cours', choix: 'reconduite' as const },
      { id: '2', statut: 'en_cours', choix: null },
      { id: '3', statut: 'realise', choix: null },
      { id: '4', statut: null, choix: 'hors_contrat' as const }
    ]
    const prises = (lesquelles: 'decidees' | 'vivantes' | 'aucune') => actionsReprises(fiches, lesquelles).map(({ id }) => id)
    expect([prises('decidees'), prises('vivantes'), prises('aucune')]).toEqual([['1'], ['1', '2'], []])
  })
})
