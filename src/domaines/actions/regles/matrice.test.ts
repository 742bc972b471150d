import { describe, expect, test } from 'vitest'
import { MOMENTS } from '#domaines/contrats/schema.ts'
import { STATUTS } from '../schema/mots.ts'
import { adresseDeLaMatrice, adresseDeLaReponse, lireVueMatrice, retourALaMatrice, vueDeDepart } from '../schema/matrice.ts'
import {
  attentes,
  compterManques,
  direAttente,
  etatDeLaCase,
  momentsAttendus,
  partRepondue,
  situerReponses,
  sommer,
  titreDeLaMatrice
} from './matrice.ts'

const AXES = ['coordination', 'visibilite', 'mobilisation', 'politique']
const donnees = AXES.map((axe) => ({ axe, moment: 'conception' as const }))

describe('R-063 · ce qui est dû suit où en est l’action', () => {
  test('la conception est due dès que l’action existe, même si son statut n’est pas dit', () => {
    for (const statut of [null, 'a_venir', 'a_discuter'] as const) expect(momentsAttendus(statut)).toEqual(['conception'])
  })

  test('la déclinaison l’est dès qu’elle est en cours, en retard, en pause ou bloquée, sans que la conception cesse de l’être', () => {
    for (const statut of ['en_cours', 'en_retard', 'en_pause', 'bloque'] as const)
      expect(momentsAttendus(statut)).toEqual(['conception', 'declinaison'])
  })

  test('l’évaluation l’est quand elle est réalisée', () => expect(momentsAttendus('realise')).toEqual(MOMENTS))

  test('une action abandonnée ne doit rien, et ce qu’elle avait répondu reste répondu', () => {
    expect(momentsAttendus('abandonne')).toEqual([])
    expect(etatDeLaCase('abandonne', 'conception', false)).toBe('sans_objet')
    expect(etatDeLaCase('abandonne', 'conception', true)).toBe('repondue')
  })

  test('une case est répondue, due et vide, ou pas encore due ; répondre d’avance compte', () => {
    expect(MOMENTS.map((moment) => etatDeLaCase('en_cours', moment, moment === 'conception'))).toEqual([
      'repondue',
      'manque',
      'plus_tard'
    ])
    expect(etatDeLaCase('a_venir', 'evaluation', true)).toBe('repondue')
  })

  test('la base compte par la même règle : chaque statut, dit ou non, et ses moments', () => {
    for (const statut of [null, ...STATUTS])
      expect(attentes().flatMap((due) => (due.statut === (statut ?? '') ? [due.moment] : []))).toEqual(momentsAttendus(statut))
    expect(attentes(['evaluation'])).toEqual([{ statut: 'realise', moment: 'evaluation' }])
  })
})

describe('R-063 · une action devant les questions de son contrat', () => {
  test('quatre axes et deux moments font huit réponses attendues ; les quatre données se retirent', () => {
    const situee = situerReponses('en_cours', AXES, [...donnees, { axe: 'mobilisation', moment: 'evaluation' }])
    expect(situee).toMatchObject({ attendues: 8, donnees: 4 })
    expect(situee.manquent).toEqual(AXES.map((axe) => ({ axe, moment: 'declinaison' })))
  })

  test('le tableau de bord compte de même, sur le nombre de réponses données à chaque moment', () => {
    expect(compterManques('en_cours', 4, { conception: 4, evaluation: 1 })).toBe(4)
    expect(compterManques('realise', 4, {})).toBe(12)
    expect(compterManques('abandonne', 4, {})).toBe(0)
  })

  test('la fiche dit pourquoi ces réponses-là', () => {
    expect(direAttente(null)).toBe('L’action n’a pas commencé : seule la conception est attendue.')
    expect(direAttente('bloque')).toBe(
      'L’action est engagée : la conception et la déclinaison sont attendues. L’évaluation viendra quand elle sera réalisée.'
    )
    expect(direAttente('realise')).toMatch(/la conception, la déclinaison et l’évaluation sont attendues/)
    expect(direAttente('abandonne')).toMatch(/plus aucune réponse/)
  })
})

