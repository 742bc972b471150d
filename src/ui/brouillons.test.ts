import { describe, expect, test } from 'vitest'
import { brouillonsDe, lireBrouillon, oublierBrouillons, retenirBrouillon } from './brouillons.ts'

function tiroir(plein = false) {
  const tout = new Map<string, string>()
  return {
    getItem: (cle: string) => tout.get(cle) ?? null,
    setItem: (cle: string, valeur: string) => {
      if (plein) throw new Error('QuotaExceededError')
      tout.set(cle, valeur)
    },
    removeItem: (cle: string) => void tout.delete(cle),
    key: (rang: number) => [...tout.keys()][rang] ?? null,
    get length() {
      return tout.size
    }
  }
}
const brouillon = { quand: 1_000, valeurs: [['contexte', 'Peu de médecins.']] as [string, string][] }

describe('ce qui est tapé et n’est pas envoyé', () => {
  test('se garde et se relit', () => {
    const ici = tiroir()
    retenirBrouillon(ici, 'fiche', brouillon)
    expect(lireBrouillon(ici, 'fiche', 2_000)).toEqual(brouillon)
    expect(lireBrouillon(ici, 'autre', 2_000)).toBeNull()
  })
  test('au bout de sept jours n’est plus proposé', () => {
    const ici = tiroir()
    retenirBrouillon(ici, 'fiche', brouillon)
    expect(lireBrouillon(ici, 'fiche', 1_000 + 8 * 24 * 3600 * 1000)).toBeNull()
    expect(ici.length).toBe(0)
  })
  test('ceux d’une même page se retrouvent par ce qui les suit, sauf les trop vieux', () => {
    const ici = tiroir()
    for (const partie of ['textes', 'budget']) retenirBrouillon(ici, `Alix f1 ${partie}`, brouillon)
    retenirBrouillon(ici, 'Alix f2 textes', brouillon)
    retenirBrouillon(ici, 'Alix f1 etapes', { ...brouillon, quand: -8 * 24 * 3600 * 1000 })
    expect(brouillonsDe(ici, 'Alix f1 ', 2_000)).toEqual(['budget', 'textes'])
  })
  test('un navigateur qui ne garde rien, ou un contenu étranger, ne gêne pas', () => {
    retenirBrouillon(tiroir(true), 'fiche', brouillon)
    const ici = tiroir()
    ici.setItem('brouillon fiche', '{pas du JSON')
    expect(lireBrouillon(ici, 'fiche', 0)).toBeNull()
  })
  test('qui se déconnecte n’en laisse aucun, et rien d’autre ne part', () => {
    const ici = tiroir()
    retenirBrouillon(ici, 'a', brouillon)
    retenirBrouillon(ici, 'b', brouillon)
    ici.setItem('autre', 'chose')
    oublierBrouillons(ici)
    expect(ici.length).toBe(1)
  })
})
