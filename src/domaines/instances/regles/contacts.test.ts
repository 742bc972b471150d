import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lettresDues } from './contacts.ts'

const personne = (id: string, dit: { courriel?: string | null; courriels?: 'tous' | 'lecture' | 'aucun' } = {}) => ({
  id,
  nom: id,
  structure: null,
  fonction: null,
  courriel: `${id}@exemple.fr`,
  telephone: null,
  courriels: 'tous' as const,
  ...dit
})
const paire = (
  unId: string,
  autreId: string | null,
  accords: [boolean, boolean] = [false, false],
  promesse: string | null = null
) => ({
  tour: 1,
  rang: 1,
  unId,
  autreId,
  unAccepte: accords[0],
  autreAccepte: accords[1],
  promesse
})
const OUI: [boolean, boolean] = [true, true]
const dites = (lettres: ReturnType<typeof lettresDues>) =>
  lettres.aEcrire.map(({ a, contacts, promesses }) =>
    [
      a.nom,
      contacts.map(({ nom }) => nom).join(' '),
      promesses.map(({ avec, texte }) => `${texte} (${avec.nom})`).join(' ')
    ].join(' : ')
  )

describe('R-099 · les lettres de contacts', () => {
  const gens = ['Ana', 'Lou', 'Zoé'].map((id) => personne(id))

  test('chacune reçoit les contacts de celles qui ont dit oui comme elle, et ce qu’elles se sont promis', () => {
    const paires = [
      paire('Ana', 'Lou', OUI, 'Une permanence'),
      paire('Zoé', 'Ana', OUI),
      paire('Lou', 'Zoé', [true, false], 'Se revoir')
    ]
    expect(dites(lettresDues(paires, gens, []))).toEqual([
      'Ana : Lou Zoé : Une permanence (Lou)',
      'Lou : Ana : Une permanence (Ana)',
      'Zoé : Ana : '
    ])
  })

  test('une promesse entre deux personnes dont l’une n’a pas dit oui ne part dans aucune lettre', () => {
    expect(dites(lettresDues([paire('Ana', 'Lou', [true, false], 'Une permanence')], gens, []))).toEqual([])
  })

  test('sans adresse, sans envie d’être écrite, ou écrite déjà : c’est dit, et rien ne part', () => {
    const elles = [
      personne('Ana', { courriel: null }),
      personne('Lou', { courriels: 'aucun' }),
      personne('Zoé'),
      personne('Noé', { courriels: 'lecture' })
    ]
    const paires = [paire('Ana', 'Lou', OUI), paire('Zoé', 'Noé', OUI)]
    const lettres = lettresDues(paires, elles, ['Zoé'])
    expect(dites(lettres)).toEqual(['Noé : Zoé : '])
    expect(
      [lettres.sansAdresse, lettres.refusent, lettres.ecrites].map((lesquelles) => lesquelles.map(({ nom }) => nom))
    ).toEqual([['Ana'], ['Lou'], ['Zoé']])
  })

  test('quoi qu’il soit noté, qui n’a pas dit oui à quelqu’un n’est jamais dans sa lettre', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.boolean(), fc.boolean(), fc.boolean()), { maxLength: 30 }),
        (tires) => {
          const six = Array.from({ length: 6 }, (_, n) => personne(`p${n}`))
          const paires = tires
            .filter(([un, autre]) => un !== autre)
            .map(([un, autre, oui, aussi, promis]) => paire(`p${un}`, `p${autre}`, [oui, aussi], promis ? 'Agir' : null))
          for (const { a, contacts, promesses } of lettresDues(paires, six, []).aEcrire)
            for (const { id } of [...contacts, ...promesses.map(({ avec }) => avec)])
              expect(
                paires.some(
                  ({ unId, autreId, unAccepte, autreAccepte }) =>
                    [unId, autreId].includes(a.id) && [unId, autreId].includes(id) && unAccepte && autreAccepte
                )
              ).toBe(true)
        }
      )
    ))
})
