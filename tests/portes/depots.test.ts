import { beforeAll, expect, test } from 'vitest'
import { installerBase } from '#platform/db.server.ts'
import { reprendre } from '#platform/depot.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { unDecor, type Decor } from './decor.ts'
import { donnees, porte, pousser, type Formulaire } from './porte.ts'

const essai = baseDeTest()
let decor: Decor
beforeAll(async () => {
  installerBase(essai.base())
  decor = await unDecor(essai.base().db)
}, 180_000)

const importer = (nom: string, form: Formulaire) =>
  pousser(porte(nom), '?/importer', { jeton: decor.jetons.coordination!, params: decor.params, form })
const laisse = async (depot: string) => (await reprendre(donnees, decor.scene.perimetre, depot)) !== null

test('R-122 · une fois les contacts importés, le fichier déposé n’est plus là', async () => {
  const { depot } = decor.contacts
  expect(await importer('[territoire]/partenaires/importer', { ...decor.contacts, nom: 'contacts.png' })).not.toMatchObject({
    sorte: 'renvoi'
  })
  expect(await laisse(depot), 'un import refusé garde le fichier').toBe(true)
  expect(await importer('[territoire]/partenaires/importer', decor.contacts)).toMatchObject({ sorte: 'renvoi' })
  expect(await laisse(depot)).toBe(false)
})

test('R-122 · une fois le plan importé, le fichier déposé n’est plus là', async () => {
  const form = { depot: decor.depot, nom: 'plan.xlsx' }
  const ailleurs = { ...form, contrat: crypto.randomUUID() }
  expect(await importer('[territoire]/actions/importer', ailleurs)).not.toMatchObject({ sorte: 'renvoi' })
  expect(await laisse(decor.depot), 'un import refusé garde le fichier').toBe(true)
  expect(await importer('[territoire]/actions/importer', form)).toMatchObject({ sorte: 'renvoi' })
  expect(await laisse(decor.depot)).toBe(false)
})
