import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { ajouterQuartiers, reglerTerritoire } from '#domaines/territoires/commands.server.ts'
import { desAxes, leSocle, ouvrirContrat } from '#domaines/contrats/fixtures.server.ts'
import { changerEtape } from '#domaines/contrats/commands/contrat.server.ts'
import { signerContrat } from '#domaines/contrats/commands/signature.server.ts'
import { direRefusFiche } from '../libelles/refus.ts'
import { lireCadre } from '../queries/cadre.server.ts'
import { lirePortefeuille } from '../queries/portefeuille.server.ts'
import { lireProgramme } from '../queries/programme.server.ts'
import { lireVue } from '../schema/portefeuille.ts'
import { creerFiche } from './fiche.server.ts'
import { noterNouvelle } from './nouvelles.server.ts'
import { rattacherFiche } from './rattacher.server.ts'
import { ecrireQuartiers } from './sections.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'

/** A territory with an ASV, a contract in force of one axis, and a fiche under it. */
async function enVigueur(scene: Scene, signe = true) {
  reussi(await reglerTerritoire(scene, { asvDepuis: '2007' } as never))
  const contratId = await ouvrirContrat(scene, { debut: '2023', fin: '2028' })
  const [axeId] = await desAxes(scene, contratId, ['Santé mentale'])
  if (signe) {
    await leSocle(scene, contratId)
    reussi(await changerEtape(scene, { id: contratId, vers: 'en_relecture' }))
    reussi(await signerContrat(scene, { id: contratId, signeLe: '2023' }))
  }
  const { id } = reussi(await creerFiche(scene, { titre: 'Cafés d’écoute', axeId: axeId! }))
  return { contratId, axeId: axeId!, id }
}
const programme = async (scene: Scene, id: string, jour = JOUR) => lireProgramme(scene.db as never, scene.perimetre, id, jour)

