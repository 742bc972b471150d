import fc from 'fast-check'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { enZip } from './zip.server.ts'

async function* un(apres: readonly { nom: string; octets: Uint8Array }[]) {
  yield* apres
}

test('une archive rend chaque fichier, octet pour octet, sous son nom', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), async (contenus) => {
      const fichiers = contenus.map((octets, rang) => ({ nom: `Fiches été n° ${rang}.docx`, octets }))
      const morceaux = await Array.fromAsync(enZip(un(fichiers)))
      const zip = await JSZip.loadAsync(Buffer.concat(morceaux), { checkCRC32: true })
      const relus = await Promise.all(Object.values(zip.files).map(async (un) => [un.name, await un.async('uint8array')]))
      expect(relus).toEqual(fichiers.map(({ nom, octets }) => [nom, octets]))
    }),
    { numRuns: 50 }
  )
})

test('elle s’écrit au fur et à mesure : le premier fichier est sorti avant que le second soit fait', async () => {
  const faits: string[] = []
  async function* lents() {
    for (const nom of ['a', 'b']) {
      faits.push(nom)
      yield { nom, octets: new Uint8Array(3) }
    }
  }
  const archive = enZip(lents())
  await archive.next()
  await archive.next()
  expect(faits).toEqual(['a'])
  await archive.return(undefined)
})
