import { expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { ouvrirLien } from '#domaines/comptes/queries.server.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { composerOrdreDuJour } from './commands/points.server.ts'
import { convoquerSeance } from './commands/invitations.server.ts'
import { prevoirSeance } from './commands/seances.server.ts'
import { uneInstance } from './fixtures.server.ts'
import { redacteursDesSeances } from './jobs.server.ts'
import { lireConvocation } from './queries/invitations.server.ts'

const essai = baseDeTest()

test('R-094 · la lettre dit qui se présente, ouvre une réponse en un clic, se lit aussi en texte seul, et son lien expire', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    await desContacts(scene, [{ nom: 'Lou Petit', courriel: 'lou@cpts.fr' }])
    const instanceId = await uneInstance(scene)
    const { id } = reussi(
      await prevoirSeance(scene, { instanceId, jour: '2030-12-09', heure: '14 h', duree: '2 h', lieu: 'Mairie' })
    )
    reussi(await composerOrdreDuJour(scene, { id, points: [{ temps: 'presentation', structure: 'Maison Prévention Santé' }] }))
    reussi(await convoquerSeance(scene, { id, choix: 'tous' }))
    const [invite] = (await lireConvocation(db, scene.perimetre, id)).invites
    const { collectiviteId } = scene.perimetre
    const lettre = await redacteursDesSeances('https://sante.exemple.fr').invitation(db, {
      id: 'essai',
      collectiviteId,
      nature: 'invitation',
      objetId: id,
      personneId: invite!.personneId,
      structureId: null,
      courriel: 'lou@cpts.fr',
      boite: null
    })
    expect(lettre!.objet).toBe('Invitation\u00a0: Groupe accès aux soins, lundi 9 décembre')
    expect(lettre!.texte).toContain('Bonjour Lou Petit,\n\nVous êtes invité·e')
    expect(lettre!.texte).toContain('– Maison Prévention Santé se présente\n\n')
    expect(lettre!.texte).toMatch(
      /– Je viens\u00a0:\n {2}https:\/\/sante\.exemple\.fr\/invitation\/[\w-]+\?reponse=vient\n– Quelqu’un/
    )
    expect(lettre!.texte).not.toMatch(/<|&nbsp;|\n (?! https:)/)
    expect(lettre!.agenda).toMatchObject({ methode: 'PUBLISH' })
    const jeton = /\/invitation\/([\w-]+)\?/.exec(lettre!.html)![1]!
    expect(lettre!.entetes!['List-Unsubscribe']).toBe(`<https://sante.exemple.fr/invitation/${jeton}/messages>`)
    expect(lettre!.entetes!['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const dans = (jours: number) => ouvrirLien(db, jeton, 'invitation', new Date(Date.now() + jours * 86_400_000))
    expect(await dans(1)).toMatchObject({ sujetId: invite!.id, perime: false })
    expect(await dans(201)).toMatchObject({ sujetId: invite!.id, perime: true })
    expect(await ouvrirLien(db, jeton, 'connexion', new Date())).toBeNull()
    expect(await ouvrirLien(db, `${jeton}x`, 'invitation', new Date())).toBeNull()
  }))
