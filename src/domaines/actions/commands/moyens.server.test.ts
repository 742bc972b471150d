import { describe, expect, test } from 'vitest'
import { ROLES } from '#platform/acteur.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { histoireDe } from '#domaines/contrats/fixtures.server.ts'
import { lireClasseur, ecrireClasseur } from '#platform/classeur.server.ts'
import { classeurDuDossier } from '../exports/classeur.server.ts'
import { unContrat } from '../fixtures.server.ts'
import { lireBudget } from '../queries/budget.server.ts'
import { lireCadre } from '../queries/cadre.server.ts'
import { lireDossier } from '../queries/dossier.server.ts'
import { lireFiches } from '../queries/fiches.server.ts'
import { partagesDesPostes } from '../queries/moyens.server.ts'
import { parIntitule } from '../queries/plan.server.ts'
import { lirePlan } from '../regles/plan/lire.ts'
import { composerBudget } from '../regles/vue-budget.ts'
import { lireVue } from '../schema/portefeuille.ts'
import { creerFiche, modifierFiche, retirerFiche } from './fiche.server.ts'
import { importerPlan } from './importer.server.ts'
import { corrigerReleve, ecrireIndicateurs, releverIndicateur, retablirReleve, retirerReleve } from './indicateurs.server.ts'
import { creerPoste, ecrirePostes, modifierPoste, retablirPoste, retirerPoste } from './postes.server.ts'
import { ecrireBudget } from './sections.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'

const une = async (scene: Scene, id: string) => (await lireFiches(scene.db as never, scene.perimetre, { ids: [id] }))[0]!

/** A contract of two axes with two actions each. */
async function unPlan(db: Parameters<typeof unTerritoire>[0]) {
  const scene = await unTerritoire(db)
  const contrat = await unContrat(scene, { axes: 2, fichesParAxe: 2 })
  return { scene, contrat, fiches: contrat.fiches as [string, string, string, string] }
}

async function budget(scene: Scene, adresse = '') {
  const vue = lireVue(new URLSearchParams(adresse))
  const cadre = await lireCadre(scene.db as never, scene.perimetre, vue, JOUR)
  const axes = cadre.offre.axes.map(({ id, intitule }) => ({ id, nom: intitule }))
  const lu = await lireBudget(scene.db as never, scene.perimetre, cadre.vue)
  return composerBudget(lu, [], axes, typeof vue.an === 'number' ? vue.an : null, { auContrat: 'Sans axe', hors: 'Hors contrat' })
}