describe('requalifier une action entre CLS et ASV', () => {
  test('R-027 · sortie du contrat en vigueur, elle devient ASV à sa date, avec sa raison, et reste CLS avant', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant: new Date(`${JOUR}T10:00:00Z`) })
      const { contratId, id } = await enVigueur(scene)
      reussi(
        await rattacherFiche(scene, {
          id,
          contratId,
          axeId: 'hors',
          date: '01/09/2026',
          motif: 'Financée par la politique de la ville.'
        })
      )
      expect((await programme(scene, id)).programme).toBe('asv')
      expect((await programme(scene, id, '2026-08-31')).programme).toBe('cls')
      expect((await programme(scene, id)).parcours).toMatchObject([
        { axe: 'Santé mentale', jusque: '2026-09-01', motif: 'Financée par la politique de la ville.' }
      ])
    }))

  test('R-027 · et rejoint le contrat plus tard : chaque date passée garde sa réponse', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant: new Date(`${JOUR}T10:00:00Z`) })
      const { contratId, axeId, id } = await enVigueur(scene)
      reussi(await rattacherFiche(scene, { id, contratId, axeId: 'hors', date: '2025', motif: 'Pause.' }))
      reussi(await rattacherFiche(scene, { id, contratId, axeId, date: '2026-06', motif: 'Avenant n° 1.' }))
      const dates = ['2024-12-31', '2025-06-01', '2026-06-01']
      expect(await Promise.all(dates.map(async (jour) => (await programme(scene, id, jour)).programme))).toEqual([
        'cls',
        'asv',
        'cls'
      ])
      expect((await programme(scene, id)).parcours.map(({ motif }) => motif)).toEqual(['Pause.', 'Avenant n° 1.'])
    }))

  test.each([
    [{ axeId: 'hors' }, 'motif_manque'],
    [{ axeId: 'hors', motif: 'Raison.', date: '2030' }, 'date_future'],
    [{ axeId: '0199a000-0000-7000-8000-000000000001', motif: 'Raison.' }, 'axe_inconnu']
  ])('%j se refuse : %s', (saisie, raison) =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant: new Date(`${JOUR}T10:00:00Z`) })
      const { contratId, id } = await enVigueur(scene)
      expect(await rattacherFiche(scene, { id, contratId, ...saisie })).toMatchObject({ sorte: 'refus', raison })
      expect((await programme(scene, id)).programme).toBe('cls')
    })
  )

  test('R-013 · dans un contrat qui se prépare, changer de place ne demande rien', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant: new Date(`${JOUR}T10:00:00Z`) })
      const { contratId, axeId, id } = await enVigueur(scene, false)
      expect((await programme(scene, id)).programme).toBe('asv')
      reussi(await rattacherFiche(scene, { id, contratId, axeId: 'hors' }))
      expect((await programme(scene, id)).parcours).toEqual([])
      reussi(await rattacherFiche(scene, { id, contratId, axeId }))
      expect((await programme(scene, id)).parcours).toMatchObject([{ depuis: null, jusque: null }])
    }))

  test('R-026 · une action de l’ASV sans quartier prioritaire le doit, jusqu’à ce qu’elle en nomme un ou dise pourquoi', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant: new Date(`${JOUR}T10:00:00Z`) })
      const { contratId, id } = await enVigueur(scene)
      reussi(await rattacherFiche(scene, { id, contratId, axeId: 'hors', motif: 'ASV.' }))
      expect((await programme(scene, id)).qpvManque).toBe(true)
      reussi(await ecrireQuartiers(scene, { id, quartiers: [], horsQpv: 'Toute la ville.' }))
      expect(await programme(scene, id)).toMatchObject({ qpvManque: false, horsQpv: 'Toute la ville.' })
      const [qpv] = reussi(
        await ajouterQuartiers(scene, { quartiers: [{ nom: 'Axe majeur', nature: 'qpv', generation: '2024' }] } as never)
      ).ajoutes
      reussi(await ecrireQuartiers(scene, { id, quartiers: [qpv!], horsQpv: '' }))
      expect(await programme(scene, id)).toMatchObject({ qpvManque: false, horsQpv: null })
    }))

  test('R-028 · un seul portefeuille : chaque vue compte juste, aujourd’hui et à une date passée', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant: new Date(`${JOUR}T10:00:00Z`) })
      const { contratId, axeId, id } = await enVigueur(scene)
      for (const titre of ['Bus santé', 'Balades']) reussi(await creerFiche(scene, { titre, axeId, debut: '2024' }))
      reussi(await creerFiche(scene, { titre: 'Marche', debut: '2022' }))
      reussi(await rattacherFiche(scene, { id, contratId, axeId: 'hors', date: '2025-09', motif: 'ASV.' }))
      const voir = async (adresse: string) => {
        const cadre = await lireCadre(db as never, scene.perimetre, lireVue(new URLSearchParams(adresse)), JOUR)
        const suite = { grouper: 'aucun', tri: 'titre', descendant: false, page: 1 } as const
        const { lignes } = await lirePortefeuille(db as never, scene.perimetre, { ...cadre.vue, ...suite })
        return { titres: lignes.map(({ titre }) => titre), cls: cadre.resume.duCls, asv: cadre.resume.asv }
      }
      expect(await voir('programme=cls')).toEqual({ titres: ['Balades', 'Bus santé'], cls: 2, asv: true })
      expect((await voir('programme=asv')).titres).toEqual(['Cafés d’écoute', 'Marche'])
      expect((await voir('programme=cls&au=2025-01-01')).titres).toEqual(['Balades', 'Bus santé', 'Cafés d’écoute'])
      expect((await voir('programme=asv&au=2022-06-01')).titres).toEqual(['Marche'])
    }))

  test('R-028 · sans « Début », une place ou une nouvelle datée suffit pour compter à une date passée', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant: new Date(`${JOUR}T10:00:00Z`) })
      const { contratId, axeId, id } = await enVigueur(scene)
      const { id: racontee } = reussi(await creerFiche(scene, { titre: 'Racontée' }))
      reussi(await noterNouvelle(scene, { ficheId: racontee, date: '2021-05', texte: 'Première permanence.' }))
      reussi(await creerFiche(scene, { titre: 'Écrite hier' }))
      const { id: venue } = reussi(await creerFiche(scene, { titre: 'Venue, sortie' }))
      reussi(await rattacherFiche(scene, { id: venue, contratId, axeId, date: '2023-03', motif: 'Avenant.' }))
      reussi(await rattacherFiche(scene, { id: venue, contratId, axeId: 'hors', date: '01/01/2024', motif: 'ASV.' }))
      const voir = async (programme: string, au: string) => {
        const { vue } = await lireCadre(db as never, scene.perimetre, lireVue(new URLSearchParams({ programme, au })), JOUR)
        const suite = { grouper: 'aucun', tri: 'titre', descendant: false, page: 1 } as const
        return (await lirePortefeuille(db as never, scene.perimetre, { ...vue, ...suite })).lignes.map(({ titre }) => titre)
      }
      expect(await voir('cls', '2023-06-01')).toEqual(['Cafés d’écoute', 'Venue, sortie'])
      expect(await voir('asv', '2023-06-01')).toEqual(['Racontée'])
      expect(await voir('cls', '2024-06-01')).toEqual(['Cafés d’écoute'])
      expect(await voir('asv', '2024-06-01')).toEqual(['Racontée', 'Venue, sortie'])
      expect(await voir('asv', '2022-06-01')).toEqual(['Racontée'])
      expect((await programme(scene, venue)).connue).toEqual({ depuis: '2023-03', par: 'place' })
      expect((await programme(scene, id)).connue).toEqual({ depuis: '2023', par: 'place' })
      expect((await programme(scene, racontee)).connue).toEqual({ depuis: '2021-05', par: 'nouvelle' })
    }))

  test.each([
    ['1999', 'avant_le_contrat'],
    ['12/2022', 'avant_le_contrat'],
    ['2023', null],
    ['01/2023', null],
    ['12/2026', 'date_future']
  ])('R-027 · entrer « %s » dans un contrat qui court de 2023 à 2028 : %s', (date, raison) =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant: new Date(`${JOUR}T10:00:00Z`) })
      const { contratId, axeId } = await enVigueur(scene)
      const { id } = reussi(await creerFiche(scene, { titre: 'Venue' }))
      const rendu = await rattacherFiche(scene, { id, contratId, axeId, date, motif: 'Avenant.' })
      if (raison) {
        expect(rendu).toMatchObject({ sorte: 'refus', raison, champ: 'date' })
        expect((await programme(scene, id)).parcours).toEqual([])
      } else expect(rendu).toMatchObject({ ok: true })
    })
  )

  test('R-027 · dans un contrat échu, on n’entre pas après sa fin ; sans dates, le contrat ne refuse rien', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant: new Date('2030-03-01T10:00:00Z') })
      const { contratId, axeId } = await enVigueur(scene)
      const { id } = reussi(await creerFiche(scene, { titre: 'Venue' }))
      const tard = { id, contratId, axeId, date: '2029', motif: 'Avenant.' }
      const rendu = await rattacherFiche(scene, tard)
      expect(rendu).toMatchObject({ sorte: 'refus', raison: 'apres_le_contrat', champ: 'date' })
      expect(direRefusFiche('apres_le_contrat', (rendu as { precisions: object }).precisions as never)).toMatch(
        /s’arrête en 2028/
      )
      const sansDates = await ouvrirContrat(scene, { debut: '', fin: '' })
      const [axe] = await desAxes(scene, sansDates, ['Un axe'])
      reussi(await rattacherFiche(scene, { ...tard, contratId: sansDates, axeId: axe!, date: '1999' }))
    }))

  test('un lecteur ne requalifie pas', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId, id } = await enVigueur(scene)
      const acteur = await unMembre(scene, 'lecteur')
      expect(await rattacherFiche({ ...scene, acteur }, { id, contratId, axeId: 'hors', motif: 'x' })).toMatchObject({
        sorte: 'interdit'
      })
    }))
})
