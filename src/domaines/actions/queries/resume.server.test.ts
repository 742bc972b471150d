import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { lireClasseur } from '#platform/classeur.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { ajouterQuartiers, reglerTerritoire } from '#domaines/territoires/commands.server.ts'
import { changerEtape } from '#domaines/contrats/commands/contrat.server.ts'
import { signerContrat } from '#domaines/contrats/commands/signature.server.ts'
import { desAxes, leSocle, ouvrirContrat } from '#domaines/contrats/fixtures.server.ts'
import { creerFiche } from '../commands/fiche.server.ts'
import { noterNouvelle } from '../commands/nouvelles.server.ts'
import { rattacherFiche } from '../commands/rattacher.server.ts'
import { ecrireQuartiers } from '../commands/sections.server.ts'
import { produireTableur } from '../exports/produire.server.ts'
import { lirePlan } from '../regles/plan/lire.ts'
import { lireVue } from '../schema/portefeuille.ts'
import { lireCadre } from './cadre.server.ts'
import { choisirFiches } from './impression.server.ts'
import { lirePortefeuille } from './portefeuille.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'
const AUJOURDHUI = new Date(`${JOUR}T10:00:00Z`)

/** A territory with an ASV, and a contract in force of one axis. */
async function enVigueur(scene: Scene) {
  reussi(await reglerTerritoire(scene, { asvDepuis: '2007' } as never))
  const contratId = await ouvrirContrat(scene, { debut: '2023', fin: '2028' })
  const [axeId] = await desAxes(scene, contratId, ['Santé mentale'])
  await leSocle(scene, contratId)
  reussi(await changerEtape(scene, { id: contratId, vers: 'en_relecture' }))
  reussi(await signerContrat(scene, { id: contratId, signeLe: '2023' }))
  return { contratId, axeId: axeId! }
}

const regarder = async ({ db, perimetre }: Scene, adresse: string) => {
  const cadre = await lireCadre(db as never, perimetre, lireVue(new URLSearchParams(adresse)), JOUR)
  const suite = { grouper: 'aucun', tri: 'titre', descendant: false, page: 1 } as const
  const { lignes, total } = await lirePortefeuille(db as never, perimetre, { ...cadre.vue, ...suite })
  return { resume: cadre.resume, titres: lignes.map(({ titre }) => titre), total }
}

const uneAction = fc.record({
  debut: fc.constantFrom(null, '2019', '2023-06-15', '2025-02'),
  nouvelle: fc.constantFrom(null, '2021', '2024-05-02'),
  sousUnAxe: fc.boolean(),
  sortie: fc.constantFrom(null, '2024', '2025-09-01')
})
const DATES = ['2018-06-01', '2019-12-31', '2022-01-01', '2023-06-15', '2024-06-01', '2025-10-01', '2026-11-21', JOUR]

