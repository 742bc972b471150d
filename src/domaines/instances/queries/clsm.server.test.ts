import { expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { desAxes, ouvrirContrat } from '#domaines/contrats/fixtures.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { reglerTerritoire } from '#domaines/territoires/commands.server.ts'
import { retirerInstance } from '../commands/instances.server.ts'
import { prevoirSeance } from '../commands/seances.server.ts'
import { composerInstance } from '../commands/sieges.server.ts'
import { uneInstance } from '../fixtures.server.ts'
import { instancesDesAxes, lireClsm } from './clsm.server.ts'

const essai = baseDeTest()

test('R-144 · la page d’une instance du CLSM montre toute sa gouvernance, et l’axe « santé mentale » montre le CLSM', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    reussi(await reglerTerritoire(scene, { asvDepuis: '2007' }))
    const contratId = await ouvrirContrat(scene)
    const [soins, mental] = await desAxes(scene, contratId, ['Accès aux soins', 'Santé mentale'])
    const creer = (nom: string, nature: string, axeId: string | null = null) => uneInstance(scene, { nom, nature, axeId })
    const pleniere = await creer('Assemblée', 'clsm_pleniere')
    const copil = await creer('Comité', 'clsm_copil', mental)
    const groupe = await creer('Cellule logement', 'clsm_groupe', mental)
    await creer('Groupe soins', 'groupe', soins)
    reussi(await retirerInstance(scene, { id: await creer('Ancien groupe', 'clsm_groupe', mental) }))
    for (const id of [pleniere, copil])
      reussi(
        await composerInstance(scene, {
          id,
          sieges: [
            { role: 'presidence', structure: 'Ville' },
            { role: 'membre', structure: 'UNAFAM' }
          ]
        })
      )
    reussi(await prevoirSeance(scene, { instanceId: copil, jour: '2026-12-09', duree: '2 h' }))
    reussi(await prevoirSeance(scene, { instanceId: copil, jour: '2026-01-09', duree: '2 h' }))

    const clsm = (await lireClsm(db, scene.perimetre, 'clsm_groupe', '2026-11-22'))!
    expect(clsm.parties.map(({ instances }) => instances.map(({ id, prochaine }) => [id, prochaine]))).toEqual([
      [[pleniere, null]],
      [[copil, '2026-12-09']],
      [[groupe, null]]
    ])
    expect(clsm).toMatchObject({
      membres: ['UNAFAM', 'Ville'],
      axe: { id: mental, intitule: 'Santé mentale', contratId },
      manques: ['pleniere_annuelle', 'coordination_asv']
    })
    // a year's plenary, and the ASV's coordinator at the committee, by what her function says
    reussi(await prevoirSeance(scene, { instanceId: pleniere, jour: '2026-02-09', duree: '2 h' }))
    await desContacts(scene, [{ nom: 'Ana Roy', structure: 'Ville', intitule: 'Coordinatrice ASV' }])
    reussi(
      await composerInstance(scene, {
        id: copil,
        sieges: [
          { role: 'presidence', structure: 'Ville' },
          { role: 'membre', structure: 'Ville', personne: 'Ana Roy' }
        ]
      })
    )
    expect((await lireClsm(db, scene.perimetre, 'clsm_copil', '2026-11-22'))!.manques).toEqual([])
    expect(await lireClsm(db, scene.perimetre, 'groupe', '2026-11-22')).toBeNull()

    const deLAxe = (await instancesDesAxes(db, scene.perimetre, contratId)).filter(({ axeId }) => axeId === mental)
    expect(deLAxe.map(({ nom }) => nom)).toEqual(['Cellule logement', 'Comité'])
  }))
