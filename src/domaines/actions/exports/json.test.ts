import { describe, expect, test } from 'vitest'
import type { Dossier } from '#domaines/actions/schema/dossier.ts'
import { dossierDEssai } from './dossier-d-essai.ts'
import { contratEnJson } from './json.ts'

describe('le contrat en JSON', () => {
  test('il nomme son format, garde tout le dossier dans son ordre et ne change pas d’une fois à l’autre', () => {
    const dossier = dossierDEssai()
    const { format, version, ...reste } = JSON.parse(contratEnJson(dossier)) as Record<string, unknown>
    expect([format, version]).toEqual(['tisserand/contrat', 1])
    expect(reste).toEqual(dossier)
    const melange = Object.fromEntries(Object.entries(dossier).reverse()) as Dossier
    expect(contratEnJson(melange)).toBe(contratEnJson(dossier))
  })
})
