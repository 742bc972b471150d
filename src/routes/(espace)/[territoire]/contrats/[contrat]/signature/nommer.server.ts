import type { ajouterSignataire, modifierSignataire } from '#domaines/contrats/commands/signature.server.ts'
import { assurerPersonnes, inscrireStructure } from '#domaines/partenaires/commands.server.ts'
import type { Appel, Resultat } from '#platform/commande.server.ts'
import { normaliser } from '#platform/texte.ts'

export type Acte = (appel: Appel, saisie: Record<string, unknown>) => Promise<Resultat<unknown, string>>

const ids = { structure: 'structureId', personne: 'personneId' } as const

/** The id of the structure typed, known or entered in the directory with the type expected. */
async function structureNommee(appel: Appel, nom: unknown, type: unknown): Promise<Resultat<{ id: string }, string>> {
  const fait = await inscrireStructure(appel, { nom: String(nom ?? ''), type: String(type ?? '') })
  if (fait.ok || fait.sorte === 'interdit' || fait.sorte === 'introuvable') return fait
  if (fait.sorte === 'saisie') return { ...fait, champs: { structure: Object.values(fait.champs).flat() } }
  return { ok: true, valeur: { id: String(fait.precisions?.id) } }
}

/** Names typed by a person become ids of the directory before the act; a refusal comes back beside the name. */
export const parNom =
  (acte: typeof ajouterSignataire | typeof modifierSignataire): Acte =>
  async (appel, { structure, type, personne, ...saisie }) => {
    const nom = String(personne ?? '').trim()
    const personnes = await assurerPersonnes(appel, { noms: nom === '' ? [] : [nom] })
    if (!personnes.ok) return personnes
    const nommee = structure !== undefined ? await structureNommee(appel, structure, type) : null
    if (nommee && !nommee.ok) return nommee
    const personneId = personnes.valeur.ids.get(normaliser(nom)) ?? null
    const fait = await acte(appel, { ...saisie, ...(nommee && { structureId: nommee.valeur.id }), personneId })
    const champ = !fait.ok && fait.sorte === 'refus' && Object.entries(ids).find(([, id]) => id === fait.champ)?.[0]
    return champ ? { ...fait, champ } : fait
  }
