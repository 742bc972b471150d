import type { Scene } from '#domaines/comptes/fixtures.server.ts'
import { creerInstance } from './commands/instances.server.ts'

/** A working group that the CLS pilots; anything of it can be said otherwise. Answers its id. */
export async function uneInstance(scene: Scene, dit: Record<string, unknown> = {}): Promise<string> {
  const fait = await creerInstance(scene, { nom: 'Groupe accès aux soins', nature: 'groupe', ...dit })
  if (!fait.ok) throw new Error(`fixture: ${JSON.stringify(fait)}`)
  return fait.valeur.id
}
