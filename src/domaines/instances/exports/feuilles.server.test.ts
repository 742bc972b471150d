import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import type { Tx } from '#platform/db.server.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { composerRencontres } from '../commands/rencontres.server.ts'
import { prevoirSeance } from '../commands/seances.server.ts'
import { uneInstance } from '../fixtures.server.ts'
import { produireFeuilles } from './feuilles.server.ts'

const essai = baseDeTest()

async function imprimer(db: Tx, combien: number, parTable: number) {
  const scene = await unTerritoire(db)
  const prevue = {
    instanceId: await uneInstance(scene, { nom: 'Cercle' }),
    jour: '2030-12-09',
    duree: '2 h',
    motifQuota: 'Essai.'
  }
  const seanceId = reussi(await prevoirSeance(scene, prevue)).id
  const vide = await produireFeuilles(db, scene.perimetre, seanceId)
  const autres = Array.from({ length: combien }, (_, n) => ({
    personne: `Personne ${n}`,
    structure: `CPAM ${Math.floor(n / 2)}`
  }))
  reussi(await composerRencontres(scene, { seanceId, tours: 3, minutes: 10, parTable, autres }))
  const fichier = await produireFeuilles(db, scene.perimetre, seanceId)
  const ailleurs = await unTerritoire(db, { code: '94028' })
  return { vide, fichier: fichier!, dAilleurs: await produireFeuilles(db, ailleurs.perimetre, seanceId) }
}

async function pages(octets: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: octets.slice(), verbosity: 0 }).promise
  expect(await pdf.getMarkInfo()).toContainEqual(['Marked', true])
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, rang) => {
      const { items } = await (await pdf.getPage(rang + 1)).getTextContent()
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' ')
    })
  )
}

describe('R-099 · les feuilles et les badges en PDF', () => {
  test('vingt et une personnes par tables de quatre : une feuille par tour, une par personne, un badge pour chacune', () =>
    essai.annule(async (db) => {
      const { vide, fichier, dAilleurs } = await imprimer(db, 21, 4)
      expect([vide, dAilleurs]).toEqual([null, null])
      expect(fichier.nom).toBe('rencontres-express-cercle-2030-12-09.pdf')
      const lues = await pages(fichier.octets)
      for (const tour of [1, 2, 3]) {
        const auMur = lues[tour - 1]!
        expect(auMur).toContain(`Tour ${tour} `)
        for (let n = 0; n < 21; n++) expect(auMur).toContain(`Personne ${n}`)
      }
      const tout = lues.join('\n')
      expect(tout).toContain('21 personnes par tables de quatre, 3 tours de 10 minutes')
      expect(tout).toContain('21 feuilles, une par personne')
      expect(tout).toContain('21 badges')
      expect(tout.match(/☐ je donne mes coordonnées/g)).toHaveLength(21 * 3)
      // on the slip and on the badge
      expect(tout.match(/n° 21\b/g)).toHaveLength(2)
      expect(tout.slice(tout.indexOf('21 badges'))).toMatch(/Personne 20 n° \d+ CPAM 10/)
    }))

  test('à deux et en nombre impair, chacune des feuilles dit qui se repose', () =>
    essai.annule(async (db) => {
      const { fichier } = await imprimer(db, 9, 2)
      const tout = (await pages(fichier.octets)).join('\n')
      expect(tout.match(/se repose/g)).toHaveLength(3)
      expect(tout.match(/Pause/g)).toHaveLength(3)
      expect(tout.match(/☐ je donne mes coordonnées/g)).toHaveLength(8 * 3)
    }))
})
