import { describe, expect, test } from 'vitest'
import { telephoneSchema } from '../schema/telephone.ts'
import { numerosDe } from './telephone.ts'

describe('un numéro de téléphone', () => {
  test.each(['01 34 33 00 00', '+33 (0)1 34 33 00 00', '3646', '01.34.33.00.00 poste 12'])(
    '« %s » est gardé comme il est écrit',
    (tape) => expect(telephoneSchema.parse(tape)).toBe(tape)
  )

  test.each(['abc', '12', 'poste 115'])('« %s » n’en est pas un\u00a0: on dit comment l’écrire', (tape) =>
    expect(telephoneSchema.safeParse(tape).error?.issues[0]?.message).toContain('n’a pas assez de chiffres')
  )

  test.each([
    ['01 34 33 00 00', [['01 34 33 00 00', 'tel:0134330000']]],
    ['+33 (0)1 34 33 00 00', [['+33 (0)1 34 33 00 00', 'tel:+33134330000']]],
    ['01 34 33 00 00 poste 12', [['01 34 33 00 00 poste 12', 'tel:0134330000']]],
    [
      '01 34 33 00 00 / 3646',
      [
        ['01 34 33 00 00', 'tel:0134330000'],
        ['3646', 'tel:3646']
      ]
    ],
    ['standard de la mairie', [['standard de la mairie', null]]]
  ])('« %s » s’appelle d’un clic', (telephone, attendus) =>
    expect(numerosDe(telephone).map(({ dit, appel }) => [dit, appel])).toEqual(attendus)
  )
})
