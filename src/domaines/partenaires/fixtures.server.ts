import type { Scene } from '#domaines/comptes/fixtures.server.ts'
import { reussi } from '#platform/commande.server.ts'
import { normaliser } from '#platform/texte.ts'
import { assurerStructures, inscrirePersonne, inscrireStructure } from './commands.server.ts'

/** A structure of the territory; its type and category are those that its name says. */
export async function uneStructure(scene: Scene, nom = 'CPAM du Val-d’Oise'): Promise<string> {
  const fait = await inscrireStructure(scene, { nom })
  if (!fait.ok) throw new Error(`fixture: ${JSON.stringify(fait)}`)
  return fait.valeur.id
}

/** A person, who holds a function in the structure when one is given. */
export async function unePersonne(scene: Scene, nom = 'Camille Exemple', structureId: string | null = null): Promise<string> {
  const fait = await inscrirePersonne(scene, {
    nom,
    structureId,
    intitule: structureId ? 'Directrice' : null,
    debut: structureId ? '2022' : null
  })
  if (!fait.ok) throw new Error(`fixture: ${JSON.stringify(fait)}`)
  return fait.valeur.id
}

/** People of the directory with their addresses, each in the structure of that name; a structure named twice is one. */
export async function desContacts(
  scene: Scene,
  gens: readonly { nom: string; courriel?: string; structure?: string; intitule?: string }[]
): Promise<void> {
  const noms = gens.flatMap(({ structure }) => structure ?? [])
  const { ids } = reussi(await assurerStructures(scene, { noms }))
  for (const { nom, courriel = null, structure, intitule = null } of gens) {
    const structureId = structure ? ids.get(normaliser(structure))! : null
    reussi(await inscrirePersonne(scene, { nom, courriel, structureId, intitule }))
  }
}
