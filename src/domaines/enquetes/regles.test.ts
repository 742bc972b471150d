import { describe, expect, test } from 'vitest'
import { depouiller, estOuvert, finParDefaut, finRefusee, lireCopie, sontLisibles } from './regles.ts'
import { TROIS_QUESTIONS } from './libelles.ts'
import type { Question, ReponseAnonyme } from './schema.ts'

const QUESTIONS: Question[] = TROIS_QUESTIONS.map((question, rang) => ({ ...question, id: `q${rang + 1}`, rang: rang + 1 }))
const reponse = (n: number, dit: Partial<ReponseAnonyme>): ReponseAnonyme => ({
  id: `r${n}`,
  questionId: 'q1',
  choix: null,
  texte: null,
  ...dit
})

describe('R-096 · trois questions après une séance', () => {
  test('elles restent ouvertes quinze jours, le dernier compris, sauf si on les ferme avant', () => {
    expect(finParDefaut('2026-11-22')).toBe('2026-12-07')
    expect(finParDefaut('2026-10-20'), 'le changement d’heure n’y fait rien').toBe('2026-11-04')
    expect(estOuvert({ fermeLe: '2026-12-07', arrete: false }, '2026-12-07')).toBe(true)
    expect(estOuvert({ fermeLe: '2026-12-07', arrete: false }, '2026-12-08')).toBe(false)
    expect(estOuvert({ fermeLe: '2026-12-07', arrete: true }, '2026-11-23')).toBe(false)
  })

  test('le dernier jour n’est ni passé, ni à plus de six mois', () => {
    expect(finRefusee('2026-11-22', '2026-11-22')).toBeNull()
    expect(finRefusee('2026-11-21', '2026-11-22')).toBe('fin_passee')
    expect(finRefusee('2027-05-22', '2026-11-22')).toBe('fin_lointaine')
  })

  test('on répond à ce que l’on veut : un mot de l’échelle, ses mots, plusieurs choix et autre chose', () => {
    const envoi = {
      'choix-1': ['4'],
      'texte-2': '  Plus de temps  pour parler ',
      'choix-3': ['3', '1', '3'],
      'texte-3': 'Un annuaire'
    }
    expect(lireCopie(QUESTIONS, envoi)).toEqual({
      donnees: [
        { questionId: 'q1', choix: 4, texte: null },
        { questionId: 'q2', choix: null, texte: 'Plus de temps pour parler' },
        { questionId: 'q3', choix: 1, texte: null },
        { questionId: 'q3', choix: 3, texte: null },
        { questionId: 'q3', choix: null, texte: 'Un annuaire' }
      ]
    })
    expect(lireCopie(QUESTIONS, { 'choix-3': '2' })).toEqual({ donnees: [{ questionId: 'q3', choix: 2, texte: null }] })
  })

  test('une réponse vide, un choix qui n’existe pas, deux mots de l’échelle, un texte trop long sont refusés à côté de leur champ', () => {
    expect(lireCopie(QUESTIONS, { 'texte-2': '   ' })).toEqual({ refus: 'copie_vide' })
    expect(lireCopie(QUESTIONS, { 'texte-1': 'sans échelle' }), 'une échelle ne prend pas de texte').toEqual({
      refus: 'copie_vide'
    })
    for (const choix of ['6', '0', '1.5', 'x']) {
      expect(lireCopie(QUESTIONS, { 'choix-1': [choix] })).toEqual({ refus: 'choix_inconnu', champ: 'choix-1' })
      expect(lireCopie(QUESTIONS, { 'choix-3': [choix] })).toEqual({ refus: 'choix_inconnu', champ: 'choix-3' })
    }
    expect(lireCopie(QUESTIONS, { 'choix-1': ['1', '5'] })).toEqual({ refus: 'choix_inconnu', champ: 'choix-1' })
    expect(lireCopie(QUESTIONS, { 'texte-2': 'a'.repeat(1001) })).toEqual({ refus: 'texte_trop_long', champ: 'texte-2' })
  })

  test('elles se lisent quand plus personne ne répond et qu’il y en a cinq : ni avant, ni à moins', () => {
    const dit = { fermeLe: '2026-12-07', arrete: false }
    expect(sontLisibles(dit, 40, '2026-12-07'), 'le dernier jour, on répond encore').toBe(false)
    expect(sontLisibles(dit, 5, '2026-12-08')).toBe(true)
    expect(sontLisibles(dit, 4, '2026-12-08')).toBe(false)
    expect(sontLisibles({ ...dit, arrete: true }, 5, '2026-12-01'), 'fermées à la main').toBe(true)
  })

  test('tout se lit alors, mais pas une échelle à laquelle moins de cinq ont répondu', () => {
    const quatre = [1, 2, 3, 4].map((n) => reponse(n, { choix: 5 }))
    const [utile, manque, connaitre] = depouiller(QUESTIONS, [
      ...quatre,
      reponse(5, { questionId: 'q2', texte: 'Un café' }),
      reponse(6, { questionId: 'q3', choix: 2 })
    ])
    expect(utile!.comptes).toBeNull()
    expect(manque!.textes).toEqual([{ id: 'r5', texte: 'Un café' }])
    expect(connaitre!.comptes).toEqual([0, 1, 0, 0])
    expect(depouiller(QUESTIONS, [...quatre, reponse(5, { choix: 1 })])[0]!.comptes).toEqual([1, 0, 0, 0, 4])
  })
})
