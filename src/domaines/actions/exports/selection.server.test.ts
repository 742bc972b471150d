import JSZip from 'jszip'
import { beforeAll, describe, expect, test } from 'vitest'
import { installerBase, lecture } from '#platform/db.server.ts'
import { enZip } from '#platform/zip.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { importerPlan } from '#domaines/actions/commands/importer.server.ts'
import { choisirFiches, type Choix } from '#domaines/actions/queries/impression.server.ts'
import { champsVides } from '#domaines/actions/regles/plan/champs-vides.ts'
import type { PlanLu } from '#domaines/actions/schema/plan.ts'
import { FICHES_PAR_DOCUMENT, lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { partager, produireParts, type Ici } from './selection.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'
const NOMBRE = 210
let scene: Scene
let ici: Ici

const plan: PlanLu = {
  titre: 'Grand plan',
  contrat: null,
  axes: [],
  lignes: Array.from({ length: NOMBRE }, (_, rang) => ({
    cle: ` | action ${rang}`,
    nature: 'action' as const,
    parent: null,
    axes: [],
    hors: false,
    feuille: 'F',
    ligne: rang + 2,
    deduite: false,
    champs: champsVides(`Action ${String(rang).padStart(4, '0')}`)
  })),
  annexes: null,
  refus: [],
  avertissements: []
}

beforeAll(async () => {
  installerBase(essai.base())
  scene = await unTerritoire(essai.base().db)
  reussi(await importerPlan(scene, { plan }))
  ici = { perimetre: scene.perimetre, lire: (requete) => lecture(scene.perimetre, (tx) => requete(tx, scene.perimetre)) }
}, 60_000)

const choisir = () =>
  lecture(scene.perimetre, (tx) => choisirFiches(tx, scene.perimetre, lireVue(new URLSearchParams('tri=titre')), JOUR))

describe('sortir beaucoup de fiches', () => {
  test('R-073 · elles font plusieurs documents, qui les portent toutes une fois, dans leur ordre', async () => {
    const choix = (await choisir())!
    const parts = partager(choix, JOUR, 'docx')
    expect(parts.map(({ depuis, lignes }) => [depuis, lignes.length])).toEqual([
      [1, FICHES_PAR_DOCUMENT],
      [201, 10]
    ])
    const morceaux = await Array.fromAsync(enZip(produireParts(ici, parts, new AbortController().signal)))
    const zip = await JSZip.loadAsync(Buffer.concat(morceaux), { checkCRC32: true })
    expect(Object.keys(zip.files)).toEqual(['fiches-actions-0001-a-0200.docx', 'fiches-actions-0201-a-0210.docx'])
    const titres: string[] = []
    for (const fichier of Object.values(zip.files)) {
      const document = await JSZip.loadAsync(await fichier.async('uint8array'))
      const corps = await document.file('word/document.xml')!.async('string')
      titres.push(...new Set(corps.match(/Action \d{4}/g)))
      expect(corps).toMatch(/Fiches actions (1 à 200|201 à 210) sur 210/)
    }
    expect(titres).toEqual(plan.lignes.map(({ champs }) => champs.titre))
  }, 60_000)

  test('arrêter le téléchargement arrête l’écriture', async () => {
    const arret = new AbortController()
    const parts = partager((await choisir())!, JOUR, 'pdf')
    const sortie = produireParts(ici, parts, arret.signal)
    const premiere = sortie.next()
    setTimeout(() => arret.abort(), 200)
    await expect(premiere).rejects.toThrow(/thread stopped/)
    expect(await sortie.next()).toMatchObject({ done: true })
  }, 60_000)

  test('un choix d’un seul document n’est pas partagé', () => {
    const choix = (nombre: number): Choix => ({
      lignes: Array.from({ length: nombre }, (_, rang) => ({ id: String(rang), numero: null })),
      total: nombre
    })
    expect([1, 200, 201, 2000].map((nombre) => partager(choix(nombre), JOUR, 'pdf').length)).toEqual([1, 1, 2, 10])
  })
})