describe('les chiffres au-dessus du portefeuille, à une date passée', () => {
  test('R-025, R-028 · chacun est le nombre de lignes que la liste montre ce jour-là', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(uneAction, { minLength: 1, maxLength: 5 }), (actions) =>
        essai.annule(async (db) => {
          const scene = await unTerritoire(db, { maintenant: AUJOURDHUI })
          const { contratId, axeId } = await enVigueur(scene)
          for (const [rang, { debut, nouvelle, sousUnAxe, sortie }] of actions.entries()) {
            const lieu = sousUnAxe ? { axeId } : {}
            const { id } = reussi(await creerFiche(scene, { titre: `Action ${rang}`, debut, ...lieu }))
            if (nouvelle) reussi(await noterNouvelle(scene, { ficheId: id, date: nouvelle, texte: 'Elle a lieu.' }))
            if (sousUnAxe && sortie)
              reussi(await rattacherFiche(scene, { id, contratId, axeId: 'hors', date: sortie, motif: 'ASV.' }))
          }
          for (const au of DATES) {
            const { resume, total } = await regarder(scene, `au=${au}`)
            const [cls, asv] = [await regarder(scene, `au=${au}&programme=cls`), await regarder(scene, `au=${au}&programme=asv`)]
            const lus = { au, total: resume.total, cls: resume.duCls, asv: resume.total - resume.duCls }
            expect(lus).toEqual({ au, total, cls: cls.total, asv: asv.total })
            const statuts = Object.values(resume.parStatut).reduce((somme, nombre) => somme + nombre, resume.sansStatut)
            expect([au, statuts, resume.vide]).toEqual([au, total, false])
          }
        })
      ),
      { numRuns: 12, interruptAfterTimeLimit: 60_000 }
    )
  }, 120_000)

  test('R-025 · avant toute action, les chiffres sont à zéro sans que le portefeuille passe pour vide', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant: AUJOURDHUI })
      expect((await regarder(scene, '')).resume).toMatchObject({ total: 0, vide: true })
      const { axeId } = await enVigueur(scene)
      reussi(await creerFiche(scene, { titre: 'Bus santé', axeId, debut: '2024', budgetPrevisionnel: '1000' }))
      expect((await regarder(scene, 'au=2023-12-31')).resume).toMatchObject({
        total: 0,
        duCls: 0,
        budget: { ht: 0, ttc: 0 },
        vide: false
      })
      expect((await regarder(scene, 'au=2024-01-01')).resume).toMatchObject({
        total: 1,
        duCls: 1,
        budget: { ht: 100_000, ttc: 0 }
      })
    }))
})

describe('les actions sans quartier prioritaire', () => {
  test('R-026 · se filtrent, avec le programme aussi, et les documents gardent le filtre', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant: AUJOURDHUI })
      const { axeId } = await enVigueur(scene)
      const [qpv, autre, retire] = reussi(
        await ajouterQuartiers(scene, {
          quartiers: [
            { nom: 'Sébille', nature: 'qpv', generation: '2024' },
            { nom: 'Centre', nature: 'quartier' },
            { nom: 'Ancien', nature: 'qpv', generation: '2015' }
          ]
        } as never)
      ).ajoutes
      const ecrire = async (titre: string, quartiers: string[], horsQpv: string | null, lieu: Record<string, string> = {}) => {
        const { id } = reussi(await creerFiche(scene, { titre, ...lieu }))
        reussi(await ecrireQuartiers(scene, { id, quartiers, horsQpv }))
      }
      await ecrire('Dans un QPV', [qpv!, autre!], null)
      await ecrire('Dans un autre quartier', [autre!], 'Tout le centre.')
      await ecrire('Dans un QPV retiré', [retire!], null)
      await ecrire('Au contrat, sans quartier', [], null, { axeId })
      await db.execute(
        sql`update quartiers set supprime_le = now() where collectivite_id = ${scene.perimetre.collectiviteId} and id = ${retire!}`
      )
      expect((await regarder(scene, 'quartier=sans_qpv')).titres).toEqual([
        'Au contrat, sans quartier',
        'Dans un autre quartier',
        'Dans un QPV retiré'
      ])
      const asv = 'quartier=sans_qpv&programme=asv'
      expect((await regarder(scene, asv)).titres).toEqual(['Dans un autre quartier', 'Dans un QPV retiré'])
      expect((await regarder(scene, 'quartier=sans_qpv&programme=cls')).titres).toEqual(['Au contrat, sans quartier'])

      const vue = lireVue(new URLSearchParams(asv))
      const { octets } = (await produireTableur(db, scene.perimetre, vue, JOUR))!
      const plan = lirePlan(await lireClasseur(octets, 'actions.xlsx'))
      expect(plan.lignes.map(({ champs }) => [champs.titre, champs.horsQpv])).toEqual([
        ['Dans un autre quartier', 'Tout le centre.'],
        ['Dans un QPV retiré', null]
      ])
      expect((await choisirFiches(db, scene.perimetre, vue, JOUR))!.lignes).toHaveLength(2)
    }))
})
