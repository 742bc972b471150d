import { sql } from 'drizzle-orm'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import type { Scene } from '#domaines/comptes/fixtures.server.ts'
import { demanderNouvelles, repondreNouvelles } from '#domaines/actions/commands/demandes.server.ts'
import { creerFiche } from '#domaines/actions/commands/fiche.server.ts'
import { ecrireIntervenants } from '#domaines/actions/commands/sections.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { reussi } from '#tests/base.ts'

/** An action piloted by somebody who has an address. */
async function unePilotee(scene: Scene, titre: string, personne: string): Promise<string> {
  const { id } = reussi(await creerFiche(scene, { titre }))
  reussi(await ecrireIntervenants(scene, { id, intervenants: [{ role: 'personne_pilote', personne }] }))
  return id
}

/** Actions of one pilot: one to ask about, one asked about, one answered with a status to accept; and what her link opens. */
export async function desDemandes(scene: Scene) {
  const { collectiviteId } = scene.perimetre
  await desContacts(scene, [{ nom: 'Mae Pilote', courriel: 'mae@exemple.fr', structure: 'Espace santé' }])
  const [aDemander, attendue, repondue] = [
    await unePilotee(scene, 'Café des aidants', 'Mae Pilote'),
    await unePilotee(scene, 'Bilan à domicile', 'Mae Pilote'),
    await unePilotee(scene, 'Ateliers cuisine', 'Mae Pilote')
  ]
  const lire = <T>(requete: ReturnType<typeof sql>) =>
    scene.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
      return (await tx.execute(requete)) as unknown as T[]
    })
  const [mae] = await lire<{ id: string }>(sql`select id from personnes where nom = 'Mae Pilote'`)
  const pilote = `personne ${mae!.id}`
  reussi(await demanderNouvelles(scene, { demandes: [attendue, repondue].map((ficheId) => ({ ficheId, a: pilote })) }))
  const [lettre] = await lire<{ id: string }>(sql`select id from envois where nature = 'nouvelles'`)
  const siennes = await lire<{ id: string; fiche: string }>(sql`select id, fiche_id as fiche from demandes_nouvelles`)
  const celle = (fiche: string) => siennes.find((une) => une.fiche === fiche)!.id
  const parLien = {
    ...scene,
    acteur: { sorte: 'lien', nom: 'Mae Pilote', sujetId: lettre!.id, role: null, administrateur: false } as const
  }
  reussi(await repondreNouvelles(parLien, { id: celle(repondue), texte: 'Fini.', statut: 'realise' }))
  const demande = await emettreJeton({ db: scene.db as never, maintenant: new Date() }, 'nouvelles', lettre!.id, collectiviteId)
  return { demande, aDemander, pilote, demandeOuverte: celle(attendue), demandeProposee: celle(repondue) }
}

/** More of each: the same pilot is asked about what she was not asked about yet. */
export async function allongerLesDemandes(scene: Scene, pilote: string): Promise<void> {
  const demandes = []
  for (const titre of ['Atelier du lundi', 'Atelier du jeudi'])
    demandes.push({ ficheId: await unePilotee(scene, titre, 'Mae Pilote'), a: pilote })
  reussi(await demanderNouvelles(scene, { demandes: demandes.slice(1) }))
}
