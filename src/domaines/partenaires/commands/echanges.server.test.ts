import { describe, expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { ajouterQuartiers } from '#domaines/territoires/commands.server.ts'
import { retirerStructure } from '../commands.server.ts'
import { uneStructure } from '../fixtures.server.ts'
import { lireTableauDEchanges } from '../queries/echanges.server.ts'
import type { FiltreEchanges } from '../schema/echanges.ts'
import { changerEtatEchange, deposerEchange, modifierEchange, retablirEchange, retirerEchange } from './echanges.server.ts'
import { ecarterRencontre, mettreEnRelation, reprendreRencontre } from './rencontres.server.ts'

const essai = baseDeTest()
const tableau = ({ db, perimetre }: Scene, filtre: FiltreEchanges = {}, page = 1) =>
  lireTableauDEchanges(db as Tx, perimetre, filtre, page)
const titres = async (scene: Scene, filtre: FiltreEchanges = {}) =>
  (await tableau(scene, filtre)).lignes.map(({ titre }) => titre)
const offre = { nature: 'offre', structure: 'Maisons de quartier', titre: 'Une salle le mardi' }
const besoin = { nature: 'besoin', structure: 'CCAS', titre: 'Un lieu pour nos ateliers' }
const deposer = async (scene: Scene, echange: Record<string, unknown>) => reussi(await deposerEchange(scene, echange)).id

describe('R-097, R-098 · le tableau des offres et des besoins', () => {
  test('une offre se note au nom d’une structure et d’une personne, que l’annuaire retrouve ou reçoit', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const ccas = await uneStructure(scene, 'CCAS')
      const [quartierId] = reussi(await ajouterQuartiers(scene, { quartiers: [{ nom: 'Sébille', nature: 'quartier' }] })).ajoutes
      await deposer(scene, {
        ...besoin,
        structure: ' ccas ',
        personne: 'Lou Petit',
        thematiques: ['nutrition', 'nutrition'],
        facettes: ['familles'],
        quartierId,
        jusque: '12/2026'
      })
      await deposer(scene, { ...offre, nature: 'appui', titre: 'Relire notre dossier' })
      const { lignes, comptes, jamais } = await tableau(scene)
      expect(lignes).toMatchObject([
        { titre: 'Relire notre dossier', nature: 'appui', structure: 'Maisons de quartier', personne: null, quartier: null },
        {
          structureId: ccas,
          personne: 'Lou Petit',
          thematiques: ['nutrition'],
          quartier: 'Sébille',
          jusque: '2026-12',
          etat: 'ouverte',
          depuis: '2026-11-22'
        }
      ])
      expect(comptes).toEqual({ appui: 1, besoin: 1 })
      expect(jamais).toBe(false)
    }))

  test('se filtre par nature, thème, public, état et mots ; ce qui est terminé attend derrière', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await deposer(scene, { ...offre, thematiques: ['ecrans'] })
      await deposer(scene, { ...besoin, facettes: ['parents'] })
      const fini = await deposer(scene, { ...besoin, titre: 'Un vidéoprojecteur' })
      reussi(await changerEtatEchange(scene, { id: fini, etat: 'aboutie', issue: 'Prêté par la médiathèque.', date: '2026-10' }))
      expect(await titres(scene)).toEqual(['Un lieu pour nos ateliers', 'Une salle le mardi'])
      expect(await titres(scene, { nature: 'offre' })).toEqual(['Une salle le mardi'])
      expect(await titres(scene, { theme: 'ecrans' })).toEqual(['Une salle le mardi'])
      expect(await titres(scene, { facette: 'parents' })).toEqual(['Un lieu pour nos ateliers'])
      expect(await titres(scene, { q: 'VIDEO', etat: 'toutes' })).toEqual(['Un vidéoprojecteur'])
      expect(await titres(scene, { q: 'quartier' })).toEqual(['Une salle le mardi'])
      expect(await titres(scene, { q: '%' })).toEqual([])
      expect((await tableau(scene, { etat: 'aboutie' })).lignes).toMatchObject([
        { depuis: '2026-10', issue: 'Prêté par la médiathèque.' }
      ])
    }))

  test('ce qui aboutit sans dire ce que cela a donné est refusé, à côté du champ', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await deposer(scene, offre)
      const refus = { ok: false, sorte: 'refus' }
      expect(await changerEtatEchange(scene, { id, etat: 'aboutie' })).toMatchObject({
        ...refus,
        raison: 'issue_manque',
        champ: 'issue'
      })
      expect(await changerEtatEchange(scene, { id, etat: 'en_cours', date: '2027' })).toMatchObject({
        ...refus,
        raison: 'etat_a_venir',
        champ: 'date'
      })
      expect(await deposerEchange(scene, { ...offre, nature: '', titre: '' })).toMatchObject({
        sorte: 'saisie',
        champs: { nature: [expect.stringContaining('Dites si')], titre: ['Le titre manque.'] }
      })
    }))

  test('se corrige, se retire et revient ; un lecteur n’y touche pas', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await deposer(scene, { ...offre, thematiques: ['ecrans'] })
      reussi(await modifierEchange(scene, { ...offre, id, titre: 'Une salle le jeudi', structure: 'Médiathèque' }))
      expect((await tableau(scene)).lignes).toMatchObject([
        { titre: 'Une salle le jeudi', structure: 'Médiathèque', thematiques: [] }
      ])
      const lecteur = { ...scene, acteur: await unMembre(scene, 'lecteur') }
      expect(await retirerEchange(lecteur, { id })).toEqual({ ok: false, sorte: 'interdit' })
      reussi(await retirerEchange(scene, { id }))
      expect((await tableau(scene)).jamais).toBe(true)
      reussi(await retablirEchange(scene, { id }))
      expect(await titres(scene)).toEqual(['Une salle le jeudi'])
    }))

  test('reste lisible quand la structure a été retirée de l’annuaire', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      await deposer(scene, offre)
      const { lignes } = await tableau(scene)
      reussi(await retirerStructure(scene, { id: lignes[0]!.structureId }))
      expect(await titres(scene)).toEqual(['Une salle le mardi'])
    }))
})

