import { sql } from 'drizzle-orm'
import type { Scene } from '#domaines/comptes/fixtures.server.ts'
import { reglerBoite } from '#domaines/partenaires/commands/boites.server.ts'
import { reussi } from '#tests/base.ts'

/** The mailbox of the territory, whose password was sealed elsewhere: it is never opened. */
export async function uneBoite(scene: Scene): Promise<void> {
  const dite = { adresse: 'sante@exemple.fr', hote: 'imap.exemple.fr', port: 993, chiffrement: 'tls', compte: 'sante' }
  reussi(await reglerBoite(scene, { ...dite, scelle: 'c1.ailleurs', uidValidite: '1', dernierUid: 0 }))
}

/** Answers of calendars about a meeting, that wait for someone; gives back the first. */
export async function desCourriers(scene: Scene, seance: string, combien = 1): Promise<string> {
  const { collectiviteId } = scene.perimetre
  const [premier] = await scene.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
    return (await tx.execute(sql`insert into courriers (collectivite_id, id, identifiant, raison, objet_id, nom, courriel, sujet, reponse, recu_le)
      select ${collectiviteId}, gen_random_uuid(), gen_random_uuid()::text, 'adresse_inconnue', ${seance}, 'Lou Petit', 'lou@ailleurs.fr', 'Re: Invitation', 'vient', now()
      from generate_series(1, ${combien}) returning id`)) as unknown as { id: string }[]
  })
  return premier!.id
}
