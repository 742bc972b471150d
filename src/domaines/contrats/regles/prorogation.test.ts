import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effets, finDesProrogations, jugerProrogation, type Prorogation } from './prorogation.ts'

const arrete = (id: string | null, date: string, nouvelleFin: string): Prorogation => ({
  id,
  reference: `arrêté ${id ?? 'nouveau'}`,
  date,
  nouvelleFin
})
const PREMIER = arrete('a', '2016-12', '2018')
const SECOND = arrete('b', '2018-06-01', '2019-06-30')

describe('R-012 · quand plusieurs arrêtés prorogent un contrat', () => {
  test('la fin est celle du dernier en date, dans quelque ordre qu’on les ait notés', () => {
    expect(finDesProrogations([])).toBeNull()
    expect(finDesProrogations([SECOND, PREMIER])).toBe('2019-06-30')
  })

  test('le même jour, le dernier noté l’emporte', () => {
    expect(finDesProrogations([arrete('b', '2017', '2020'), arrete('a', '2017', '2019')])).toBe('2020')
  })

  test('chacun dit s’il donne la fin en vigueur, ou lequel l’a remplacé', () => {
    const dits = effets([SECOND, PREMIER])
    expect(dits.get(PREMIER)).toEqual({ remplacePar: SECOND })
    expect(dits.get(SECOND)).toEqual({ remplacePar: null })
  })

  test('une fin qui ne va pas plus loin que celle en vigueur se refuse, et dit laquelle', () => {
    expect(jugerProrogation('2016', [], arrete(null, '2016', '2016-12-31'))).toEqual({
      raison: 'nouvelle_fin_trop_tot',
      fin: '2016',
      reference: null
    })
    expect(jugerProrogation('2016', [PREMIER], arrete(null, '2018', '2018-06'))).toEqual({
      raison: 'nouvelle_fin_trop_tot',
      fin: '2018',
      reference: 'arrêté a'
    })
  })

  test('un arrêté retrouvé, plus ancien que le dernier, ne va pas plus loin que lui', () => {
    expect(jugerProrogation('2016', [PREMIER, SECOND], arrete(null, '2017', '2020'))).toMatchObject({
      raison: 'nouvelle_fin_apres_suivante',
      fin: '2019-06-30'
    })
    expect(jugerProrogation('2016', [PREMIER, SECOND], arrete(null, '2017', '2019'))).toMatchObject({
      raison: 'nouvelle_fin_apres_suivante'
    })
    expect(jugerProrogation('2016', [PREMIER, SECOND], arrete(null, '2017', '2019-03'))).toBeNull()
  })

  test('un arrêté ne donne pas une fin déjà passée le jour où il est pris', () => {
    expect(jugerProrogation('2016', [], arrete(null, '2020', '2019'))).toEqual({ raison: 'nouvelle_fin_avant_acte' })
  })

  test('corriger un arrêté le juge sans lui-même', () => {
    expect(jugerProrogation('2016', [PREMIER, SECOND], { ...SECOND, nouvelleFin: '2019' })).toBeNull()
  })

  test('quels que soient les arrêtés acceptés, et leur ordre, la fin ne recule jamais', () => {
    const annee = fc.integer({ min: 2010, max: 2030 }).map(String)
    fc.assert(
      fc.property(fc.array(fc.tuple(annee, annee), { maxLength: 12 }), (tires) => {
        const gardes: Prorogation[] = []
        for (const [rang, [date, fin]] of tires.entries()) {
          const un = arrete(String(rang).padStart(2, '0'), date, fin)
          if (jugerProrogation('2012', gardes, un) === null) gardes.push(un)
        }
        const plusLoin = gardes.map(({ nouvelleFin }) => nouvelleFin).toSorted()
        expect(finDesProrogations(gardes)).toBe(plusLoin.at(-1) ?? null)
      })
    )
  })
})
