import { describe, expect, test } from 'vitest'
import { lireClasseur } from '#platform/classeur.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { ajouterActe, retirerActe } from '#domaines/contrats/commands/actes.server.ts'
import { importerPlan } from '#domaines/actions/commands/importer.server.ts'
import { creerFiche, modifierFiche } from '#domaines/actions/commands/fiche.server.ts'
import { unContrat } from '#domaines/actions/fixtures.server.ts'
import { lireDossier } from '#domaines/actions/queries/dossier.server.ts'
import { previsualiserPlan } from '#domaines/actions/queries/plan.server.ts'
import { lirePlan } from '#domaines/actions/regles/plan/lire.ts'
import { lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { produireTableur } from './produire.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'

describe('le tableur de ce que montre le portefeuille', () => {
  test('R-073, R-027 · tout s’y réimporte sans rien changer, les actions de l’ASV sur leur feuille', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id: contrat, fiches } = await unContrat(scene, { axes: 2, fichesParAxe: 2 })
      reussi(await creerFiche(scene, { titre: 'Marche du mardi' }))
      const sortir = async (filtres: string) => {
        const { octets } = (await produireTableur(db, scene.perimetre, lireVue(new URLSearchParams(filtres)), JOUR))!
        const classeur = await lireClasseur(octets, 'actions.xlsx')
        const dehors = classeur.feuilles.find(({ nom }) => nom === 'Actions hors contrat')
        const plan = lirePlan(classeur)
        return {
          plan,
          actions: plan.lignes.map(({ champs }) => champs.titre),
          dehors: JSON.stringify(dehors?.lignes ?? '')
        }
      }
      const tout = await sortir('')
      expect(tout.actions).toHaveLength(5)
      expect(tout.dehors).toContain('Marche du mardi')
      const vu = await previsualiserPlan(db, scene.perimetre, tout.plan, {
        contratId: contrat,
        nouveau: false,
        ecraser: false,
        maintenant: scene.maintenant
      })
      expect(vu!.differences.lignes.map(({ etat }) => etat)).toEqual(Array(5).fill('inchange'))
      expect(vu!.differences.axesACreer).toEqual([])

      await modifierFiche(scene, { id: fiches[0]!, statut: 'realise' })
      const filtre = await sortir('statut=realise')
      expect(filtre.actions).toHaveLength(1)
      expect(filtre.dehors).toBe('""')
      expect((await sortir('q=mardi')).dehors).toContain('Marche du mardi')
    }))

  test('R-012 · les actes du contrat et leurs montants y ont leur feuille, que l’import laisse de côté ; un acte retiré n’y est plus', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { id: contratId } = await unContrat(scene, { axes: 1, fichesParAxe: 1 })
      const montants = [{ financeur: 'ARS Île-de-France', annee: '2025', montant: '12 500', taxe: 'ttc' }]
      const acte = { contratId, nature: 'avenant', date: '03/2025', montants } as const
      reussi(await ajouterActe(scene, { ...acte, reference: 'Avenant n° 1', objet: 'Renfort' }))
      const { id } = reussi(await ajouterActe(scene, { ...acte, reference: 'Avenant n° 2' }))
      reussi(await retirerActe(scene, { id }))
      const { octets } = (await produireTableur(db, scene.perimetre, lireVue(new URLSearchParams()), JOUR))!
      const classeur = await lireClasseur(octets, 'actions.xlsx')
      const [, ...lignes] = classeur.feuilles.find(({ nom }) => nom === 'Actes et conventions')!.lignes
      expect(lignes.map((ligne) => ligne.slice(0, 9))).toEqual([
        ['Avenant', 'Avenant n° 1', '03/2025', 'Renfort', null, 'ARS Île-de-France', 2025, 12500, 'TTC']
      ])
      const options = { contratId, nouveau: false, ecraser: false, maintenant: scene.maintenant }
      const vu = await previsualiserPlan(db, scene.perimetre, lirePlan(classeur), options)
      expect(vu!.differences.lignes.map(({ etat }) => etat)).toEqual(['inchange'])
      expect(JSON.stringify(await lireDossier(db, scene.perimetre, contratId, JOUR))).toContain('Avenant n° 1')
    }))

  test('R-027 · un territoire sans contrat sort ses actions, qui reviennent identiques et n’en font pas ; sans action, rien ne sort', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const sortir = () => produireTableur(db, scene.perimetre, lireVue(new URLSearchParams()), JOUR)
      expect(await sortir()).toBeNull()
      const { id } = reussi(await creerFiche(scene, { titre: 'Marche du mardi' }))
      reussi(await creerFiche(scene, { titre: 'Repérer les marcheurs', parentId: id }))
      reussi(await modifierFiche(scene, { id, statut: 'en_cours', description: 'Chaque mardi.' }))
      const { nom, octets } = (await sortir())!
      expect(nom).toMatch(/-actions\.xlsx$/)
      const plan = lirePlan(await lireClasseur(octets, nom))
      expect(reussi(await importerPlan(scene, { plan })).differences.lignes.map(({ etat }) => etat)).toEqual([
        'inchange',
        'inchange'
      ])
      const ailleurs = await unTerritoire(db, { code: '94028' })
      expect(reussi(await importerPlan(ailleurs, { plan })).contratId).toBeNull()
      const { octets: revenus } = (await produireTableur(db, ailleurs.perimetre, lireVue(new URLSearchParams()), JOUR))!
      expect(lirePlan(await lireClasseur(revenus, nom)).lignes).toEqual(plan.lignes)
    }))
})
