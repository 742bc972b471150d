import { expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { retirerFiche } from '#domaines/actions/commands/fiche.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { conclure, faireNaitreFiche } from '../commands/compte-rendu.server.ts'
import { annulerSeance } from '../commands/seances.server.ts'
import { confierTache, terminerTache } from '../commands/taches.server.ts'
import { uneInstance, uneSeanceTenue } from '../fixtures.server.ts'
import { lireSorties } from './sorties.server.ts'
import { lireTaches } from './taches.server.ts'

const essai = baseDeTest()

test('R-117 · ce qu’un groupe a produit se lit sur toute sa vie : décisions, actions nées là, tâches faites, structures présentées', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    await desContacts(scene, [{ nom: 'Lou Petit', courriel: 'lou@cpts.fr' }])
    const instanceId = await uneInstance(scene)
    const lire = (jour = '2026-11-22') => lireSorties(db, scene.perimetre, instanceId, jour)
    expect(await lire()).toEqual({ seances: 0, depuis: null, decisions: [], fiches: [], presentations: [], taches: 0, faites: 0 })

    const premiere = await uneSeanceTenue(scene, '2025-03-12', { instanceId })
    const derniere = await uneSeanceTenue(scene, '2026-03-11', { instanceId })
    await uneSeanceTenue(scene, '2026-12-09', { instanceId })
    const ailleurs = await uneSeanceTenue(scene, '2026-04-11', {
      instanceId: await uneInstance(scene, { nom: 'Un autre groupe' })
    })
    const annulee = await uneSeanceTenue(scene, '2026-05-11', { instanceId })
    for (const [id, texte] of [
      [premiere, 'Une fiche d’orientation.'],
      [derniere, 'Une permanence le jeudi.'],
      [ailleurs, 'Rien à voir.'],
      [annulee, 'N’a pas eu lieu.']
    ] as const) {
      reussi(await conclure(scene, { id, sorte: 'decision', texte }))
      reussi(await conclure(scene, { id, sorte: 'besoin', texte: 'Un besoin' }))
    }
    reussi(await annulerSeance(scene, { id: annulee, motifAnnulation: 'Salle prise.' }))
    const { ficheId } = reussi(await faireNaitreFiche(scene, { id: premiere, titre: 'Bus du sommeil' }))
    const { ficheId: retiree } = reussi(await faireNaitreFiche(scene, { id: derniere, titre: 'Retirée' }))
    reussi(await retirerFiche(scene, { id: retiree }))
    for (const texte of ['Écrire', 'Appeler']) reussi(await confierTache(scene, { id: derniere, texte }))
    const tache = (await lireTaches(db, scene.perimetre)).find(({ texte }) => texte === 'Écrire')!
    reussi(await terminerTache(scene, { id: tache.id }))

    const sorties = await lire()
    expect(sorties).toMatchObject({ seances: 2, depuis: '2025-03-12', taches: 2, faites: 1 })
    expect(sorties.decisions.map(({ texte, jour }) => [texte, jour])).toEqual([
      ['Une permanence le jeudi.', '2026-03-11'],
      ['Une fiche d’orientation.', '2025-03-12']
    ])
    expect(sorties.fiches).toEqual([{ id: ficheId, titre: 'Bus du sommeil', seanceId: premiere, jour: '2025-03-12' }])
    // what is planned is not given yet
    expect(sorties.presentations.map(({ nom, jour }) => [nom, jour])).toEqual([
      ['CPTS', '2026-03-11'],
      ['CPTS', '2025-03-12']
    ])
    expect((await lire('2025-12-31')).decisions).toHaveLength(1)
  }))
