import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { TEINTES } from '../platform/documents/couleurs.ts'

const css = readFileSync(new URL('./jetons.css', import.meta.url), 'utf8')
const couleurs = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(([, nom, clair, sombre]) => [
    nom!,
    { clair: clair!, sombre: sombre! }
  ])
)

/** WCAG 2.2, relative luminance and contrast ratio. */
const luminance = (hex: string): number => {
  const [r, v, b] = [1, 3, 5]
    .map((de) => Number.parseInt(hex.slice(de, de + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * v! + 0.0722 * b!
}
const contraste = (a: string, b: string): number => {
  const [haut, bas] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (haut! + 0.05) / (bas! + 0.05)
}

const FONDS = ['papier', 'feuille', 'creux']
const TONS = ['fil', 'trame', 'ok', 'alerte']
const PAIRES: [texte: string, fond: string][] = [
  ...['encre', 'encre-douce', ...TONS].flatMap((texte) => FONDS.map((fond): [string, string] => [texte, fond])),
  ...TONS.flatMap((ton): [string, string][] => [
    [ton, `${ton}-fond`],
    ['encre', `${ton}-fond`],
    ['encre-douce', `${ton}-fond`]
  ]),
  ['sur-fil', 'fil'],
  ...[1, 2, 3, 4, 5, 6].flatMap((rang) => FONDS.map((fond): [string, string] => [`serie-${rang}`, fond]))
]

describe.each(['clair', 'sombre'] as const)('en schéma %s', (schema) => {
  const lire = (nom: string) => couleurs.get(nom)![schema]
  test.each(PAIRES)('le texte « %s » se lit sur « %s » à 4,5 contre 1 au moins', (texte, fond) => {
    expect(contraste(lire(texte), lire(fond))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(['papier', 'feuille'])(
    'le bord d’un champ et le contour du focus se voient sur « %s » à 3 contre 1 au moins',
    (fond) => {
      expect(contraste(lire('filet-fort'), lire(fond))).toBeGreaterThanOrEqual(3)
      expect(contraste(lire('trame'), lire(fond))).toBeGreaterThanOrEqual(3)
    }
  )
})

test('toutes les couleurs des jetons sont prises dans une paire, ou ne portent jamais de texte', () => {
  const vues = new Set(PAIRES.flat())
  expect([...couleurs.keys()].filter((nom) => !vues.has(nom))).toEqual(['filet', 'filet-fort'])
})

describe.each(Object.entries(TEINTES))('la teinte « %s » des documents', (nom, { fil, filFond, trame }) => {
  test('porte le blanc d’une couverture à 7 contre 1, et se lit sur son fond clair comme sur le papier', () => {
    expect(contraste('#ffffff', fil)).toBeGreaterThanOrEqual(7)
    for (const encre of [fil, trame])
      for (const fond of [filFond, '#ffffff']) expect(contraste(encre, fond)).toBeGreaterThanOrEqual(4.5)
    expect(contraste('#4c5a5a', filFond)).toBeGreaterThanOrEqual(4.5)
  })
  test('est la même à l’écran et sur le papier', () => {
    expect(css).toContain(`--teinte-${nom}: ${fil};`)
  })
})