describe('les postes partagés entre des actions', () => {
  test('une part de poste nomme un poste et un financeur ; ceux qui sont inconnus s’inscrivent, les autres servent encore', () =>
    essai.annule(async (db) => {
      const { scene, fiches } = await unPlan(db)
      const part = { poste: 'Coordinatrice ASV', etp: '0,5', annee: '2026', financeur: 'ARS', montant: '25 000' }
      reussi(await ecrirePostes(scene, { id: fiches[0], fractions: [part, { poste: '', etp: '', annee: '' }] }))
      reussi(await ecrirePostes(scene, { id: fiches[1], fractions: [{ ...part, poste: 'coordinatrice  asv', etp: 0.7 }] }))
      expect((await une(scene, fiches[0])).postes).toMatchObject([
        { poste: 'Coordinatrice ASV', etp: 0.5, annee: 2026, financeur: 'ARS', montant: 2_500_000 }
      ])
      const [partage] = await partagesDesPostes(db, scene.perimetre, fiches[1])
      expect(partage).toMatchObject({ quotite: 1 })
      expect(partage!.parts.map(({ etp }) => etp).toSorted()).toEqual([0.5, 0.7])
      const lu = await budget(scene, 'an=2026')
      expect(lu.postes).toMatchObject([{ intitule: 'Coordinatrice ASV', partage: [{ annee: 2026, etp: 1.2, trop: true }] }])
    }))

  test('un poste a un intitulé à lui, se corrige, se retire et revient ; ses parts ne comptent pas pendant ce temps', () =>
    essai.annule(async (db) => {
      const { scene, fiches } = await unPlan(db)
      const { id } = reussi(await creerPoste(scene, { intitule: 'Médiatrice', quotite: '0,8', employeur: 'CCAS', debut: '2024' }))
      const pris = { raison: 'poste_pris', champ: 'intitule' }
      expect(await creerPoste(scene, { intitule: 'MÉDIATRICE', quotite: '1' })).toMatchObject(pris)
      reussi(await ecrirePostes(scene, { id: fiches[0], fractions: [{ poste: 'Médiatrice', etp: '0,3' }] }))
      reussi(await modifierPoste(scene, { id, intitule: 'Médiatrice santé', quotite: '0,5', employeur: '', fin: '2027' }))
      expect((await budget(scene)).postes).toMatchObject([
        { intitule: 'Médiatrice santé', quotite: 0.5, employeur: null, debut: null, fin: '2027', parts: [{ etp: 0.3 }] }
      ])
      reussi(await retirerPoste(scene, { id }))
      expect((await une(scene, fiches[0])).postes).toEqual([])
      expect(await budget(scene)).toMatchObject({ postes: [], axes: [] })
      // what is written meanwhile leaves the part of the post that is aside
      reussi(await ecrirePostes(scene, { id: fiches[0], fractions: [] }))
      const autre = reussi(await creerPoste(scene, { intitule: 'médiatrice santé', quotite: 1 })).id
      expect(await retablirPoste(scene, { id })).toMatchObject({ raison: 'poste_pris' })
      expect(await modifierPoste(scene, { id, intitule: 'x', quotite: 1 })).toMatchObject({ sorte: 'introuvable' })
      reussi(await retirerPoste(scene, { id: autre }))
      reussi(await retablirPoste(scene, { id }))
      expect((await une(scene, fiches[0])).postes).toMatchObject([{ poste: 'Médiatrice santé', etp: 0.3 }])
      expect(await histoireDe(scene, id)).toEqual(
        ['creer', 'modifier', 'retirer', 'retablir'].map((geste) => `poste.${geste} postes ${scene.acteur.nom}`)
      )
    }))

  test.each([
    ['zéro', { etp: '0' }, 'etp'],
    ['une part en lettres', { etp: 'un mi-temps' }, 'etp'],
    ['une part absente', { etp: '' }, 'etp'],
    ['une année en lettres', { annee: 'bientôt' }, 'annee'],
    ['un montant en lettres', { montant: 'beaucoup' }, 'montant']
  ])('%s est refusé à côté de son champ', (_, faute, champ) =>
    essai.annule(async (db) => {
      const { scene, fiches } = await unPlan(db)
      const fractions = [{ poste: 'Coordination', etp: '0,5', ...faute }]
      expect(await ecrirePostes(scene, { id: fiches[0], fractions })).toMatchObject({
        ok: false,
        champs: { [`fractions.0.${champ}`]: [expect.any(String)] }
      })
    })
  )

  test('qui écrit les fiches écrit les postes ; direction, élus et lecteurs les lisent ; un autre territoire n’y voit rien', () =>
    essai.annule(async (db) => {
      const { scene, fiches } = await unPlan(db)
      const { id } = reussi(await creerPoste(scene, { intitule: 'Coordination', quotite: 1 }))
      for (const role of ROLES) {
        const en = { ...scene, acteur: { ...scene.acteur, role } }
        const attendu = role === 'coordination' || role === 'contributeur' ? { ok: true } : { ok: false, sorte: 'interdit' }
        expect(await modifierPoste(en, { id, intitule: 'Coordination', quotite: 1 }), role).toMatchObject(attendu)
        expect(await ecrirePostes(en, { id: fiches[0], fractions: [] }), role).toMatchObject(attendu)
      }
      const ailleurs = await unTerritoire(db, { code: '94028', role: 'contributeur' })
      const introuvable = { sorte: 'introuvable' }
      expect(await modifierPoste(ailleurs, { id, intitule: 'x', quotite: 1 })).toMatchObject(introuvable)
      expect(await retirerPoste(ailleurs, { id })).toMatchObject(introuvable)
      expect(await ecrirePostes(ailleurs, { id: fiches[0], fractions: [] })).toMatchObject(introuvable)
      expect((await budget(ailleurs)).postes).toEqual([])
    }))
})

