import type { CtxTerritoire } from '#platform/commande.server.ts'
import { normaliser } from '#platform/texte.ts'
import { assurerPersonnes, assurerStructures } from '../commands.server.ts'

/** The structure and the person that a form names, found in the directory or entered there; who is not named is nobody. */
export async function nommer(
  ctx: CtxTerritoire,
  { structure, personne }: { structure: string; personne: string | null },
  exemple = false
): Promise<{ structureId: string; personneId: string | null }> {
  const structures = await assurerStructures.dans(ctx, { noms: [structure], exemple })
  const personnes = personne === null ? null : await assurerPersonnes.dans(ctx, { noms: [personne], exemple })
  return {
    structureId: structures.ids.get(normaliser(structure))!,
    personneId: personne === null ? null : (personnes!.ids.get(normaliser(personne)) ?? null)
  }
}
