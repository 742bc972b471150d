import { describe, expect, test } from 'vitest'
import { ROLES } from '#platform/acteur.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { histoireDe } from '#domaines/contrats/fixtures.server.ts'
import { lireClasseur } from '#platform/classeur.server.ts'
import { unPlan } from '#tests/parcours/plan.ts'
import { lirePlan } from '../regles/plan/lire.ts'
import { unContrat } from '../fixtures.server.ts'
import { lireDossier } from '../queries/dossier.server.ts'
import { lireFiches } from '../queries/fiches.server.ts'
import { lirePortefeuille } from '../queries/portefeuille.server.ts'
import { contratEnJson } from '../exports/json.ts'
import { lireTableau } from '#domaines/pilotage/queries/tableau.server.ts'
import { creerFiche, modifierFiche, retirerFiche } from './fiche.server.ts'
import { importerPlan } from './importer.server.ts'
import { modifierNouvelle, noterNouvelle, retablirNouvelle, retirerNouvelle } from './nouvelles.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'

const apres = (scene: Scene, jours: number): Scene => ({
  ...scene,
  maintenant: new Date(scene.maintenant.getTime() + jours * 86_400_000)
})
const nouvellesDe = async (scene: Scene, id: string) =>
  (await lireFiches(scene.db as never, scene.perimetre, { ids: [id] }))[0]!.nouvelles

/** A territory with one fiche, and its coordination. */
async function uneFiche(db: Parameters<typeof unTerritoire>[0]) {
  const scene = await unTerritoire(db)
  const contrat = await unContrat(scene)
  return { scene, contrat: contrat.id, fiche: contrat.fiches[0]! }
}

/** A plan of one action, brought in with this status. */
async function importe(scene: Scene, statut: string) {
  const ligne = ['Axe 1. SOINS', '', 'Bus santé', '', '', '', 'CPAM', '', '', '', '', statut, '', '']
  const plan = lirePlan(await lireClasseur(await unPlan('Plan santé', [ligne]), 'plan.xlsx'))
  return reussi(await importerPlan(scene, { plan }))
}