describe('le budget d’un portefeuille', () => {
  test('par axe, par financeur, par année ; ce qui est compté deux fois se dit et reste dans les totaux', () =>
    essai.annule(async (db) => {
      const { scene, contrat, fiches } = await unPlan(db)
      const hors = reussi(await creerFiche(scene, { titre: 'Hors contrat' })).id
      const sous = reussi(await creerFiche(scene, { titre: 'Sous-action', parentId: fiches[0] })).id
      const ars = { financeur: 'ARS', annee: '2026', montant: '10 000', etat: 'accorde' }
      reussi(
        await ecrireBudget(scene, {
          id: fiches[0],
          budgetPrevisionnel: '8 000',
          financements: [ars, { financeur: 'Ville', annee: '2026', montant: '500', etat: 'prevu', taxe: 'ttc' }]
        })
      )
      reussi(await ecrireBudget(scene, { id: sous, financements: [ars] }))
      reussi(await ecrireBudget(scene, { id: fiches[2], financements: [{ ...ars, annee: '2025', montant: '7' }] }))
      reussi(await ecrireBudget(scene, { id: hors, financements: [{ ...ars, montant: '3', annee: '' }] }))
      const fraction = { poste: 'Coordination', etp: '0,4', annee: '2026', financeur: 'ARS', montant: '6 000' }
      reussi(await ecrirePostes(scene, { id: fiches[0], fractions: [fraction] }))

      const tout = await budget(scene)
      expect(tout.axes.map(({ nom, sommes }) => [nom, sommes.actions, sommes.etats.accorde.ht])).toEqual([
        ['Axe de travail 1', 1, 2_000_000],
        ['Axe de travail 2', 1, 700],
        ['Hors contrat', 1, 300]
      ])
      expect(tout.sommes).toMatchObject({
        etats: { prevu: { ht: 0, ttc: 50_000 } },
        postes: 600_000,
        etp: 0.4,
        // the line that the sub-action says again, and the salary that the same funder pays beside its line
        doubles: { ht: 1_600_000, ttc: 0 }
      })
      expect(tout.reserves.montres.map(({ titre, dit }) => [titre, dit.split('\u00a0')[0]])).toEqual([
        ['Action 1.1', 'ARS finance l’action et une part de poste dans l’action, en 2026'],
        ['Action 1.1', 'Les financements hors taxes (10\u202f000'],
        ['Sous-action', 'La même somme de ARS est sur l’action et sur sa sous-action, en 2026']
      ])
      expect(tout.cofinancees.montres).toMatchObject([{ titre: 'Action 1.1', financeurs: ['ARS', 'Ville'] }])
      expect(tout.financeurs.montres.map(({ nom }) => nom)).toEqual(['ARS', 'Ville'])
      expect(tout).toMatchObject({ annees: [2025, 2026], total: 5, sansAnnee: 0 })

      const an = await budget(scene, 'an=2025')
      expect(an.axes.map(({ nom }) => nom)).toEqual(['Axe de travail 2'])
      expect(an.sansAnnee).toBe(1)
      const sousUnAxe = await budget(scene, `axe=${contrat.axes[1]}`)
      expect(sousUnAxe.axes.map(({ nom }) => nom)).toEqual(['Axe de travail 2'])
      // a post is told whole, whatever the view leaves out
      expect(sousUnAxe.postes).toMatchObject([{ parts: [{ etp: 0.4 }] }])

      await retirerFiche(scene, { id: fiches[0] })
      const apres = await budget(scene)
      expect(apres.axes.map(({ nom }) => nom)).toEqual(['Axe de travail 2', 'Hors contrat'])
      expect(apres.postes).toMatchObject([{ parts: [] }])
    }))
})

