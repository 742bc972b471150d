import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SECTEURS, type Secteur } from '#domaines/partenaires/schema/relations.ts'
import { mesurer } from './mesures.ts'

const noeud = (id: string, secteur: Secteur) => ({ id, secteur })
const lien = (un: string, autre: string) => ({ un, autre, niveau: 1 as const })
const quatre = [
  noeud('ville', 'collectivites'),
  noeud('cpts', 'soins'),
  noeud('hopital', 'soins'),
  noeud('lycee', 'enseignement')
]

const six = [...quatre, noeud('agglo', 'collectivites'), noeud('fac', 'enseignement')]

describe('R-108 · ce que le réseau dit en une phrase', () => {
  test('qui n’a aucun lien est seul', () => {
    expect(mesurer(quatre, [lien('ville', 'cpts')]).seuls).toEqual(['hopital', 'lycee'])
  })

  test('deux secteurs sans lien entre eux ne se rencontrent pas ; un secteur sans structure n’est pas nommé', () => {
    expect(mesurer(quatre, [lien('ville', 'cpts'), lien('ville', 'lycee')]).separes).toEqual([['soins', 'enseignement']])
  })

  test('celle dont tous les liens de deux secteurs dépendent est nommée ; deux chemins, et plus personne n’est indispensable', () => {
    const par = (liens: ReturnType<typeof lien>[]) => mesurer(six, liens).tenusPar
    expect(par([lien('ville', 'cpts'), lien('ville', 'hopital')])).toEqual([
      { secteurs: ['collectivites', 'soins'], par: ['ville'] }
    ])
    expect(par([lien('lycee', 'cpts')])).toEqual([{ secteurs: ['soins', 'enseignement'], par: ['cpts', 'lycee'] }])
    expect(par([lien('ville', 'cpts'), lien('agglo', 'hopital')])).toEqual([])
  })

  test('celle qui est seule de son secteur ne se dit pas indispensable à ce secteur', () => {
    const { tenusPar } = mesurer(quatre, [lien('lycee', 'cpts'), lien('lycee', 'hopital'), lien('ville', 'cpts')])
    expect(tenusPar).toEqual([{ secteurs: ['collectivites', 'soins'], par: ['cpts'] }])
  })

  test('celle qui connaît deux secteurs qui ne se rencontrent pas peut les présenter l’un à l’autre', () => {
    expect(mesurer(quatre, [lien('ville', 'cpts'), lien('ville', 'lycee')]).passeurs).toEqual([
      { id: 'ville', entre: [['soins', 'enseignement']] }
    ])
    // linked to one of the two only, it passes nothing on
    expect(mesurer(quatre, [lien('ville', 'cpts')]).passeurs).toEqual([])
  })
})

test('un lien de plus ne rend personne plus seul, et ne sépare aucun secteur', () => {
  const noeuds = Array.from({ length: 12 }, (_, rang) => noeud(`s${rang}`, SECTEURS[rang % SECTEURS.length]!))
  const bout = fc.integer({ min: 0, max: 11 })
  const liens = fc.array(
    fc
      .tuple(bout, bout)
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => lien(`s${a}`, `s${b}`)),
    { minLength: 1, maxLength: 30 }
  )
  fc.assert(
    fc.property(liens, (tous) => {
      const [avant, apres] = [mesurer(noeuds, tous.slice(1)), mesurer(noeuds, tous)]
      for (const id of apres.seuls) expect(avant.seuls).toContain(id)
      for (const paire of apres.separes) expect(avant.separes).toContainEqual(paire)
    })
  )
})
