import { describe, expect, test } from 'vitest'
import { arbreDesProvenances, jugerProvenance, type Provenance } from './provenances.ts'

const lien = (id: string, parId: string | null): Provenance => ({
  id,
  nom: id.toUpperCase(),
  genre: 'personne',
  sorte: parId === null ? 'forum' : 'personne',
  parId,
  par: parId?.toUpperCase() ?? null,
  parGenre: parId === null ? null : 'structure',
  precision: null
})
const juger = (id: string, parId: string | null, liens: Provenance[] = [], nomme = true) =>
  jugerProvenance({ id, sorte: 'personne', parId, nomme }, liens)

describe('R-125 · qui a fait connaître qui', () => {
  test('personne ne s’amène soi-même, ni celle qui l’a amenée, de près ou de loin', () => {
    expect(juger('a', 'b')).toBeNull()
    expect(juger('a', 'a')).toBe('par_soi_meme')
    expect(juger('a', 'b', [lien('b', 'a')])).toBe('provenance_en_boucle')
    expect(juger('a', 'c', [lien('c', 'b'), lien('b', 'a')])).toBe('provenance_en_boucle')
    expect(juger('a', 'c', [lien('c', 'b'), lien('a', 'd')])).toBeNull()
  })
  test('quand quelqu’un l’a amenée, on dit qui ; sinon on ne le demande pas', () => {
    expect(juger('a', null, [], false)).toBe('par_manque')
    expect(juger('a', null, [], true)).toBeNull()
    expect(jugerProvenance({ id: 'a', sorte: 'forum', parId: null, nomme: false }, [])).toBeNull()
  })
  test('l’arbre part de qui personne n’a amené, le plus fourni d’abord, et compte tous ceux d’en dessous', () => {
    const arbre = arbreDesProvenances([lien('b', 'a'), lien('c', 'b'), lien('d', 'b'), lien('f', 'e'), lien('g', null)])
    expect(arbre.map(({ nom, nombre }) => [nom, nombre])).toEqual([
      ['A', 3],
      ['E', 1]
    ])
    expect(arbre[0]!.connus.map(({ nom, connus }) => [nom, connus.map((connu) => connu.nom)])).toEqual([['B', ['C', 'D']]])
  })
  test('une boucle venue d’ailleurs n’arrête pas la page', () => {
    expect(arbreDesProvenances([lien('b', 'a'), lien('a', 'b')])).toEqual([])
    expect(jugerProvenance({ id: 'z', sorte: 'personne', parId: 'a', nomme: true }, [lien('b', 'a'), lien('a', 'b')])).toBeNull()
  })
})