describe('un indicateur', () => {
  const complet = {
    intitule: 'Dossiers ouverts',
    unite: 'dossiers',
    initiale: '0',
    cible: '250',
    definition: 'Un dossier complet déposé.\nPas les orientations.',
    nature: 'resultat',
    source: 'Registre de la permanence',
    frequence: 'trimestrielle',
    detenteur: 'CPAM du Val-d’Oise',
    objectif: 'Deux permanences par semaine'
  }

  test('dit sa définition, sa nature, sa source, sa fréquence et qui tient le chiffre, et les garde avec ses valeurs', () =>
    essai.annule(async (db) => {
      const { scene, fiches } = await unPlan(db)
      const id = fiches[0]
      reussi(await ecrireIndicateurs(scene, { id, indicateurs: [complet] }))
      const [ecrit] = (await une(scene, id)).indicateurs
      expect(ecrit).toMatchObject({ ...complet, initiale: 0, cible: 250 })
      reussi(await releverIndicateur(scene, { id, indicateurId: ecrit!.id, date: '06/2026', valeur: '90' }))
      const change = [{ ...complet, id: ecrit!.id, frequence: 'annuelle', detenteur: '', source: '' }]
      reussi(await ecrireIndicateurs(scene, { id, indicateurs: change }))
      expect((await une(scene, id)).indicateurs).toMatchObject([
        { id: ecrit!.id, frequence: 'annuelle', detenteur: null, source: null, valeurs: [{ date: '2026-06', valeur: 90 }] }
      ])
      const faute = await ecrireIndicateurs(scene, { id, indicateurs: [{ ...complet, nature: 'autre' }] })
      expect(faute).toMatchObject({ champs: { 'indicateurs.0.nature': ['Choisissez une nature dans la liste.'] } })
    }))

  test('ses relevés se corrigent, se retirent et reviennent ; aucun n’est daté de demain', () =>
    essai.annule(async (db) => {
      const { scene, fiches } = await unPlan(db)
      const id = fiches[0]
      reussi(await ecrireIndicateurs(scene, { id, indicateurs: [complet] }))
      const indicateurId = (await une(scene, id)).indicateurs[0]!.id
      const valeurs = async () => (await une(scene, id)).indicateurs[0]!.valeurs.map(({ date, valeur }) => [date, valeur])
      const releve = reussi(await releverIndicateur(scene, { id, indicateurId, date: '2026-06', valeur: '900' })).id
      reussi(await releverIndicateur(scene, { id, indicateurId, date: '2025', valeur: '60,5' }))
      expect(await valeurs()).toEqual([
        ['2025', 60.5],
        ['2026-06', 900]
      ])
      reussi(await corrigerReleve(scene, { ficheId: id, id: releve, date: '30/06/2026', valeur: '90' }))
      expect((await valeurs()).at(-1)).toEqual(['2026-06-30', 90])
      const demain = { raison: 'releve_a_venir', champ: 'date' }
      expect(await corrigerReleve(scene, { ficheId: id, id: releve, date: '12/2026', valeur: '1' })).toMatchObject(demain)
      expect(await releverIndicateur(scene, { id, indicateurId, date: '23/11/2026', valeur: '1' })).toMatchObject(demain)
      reussi(await retirerReleve(scene, { id: releve }))
      expect(await valeurs()).toEqual([['2025', 60.5]])
      const introuvable = { sorte: 'introuvable' }
      expect(await corrigerReleve(scene, { ficheId: id, id: releve, date: '2026', valeur: '1' })).toMatchObject(introuvable)
      expect(await corrigerReleve(scene, { ficheId: fiches[1], id: releve, date: '2026', valeur: '1' })).toMatchObject(
        introuvable
      )
      reussi(await retablirReleve(scene, { id: releve }))
      expect(await valeurs()).toHaveLength(2)
      expect((await histoireDe(scene, id)).filter((ligne) => ligne.startsWith('releve'))).toEqual(
        ['corriger', 'retirer', 'retablir'].map((geste) => `releve.${geste} indicateurs_valeurs ${scene.acteur.nom}`)
      )
      await retirerFiche(scene, { id })
      expect(await releverIndicateur(scene, { id, indicateurId, date: '2026', valeur: '1' })).toMatchObject(introuvable)
    }))

  test('R-080 · moyens mutualisés, taxes, postes et précisions voyagent : le tableur réimporté ne change rien et rend les postes', () =>
    essai.annule(async (db) => {
      const { scene, contrat, fiches } = await unPlan(db)
      const id = fiches[0]
      reussi(
        await modifierFiche(scene, { id, mutualises: ['locaux', 'personnel'], mutualisation: 'La salle du CCAS, le mardi.' })
      )
      const argent = (rang: number, taxe: 'ht' | 'ttc') => ({ financeur: `Financeur ${rang}`, montant: '10', taxe, annee: 2026 })
      const financements = [argent(1, 'ttc'), argent(2, 'ht'), argent(3, 'ht'), argent(4, 'ttc')]
      reussi(await ecrireBudget(scene, { id, financements }))
      reussi(await ecrirePostes(scene, { id, fractions: [{ poste: 'Coordination', etp: '0,4', financeur: 'ARS' }] }))
      reussi(await ecrireIndicateurs(scene, { id, indicateurs: [complet] }))
      const avant = (await lireDossier(db, scene.perimetre, contrat.id, JOUR))!
      const octets = await ecrireClasseur(classeurDuDossier(parIntitule(avant)))
      const plan = lirePlan(await lireClasseur(octets, 'plan.xlsx'))
      const fait = reussi(await importerPlan(scene, { plan, contratId: contrat.id }))
      expect(fait.differences.modifies.actions).toBe(0)
      const apres = (await lireDossier(db, scene.perimetre, contrat.id, JOUR))!
      expect(apres).toEqual(avant)
      expect(apres.axes[0]!.fiches[0]).toMatchObject({
        mutualises: ['locaux', 'personnel'],
        postes: [{ poste: 'Coordination', etp: 0.4 }],
        indicateurs: [{ nature: 'resultat', detenteur: 'CPAM du Val-d’Oise' }]
      })
      // brought in elsewhere, all of it is there, the post opened with it
      const ailleurs = await unTerritoire(db, { code: '94028' })
      const { contratId } = reussi(await importerPlan(ailleurs, { plan }))
      const copie = (await lireDossier(db, ailleurs.perimetre, contratId!, JOUR))!.axes[0]!.fiches[0]!
      expect(copie).toMatchObject({
        mutualises: ['locaux', 'personnel'],
        mutualisation: 'La salle du CCAS, le mardi.',
        financements: [{ taxe: 'ttc', montant: 1000 }, { taxe: 'ht' }, { taxe: 'ht' }, { taxe: 'ttc', montant: 1000 }],
        indicateurs: [{ ...complet, initiale: 0, cible: 250 }],
        postes: [{ poste: 'Coordination', etp: 0.4, financeur: 'ARS' }],
        notes: null
      })
    }))
})

