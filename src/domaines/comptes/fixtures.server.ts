import { SYSTEME, type Membre, type Perimetre, type Role } from '#platform/acteur.ts'
import type { Lecteur } from '#platform/db.server.ts'
import { creerTerritoire } from '#domaines/territoires/commands.server.ts'
import { inviterMembre } from './commands.server.ts'
import { perimetreSysteme } from './queries.server.ts'

export type Scene = { db: Lecteur; perimetre: Perimetre; acteur: Membre; maintenant: Date; slug: string; nom: string }

/** A territory made from its code, and a member of it in the wanted role, ready to act. */
export async function unTerritoire(db: Lecteur, options: { code?: string; role?: Role; maintenant?: Date } = {}): Promise<Scene> {
  const maintenant = options.maintenant ?? new Date('2026-11-22T10:00:00Z')
  const fait = await creerTerritoire({ db, acteur: SYSTEME, maintenant }, { code: options.code ?? '95127' })
  if (!fait.ok) throw new Error(`fixture: ${JSON.stringify(fait)}`)
  const perimetre = perimetreSysteme(fait.valeur.id)
  const acteur = await unMembre({ db, perimetre, maintenant }, options.role ?? 'coordination')
  return { db, perimetre, acteur, maintenant, slug: fait.valeur.slug, nom: fait.valeur.nom }
}

/** One more member of the territory, in the wanted role. */
export async function unMembre(
  ou: { db: Lecteur; perimetre: Perimetre; maintenant?: Date },
  role: Role,
  courriel = `${role}@exemple.fr`
): Promise<Membre> {
  const invite = await inviterMembre({ ...ou, acteur: SYSTEME }, { courriel, role, prevenir: false })
  if (!invite.ok) throw new Error(`fixture: ${JSON.stringify(invite)}`)
  return { sorte: 'membre', compteId: invite.valeur.compteId, nom: courriel, role, administrateur: false }
}
