import { describe, expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { inscrireProgramme, relierProgrammes, retirerProgramme } from '#domaines/contrats/commands/programmes.server.ts'
import { choisirPrs, inscrirePrs, relierAxes } from '#domaines/contrats/commands/prs.server.ts'
import { compterVie, listerProgrammes, listerPrs } from '#domaines/contrats/queries.server.ts'
import { unContrat } from '../fixtures.server.ts'
import { lireAlignement } from '../queries/alignement.server.ts'
import { lireAttaches, lireOffreDeLiens } from '../queries/attaches.server.ts'
import { ecrireLiens } from './liens.server.ts'

const essai = baseDeTest()
const attaches = (scene: Scene, id: string) => lireAttaches(scene.db as never, scene.perimetre, id)

/** A contract of one axis and two actions, a regional plan of two axes, two programmes. */
async function unDecor(scene: Scene) {
  const contrat = await unContrat(scene, { axes: 1, fichesParAxe: 2 })
  const { id: prsId } = reussi(await inscrirePrs(scene, { sigle: 'PRS3', debut: '2023', axes: '1. Prévenir\n2. Soigner' }))
  const [version] = await listerPrs(scene.db as never, scene.perimetre)
  const ville = reussi(await inscrireProgramme(scene, { nature: 'contrat_de_ville', intitule: 'Contrat de ville 2024-2030' })).id
  const cite = reussi(await inscrireProgramme(scene, { nature: 'cite_educative', intitule: 'Cité éducative' })).id
  const [une, autre] = contrat.fiches as [string, string]
  return { contrat, prsId, prsAxes: version!.axes.map(({ id }) => id), ville, cite, une, autre }
}

describe('les liens d’une action', () => {
  test('R-089 · avec une autre action, lue des deux côtés, et avec d’autres programmes', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { une, autre, cite } = await unDecor(scene)
      const liens = [{ autre: '  action 1.2 ', nature: 'prepare' as const, precision: 'même animatrice' }]
      reussi(await ecrireLiens(scene, { id: une, liens, programmes: [cite], politiques: ['education', 'jeunesse'] }))
      expect((await attaches(scene, une)).actions).toMatchObject([
        { ficheId: autre, titre: 'Action 1.2', nature: 'prepare', precision: 'même animatrice', dici: true }
      ])
      expect((await attaches(scene, autre)).actions).toMatchObject([{ ficheId: une, titre: 'Action 1.1', dici: false }])
      expect((await attaches(scene, une)).programmes).toMatchObject([{ intitule: 'Cité éducative', nature: 'cite_educative' }])
      // the other one keeps what it did not say, and a link taken off is gone on both sides
      reussi(await ecrireLiens(scene, { id: autre }))
      expect((await attaches(scene, autre)).actions).toHaveLength(1)
      reussi(await ecrireLiens(scene, { id: une }))
      expect(await attaches(scene, autre)).toMatchObject({ actions: [], programmes: [], prs: [] })
    }))

  test('R-014 · avec un axe du projet régional, d’elle-même ou par son axe ; ce qu’elle dit seule se compte dans l’alignement', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contrat, prsId, prsAxes, une } = await unDecor(scene)
      reussi(await choisirPrs(scene, { contratId: contrat.id, prsId }))
      reussi(await relierAxes(scene, { contratId: contrat.id, prsId, liens: [`${contrat.axes[0]!}.${prsAxes[0]!}`] }))
      reussi(await ecrireLiens(scene, { id: une, prsAxes: [prsAxes[1]!] }))
      expect((await attaches(scene, une)).prs.map(({ numero, parSonAxe }) => [numero, parSonAxe])).toEqual([
        ['1', true],
        ['2', false]
      ])
      const { alignement } = (await lireAlignement(db, scene.perimetre, contrat.id))!
      expect(alignement!.lignes.map(({ actions }) => actions.map(({ numero, titre }) => `${numero} ${titre}`))).toEqual([
        ['1.1 Action 1.1', '1.2 Action 1.2'],
        ['1.1 Action 1.1']
      ])
    }))

  test('un titre inconnu, porté deux fois, le sien ou déjà nommé, un programme retiré : refusés à leur ligne, rien n’est écrit', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { une, ville } = await unDecor(scene)
      const dire = (...titres: string[]) => ecrireLiens(scene, { id: une, liens: titres.map((titre) => ({ autre: titre })) })
      expect(await dire('Action 1.2', 'Bus fantôme')).toMatchObject({ raison: 'action_inconnue', champ: 'liens.1.autre' })
      expect(await dire('Action 1.1')).toMatchObject({ raison: 'elle_meme' })
      expect(await dire('Action 1.2', 'action 1.2')).toMatchObject({ raison: 'lien_double', champ: 'liens.1.autre' })
      await unContrat(scene, { axes: 1, fichesParAxe: 2 })
      expect(await dire('Action 1.2')).toMatchObject({ raison: 'action_ambigue' })
      reussi(await retirerProgramme(scene, { id: ville }))
      expect(await ecrireLiens(scene, { id: une, programmes: [ville] })).toMatchObject({ raison: 'programme_inconnu' })
      expect((await attaches(scene, une)).actions).toEqual([])
      const lecteur = await unMembre(scene, 'lecteur')
      expect(await ecrireLiens({ ...scene, acteur: lecteur }, { id: une })).toMatchObject({ sorte: 'interdit' })
    }))

  test('R-089 · un programme qui manque s’inscrit en le reliant, une seule fois, par qui le peut', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { une, autre, cite } = await unDecor(scene)
      const clsm = { autreNature: 'clsm', autreProgramme: ' CLSM  de Villeneuve ' } as const
      const contributeur = { ...scene, acteur: await unMembre(scene, 'contributeur') }
      expect(await ecrireLiens(contributeur, { id: une, programmes: [cite], ...clsm })).toMatchObject({ sorte: 'interdit' })
      expect((await attaches(scene, une)).programmes).toEqual([])
      reussi(await ecrireLiens(contributeur, { id: une, programmes: [cite], autreNature: 'clsm', autreProgramme: '' }))
      reussi(await ecrireLiens(scene, { id: une, programmes: [cite], ...clsm }))
      reussi(await ecrireLiens(scene, { id: autre, autreNature: 'clsm', autreProgramme: 'clsm de villeneuve' }))
      const noms = async (id: string) => (await attaches(scene, id)).programmes.map(({ intitule }) => intitule)
      expect([await noms(une), await noms(autre)]).toEqual([['Cité éducative', 'CLSM de Villeneuve'], ['CLSM de Villeneuve']])
      expect(await listerProgrammes(db, scene.perimetre)).toHaveLength(3)
    }))

  test('ce qui s’offre à relier : les autres titres, les programmes, les axes des projets régionaux', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { une } = await unDecor(scene)
      const offre = await lireOffreDeLiens(db, scene.perimetre, une)
      expect(offre.titres).toEqual(['Action 1.2'])
      expect(offre.programmes.map(({ intitule }) => intitule)).toEqual(['Cité éducative', 'Contrat de ville 2024-2030'])
      expect(offre.prs.map(({ sigle, numero }) => `${sigle} ${numero}`)).toEqual(['PRS3 1', 'PRS3 2'])
    }))
})

test('R-021 · un contrat se relie au contrat de ville ; délié, le programme reste sur le territoire', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const { contrat, ville } = await unDecor(scene)
    const lies = async () =>
      (await compterVie(db, scene.perimetre, { id: contrat.id, prsId: null })).programmes
        .filter(({ lie }) => lie)
        .map(({ intitule }) => intitule)
    reussi(await relierProgrammes(scene, { contratId: contrat.id, programmes: [ville] }))
    expect(await lies()).toEqual(['Contrat de ville 2024-2030'])
    reussi(await relierProgrammes(scene, { contratId: contrat.id }))
    expect(await lies()).toEqual([])
    expect(await listerProgrammes(db, scene.perimetre)).toHaveLength(2)
    expect(await relierProgrammes(scene, { contratId: contrat.id, programmes: [contrat.id] })).toMatchObject({
      raison: 'programme_inconnu'
    })
  }))