test('R-079 · un budget annoncé TTC reste TTC sur la fiche, au budget et au portefeuille ; vidé, il ne dit plus de taxe', () =>
  essai.annule(async (db) => {
    const { scene, fiches } = await unPlan(db)
    const [ttc, ht] = fiches
    const dit = { financements: [], budgetPrevisionnel: '1 200' }
    reussi(await ecrireBudget(scene, { ...dit, id: ttc, budgetTaxe: 'ttc' }))
    reussi(await ecrireBudget(scene, { ...dit, id: ht, budgetTaxe: 'ht' }))
    expect(await une(scene, ttc)).toMatchObject({ budgetPrevisionnel: 120_000, budgetTaxe: 'ttc' })
    expect((await budget(scene)).sommes.ecart).toMatchObject({ annoncent: 2, previsionnel: { ht: 120_000, ttc: 120_000 } })
    const { resume } = await lireCadre(db, scene.perimetre, lireVue(new URLSearchParams()), JOUR)
    expect(resume.budget).toEqual({ ht: 120_000, ttc: 120_000 })
    expect(await ecrireBudget(scene, { ...dit, id: ttc, budgetTaxe: 'tva' })).toMatchObject({ sorte: 'saisie' })
    reussi(await ecrireBudget(scene, { ...dit, id: ttc, budgetTaxe: 'ttc', budgetPrevisionnel: '' }))
    expect(await une(scene, ttc)).toMatchObject({ budgetPrevisionnel: null, budgetTaxe: 'ht' })
  }))