describe('les nouvelles d’une action', () => {
  test('R-076 · se notent avec leur date, leur source et le nom de qui les note, la plus récente en tête', () =>
    essai.annule(async (db) => {
      const { scene, fiche: ficheId } = await uneFiche(db)
      reussi(await noterNouvelle(scene, { ficheId, texte: 'Le bus est trouvé.', date: '12/10/2026', source: 'appel du CCAS' }))
      const contributrice = { ...scene, acteur: { ...(await unMembre(scene, 'contributeur')), nom: 'Alix Vidal' } }
      reussi(await noterNouvelle(contributrice, { ficheId, texte: 'Il roule !', date: '', source: '' }))
      reussi(await noterNouvelle(scene, { ficheId, texte: 'Un chauffeur est recruté.', date: 'octobre 2026' }))
      expect(await nouvellesDe(scene, ficheId)).toMatchObject([
        { texte: 'Il roule\u202f!', date: JOUR, source: null, auteur: 'Alix Vidal', exemple: false },
        { texte: 'Un chauffeur est recruté.', date: '2026-10', source: null, auteur: scene.acteur.nom },
        { texte: 'Le bus est trouvé.', date: '2026-10-12', source: 'appel du CCAS', auteur: scene.acteur.nom }
      ])
    }))

  test('R-076 · deux nouvelles du même jour : la dernière notée d’abord', () =>
    essai.annule(async (db) => {
      const { scene, fiche: ficheId } = await uneFiche(db)
      await noterNouvelle(scene, { ficheId, texte: 'Matin' })
      await noterNouvelle({ ...scene, maintenant: new Date('2026-11-22T15:00:00Z') }, { ficheId, texte: 'Soir' })
      expect((await nouvellesDe(scene, ficheId)).map(({ texte }) => texte)).toEqual(['Soir', 'Matin'])
    }))

  test('R-076 · une nouvelle vide, ou datée de demain, est refusée à côté de son champ ; celle du mois en cours, non', () =>
    essai.annule(async (db) => {
      const { scene, fiche: ficheId } = await uneFiche(db)
      expect(await noterNouvelle(scene, { ficheId, texte: '  ' })).toMatchObject({ champs: { texte: ['Écrivez la nouvelle.'] } })
      expect(await noterNouvelle(scene, { ficheId, texte: 'x', date: 'bientôt' })).toMatchObject({ sorte: 'saisie' })
      expect(await noterNouvelle(scene, { ficheId, texte: 'x', date: '23/11/2026' })).toMatchObject({
        raison: 'nouvelle_a_venir',
        champ: 'date'
      })
      // it is already the 23rd in Paris
      const nuit = { ...scene, maintenant: new Date('2026-11-22T23:30:00Z') }
      expect(await noterNouvelle(nuit, { ficheId, texte: 'x', date: '23/11/2026' })).toMatchObject({ ok: true })
      expect(await noterNouvelle(scene, { ficheId, texte: 'x', date: '11/2026' })).toMatchObject({ ok: true })
      expect(await noterNouvelle(scene, { ficheId, texte: 'x', date: '12/2026' })).toMatchObject({ raison: 'nouvelle_a_venir' })
    }))

  test('R-076 · une nouvelle se corrige sans changer d’auteur, se retire et revient ; l’historique de la fiche le raconte', () =>
    essai.annule(async (db) => {
      const { scene, fiche: ficheId } = await uneFiche(db)
      const { id } = reussi(
        await noterNouvelle(scene, { ficheId, texte: 'Le bus roule.', date: '2026-10-12', source: 'courriel' })
      )
      const autre = { ...scene, acteur: { ...(await unMembre(scene, 'contributeur')), nom: 'Alix Vidal' } }
      reussi(await modifierNouvelle(autre, { ficheId, id, texte: 'Le bus roule le mardi.', source: '', date: '' }))
      expect(await nouvellesDe(scene, ficheId)).toMatchObject([
        { texte: 'Le bus roule le mardi.', date: '2026-10-12', source: null, auteur: scene.acteur.nom }
      ])
      reussi(await retirerNouvelle(autre, { id }))
      expect(await nouvellesDe(scene, ficheId)).toEqual([])
      expect(await modifierNouvelle(scene, { ficheId, id, texte: 'x' })).toMatchObject({ sorte: 'introuvable' })
      reussi(await retablirNouvelle(scene, { id }))
      expect(await nouvellesDe(scene, ficheId)).toHaveLength(1)
      expect(await modifierNouvelle(scene, { ficheId, id, texte: 'x', date: '2099' })).toMatchObject({
        raison: 'nouvelle_a_venir'
      })
      expect((await histoireDe(scene, ficheId)).filter((ligne) => ligne.includes('nouvelle'))).toEqual([
        `nouvelle.noter nouvelles ${scene.acteur.nom}`,
        'nouvelle.modifier nouvelles Alix Vidal',
        'nouvelle.retirer nouvelles Alix Vidal',
        `nouvelle.retablir nouvelles ${scene.acteur.nom}`
      ])
    }))

  test('R-076 · qui écrit les fiches note leurs nouvelles ; direction, élus et lecteurs les lisent', () =>
    essai.annule(async (db) => {
      const { scene, fiche: ficheId } = await uneFiche(db)
      const { id } = reussi(await noterNouvelle(scene, { ficheId, texte: 'x' }))
      for (const role of ROLES) {
        const en = { ...scene, acteur: { ...scene.acteur, role } }
        const oui = role === 'coordination' || role === 'contributeur'
        const attendu = oui ? { ok: true } : { ok: false, sorte: 'interdit' }
        expect(await noterNouvelle(en, { ficheId, texte: 'y' }), role).toMatchObject(attendu)
        expect(await modifierNouvelle(en, { ficheId, id, texte: 'z' }), role).toMatchObject(attendu)
        expect(await retirerNouvelle(en, { id }), role).toMatchObject(attendu)
        expect(await retablirNouvelle(en, { id }), role).toMatchObject(oui ? { ok: true } : { ok: false })
      }
    }))

  test('d’un autre territoire, d’une autre fiche ou d’une fiche retirée, rien ne s’écrit', () =>
    essai.annule(async (db) => {
      const { scene, fiche: ficheId } = await uneFiche(db)
      const { id } = reussi(await noterNouvelle(scene, { ficheId, texte: 'x' }))
      const ailleurs = await unTerritoire(db, { code: '94028', role: 'contributeur' })
      const introuvable = { ok: false, sorte: 'introuvable' }
      expect(await noterNouvelle(ailleurs, { ficheId, texte: 'y' })).toMatchObject(introuvable)
      expect(await modifierNouvelle(ailleurs, { ficheId, id, texte: 'y' })).toMatchObject(introuvable)
      expect(await retirerNouvelle(ailleurs, { id })).toMatchObject(introuvable)
      const autre = reussi(await creerFiche(scene, { titre: 'Une autre' })).id
      expect(await modifierNouvelle(scene, { ficheId: autre, id, texte: 'y' })).toMatchObject(introuvable)
      await retirerFiche(scene, { id: ficheId })
      expect(await noterNouvelle(scene, { ficheId, texte: 'y' })).toMatchObject(introuvable)
      expect(await modifierNouvelle(scene, { ficheId, id, texte: 'y' })).toMatchObject(introuvable)
    }))
})