describe('R-063 · la part répondue', () => {
  test('elle ne se dit entière que s’il ne manque rien, nulle que s’il n’y a rien, et pas du tout si rien n’est dû', () => {
    expect(partRepondue({ attendues: 0, repondues: 0 })).toBeNull()
    expect(partRepondue({ attendues: 3, repondues: 3 })).toBe(100)
    expect(partRepondue({ attendues: 1000, repondues: 999 })).toBe(99)
    expect(partRepondue({ attendues: 1000, repondues: 1 })).toBe(1)
    expect(partRepondue({ attendues: 8, repondues: 0 })).toBe(0)
  })

  test('les totaux se somment par axe, par moment, et en tout', () => {
    const totaux = [
      { axe: 'a', moment: 'conception' as const, attendues: 4, repondues: 1 },
      { axe: 'b', moment: 'conception' as const, attendues: 4, repondues: 2 },
      { axe: 'b', moment: 'evaluation' as const, attendues: 1, repondues: 0 }
    ]
    expect(sommer(totaux, { axe: 'b' })).toEqual({ attendues: 5, repondues: 2 })
    expect(sommer(totaux, { moment: 'conception' })).toEqual({ attendues: 8, repondues: 3 })
    expect(sommer(totaux)).toEqual({ attendues: 9, repondues: 3 })
  })

  test('le titre dit ce que la matrice trouve', () => {
    const trouve = { actions: 14, debitrices: 13, attendues: 40, repondues: 9 }
    expect(titreDeLaMatrice(trouve)).toBe('13 actions doivent encore 31 réponses')
    expect(titreDeLaMatrice({ ...trouve, debitrices: 1, repondues: 39 }, 'evaluation')).toBe(
      '1 action doit encore 1 réponse pour l’évaluation'
    )
    expect(titreDeLaMatrice({ ...trouve, debitrices: 0, repondues: 40 })).toBe('Aucune réponse ne manque')
    expect(titreDeLaMatrice({ ...trouve, attendues: 0, repondues: 0, debitrices: 0 }, 'evaluation')).toMatch(
      /^Aucune réponse n’est/
    )
    expect(titreDeLaMatrice({ actions: 0, debitrices: 0, attendues: 0, repondues: 0 })).toMatch(/^Aucune action/)
  })
})

describe('l’état de la matrice tient dans son adresse', () => {
  const axe = '01a20186-0024-71e3-9d30-a3bf85bbfa4b'

  test('ce qui est faux est laissé de côté, ce qui est usuel n’est pas écrit', () => {
    const vue = lireVueMatrice(new URLSearchParams(`axe=${axe}&moment=conception&manque=oui&page=2`))
    expect(adresseDeLaMatrice(vue, { page: 3 })).toBe(`?axe=${axe}&moment=conception&manque=oui&page=3`)
    expect(adresseDeLaMatrice(vue, { manque: undefined })).toBe(`?axe=${axe}&moment=conception`)
    expect(lireVueMatrice(new URLSearchParams('axe=1&moment=hier&manque=non&page=-1'))).toEqual({ page: 1 })
  })

  test('une case ouvre sa question, et l’on revient à la même vue sans croire l’adresse sur parole', () => {
    const vue = lireVueMatrice(new URLSearchParams('manque=oui&page=2'))
    const adresse = new URL(adresseDeLaReponse(axe, 'evaluation', vue), 'http://ici')
    expect(adresse.hash).toBe('#reponse-texte')
    expect(vueDeDepart(adresse.searchParams.get('depuis'))).toEqual(vue)
    expect(vueDeDepart('//ailleurs.fr/?manque=oui&x=1')).toEqual({ page: 1 })
    expect(vueDeDepart(null)).toBeNull()
    expect(retourALaMatrice(vue, 'f')).toBe('/matrice?manque=oui&page=2#action-f')
    expect(retourALaMatrice({ page: 1 }, 'f')).toBe('/matrice#action-f')
  })
})
