import { describe, expect, test } from 'vitest'
import { jugerRegroupement, type LienDEnsemble } from './regroupements.ts'

const lien = (ensembleId: string, membreId: string): LienDEnsemble => ({ id: `${ensembleId}${membreId}`, ensembleId, membreId })
const juger = (ensembleId: string, membreId: string, liens: LienDEnsemble[] = []) =>
  jugerRegroupement({ ensembleId, membreId }, liens)

describe('R-114 · une structure en regroupe plusieurs', () => {
  test('elle ne se regroupe pas elle-même, ni deux fois la même', () => {
    expect(juger('cpts', 'ville')).toBeNull()
    expect(juger('cpts', 'cpts')).toBe('regroupement_de_soi')
    expect(juger('cpts', 'ville', [lien('cpts', 'ville')])).toBe('regroupement_deja')
  })
  test('une structure peut faire partie de plusieurs ensembles, et un ensemble d’un autre', () => {
    expect(juger('ght', 'ville', [lien('cpts', 'ville')])).toBeNull()
    expect(juger('federation', 'cpts', [lien('cpts', 'ville')])).toBeNull()
  })
  test('mais jamais en rond, de près ou de loin', () => {
    expect(juger('ville', 'cpts', [lien('cpts', 'ville')])).toBe('regroupement_en_boucle')
    expect(juger('ville', 'federation', [lien('federation', 'cpts'), lien('cpts', 'ville')])).toBe('regroupement_en_boucle')
    expect(juger('z', 'a', [lien('a', 'b'), lien('b', 'a')])).toBeNull()
  })
})
