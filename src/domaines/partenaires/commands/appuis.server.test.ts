import { expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { unePersonne, uneStructure } from '../fixtures.server.ts'
import { lireTableauDEchanges } from '../queries/echanges.server.ts'
import { demanderAppui } from './appuis.server.ts'

const essai = baseDeTest()

test('R-097 · une partenaire demande un appui depuis sa page, pour une structure où elle est : il est au tableau, à son nom', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const [cpts, ccas] = [await uneStructure(scene, 'CPTS du Nord'), await uneStructure(scene, 'CCAS')]
    const [lou, ana] = [await unePersonne(scene, 'Lou Petit', cpts), await unePersonne(scene, 'Ana Roy', ccas)]
    const parElle = {
      ...scene,
      acteur: { sorte: 'lien', nom: 'Lou Petit', sujetId: lou, role: null, administrateur: false } as const
    }
    const demande = { id: lou, structureId: cpts, titre: 'Trouver une salle', texte: 'Pour vingt personnes, en mars.' }
    reussi(await demanderAppui(parElle, demande))
    const { lignes } = await lireTableauDEchanges(db as Tx, scene.perimetre, {}, 1)
    expect(lignes).toMatchObject([
      { nature: 'appui', titre: 'Trouver une salle', structure: 'CPTS du Nord', personne: 'Lou Petit' }
    ])
    expect(await demanderAppui(parElle, { ...demande, structureId: ccas })).toMatchObject({ raison: 'structure_inconnue' })
    // neither for somebody else, nor by somebody else's link
    expect(await demanderAppui(parElle, { ...demande, id: ana, structureId: ccas })).toMatchObject({ sorte: 'interdit' })
    for (const n of [2, 3, 4, 5]) reussi(await demanderAppui(parElle, { ...demande, titre: `Demande ${n}` }))
    expect(await demanderAppui(parElle, demande)).toMatchObject({ raison: 'trop_de_demandes' })
    expect(await demanderAppui(parElle, { ...demande, titre: '' })).toMatchObject({ sorte: 'saisie' })
  }))