describe('R-098 · mettre en relation', () => {
  test('se note avec sa date et un mot ; ce qui attendait est en cours, ce qui avait abouti ne bouge pas', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [unId, autreId, fini] = [await deposer(scene, offre), await deposer(scene, besoin), await deposer(scene, besoin)]
      reussi(await changerEtatEchange(scene, { id: fini, etat: 'aboutie', issue: 'Fait.' }))
      reussi(await mettreEnRelation(scene, { unId, autreId, date: '20/11/2026', note: 'Au téléphone.' }))
      reussi(await mettreEnRelation(scene, { unId: fini, autreId: unId }))
      const { lignes, rencontres } = await tableau(scene, { etat: 'toutes' })
      expect(lignes.map(({ etat }) => etat)).toEqual(['en_cours', 'en_cours', 'aboutie'])
      expect(rencontres).toMatchObject([
        { verdict: 'mises_en_relation', date: '2026-11-22', note: null },
        { verdict: 'mises_en_relation', date: '2026-11-20', note: 'Au téléphone.' }
      ])
    }))

  test('« pas un rapprochement » s’en souvient dans les deux sens, et se reprend', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [unId, autreId] = [await deposer(scene, offre), await deposer(scene, besoin)]
      reussi(await ecarterRencontre(scene, { unId, autreId }))
      reussi(await ecarterRencontre(scene, { unId: autreId, autreId: unId }))
      const { rencontres, lignes } = await tableau(scene)
      expect(rencontres).toMatchObject([{ verdict: 'ecartees' }])
      expect(lignes.map(({ etat }) => etat)).toEqual(['ouverte', 'ouverte'])
      reussi(await reprendreRencontre(scene, { id: rencontres[0]!.id }))
      expect((await tableau(scene)).rencontres).toEqual([])
    }))

  test('ni avec soi-même, ni dans l’avenir, ni avec ce qui est retiré', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [unId, autreId] = [await deposer(scene, offre), await deposer(scene, besoin)]
      expect(await mettreEnRelation(scene, { unId, autreId: unId })).toMatchObject({ raison: 'meme_echange' })
      expect(await ecarterRencontre(scene, { unId, autreId: unId })).toMatchObject({ raison: 'meme_echange' })
      expect(await mettreEnRelation(scene, { unId, autreId, date: '2027' })).toMatchObject({
        raison: 'relation_a_venir',
        champ: 'date'
      })
      reussi(await retirerEchange(scene, { id: autreId }))
      expect(await mettreEnRelation(scene, { unId, autreId })).toEqual({ ok: false, sorte: 'introuvable' })
    }))
})
