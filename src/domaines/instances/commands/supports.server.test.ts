import { expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unPng } from '#tests/parcours/fichiers.ts'
import { unMembre, unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { uneInstance } from '../fixtures.server.ts'
import { direRefusSupport, direSupport } from '../libelles/supports.ts'
import { listerSupports, trouverSupport } from '../queries/supports.server.ts'
import { SUPPORTS_MAX } from '../schema/supports.ts'
import { prevoirSeance } from './seances.server.ts'
import { joindreSupport, retablirSupport, retirerSupport } from './supports.server.ts'

const essai = baseDeTest()
const fichier = (nom: string, octets: Uint8Array = new TextEncoder().encode('Les chiffres du quartier.')) => ({ nom, octets })

test('R-119 · une séance a ses documents : un fichier ou un lien, qu’on retire et qui revient', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const instanceId = await uneInstance(scene)
    const id = reussi(await prevoirSeance(scene, { instanceId, jour: '2030-12-09', duree: '2 h' })).id
    const autre = reussi(await prevoirSeance(scene, { instanceId, jour: '2030-06-09', duree: '2 h' })).id
    const joint = reussi(await joindreSupport(scene, { id, fichier: fichier('chiffres_du quartier.txt') })).id
    reussi(await joindreSupport(scene, { id, adresse: 'www.exemple.fr/pnns', intitule: 'Le programme national' }))
    const lus = await listerSupports(db, scene.perimetre, id)
    expect(lus.map((support) => [support.intitule, direSupport(support), support.adresse])).toEqual([
      ['chiffres du quartier', 'Texte, 1\u00a0Ko', null],
      ['Le programme national', 'lien', 'https://www.exemple.fr/pnns']
    ])
    expect(await trouverSupport(db, scene.perimetre, joint, id)).toMatchObject({ nomFichier: 'chiffres_du quartier.txt' })
    // that of another meeting, a link, one put aside
    expect(await trouverSupport(db, scene.perimetre, joint, autre)).toBeNull()
    expect(await trouverSupport(db, scene.perimetre, lus[1]!.id)).toBeNull()
    reussi(await retirerSupport(scene, { id: joint }))
    expect(await trouverSupport(db, scene.perimetre, joint)).toBeNull()
    reussi(await retablirSupport(scene, { id: joint }))
    expect((await listerSupports(db, scene.perimetre, id)).length).toBe(2)
  }))

test('un document refusé dit pourquoi', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const instanceId = await uneInstance(scene)
    const id = reussi(await prevoirSeance(scene, { instanceId, jour: '2030-12-09', duree: '2 h' })).id
    const raison = async (change: object, qui = scene) => (await joindreSupport(qui, { id, ...change })) as { raison?: string }
    expect(await raison({})).toMatchObject({ raison: 'support_manque', champ: 'fichier' })
    expect(await raison({ fichier: fichier('a.txt'), adresse: 'ville.fr' })).toMatchObject({ raison: 'support_double' })
    expect(await raison({ adresse: 'javascript:alert(1)' })).toMatchObject({
      champs: { adresse: ['Cette adresse internet n’est pas complète.'] }
    })
    expect(await raison({ fichier: fichier('photo.png', unPng(4, 4)) })).toMatchObject({ raison: 'texte_alternatif_manque' })
    expect(await raison({ fichier: fichier('macro.xlsm', new Uint8Array([80, 75, 3, 4])) })).toMatchObject({ sorte: 'refus' })
    for (let n = 0; n < SUPPORTS_MAX; n++) reussi(await joindreSupport(scene, { id, adresse: `ville.fr/${n}` }))
    expect(await raison({ adresse: 'ville.fr/trop' })).toMatchObject({ raison: 'trop_de_supports' })
    expect(direRefusSupport('trop_de_supports')).toMatch(/^Une séance porte 20 documents/)
    const lecteur = await unMembre(scene, 'lecteur')
    expect(await raison({ adresse: 'ville.fr' }, { ...scene, acteur: lecteur })).toMatchObject({ sorte: 'interdit' })
  }))
