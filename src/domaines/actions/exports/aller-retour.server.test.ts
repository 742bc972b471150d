import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { lireClasseur } from '#platform/classeur.server.ts'
import { propre } from '#platform/texte.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { ajouterQuartiers } from '#domaines/territoires/commands.server.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { creerAxe } from '#domaines/contrats/commands/axes.server.ts'
import { creerContrat } from '#domaines/contrats/commands/contrat.server.ts'
import { inscrireProgramme } from '#domaines/contrats/commands/programmes.server.ts'
import { inscrirePrs, relierAxes } from '#domaines/contrats/commands/prs.server.ts'
import { listerPrs } from '#domaines/contrats/queries.server.ts'
import { creerFiche } from '#domaines/actions/commands/fiche.server.ts'
import { importerPlan } from '#domaines/actions/commands/importer.server.ts'
import { ecrireIndicateurs, releverIndicateur } from '#domaines/actions/commands/indicateurs.server.ts'
import { ecrireLiens } from '#domaines/actions/commands/liens.server.ts'
import { noterNouvelle } from '#domaines/actions/commands/nouvelles.server.ts'
import { creerPoste, ecrirePostes } from '#domaines/actions/commands/postes.server.ts'
import * as sections from '#domaines/actions/commands/sections.server.ts'
import { lireAnnexesDuContrat } from '#domaines/actions/queries/annexes.server.ts'
import { lireDehors } from '#domaines/actions/queries/dehors.server.ts'
import { lireDossier } from '#domaines/actions/queries/dossier.server.ts'
import { lireFiches } from '#domaines/actions/queries/fiches.server.ts'
import { parIntitule } from '#domaines/actions/queries/plan.server.ts'
import { lirePlan } from '#domaines/actions/regles/plan/lire.ts'
import type { AxeDossier, FicheDossier } from '#domaines/actions/schema/dossier.ts'
import { lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { produireTableur } from './produire.server.ts'
import { portefeuille, QUARTIERS, type Portefeuille } from './portefeuille-d-essai.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'
const prendre = <T>(liste: readonly T[], rang: number): T => liste[rang % liste.length]!
const uniques = <T>(liste: readonly T[]) => [...new Set(liste)]

/** Writes the portfolio by the commands that people use, never by an import. */
async function ecrire(scene: Scene, voulu: Portefeuille): Promise<string> {
  const contrat = reussi(await creerContrat(scene, { intitule: 'CLS de Villeneuve', niveaux: voulu.niveaux }))
  const liste = ['4. Réduire les inégalités', '1. Aller vers', '2.1. Former']
  const [premier, second] = [
    reussi(await inscrirePrs(scene, { sigle: 'PRS', intitule: 'PRS 2', debut: '2018', fin: '2022', axes: liste.slice(0, 2) })),
    reussi(await inscrirePrs(scene, { sigle: 'PRS', debut: '2023-11', parueLe: '2023-11-02', axes: liste }))
  ]
  const versions = await listerPrs(scene.db as never, scene.perimetre)
  const axesDuPrs = (id: string) => versions.find((une) => une.id === id)!.axes.map((axe) => axe.id)
  const prsAxes = [...axesDuPrs(premier.id), ...axesDuPrs(second.id)]
  const axes: { id: string; profondeur: number }[] = []
  const liens: string[] = []
  for (const [rang, { parent, textes, prs }] of voulu.axes.entries()) {
    const dessus = parent === null || axes.length === 0 ? null : prendre(axes, parent)
    const sous = dessus && dessus.profondeur < voulu.niveaux.length ? dessus : null
    const intitule = `Axe de santé ${'abcd'[rang]}`
    const { id } = reussi(await creerAxe(scene, { contratId: contrat.id, intitule, parentId: sous?.id ?? null, ...textes }))
    axes.push({ id, profondeur: (sous?.profondeur ?? 0) + 1 })
    liens.push(...prs.map((une) => `${id}.${prendre(axesDuPrs(second.id), une)}`))
  }
  reussi(await relierAxes(scene, { contratId: contrat.id, prsId: second.id, liens }))
  const transversaux: string[] = []
  for (const dit of voulu.transversaux)
    transversaux.push(reussi(await creerAxe(scene, { contratId: contrat.id, nature: 'transversal', ...dit })).id)
  const [nord, sud, projet] = QUARTIERS as [string, string, string]
  const quartiers = reussi(
    await ajouterQuartiers(scene, {
      quartiers: [
        { nom: nord, nature: 'qpv', generation: voulu.generation, code: 'QN09401M' },
        { nom: sud, nature: 'quartier' },
        { nom: projet, nature: 'quartier', enProjet: true }
      ]
    })
  ).ajoutes
  for (const intitule of ['Médiatrice santé', 'Coordination, CLS'])
    reussi(await creerPoste(scene, { intitule, fin: null, ...voulu.postes }))
  const programmes: string[] = []
  for (const un of voulu.programmes) programmes.push(reussi(await inscrireProgramme(scene, un)).id)

  const fiches: { id: string; titre: string; parties: Portefeuille['fiches'][number]['fiche']['parties'] }[] = []
  const duContrat = voulu.fiches.map((une) => ({
    ...une,
    lieu: une.axe === null ? { contratId: contrat.id } : { axeId: prendre(axes, une.axe).id }
  }))
  const dehors = voulu.dehors.map((une) => ({ ...une, lieu: {} }))
  for (const { fiche, lieu, sous } of [...duContrat, ...dehors]) {
    const { id } = reussi(await creerFiche(scene, { ...fiche.simples, ...lieu }))
    const entree = Object.keys(lieu).length > 0 ? fiche.parties.entree : null
    fiches.push({ id, titre: fiche.simples.titre, parties: { ...fiche.parties, entree } })
    for (const une of sous) {
      const sienne = reussi(await creerFiche(scene, { ...une.simples, parentId: id }))
      fiches.push({ id: sienne.id, titre: une.simples.titre, parties: { ...une.parties, entree: null } })
    }
  }
  for (const { id, parties } of fiches) {
    const { objectifs, intervenants, etapes, financements, postes, indicateurs } = parties
    reussi(await sections.ecrireObjectifs(scene, { id, objectifs }))
    reussi(await sections.ecrireIntervenants(scene, { id, intervenants }))
    reussi(await sections.ecrireEtapes(scene, { id, etapes }))
    reussi(await sections.ecrireBudget(scene, { id, financements }))
    reussi(await ecrirePostes(scene, { id, fractions: postes }))
    reussi(await ecrireIndicateurs(scene, { id, indicateurs }))
    const [lue] = await lireFiches(scene.db as never, scene.perimetre, { ids: [id] })
    for (const releve of lue!.indicateurs.length > 0 ? parties.releves : [])
      reussi(await releverIndicateur(scene, { id, indicateurId: lue!.indicateurs[0]!.id, ...releve }))
    const ids = parties.quartiers.map((nom) => quartiers[QUARTIERS.indexOf(nom)]!)
    reussi(await sections.ecrireQuartiers(scene, { id, quartiers: ids, horsQpv: parties.horsQpv }))
    for (const { axe, ...dite } of parties.reponses)
      reussi(await sections.repondreTransversal(scene, { id, axeId: prendre(transversaux, axe), ...dite }))
    for (const une of parties.nouvelles) reussi(await noterNouvelle(scene, { ficheId: id, ...une }))
    // a title that two actions bear cannot be named: the page refuses it too
    const nommables = fiches.filter((une) => une.id !== id && fiches.filter(({ titre }) => titre === une.titre).length === 1)
    const liens = nommables.length === 0 ? [] : parties.liens.map((un) => ({ ...un, autre: prendre(nommables, un.autre).titre }))
    reussi(
      await ecrireLiens(scene, {
        id,
        liens: [...new Map(liens.map((un) => [un.autre, un])).values()],
        programmes: uniques(parties.programmes.map((un) => prendre(programmes, un))),
        prsAxes: uniques(parties.prsAxes.map((un) => prendre(prsAxes, un))),
        politiques: parties.politiques
      })
    )
    if (parties.entree)
      await scene.db.execute(sql`update places set depuis = ${parties.entree.depuis}, motif = ${parties.entree.motif}
        where collectivite_id = ${scene.perimetre.collectiviteId} and fiche_id = ${id}`)
  }
  return contrat.id
}

/** All that the territory says of a portfolio, without ids, texts as the reader of files writes them, and sets in one order. */
async function photographier({ db, perimetre }: Scene, contratId: string) {
  await db.execute(sql`select set_config('app.collectivite', ${perimetre.collectiviteId}, true)`)
  const dossier = parIntitule((await lireDossier(db as never, perimetre, contratId, JOUR))!)
  const dehors = await lireDehors(db as never, perimetre, dossier)
  const { complements, ...annexes } = await lireAnnexesDuContrat(db as never, perimetre, contratId, idsDe(dehors))
  const trier = <T>(liste: readonly T[]) => liste.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  const fiche = (une: FicheDossier): unknown => ({
    ...une,
    intervenants: trier(une.intervenants),
    reponses: trier(une.reponses),
    sousActions: une.sousActions.map(fiche)
  })
  const axe = (un: AxeDossier): unknown => ({
    ...un,
    complement: complements[un.id],
    fiches: un.fiches.map(fiche),
    enfants: un.enfants.map(axe)
  })
  const photo = {
    niveaux: dossier.contrat.niveaux,
    axes: dossier.axes.map(axe),
    horsAxe: dossier.horsAxe.map(fiche),
    dehors: dehors.map(fiche),
    transversaux: dossier.transversaux.map((un) => ({ ...un, complement: complements[un.id] })),
    annexes
  }
  return JSON.parse(
    JSON.stringify(photo, (cle, valeur: unknown) =>
      cle === 'id' ? undefined : typeof valeur === 'string' ? propre(valeur.normalize('NFC')) : valeur
    )
  ) as unknown
}

const idsDe = (liste: readonly { id: string }[]) => liste.map(({ id }) => id)

/** As the portfolio goes out, nothing filtered. */
const exporter = async ({ db, perimetre }: Scene) => {
  const { octets } = (await produireTableur(db as never, perimetre, lireVue(new URLSearchParams()), JOUR))!
  return lirePlan(await lireClasseur(octets, 'export.xlsx'))
}

describe('l’aller-retour par le tableur', () => {
  test('R-073, R-027 · un portefeuille entier, actions de l’ASV comprises, exporté puis importé dans un territoire vide, y est le même, champ par champ', async () => {
    await fc.assert(
      fc.asyncProperty(portefeuille, (voulu) =>
        essai.annule(async (db) => {
          const scene = await unTerritoire(db)
          const contratId = await ecrire(scene, voulu)
          const plan = await exporter(scene)
          expect(plan.refus).toEqual([])
          const ailleurs = await unTerritoire(db, { code: '94028' })
          const copie = reussi(await importerPlan(ailleurs, { plan }))
          expect(await photographier(ailleurs, copie.contratId!)).toEqual(await photographier(scene, contratId))
          // and in its own territory, nothing chosen, it changes nothing
          const avant = await photographier(scene, contratId)
          const encore = reussi(await importerPlan(scene, { plan }))
          expect([encore.contratId, encore.raison]).toEqual([contratId, 'fichier'])
          expect(encore.differences.lignes.flatMap(({ champs }) => champs)).toEqual([])
          expect(await photographier(scene, contratId)).toEqual(avant)
        })
      ),
      { numRuns: 20, interruptAfterTimeLimit: 90_000 }
    )
  }, 180_000)
})