describe('les actions sans nouvelles', () => {
  test('R-076 · le portefeuille et le tableau de bord comptent les mêmes, une nouvelle suffit à en sortir', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db, { maintenant: new Date('2026-08-01T10:00:00Z') })
      const muette = async (titre: string, dit: Record<string, unknown> = { statut: 'en_cours' }) =>
        reussi(await creerFiche(scene, { titre, ...dit })).id
      const commencee = await muette('Commencée')
      await muette('Sans statut, commencée', { debut: '2026' })
      await muette('Sans statut, à venir', { debut: '2027' })
      await muette('À venir', { statut: 'a_venir' })
      await muette('Finie', { statut: 'realise' })
      const bloquee = await muette('Bloquée', { statut: 'bloque' })
      const bavarde = await muette('Qui parle')
      const parMois = await muette('Datée du mois')
      await noterNouvelle(apres(scene, 30), { ficheId: bavarde, texte: 'Du neuf' })
      await noterNouvelle(apres(scene, 30), { ficheId: parMois, texte: 'Du neuf', date: '2026-08' })
      const retiree = reussi(await noterNouvelle(apres(scene, 100), { ficheId: bloquee, texte: 'Par erreur' }))
      await retirerNouvelle(apres(scene, 100), { id: retiree.id })
      await noterNouvelle(scene, { ficheId: bloquee, texte: 'Ancienne', date: '2026-01-15' })
      await modifierFiche(apres(scene, 110), { id: bloquee, statut: 'bloque' })

      const vue = { contratId: null, axes: [], grouper: 'aucun', tri: 'titre', descendant: false, page: 1 } as const
      const silencieuses = async (jour: string) =>
        (await lirePortefeuille(db, scene.perimetre, { ...vue, filtre: { silencieusesAu: jour } })).lignes.map(
          ({ titre, derniereNouvelle }) => [titre, derniereNouvelle]
        )
      expect(await silencieuses(JOUR)).toEqual([
        ['Bloquée', '2026-01-15'],
        ['Commencée', null],
        ['Sans statut, commencée', null]
      ])
      const tableau = await lireTableau(db, scene.perimetre, JOUR)
      expect(
        tableau.fiches
          .filter(({ derniereNouvelle }) => derniereNouvelle)
          .map(({ titre, derniereNouvelle }) => `${titre} ${derniereNouvelle}`)
          .toSorted()
      ).toEqual(['Bloquée 2026-01-15', 'Datée du mois 2026-08', 'Qui parle 2026-08-31'])
      expect(tableau.fiches.find(({ titre }) => titre === 'Commencée')!.modifieLe).toEqual(scene.maintenant)

      await noterNouvelle(apres(scene, 113), { ficheId: commencee, texte: 'Enfin' })
      expect((await silencieuses(JOUR)).map(([titre]) => titre)).toEqual(['Bloquée', 'Sans statut, commencée'])
      // 31 August covers the ninety days that end on 29 November
      expect((await silencieuses('2026-11-29')).map(([titre]) => titre)).not.toContain('Datée du mois')
      expect((await silencieuses('2026-11-30')).map(([titre]) => titre)).toEqual(
        expect.arrayContaining(['Datée du mois', 'Qui parle'])
      )
    }))
})

describe('les nouvelles voyagent', () => {
  test('R-076 · le dossier et le JSON d’un contrat les ont toutes, sans leurs identifiants', () =>
    essai.annule(async (db) => {
      const { scene, contrat, fiche: ficheId } = await uneFiche(db)
      for (const mois of ['2026-06', '2026-07', '2026-08', '2026-09'])
        await noterNouvelle(scene, { ficheId, texte: mois, date: mois })
      const dossier = (await lireDossier(db, scene.perimetre, contrat, JOUR))!
      const lu = JSON.parse(contratEnJson(dossier)) as typeof dossier
      expect(lu.axes[0]!.fiches[0]!.nouvelles).toEqual(
        ['2026-09', '2026-08', '2026-07', '2026-06'].map((mois) => ({
          date: mois,
          texte: mois,
          source: null,
          auteur: scene.acteur.nom,
          exemple: false
        }))
      )
    }))

  test('R-076 · importer un plan qui connaît la fiche ne touche pas à ses nouvelles', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const premier = await importe(scene, 'En cours')
      const bus = async () => (await lireDossier(db, scene.perimetre, premier.contratId!, JOUR))!.axes[0]!.fiches[0]!
      const ficheId = (await bus()).id
      await noterNouvelle(scene, { ficheId, texte: 'Le bus roule.' })
      expect((await importe(scene, 'Bloqué')).differences.modifies.actions).toBe(1)
      expect(await bus()).toMatchObject({ id: ficheId, statut: 'bloque', nouvelles: [{ texte: 'Le bus roule.' }] })
      expect((await histoireDe(scene, ficheId)).filter((ligne) => ligne.includes('nouvelles'))).toHaveLength(1)
    }))
})
