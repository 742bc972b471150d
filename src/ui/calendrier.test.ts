import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ceJour, colonnes, placer } from './calendrier.ts'

const duree = (debut: string | null, fin: string | null, retard: string | null = null, marques: { jour: string }[] = []) => ({
  debut,
  fin,
  retard,
  marques
})

describe('un calendrier, en plan', () => {
  test('une barre va du premier jour au soir du dernier', () => {
    expect(placer(duree('2026-01-01', '2026-12-31'), 2026, 2026).barre).toEqual({
      x: 0,
      largeur: 100,
      coupeAvant: false,
      coupeApres: false
    })
    const { barre } = placer(duree('2025-01-01', '2025-12-31'), 2024, 2027)
    expect(barre!.x).toBeCloseTo((100 * 366) / 1461, 1)
    expect(barre!.largeur).toBeCloseTo((100 * 365) / 1461, 1)
  })

  test('ce qui déborde du cadre est coupé et le dit, ce qui est hors du cadre ne se dessine pas', () => {
    expect(placer(duree('2024-01-01', '2027-06-30'), 2026, 2026).barre).toMatchObject({
      x: 0,
      largeur: 100,
      coupeAvant: true,
      coupeApres: true
    })
    expect(placer(duree('2027-01-01', null), 2026, 2026).barre).toBeNull()
    expect(placer(duree(null, '2025-12-31'), 2026, 2026).barre).toBeNull()
    expect(placer(duree(null, null), 2026, 2026).barre).toBeNull()
  })

  test('un bout qui n’est pas dit va jusqu’au bord', () => {
    expect(placer(duree('2026-07-01', null), 2026, 2026).barre).toMatchObject({ coupeApres: true, coupeAvant: false })
    const { x, largeur } = placer(duree('2026-07-01', null), 2026, 2026).barre!
    expect(x + largeur).toBeCloseTo(100)
    expect(placer(duree(null, '2026-07-01'), 2026, 2026).barre).toMatchObject({ x: 0, coupeAvant: true })
  })

  test('le retard commence le lendemain de la fin et va jusqu’à ce jour, même quand la fin est d’une autre année', () => {
    const { barre, retard } = placer(duree('2026-01-01', '2026-06-30', '2026-11-22'), 2026, 2026)
    expect(retard!.x).toBeCloseTo(barre!.x + barre!.largeur, 1)
    expect(retard!.x + retard!.largeur).toBeCloseTo((100 * 326) / 365, 1)
    expect(placer(duree('2024-01-01', '2024-12-31', '2026-11-22'), 2026, 2026)).toMatchObject({ barre: null, retard: { x: 0 } })
    expect(placer(duree('2024-01-01', '2024-12-31', '2026-11-22'), 2025, 2025).retard).toMatchObject({ x: 0, largeur: 100 })
    expect(placer(duree('2026-01-01', '2026-06-30'), 2026, 2026).retard).toBeNull()
  })

  test('les marques du cadre se suivent sans se toucher, les autres n’y sont pas', () => {
    const { marques } = placer(
      duree(null, null, null, [{ jour: '2026-03-31' }, { jour: '2026-03-30' }, { jour: '2027-01-01' }, { jour: '2025-12-31' }]),
      2026,
      2026
    )
    expect(marques.map(({ jour }) => jour)).toEqual(['2026-03-30', '2026-03-31'])
    expect(marques[1]!.x - marques[0]!.x).toBeGreaterThanOrEqual(1.6)
  })

  test('trois marques du dernier jour tiennent dans le cadre, côte à côte', () => {
    const fin = { jour: '2026-12-31' }
    expect(placer(duree(null, null, null, [fin, fin, fin]), 2026, 2026).marques.map(({ x }) => x)).toEqual([96, 97.7, 99.4])
  })

  test('douze mois pour une année, des années pour plusieurs, jamais plus de quatorze', () => {
    expect(colonnes(2026, 2026).map(({ libelle }) => libelle)).toHaveLength(12)
    expect(colonnes(2026, 2026)[0]).toEqual({ libelle: 'janv.', x: 0 })
    expect(colonnes(2023, 2028).map(({ libelle }) => libelle)).toEqual(['2023', '2024', '2025', '2026', '2027', '2028'])
    expect(colonnes(1996, 2026).length).toBeLessThanOrEqual(14)
  })

  test('ce jour ne se dessine que dans son année', () => {
    expect(ceJour('2026-07-02', 2026, 2026)).toBeCloseTo(50, 0)
    expect(ceJour('2026-12-31', 2026, 2026)).toBeLessThan(100)
    expect(ceJour('2027-01-01', 2026, 2026)).toBeNull()
  })

  test('aucune barre ne sort du cadre, et chacune se voit', () => {
    const jour = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        fc.option(jour),
        fc.option(jour),
        fc.integer({ min: 2020, max: 2032 }),
        fc.integer({ min: 0, max: 6 }),
        (un, autre, de, ans) => {
          const [debut, fin] = un && autre && un > autre ? [autre, un] : [un, autre]
          const { barre } = placer(duree(debut, fin), de, de + ans)
          if (!barre) return
          expect(barre.x).toBeGreaterThanOrEqual(0)
          expect(barre.largeur).toBeGreaterThanOrEqual(0.6)
          expect(barre.x + barre.largeur).toBeLessThanOrEqual(100.01)
        }
      )
    )
  })
})
